/// What a move of the past meant, by the base year.
public struct ReplayEffect: Sendable {
    /// Smelting in one of the two places, of the capacity moved.
    public struct Place: Sendable {
        /// Power, freight and carbon, CNY per tonne.
        public let runningCost: Double
        /// CNY/MWh of all its power together.
        public let powerPrice: Double
        /// tCO2e/t: scope 1 and location-based scope 2.
        public let footprint: Double
        /// Location rule, a fraction.
        public let greenShare: Double
        /// Share of its power from plants of its own, a fraction.
        public let captiveShare: Double
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// What it saves in running covers what building and closing cost.
        case pays
        /// It does not pay, but has less emissions and a larger green share.
        case greener
        case neither
        /// The planner's answer to the same move is another one.
        case contradicted
    }

    /// Smelters the capacity is taken from, and the `key=value` that put it back.
    public let holders: [String]
    public let settings: [String]
    public let origin: Place
    public let destination: Place
    /// Annuity of building there and closing here, CNY per tonne.
    public let capitalCharge: Double
    /// All of China with the move less without it: MtCO2e, and percentage points of the green share by
    /// location.
    public let nationalEmissions: Double
    public let nationalGreenShare: Double
    /// What the planner makes of the same move at the base year's prices: CNY per t/yr and year, and
    /// the reason it would give; nil where nothing is gained.
    public let plannerCost: Double
    public let plannerLabel: MoveReason.Label?

    /// CNY per tonne; negative where the move saves.
    public var runningCostChange: Double { destination.runningCost - origin.runningCost }
    public var costChange: Double { runningCostChange + capitalCharge }
    public var powerPriceChange: Double { destination.powerPrice - origin.powerPrice }
    public var footprintChange: Double { destination.footprint - origin.footprint }
    public var greenShareChange: Double { destination.greenShare - origin.greenShare }

    public var pays: Bool { costChange < 0 }
    public var isGreener: Bool { footprintChange < 0 && greenShareChange > 0 }

    /// CNY/tCO2 on all emissions from which the move would pay; nil where it does already or saves no
    /// emissions.
    public var paysFromCarbonPrice: Double? {
        pays || footprintChange >= 0 ? nil : costChange / -footprintChange
    }

    /// The planner must agree on whether the move pays, and its reason must hold in the runs.
    public var plannerAgrees: Bool {
        guard (plannerCost < 0) == pays else { return false }
        switch plannerLabel {
        case .cheaperPower: return powerPriceChange < 0
        case .greenerPower: return isGreener
        case .lowerQuota, .otherCosts, nil: return true
        }
    }

    public var verdict: Verdict {
        if !plannerAgrees { return .contradicted }
        if pays { return .pays }
        return isGreener ? .greener : .neither
    }
}
