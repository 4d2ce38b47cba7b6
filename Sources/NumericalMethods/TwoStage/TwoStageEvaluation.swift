internal import Dispatch
internal import Synchronization

/// What moves come to in every scenario, with the second stage at its best.
public struct TwoStageEvaluation: Sendable {
    public enum Outcome: Sendable, Equatable {
        /// The cost, and the gap to the bound that multipliers prove, relative.
        case solved(cost: Double, gap: Double)
        /// No decisions of the second stage meet the scenario's limits; proved.
        case infeasible
        case notConverged
    }

    public let outcomes: [Outcome]

    /// The costs; nil unless all scenarios are solved.
    public var costs: [Double]? {
        var result: [Double] = []
        for outcome in outcomes {
            guard case .solved(let cost, _) = outcome else { return nil }
            result.append(cost)
        }
        return result
    }

    /// - Parameter moves: values of all moves, which must meet the shared limits themselves.
    /// - Throws: ``QuadraticProgramError`` where the program is not valid.
    public init(_ program: TwoStageProgram, moves: [Double]) throws(QuadraticProgramError) {
        try program.validate()
        let sums = program.sums.multiply(moves)
        let adjustments = program.adjustments(moves, sums: sums)
        let count = program.scenarios.count
        let found = Mutex([Outcome](repeating: .notConverged, count: count))
        let parts = min(count, 64)
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            for index in (part * count / parts)..<((part + 1) * count / parts) {
                let outcome = Self.evaluate(
                    program, index, sums: sums, adjustments: adjustments)
                found.withLock { $0[index] = outcome }
            }
        }
        outcomes = found.withLock { $0 }
    }

    /// What an answer must reach.
    private static let tolerance = 1e-8

    private static func evaluate(
        _ program: TwoStageProgram, _ index: Int, sums: [Double], adjustments: [Double]
    ) -> Outcome {
        let given = program.firstStageCost(index, sums: sums, adjustments: adjustments)
        var alone = TwoStageProgram()
        alone.scenarios = [program.scenarios[index].withSums(sums)]
        alone.probabilities = [1]
        var solver = TwoStageInteriorPoint()
        solver.settings.targetTolerance = 1e-10
        if let solution = try? solver.solve(alone, risk: .expected),
            solution.status == .optimal,
            let certificate = try? TwoStageCertificate(
                recomputing: alone, risk: .expected, solution: solution),
            certificate.isOptimal(within: tolerance)
        {
            return .solved(cost: given + certificate.upperBound, gap: certificate.gap)
        }
        // The general method is slower, but proves that nothing is feasible.
        guard let form = try? alone.extensiveForm(weights: [1]),
            let solution = try? InteriorPointSolver().solve(form.program)
        else { return .notConverged }
        switch solution.status {
        case .optimal:
            let measures = OptimalityCertificate(recomputing: form.program, solution: solution)
            guard measures.isOptimal(within: tolerance) else { return .notConverged }
            return .solved(cost: given + measures.primalObjective, gap: measures.gap)
        case .primalInfeasible: return .infeasible
        case .dualInfeasible, .notConverged: return .notConverged
        }
    }
}

extension TwoStageProgram.Scenario {
    /// The second stage with the sums as they are given, their cost left out.
    func withSums(_ sums: [Double]) -> Self {
        var result = self
        result.constant = 0
        result.sumCost = []
        result.adjustment = []
        for row in 0..<rowCount {
            var taken = 0.0
            for entry in sumTerms.entries(ofColumn: row) {
                taken += sumTerms.values[entry] * sums[sumTerms.rowIndices[entry]]
            }
            result.rowLower[row] -= taken
            result.rowUpper[row] -= taken
        }
        result.sumTerms = SparseMatrix(rowCount: 0, columnCount: rowCount)
        return result
    }
}
