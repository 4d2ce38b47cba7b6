internal import Synchronization

/// The change of one result from the first scenario to the second, with the part of each group.
public struct AttributedChange: Sendable {
    public let quantity: AttributedQuantity
    /// Calendar year; nil for what the plan has as a whole.
    public let year: Int?
    public let first: Double
    public let second: Double
    /// By group; they add up to the change.
    public let shares: ShapleyValue

    public var change: Double { second - first }

    /// What the parts lack to the change, which is rounding.
    public var residual: Double { change - shares.shares.reduce(0, +) }
}

/// Which differences of the inputs cause which part of the change of the results.
public struct Attribution: Sendable {
    public let coalitions: ScenarioCoalitions
    public let data: DataSet
    public let isPlanned: Bool
    public let grouping: InputGrouping
    /// Orders that were drawn; nil where all coalitions were computed.
    public let orderCount: Int?
    public let seed: UInt64
    /// Scenarios that were computed.
    public let scenarioCount: Int
    public let changes: [AttributedChange]
    /// The runs of the two scenarios themselves.
    public let first: RunRecord
    public let second: RunRecord

    public var years: [Int] { Array(first.outcome.inputs.horizon.years) }

    public func change(_ quantity: AttributedQuantity, year: Int?) -> AttributedChange? {
        changes.first { $0.quantity == quantity && $0.year == year }
    }

    /// Emissions from the first scenario to the second, in a calendar year.
    public func emissionSplit(year: Int) -> EmissionSplit? {
        first.outcome.inputs.horizon.index(of: year).map {
            EmissionSplit(
                from: EmissionSplit.State(first.outcome, year: $0),
                to: EmissionSplit.State(second.outcome, year: $0))
        }
    }

    /// Emissions from the first year to the last, within one of the two.
    public func emissionSplit(within run: RunRecord) -> EmissionSplit {
        EmissionSplit(
            from: EmissionSplit.State(run.outcome, year: 0),
            to: EmissionSplit.State(run.outcome, year: run.outcome.inputs.yearCount - 1))
    }
}

/// Why nothing can be attributed.
public enum AttributionRefusal: Error, Sendable {
    /// The two have different years.
    case differentYears(first: PlanningHorizon, second: PlanningHorizon)
    /// A scenario between the two, or one of them, has no plan that meets all limits.
    case infeasible(coalition: Text)
    /// Or was not solved to tolerance.
    case notConverged(coalition: Text)
    case tooManyGroups(Int)
}

/// Computes an ``Attribution``.
public struct AttributionRun: Sendable {
    public let coalitions: ScenarioCoalitions
    public let data: DataSet
    public let isPlanned: Bool
    public let grouping: InputGrouping
    public let threads: Int
    public let seed: UInt64
    private let orders: AntitheticOrders?
    /// Bit sets of the groups, ascending, each to be computed once.
    private let members: [UInt64]

    /// The most groups of which all coalitions are computed: 1,024 plans.
    public static let exactLimit = 10
    /// Orders drawn where there are more groups, unless told otherwise.
    public static let standardOrderCount = 64

    /// - Parameters:
    ///   - first: the scenario the change starts from, with its inputs.
    ///   - second: the one it leads to.
    ///   - isPlanned: whether scenarios are planned; otherwise they are projected.
    ///   - orderCount: orders to draw where there are more than ``exactLimit`` groups, even.
    /// - Throws: ``AttributionRefusal`` where the years differ or there are too many groups.
    public init(
        _ first: (scenario: Scenario, inputs: ModelInputs),
        _ second: (scenario: Scenario, inputs: ModelInputs), by grouping: InputGrouping,
        data: DataSet, isPlanned: Bool, threads: Int,
        orderCount: Int = AttributionRun.standardOrderCount, seed: UInt64 = 1
    ) throws(AttributionRefusal) {
        guard first.inputs.horizon == second.inputs.horizon else {
            throw .differentYears(first: first.inputs.horizon, second: second.inputs.horizon)
        }
        let coalitions = ScenarioCoalitions(first, second, by: grouping)
        let count = coalitions.groupCount
        guard count <= ScenarioCoalitions.groupLimit else { throw .tooManyGroups(count) }
        self.coalitions = coalitions
        self.data = data
        self.isPlanned = isPlanned
        self.grouping = grouping
        self.threads = threads
        self.seed = seed
        let orders =
            count > Self.exactLimit
            ? AntitheticOrders(memberCount: count, pairCount: orderCount / 2, seed: seed) : nil
        self.orders = orders
        members = orders?.coalitions ?? Array(0..<(UInt64(1) << UInt64(count)))
    }

    /// Scenarios to compute.
    public var scenarioCount: Int { members.count }

    /// Whether orders are drawn at random.
    public var isSampled: Bool { orders != nil }

    /// Checks the inputs of every scenario before anything is computed.
    /// - Throws: ``InputRejected`` with what is wrong, each finding once, at its first scenario.
    public func check() throws {
        let collected = FindingCollector()
        try OrderedWork.run(count: members.count, threads: threads) { index -> [Finding] in
            do {
                let scenario = coalitions.scenario(members[index])
                _ = try Baseline(ModelInputs(data: data, scenario: scenario))
                return []
            } catch let rejected as InputRejected {
                return rejected.findings.filter { $0.severity == .error }
            }
        } deliver: { index, findings in
            let place = words(members[index])
            collected.add(findings) {
                Message(
                    AttributionMessage.inputsOfCoalition,
                    ["coalition": place, "problem": $0.message.asText])
            }
        }
        try collected.throwIfRejected()
    }

    /// Computes every scenario and attributes the change.
    /// - Parameter tell: called after each scenario with how many are done.
    /// - Throws: ``AttributionRefusal`` at the first scenario, in the order of the coalitions, that
    ///   has no plan.
    public func run(tell: @escaping @Sendable (_ done: Int) -> Void) throws -> Attribution {
        let collected = AttributedValueCollector()
        try OrderedWork.run(count: members.count, threads: threads) { index in
            AttributedValues(try record(of: coalitions.scenario(members[index])))
        } deliver: { index, values in
            switch values.status {
            case .solved: break
            case .infeasible:
                throw AttributionRefusal.infeasible(coalition: words(members[index]))
            case .notConverged:
                throw AttributionRefusal.notConverged(coalition: words(members[index]))
            }
            collected.append(values.values)
            tell(index + 1)
        }
        let values = Dictionary(
            zip(members, collected.values), uniquingKeysWith: { first, _ in first })
        let first = try record(of: coalitions.first)
        let second = try record(of: coalitions.second)
        let years = Array(first.outcome.inputs.horizon.years)
        var changes: [AttributedChange] = []
        for (place, (quantity, year)) in AttributedValues.places(years: years).enumerated() {
            // What any scenario lacks has no change to speak of.
            var worths: [UInt64: Double] = [:]
            for (coalition, values) in values { worths[coalition] = values[place] }
            guard worths.count == members.count, let start = worths[0],
                let end = worths[coalitions.whole]
            else { continue }
            changes.append(
                AttributedChange(
                    quantity: quantity, year: year, first: start, second: end,
                    shares: shares { worths[$0] ?? .nan }))
        }
        return Attribution(
            coalitions: coalitions, data: data, isPlanned: isPlanned, grouping: grouping,
            orderCount: orders?.orders.count, seed: seed, scenarioCount: members.count,
            changes: changes, first: first, second: second)
    }

    private func shares(_ worth: (UInt64) -> Double) -> ShapleyValue {
        guard let orders else {
            return .exact(memberCount: coalitions.groupCount, worth: worth)
        }
        return .sampled(orders: orders.orders, worth: worth)
    }

    private func record(of scenario: Scenario) throws -> RunRecord {
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        if isPlanned {
            return RunRecord(
                scenario: scenario, data: data,
                plan: try Planner(seeksRepairs: false).plan(baseline))
        }
        return RunRecord(
            scenario: scenario, data: data, outcome: Outcome.withoutPlan(baseline))
    }

    /// Which scenario a coalition stands for, in words.
    private func words(_ coalition: UInt64) -> Text {
        if coalition == 0 { return AttributionMessage.firstItself.text }
        if coalition == coalitions.whole { return AttributionMessage.secondItself.text }
        return Message(
            AttributionMessage.coalition, ["groups": coalitions.names(coalition)]
        ).asText
    }
}

/// Takes values as they are handed over, in order.
private final class AttributedValueCollector: Sendable {
    private let state = Mutex<[[Double?]]>([])

    func append(_ values: [Double?]) { state.withLock { $0.append(values) } }

    var values: [[Double?]] { state.withLock { $0 } }
}
