internal import Synchronization

/// Tells work that is under way to stop where it can: set by a signal, read between draws.
public final class StopFlag: Sendable {
    private let flag = Atomic<Bool>(false)

    public init() {}

    public var isSet: Bool { flag.load(ordering: .relaxed) }

    public func set() { flag.store(true, ordering: .relaxed) }
}

/// How far an ensemble came.
public struct EnsembleProgress: Sendable {
    /// Draws that are done, those taken up from an earlier run included.
    public let done: Int
    public let total: Int
}

extension EnsembleStudy {
    /// Works the draws of a shard out, from where the store stands, and keeps each as it comes.
    /// - Parameter tell: called after each draw, on one thread at a time, in order.
    /// - Returns: the store with what was done; fewer than asked for where the flag was set.
    func run(
        _ shard: EnsembleShard, into store: DrawStore, stop: StopFlag,
        tell: @escaping @Sendable (EnsembleProgress) -> Void
    ) throws -> DrawStore {
        let total = shard.size(of: settings.draws)
        let first = store.count
        let kept = Shared(store)
        try OrderedWork.run(
            count: total - first, threads: settings.threads, isStopped: { stop.isSet },
            work: { place in try record(of: shard.draw(at: first + place)) },
            deliver: { place, record in
                try kept.change { try $0.append(record) }
                tell(EnsembleProgress(done: first + place + 1, total: total))
            })
        return kept.value
    }
}
