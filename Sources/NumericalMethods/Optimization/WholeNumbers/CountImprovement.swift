/// Looks for better counts near given ones: one step more, one less, or one for another.
///
/// At given counts the multipliers of the rest say what a step costs at least: the best of the rest
/// is convex in the counts. Only changes that may gain by that measure are evaluated, the most
/// promising first.
struct CountImprovement {
    let program: WholeNumberProgram
    let propagation: CountPropagation
    /// Evaluations of one round.
    private static let evaluationsPerRound = 12

    /// One step of a count, up or down.
    private struct Change {
        let place: Int
        let sign: Int32
        /// Least change of the objective.
        let estimate: Double
    }

    private struct Trial {
        let counts: [Int32]
        let estimate: Double
    }

    /// Trials around an evaluated point that may gain more than `worthwhile`, the best first.
    private func trials(
        around result: CountEvaluation.Result, within bounds: CountBounds, worthwhile: Double
    ) -> [Trial] {
        let counts = result.counts
        var changes: [Change] = []
        for (place, column) in program.columns.enumerated() {
            let step = program.steps[column] ?? 1
            let slope = result.solution.boundDuals[column] * step
            let curvature = curvature(column, column) * step * step / 2
            if counts[place] < bounds.upper[place] {
                changes.append(Change(place: place, sign: 1, estimate: slope + curvature))
            }
            if counts[place] > bounds.lower[place] {
                changes.append(Change(place: place, sign: -1, estimate: -slope + curvature))
            }
        }
        var trials: [Trial] = []
        func add(_ members: [Change], _ estimate: Double) {
            guard estimate < -worthwhile else { return }
            var trial = counts
            for change in members { trial[change.place] += change.sign }
            guard propagation.allows(trial, within: bounds) else { return }
            trials.append(Trial(counts: trial, estimate: estimate))
        }
        for change in changes { add([change], change.estimate) }
        let ups = changes.filter { $0.sign > 0 }
        for down in changes where down.sign < 0 {
            for up in ups where up.place != down.place {
                let (first, second) = (program.columns[down.place], program.columns[up.place])
                let coupling =
                    curvature(first, second) * (program.steps[first] ?? 1)
                    * (program.steps[second] ?? 1)
                add([down, up], down.estimate + up.estimate - coupling)
            }
        }
        return trials.enumerated().sorted {
            $0.element.estimate != $1.element.estimate
                ? $0.element.estimate < $1.element.estimate : $0.offset < $1.offset
        }.map(\.element)
    }

    private func curvature(_ row: Int, _ column: Int) -> Double {
        let square = program.program.quadratic
        for entry in square.entries(ofColumn: column) where square.rowIndices[entry] == row {
            return square.values[entry]
        }
        return 0
    }

    /// Improves until no evaluated change gains.
    ///
    /// - Parameters:
    ///   - worthwhile: gains up to this are not looked for.
    ///   - evaluate: nil where the counts cannot be evaluated.
    func improve(
        _ start: CountEvaluation.Result, within bounds: CountBounds, worthwhile: Double,
        shouldStop: () -> Bool,
        evaluate: ([Int32]) throws -> CountEvaluation.Result?
    ) rethrows -> CountEvaluation.Result {
        var best = start
        while !shouldStop() {
            var improved = false
            let candidates = trials(around: best, within: bounds, worthwhile: worthwhile)
            for trial in candidates.prefix(Self.evaluationsPerRound) {
                if shouldStop() { break }
                guard let result = try evaluate(trial.counts),
                    result.solution.objective < best.solution.objective - worthwhile
                else { continue }
                best = result
                improved = true
                break
            }
            if !improved { return best }
        }
        return best
    }
}
