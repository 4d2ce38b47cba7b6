/// By what a near-optimal plan is chosen.
public enum AlternativeGoal: String, Sendable, Hashable, CaseIterable {
    case fewestSmelters = "fewest_smelters"
    case fewestProvinces = "fewest_provinces"
    case leastCapacity = "least_capacity"
    case droughtProof = "drought_proof"
    case lowestEmissions = "lowest_emissions"
    case evenBurden = "even_burden"

    /// The measure that is least, for goals that are no counts.
    public var measure: PlanMeasure? {
        switch self {
        case .fewestSmelters, .fewestProvinces: nil
        case .leastCapacity: .capacity
        case .droughtProof: .droughtLoss
        case .lowestEmissions: .emissions
        case .evenBurden: .burden
        }
    }

    /// The goal's own figure of a plan, in the unit of its measure.
    public func value(_ figures: PlanFigures) -> Double {
        switch self {
        case .fewestSmelters: Double(figures.smelterCount)
        case .fewestProvinces: Double(figures.provinceCount)
        case .leastCapacity: figures.movedCapacity
        case .droughtProof: figures.droughtLoss
        case .lowestEmissions: figures.emissions
        case .evenBurden: figures.largestBurden
        }
    }
}

/// A plan with its figures.
public struct AlternativePlan: Sendable {
    /// How far it is proved that no plan within the margin does better.
    public enum Proof: String, Sendable, Hashable {
        /// Plan and bound meet.
        case proved
        /// The best plan found; the bound says how much better another could be.
        case bounded
        /// The best plan found; nothing is proved.
        case none
        /// The cheapest plan, since the margin has no room for another; none was sought.
        case noMargin = "no_margin"
    }

    /// Nil for the cheapest plan.
    public let goal: AlternativeGoal?
    public let outcome: Outcome
    public let figures: PlanFigures
    /// What the goal's figure is proved not to lie below within the margin; nil where nothing is.
    public let bound: Double?
    public let proof: Proof
    public let firstDifference: FirstDifference

    public var moves: [ChosenMove] { outcome.decisions.moves }

    /// Whether it differs from the cheapest plan in nothing that is noticed.
    public var isCheapest: Bool { firstDifference == .none }
}

/// The cheapest plan of a scenario and the alternatives to it.
public struct AlternativeSet: Sendable {
    public let status: PlanStatus
    public let baseline: Baseline
    public let margin: CostMargin
    public let dryYear: DryYear
    /// Output lost when nothing moves, were every decision year dry, Mt.
    public let droughtLossOfNothing: Double
    /// The cheapest plan; nil without one.
    public let cheapest: AlternativePlan?
    /// In the order of the goals; empty without a cheapest plan.
    public let alternatives: [AlternativePlan]

    public var inputs: ModelInputs { baseline.inputs }

    /// Million CNY that an alternative may cost more than the cheapest plan; nil without one.
    public var allowance: Double? {
        cheapest.map { margin.allowance(over: $0.figures.increment) }
    }

    /// Million CNY that a plan costs over the cheapest one.
    public func extraCost(_ plan: AlternativePlan) -> Double {
        plan.figures.increment - (cheapest?.figures.increment ?? 0)
    }

    /// The same as a fraction of the size of the cheapest plan's increment, at least 1 million CNY.
    public func extraShare(_ plan: AlternativePlan) -> Double {
        extraCost(plan) / max(1, abs(cheapest?.figures.increment ?? 0))
    }
}
