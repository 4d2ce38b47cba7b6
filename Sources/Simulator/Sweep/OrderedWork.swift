internal import Synchronization

/// Runs independent pieces of work on several threads and hands their results over in order, so
/// that what is written does not depend on how many threads there are.
enum OrderedWork {
    private struct State<Result: Sendable> {
        var next = 0
        var delivered = 0
        var waiting: [Int: Result] = [:]
        /// The first failure in the order of the work.
        var failure: (index: Int, error: any Error)?

        mutating func note(_ error: any Error, at index: Int) {
            if let failure, failure.index <= index { return }
            failure = (index, error)
        }
    }

    /// Does `work` for 0 to `count` - 1 and calls `deliver` with each result, one call at a time,
    /// ascending. After a failure nothing more is begun; the failure with the lowest index is
    /// thrown, whichever came first.
    /// - Parameter isStopped: asked before each piece; once it says yes, nothing more is begun, and
    ///   what is under way is delivered.
    static func run<Result: Sendable>(
        count: Int, threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
        work: @escaping @Sendable (Int) throws -> Result,
        deliver: @escaping @Sendable (Int, Result) throws -> Void
    ) throws {
        let state = Mutex(State<Result>())
        WorkerThreads.run(min(threads, count)) {
            while true {
                let index = state.withLock { state -> Int? in
                    guard state.next < count, state.failure == nil, !isStopped() else {
                        return nil
                    }
                    state.next += 1
                    return state.next - 1
                }
                guard let index else { return }
                let outcome = Swift.Result { try work(index) }
                state.withLock { state in
                    switch outcome {
                    case .success(let result): state.waiting[index] = result
                    case .failure(let error): state.note(error, at: index)
                    }
                    // Nothing is delivered past a failure, so that what was kept has no gap.
                    while state.failure.map({ $0.index > state.delivered }) ?? true,
                        let result = state.waiting.removeValue(forKey: state.delivered)
                    {
                        do {
                            try deliver(state.delivered, result)
                        } catch {
                            state.note(error, at: state.delivered)
                        }
                        state.delivered += 1
                    }
                }
            }
        }
        if let failure = state.withLock({ $0.failure }) { throw failure.error }
    }
}
