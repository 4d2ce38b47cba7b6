internal import NumericalMethods
internal import Synchronization

/// One plan of a front: the cheapest whose measure is at most a limit.
public struct ParetoPoint: Sendable {
    /// The measure, in its unit, as the figures of the plan have it.
    public let amount: Double
    /// Million CNY over doing nothing, present value.
    public let increment: Double
    /// What one unit less costs here, present value over unit of the measure as it is summed, not
    /// discounted: for emissions CNY/tCO2e. 0 at the cheapest plan. At the other end, where there is no
    /// less, what one unit more would save.
    public let marginalCost: Double
    public let figures: PlanFigures
    public let outcome: Outcome
    public let certificate: PlanCertificate

    public var moves: [ChosenMove] { outcome.decisions.moves }
}

/// The plans between the cheapest one and the one with the least of a measure.
public struct ParetoFront: Sendable {
    public let status: PlanStatus
    public let baseline: Baseline
    public let measure: PlanMeasure
    /// From the cheapest plan to the least amount; a single plan where the cheapest has the least.
    public let points: [ParetoPoint]
    /// What no plan is proved to lie below, in the measure's unit; nil where nothing was proved.
    public let leastAmount: Double?

    public var inputs: ModelInputs { baseline.inputs }

    /// Measures a front can be drawn against.
    public static let measures: [PlanMeasure] = [
        .emissions, .capacity, .shortfall, .droughtLoss,
    ]
}

extension PlanMeasure {
    /// The measure of a plan by its figures.
    public func value(_ figures: PlanFigures) -> Double {
        switch self {
        case .capacity: figures.movedCapacity
        case .emissions: figures.emissions
        case .droughtLoss: figures.droughtLoss
        case .burden: figures.largestBurden
        case .shortfall: figures.shortfall
        }
    }
}

/// Draws a front: between the amount of the cheapest plan and the least amount there is, limits are
/// spread evenly, and for each the cheapest plan that keeps it is found.
public struct ParetoSearch: Sendable {
    public let baseline: Baseline
    public let dryYear: DryYear
    public let measure: PlanMeasure
    public let pointCount: Int
    public let threads: Int
    let solver = RelocationSolver()

    /// By which part of the range the last limit stands above the least amount: a limit at the least
    /// itself leaves no room for an interior point method to work in.
    static let room = 1e-6
    /// What part of the range from the cheapest plan counts as none.
    static let noticed = 1e-7

    public init(
        _ baseline: Baseline, dryYear: DryYear, measure: PlanMeasure, pointCount: Int,
        threads: Int
    ) {
        self.baseline = baseline
        self.dryYear = dryYear
        self.measure = measure
        self.pointCount = pointCount
        self.threads = threads
    }

    /// - Parameter progress: called with how many points are done, one call at a time.
    public func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) throws -> ParetoFront {
        let problem = try RelocationProblem(baseline)
        let coefficients = MeasureCoefficients(
            measure, baseline: baseline, effects: problem.effects, dryYear: dryYear)
        let values = coefficients.values(of: problem.variables)
        let weighted = WeightedProblem(problem: problem, coefficients: values, solver: solver)
        let reading = FigureReading(problem, dryYear: dryYear)
        let answer = try weighted.solve(weight: 0)
        guard case .optimal(let optimum) = answer else {
            var status = PlanStatus.notConverged
            if case .infeasible = answer { status = .infeasible }
            return front(status, [], nil)
        }
        let first = point(optimum.variables, problem, reading, optimum.certificate, 0)
        guard let least = try weighted.leastAmount() else {
            return front(.notConverged, [first], nil)
        }
        let range = optimum.amount - least
        let shift = measure == .droughtLoss ? reading.droughtLossOfNothing : 0
        guard range > Self.noticed * max(1, abs(optimum.amount)), pointCount > 1 else {
            return front(.optimal, [first], least + shift)
        }
        let count = pointCount - 1
        let collected = Mutex([ParetoPoint?]())
        try OrderedWork.run(count: count, threads: threads) { index -> ParetoPoint? in
            let share = Double(index + 1) / Double(count)
            let limit =
                index + 1 < count
                ? optimum.amount - share * range : least + Self.room * range
            return try limited(to: limit, coefficients, problem.effects, reading)
        } deliver: { index, point in
            collected.withLock { $0.append(point) }
            progress(index + 1)
        }
        let found = collected.withLock { $0 }
        let points = found.compactMap(\.self)
        return front(
            points.count == count ? .optimal : .notConverged, [first] + points, least + shift)
    }

    private func front(
        _ status: PlanStatus, _ points: [ParetoPoint], _ least: Double?
    ) -> ParetoFront {
        ParetoFront(
            status: status, baseline: baseline, measure: measure, points: points,
            leastAmount: least)
    }

    /// The cheapest plan that keeps a limit; nil where it was not found to tolerance.
    private func limited(
        to limit: Double, _ measure: MeasureCoefficients, _ effects: MoveEffectTable,
        _ reading: FigureReading
    ) throws -> ParetoPoint? {
        var scope = RelocationProblem.Scope()
        scope.additions = [.limit(measure, to: limit)]
        let problem = try RelocationProblem(baseline, effects: effects, scope: scope)
        let solution = try solver.solve(problem)
        let measures = OptimalityCertificate(recomputing: problem.program, solution: solution)
        let certificate = PlanCertificate(
            primalResidual: measures.primalResidual,
            dualResidual: max(measures.dualResidual, measures.complementarity),
            gap: measures.gap)
        guard solution.status == .optimal, certificate.isAccepted,
            let row = problem.indexOfLimit[.total(measure.measure)]
        else { return nil }
        return point(
            solution.variables, problem, reading, certificate, max(0, -solution.rowDuals[row]))
    }

    private func point(
        _ variables: [Double], _ problem: RelocationProblem, _ reading: FigureReading,
        _ certificate: PlanCertificate, _ marginalCost: Double
    ) -> ParetoPoint {
        let outcome = Outcome(baseline, decisions: PlanVariables(variables, problem).decisions)
        let figures = reading.figures(outcome)
        return ParetoPoint(
            amount: measure.value(figures), increment: figures.increment,
            marginalCost: marginalCost, figures: figures, outcome: outcome,
            certificate: certificate)
    }
}
