internal import PlannerPage
internal import Synchronization

/// The answers given last, by the state that was asked for: a figure, a table or a file of what is
/// shown already, and the way back, cost nothing.
///
/// Shipped scenarios do not change while the server runs, so such a state is always answered in the
/// same way. Saved scenarios may be deleted, and the bands of an ensemble come later than their
/// number; states with either are not kept.
final class AnswerShelf: Sendable {
    private struct Entry {
        let state: PageState
        let answer: Answer
    }

    private let limit: Int
    /// The one used last stands at the end.
    private let entries = Mutex<[Entry]>([])

    init(limit: Int = 16) { self.limit = max(1, limit) }

    func answer(to state: PageState) -> Answer? {
        entries.withLock { entries in
            guard let place = entries.firstIndex(where: { $0.state == state }) else { return nil }
            let entry = entries.remove(at: place)
            entries.append(entry)
            return entry.answer
        }
    }

    private static func namesSaved(_ state: PageState) -> Bool {
        if case .saved = state.scenario { return true }
        if case .scenario(.saved) = state.base { return true }
        return false
    }

    func keep(_ answer: Answer, to state: PageState) {
        guard state.bands == nil, !Self.namesSaved(state) else { return }
        entries.withLock { entries in
            entries.removeAll { $0.state == state }
            entries.append(Entry(state: state, answer: answer))
            if entries.count > limit { entries.removeFirst() }
        }
    }
}
