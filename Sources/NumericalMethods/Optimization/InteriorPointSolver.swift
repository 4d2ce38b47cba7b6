/// Solves convex quadratic programs by a primal-dual interior point method.
///
/// Mehrotra's predictor and corrector with Gondzio's centrality corrections, on a simplified and
/// equilibrated program. Each Newton system is reduced to one symmetric positive definite matrix. It
/// stops on residuals of the program as given. Results depend on nothing but the input.
///
/// A program that does not converge is searched for a proof that it has no optimum: of the smallest
/// violation of its limits, and of the steepest direction that keeps them.
public struct InteriorPointSolver: QuadraticProgramSolver {
    public init() {}

    /// Solves a program.
    ///
    /// Infeasible states are reported only with a checked proof; otherwise `.notConverged`.
    ///
    /// - Throws: ``QuadraticProgramError`` for a program or settings that cannot be used, also when
    ///   `Q` has negative curvature.
    public func solve(_ program: QuadraticProgram, settings: SolverSettings) throws -> Solution {
        try settings.validate()
        try program.validate()
        try ConvexityCheck.check(program.quadratic)
        var solution = try Self.solveOnce(program, settings)
        guard solution.status == .notConverged else { return solution }
        let search = try Self.searchProof(for: program, settings)
        solution.iterations += search.iterations
        solution.factorizations += search.factorizations
        if let ray = search.ray {
            solution.status = Self.status(of: ray)
            solution.ray = ray
        }
        return solution
    }

    /// Solves without a search for a proof of infeasibility, beyond what simplification finds.
    static func solveOnce(
        _ program: QuadraticProgram, _ settings: SolverSettings
    ) throws -> Solution {
        let presolve = Presolve(program)
        let judge = Judge(program, presolve)
        var solution = Solution(
            status: .notConverged,
            variables: Array(repeating: 0, count: program.variableCount),
            rowDuals: Array(repeating: 0, count: program.rowCount),
            boundDuals: Array(repeating: 0, count: program.variableCount),
            objective: program.constant, iterations: 0, factorizations: 0)
        if case .infeasible(let ray) = presolve.outcome {
            guard isProof(ray, of: program) else { return solution }
            solution.status = status(of: ray)
            solution.ray = ray
            return solution
        }
        let scaled = ScaledProgram(
            try presolve.reducedProgram(), sweeps: settings.scalingSweeps)
        var best = Double.infinity
        for form in [NewtonSystem.Form.cheaper, .rows] where best > settings.targetTolerance {
            var engine = InteriorPointEngine(scaled, judge, settings, form: form)
            engine.run()
            solution.iterations += engine.iterations
            solution.factorizations += engine.factorizations
            if let verdict = engine.best, verdict.measures.largest < best {
                best = verdict.measures.largest
                solution.variables = verdict.variables
                solution.rowDuals = verdict.rowDuals
                solution.boundDuals = verdict.boundDuals
                solution.objective = verdict.objective
            }
            if engine.formedOverRows { break }
        }
        if best <= settings.acceptableTolerance { solution.status = .optimal }
        return solution
    }

    private static func status(of ray: InfeasibilityRay) -> SolverStatus {
        switch ray {
        case .primal: .primalInfeasible
        case .dual: .dualInfeasible
        }
    }
}
