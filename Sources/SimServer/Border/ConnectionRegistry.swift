internal import NIOCore
internal import Synchronization

/// The open connections. At the limit one of them makes room, so that clients that hold connections
/// without asking lock nobody out: first one whose client has ended its own side, which hardly any
/// does that still reads, then the one that has asked for nothing for the longest time.
final class ConnectionRegistry: Sendable {
    private struct Entry {
        let channel: any Channel
        var isBusy = false
        var hasEndedSending = false
        /// Grows with every change, so that the least is the longest unchanged.
        var changed: Int

        var canMakeRoom: Bool { hasEndedSending || !isBusy }

        func makesRoom(before other: Entry) -> Bool {
            hasEndedSending == other.hasEndedSending
                ? changed < other.changed : hasEndedSending
        }
    }

    private struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var changes = 0
        var refused = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    var count: Int { state.withLock { $0.entries.count } }
    var refusedCount: Int { state.withLock { $0.refused } }

    /// - Returns: whether there is room; the connection that makes room is closed.
    func admit(_ channel: any Channel) -> Bool {
        let (isAdmitted, evicted) = state.withLock { state -> (Bool, (any Channel)?) in
            var evicted: (any Channel)?
            if state.entries.count >= limit {
                let first = state.entries.filter(\.value.canMakeRoom)
                    .min { $0.value.makesRoom(before: $1.value) }
                guard let first else {
                    state.refused += 1
                    return (false, nil)
                }
                state.entries[first.key] = nil
                evicted = first.value.channel
            }
            state.changes += 1
            state.entries[ObjectIdentifier(channel)] = Entry(
                channel: channel, changed: state.changes)
            return (true, evicted)
        }
        evicted?.close(mode: .all, promise: nil)
        return isAdmitted
    }

    /// - Parameter isBusy: whether a request came in whole and is being answered.
    func note(_ channel: any Channel, isBusy: Bool) {
        state.withLock { state in
            state.changes += 1
            state.entries[ObjectIdentifier(channel)]?.isBusy = isBusy
            state.entries[ObjectIdentifier(channel)]?.changed = state.changes
        }
    }

    /// The client sends no more: it has left, or waits for the last answer only.
    func noteEndOfSending(_ channel: any Channel) {
        state.withLock { $0.entries[ObjectIdentifier(channel)]?.hasEndedSending = true }
    }

    func remove(_ channel: any Channel) {
        state.withLock { $0.entries[ObjectIdentifier(channel)] = nil }
    }

    /// Closes what is open, so that the server can end.
    func closeAll() {
        let channels = state.withLock { $0.entries.values.map(\.channel) }
        for channel in channels { channel.close(mode: .all, promise: nil) }
    }
}
