internal import Synchronization

/// A value that several threads change, one at a time.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) {
        state = Mutex(value)
    }

    var value: Value { state.withLock { $0 } }

    func change(_ body: (inout Value) throws -> Void) throws {
        try state.withLock { try body(&$0) }
    }
}
