import Synchronization

/// A hook for tests: counts the calls of the file layer, makes chosen ones fail, or does something
/// of the test's own before one, such as ending the process.
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

    private enum Effect: Sendable {
        case failure(errorNumber: Int32, extent: Extent)
        case action(@Sendable () -> Void)
    }

    /// Nil for calls of any kind.
    private let operations: Set<FileOperation>?
    private let number: Int
    private let effect: Effect
    private let counts = Mutex(Counts())

    /// - Parameters:
    ///   - operation: the kind of call to fail, or nil for calls of any kind.
    ///   - number: which call of that kind, 1 being the first; 0 only counts.
    ///   - errorNumber: the `errno` the failing call reports.
    public init(
        failing operation: FileOperation? = nil, call number: Int, errorNumber: Int32,
        extent: Extent = .once
    ) {
        operations = operation.map { [$0] }
        self.number = number
        effect = .failure(errorNumber: errorNumber, extent: extent)
    }

    /// The same for several kinds of call, which are counted together.
    public init(
        failingAnyOf operations: Set<FileOperation>, call number: Int, errorNumber: Int32,
        extent: Extent = .once
    ) {
        self.operations = operations
        self.number = number
        effect = .failure(errorNumber: errorNumber, extent: extent)
    }

    /// Lets every call through, and does something before the chosen one.
    public init(
        beforeAnyOf operations: Set<FileOperation>, call number: Int,
        act: @escaping @Sendable () -> Void
    ) {
        self.operations = operations
        self.number = number
        effect = .action(act)
    }

    /// Calls made so far, failed or not.
    public var callCount: Int { counts.withLock { $0.calls } }

    /// Calls of the chosen kinds made so far, failed or not.
    public var matchingCount: Int { counts.withLock { $0.matching } }

    /// Whether any call was made to fail, or the action was taken.
    public var hasFired: Bool { counts.withLock { $0.fired > 0 } }

    /// Counts a call; the error number it must fail with, or nil to let it through.
    func errorNumber(for called: FileOperation) -> Int32? {
        let isChosen = counts.withLock { counts in
            counts.calls += 1
            if let operations, !operations.contains(called) { return false }
            counts.matching += 1
            let isChosen =
                if case .failure(_, .onwards) = effect {
                    number > 0 && counts.matching >= number
                } else {
                    counts.matching == number
                }
            if isChosen { counts.fired += 1 }
            return isChosen
        }
        guard isChosen else { return nil }
        switch effect {
        case .failure(let errorNumber, _): return errorNumber
        case .action(let act):
            act()
            return nil
        }
    }
}
