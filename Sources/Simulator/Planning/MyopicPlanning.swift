internal import NumericalMethods

/// Planning without foresight: each year is decided at its own prices, quotas and mixes, and what
/// earlier years moved stays moved. The costs of a move are those of the year in which it is
/// decided; its capital is an annuity, so one year can be held against another.
extension Planner {
    func planYearByYear(_ baseline: Baseline) throws -> Plan {
        let inputs = baseline.inputs
        let effects = MoveEffectTable(baseline)
        var progress = MyopicProgress(inputs, tolerance: solver.method.tolerance)
        for year in 1..<max(1, inputs.yearCount) {
            var scope = RelocationProblem.Scope()
            scope.onlyYear = year
            scope.frozenMoves = progress.decisions.moves
            let problem = try RelocationProblem(baseline, effects: effects, scope: scope)
            let solution = try solver.solve(problem)
            if solution.status == .primalInfeasible {
                return try infeasiblePlan(
                    problem, proof: solution, progress: progress, failing: year)
            }
            try progress.add(year, SolutionReading(problem: problem, solution: solution))
        }
        let outcome = Outcome(baseline, decisions: progress.decisions)
        return Plan(
            status: progress.status, objective: progress.objective,
            certificate: progress.certificate, iterations: progress.iterations,
            factorizations: progress.factorizations,
            fixedCost: try RelocationProblem(baseline, effects: effects, scope: .init()).fixedCost,
            outcome: outcome, moves: progress.moves,
            shadowPrices: progress.status == .optimal ? progress.shadowPrices : [],
            failedLimits: [], repairs: [], firstMove: nil,
            pricedMissedQuotas: progress.status == .optimal
                ? progress.missedQuotas(outcome) : nil)
    }
}

extension Planner {
    /// What was decided up to the year that fails, and there the least failure. Later years were
    /// never decided: nothing moves or is bought in them, and nothing is said of their quotas.
    private func infeasiblePlan(
        _ problem: RelocationProblem, proof: Solution, progress: MyopicProgress, failing year: Int
    ) throws -> Plan {
        let failing = try infeasiblePlan(problem, proof: proof)
        var decided = progress
        decided.add(failing.outcome.decisions, of: year)
        return Plan(
            status: failing.status, objective: 0, certificate: failing.certificate,
            iterations: progress.iterations + failing.iterations,
            factorizations: progress.factorizations + failing.factorizations,
            fixedCost: failing.fixedCost,
            outcome: Outcome(problem.baseline, decisions: decided.decisions),
            moves: progress.moves + failing.moves.filter { $0.move.year == year },
            shadowPrices: [], failedLimits: failing.failedLimits, repairs: [], firstMove: nil,
            firstUndecidedYear: year + 1)
    }
}

/// The years decided so far.
private struct MyopicProgress {
    private(set) var status = PlanStatus.optimal
    private(set) var objective = 0.0
    private(set) var certificate = PlanCertificate(primalResidual: 0, dualResidual: 0, gap: 0)
    private(set) var iterations = 0
    private(set) var factorizations = 0
    private(set) var decisions: Decisions
    private(set) var moves: [PlannedMove] = []
    private(set) var shadowPrices: [ShadowPrice] = []
    private var readings: [SolutionReading] = []
    private let lastYear: Int
    private let tolerance: Double

    /// Each year's missed quotas at the prices of its own decision.
    func missedQuotas(_ outcome: Outcome) -> [MissedQuota] {
        readings.flatMap { reading in
            reading.missedQuotas(outcome).filter { $0.year == reading.problem.scope.onlyYear }
        }
    }

    init(_ inputs: ModelInputs, tolerance: Double) {
        self.tolerance = tolerance
        decisions = Decisions(
            moves: [],
            purchases: Purchases(
                provinceCount: inputs.provinceCount, yearCount: inputs.yearCount))
        lastYear = inputs.yearCount - 1
    }

    /// Takes over what was decided for one year.
    mutating func add(_ decided: Decisions, of year: Int) {
        decisions.moves += decided.moves.filter { $0.year == year }
        for province in 0..<decided.purchases.certificates.provinceCount {
            for option in GreenOption.allCases {
                decisions.purchases.options[option.index][province, year] =
                    decided.purchases.options[option.index][province, year]
            }
            decisions.purchases.certificates[province, year] =
                decided.purchases.certificates[province, year]
        }
    }

    mutating func add(_ year: Int, _ reading: SolutionReading) throws {
        readings.append(reading)
        let measures = OptimalityCertificate(
            recomputing: reading.problem.program, solution: reading.solution)
        let own = PlanCertificate(
            primalResidual: measures.primalResidual,
            dualResidual: max(measures.dualResidual, measures.complementarity),
            gap: measures.gap)
        certificate = certificate.worse(own)
        if reading.solution.status != .optimal || !own.isAccepted(within: tolerance) {
            status = .notConverged
        }
        objective += measures.primalObjective
        iterations += reading.solution.iterations
        factorizations += reading.solution.factorizations
        let decided = reading.decisions()
        add(decided, of: year)
        moves += reading.moves(decided.moves.filter { $0.year == year })
        // Prices without a year are those of the last decision.
        shadowPrices += try reading.shadowPrices().filter { price in
            price.year.map { $0 == year } ?? (year == lastYear)
        }
    }
}

extension PlanCertificate {
    /// The larger of each measure.
    fileprivate func worse(_ other: PlanCertificate) -> PlanCertificate {
        func larger(_ first: Double?, _ second: Double?) -> Double {
            max(first ?? .infinity, second ?? .infinity)
        }
        return PlanCertificate(
            primalResidual: larger(primalResidual, other.primalResidual),
            dualResidual: larger(dualResidual, other.dualResidual), gap: larger(gap, other.gap))
    }
}
