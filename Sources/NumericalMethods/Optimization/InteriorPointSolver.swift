/// Solves convex quadratic programs by a primal-dual interior point method.
///
/// Mehrotra's predictor and corrector with Gondzio's centrality corrections, on a simplified and
/// equilibrated program. Each Newton system is factorised as one sparse quasidefinite matrix. It stops
/// on residuals of the program as given. Results depend on nothing but the input.
///
/// Iterates that run away are tried as a proof that there is no optimum. A program that does not
/// converge is searched for one: for the smallest violation of its limits, and for the steepest
/// direction that keeps them.
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
        var solution = try Self.solve(program, settings, regularizations: Self.firstRuns)
        if solution.status == .dualInfeasible {
            // It may have no feasible point either, and then that is what is to be told.
            try Self.preferContradiction(&solution, program, settings)
        }
        guard solution.status == .notConverged else { return solution }
        let search = try Self.searchProof(for: program, settings)
        search.report(in: &solution)
        guard solution.status == .notConverged else { return solution }
        var last = try Self.solve(program, settings, regularizations: Self.lastRuns)
        last.iterations += solution.iterations
        last.factorizations += solution.factorizations
        if last.status != .notConverged { return last }
        solution.iterations = last.iterations
        solution.factorizations = last.factorizations
        return solution
    }

    /// The regularisations of the runs that come first, as factors of the one set.
    private static let firstRuns = [1, 1e-2]
    /// The regularisations of the runs when neither an optimum nor a proof was found.
    private static let lastRuns = [1e2, 1e4]

    /// Solves without a search for a proof of infeasibility, beyond what simplification and the iterates
    /// themselves find.
    ///
    /// - Parameter regularizations: factors of the regularisation set, one for each run; further runs
    ///   are made only while there is no optimum.
    static func solve(
        _ program: QuadraticProgram, _ settings: SolverSettings, regularizations: [Double] = [1]
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
        var least = Double.infinity
        for factor in regularizations where solution.status == .notConverged {
            var run = settings
            run.regularization = min(max(settings.regularization * factor, 1e-14), 1e-2)
            var engine = InteriorPointEngine(scaled, judge, run)
            engine.run()
            solution.iterations += engine.iterations
            solution.factorizations += engine.factorizations
            if let verdict = engine.best, verdict.measures.largest < least {
                least = verdict.measures.largest
                solution.variables = verdict.variables
                solution.rowDuals = verdict.rowDuals
                solution.boundDuals = verdict.boundDuals
                solution.objective = verdict.objective
            }
            if least <= settings.acceptableTolerance {
                solution.status = .optimal
            } else if let ray = engine.ray {
                solution.status = status(of: ray)
                solution.ray = ray
            }
        }
        return solution
    }

    static func status(of ray: InfeasibilityRay) -> SolverStatus {
        switch ray {
        case .primal: .primalInfeasible
        case .dual: .dualInfeasible
        }
    }
}
