import Glibc
import Simulator
import Testing

@Suite("A file operation that fails")
struct FileFailureTests {
    /// What reading a file says where the system refuses to open it with an error number.
    private func failure(_ number: Int32) throws -> FileFailure {
        let files = FileLayer(faults: FaultInjector(failing: .open, call: 1, errorNumber: number))
        return try #require(throws: FileFailure.self) { try files.readFile(at: "a", limit: 1) }
    }

    private static let words: [(number: Int32, en: String, zh: String)] = [
        (ENOENT, "no such file or folder", "文件或文件夹不存在"), (ENOTDIR, "not a folder", "不是文件夹"),
        (EISDIR, "is a folder", "是文件夹"), (EACCES, "permission denied", "权限不足"),
        (EPERM, "operation not permitted", "操作不被允许"),
        (EROFS, "read-only file system", "只读文件系统"),
        (ENOSPC, "no space left on the disk", "磁盘空间已满"),
        (EDQUOT, "disk quota used up", "磁盘配额已用完"),
        (EFBIG, "larger than a file may be here", "超过此处文件大小的限制"),
        (EIO, "input or output error", "输入输出错误"),
        (ELOOP, "symbolic links in a circle", "符号链接成环"),
        (EMFILE, "too many open files", "打开的文件过多"), (ENFILE, "too many open files", "打开的文件过多"),
        (ENAMETOOLONG, "name too long", "名称过长"), (EEXIST, "already exists", "已存在"),
        (ENOTEMPTY, "folder not empty", "文件夹非空"), (EBUSY, "in use", "正被占用"),
        (EXDEV, "on another disk", "位于另一磁盘"),
    ]

    @Test("says in both languages what could not be done, and why", arguments: words.indices)
    func said(_ index: Int) throws {
        let (number, english, chinese) = Self.words[index]
        let failure = try failure(number)
        #expect(failure.operation == .open && failure.path == "a" && failure.errno == number)
        let (first, second) = (
            failure.message.rendered(in: .english), failure.message.rendered(in: .chinese)
        )
        #expect(first.hasPrefix("a: cannot open: \(english)"), "\(first)")
        #expect(second.hasPrefix("a：无法打开：\(chinese)"), "\(second)")
    }

    @Test("gives advice by what sort of obstacle it was")
    func advice() throws {
        let sorts: [(identifier: String, cause: FileFailure.Cause, numbers: [Int32])] = [
            ("file.missing", .missing, [ENOENT, ENOTDIR]),
            ("file.disk_full", .system, [ENOSPC, EDQUOT, EFBIG]),
            ("file.no_permission", .system, [EACCES, EPERM, EROFS]),
            ("file.system_fault", .system, [EIO, EMFILE, EBUSY, EXDEV]),
        ]
        for sort in sorts {
            for number in sort.numbers {
                let failure = try failure(number)
                #expect(failure.message.identifier == sort.identifier, "\(number)")
                #expect(failure.cause == sort.cause, "\(number)")
                // Only what is not there is the fault of the path.
                #expect(failure.isUnsuitableInput == (sort.cause == .missing), "\(number)")
            }
        }
        #expect(try failure(EIO).message.rendered(in: .english).contains("(error \(EIO))"))
        #expect(try failure(EIO).message.rendered(in: .chinese).contains("（错误 \(EIO)）"))
    }

    @Test("with an error number that nobody has words for has the system's")
    func systemWords() throws {
        let words = try #require(strerror(ENOTTY).map { String(cString: $0) })
        let failure = try failure(ENOTTY)
        #expect(failure.message.identifier == "file.system_fault")
        for language in Language.allCases {
            #expect(failure.message.rendered(in: language).contains(words))
        }
    }

    @Test("need not be one on a file: writing a stream, listening, starting a program")
    func outside() throws {
        let writing = FileFailure.writing("standard output", errno: ENOSPC)
        #expect(writing.operation == .write && writing.errno == ENOSPC)
        #expect(
            writing.message.rendered(in: .english).hasPrefix(
                "standard output: cannot write: no space left on the disk."))
        let binding = FileFailure.binding("127.0.0.1:80", errno: EADDRINUSE)
        #expect(binding.operation == .listen && binding.cause == .system)
        #expect(
            binding.message.rendered(in: .english).hasPrefix(
                "127.0.0.1:80: cannot listen on: another program uses it; choose another port,"))
        #expect(
            binding.message.rendered(in: .chinese).hasPrefix("127.0.0.1:80：无法监听：已被其他程序占用；请换一个端口"))
        for language in Language.allCases {
            let text = binding.message.rendered(in: language)
            #expect(!text.contains("disk") && !text.contains("磁盘"), "an address lies on no disk")
        }
        let starting = FileFailure.starting("xdg-open", errno: ENOENT)
        #expect(starting.operation == .start && starting.cause == .missing)
        #expect(
            starting.message.rendered(in: .english).hasPrefix(
                "xdg-open: cannot start: no such file or folder."))
        #expect(
            starting.message.rendered(in: .chinese).hasPrefix("xdg-open：无法启动：文件或文件夹不存在。"))
    }
}
