internal import Simulator
internal import Synchronization

/// Opened scenarios that were worked out before: every step of a slider asks for the same one.
///
/// A scenario is known by the digests of its files, so one that was edited meanwhile is worked
/// out anew.
final class OpenedShelf: Sendable {
    private static let limit = 16

    private struct Entry {
        let files: [InputDigest]
        let opened: OpenedScenario
    }

    /// The one asked for last stands last.
    private let entries = Mutex<[Entry]>([])

    func opened(_ scenario: Scenario, data: DataSet) throws(InputRejected) -> OpenedScenario {
        let known = entries.withLock { entries -> OpenedScenario? in
            guard let place = entries.firstIndex(where: { $0.files == scenario.files }) else {
                return nil
            }
            let entry = entries.remove(at: place)
            entries.append(entry)
            return entry.opened
        }
        if let known { return known }
        let opened = try OpenedScenario(scenario: scenario, data: data)
        entries.withLock { entries in
            entries.removeAll { $0.files == scenario.files }
            entries.append(Entry(files: scenario.files, opened: opened))
            if entries.count > Self.limit { entries.removeFirst() }
        }
        return opened
    }
}
