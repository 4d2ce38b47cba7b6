internal import Synchronization

/// What was found for a two-stage program.
public struct TwoStageSolution: Sendable {
    /// `.optimal` where the method's own measures are within its tolerance; judge by
    /// ``TwoStageCertificate``.
    public var status: SolverStatus
    /// By move.
    public var moves: [Double]
    /// By shared row; signs as in ``Solution``.
    public var sharedDuals: [Double]
    /// By scenario and decision.
    public var decisions: [[Double]]
    /// By scenario and row, of the cost times the scenario's weight.
    public var rowDuals: [[Double]]
    /// By scenario and decision, likewise.
    public var boundDuals: [[Double]]
    /// The weight of each scenario's cost in the risk: multipliers that add to 1.
    public var weights: [Double]
    public var iterations: Int
    /// The largest of the method's own measures.
    public var largestResidual: Double
    /// The first scenario whose own limits contradict each other, where that was seen beforehand.
    public var contradiction: Int?
}

/// Solves two-stage programs by a primal-dual interior point method whose time grows in proportion to the
/// number of scenarios.
public struct TwoStageInteriorPoint: Sendable {
    public struct Settings: Sendable, Equatable {
        /// The method stops when its measures are below this.
        public var targetTolerance = 1e-11
        /// What still counts as optimal when no further progress is possible.
        public var acceptableTolerance = 1e-7
        public var iterationLimit = 150
        /// The largest share of the way to the boundary that one step takes.
        public var stepShare = 0.995

        public init() {}
    }

    public var settings = Settings()

    public init() {}

    /// Solves a program.
    ///
    /// - Throws: ``QuadraticProgramError`` where the program is not valid.
    public func solve(
        _ program: TwoStageProgram, risk: RiskMeasure
    ) throws(QuadraticProgramError) -> TwoStageSolution {
        try program.validate()
        let reductions = program.scenarios.map { ScenarioReduction($0) }
        if let index = reductions.firstIndex(where: \.isContradictory) {
            return .none(of: program, contradiction: index)
        }
        // With one scenario, or a level that leaves all of them, risk is the mean.
        let measure: RiskMeasure = program.scenarios.count == 1 ? .expected : risk
        var engine = TwoStageEngine(program, reductions, risk: measure)
        return run(&engine, reductions)
    }

    private func run(
        _ engine: inout TwoStageEngine, _ reductions: [ScenarioReduction]
    ) -> TwoStageSolution {
        var best = TwoStageSolution.none(of: engine.program, contradiction: nil)
        var sinceBest = 0
        var iteration = 0
        while true {
            engine.evaluate()
            let score = engine.score
            if score < best.largestResidual {
                // Copied only where it may be the last.
                if score < 1e-5 || best.moves.isEmpty { engine.record(in: &best, reductions) }
                sinceBest = score < 0.9 * best.largestResidual ? 0 : sinceBest + 1
                best.largestResidual = score
            } else {
                sinceBest += 1
            }
            guard score.isFinite, score > settings.targetTolerance,
                score < 1e4 * max(best.largestResidual, 1e-9) || score > 1e-2,
                iteration < settings.iterationLimit,
                sinceBest < (best.largestResidual < settings.acceptableTolerance ? 4 : 30)
            else { break }
            engine.factorize()
            engine.direct(target: 0, isCorrecting: false)
            let affine = engine.measure(target: 0, isCorrecting: false)
            let ratio = affine.product / engine.meanProduct
            let target = max(ratio * ratio * ratio, 1e-8) * engine.meanProduct
            engine.direct(target: target, isCorrecting: true)
            let room = engine.measure(target: target, isCorrecting: true).share
            engine.advance(min(1, settings.stepShare * room), target: target)
            iteration += 1
        }
        best.iterations = iteration
        best.status =
            best.largestResidual <= settings.acceptableTolerance ? .optimal : .notConverged
        return best
    }
}

extension TwoStageSolution {
    static func none(of program: TwoStageProgram, contradiction: Int?) -> TwoStageSolution {
        TwoStageSolution(
            status: contradiction == nil ? .notConverged : .primalInfeasible, moves: [],
            sharedDuals: [], decisions: [], rowDuals: [], boundDuals: [],
            weights: program.probabilities, iterations: 0, largestResidual: .infinity,
            contradiction: contradiction)
    }
}

extension TwoStageEngine {
    /// The largest of the measures.
    var score: Double {
        let gap = measures.products / (1 + abs(objective))
        let values = [measures.primal, measures.dual, gap]
        return values.contains(where: \.isNaN) ? .nan : values.reduce(0, max)
    }

    /// Writes the current point out.
    func record(in solution: inout TwoStageSolution, _ reductions: [ScenarioReduction]) {
        solution.moves = moves.array
        solution.sharedDuals = (0..<sharedCount).map { lowerDual[$0] - upperDual[$0] }
        solution.decisions = []
        solution.rowDuals = []
        solution.boundDuals = []
        solution.weights = []
        var index = 0
        for box in boxes {
            let blocks = box.chunk.withLock { $0.blocks }
            for block in blocks {
                let scenario = program.scenarios[index]
                let reduction = reductions[index]
                index += 1
                var decisions = reduction.fixed
                var bounds = [Double](repeating: 0, count: reduction.decisions.count)
                for (place, decision) in reduction.decisions.enumerated() {
                    decisions[decision] = block.decisions[place]
                    bounds[place] = block.lowerPull[place] - block.upperPull[place]
                }
                var duals = [Double](repeating: 0, count: reduction.rows.count)
                for (step, row) in block.pattern.rowOfStep.enumerated() {
                    duals[row] = block.dual(step)
                }
                let gradient = decisions.indices.map {
                    block.weight
                        * (scenario.cost[$0] + scenario.curvature[$0] * decisions[$0])
                }
                let all = reduction.restored(
                    scenario, gradient: gradient, rowDuals: duals, boundDuals: bounds)
                solution.decisions.append(decisions)
                solution.rowDuals.append(all.rows)
                solution.boundDuals.append(all.decisions)
                solution.weights.append(block.weight)
            }
        }
    }
}
