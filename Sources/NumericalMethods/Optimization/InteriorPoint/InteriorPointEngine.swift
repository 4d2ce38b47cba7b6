/// One run of the interior point iteration on a scaled program.
struct InteriorPointEngine: ~Copyable {
    /// How a run ended.
    enum Ending {
        case optimal
        case infeasible(InfeasibilityRay)
        case stopped
    }

    private let program: ScaledProgram
    private let judge: Judge
    private let settings: SolverSettings
    private var system: NewtonSystem
    private var proximal: Double
    private(set) var iterations = 0
    private(set) var best: Judge.Verdict?
    private var sinceBest = 0

    var factorizations: Int { system.factorizations }

    init(_ program: ScaledProgram, _ judge: Judge, _ settings: SolverSettings) {
        self.program = program
        self.judge = judge
        self.settings = settings
        system = NewtonSystem(program)
        proximal = settings.regularization
    }

    /// Iterates until an optimum, a checked proof of infeasibility, the limit, or a standstill.
    mutating func run() -> Ending {
        guard var iterate = try? Iterate(startingAt: program, &system) else { return .stopped }
        while true {
            let residuals = Residuals(program, iterate)
            let mean = iterate.meanProduct(program)
            if let ending = judged(iterate, residuals, mean) { return ending }
            guard iterations < settings.iterationLimit else { return .stopped }
            iterations += 1
            proximal = max(settings.regularization, proximal / 10)
            guard let step = findStep(iterate, residuals, mean) else { return .stopped }
            if ProcessFlags.trace { print("   step", step.primal, step.dual) }
            iterate.move(step.direction, primal: step.primal, dual: step.dual)
            if max(step.primal, step.dual) < 1e-9 { return .stopped }
        }
    }

    /// Judges an iterate on the program as given; an ending if there is nothing more to do.
    private mutating func judged(
        _ iterate: Iterate, _ residuals: Residuals, _ mean: Double
    ) -> Ending? {
        let verdict = judge.verdict(
            variables: program.originalVariables(iterate.point),
            rowDuals: program.originalRowDuals(iterate.rowDuals),
            boundDuals: program.originalBoundDuals(
                (0..<program.variableCount).map { iterate.lowerDual[$0] - iterate.upperDual[$0] }))
        let largest = verdict.measures.largest
        if ProcessFlags.trace {
            print(
                iterations, mean, residuals.primalSize, residuals.dualSize,
                verdict.measures, verdict.objective)
        }
        let previous = best?.measures.largest ?? .infinity
        if largest < previous || best == nil {
            sinceBest = largest < 0.9 * previous ? 0 : sinceBest + 1
            best = verdict
        } else {
            sinceBest += 1
        }
        if largest <= settings.targetTolerance { return .optimal }
        return sinceBest >= 25 ? .stopped : nil
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
                return try correctedStep(finder, iterate, mean)
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
    ) throws(GSLError) -> Step {
        var products = Products(program, iterate)
        let predictor = try finder.direction(
            system, lowerChange: products.lower.map { -$0 },
            upperChange: products.upper.map { -$0 })
        let reach = predictor.longestSteps(from: iterate)
        var ahead = iterate
        ahead.move(predictor, primal: reach.primal, dual: reach.dual)
        let ratio = mean > 0 ? ahead.meanProduct(program) / mean : 0
        let target = mean * ratio * ratio * ratio
        products.aim(program, at: target, predictor)
        var direction = try finder.direction(
            system, lowerChange: products.lowerChange, upperChange: products.upperChange)
        var steps = lengths(direction, iterate)

        for _ in 0..<settings.correctionLimit where min(steps.primal, steps.dual) < 0.95 {
            let primalGoal = min(1, steps.primal * 1.08 + 0.08)
            let dualGoal = min(1, steps.dual * 1.08 + 0.08)
            var trial = iterate
            trial.move(direction, primal: primalGoal, dual: dualGoal)
            var corrected = products
            corrected.correct(program, trial, target: target)
            let candidate = try finder.direction(
                system, lowerChange: corrected.lowerChange, upperChange: corrected.upperChange)
            let newSteps = lengths(candidate, iterate)
            let gain = newSteps.primal + newSteps.dual - steps.primal - steps.dual
            guard gain >= 0.02 else { break }
            (direction, steps, products) = (candidate, newSteps, corrected)
        }
        let share = max(settings.stepShare, 1 - mean) < 1 ? settings.stepShare : settings.stepShare
        return Step(
            direction: direction, primal: min(1, share * steps.primal),
            dual: min(1, share * steps.dual))
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

public enum ProcessFlags { nonisolated(unsafe) public static var a = 1e-6; nonisolated(unsafe) public static var b = 1e-3; nonisolated(unsafe) public static var c = 0.0; nonisolated(unsafe) public static var trace = false }

/// Products of slack and multiplier, and the changes of them that a direction aims at.
struct Products {
    let lower: [Double]
    let upper: [Double]
    private(set) var lowerChange: [Double] = []
    private(set) var upperChange: [Double] = []

    init(_ program: ScaledProgram, _ iterate: Iterate) {
        lower = iterate.point.indices.map { iterate.lowerSlack[$0] * iterate.lowerDual[$0] }
        upper = iterate.point.indices.map { iterate.upperSlack[$0] * iterate.upperDual[$0] }
    }

    /// Aims all products at a target, allowing for the second order of a predictor.
    mutating func aim(_ program: ScaledProgram, at target: Double, _ predictor: Direction) {
        lowerChange = Array(repeating: 0, count: lower.count)
        upperChange = lowerChange
        for place in lower.indices {
            if program.lower[place] > -.infinity {
                lowerChange[place] =
                    target - lower[place] - predictor.lowerSlack[place]
                    * predictor.lowerDual[place]
            }
            if program.upper[place] < .infinity {
                upperChange[place] =
                    target - upper[place] - predictor.upperSlack[place]
                    * predictor.upperDual[place]
            }
        }
    }

    /// Adds what brings products of a trial point back between a tenth and ten times the target.
    mutating func correct(_ program: ScaledProgram, _ trial: Iterate, target: Double) {
        for place in lower.indices {
            if program.lower[place] > -.infinity {
                lowerChange[place] += Self.correction(
                    trial.lowerSlack[place] * trial.lowerDual[place], target)
            }
            if program.upper[place] < .infinity {
                upperChange[place] += Self.correction(
                    trial.upperSlack[place] * trial.upperDual[place], target)
            }
        }
    }

    private static func correction(_ product: Double, _ target: Double) -> Double {
        let wanted = min(max(product, 0.1 * target), 10 * target)
        return max(wanted - product, -10 * target)
    }
}
