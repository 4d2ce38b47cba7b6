public import Simulator

/// The page's scenario and those it is compared with, planned.
public struct ComparedRuns: Sendable {
    public let state: PageState
    /// The page's own first.
    public let records: [RunRecord]
    /// Whether any of them asks for whole potlines and was planned with lines that may be cut.
    public let areLinesDivided: Bool
    let results: [ResultTable]
}

extension PlanningDesk {
    /// Plans what a state is compared with.
    /// - Throws: ``InputRejected`` with every problem of the state.
    public func comparison(
        of state: PageState, shelf: RecordShelf, planner: Planner = Planner()
    ) throws -> ComparedRuns {
        let planner = planner.hasty
        let states = [state] + state.compared.map { PageState($0) }
        let shown = try states.map { try self.shown($0, shelf, planner) }
        return ComparedRuns(
            state: state, records: shown.map(\.record.record),
            areLinesDivided: shown.contains { $0.areLinesDivided },
            results: shown.map(\.record.results))
    }
}
