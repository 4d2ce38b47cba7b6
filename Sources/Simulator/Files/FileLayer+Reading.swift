import Glibc

extension FileLayer {
    /// Reads a whole regular file of at most `limit` bytes.
    ///
    /// The file is opened first and judged by what was opened: a folder, FIFO, socket or device
    /// is refused, and opening never waits for the other end of a FIFO.
    public func readFile(at path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        if let shipped = ShippedPath(path) { return try readFile(at: shipped, limit: limit) }
        try Self.checkPath(path, for: .open)
        let number = try call(.open, path) {
            Int(open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))
        }
        let descriptor = Descriptor(Int32(truncatingIfNeeded: number))
        return try read(descriptor, path: path, limit: limit)
    }

    /// Reads a regular file inside an open folder, by default refusing a symbolic link.
    func readFile(
        named name: String, in folder: OpenFolder, limit: Int, followsLinks: Bool = false
    ) throws(FileFailure) -> [UInt8] {
        let path = folder.path(of: name)
        let linkFlag = followsLinks ? 0 : O_NOFOLLOW
        let number = try call(.open, path) {
            Int(
                openat(
                    folder.descriptor.number, name,
                    O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | linkFlag))
        }
        let descriptor = Descriptor(Int32(truncatingIfNeeded: number))
        return try read(descriptor, path: path, limit: limit)
    }

    private func read(_ descriptor: Descriptor, path: String, limit: Int) throws(FileFailure)
        -> [UInt8]
    {
        var information = stat()
        try call(.status, path) { Int(fstat(descriptor.number, &information)) }
        guard Self.kind(ofMode: information.st_mode) == .regularFile else {
            throw Self.notRegular(path)
        }
        if information.st_size > limit { throw Self.tooLarge(path, limit: limit) }
        // The size is a hint only: the file may grow, and files under /proc say 0.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(information.st_size) + 1)
        var chunk = [UInt8](repeating: 0, count: min(max(Int(information.st_size), 4096), 1 << 20))
        while true {
            let count = try call(.read, path) {
                chunk.withUnsafeMutableBytes { buffer in
                    Glibc.read(descriptor.number, buffer.baseAddress, buffer.count)
                }
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit { throw Self.tooLarge(path, limit: limit) }
        }
    }

    static func notRegular(_ path: String) -> FileFailure {
        FileFailure(
            .open, path: path, cause: .notRegular,
            message: Message(FileMessage.notRegular, verbatim: ["path": path]))
    }

    static func tooLarge(_ path: String, limit: Int) -> FileFailure {
        FileFailure(
            .read, path: path, cause: .tooLarge,
            message: Message(
                FileMessage.tooLarge, verbatim: ["path": path, "limit": String(limit)]))
    }

    /// What stands at a path; a symbolic link at the end of it is not followed.
    public func kind(at path: String) throws(FileFailure) -> FileKind {
        if let shipped = ShippedPath(path) { return shipped.kind }
        try Self.checkPath(path, for: .status)
        var information = stat()
        do {
            try call(.status, path) { Int(lstat(path, &information)) }
        } catch  where error.errno == ENOENT || error.errno == ENOTDIR {
            return .missing
        }
        return Self.kind(ofMode: information.st_mode)
    }

    /// Whether others than its owner may read or write a file; links are followed.
    public func isOpenToOthers(_ path: String) throws(FileFailure) -> Bool {
        try Self.checkPath(path, for: .status)
        var information = stat()
        try call(.status, path) { Int(stat(path, &information)) }
        return information.st_mode & 0o077 != 0
    }

    /// Whether anything stands at a path, be it a link that leads nowhere.
    func isSomething(at path: String) throws(FileFailure) -> Bool {
        do {
            return try kind(at: path) != .missing
        } catch {
            guard error.meansAbsence else { throw error }
            return false
        }
    }

    /// Whether a regular file stands at a path; a symbolic link at the end of it is not followed.
    public func isRegularFile(at path: String) throws(FileFailure) -> Bool {
        do {
            return try kind(at: path) == .regularFile
        } catch {
            guard error.meansAbsence else { throw error }
            return false
        }
    }

    /// The same for what a symbolic link leads to.
    public func isRegularFile(behind path: String) throws(FileFailure) -> Bool {
        guard let real = try resolvedPathIfPresent(of: path) else { return false }
        return try isRegularFile(at: real)
    }

    /// The names in a folder, sorted.
    public func names(inFolderAt path: String) throws(FileFailure) -> [String] {
        try names(in: openInputFolder(at: path))
    }

    /// The absolute path with every symbolic link and `..` taken out. The path must exist.
    public func resolvedPath(of path: String) throws(FileFailure) -> String {
        if let shipped = ShippedPath(path) {
            if shipped.kind == .missing { throw Self.missing(path, for: .resolve) }
            return path
        }
        try Self.checkPath(path, for: .resolve)
        var resolved = ""
        try call(.resolve, path) {
            guard let text = realpath(path, nil) else { return -1 }
            defer { free(text) }
            resolved = String(cString: text)
            return 0
        }
        return resolved
    }
}
