internal import NIOCore
internal import Synchronization

/// The open connections. At the limit the one that has asked for nothing for the longest time
/// makes room, so that clients that hold connections without asking lock nobody out.
final class ConnectionRegistry: Sendable {
    private struct Entry {
        let channel: any Channel
        var isBusy = false
        /// Grows with every change, so that the least is the longest unchanged.
        var changed: Int
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
                let idle = state.entries.filter { !$0.value.isBusy }
                    .min { $0.value.changed < $1.value.changed }
                guard let idle else {
                    state.refused += 1
                    return (false, nil)
                }
                state.entries[idle.key] = nil
                evicted = idle.value.channel
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

    func remove(_ channel: any Channel) {
        state.withLock { $0.entries[ObjectIdentifier(channel)] = nil }
    }

    /// Closes what is open, so that the server can end.
    func closeAll() {
        let channels = state.withLock { $0.entries.values.map(\.channel) }
        for channel in channels { channel.close(mode: .all, promise: nil) }
    }
}
