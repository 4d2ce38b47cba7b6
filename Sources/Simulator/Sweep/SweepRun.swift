internal import Synchronization

/// What one point of a sweep came to.
public struct SweepPoint: Sendable {
    public enum Status: String, Sendable, Hashable {
        case optimal, infeasible
        case notConverged = "not_converged"
        /// Projected without a plan.
        case projected
    }

    public let index: Int
    public let status: Status
    /// Million CNY over doing nothing; nil without an optimal plan.
    public let increment: Double?
    /// Capacity that the plan moves in all years, Mt/yr; nil without an optimal plan.
    public let moved: Double?
    public let rule: AccountingRule
    /// Calendar years.
    public let years: [Int]
    private let headlines: [HeadlineQuantity: [Double?]]

    /// A national quantity in a calendar year; nil where the point has no plan to read it off.
    public func value(_ quantity: HeadlineQuantity, year: Int) -> Double? {
        guard let place = years.firstIndex(of: year) else { return nil }
        return headlines[quantity]?[place] ?? nil
    }

    init(_ index: Int, _ record: RunRecord) {
        self.index = index
        let outcome = record.outcome
        rule = outcome.inputs.policy.rule
        years = Array(outcome.inputs.horizon.years)
        status =
            switch record.plan?.status {
            case nil: .projected
            case .optimal: .optimal
            case .infeasible: .infeasible
            case .notConverged: .notConverged
            }
        let isOptimal = record.plan?.status == .optimal
        increment = isOptimal ? record.plan?.objective : nil
        moved = isOptimal ? record.plan?.movedCapacity : nil
        var headlines: [HeadlineQuantity: [Double?]] = [:]
        if status == .optimal || status == .projected {
            let results = record.results
            for quantity in HeadlineQuantity.allCases {
                headlines[quantity] = years.indices.map {
                    quantity.value(outcome, results, year: $0)
                }
            }
        }
        self.headlines = headlines
    }
}

/// Carries a sweep out.
public struct SweepRun: Sendable {
    public let sweep: Sweep
    public let data: DataSet
    /// Whether points are planned; otherwise they are projected.
    public let isPlanned: Bool
    public let threads: Int

    /// The most points whose long tables a folder holds: each has about half a megabyte.
    public static let blockLimit = 200

    public init(sweep: Sweep, data: DataSet, isPlanned: Bool, threads: Int) {
        self.sweep = sweep
        self.data = data
        self.isPlanned = isPlanned
        self.threads = threads
    }

    /// Checks the inputs of every point before anything is computed.
    /// - Throws: ``InputRejected`` with what is wrong, each finding once, at its first point.
    public func check() throws {
        let collected = FindingCollector()
        try OrderedWork.run(count: sweep.count, threads: threads) { point -> [Finding] in
            do {
                _ = try Baseline(ModelInputs(data: data, scenario: sweep.scenario(at: point)))
                return []
            } catch let rejected as InputRejected {
                return rejected.findings.filter { $0.severity == .error }
            }
        } deliver: { point, findings in
            let place = sweep.options(of: point).joined(separator: " ")
            collected.add(findings) {
                Message(
                    SweepMessage.atPoint,
                    ["point": Text(verbatim: place), "problem": $0.message.asText])
            }
        }
        try collected.throwIfRejected()
    }

    /// Computes every point and hands it over in order.
    /// - Parameters:
    ///   - withBlocks: whether the rows of each point's long table are wanted.
    ///   - deliver: called with each point and its rows, which are empty unless wanted.
    public func run(
        withBlocks: Bool,
        deliver: @escaping @Sendable (_ point: SweepPoint, _ rows: String) throws -> Void
    ) throws {
        try OrderedWork.run(count: sweep.count, threads: threads) { point in
            let record = try record(at: point)
            return (
                SweepPoint(point, record), withBlocks ? rows(record, point: point) : ""
            )
        } deliver: { _, result in
            try deliver(result.0, result.1)
        }
    }

    /// The run of one point, the same as `plan` or `run` with its options.
    public func record(at point: Int) throws -> RunRecord {
        let scenario = sweep.scenario(at: point)
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        if isPlanned {
            return RunRecord(
                scenario: scenario, data: data,
                plan: try Planner(seeksRepairs: false).plan(baseline))
        }
        return RunRecord(
            scenario: scenario, data: data, outcome: Outcome.withoutPlan(baseline))
    }

    /// The lines of the point's `results.csv`, each with the point's values behind it; none for a
    /// point without an optimal plan.
    private func rows(_ record: RunRecord, point: Int) -> String {
        // Without a plan there are no results: the least failure is none.
        guard record.plan.map({ $0.status == .optimal }) ?? true else { return "" }
        var tail = ""
        for value in sweep.values(of: point) { tail += "," + CSVText.quoted(value.text) }
        var text = ""
        for line in record.results.csv.text.split(separator: "\n").dropFirst() {
            text += line
            text += tail
            text += "\n"
        }
        return text
    }

    /// The header of the long tables of a sweep.
    public var rowsHeader: String {
        ResultTable.header + sweep.axes.map { "," + CSVText.quoted($0.key) }.joined() + "\n"
    }
}

/// Findings of many scenarios, each kept once.
final class FindingCollector: Sendable {
    private let state = Mutex((list: FindingList(), seen: Set<Finding>()))

    /// - Parameter wording: what is said of a finding, with the scenario it is of.
    func add(_ findings: [Finding], wording: (Finding) -> Message) {
        state.withLock { state in
            for finding in findings where state.seen.insert(finding).inserted {
                state.list.error(wording(finding), at: finding.location)
            }
        }
    }

    func throwIfRejected() throws(InputRejected) {
        try state.withLock { $0.list }.throwIfRejected()
    }
}
