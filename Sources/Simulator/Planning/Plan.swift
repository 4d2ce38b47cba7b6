internal import NumericalMethods

/// How planning ended. A value to look at, not an exception.
public enum PlanStatus: String, Sendable, Hashable, CaseIterable {
    case optimal
    /// No decisions meet all limits; proved by a certificate that was checked.
    case infeasible
    case notConverged = "not_converged"
}

/// How exact a plan is, recomputed from the problem's own data by code that shares nothing with
/// the solver. Relative measures.
public struct PlanCertificate: Sendable, Hashable {
    /// Nil for an infeasible problem, whose proof they do not measure.
    public let primalResidual: Double?
    /// Stationarity, signs and complementarity.
    public let dualResidual: Double?
    public let gap: Double?
    /// For an infeasible problem: to what fraction the terms of the proof cancel.
    public let proofViolation: Double?

    init(primalResidual: Double, dualResidual: Double, gap: Double) {
        self.primalResidual = primalResidual
        self.dualResidual = dualResidual
        self.gap = gap
        proofViolation = nil
    }

    init(proofViolation: Double) {
        primalResidual = nil
        dualResidual = nil
        gap = nil
        self.proofViolation = proofViolation
    }

    /// What a plan must reach to be called optimal.
    public static let tolerance = 1e-8
    /// To what fraction the terms of a proof of infeasibility must cancel.
    public static let proofTolerance = 1e-6

    public var isAccepted: Bool { isAccepted(within: Self.tolerance) }

    /// Whether all measures are within a tolerance.
    public func isAccepted(within tolerance: Double) -> Bool {
        [primalResidual, dualResidual, gap].allSatisfy { measure in
            measure.map { $0 <= tolerance } ?? false
        }
    }
}

/// A chosen move with what it costs and why it pays.
public struct PlannedMove: Sendable {
    public let move: ChosenMove
    /// PV of its own costs over the horizon, million CNY: capital, closing, permit, power, freight,
    /// carbon, premium, lost output. Savings are negative.
    public let cost: Double
    /// Change of scope 1 and location-based scope 2 in the last year, MtCO2e.
    public let emissionEffect: Double
    public let reason: MoveReason
}

/// A limit that no decisions can meet, and by how much it fails.
public struct FailedLimit: Sendable, Hashable {
    public let limit: PlanningLimit
    /// In the limit's own unit: TWh, Mt/yr, MtCO2e, million CNY.
    public let amount: Double
}

/// The outcome of planning.
public struct Plan: Sendable {
    public let status: PlanStatus
    /// Million CNY at the base year over doing nothing.
    public let objective: Double
    public let certificate: PlanCertificate
    public let iterations: Int
    public let factorizations: Int
    /// PV of the projected cost without moves, purchases and shortfall charges, million CNY.
    public let fixedCost: Double
    /// What follows from the plan; for an infeasible problem, from the least failure there is.
    public let outcome: Outcome
    public let moves: [PlannedMove]
    public let shadowPrices: [ShadowPrice]
    /// For an infeasible problem: what fails by how much, largest first.
    public let failedLimits: [FailedLimit]
    /// For an infeasible problem: what would mend it, the cheapest first.
    public let repairs: [Repair]
    /// Where nothing moves: what it would take.
    public let firstMove: FirstMove?
    /// With prices, for an optimal plan.
    var pricedMissedQuotas: [MissedQuota]?
    /// Where planning year by year ended at a year that cannot be met: the index of the year after.
    public var firstUndecidedYear: Int?
    /// Whether it was sought what would mend the plan, and what a first move would take; where it was
    /// not, that there is none says nothing.
    public var areRepairsSought = true
    public var isFirstMoveSought = true
    /// The method that was asked for.
    public var method = PlanningSolver.structured
    /// What is proved of a plan of whole potlines; nil where lines may be cut.
    public var wholeLines: WholeLineResult?

    /// Quotas that are missed though missing them costs something, by province and year.
    public var missedQuotas: [MissedQuota] {
        if let pricedMissedQuotas { return pricedMissedQuotas }
        guard status == .infeasible else { return [] }
        return MissedQuota.unpriced(outcome).filter { $0.year < firstUndecidedYear ?? .max }
    }

    public var inputs: ModelInputs { outcome.inputs }

    /// Capacity that the plan moves in all years, Mt/yr.
    public var movedCapacity: Double { moves.reduce(0) { $0 + $1.move.capacity } }
}

/// Solves the relocation problem.
public struct Planner: Sendable {
    let solver: RelocationSolver

    /// Whether an infeasible problem is searched for repairs, which takes about ten more solves.
    public var seeksRepairs = true
    /// Whether a plan without moves is asked what the first would take, which takes about as long.
    public var seeksFirstMove = true
    /// How whole potlines are sought, where the scenario asks for them.
    public var wholeLines = WholeLineSettings()

    public init(method: PlanningSolver = .structured, seeksRepairs: Bool = true) {
        solver = RelocationSolver(method: method)
        self.seeksRepairs = seeksRepairs
    }

    init(solver: RelocationSolver) {
        self.solver = solver
    }

    /// Plans all years at once, or year by year where the scenario's foresight is myopic.
    public func plan(_ baseline: Baseline) throws -> Plan {
        var plan: Plan
        if baseline.inputs.policy.lines == .whole {
            plan = try planWholeLines(baseline)
        } else {
            plan =
                switch baseline.inputs.policy.foresight {
                case .perfect: try planAllYears(baseline)
                case .myopic: try planYearByYear(baseline)
                }
        }
        plan.method = solver.method
        plan.areRepairsSought = seeksRepairs
        plan.isFirstMoveSought = seeksFirstMove
        return plan
    }

    private func planAllYears(_ baseline: Baseline) throws -> Plan {
        let problem = try RelocationProblem(baseline)
        let solution = try solver.solve(problem)
        let measures = OptimalityCertificate(recomputing: problem.program, solution: solution)
        let certificate = PlanCertificate(
            primalResidual: measures.primalResidual,
            dualResidual: max(measures.dualResidual, measures.complementarity),
            gap: measures.gap)
        if solution.status == .primalInfeasible {
            return try infeasiblePlan(problem, proof: solution)
        }
        let status: PlanStatus =
            solution.status == .optimal
                && certificate.isAccepted(within: solver.method.tolerance)
            ? .optimal : .notConverged
        let reading = SolutionReading(problem: problem, solution: solution)
        let outcome = Outcome(baseline, decisions: reading.decisions())
        let moves = reading.moves(outcome.decisions.moves)
        var firstMove: FirstMove?
        if status == .optimal, moves.isEmpty, seeksFirstMove {
            firstMove = try FirstMoveSearch(baseline, solver: solver).run()
        }
        return Plan(
            status: status, objective: measures.primalObjective, certificate: certificate,
            iterations: solution.iterations, factorizations: solution.factorizations,
            fixedCost: problem.fixedCost, outcome: outcome, moves: moves,
            shadowPrices: status == .optimal ? try reading.shadowPrices() : [], failedLimits: [],
            repairs: [], firstMove: firstMove,
            pricedMissedQuotas: status == .optimal ? reading.missedQuotas(outcome) : nil)
    }

    /// Repairs are sought for all years at once; a plan without foresight has none to offer.
    private func repairs(_ baseline: Baseline) throws -> [Repair] {
        let policy = baseline.inputs.policy
        guard seeksRepairs, policy.foresight == .perfect, policy.lines == .continuous else {
            return []
        }
        return try RepairSearch(baseline: baseline, solver: solver).run()
    }

    /// Says what fails: the elastic problem misses as little as can be.
    func infeasiblePlan(_ problem: RelocationProblem, proof: Solution) throws -> Plan {
        let baseline = problem.baseline
        var scope = problem.scope
        scope.relaxed = [.requirements]
        let elastic = try RelocationProblem(baseline, scope: scope)
        let solution = try solver.solve(elastic)
        let reading = SolutionReading(problem: elastic, solution: solution)
        let outcome = Outcome(baseline, decisions: reading.decisions())
        var violation = Double.infinity
        if case .primal(let rows, let bounds)? = proof.ray {
            violation = OptimalityCertificate.primalRayViolation(
                of: problem.program, rowMultipliers: rows, boundMultipliers: bounds)
        }
        // Nothing is called infeasible whose proof does not hold on the problem's own data.
        let status: PlanStatus =
            violation <= PlanCertificate.proofTolerance ? .infeasible : .notConverged
        return Plan(
            status: status, objective: 0,
            certificate: PlanCertificate(proofViolation: violation),
            iterations: proof.iterations, factorizations: proof.factorizations,
            fixedCost: problem.fixedCost, outcome: outcome,
            moves: reading.moves(outcome.decisions.moves),
            shadowPrices: [], failedLimits: reading.failedLimits(),
            repairs: try repairs(baseline), firstMove: nil)
    }
}

extension RelocationProblem {
    /// PV of the cost of doing nothing: the planned fleet, no purchases, nothing priced for
    /// shortfalls.
    var fixedCost: Double {
        let nothing = Outcome(
            baseline,
            decisions: Decisions(
                moves: [],
                purchases: Purchases(
                    provinceCount: inputs.provinceCount, yearCount: inputs.yearCount)))
        var total = 0.0
        for year in 1..<max(1, inputs.yearCount) {
            for province in 0..<inputs.provinceCount {
                total += discount[year] * nothing.province[province, year].cost.total
            }
        }
        return total
    }
}
