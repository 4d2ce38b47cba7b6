internal import NumericalMethods

/// Plans many draws of one scenario, each as ``Planner`` would, without reasons, prices, repairs and
/// the search for a first move.
///
/// Every draw starts from the same points of the base solution, so that its plan depends on the draw
/// alone: not on other draws, their order, or the number of threads. Its optimum is certified on its
/// own problem as exactly as any plan; where the start fails that, the draw is solved from nothing,
/// then by the general method. Several threads may plan with one planner.
public struct DrawPlanner: Sendable {
    private let solver = RelocationSolver()
    private let start: TransferPoint?
    /// Seconds of any clock, asked for between stages where their time is wanted.
    public var clock: (@Sendable () -> Double)?

    /// Moves to provinces that never have room are left out: they are zero.
    private static let scope = {
        var scope = RelocationProblem.Scope()
        scope.omitsClosedMoves = true
        return scope
    }()

    /// Solves the base, from whose points every draw starts. A base without an optimum, or one of a
    /// form that only the ordinary planner knows, gives no points, and draws start from nothing.
    /// - Throws: an error of the program's data; an infeasible base is none.
    public init(_ base: Baseline) throws {
        guard Self.isSolvedAtOnce(base.inputs) else {
            start = nil
            return
        }
        let problem = try RelocationProblem(base, scope: Self.scope)
        start = try solver.solve(problem, from: nil).point
    }

    /// Whether all years are decided in one continuous problem.
    private static func isSolvedAtOnce(_ inputs: ModelInputs) -> Bool {
        inputs.policy.foresight == .perfect && inputs.policy.lines == .continuous
    }

    /// Plans a draw. Infeasible and not converged are values to look at.
    /// - Throws: an error of the program's data.
    public func plan(_ baseline: Baseline) throws -> DrawPlan {
        guard Self.isSolvedAtOnce(baseline.inputs) else {
            return DrawPlan(try Planner(seeksRepairs: false).plan(baseline))
        }
        var stages = StageClock(clock)
        let problem = try RelocationProblem(baseline, scope: Self.scope)
        stages.end(.problem)
        let answer = try solver.solve(problem, from: start)
        stages.end(.solution)
        guard answer.solution.status != .primalInfeasible else {
            return infeasible(problem, answer, stages)
        }
        let measures = answer.certificate
        let certificate = PlanCertificate(
            primalResidual: measures.primalResidual,
            dualResidual: max(measures.dualResidual, measures.complementarity),
            gap: measures.gap)
        guard answer.solution.status == .optimal, certificate.isAccepted else {
            return DrawPlan(
                status: .notConverged, objective: nil, certificate: certificate, outcome: nil,
                moves: [], quotaPrices: nil, iterations: answer.solution.iterations,
                start: answer.start, stageSeconds: stages.seconds)
        }
        let reading = SolutionReading(problem: problem, solution: answer.solution)
        let decisions = reading.decisions()
        stages.end(.decisions)
        let outcome = Outcome(baseline, decisions: decisions)
        stages.end(.outcome)
        return DrawPlan(
            status: .optimal, objective: measures.primalObjective, certificate: certificate,
            outcome: outcome, moves: decisions.moves, quotaPrices: reading.quotaPrices,
            iterations: answer.solution.iterations, start: answer.start,
            stageSeconds: stages.seconds)
    }

    /// Nothing is called infeasible whose proof does not hold on the problem's own data.
    private func infeasible(
        _ problem: RelocationProblem, _ answer: RelocationSolver.Answer, _ stages: StageClock
    ) -> DrawPlan {
        var violation = Double.infinity
        if case .primal(let rows, let bounds)? = answer.solution.ray {
            violation = OptimalityCertificate.primalRayViolation(
                of: problem.program, rowMultipliers: rows, boundMultipliers: bounds)
        }
        return DrawPlan(
            status: violation <= PlanCertificate.proofTolerance ? .infeasible : .notConverged,
            objective: nil, certificate: PlanCertificate(proofViolation: violation), outcome: nil,
            moves: [], quotaPrices: nil, iterations: answer.solution.iterations,
            start: answer.start, stageSeconds: stages.seconds)
    }
}

extension SolutionReading {
    /// Multipliers of the quotas by province and year, present value, CNY/MWh.
    fileprivate var quotaPrices: ProvinceYearTable<Double> {
        ProvinceYearTable(provinceCount: inputs.provinceCount, yearCount: inputs.yearCount) {
            dual(.quota(province: $0, year: $1))
        }
    }
}

/// Reads a clock between stages, if there is one.
private struct StageClock {
    private let clock: (@Sendable () -> Double)?
    private var last = 0.0
    private(set) var seconds: [Double] = []

    init(_ clock: (@Sendable () -> Double)?) {
        self.clock = clock
        guard let clock else { return }
        seconds = DrawStage.allCases.map { _ in 0 }
        last = clock()
    }

    mutating func end(_ stage: DrawStage) {
        guard let clock else { return }
        let now = clock()
        seconds[stage.rawValue] += now - last
        last = now
    }
}
