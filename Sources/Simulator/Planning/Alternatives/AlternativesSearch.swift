internal import Synchronization

/// Seeks near-optimal plans of a scenario, each the best by a goal of its own.
public struct AlternativesSearch: Sendable {
    public let baseline: Baseline
    public let dryYear: DryYear
    public let margin: CostMargin
    public let threads: Int
    let solver: RelocationSolver

    /// - Parameter isStopped: asked before every problem that is solved; once it says yes, ``run``
    ///   throws ``SolvingStopped``.
    public init(
        _ baseline: Baseline, dryYear: DryYear, margin: CostMargin, threads: Int,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        var solver = RelocationSolver()
        solver.isStopped = isStopped
        self.solver = solver
        self.baseline = baseline
        self.dryYear = dryYear
        self.margin = margin
        self.threads = threads
    }

    /// Whether alternatives can be sought: all years at once, and lines that may be cut.
    public static func applies(to inputs: ModelInputs) -> Bool {
        inputs.policy.foresight == .perfect && inputs.policy.lines == .continuous
    }

    /// - Parameter progress: called with how many of the goals are done, one call at a time.
    public func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) throws
        -> AlternativeSet
    {
        let problem = try RelocationProblem(baseline)
        let nothing = [Double](repeating: 0, count: problem.variables.count)
        let answer = try WeightedProblem(
            problem: problem, coefficients: nothing, solver: solver
        ).solve(weight: 0)
        let reading = FigureReading(problem, dryYear: dryYear)
        guard case .optimal(let optimum) = answer else {
            var status = PlanStatus.notConverged
            if case .infeasible = answer { status = .infeasible }
            return alternatives(status, reading, nil, [])
        }
        let decisions = Self.decisions(optimum.variables, problem)
        let outcome = Outcome(baseline, decisions: decisions)
        let cheapest = AlternativePlan(
            goal: nil, outcome: outcome, figures: reading.figures(outcome),
            bound: optimum.bound.isFinite ? optimum.bound : nil, proof: .proved,
            firstDifference: .none)
        let task = AlternativeTask(
            problem: problem, optimum: optimum,
            budget: optimum.cost + margin.allowance(over: optimum.cost), dryYear: dryYear,
            solver: solver)
        let goals = AlternativeGoal.allCases
        // Counts take longest and go first, so that no thread is left with one of them at the end.
        let collected = Mutex([AlternativeGoal: AlternativePlan]())
        try OrderedWork.run(count: goals.count, threads: threads) { index in
            let found = try task.seek(goals[index])
            let outcome = Outcome(
                problem.baseline, decisions: Self.decisions(found.variables, problem))
            return AlternativePlan(
                goal: goals[index], outcome: outcome, figures: reading.figures(outcome),
                bound: found.bound.map { task.shifted($0, goals[index], reading) },
                proof: found.proof,
                firstDifference: FirstDifference(outcome.decisions, from: decisions))
        } deliver: { index, plan in
            collected.withLock { $0[goals[index]] = plan }
            progress(index + 1)
        }
        let found = collected.withLock { $0 }
        return alternatives(.optimal, reading, cheapest, goals.compactMap { found[$0] })
    }

    private func alternatives(
        _ status: PlanStatus, _ reading: FigureReading, _ cheapest: AlternativePlan?,
        _ alternatives: [AlternativePlan]
    ) -> AlternativeSet {
        AlternativeSet(
            status: status, baseline: baseline, margin: margin, dryYear: dryYear,
            droughtLossOfNothing: reading.droughtLossOfNothing, cheapest: cheapest,
            alternatives: alternatives)
    }

    static func decisions(_ variables: [Double], _ problem: RelocationProblem) -> Decisions {
        PlanVariables(variables, problem).decisions
    }
}

/// One goal's search.
private struct AlternativeTask: Sendable {
    let problem: RelocationProblem
    let optimum: WeightedProblem.Point
    let budget: Double
    let dryYear: DryYear
    let solver: RelocationSolver

    struct Found {
        /// In the order of the problem's variables.
        let variables: [Double]
        let bound: Double?
        let proof: AlternativePlan.Proof
    }

    func seek(_ goal: AlternativeGoal) throws -> Found {
        switch goal {
        case .fewestSmelters: try count(.smelters)
        case .fewestProvinces: try count(.provinces)
        case .leastCapacity: try least(.capacity, problem)
        case .droughtProof: try least(.droughtLoss, problem)
        case .lowestEmissions: try least(.emissions, problem)
        case .evenBurden: try evenBurden()
        }
    }

    private func count(_ kind: CountedPlaces.Kind) throws -> Found {
        guard budget - optimum.cost > BudgetSearch.leastRoom * max(1, abs(optimum.cost)) else {
            return Found(variables: optimum.variables, bound: nil, proof: .noMargin)
        }
        let places = CountedPlaces(kind, problem: problem, plan: optimum.variables)
        let result = try CountSearch(places: places, solver: solver, budget: budget)
            .run(from: optimum)
        return Found(
            variables: result.variables, bound: Double(result.leastCount),
            proof: result.isProved ? .proved : .bounded)
    }

    private func least(_ measure: PlanMeasure, _ problem: RelocationProblem) throws -> Found {
        let coefficients = MeasureCoefficients(
            measure, baseline: problem.baseline, effects: problem.effects, dryYear: dryYear
        ).values(of: problem.variables)
        let result = try BudgetSearch(
            weighted: WeightedProblem(
                problem: problem, coefficients: coefficients, solver: solver),
            budget: budget
        ).run(from: optimum)
        return found(result, variables: result.variables)
    }

    private func found(_ result: BudgetSearch.Result, variables: [Double]) -> Found {
        if result.hasNoRoom { return Found(variables: variables, bound: nil, proof: .noMargin) }
        return Found(
            variables: variables, bound: result.bound,
            proof: result.bound == nil ? .none : result.isProved ? .proved : .bounded)
    }

    /// The same problem with the burden's variable at its end.
    private func evenBurden() throws -> Found {
        var scope = problem.scope
        scope.additions = [.largestBurden]
        let extended = try RelocationProblem(
            problem.baseline, effects: problem.effects, scope: scope)
        let coefficients = MeasureCoefficients(
            .burden, baseline: problem.baseline, effects: problem.effects, dryYear: dryYear
        ).values(of: extended.variables)
        let weighted = WeightedProblem(
            problem: extended, coefficients: coefficients, solver: solver)
        // The cheapest plan with the burden at what it is: a weight too small to change the plan
        // would leave the burden undetermined, so that it is computed.
        var variables = optimum.variables
        variables.append(extended.burden(of: variables))
        let start = WeightedProblem.Point(
            weight: 0, variables: variables, cost: optimum.cost, amount: variables.last ?? 0,
            bound: optimum.bound, certificate: optimum.certificate)
        let result = try BudgetSearch(weighted: weighted, budget: budget).run(from: start)
        return found(result, variables: Array(result.variables.dropLast()))
    }

    /// A bound on the program's measure as one on the figure: output lost is counted whole, the
    /// program's against doing nothing.
    func shifted(
        _ bound: Double, _ goal: AlternativeGoal, _ reading: FigureReading
    ) -> Double {
        goal == .droughtProof ? bound + reading.droughtLossOfNothing : bound
    }
}

extension RelocationProblem {
    /// The largest burden of moves, by variable, where the scope adds it.
    func burden(of variables: [Double]) -> Double {
        let capacity = inputs.baseCapacity
        var largest = 0.0
        let columns = ProgramColumns(problem: self)
        var net: [Int: Double] = [:]
        for (column, value) in variables.enumerated() where value != 0 {
            guard case .move = self.variables[column] else { continue }
            for entry in columns.entries(of: column) {
                if case .burden(let province) = limits[entry.row] {
                    net[province, default: 0] += value * entry.value
                }
            }
        }
        for (province, amount) in net where capacity[province] > 0 {
            largest = max(largest, amount / capacity[province])
        }
        return largest
    }
}
