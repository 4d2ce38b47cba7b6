/// How costs of several futures are made into one number. All are convex and never fall when a cost
/// rises.
public enum RiskMeasure: Sendable, Hashable {
    /// The mean.
    case expected
    /// The mean of the dearest futures that together have the probability 1 - level (conditional value
    /// at risk; Rockafellar and Uryasev 2000); 0 < level < 1.
    case conditionalValueAtRisk(level: Double)
    /// The dearest future.
    case worst

    /// The most weight a future of a probability can have: the risk of costs `f` is the largest
    /// `sum of weights x f` over weights that add to 1, are at least 0 and at most this.
    public func weightLimit(probability: Double) -> Double {
        switch self {
        case .expected: probability
        case .conditionalValueAtRisk(let level): probability / (1 - level)
        case .worst: probability > 0 ? 1 : 0
        }
    }

    /// The risk of costs, and the weights that give it: the dearest take what they may. Equal costs are
    /// taken in their order.
    public func value(
        _ costs: [Double], probabilities: [Double]
    ) -> (risk: Double, weights: [Double]) {
        var weights = [Double](repeating: 0, count: costs.count)
        var rest = 1.0
        let order = costs.indices.sorted {
            costs[$0] != costs[$1] ? costs[$0] > costs[$1] : $0 < $1
        }
        if case .expected = self {
            weights = probabilities
        } else {
            for index in order where rest > 0 {
                weights[index] = min(rest, weightLimit(probability: probabilities[index]))
                rest -= weights[index]
            }
        }
        // Summed in the order of size, so that the order of futures changes no digit.
        var risk = 0.0
        for index in order { risk += weights[index] * costs[index] }
        return (risk, weights)
    }

    /// The nearest weights of the measure to those found: cut to their limits and scaled to add to 1.
    func admissible(_ weights: [Double], probabilities: [Double]) -> [Double] {
        if case .expected = self { return probabilities }
        let limits = probabilities.map { weightLimit(probability: $0) }
        var result = zip(weights, limits).map { min(max($0, 0), $1) }
        // What is missing goes to weights below their limit, in proportion to the room they have.
        for _ in 0..<4 {
            let sum = result.reduce(0, +)
            if sum > 1 {
                result = result.map { $0 / sum }
            } else {
                let room = zip(result, limits).reduce(0) { $0 + ($1.1 - $1.0) }
                guard room > 0, sum < 1 else { break }
                let share = min(1, (1 - sum) / room)
                result = zip(result, limits).map { $0 + share * ($1 - $0) }
            }
        }
        return result
    }
}
