/// A value of the scenario that a repair changes.
public struct RepairStep: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        case quota(province: Int, year: Int)
        case emissionCap(year: Int)
        case capacityCeiling
        case nationalCleanShare(year: Int)
        case relaxation(Relaxation)
    }

    public let target: Target
    /// In the unit of the scenario's key.
    public let from: Double
    public let to: Double

    /// The value after a part of the change.
    public func value(part: Double) -> Double { from + part * (to - from) }
}

/// A set of changes with which an infeasible plan becomes feasible.
public struct Repair: Sendable {
    /// What kinds of limits it changes.
    public let means: Set<RepairMeans>
    public let steps: [RepairStep]
    /// PV over doing nothing of the plan that then exists, million CNY.
    public let objective: Double
    /// PV of the quotas given up, at the scenario's shortfall price, million CNY.
    public let forgone: Double
    /// Whether 99 % of it was proved not to suffice; else that could not be decided.
    public var isLeast = false

    public var cost: Double { objective + forgone }
}

extension RepairStep.Target {
    /// The same series in another year; nil where there is one value for all years, or a limit that
    /// stands for its year alone.
    func at(_ year: Int) -> RepairStep.Target? {
        switch self {
        case .quota(let province, _): .quota(province: province, year: year)
        case .relaxation(.greenOption(let option, let province, _)):
            .relaxation(.greenOption(option, province: province, year: year))
        case .relaxation(.certificates): .relaxation(.certificates(year: year))
        case .relaxation(.hosting(let province, _)):
            .relaxation(.hosting(province: province, year: year))
        case .emissionCap, .capacityCeiling, .nationalCleanShare, .relaxation: nil
        }
    }
}

extension RepairStep {
    /// The place of the value in a scenario.
    public func address(_ inputs: ModelInputs) -> ScenarioAddress {
        func code(_ province: Int) -> String { inputs.provinces[province].code }
        func calendar(_ year: Int) -> Int { inputs.horizon.year(at: year) }
        switch target {
        case .quota(let province, let year):
            return ScenarioAddress(
                "quotas.value", province: code(province), year: calendar(year))
        case .emissionCap(let year):
            return ScenarioAddress("planning.emission_cap", year: calendar(year))
        case .capacityCeiling: return ScenarioAddress("planning.capacity_ceiling")
        case .nationalCleanShare(let year):
            return ScenarioAddress("planning.national_clean_share", year: calendar(year))
        case .relaxation(.greenOption(let option, let province, let year)):
            return ScenarioAddress(
                "green_supply.\(option.rawValue).limit", province: code(province),
                year: calendar(year))
        case .relaxation(.certificates(let year)):
            return ScenarioAddress("certificates.limit", year: calendar(year))
        case .relaxation(.hosting(let province, let year)):
            return ScenarioAddress("hosting", province: code(province), year: calendar(year))
        case .relaxation(.nationalPace): return ScenarioAddress("pace.national")
        case .relaxation(.smelterPace(let province)):
            return ScenarioAddress("pace.per_smelter", province: code(province))
        case .relaxation(.capitalBudget): return ScenarioAddress("planning.capital_budget")
        }
    }

    /// Unit of the value.
    public var unit: String {
        switch target {
        case .quota, .nationalCleanShare: "%"
        case .emissionCap: "MtCO2e"
        case .capacityCeiling, .relaxation(.hosting), .relaxation(.nationalPace): "Mt/yr"
        case .relaxation(.greenOption), .relaxation(.certificates): "TWh"
        case .relaxation(.smelterPace): "1/yr"
        case .relaxation(.capitalBudget): "million CNY"
        }
    }
}

extension ModelInputs {
    /// The inputs with a part of each step applied.
    func applying(_ steps: [RepairStep], part: Double = 1) -> ModelInputs {
        var result = self
        for step in steps { result.apply(step, part: part) }
        return result
    }

    private mutating func apply(_ step: RepairStep, part: Double) {
        let value = step.value(part: part)
        switch step.target {
        case .quota(let province, let year):
            policy.quota[province, year] = UnitConversion.fraction(
                fromPercent: value * policy.quotaFactor[province, year]
                    + policy.quotaShift[province, year])
        case .emissionCap(let year): relocation.emissionCap[year] = value
        case .capacityCeiling: setParameter(.capacityCeiling, nil, value)
        case .nationalCleanShare(let year):
            relocation.nationalCleanShare[year] = UnitConversion.fraction(fromPercent: value)
        case .relaxation(.greenOption(let option, let province, let year)):
            market.optionLimit[option.index][province, year] = value
        case .relaxation(.certificates(let year)): market.certificateLimit[year] = value
        case .relaxation(.hosting(let province, let year)):
            relocation.hosting[province, year] = value
        case .relaxation(.nationalPace): setParameter(.paceNational, nil, value)
        case .relaxation(.smelterPace(let province)):
            setParameter(.pacePerSmelter, province, value)
        case .relaxation(.capitalBudget): relocation.capitalBudget = value
        }
    }

    private mutating func setParameter(_ parameter: Parameter, _ province: Int?, _ value: Double) {
        for place in province.map({ $0..<($0 + 1) }) ?? 0..<provinceCount {
            for year in 0..<yearCount { parameters[parameter, place, year] = value }
        }
    }
}
