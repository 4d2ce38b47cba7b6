/// What one future comes to under a robust plan.
public struct RobustFuture: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case solved
        /// Nothing meets the limits of this future.
        case infeasible
        case notConverged = "not_converged"
    }

    public let probability: Double
    public let status: Status
    /// Million CNY at the base year over doing nothing, with the plan's moves and the best purchases for
    /// the future; nil where there is none.
    public let cost: Double?
    /// Weight of the future in the risk: a multiplier. All add to 1.
    public let weight: Double
    /// What a plan made with this future known beforehand would cost; nil where it was not sought.
    public let knownCost: Double?
    /// What the future costs under today's plan; nil where that has none, or was not sought.
    public let todayCost: Double?
}

/// How exact a robust plan is, recomputed from the two-stage program by code that shares nothing with
/// the solver.
public struct RobustCertificate: Sendable, Hashable {
    /// Relative violation of limits.
    public let primalResidual: Double
    /// Relative error of reduced costs under the weights.
    public let dualResidual: Double
    /// Million CNY: no plan has less risk.
    public let bound: Double
    /// Distance of the plan's risk from the bound, relative to the larger of 1 and the risk.
    public let gap: Double

    /// What a plan must reach to be called optimal.
    public static let tolerance = 1e-6
    /// What reduced costs must reach: a wrong one counts with the size of its move, which the stock limits.
    public static let dualTolerance = 1e-4

    public var isAccepted: Bool {
        primalResidual <= Self.tolerance && gap <= Self.tolerance
            && dualResidual <= Self.dualTolerance
    }
}

/// Moves decided now for many futures; what is bought and what is missed is decided when the future is
/// known.
public struct RobustPlan: Sendable {
    public let status: PlanStatus
    public let risk: PlanningRisk
    /// The risk of the costs, million CNY at the base year over doing nothing.
    public let objective: Double
    /// Nil for an infeasible problem.
    public let certificate: RobustCertificate?
    public let moves: [ChosenMove]
    public let futures: [RobustFuture]
    public let iterations: Int
    /// Indices of the futures that cannot be met, each by itself; proved. Empty with the status
    /// `infeasible` where each can be met by itself but no moves suit all.
    public let infeasibleFutures: [Int]
    /// Today's plan: the plan of the inputs as they stand; nil where there is none.
    public let today: TodayPlan?

    /// The plan of the inputs as they stand, tried in the futures.
    public struct TodayPlan: Sendable {
        /// After clipping.
        public let moves: [ChosenMove]
        /// Whether moves were cut to what every future allows.
        public let wasClipped: Bool
        /// Futures in which nothing meets the limits once these moves are made.
        public let failedFutures: [Int]
        /// Million CNY by the plan's risk measure; nil where it fails in a future.
        public let risk: Double?
    }

    /// Value of the stochastic solution, million CNY: what today's plan costs more, by the risk
    /// measure.
    public var valueOfStochasticSolution: Double? {
        guard status == .optimal, let today = today?.risk else { return nil }
        return today - objective
    }

    /// Expected value of perfect information, million CNY: what knowing the future before deciding on
    /// moves would save, by the risk measure.
    public var valueOfPerfectInformation: Double? {
        guard status == .optimal, let known = statistics(of: futures.map(\.knownCost)) else {
            return nil
        }
        return objective - known.value(risk)
    }

    /// Mean, worst tenth and worst of the plan's costs.
    public var costs: RobustCosts? { statistics(of: futures.map(\.cost)) }
    /// The same of today's plan.
    public var todayCosts: RobustCosts? { statistics(of: futures.map(\.todayCost)) }
    /// The same of plans made with the future known.
    public var knownCosts: RobustCosts? { statistics(of: futures.map(\.knownCost)) }

    private func statistics(of costs: [Double?]) -> RobustCosts? {
        let known = costs.compactMap { $0 }
        guard known.count == futures.count, !known.isEmpty else { return nil }
        return RobustCosts(costs: known, probabilities: futures.map(\.probability))
    }

    /// Capacity that the plan moves in all years, Mt/yr.
    public var movedCapacity: Double { moves.reduce(0) { $0 + $1.capacity } }
}

/// Costs by future in a few numbers, million CNY.
public struct RobustCosts: Sendable {
    let costs: [Double]
    let probabilities: [Double]

    public var mean: Double { value(.expected) }
    /// The mean of the dearest tenth.
    public var worstTenth: Double { value(.conditionalValueAtRisk(level: 0.9)) }
    public var worst: Double { value(.worst) }

    public func value(_ risk: PlanningRisk) -> Double {
        risk.value(costs, probabilities: probabilities)
    }
}
