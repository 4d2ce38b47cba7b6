/// One run of the interior point iteration on a scaled program.
struct InteriorPointEngine: ~Copyable {
    private let program: ScaledProgram
    private let judge: Judge
    private let settings: SolverSettings
    private var system: NewtonSystem
    private var proximal: Double
    private(set) var iterations = 0
    private(set) var best: Judge.Verdict?
    /// A proof that there is no optimum, if the iterates ran away along one.
    private(set) var ray: InfeasibilityRay?
    private var leastMean = Double.infinity
    private var leastResidual = Double.infinity
    private var sinceBest = 0
    private var sinceProgress = 0

    /// A run ends after this many iterations without a better point, smaller products or residuals.
    private static let patience = 25
    /// With products below this, on scaled data, only better points count as progress.
    private static let exhausted = 1e-20
    /// After each so many iterations without a better point, the last one is tried as a proof.
    private static let proofInterval = 5

    /// A run ends at steps shorter than this.
    private static let shortestStep = 1e-9
    /// A centrality correction has to lengthen the steps by this sum.
    private static let worthwhileGain = 0.02

    /// The share of the regularisation that is never refined away.
    private static let keptRegularization = 1e-3

    var factorizations: Int { system.factorizations }

    init(
        _ program: ScaledProgram, _ judge: Judge, _ settings: SolverSettings
    ) {
        self.program = program
        self.judge = judge
        self.settings = settings
        system = NewtonSystem(
            program, floor: settings.regularization * Self.keptRegularization)
        proximal = settings.regularization
    }

    /// Iterates until an optimum, the limit, or a standstill.
    mutating func run() {
        guard var iterate = startingPoint() else { return }
        while true {
            let residuals = Residuals(program, iterate)
            let mean = iterate.meanProduct(program)
            if isDone(iterate, residuals, mean) { return }
            guard iterations < settings.iterationLimit else { return }
            iterations += 1
            proximal = max(settings.regularization, proximal / 10)
            guard let step = findStep(iterate, residuals, mean) else { return }
            iterate.move(step.direction, primal: step.primal, dual: step.dual)
            if max(step.primal, step.dual) < Self.shortestStep { return }
        }
    }

    private mutating func startingPoint() -> Iterate? {
        for proximal in [1e-6, 1e-4, 1e-2] {
            if let start = try? Iterate(startingAt: program, &system, proximal: proximal) {
                return start
            }
        }
        return nil
    }

    /// Judges an iterate on the program as given; true if there is nothing more to do.
    private mutating func isDone(
        _ iterate: Iterate, _ residuals: Residuals, _ mean: Double
    ) -> Bool {
        let verdict = judge.verdict(
            variables: program.originalVariables(iterate.point),
            rowDuals: program.originalRowDuals(iterate.rowDuals),
            boundDuals: program.originalBoundDuals(
                (0..<program.variableCount).map { iterate.lowerDual[$0] - iterate.upperDual[$0] }))
        let largest = verdict.measures.largest
        let previous = best?.measures.largest ?? .infinity
        sinceBest += 1
        if largest < 0.9 * previous { sinceBest = 0 }
        if largest < previous || best == nil { best = verdict }
        sinceProgress += 1
        if largest < 0.9 * previous { sinceProgress = 0 }
        let residual = max(residuals.primalSize, residuals.dualSize)
        if mean > Self.exhausted, mean < 0.5 * leastMean || residual < 0.5 * leastResidual {
            sinceProgress = 0
            leastMean = min(leastMean, mean)
            leastResidual = min(leastResidual, residual)
        }
        if sinceBest > 0, sinceBest % Self.proofInterval == 0 {
            ray =
                InteriorPointSolver.contradiction(judge.program, multipliers: verdict.rowDuals)
                ?? InteriorPointSolver.endlessFall(judge.program, along: verdict.variables)
            if ray != nil { return true }
        }
        return largest <= settings.targetTolerance || sinceProgress >= Self.patience
    }

    /// The corrected direction of one iteration with its step lengths.
    private mutating func findStep(
        _ iterate: Iterate, _ residuals: Residuals, _ mean: Double
    ) -> Step? {
        let finder = DirectionFinder(
            program, iterate, residuals, refinements: settings.refinementLimit)
        var attempts = 0
        while true {
            do {
                try finder.factorize(&system, proximal: proximal)
                return correctedStep(finder, iterate, mean)
            } catch {
                attempts += 1
                proximal *= 100
                guard attempts < 5, proximal < 1 else { return nil }
            }
        }
    }

    private struct Step {
        var direction: Direction
        var primal: Double
        var dual: Double
    }

    private func correctedStep(
        _ finder: DirectionFinder, _ iterate: Iterate, _ mean: Double
    ) -> Step {
        let products = Products(program, iterate)
        let predictor = finder.direction(
            system, lowerChange: products.lower.map { -$0 },
            upperChange: products.upper.map { -$0 })
        let reach = predictor.longestSteps(from: iterate)
        var ahead = iterate
        ahead.move(predictor, primal: min(1, reach.primal), dual: min(1, reach.dual))
        let ratio = mean > 0 ? ahead.meanProduct(program) / mean : 0
        return centred(
            finder, iterate,
            products.aimed(
                program, at: mean * ratio * ratio * ratio, allowingFor: predictor))
    }

    /// The step towards equal products, with corrections that lengthen it.
    private func centred(
        _ finder: DirectionFinder, _ iterate: Iterate, _ aim: Products
    ) -> Step {
        var products = aim
        var direction = finder.direction(
            system, lowerChange: products.lowerChange, upperChange: products.upperChange)
        var steps = lengths(direction, iterate)
        for _ in 0..<settings.correctionLimit where min(steps.primal, steps.dual) < 0.95 {
            var trial = iterate
            trial.move(
                direction, primal: min(1, steps.primal * 1.08 + 0.08),
                dual: min(1, steps.dual * 1.08 + 0.08))
            var corrected = products
            corrected.correct(program, trial)
            let candidate = finder.direction(
                system, lowerChange: corrected.lowerChange, upperChange: corrected.upperChange)
            let newSteps = lengths(candidate, iterate)
            let gain =
                min(1, newSteps.primal) - min(1, steps.primal) + min(1, newSteps.dual)
                - min(1, steps.dual)
            guard gain >= Self.worthwhileGain else { break }
            (direction, steps, products) = (candidate, newSteps, corrected)
        }
        return Step(
            direction: direction, primal: min(1, settings.stepShare * steps.primal),
            dual: min(1, settings.stepShare * steps.dual))
    }

    /// The longest steps; with curvature, primal and dual go together.
    private func lengths(
        _ direction: Direction, _ iterate: Iterate
    ) -> (primal: Double, dual: Double) {
        let steps = direction.longestSteps(from: iterate)
        guard program.quadratic.entryCount > 0 else { return steps }
        let common = min(steps.primal, steps.dual)
        return (common, common)
    }
}
