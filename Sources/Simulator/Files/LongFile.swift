import Glibc

/// A file of ours that is written piece by piece and read by place, for results that do not fit
/// into memory. Closed with the last reference.
final class LongFile: Sendable {
    let descriptor: Descriptor
    let path: String
    let files: FileLayer

    private init(_ descriptor: Descriptor, path: String, files: FileLayer) {
        self.descriptor = descriptor
        self.path = path
        self.files = files
    }

    /// A new file under a name where nothing stands.
    static func create(
        named name: String, in folder: OpenFolder, files: FileLayer
    ) throws(FileFailure) -> LongFile {
        try open(
            named: name, in: folder, files: files,
            flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, operation: .create)
    }

    /// A file that is there, to be read and written on.
    static func reopen(
        named name: String, in folder: OpenFolder, files: FileLayer
    ) throws(FileFailure) -> LongFile {
        try open(
            named: name, in: folder, files: files, flags: O_RDWR | O_NOFOLLOW | O_CLOEXEC,
            operation: .open)
    }

    /// A file that is only read.
    static func read(
        named name: String, in folder: OpenFolder, files: FileLayer
    ) throws(FileFailure) -> LongFile {
        try open(
            named: name, in: folder, files: files, flags: O_RDONLY | O_NOFOLLOW | O_CLOEXEC,
            operation: .open)
    }

    /// A file without a name, gone when it is closed.
    static func temporary(inFolderAt path: String, files: FileLayer) throws(FileFailure) -> LongFile
    {
        let folder = try files.openFolder(at: path)
        if let file = try nameless(in: folder, for: folder.path, files: files) { return file }
        // The file system has only files with names: this one loses its own at once.
        WorkingFile.removeAbandoned(of: "draws", in: folder, files: files)
        let working = try WorkingFile.create(for: "draws", in: folder, files: files)
        do {
            try working.removeName()
        } catch {
            working.abandon()
            throw error
        }
        return working.file
    }

    /// A file that never has a name; nil where the file system knows none. It may be given one by
    /// ``link(as:in:)``.
    /// - Parameter path: what the file is for, as failures name it.
    static func nameless(
        in folder: OpenFolder, for path: String, files: FileLayer
    ) throws(FileFailure) -> LongFile? {
        do {
            let number = try files.call(.create, path) {
                Int(
                    openat(
                        folder.descriptor.number, ".",
                        O_RDWR | O_CLOEXEC | O_DIRECTORY | temporaryFlag, 0o644))
            }
            return LongFile(
                Descriptor(Int32(truncatingIfNeeded: number)), path: path, files: files)
        } catch {
            switch error.errno {
            case EOPNOTSUPP, EISDIR, EINVAL, ENOENT: return nil
            default: throw error
            }
        }
    }

    /// `O_TMPFILE` without `O_DIRECTORY`, which belongs to it; a macro Swift does not see.
    private static let temporaryFlag: Int32 = 0o20_000_000

    /// Gives a nameless file a name where nothing stands.
    func link(as name: String, in folder: OpenFolder) throws(FileFailure) {
        try files.call(.create, folder.path(of: name)) {
            Int(
                linkat(
                    AT_FDCWD, "/proc/self/fd/\(descriptor.number)", folder.descriptor.number, name,
                    AT_SYMLINK_FOLLOW))
        }
    }

    private static func open(
        named name: String, in folder: OpenFolder, files: FileLayer, flags: Int32,
        operation: FileOperation
    ) throws(FileFailure) -> LongFile {
        let path = folder.path(of: name)
        let number = try files.call(operation, path) {
            Int(openat(folder.descriptor.number, name, flags, 0o644))
        }
        let descriptor = Descriptor(Int32(truncatingIfNeeded: number))
        var information = stat()
        do {
            try files.call(.status, path) { Int(fstat(descriptor.number, &information)) }
        } catch {
            if operation == .create { files.removeIfPresent(name, in: folder) }
            throw error
        }
        guard FileLayer.kind(ofMode: information.st_mode) == .regularFile else {
            throw FileFailure(
                operation, path: path, cause: .notRegular,
                message: Message(FileMessage.notRegular, verbatim: ["path": path]))
        }
        return LongFile(descriptor, path: path, files: files)
    }

    /// Bytes in the file.
    func length() throws(FileFailure) -> Int {
        var information = stat()
        try files.call(.status, path) { Int(fstat(descriptor.number, &information)) }
        return Int(information.st_size)
    }

    /// Writes at a place; the file grows as needed.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileFailure) {
        var written = 0
        while written < bytes.count {
            let count = try files.call(.write, path) {
                pwrite(
                    descriptor.number, bytes.baseAddress?.advanced(by: written),
                    bytes.count - written, offset + written)
            }
            written += count
        }
    }

    /// Writes numbers at a place, eight bytes each.
    func write(_ numbers: [Double], at offset: Int) throws(FileFailure) {
        // A closure that throws loses its type, so the failure is carried out by hand.
        let result = numbers.withUnsafeBytes { bytes in
            Result<Void, FileFailure> { () throws(FileFailure) in try write(bytes, at: offset) }
        }
        try result.get()
    }

    /// Writes what a file has from its beginning on, and brings it to disk.
    func fill(_ bytes: [UInt8]) throws(FileFailure) {
        try write(bytes, at: 0)
        try synchronise()
    }

    func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
        let result = bytes.withUnsafeBytes { bytes in
            Result<Void, FileFailure> { () throws(FileFailure) in try write(bytes, at: offset) }
        }
        try result.get()
    }

    /// Fills a buffer from a place.
    /// - Returns: the bytes read; fewer where the file ends.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileFailure) -> Int
    {
        var filled = 0
        while filled < buffer.count {
            let count = try files.call(.read, path) {
                pread(
                    descriptor.number, buffer.baseAddress?.advanced(by: filled),
                    buffer.count - filled, offset + filled)
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    func read(_ count: Int, at offset: Int) throws(FileFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let result = bytes.withUnsafeMutableBytes { buffer in
            Result<Int, FileFailure> { () throws(FileFailure) in
                try read(into: buffer, at: offset)
            }
        }
        let filled = try result.get()
        return filled == count ? bytes : Array(bytes[..<filled])
    }

    /// Cuts the file off.
    func truncate(to length: Int) throws(FileFailure) {
        try files.call(.write, path) { Int(ftruncate(descriptor.number, length)) }
    }

    func synchronise() throws(FileFailure) {
        try files.call(.synchronise, path) { Int(fsync(descriptor.number)) }
    }
}
