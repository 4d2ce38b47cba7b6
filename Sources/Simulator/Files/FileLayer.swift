import Glibc

/// The one way to files: every call of the program on the file system goes through a file layer,
/// so that each can be counted and made to fail by a test.
///
/// Reading opens regular files only. Writing is atomic: a file or a run folder is complete
/// under its name, or not there at all.
public struct FileLayer: Sendable {
    private let faults: FaultInjector?
    let pending: PendingOutputs?

    /// - Parameter pending: where outputs under way are noted, so that they can be taken back.
    public init(faults: FaultInjector? = nil, pending: PendingOutputs? = nil) {
        self.faults = faults
        self.pending = pending
    }

    /// Makes a system call that returns a negative number on failure. Interrupted calls are
    /// made again.
    @discardableResult
    func call(_ operation: FileOperation, _ path: String, _ body: () -> Int) throws(FileFailure)
        -> Int
    {
        if let number = faults?.errorNumber(for: operation) {
            throw FileFailure(operation, path: path, errno: number)
        }
        while true {
            let (result, number) = gated(operation, body)
            if result >= 0 { return result }
            if number == EINTR { continue }
            throw FileFailure(operation, path: path, errno: number)
        }
    }

    /// Makes a call, at the gate of the pending outputs where it changes a name.
    /// - Returns: its result and error number.
    private func gated(_ operation: FileOperation, _ body: () -> Int) -> (Int, Int32) {
        func made() -> (Int, Int32) {
            let result = body()
            return (result, result < 0 ? errno : 0)
        }
        guard let pending, FileOperation.naming.contains(operation) else { return made() }
        return pending.pass(made)
    }

    /// A call that is tried once more where it fails, for one whose failure would leave something
    /// behind that may not be removed.
    func callTwice(_ operation: FileOperation, _ path: String, _ body: () -> Int)
        throws(FileFailure)
    {
        do {
            try call(operation, path, body)
        } catch {
            if [EWOULDBLOCK, ENOENT].contains(error.errno) { throw error }
            try call(operation, path, body)
        }
    }

    /// Refuses texts no file can be called by: a null character would cut the name short.
    static func checkPath(_ path: String, for operation: FileOperation) throws(FileFailure) {
        if path.isEmpty || path.utf8.contains(0) {
            throw FileFailure(
                operation, path: path, cause: .badName,
                message: Message(FileMessage.badPath, verbatim: ["path": path]))
        }
    }

    /// Where files go that nobody is to find again: `TMPDIR`, else `/tmp`.
    static var temporaryFolder: String {
        guard let value = getenv("TMPDIR") else { return "/tmp" }
        let named = String(cString: value)
        return named.isEmpty ? "/tmp" : named
    }

    // MARK: Folders

    func openFolder(at path: String) throws(FileFailure) -> OpenFolder {
        try Self.checkPath(path, for: .open)
        let number = try call(.open, path) {
            Int(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        }
        return OpenFolder(descriptor: Descriptor(Int32(truncatingIfNeeded: number)), path: path)
    }

    /// Opens a folder inside another, not following a symbolic link.
    func openFolder(named name: String, in folder: OpenFolder) throws(FileFailure) -> OpenFolder {
        let path = folder.path(of: name)
        let number = try call(.open, path) {
            Int(
                openat(
                    folder.descriptor.number, name,
                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
        }
        return OpenFolder(descriptor: Descriptor(Int32(truncatingIfNeeded: number)), path: path)
    }

    /// The names in a folder, sorted, without `.` and `..`. A name that is not UTF-8 is shown
    /// with replacement characters, so it never equals a name of ours.
    func names(in folder: OpenFolder) throws(FileFailure) -> [String] {
        let number = try call(.list, folder.path) {
            Int(openat(folder.descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        }
        let copy = Int32(truncatingIfNeeded: number)
        guard let stream = fdopendir(copy) else {
            let number = errno
            _ = close(copy)
            throw FileFailure(.list, path: folder.path, errno: number)
        }
        defer { closedir(stream) }
        var names: [String] = []
        try call(.list, folder.path) {
            names = []
            rewinddir(stream)
            while true {
                errno = 0
                guard let entry = readdir(stream) else { return errno == 0 ? 0 : -1 }
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { names.append(name) }
            }
        }
        return names.sorted()
    }

    /// What a name in a folder stands for, and the device it lies on.
    func status(of name: String, in folder: OpenFolder) throws(FileFailure) -> (
        kind: FileKind, device: UInt
    ) {
        var information = stat()
        do {
            try call(.status, folder.path(of: name)) {
                Int(fstatat(folder.descriptor.number, name, &information, AT_SYMLINK_NOFOLLOW))
            }
        } catch  where error.errno == ENOENT {
            return (.missing, 0)
        }
        return (Self.kind(ofMode: information.st_mode), UInt(information.st_dev))
    }

    /// The device an open folder lies on.
    func device(of folder: OpenFolder) throws(FileFailure) -> UInt {
        var information = stat()
        try call(.status, folder.path) { Int(fstat(folder.descriptor.number, &information)) }
        return UInt(information.st_dev)
    }

    static func kind(ofMode mode: mode_t) -> FileKind {
        switch mode & S_IFMT {
        case S_IFREG: .regularFile
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }
}
