internal import NumericalMethods

/// Planning in whole potlines: a search over the counts of lines with a proven bound. At the counts
/// found, what is bought is the cheapest for them; prices are those of that problem.
extension Planner {
    func planWholeLines(_ baseline: Baseline) throws -> Plan {
        var scope = RelocationProblem.Scope()
        scope.countsLines = true
        let problem = try RelocationProblem(baseline, scope: scope)
        var search = try WholeNumberSearch(
            problem.wholeNumberProgram(),
            relaxation: InteriorPointRelaxation(settings: nodeSettings),
            settings: searchSettings)
        let outcome = try search.run(startingFrom: [
            [Int](repeating: 0, count: problem.variables.count)
        ])
        let result = WholeLineResult(outcome, settings: wholeLines)
        guard let solution = outcome.solution, let counts = outcome.counts else {
            return try planWithoutLines(problem, outcome, result)
        }
        let fixed = problem.fixing(counts)
        let measures = OptimalityCertificate(recomputing: fixed.program, solution: solution)
        let certificate = PlanCertificate(
            primalResidual: measures.primalResidual,
            dualResidual: max(measures.dualResidual, measures.complementarity),
            gap: measures.gap)
        let isProved = result.ending == .withinGap && certificate.isAccepted
        let reading = SolutionReading(problem: fixed, solution: solution)
        let planned = Outcome(baseline, decisions: reading.decisions())
        return Plan(
            status: isProved ? .optimal : .notConverged, objective: measures.primalObjective,
            certificate: certificate, iterations: outcome.iterations,
            factorizations: outcome.factorizations, fixedCost: problem.fixedCost,
            outcome: planned, moves: reading.moves(planned.decisions.moves),
            shadowPrices: certificate.isAccepted
                ? try reading.shadowPrices().filter { !$0.kind.isOfMoves } : [],
            failedLimits: [], repairs: [], firstMove: nil,
            pricedMissedQuotas: MissedQuota.unpriced(planned), wholeLines: result)
    }

    private var searchSettings: WholeNumberSettings {
        var result = WholeNumberSettings()
        result.gap = wholeLines.gap
        result.nodeLimit = wholeLines.nodeLimit
        result.finalSettings = solver.settings
        result.shouldStop = wholeLines.isTimeOver
        let tell = wholeLines.onProgress
        result.onProgress = { progress in
            tell(
                WholeLineProgress(
                    nodes: progress.nodes, openNodes: progress.openNodes,
                    objective: progress.objective, bound: progress.bound,
                    gap: progress.objective == nil ? nil : progress.gap))
        }
        return result
    }

    /// Bounds need no more digits than the gap asks for; they hold whatever the digits.
    private var nodeSettings: SolverSettings {
        var result = SolverSettings()
        result.targetTolerance = min(1e-6, max(1e-10, wholeLines.gap * 1e-3))
        result.acceptableTolerance = max(1e-8, result.targetTolerance)
        return result
    }

    /// Nothing was found: proved infeasible, or ended before.
    private func planWithoutLines(
        _ problem: RelocationProblem, _ outcome: WholeNumberOutcome, _ result: WholeLineResult
    ) throws -> Plan {
        if outcome.ending == .infeasible, outcome.nodes <= 1 {
            // Not even broken lines meet the limits: that is said as for any plan.
            let proof = try solver.solve(problem)
            if proof.status == .primalInfeasible {
                var plan = try infeasiblePlan(problem, proof: proof)
                plan.wholeLines = result
                plan.wholeLines?.isInfeasibleBroken = plan.status == .infeasible
                return plan
            }
        }
        let isProved =
            outcome.ending == .infeasible
            && outcome.proofViolation <= PlanCertificate.proofTolerance
        let nothing = Outcome(
            problem.baseline,
            decisions: Decisions(
                moves: [],
                purchases: Purchases(
                    provinceCount: problem.inputs.provinceCount,
                    yearCount: problem.inputs.yearCount)))
        return Plan(
            status: isProved ? .infeasible : .notConverged, objective: 0,
            certificate: PlanCertificate(proofViolation: outcome.proofViolation),
            iterations: outcome.iterations, factorizations: outcome.factorizations,
            fixedCost: problem.fixedCost, outcome: nothing, moves: [], shadowPrices: [],
            failedLimits: [], repairs: [], firstMove: nil, wholeLines: result)
    }
}

extension RelocationProblem {
    /// The problem with a step for every move. Rows that count the lines of a smelter, in all years
    /// and in one, are split as well as single moves.
    func wholeNumberProgram() throws -> WholeNumberProgram {
        var bySmelter: [Int] = []
        var byYear: [Int] = []
        for (row, limit) in limits.enumerated() {
            switch limit {
            case .stock: bySmelter.append(row)
            case .smelterPace: byYear.append(row)
            default: break
            }
        }
        return try WholeNumberProgram(
            program, steps: variables.map(lineSize), countedRows: bySmelter + byYear)
    }

    private func lineSize(_ variable: PlanningVariable) -> Double? {
        guard case .move(let smelter, _, _) = variable else { return nil }
        return inputs.smelters[smelter].lineSize
    }

    /// The problem that is left once the lines of every move are given.
    func fixing(_ counts: [Int]) -> RelocationProblem {
        var result = self
        for (index, variable) in variables.enumerated() {
            guard let size = lineSize(variable) else { continue }
            result.program.variableLower[index] = Double(counts[index]) * size
            result.program.variableUpper[index] = Double(counts[index]) * size
        }
        return result
    }
}

extension ShadowPrice.Kind {
    /// Whether it prices a limit of moves alone, which has none where lines are whole: a little
    /// more of it moves nothing.
    var isOfMoves: Bool {
        switch self {
        case .hosting, .hostingOnward, .stock, .smelterPace, .nationalPace, .ceiling,
            .capitalBudget:
            true
        case .quota, .quotaPoint, .greenPool, .optionLimit, .certificates, .certificateShare,
            .emissionCap, .nationalCleanShare:
            false
        }
    }
}
