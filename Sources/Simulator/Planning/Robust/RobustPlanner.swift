internal import Dispatch
internal import NumericalMethods

/// Plans moves for many futures at once: a stochastic program of two stages.
///
/// Moves are decided now, what is bought and what is missed when the future is known. In each future the
/// cost is that of the relocation problem of its own inputs. Limits on moves hold in every
/// future.
public struct RobustPlanner: Sendable {
    public let risk: PlanningRisk
    /// Whether every future is also planned by itself, for the value of perfect information. It takes
    /// most of the time.
    public var seeksPerfectInformation = true
    /// Whether today's plan is tried in the futures.
    public var triesTodayPlan = true
    /// How many futures are read at the same time.
    public var threads: Int

    private let solver = RelocationSolver()

    public init(risk: PlanningRisk, threads: Int = 2) {
        self.risk = risk
        self.threads = threads
    }

    /// - Parameters:
    ///   - base: the inputs as they stand, whose plan is today's.
    ///   - futures: at least one; they differ from the base in numbers only.
    ///   - probabilities: one for each future, above 0, scaled to add to 1; nil for equal ones.
    /// - Throws: ``InputRejected`` for futures or inputs that no robust plan can be made for.
    public func plan(
        base: Baseline, futures: [Baseline], probabilities: [Double]? = nil
    ) throws -> RobustPlan {
        try Self.check(base, futures, probabilities)
        let readings = try read(futures, knows: seeksPerfectInformation)
        let weights = probabilities ?? Array(repeating: 1, count: futures.count)
        let problem = try RobustProblem(readings, probabilities: weights)
        if problem.form.contradiction != nil {
            return try infeasible(problem, futures, readings)
        }
        let solution = try TwoStageInteriorPoint().solve(problem.program, risk: risk.measure)
        guard !solution.moves.isEmpty || problem.program.moveCount == 0,
            solution.decisions.count == futures.count
        else { return try infeasible(problem, futures, readings) }
        let measures = try TwoStageCertificate(
            recomputing: problem.program, risk: risk.measure, solution: solution)
        let certificate = RobustCertificate(
            primalResidual: measures.primalResidual, dualResidual: measures.dualResidual,
            bound: measures.lowerBound, gap: measures.gap)
        guard certificate.isAccepted else {
            let diagnosis = try infeasible(problem, futures, readings)
            if diagnosis.status == .infeasible { return diagnosis }
            return finish(
                .notConverged, problem, solution, measures, certificate, readings, today: nil)
        }
        let today = triesTodayPlan ? try tryToday(base, problem) : nil
        return finish(
            .optimal, problem, solution, measures, certificate, readings, today: today)
    }

    // MARK: reading

    private static func check(
        _ base: Baseline, _ futures: [Baseline], _ probabilities: [Double]?
    ) throws {
        var list = FindingList()
        let policy = base.inputs.policy
        if futures.isEmpty { list.error(Message(RobustMessage.noFutures), at: Location()) }
        if policy.lines == .whole {
            list.error(Message(RobustMessage.wholeLines), at: Location())
        }
        if policy.foresight == .myopic {
            list.error(Message(RobustMessage.yearByYear), at: Location())
        }
        if let probabilities {
            if probabilities.count != futures.count
                || !probabilities.allSatisfy({ $0 > 0 && $0.isFinite })
            {
                list.error(Message(RobustMessage.badProbabilities), at: Location())
            }
        }
        try list.throwIfRejected()
    }

    private func read(_ futures: [Baseline], knows: Bool) throws -> [RobustProblem.Reading] {
        let collected = ReadingCollector()
        let solver = solver
        try OrderedWork.run(count: futures.count, threads: threads) { index in
            try RobustProblem.reading(futures[index], knows: knows, solver: solver)
        } deliver: { _, reading in
            collected.append(reading)
        }
        return collected.readings
    }

    // MARK: today's plan

    private struct Today {
        let plan: RobustPlan.TodayPlan
        let costs: [Double?]
    }

    private func tryToday(_ base: Baseline, _ problem: RobustProblem) throws -> Today? {
        let today = try RelocationProblem(base)
        let solution = try solver.solve(today)
        guard solution.status == .optimal else { return nil }
        var chosen: [ChosenMove] = []
        for (index, variable) in today.variables.enumerated() {
            guard case .move(let smelter, let destination, let year) = variable else { continue }
            chosen.append(
                ChosenMove(
                    smelter: smelter, destination: destination, year: year,
                    capacity: max(0, solution.variables[index])))
        }
        let (values, wasClipped) = problem.values(of: chosen)
        let evaluation = try TwoStageEvaluation(problem.program, moves: values)
        var costs: [Double?] = []
        var failed: [Int] = []
        for (index, outcome) in evaluation.outcomes.enumerated() {
            switch outcome {
            case .solved(let cost, _): costs.append(cost)
            case .infeasible:
                failed.append(index)
                costs.append(nil)
            case .notConverged: costs.append(nil)
            }
        }
        let risk = evaluation.costs.map {
            self.risk.value($0, probabilities: problem.program.probabilities)
        }
        return Today(
            plan: RobustPlan.TodayPlan(
                moves: problem.moves(values), wasClipped: wasClipped, failedFutures: failed,
                risk: risk),
            costs: costs)
    }

    // MARK: results

    private func finish(
        _ status: PlanStatus, _ problem: RobustProblem, _ solution: TwoStageSolution,
        _ measures: TwoStageCertificate, _ certificate: RobustCertificate,
        _ readings: [RobustProblem.Reading], today: Today?
    ) -> RobustPlan {
        // A future without weight leaves its purchases open: its cost is that of the best ones.
        let evaluation = try? TwoStageEvaluation(problem.program, moves: solution.moves)
        let futures = readings.indices.map { index in
            var cost: Double?
            var state = RobustFuture.Status.notConverged
            if case .solved(let found, _)? = evaluation?.outcomes[index] {
                cost = found
                state = .solved
            }
            return RobustFuture(
                probability: problem.program.probabilities[index], status: state, cost: cost,
                weight: measures.weights[index],
                knownCost: readings[index].known.flatMap {
                    $0.status == .optimal ? $0.cost : nil
                }, todayCost: today?.costs[index])
        }
        return RobustPlan(
            status: status, risk: risk, objective: measures.upperBound, certificate: certificate,
            moves: problem.moves(solution.moves), futures: futures,
            iterations: solution.iterations, infeasibleFutures: [], today: today?.plan)
    }

    /// Says which futures cannot be met, or that no moves suit all; not converged where neither is
    /// proved.
    private func infeasible(
        _ problem: RobustProblem, _ futures: [Baseline], _ readings: [RobustProblem.Reading]
    ) throws -> RobustPlan {
        let readings =
            seeksPerfectInformation ? readings : try read(futures, knows: true)
        let known = readings.map { $0.known?.status ?? .notConverged }
        let failed = known.indices.filter { known[$0] == .infeasible }
        var status = PlanStatus.notConverged
        // Limits on moves that contradict each other are proof enough.
        if !failed.isEmpty || problem.form.contradiction != nil {
            status = .infeasible
        } else if try Self.isProvedInfeasible(problem.program) {
            status = .infeasible
        }
        let total = problem.program.probabilities
        return RobustPlan(
            status: status, risk: risk, objective: 0, certificate: nil, moves: [],
            futures: readings.indices.map { index in
                RobustFuture(
                    probability: total[index],
                    status: known[index] == .infeasible ? .infeasible : .notConverged, cost: nil,
                    weight: 0,
                    knownCost: known[index] == .optimal ? readings[index].known?.cost : nil,
                    todayCost: nil)
            }, iterations: 0, infeasibleFutures: failed, today: nil)
    }

    /// The most columns of an extensive form that is searched for a proof.
    private static let proofLimit = 30_000

    /// Whether the general method proves on the extensive form that no moves suit all futures.
    private static func isProvedInfeasible(_ program: TwoStageProgram) throws -> Bool {
        let size = program.scenarios.reduce(program.moveCount) { $0 + $1.decisionCount }
        guard size <= proofLimit else { return false }
        let form = try program.extensiveForm(weights: program.probabilities)
        let solution = try InteriorPointSolver().solve(form.program)
        guard case .primal(let rows, let bounds)? = solution.ray else { return false }
        return OptimalityCertificate.primalRayViolation(
            of: form.program, rowMultipliers: rows, boundMultipliers: bounds)
            <= PlanCertificate.proofTolerance
    }
}
