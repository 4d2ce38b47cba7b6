/// Solves convex quadratic programs by a primal-dual interior point method.
///
/// Mehrotra's predictor and corrector with Gondzio's centrality corrections, on a simplified and
/// equilibrated program. Each Newton system is reduced to one dense symmetric positive definite
/// matrix. It stops on residuals of the program as given. Results depend on nothing but the input.
public struct InteriorPointSolver: QuadraticProgramSolver {
    public init() {}

    /// Solves a program.
    ///
    /// Infeasible states are reported only with a checked proof; otherwise `.notConverged`.
    ///
    /// - Throws: ``QuadraticProgramError`` for a program or settings that cannot be used.
    public func solve(_ program: QuadraticProgram, settings: SolverSettings) throws -> Solution {
        try settings.validate()
        try program.validate()
        GSLRuntime.start()
        let presolve = Presolve(program)
        if case .infeasible(let ray) = presolve.outcome, Self.isProof(ray, of: program) {
            return Self.infeasible(program, ray)
        }
        let judge = Judge(program, presolve)
        let scaled = ScaledProgram(
            try presolve.reducedProgram(), sweeps: settings.scalingSweeps)
        var engine = InteriorPointEngine(scaled, judge, settings)
        let ending = engine.run()
        var status = SolverStatus.notConverged
        var ray: InfeasibilityRay?
        switch ending {
        case .optimal: status = .optimal
        case .infeasible(let found): ray = found
        case .stopped:
            if let best = engine.best, best.measures.largest <= settings.acceptableTolerance {
                status = .optimal
            }
        }
        let best = engine.best
        let count = program.variableCount
        return Solution(
            status: status, variables: best?.variables ?? Array(repeating: 0, count: count),
            rowDuals: best?.rowDuals ?? Array(repeating: 0, count: program.rowCount),
            boundDuals: best?.boundDuals ?? Array(repeating: 0, count: count),
            objective: best?.objective ?? 0, iterations: engine.iterations,
            factorizations: engine.factorizations, ray: ray)
    }

    static func infeasible(_ program: QuadraticProgram, _ ray: InfeasibilityRay) -> Solution {
        let status: SolverStatus
        switch ray {
        case .primal: status = .primalInfeasible
        case .dual: status = .dualInfeasible
        }
        let none = [Double](repeating: 0, count: program.variableCount)
        return Solution(
            status: status, variables: none,
            rowDuals: Array(repeating: 0, count: program.rowCount), boundDuals: none,
            objective: program.objective(at: none), iterations: 0, factorizations: 0, ray: ray)
    }
}
