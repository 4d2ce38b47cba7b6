internal import Synchronization

/// What one setting of the levers came to.
public struct SeekPoint: Sendable {
    /// Why it was computed.
    public enum Role: String, Sendable, Hashable {
        /// The scenario itself.
        case scenario
        case scan, refinement, answer
    }

    /// By lever; nil where the lever is left as the scenario has it.
    public let values: [Double?]
    public let role: Role
    /// Nil where the inputs were rejected.
    public let status: SweepPoint.Status?
    /// The result that has a target; nil without a plan or where there is none.
    public let result: Double?
    /// The other figures; nil where the inputs were rejected.
    public let figures: SweepPoint?

    func with(_ role: Role) -> SeekPoint {
        SeekPoint(values: values, role: role, status: status, result: result, figures: figures)
    }
}

/// Computes settings of the levers, each once, and keeps them in the order in which they came up.
final class SeekEvaluation: Sendable {
    let scenario: Scenario
    let target: SeekTarget
    let levers: [SeekLever]
    private let data: DataSet
    private let isPlanned: Bool
    private let threads: Int
    private let tell: @Sendable (Int) -> Void
    private let state = Mutex<State>(State())

    private struct State {
        var order: [[Double?]] = []
        var points: [[Double?]: SeekPoint] = [:]
    }

    init(
        scenario: Scenario, target: SeekTarget, levers: [SeekLever], data: DataSet,
        isPlanned: Bool, threads: Int, tell: @escaping @Sendable (Int) -> Void
    ) {
        self.scenario = scenario
        self.target = target
        self.levers = levers
        self.data = data
        self.isPlanned = isPlanned
        self.threads = threads
        self.tell = tell
    }

    /// All points, in the order in which they were asked for.
    var points: [SeekPoint] {
        state.withLock { state in state.order.compactMap { state.points[$0] } }
    }

    /// The scenario with levers set; nil leaves one as it is.
    func scenario(at values: [Double?]) -> Scenario {
        var layers = scenario.layers
        var options = scenario.options
        for (lever, value) in zip(levers, values) {
            guard let value else { continue }
            layers.append(lever.layer(value))
            options.append("\(lever.key)=\(DecimalText.exact(value))")
        }
        return Scenario(
            identifier: scenario.identifier, layers: layers, files: scenario.files,
            options: options, notices: scenario.notices)
    }

    /// The run of a setting, the same as that of `plan` with its options.
    func record(at values: [Double?]) throws -> RunRecord {
        let scenario = scenario(at: values)
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        if isPlanned {
            return RunRecord(
                scenario: scenario, data: data,
                plan: try Planner(seeksRepairs: false).plan(baseline))
        }
        return RunRecord(
            scenario: scenario, data: data, outcome: Outcome.withoutPlan(baseline))
    }

    /// One setting.
    func point(at values: [Double?], _ role: SeekPoint.Role) throws -> SeekPoint {
        try points(at: [values], role)[0]
    }

    /// Several settings, as many at once as there are threads.
    func points(at settings: [[Double?]], _ role: SeekPoint.Role) throws -> [SeekPoint] {
        var open: [[Double?]] = []
        state.withLock { state in
            for values in settings where state.points[values] == nil && !open.contains(values) {
                open.append(values)
            }
        }
        let wanted = open
        try OrderedWork.run(count: wanted.count, threads: threads) { [self] index in
            try computed(wanted[index], role)
        } deliver: { [self] index, point in
            let count = state.withLock { state in
                state.order.append(wanted[index])
                state.points[wanted[index]] = point
                return state.order.count
            }
            tell(count)
        }
        return state.withLock { state in settings.compactMap { state.points[$0] } }
    }

    private func computed(_ values: [Double?], _ role: SeekPoint.Role) throws -> SeekPoint {
        let record: RunRecord
        do {
            record = try self.record(at: values)
        } catch is InputRejected {
            return SeekPoint(
                values: values, role: role, status: nil, result: nil, figures: nil)
        }
        let figures = SweepPoint(0, record)
        let isUsable = figures.status == .optimal || figures.status == .projected
        return SeekPoint(
            values: values, role: role, status: figures.status,
            result: isUsable ? target.result(record) : nil, figures: figures)
    }

    /// The result less the target; 0 within the tolerance, nil where there is no result.
    func residual(_ point: SeekPoint) -> Double? {
        guard let result = point.result else { return nil }
        let residual = result - target.value
        return abs(residual) <= tolerance ? 0 : residual
    }

    /// How near to the target counts as there: a millionth of it, or of one.
    var tolerance: Double { 1e-6 * max(1, abs(target.value)) }
}
