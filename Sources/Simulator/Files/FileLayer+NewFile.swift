import Glibc

extension FileLayer {
    /// Writes a file under a name where nothing stands. The name appears with the whole content or
    /// not at all, and whatever stands there already stays.
    public func createNewFile(at path: String, with bytes: [UInt8]) throws(FileFailure) {
        guard let split = SplitPath(path) else {
            throw FileFailure(
                .create, path: path, cause: .badName,
                message: Message(FileMessage.badPath, verbatim: ["path": path]))
        }
        let folder = try openFolder(at: split.folder)
        guard try status(of: split.name, in: folder).kind == .missing else {
            throw Self.exists(path)
        }
        do {
            if try !linkNewFile(split.name, in: folder, with: bytes) {
                try createNewFile(split.name, in: folder, with: bytes)
            }
        } catch {
            if error.errno == EEXIST { throw Self.exists(path) }
            throw error
        }
        try synchronise(folder)
    }

    /// Fills a file that has no name before it has all it is to hold: whoever is killed before that
    /// leaves nothing.
    /// - Returns: false where the system knows no such files.
    private func linkNewFile(
        _ name: String, in folder: OpenFolder, with bytes: [UInt8]
    ) throws(FileFailure) -> Bool {
        guard
            let file = try LongFile.nameless(in: folder, for: folder.path(of: name), files: self)
        else { return false }
        try file.fill(bytes)
        do {
            try file.link(as: name, in: folder)
            return true
        } catch {
            // Without /proc a nameless file cannot be given a name.
            guard error.errno == ENOENT else { throw error }
            return false
        }
    }

    /// The same where the file system has only files with names.
    private func createNewFile(
        _ name: String, in folder: OpenFolder, with bytes: [UInt8]
    ) throws(FileFailure) {
        WorkingFile.removeAbandoned(of: name, in: folder, files: self)
        let working = try WorkingFile.create(for: name, in: folder, files: self)
        do {
            try working.file.fill(bytes)
            try call(.create, folder.path(of: name)) {
                Int(
                    linkat(
                        folder.descriptor.number, working.name, folder.descriptor.number, name, 0))
            }
        } catch {
            working.abandon()
            throw error
        }
        working.abandon()
    }

    static func exists(_ path: String) -> FileFailure {
        FileFailure(
            .create, path: path, cause: .notOurs,
            message: Message(InspectionMessage.fileExists, verbatim: ["path": path]))
    }
}
