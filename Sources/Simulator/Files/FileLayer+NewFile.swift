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
        let temporary =
            ".\(split.name.prefix(60)).greenalu-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        do {
            try createFile(named: temporary, in: folder, bytes: bytes)
            try call(.create, path) {
                Int(
                    linkat(
                        folder.descriptor.number, temporary, folder.descriptor.number, split.name,
                        0))
            }
        } catch {
            removeIfPresent(temporary, in: folder)
            if error.errno == EEXIST { throw Self.exists(path) }
            throw error
        }
        removeIfPresent(temporary, in: folder)
        try synchronise(folder)
    }

    static func exists(_ path: String) -> FileFailure {
        FileFailure(
            .create, path: path, cause: .notOurs,
            message: Message(InspectionMessage.fileExists, verbatim: ["path": path]))
    }
}
