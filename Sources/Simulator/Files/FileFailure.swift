import Glibc

/// A file operation did not succeed.
public struct FileFailure: Error, Sendable {
    /// What sort of obstacle it was.
    public enum Cause: Sendable, Hashable {
        /// The operating system refused or failed; ``FileFailure/errno`` says why.
        case system
        /// Nothing stands at the path.
        case missing
        /// A folder, FIFO, socket or device where a regular file is due.
        case notRegular
        /// The file is larger than the limit.
        case tooLarge
        /// The output place holds something that is not ours, or is a symbolic link.
        case notOurs
        /// Another process is at work on the same output.
        case locked
        /// A path or name that cannot be used.
        case badName
    }

    public let operation: FileOperation
    public let path: String
    /// The error number of the operating system; 0 where the refusal is our own.
    public let errno: Int32
    public let cause: Cause
    public let message: Message

    /// Whether the path, rather than the machine, is at fault: nothing there, no regular file,
    /// too large. A reader of inputs reports these as findings.
    public var isUnsuitableInput: Bool {
        switch cause {
        case .missing, .notRegular, .tooLarge, .badName: true
        case .system, .notOurs, .locked: false
        }
    }

    /// A write outside the file layer, such as to standard output, that failed.
    public static func writing(_ place: String, errno number: Int32) -> FileFailure {
        FileFailure(.write, path: place, errno: number)
    }

    /// An address of this machine that cannot be listened on.
    public static func binding(_ address: String, errno number: Int32) -> FileFailure {
        FileFailure(.listen, path: address, errno: number)
    }

    /// Another program that could not be started.
    public static func starting(_ program: String, errno number: Int32) -> FileFailure {
        FileFailure(.start, path: program, errno: number)
    }

    /// Whether nothing can stand at the path, so that the answer is "not there". A machine that
    /// fails to answer is another matter: what it would have said must not be guessed.
    var meansAbsence: Bool {
        switch errno {
        case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: true
        default: cause == .badName
        }
    }

    /// Whether symbolic links ran in a circle.
    var isLinkLoop: Bool { errno == ELOOP }

    init(
        _ operation: FileOperation, path: String, errno: Int32 = 0, cause: Cause,
        message: Message
    ) {
        self.operation = operation
        self.path = path
        self.errno = errno
        self.cause = cause
        self.message = message
    }

    /// A failed system call.
    init(_ operation: FileOperation, path: String, errno number: Int32) {
        let arguments = [
            "path": Text(verbatim: path),
            "operation": operation.name,
            "error": ErrorNumber.text(number),
            "number": Text(verbatim: String(number)),
        ]
        self.operation = operation
        self.path = path
        errno = number
        switch number {
        case ENOENT, ENOTDIR:
            cause = .missing
            message = Message(FileMessage.missing, arguments)
        case ENOSPC, EDQUOT, EFBIG:
            cause = .system
            message = Message(FileMessage.diskFull, arguments)
        case EACCES, EPERM, EROFS:
            cause = .system
            message = Message(FileMessage.noPermission, arguments)
        default:
            cause = .system
            // Addresses, programs and threads lie on no disk.
            let isOfDisk = operation != .listen && operation != .start
            message = Message(
                isOfDisk ? FileMessage.systemFault : FileMessage.machineFault, arguments)
        }
    }
}

/// Words for the error numbers a user meets.
enum ErrorNumber {
    static func text(_ number: Int32) -> Text {
        switch number {
        case ENOENT: Text(en: "no such file or folder", zh: "文件或文件夹不存在")
        case ENOTDIR: Text(en: "not a folder", zh: "不是文件夹")
        case EISDIR: Text(en: "is a folder", zh: "是文件夹")
        case EACCES: Text(en: "permission denied", zh: "权限不足")
        case EPERM: Text(en: "operation not permitted", zh: "操作不被允许")
        case EROFS: Text(en: "read-only file system", zh: "只读文件系统")
        case ENOSPC: Text(en: "no space left on the disk", zh: "磁盘空间已满")
        case EDQUOT: Text(en: "disk quota used up", zh: "磁盘配额已用完")
        case EFBIG: Text(en: "larger than a file may be here", zh: "超过此处文件大小的限制")
        case EIO: Text(en: "input or output error", zh: "输入输出错误")
        case ELOOP: Text(en: "symbolic links in a circle", zh: "符号链接成环")
        case EMFILE, ENFILE: Text(en: "too many open files", zh: "打开的文件过多")
        case ENAMETOOLONG: Text(en: "name too long", zh: "名称过长")
        case EEXIST: Text(en: "already exists", zh: "已存在")
        case ENOTEMPTY: Text(en: "folder not empty", zh: "文件夹非空")
        case EADDRINUSE:
            Text(
                en: "another program uses it; choose another port, or 0 for any that is free",
                zh: "已被其他程序占用；请换一个端口，或用 0 任选空闲端口")
        case EAGAIN:
            Text(en: "the system has no more to give at the moment", zh: "系统暂无可用资源")
        case EBUSY: Text(en: "in use", zh: "正被占用")
        case EXDEV: Text(en: "on another disk", zh: "位于另一磁盘")
        default: system(number)
        }
    }

    private static func system(_ number: Int32) -> Text {
        guard let words = strerror(number) else { return Text(verbatim: "\(number)") }
        return Text(verbatim: String(cString: words))
    }
}
