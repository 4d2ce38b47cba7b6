import Synchronization

/// A hook for tests: counts the calls of the file layer and makes chosen ones fail.
///
/// A test runs the same work again and again with the first, second, third call failing, until
/// a run succeeds because the work makes fewer calls. After each run it checks what is on disk.
public final class FaultInjector: Sendable {
    /// Which calls fail.
    public enum Extent: Sendable {
        /// Only the chosen call, as with a passing fault.
        case once
        /// The chosen call and all after it of the kind, as with a full disk.
        case onwards
    }

    private struct Counts {
        var calls = 0
        var matching = 0
        var fired = 0
    }

    private let operation: FileOperation?
    private let number: Int
    private let errorNumber: Int32
    private let extent: Extent
    private let counts = Mutex(Counts())

    /// - Parameters:
    ///   - operation: the kind of call to fail, or nil for calls of any kind.
    ///   - number: which call of that kind, 1 being the first; 0 only counts.
    ///   - errorNumber: the `errno` the failing call reports.
    public init(
        failing operation: FileOperation? = nil, call number: Int, errorNumber: Int32,
        extent: Extent = .once
    ) {
        self.operation = operation
        self.number = number
        self.errorNumber = errorNumber
        self.extent = extent
    }

    /// Calls made so far, failed or not.
    public var callCount: Int { counts.withLock { $0.calls } }

    /// Whether any call was made to fail.
    public var hasFired: Bool { counts.withLock { $0.fired > 0 } }

    /// Counts a call; the error number it must fail with, or nil to let it through.
    func errorNumber(for called: FileOperation) -> Int32? {
        counts.withLock { counts in
            counts.calls += 1
            if let operation, operation != called { return nil }
            counts.matching += 1
            let fails =
                switch extent {
                case .once: counts.matching == number
                case .onwards: number > 0 && counts.matching >= number
                }
            guard fails else { return nil }
            counts.fired += 1
            return errorNumber
        }
    }
}
