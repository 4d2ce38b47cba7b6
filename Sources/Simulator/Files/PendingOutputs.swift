import Glibc
import Synchronization

/// Outputs that were begun and not ended, so that a process that is told to stop can take back what
/// it has begun.
///
/// Every call that changes a name on disk passes a gate. Whoever takes the outputs back holds the
/// gate to the end of the process: no other thread makes, renames or removes anything any more, and
/// what is found is the state between two calls, which every output knows how to take back.
public final class PendingOutputs: Sendable {
    private struct Begun {
        var next: UInt64 = 0
        var outputs: [UInt64: @Sendable () -> Void] = [:]
    }

    private let gate = Mutex(())
    /// The thread in the gate, 0 for none. It may pass again.
    private let holder = Atomic<UInt>(0)
    private let begun = Mutex(Begun())

    public init() {}

    /// Whether the calling thread is in the gate.
    var isPassing: Bool { holder.load(ordering: .relaxed) == UInt(pthread_self()) }

    /// Does something that is not to be cut in two. Threads wait for each other here.
    func pass<Value: Sendable>(_ body: () -> Value) -> Value {
        if isPassing { return body() }
        return gate.withLock { _ in
            holder.store(UInt(pthread_self()), ordering: .relaxed)
            defer { holder.store(0, ordering: .relaxed) }
            return body()
        }
    }

    /// Notes an output.
    /// - Parameter takeBack: leaves its place as it was; called in the gate.
    /// - Returns: its number, for ``end(_:)``.
    func begin(_ takeBack: @escaping @Sendable () -> Void) -> UInt64 {
        begun.withLock { begun in
            begun.next += 1
            begun.outputs[begun.next] = takeBack
            return begun.next
        }
    }

    /// The output stands under its name, or is gone.
    func end(_ number: UInt64) {
        _ = begun.withLock { $0.outputs.removeValue(forKey: number) }
    }

    /// Takes all outputs back, the newest first, and lets nothing be changed until `leave` returns;
    /// it should end the process.
    public func takeBack(andThen leave: () -> Void) {
        pass {
            let outputs = begun.withLock { begun in
                begun.outputs.sorted { $0.key > $1.key }.map(\.value)
            }
            for takeBack in outputs { takeBack() }
            leave()
        }
    }
}

extension FileLayer {
    /// Does several calls that a signal is not to come between.
    func pass<Value: Sendable>(_ body: () -> Value) -> Value {
        guard let pending else { return body() }
        return pending.pass(body)
    }
}
