internal import CGSL

/// The state of the GNU Scientific Library in this process.
public enum GSLRuntime {
    /// Turns the library's aborting error handler off, once, whoever calls first.
    ///
    /// Every type of this module calls it before its first call into the library; a program may call
    /// it early, before it starts threads.
    public static func start() {
        _ = handlerIsOff
    }

    /// The version of the library the process runs with, for example "2.7.1".
    public static var version: String {
        unsafe cgsl_version().map { unsafe String(cString: $0) } ?? "unknown"
    }

    /// The library that does the dense linear algebra below GSL: "gslcblas" or "openblas".
    public static var linearAlgebraLibrary: String {
        #if OpenBLAS
            "openblas"
        #else
            "gslcblas"
        #endif
    }

    private static let handlerIsOff: Bool = {
        _ = unsafe gsl_set_error_handler_off()
        return true
    }()
}
