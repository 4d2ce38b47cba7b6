internal import Synchronization

/// Takes futures as they are read, in their order.
final class ReadingCollector: Sendable {
    private let state = Mutex([RobustProblem.Reading]())

    func append(_ reading: RobustProblem.Reading) {
        state.withLock { $0.append(reading) }
    }

    var readings: [RobustProblem.Reading] { state.withLock { $0 } }
}
