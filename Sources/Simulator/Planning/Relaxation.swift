/// Which limits a repair may change.
public enum RepairMeans: String, Sendable, Hashable, CaseIterable {
    /// Quotas, ceiling, emission cap and clean share: what the plan must reach.
    case requirements
    /// Green options and certificates on offer.
    case greenSupply = "green_supply"
    /// Hosting, pace and capital budget.
    case moves
}

/// A limit of the scenario that a repair may relax, as one value of the scenario.
public enum Relaxation: Sendable, Hashable {
    /// TWh.
    case greenOption(GreenOption, province: Int, year: Int)
    /// TWh.
    case certificates(year: Int)
    /// Mt/yr.
    case hosting(province: Int, year: Int)
    /// Mt/yr, the same in every year.
    case nationalPace
    /// Share of a smelter's capacity, the same in every year.
    case smelterPace(province: Int)
    /// Million CNY.
    case capitalBudget

    var means: RepairMeans {
        switch self {
        case .greenOption, .certificates: .greenSupply
        case .hosting, .nationalPace, .smelterPace, .capitalBudget: .moves
        }
    }
}
