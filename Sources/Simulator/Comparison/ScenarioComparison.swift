/// Two or more runs side by side. The first is the base that the others are measured against.
public struct ScenarioComparison: Sendable {
    public let runs: [RunRecord]
    /// Scenario names, made distinct where two runs share one.
    public let names: [String]
    /// Values that are not the same in all runs, in the order of the keys.
    public let inputs: [InputDifference]
    /// Every value of the long tables, in their order.
    public let results: [ResultDifference]
    /// Moves that are not the same in all runs, the largest difference first.
    public let moves: [MoveDifference]
    /// Quotas missed in some runs and met in others, by year and province.
    public let quotas: [QuotaDifference]

    public init(_ runs: [RunRecord]) {
        self.runs = runs
        names = Self.distinct(runs.map(\.scenario.identifier))
        inputs = InputDifference.all(runs)
        results = ResultDifference.all(runs)
        moves = MoveDifference.all(runs)
        quotas = QuotaDifference.all(runs)
    }

    static func distinct(_ names: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return names.map { name in
            let count = (counts[name] ?? 0) + 1
            counts[name] = count
            return count == 1 ? name : "\(name) (\(count))"
        }
    }

    /// Whether the runs have the same inputs and the same results to the last bit.
    public var isWithoutDifference: Bool {
        inputs.isEmpty && moves.isEmpty && quotas.isEmpty && results.allSatisfy(\.isSame)
    }

    /// The years that any run has, ascending.
    public var years: [Int] {
        Set(runs.flatMap { Array($0.outcome.inputs.horizon.years) }).sorted()
    }
}

/// A value that the runs do not share.
public struct InputDifference: Sendable, Hashable {
    public let address: ScenarioAddress
    /// One per run; nil where the run has no such value.
    public let values: [EffectiveValue?]

    static func all(_ runs: [RunRecord]) -> [InputDifference] {
        let tables = runs.map(\.outcome.inputs.effectiveValues.byAddress)
        var seen = Set<ScenarioAddress>()
        var union: [EffectiveValue] = []
        for run in runs {
            for value in run.outcome.inputs.effectiveValues
            where seen.insert(value.address).inserted {
                union.append(value)
            }
        }
        return union.inKeyOrder.compactMap { value in
            let values = tables.map { $0[value.address] }
            // A limit that is lifted and one that never was are the same.
            let written = Set(values.map { $0?.value ?? .choice("none") })
            return written.count > 1 ? InputDifference(address: value.address, values: values) : nil
        }
    }
}

/// A move that the runs do not share: planned in the tables or files, or chosen by the plan.
public struct MoveDifference: Sendable, Hashable {
    public let isPlanned: Bool
    /// Identifier of the smelter, codes of the provinces, calendar year.
    public let smelter: String
    public let origin: String
    public let destination: String
    public let year: Int
    /// Mt/yr closed at the origin, one per run.
    public let capacities: [Double]

    /// Mt/yr below which a difference is rounding of the solver.
    public static let noticed = 5e-5

    public var largestDifference: Double {
        capacities.dropFirst().map { abs($0 - (capacities.first ?? 0)) }.max() ?? 0
    }

    private struct Key: Hashable {
        let isPlanned: Bool
        let smelter: String
        let origin: String
        let destination: String
        let year: Int
    }

    static func all(_ runs: [RunRecord]) -> [MoveDifference] {
        var order: [Key] = []
        var capacities: [Key: [Double]] = [:]
        for (run, record) in runs.enumerated() {
            for row in MoveTable(outcome: record.outcome, plan: record.plan).rows {
                let key = Key(
                    isPlanned: row.kind == .planned, smelter: row.smelter, origin: row.origin,
                    destination: row.destination, year: row.year)
                if capacities[key] == nil {
                    order.append(key)
                    capacities[key] = [Double](repeating: 0, count: runs.count)
                }
                capacities[key]?[run] += row.capacity
            }
        }
        let differences = order.map { key in
            MoveDifference(
                isPlanned: key.isPlanned, smelter: key.smelter, origin: key.origin,
                destination: key.destination, year: key.year, capacities: capacities[key] ?? [])
        }
        return differences.enumerated()
            .filter { $0.element.largestDifference >= noticed }
            .sorted { first, second in
                let (one, other) = (first.element, second.element)
                if one.isPlanned != other.isPlanned { return one.isPlanned }
                return one.largestDifference != other.largestDifference
                    ? one.largestDifference > other.largestDifference
                    : first.offset < second.offset
            }
            .map(\.element)
    }
}

/// A quota that is missed in some runs only.
public struct QuotaDifference: Sendable, Hashable {
    /// Code of the province and calendar year.
    public let province: String
    public let year: Int
    /// TWh missing, one per run; nil where the quota is met or binds nobody.
    public let shortfalls: [Double?]

    static func all(_ runs: [RunRecord]) -> [QuotaDifference] {
        missed(runs).filter { row in
            row.shortfalls.contains(nil) && row.shortfalls.contains { $0 != nil }
        }
    }

    /// Quotas missed in every run.
    public static func missedInAll(_ runs: [RunRecord]) -> Int {
        missed(runs).count { !$0.shortfalls.contains(nil) }
    }

    private static func missed(_ runs: [RunRecord]) -> [QuotaDifference] {
        var found: [String: [Double?]] = [:]
        var places: [(key: String, year: Int, province: String)] = []
        for (run, record) in runs.enumerated() {
            let inputs = record.outcome.inputs
            for year in 0..<inputs.yearCount {
                for province in 0..<inputs.provinceCount
                where record.outcome.isQuotaMissed(province, year: year) {
                    let code = inputs.provinces[province].code
                    let calendar = inputs.horizon.year(at: year)
                    let key = "\(calendar) \(code)"
                    if found[key] == nil {
                        found[key] = [Double?](repeating: nil, count: runs.count)
                        places.append((key, calendar, code))
                    }
                    found[key]?[run] = record.outcome.province[province, year].shortfall
                }
            }
        }
        return places.sorted { ($0.year, $0.province) < ($1.year, $1.province) }.map {
            QuotaDifference(
                province: $0.province, year: $0.year, shortfalls: found[$0.key] ?? [])
        }
    }
}
