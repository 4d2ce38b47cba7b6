/// Where a part is split, and how counts are found.
extension WholeNumberSearch {
    /// Every so many parts, the relaxation is rounded and improved.
    static let roundingInterval = 20

    /// A count that is broken, or a range that is still open where none is.
    struct Split {
        enum Place {
            case row(Int)
            case column(Int)
        }

        let place: Place
        /// The largest count of the lower part.
        let below: Int32
        let lowerFirst: Bool
        /// Whether the relaxation has whole counts, so that the split is only to go on.
        let isWhole: Bool

        func parts(of bounds: CountBounds) -> [CountBounds] {
            var lower = bounds
            var upper = bounds
            switch place {
            case .row(let row):
                lower.rowUpper[row] = below
                upper.rowLower[row] = below + 1
            case .column(let column):
                lower.upper[column] = below
                upper.lower[column] = below + 1
            }
            return lowerFirst ? [lower, upper] : [upper, lower]
        }
    }

    /// The most broken count of the first group that has one; else any open range; nil where all
    /// counts are given.
    func branching(_ values: [Double], _ bounds: CountBounds) -> Split? {
        var sums = [Double](repeating: 0, count: program.steps.count)
        for (place, column) in program.columns.enumerated() { sums[column] = values[place] }
        var offset = 0
        for group in program.countedRows {
            var worst: (score: Double, row: Int, value: Double)?
            for (index, row) in group.enumerated() {
                var sum = 0.0
                for entry in program.rows.entries(ofColumn: row) {
                    sum += sums[program.rows.rowIndices[entry]]
                }
                let broken = abs(sum - sum.rounded())
                guard broken > Self.wholeTolerance else { continue }
                let score = broken * (program.rowSteps[row] ?? 1)
                if score > worst?.score ?? 0 { worst = (score, offset + index, sum) }
            }
            if let worst {
                return Split(
                    place: .row(worst.row), below: Int32(worst.value.rounded(.down)),
                    lowerFirst: worst.value - worst.value.rounded(.down) < 0.5, isWhole: false)
            }
            offset += group.count
        }
        var worst: (score: Double, place: Int)?
        for (place, value) in values.enumerated() {
            let broken = abs(value - value.rounded())
            guard broken > Self.wholeTolerance, bounds.lower[place] < bounds.upper[place] else {
                continue
            }
            let score = broken * (program.steps[program.columns[place]] ?? 1)
            if score > worst?.score ?? 0 { worst = (score, place) }
        }
        if let worst {
            let value = values[worst.place]
            return Split(
                place: .column(worst.place), below: Int32(value.rounded(.down)),
                lowerFirst: value - value.rounded(.down) < 0.5, isWhole: false)
        }
        guard let place = values.indices.first(where: { bounds.lower[$0] < bounds.upper[$0] })
        else { return nil }
        let value = min(
            max(Int32(values[place].rounded()), bounds.lower[place]), bounds.upper[place])
        let below = value < bounds.upper[place] ? value : value - 1
        return Split(
            place: .column(place), below: below, lowerFirst: below == value, isWhole: true)
    }

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
            tried[counts] = .infinity
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
