public import Reporting
public import Simulator

/// What the page shows of a state: its plan, and what that is set against.
public struct Answer: Sendable {
    public let state: PageState
    public let record: RunRecord
    /// Nil where it is set against doing nothing.
    public let base: RunRecord?
    public let bands: EnsembleBands?
    /// SHA-256 of the scenario's `effective_scenario.yaml`, as the command line gives it.
    public let digest: String
    /// Whether the scenario asks for whole potlines and was planned with lines that may be cut,
    /// because a plan of whole lines takes too long to be given at once.
    public let areLinesDivided: Bool
    /// Whether what would mend the plan, or move something, was left for later.
    public let isDraft: Bool
    /// The table of ``record``.
    let results: ResultTable
    let baseResults: ResultTable?

    init(
        state: PageState, record: ShelvedRecord, base: ShelvedRecord?, bands: EnsembleBands?,
        areLinesDivided: Bool
    ) {
        self.state = state
        self.record = record.record
        self.base = base?.record
        self.bands = bands
        digest = record.digest
        isDraft = !record.isComplete
        self.areLinesDivided = areLinesDivided
        results = record.results
        baseResults = base?.results
    }

    /// The answer of a run that was planned elsewhere.
    public init(
        state: PageState, record: RunRecord, base: RunRecord? = nil, bands: EnsembleBands? = nil
    ) {
        self.init(
            state: state, record: ShelvedRecord(record), base: base.map { ShelvedRecord($0) },
            bands: bands, areLinesDivided: false)
    }

    /// `results.csv`, byte for byte as the command line writes it.
    public var resultsCSV: CSVText { results.csv }

    var inputs: ModelInputs { record.outcome.inputs }

    /// Years that have results, by index: all but where planning year by year ended early.
    var shownYears: Range<Int> {
        0..<max(1, min(inputs.yearCount, record.plan?.firstUndecidedYear ?? .max))
    }

    /// The index of the year that is looked at: the one asked for where there is such a year, else
    /// the last.
    var shownYear: Int {
        let last = shownYears.upperBound - 1
        guard let index = state.year.flatMap(inputs.horizon.index(of:)), index <= last else {
            return last
        }
        return index
    }
}

extension Answer {
    /// The base's value of China in a calendar year; nil where it has none, or is doing nothing.
    func baseValue(_ quantity: HeadlineQuantity, year: Int) -> Double? {
        guard let base, let baseResults, let place = base.outcome.inputs.horizon.index(of: year),
            place < (base.plan?.firstUndecidedYear ?? .max)
        else { return nil }
        return quantity.value(base.outcome, baseResults, year: place)
    }
}

extension PlanningDesk {
    /// The key by which a scenario asks for whole potlines, and the choice that can be planned at
    /// once.
    private static let lines = ScenarioAddress("planning.lines")
    private static let continuous = "continuous"

    /// The answer to a state.
    ///
    /// Whole potlines are planned as lines that may be cut, and the answer says so.
    /// - Parameters:
    ///   - shelf: what was planned before; what is planned now is added.
    ///   - bands: given the digest of the scenario that is shown, the quantiles of an ensemble of
    ///     that very scenario; nil without one.
    /// - Throws: ``InputRejected`` with every problem of the state, its base included.
    public func answer(
        to state: PageState, shelf: RecordShelf,
        bands: (String) throws -> EnsembleBands? = { _ in nil },
        planner: Planner = Planner()
    ) throws -> Answer {
        let (record, areLinesDivided) = try shown(state, shelf, planner)
        // Of a base nobody asks what would mend it, or move something.
        let basePlanner = planner.hasty
        let base: ShelvedRecord? =
            switch state.base {
            case .nothing: nil
            case .opened:
                state.isUnchanged
                    ? record : try shown(state.unchanged, shelf, basePlanner).record
            case .scenario(let reference):
                try shown(PageState(reference), shelf, basePlanner).record
            }
        return Answer(
            state: state, record: record, base: base, bands: try bands(record.digest),
            areLinesDivided: areLinesDivided)
    }

    /// The plan of a state, with lines that may be cut.
    func shown(
        _ state: PageState, _ shelf: RecordShelf, _ planner: Planner
    ) throws -> (record: ShelvedRecord, areLinesDivided: Bool) {
        let scenario = try scenario(for: state)
        guard scenario[Self.lines]?.value == .choice("whole") else {
            return (try shelved(scenario, shelf, planner), false)
        }
        var divided = state
        divided.settings[Self.lines.path] = Self.continuous
        return (try shelved(try self.scenario(for: divided), shelf, planner), true)
    }

    private func shelved(
        _ scenario: Scenario, _ shelf: RecordShelf, _ planner: Planner
    ) throws -> ShelvedRecord {
        let key = RecordShelf.Key(scenario)
        if let found = shelf.record(key), found.isComplete || planner.isHasty {
            return found
        }
        let record = ShelvedRecord(try record(of: scenario, planner: planner))
        shelf.keep(record, key)
        return record
    }
}

extension Planner {
    /// Plans alike, and does not seek what would mend the plan or move something: what a slider on
    /// its way, or a base, needs.
    public var hasty: Planner {
        var planner = self
        planner.seeksRepairs = false
        planner.seeksFirstMove = false
        return planner
    }

    var isHasty: Bool { !seeksRepairs && !seeksFirstMove }
}
