internal import NumericalMethods

/// Seeks the plan with the least g among those whose cost f does not exceed a budget F.
///
/// For any weight w > 0, g of such a plan is at least (min (f + w g) - F) / w, by Lagrangian
/// duality, and at the right weight this bound is the least g itself. Weights are tried between one
/// whose optimum is within the budget and one whose optimum is beyond it. Optima may jump where the
/// front is straight; on the straight line between two of them f is convex and g linear, so that the
/// plan on it that uses the whole budget is as good as the two. The search ends when that plan and the
/// bound meet.
struct BudgetSearch {
    let weighted: WeightedProblem
    let budget: Double

    /// Which part of the range of g, from the cheapest plan to the least g of all plans, bound and
    /// plan may lie apart when the search ends.
    var exactness = 1e-7
    /// Which part may lie between them for the plan to be called the least.
    static let proof = 1e-5
    /// What may lie between them whatever the range, in the unit of g: a tonne, where that is Mt.
    static let rounding = 1e-6
    var iterationLimit = 40
    /// A budget closer to the least cost than this, relative to it, is within what costs are known to.
    static let leastRoom = 1e-8

    struct Result: Sendable {
        /// The decisions by variable.
        let variables: [Double]
        let cost: Double
        let amount: Double
        /// What g is proved not to lie below within the budget; nil where nothing is proved.
        let bound: Double?
        /// The weight that gave the best bound, in million CNY per unit of g; 0 where none was tried.
        let weight: Double
        /// Whether plan and bound meet.
        let isProved: Bool
        /// Whether the budget leaves room for no other plan, so that none was sought.
        let hasNoRoom: Bool
    }

    /// - Parameter optimum: the cheapest plan.
    func run(from optimum: WeightedProblem.Point) throws -> Result {
        let start = weighted.amount(at: optimum.variables)
        let least = try weighted.leastAmount()
        let range = least.map { max(0, start - $0) } ?? abs(start)
        let scale = max(range, 1e-9)
        var trace = Trace(
            best: (optimum.variables, optimum.cost, start), bound: least ?? -.infinity)
        let allowance = budget - optimum.cost
        let hasRoom = allowance > Self.leastRoom * max(1, abs(optimum.cost))
        guard range > exactness * max(1, abs(start)), hasRoom else {
            return result(trace, scale: scale, hasNoRoom: !hasRoom)
        }
        var low = (weight: 0.0, cost: optimum.cost, amount: start, variables: optimum.variables)
        var high: (weight: Double, cost: Double, amount: Double, variables: [Double])?
        // Where the budget binds, the weight is at least this, by convexity.
        var weight = allowance / scale
        for iteration in 0..<iterationLimit {
            guard case .optimal(let point) = try weighted.solve(weight: weight) else { break }
            trace.raise((point.bound - budget) / weight, at: weight)
            let next = (point.weight, point.cost, point.amount, point.variables)
            if point.cost <= budget { low = next } else { high = next }
            trace.best = (low.variables, low.cost, low.amount)
            if let high { trace.best = between(low, high) }
            if trace.best.amount - trace.bound <= exactness * scale { break }
            guard let high else {
                if low.amount - (least ?? -.infinity) <= exactness * scale { break }
                weight *= 8
                continue
            }
            // Alternately the weight of the chord, which ends straight pieces, and the one at which
            // the cost would be right if it rose evenly with the weight.
            let chord = (high.cost - low.cost) / max(low.amount - high.amount, 1e-300)
            let share = (budget - low.cost) / (high.cost - low.cost)
            let even = low.weight + share * (high.weight - low.weight)
            let middle = (low.weight + high.weight) / 2
            let proposals = iteration.isMultiple(of: 2) ? [chord, even] : [even, chord]
            let width = 1e-9 * (high.weight - low.weight)
            weight =
                (proposals + [middle]).first {
                    $0 > low.weight + width && $0 < high.weight - width
                } ?? middle
        }
        return result(trace, scale: scale, hasNoRoom: false)
    }

    private struct Trace {
        var best: (variables: [Double], cost: Double, amount: Double)
        var bound: Double
        var weight = 0.0
        /// The best bound that a weight gave.
        private var weightedBound = -Double.infinity

        init(best: (variables: [Double], cost: Double, amount: Double), bound: Double) {
            self.best = best
            self.bound = bound
        }

        mutating func raise(_ value: Double, at weight: Double) {
            guard value.isFinite, value > weightedBound else { return }
            weightedBound = value
            self.weight = weight
            bound = max(bound, value)
        }
    }

    private func result(_ trace: Trace, scale: Double, hasNoRoom: Bool) -> Result {
        Result(
            variables: trace.best.variables, cost: trace.best.cost, amount: trace.best.amount,
            bound: trace.bound.isFinite ? trace.bound : nil, weight: trace.weight,
            isProved: trace.best.amount - trace.bound <= max(Self.rounding, Self.proof * scale),
            hasNoRoom: hasNoRoom)
    }

    /// The plan on the line between two that costs the budget.
    private func between(
        _ low: (weight: Double, cost: Double, amount: Double, variables: [Double]),
        _ high: (weight: Double, cost: Double, amount: Double, variables: [Double])
    ) -> (variables: [Double], cost: Double, amount: Double) {
        let step = zip(high.variables, low.variables).map { $0 - $1 }
        // f(low + s step) = cost + a s + b s^2 / 2, which at s = 1 is the higher cost.
        let product = weighted.problem.program.quadratic.multiply(step)
        let curvature = zip(step, product).reduce(0) { $0 + $1.0 * $1.1 }
        let slope = high.cost - low.cost - curvature / 2
        let allowance = max(0, budget - low.cost)
        let root = (slope * slope + 2 * curvature * allowance).squareRoot()
        // The root of the quadratic in the form that does not cancel.
        let share = root + slope > 0 ? min(1, 2 * allowance / (root + slope)) : 0
        let variables = zip(low.variables, step).map { $0 + share * $1 }
        return (
            variables, weighted.problem.program.objective(at: variables),
            weighted.amount(at: variables)
        )
    }
}
