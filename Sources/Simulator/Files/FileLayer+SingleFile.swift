import Glibc

extension FileLayer {
    /// Reads standard input to its end, at most `limit` bytes.
    public func readStandardInput(limit: Int) throws(FileFailure) -> [UInt8] {
        let path = "/dev/stdin"
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try call(.read, path) {
                chunk.withUnsafeMutableBytes { buffer in
                    Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
                }
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit {
                throw FileFailure(
                    .read, path: path, cause: .tooLarge,
                    message: Message(
                        FileMessage.tooLarge,
                        [
                            "path": ModelFileMessage.standardInput.text,
                            "limit": Text(verbatim: String(limit)),
                        ]))
            }
        }
    }

    /// Checks before any work that ``replaceFile(at:with:)`` could write to a path.
    public func checkReplaceable(at path: String) throws(FileFailure) {
        guard let split = SplitPath(path) else {
            throw FileFailure(
                .create, path: path, cause: .badName,
                message: Message(FileMessage.badPath, verbatim: ["path": path]))
        }
        let folder = try openFolder(at: split.folder)
        let kind = try status(of: split.name, in: folder).kind
        guard kind == .missing || kind == .regularFile else {
            throw FileFailure(
                .create, path: path, cause: .notRegular,
                message: Message(FileMessage.notRegular, verbatim: ["path": path]))
        }
        try checkWritable(folder)
    }

    /// Whether two paths lead to the same file that is there.
    public func areSame(_ path: String, _ other: String) throws(FileFailure) -> Bool {
        if path == other { return true }
        guard let first = try resolvedPathIfPresent(of: path),
            let second = try resolvedPathIfPresent(of: other)
        else { return false }
        return first == second
    }

    /// The absolute path without links; nil where nothing stands at a path.
    func resolvedPathIfPresent(of path: String) throws(FileFailure) -> String? {
        do {
            return try resolvedPath(of: path)
        } catch {
            guard error.meansAbsence else { throw error }
            return nil
        }
    }

    /// The names in a folder, sorted; nil where there is no folder at the path.
    public func namesIfPresent(inFolderAt path: String) throws(FileFailure) -> [String]? {
        do {
            return try names(inFolderAt: path)
        } catch {
            guard error.meansAbsence else { throw error }
            return nil
        }
    }

    /// The bytes of a file; nil where there is no regular file of that size at the path.
    public func bytesIfPresent(at path: String, limit: Int) throws(FileFailure) -> [UInt8]? {
        do {
            return try readFile(at: path, limit: limit)
        } catch {
            guard error.meansAbsence || error.isUnsuitableInput else { throw error }
            return nil
        }
    }
}
