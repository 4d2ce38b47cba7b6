/// How counts are found.
extension WholeNumberSearch {
    /// Every so many parts, the relaxation is rounded and improved.
    static let roundingInterval = 20

    // MARK: - Counts

    /// Takes counts over if they are feasible and better than the best.
    mutating func offer(_ counts: [Int32], within bounds: CountBounds) throws {
        if let result = try evaluate(counts, within: bounds) { take(result) }
    }

    private mutating func take(_ result: CountEvaluation.Result) {
        if result.solution.objective < best?.solution.objective ?? .infinity { best = result }
    }

    /// Nil for counts that are not feasible, or were tried before.
    private mutating func evaluate(
        _ counts: [Int32], within bounds: CountBounds
    ) throws -> CountEvaluation.Result? {
        guard tried[counts] == nil, propagation.allows(counts, within: bounds) else { return nil }
        let result = try evaluation.evaluate(counts)
        iterations += result.solution.iterations
        factorizations += result.solution.factorizations
        guard result.solution.status == .optimal else {
            tried[counts] = result.solution.status == .primalInfeasible ? .infinity : .nan
            return nil
        }
        tried[counts] = result.solution.objective
        return result
    }

    /// Rounds a relaxation to counts that go together and improves them.
    mutating func round(
        _ values: [Double], within bounds: CountBounds, root: CountBounds
    ) throws {
        guard let counts = rounded(values, within: bounds),
            let start = try evaluate(counts, within: root)
        else { return }
        let worthwhile =
            WholeNumberSettings.leastGap * max(1, abs(start.solution.objective))
        let stop = settings.shouldStop
        let improved = try improvement.improve(
            start, within: root, worthwhile: worthwhile, shouldStop: stop
        ) { try evaluate($0, within: root) }
        take(improved)
    }

    /// The largest broken counts go up while all rows of counts allow it, the others down.
    private func rounded(_ values: [Double], within bounds: CountBounds) -> [Int32]? {
        var ranges = bounds
        var order = values.indices.filter { ranges.lower[$0] < ranges.upper[$0] }
        order.sort {
            let first = values[$0] - values[$0].rounded(.down)
            let second = values[$1] - values[$1].rounded(.down)
            return first != second ? first > second : $0 < $1
        }
        for place in order where ranges.lower[place] < ranges.upper[place] {
            let nearest = Int32((values[place] + 0.7).rounded(.down))
            let choices = [nearest, nearest - 1, ranges.lower[place], ranges.upper[place]]
            var isSet = false
            for choice in choices
            where !isSet && choice >= ranges.lower[place] && choice <= ranges.upper[place] {
                var trial = ranges
                trial.lower[place] = choice
                trial.upper[place] = choice
                if propagation.tighten(&trial) {
                    ranges = trial
                    isSet = true
                }
            }
            if !isSet { return nil }
        }
        return ranges.lower
    }
}
