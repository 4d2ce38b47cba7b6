import Glibc

/// A lock other processes respect, held by a file that is removed again on release. The system
/// frees it when the process ends, however it ends.
final class FileLock: Sendable {
    private let descriptor: Descriptor
    private let name: String
    private let folder: OpenFolder
    private let files: FileLayer

    private init(_ descriptor: Descriptor, name: String, folder: OpenFolder, files: FileLayer) {
        self.descriptor = descriptor
        self.name = name
        self.folder = folder
        self.files = files
    }

    /// The file goes while it is still locked, so that nobody locks a file that then vanishes
    /// unnoticed: `take` compares what it locked with what stands under the name.
    func release() {
        files.removeIfPresent(name, in: folder)
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
                try files.call(.lock, folder.path(of: name)) {
                    Int(flock(descriptor.number, LOCK_EX | LOCK_NB))
                }
            } catch {
                if error.errno == EWOULDBLOCK { throw locked(path) }
                files.removeIfPresent(name, in: folder)
                throw error
            }
            if isSame(descriptor, name: name, in: folder) {
                return FileLock(descriptor, name: name, folder: folder, files: files)
            }
        }
        throw locked(path)
    }

    private static func locked(_ path: String) -> FileFailure {
        FileFailure(
            .lock, path: path, errno: EWOULDBLOCK, cause: .locked,
            message: Message(FileMessage.outputLocked, verbatim: ["path": path]))
    }

    private static func isSame(_ descriptor: Descriptor, name: String, in folder: OpenFolder)
        -> Bool
    {
        var opened = stat()
        var named = stat()
        guard fstat(descriptor.number, &opened) == 0,
            fstatat(folder.descriptor.number, name, &named, AT_SYMLINK_NOFOLLOW) == 0
        else { return false }
        return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }
}
