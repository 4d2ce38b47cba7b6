/// A quantity of the run's files by which a published case is answered.
public enum CaseMeasure: String, Sendable, CaseIterable, Hashable {
    case capacity
    /// Of the province's capacity.
    case capacityShare = "capacity_share"
    case electricity
    case captiveRenewable = "captive_renewable"
    /// Location rule.
    case greenShare = "green_share"
    case evaluatedVolume = "evaluated_volume"
    /// Of the output.
    case evaluatedShare = "evaluated_share"
    /// Captive coal and location-based scope 2.
    case powerEmissions = "power_emissions"
    /// Of the output: scope 1 and location-based scope 2.
    case carbonFootprint = "carbon_footprint"
    /// Of the whole province's smelting.
    case standardCoal = "standard_coal"

    /// Units that published figures may have, with what one unit of the equations is in each.
    func units(_ reading: CaseReading) -> [String: Double] {
        if reading == .relativeCut { return ["%": 100] }
        switch self {
        case .capacity: return ["Mt/yr": 1, "Mt": 1]
        case .capacityShare, .greenShare, .evaluatedShare: return ["%": 100]
        case .electricity, .captiveRenewable: return ["TWh/yr": 1, "TWh": 1]
        case .evaluatedVolume: return ["Mt": 1, "Mt/yr": 1, "t": 1e6, "t/yr": 1e6]
        case .powerEmissions:
            return ["MtCO2/yr": 1, "MtCO2": 1, "tCO2/yr": 1e6, "tCO2": 1e6]
        case .carbonFootprint: return ["tCO2e/t": 1, "tCO2/t": 1]
        case .standardCoal: return ["Mtce/yr": 1, "tce/yr": 1e6, "tce": 1e6]
        }
    }

    /// The file of the run folder in which it stands.
    public var file: String {
        switch self {
        case .capacityShare, .standardCoal: "results.csv"
        default: "smelter_results.csv"
        }
    }

    /// Its value in a run, in the unit of the equations; nil where it is a share of nothing.
    /// - Parameters:
    ///   - blocks: indices of blocks that stand in one province.
    ///   - year: index of the year.
    func value(_ outcome: Outcome, blocks: [Int], year: Int) -> Double? {
        let results = blocks.map { outcome.block($0, year: year) }
        func sum(_ part: (BlockOutcome) -> Double) -> Double {
            results.reduce(0) { $0 + part($1) }
        }
        func share(_ part: Double, of whole: Double) -> Double? { whole > 0 ? part / whole : nil }
        let province = blocks.first.map { outcome.fleet.blocks[$0].province } ?? 0
        switch self {
        case .capacity: return sum(\.capacity)
        case .capacityShare:
            return share(sum(\.capacity), of: outcome.province[province, year].capacity)
        case .electricity: return sum(\.electricity)
        case .captiveRenewable:
            return blocks.reduce(0) {
                $0 + outcome.operation.captiveRenewable[$1 * outcome.inputs.yearCount + year]
            }
        case .greenShare: return share(sum(\.greenLocation), of: sum(\.electricity))
        case .evaluatedVolume: return sum(\.evaluatedVolume)
        case .evaluatedShare: return share(sum(\.evaluatedVolume), of: sum(\.output))
        case .powerEmissions: return sum { $0.captiveCoalEmissions + $0.scope2Location }
        case .carbonFootprint:
            return share(
                sum { $0.directEmissions + $0.captiveCoalEmissions + $0.scope2Location },
                of: sum(\.output))
        case .standardCoal: return outcome.province[province, year].indicators.standardCoal
        }
    }
}

/// How a published figure is read off the runs of its case.
public enum CaseReading: String, Sendable, CaseIterable, Hashable {
    /// As it stands in the one run.
    case level
    /// With the change less without it.
    case excess
    /// What lies below the run with the change, as a share of that run: 1 - without / with.
    case relativeCut = "relative_cut"
}
