internal import NumericalMethods

/// A relocation problem with a second objective g, linear in the decisions, beside its cost f. The
/// problem min f + weight x g has the form of the problem itself and is solved as such.
struct WeightedProblem: Sendable {
    let problem: RelocationProblem
    /// g by variable.
    let coefficients: [Double]
    let solver: RelocationSolver

    /// An optimum of min f + weight x g.
    struct Point: Sendable {
        let weight: Double
        let variables: [Double]
        /// f, million CNY, and g.
        let cost: Double
        let amount: Double
        /// What min f + weight x g is proved not to lie below.
        let bound: Double
        let certificate: PlanCertificate
    }

    enum Answer {
        case optimal(Point)
        case infeasible
        case unsolved
    }

    /// How exact an answer must be to be an optimum.
    static let tolerance = PlanCertificate.tolerance

    func solve(weight: Double) throws -> Answer {
        var weighted = problem
        if weight != 0 {
            for column in coefficients.indices {
                weighted.program.linear[column] += weight * coefficients[column]
            }
        }
        let solution = try solver.solve(weighted)
        if solution.status == .primalInfeasible { return isProved(solution, weighted) }
        let measures = OptimalityCertificate(
            recomputing: weighted.program, solution: solution)
        let certificate = PlanCertificate(
            primalResidual: measures.primalResidual,
            dualResidual: max(measures.dualResidual, measures.complementarity),
            gap: measures.gap)
        guard solution.status == .optimal, certificate.isAccepted(within: Self.tolerance) else {
            return .unsolved
        }
        return .optimal(
            Point(
                weight: weight, variables: solution.variables,
                cost: problem.program.objective(at: solution.variables),
                amount: amount(at: solution.variables),
                bound: ProvenLowerBound(weighted.program, solution: solution).value,
                certificate: certificate))
    }

    private func isProved(_ solution: Solution, _ weighted: RelocationProblem) -> Answer {
        guard case .primal(let rows, let bounds)? = solution.ray else { return .unsolved }
        let violation = OptimalityCertificate.primalRayViolation(
            of: weighted.program, rowMultipliers: rows, boundMultipliers: bounds)
        return violation <= PlanCertificate.proofTolerance ? .infeasible : .unsolved
    }

    func amount(at variables: [Double]) -> Double {
        zip(coefficients, variables).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// What g is proved not to lie below in any plan, whatever it costs; nil where that could not
    /// be found out.
    func leastAmount() throws -> Double? {
        var program = problem.program
        program.linear = coefficients
        program.constant = 0
        program.quadratic = SparseMatrix(
            rowCount: program.variableCount, columnCount: program.variableCount)
        let solution = try InteriorPointSolver().solve(program, settings: SolverSettings())
        guard solution.status == .optimal else { return nil }
        let bound = ProvenLowerBound(program, solution: solution).value
        return bound.isFinite ? bound : nil
    }
}
