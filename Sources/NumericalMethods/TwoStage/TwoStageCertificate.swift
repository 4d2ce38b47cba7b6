/// How far the answer to a two-stage program is from optimal, recomputed from the program as it stands.
///
/// Weights that the risk measure admits prove a bound: the least weighted mean of the costs over all decisions is
/// a quadratic program, and the answer's multipliers prove a bound on it through
/// ``OptimalityCertificate``. On the other side stands the risk of the costs that the answer comes to.
public struct TwoStageCertificate: Sendable, Equatable {
    /// Of the extensive form under the weights.
    public let primalResidual: Double
    public let dualResidual: Double
    /// The risk of the costs at the answer.
    public let upperBound: Double
    /// What the weights and multipliers prove.
    public let lowerBound: Double
    /// By scenario.
    public let costs: [Double]
    public let weights: [Double]

    /// The distance of the bounds, relative to the larger of 1 and the upper one.
    public var gap: Double { abs(upperBound - lowerBound) / max(1, abs(upperBound)) }

    /// Whether everything is within a tolerance.
    public func isOptimal(within tolerance: Double) -> Bool {
        primalResidual <= tolerance && dualResidual <= tolerance && gap <= tolerance
    }

    /// - Throws: ``QuadraticProgramError`` where the program is not valid.
    public init(
        recomputing program: TwoStageProgram, risk: RiskMeasure, solution: TwoStageSolution
    ) throws(QuadraticProgramError) {
        let weights = risk.admissible(solution.weights, probabilities: program.probabilities)
        self.weights = weights
        let form = try program.extensiveForm(weights: weights)
        let sums = program.sums.multiply(solution.moves)
        guard solution.moves.count == program.moveCount else {
            throw .dimension(
                what: "moves", expected: program.moveCount, found: solution.moves.count)
        }
        let point = solution.moves + sums + solution.decisions.flatMap { $0 }
        let linkless =
            [Double](repeating: 0, count: program.sumCount) + solution.sharedDuals
            + solution.rowDuals.flatMap { $0 }
        var general = Solution(
            status: .optimal, variables: point, rowDuals: linkless,
            boundDuals: [Double](repeating: 0, count: point.count), objective: 0, iterations: 0,
            factorizations: 0)
        // The multiplier of a sum's row is what makes its column stationary; then the pull of a move's
        // limit is its reduced cost.
        var reduced = form.program.quadratic.multiply(point)
        for index in reduced.indices { reduced[index] += form.program.linear[index] }
        let pull = form.program.constraints.transposeMultiply(linkless)
        for sum in 0..<program.sumCount {
            let place = program.moveCount + sum
            general.rowDuals[sum] = pull[place] - reduced[place]
        }
        let full = form.program.constraints.transposeMultiply(general.rowDuals)
        for move in 0..<program.moveCount {
            general.boundDuals[move] = max(reduced[move] - full[move], 0)
        }
        var place = form.scenarioColumns[0]
        for bounds in solution.boundDuals {
            for bound in bounds {
                general.boundDuals[place] = bound
                place += 1
            }
        }
        let measures = OptimalityCertificate(recomputing: form.program, solution: general)
        primalResidual = measures.primalResidual
        dualResidual = measures.dualResidual
        lowerBound = measures.dualObjective
        let adjustments = program.adjustments(solution.moves, sums: sums)
        costs = program.scenarios.indices.map { index in
            program.firstStageCost(index, sums: sums, adjustments: adjustments)
                + program.scenarios[index].cost(of: solution.decisions[index])
        }
        upperBound = risk.value(costs, probabilities: program.probabilities).risk
    }
}

extension TwoStageProgram.Scenario {
    /// What the second stage's decisions cost.
    func cost(of decisions: [Double]) -> Double {
        var total = 0.0
        for (index, value) in decisions.enumerated() {
            total += value * (cost[index] + curvature[index] / 2 * value)
        }
        return total
    }
}
