import Glibc

/// `renameat2` with `RENAME_EXCHANGE`. Swift's Glibc module does not show the function, so it is
/// looked up by name; a C library without it counts as a system that cannot exchange.
enum AtomicExchange {
    private typealias Function =
        @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32

    private static let function: Function? = dlopen(nil, RTLD_NOW).flatMap { program in
        dlsym(program, "renameat2").map { unsafeBitCast($0, to: Function.self) }
    }

    private static let exchangeFlag: UInt32 = 2

    static func exchange(_ name: String, _ other: String, in folder: Int32) -> Int {
        let function = function
        errno = ENOSYS
        return Int(function?(folder, name, folder, other, exchangeFlag) ?? -1)
    }
}
