import Glibc

extension FileLayer {
    /// Writes a file so that its name holds the old content or the new, never a part: temporary
    /// name in the same folder, sync, rename, sync of the folder.
    public func replaceFile(at path: String, with bytes: [UInt8]) throws(FileFailure) {
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
        WorkingFile.removeAbandoned(of: split.name, in: folder, files: self)
        let working = try WorkingFile.create(for: split.name, in: folder, files: self)
        do {
            try working.file.fill(bytes)
            try working.rename(to: split.name)
        } catch {
            working.abandon()
            throw error
        }
        try synchronise(folder)
    }

    /// Makes a folder where nothing stands; its parent must exist. Another process may make it in
    /// the same moment.
    /// - Returns: whether this made it.
    public func makeFolderIfMissing(at path: String) throws(FileFailure) -> Bool {
        guard try kind(at: path) == .missing else { return false }
        try Self.checkPath(path, for: .makeFolder)
        do {
            try call(.makeFolder, path) { Int(mkdir(path, 0o755)) }
            return true
        } catch  where error.errno == EEXIST {
            return false
        }
    }

    /// Removes one file.
    public func removeFile(at path: String) throws(FileFailure) {
        try Self.checkPath(path, for: .removeFile)
        try call(.removeFile, path) { Int(unlink(path)) }
    }

    /// Creates a file that was not there, writes it and brings it to disk.
    func createFile(named name: String, in folder: OpenFolder, bytes: [UInt8])
        throws(FileFailure)
    {
        let path = folder.path(of: name)
        let number = try call(.create, path) {
            Int(
                openat(
                    folder.descriptor.number, name,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644))
        }
        let descriptor = Descriptor(Int32(truncatingIfNeeded: number))
        var written = 0
        while written < bytes.count {
            let count = try call(.write, path) {
                bytes.withUnsafeBytes { buffer in
                    write(
                        descriptor.number, buffer.baseAddress?.advanced(by: written),
                        buffer.count - written)
                }
            }
            written += count
        }
        try call(.synchronise, path) { Int(fsync(descriptor.number)) }
    }

    func synchronise(_ folder: OpenFolder) throws(FileFailure) {
        try call(.synchronise, folder.path) { Int(fsync(folder.descriptor.number)) }
    }

    func makeFolder(named name: String, in folder: OpenFolder) throws(FileFailure) {
        try call(.makeFolder, folder.path(of: name)) {
            Int(mkdirat(folder.descriptor.number, name, 0o755))
        }
    }

    func rename(_ name: String, to newName: String, in folder: OpenFolder) throws(FileFailure) {
        try call(.rename, folder.path(of: newName)) {
            Int(renameat(folder.descriptor.number, name, folder.descriptor.number, newName))
        }
    }

    /// Exchanges two names in one step; the folders or files behind them swap places. Fails
    /// with `ENOSYS` or `EINVAL` where the C library, kernel or file system cannot.
    func exchange(_ name: String, _ other: String, in folder: OpenFolder) throws(FileFailure) {
        try call(.exchange, folder.path(of: other)) {
            AtomicExchange.exchange(name, other, in: folder.descriptor.number)
        }
    }

    func removeFile(named name: String, in folder: OpenFolder) throws(FileFailure) {
        try call(.removeFile, folder.path(of: name)) {
            Int(unlinkat(folder.descriptor.number, name, 0))
        }
    }

    func removeFolder(named name: String, in folder: OpenFolder) throws(FileFailure) {
        try call(.removeFolder, folder.path(of: name)) {
            Int(unlinkat(folder.descriptor.number, name, AT_REMOVEDIR))
        }
    }

    /// Removes a file of ours, tried twice, without complaint: used while another failure is
    /// on its way to the user.
    func removeIfPresent(_ name: String, in folder: OpenFolder) {
        for _ in 0..<2 {
            do {
                try removeFile(named: name, in: folder)
                return
            } catch  where error.errno == ENOENT {
                return
            } catch {
                continue
            }
        }
    }

    /// Removes a folder of ours that has nothing in it, without complaint: used while another
    /// failure is on its way to the user.
    public func removeFolderIfEmpty(at path: String) {
        for _ in 0..<2 where (try? call(.removeFolder, path, { Int(rmdir(path)) })) != nil {
            return
        }
    }

    /// Checks that files can be made and removed in a folder.
    func checkWritable(_ folder: OpenFolder) throws(FileFailure) {
        try call(.access, folder.path) {
            Int(faccessat(folder.descriptor.number, ".", W_OK | X_OK, AT_EACCESS))
        }
    }
}
