import Glibc
import Synchronization

/// A lock other processes respect, held by a file that is removed again on release. The system
/// frees it when the process ends, however it ends.
final class FileLock: Sendable {
    private let descriptor: Descriptor
    private let name: String
    private let folder: OpenFolder
    private let files: FileLayer
    private let state = Mutex(true)
    /// The number under which what the lock protects is noted as pending.
    private let noted = Mutex<UInt64?>(nil)

    private init(_ descriptor: Descriptor, name: String, folder: OpenFolder, files: FileLayer) {
        self.descriptor = descriptor
        self.name = name
        self.folder = folder
        self.files = files
    }

    /// Whether the lock was taken and not yet released. What it protects is this process's to
    /// change only as long: afterwards the same names may be another's.
    var isHeld: Bool { state.withLock { $0 } }

    /// The file goes while it is still locked, so that nobody locks a file that then vanishes
    /// unnoticed: `take` compares what it locked with what stands under the name. Once only, since
    /// the next file of that name is another's.
    func release() {
        // In one step: once the name is free it may be another's, and not to be taken back.
        files.pass {
            let wasHeld = state.withLock { isHeld in
                defer { isHeld = false }
                return isHeld
            }
            guard wasHeld else { return }
            files.removeIfPresent(name, in: folder)
            if let number = noted.withLock({ $0 }) { files.pending?.end(number) }
            _ = flock(descriptor.number, LOCK_UN)
        }
    }

    /// Notes what the lock protects as an output that is pending until the lock is released.
    func note(_ takeBack: @escaping @Sendable () -> Void) {
        guard let pending = files.pending else { return }
        noted.withLock { $0 = pending.begin(takeBack) }
    }

    /// Takes the lock or says at once that another process has it.
    ///
    /// - Parameter path: what is being locked, for the message.
    static func take(
        named name: String, in folder: OpenFolder, protecting path: String, files: FileLayer
    ) throws(FileFailure) -> FileLock {
        // A lock file may be removed between opening and locking; then the next try finds it
        // gone and makes a new one.
        for _ in 0..<100 {
            let number = try files.call(.create, folder.path(of: name)) {
                Int(
                    openat(
                        folder.descriptor.number, name,
                        O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600))
            }
            let descriptor = Descriptor(Int32(truncatingIfNeeded: number))
            do {
                try lock(descriptor, name: name, in: folder, files: files)
                if try isSame(descriptor, name: name, in: folder, files: files) {
                    return FileLock(descriptor, name: name, folder: folder, files: files)
                }
            } catch {
                // The file stays: without the lock it may be another's, and empty it harms nobody.
                throw error.errno == EWOULDBLOCK ? locked(path) : error
            }
        }
        throw locked(path)
    }

    private static func locked(_ path: String) -> FileFailure {
        FileFailure(
            .lock, path: path, errno: EWOULDBLOCK, cause: .locked,
            message: Message(FileMessage.outputLocked, verbatim: ["path": path]))
    }

    /// Whether a name still stands for the file that was opened and locked under it.
    private static func isSame(
        _ descriptor: Descriptor, name: String, in folder: OpenFolder, files: FileLayer
    ) throws(FileFailure) -> Bool {
        let path = folder.path(of: name)
        var opened = stat()
        var named = stat()
        do {
            try files.callTwice(.status, path) { Int(fstat(descriptor.number, &opened)) }
            try files.callTwice(.status, path) {
                Int(fstatat(folder.descriptor.number, name, &named, AT_SYMLINK_NOFOLLOW))
            }
        } catch {
            if error.errno == ENOENT { return false }
            throw error
        }
        return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }

    private static func lock(
        _ descriptor: Descriptor, name: String, in folder: OpenFolder, files: FileLayer
    ) throws(FileFailure) {
        try files.callTwice(.lock, folder.path(of: name)) {
            Int(flock(descriptor.number, LOCK_EX | LOCK_NB))
        }
    }
}
