/// Where a part is split.
extension WholeNumberSearch {
    /// A count that is broken, or a range that is still open where none is.
    struct Split {
        enum Place {
            case row(Int)
            case column(Int)
        }

        let place: Place
        /// The largest count of the lower part.
        let below: Int32
        /// By how much the count exceeds that.
        let broken: Double

        func parts(of bounds: CountBounds) -> (lower: CountBounds, upper: CountBounds) {
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
            return (lower, upper)
        }
    }

    /// Broken counts of a part, rows first.
    func brokenCounts(_ values: [Double], _ bounds: CountBounds) -> [Split] {
        var result: [Split] = []
        var steps = [Double](repeating: 0, count: program.steps.count)
        for (place, column) in program.columns.enumerated() { steps[column] = values[place] }
        func add(_ place: Split.Place, _ value: Double) {
            let below = value.rounded(.down)
            guard abs(value - value.rounded()) > Self.wholeTolerance else { return }
            result.append(Split(place: place, below: Int32(below), broken: value - below))
        }
        for (index, row) in program.countedRows.enumerated() {
            var sum = 0.0
            for entry in program.rows.entries(ofColumn: row) {
                sum += steps[program.rows.rowIndices[entry]]
            }
            // Within its range, so that both sides of a split are smaller than the whole.
            let (least, most) = (bounds.rowLower[index], bounds.rowUpper[index])
            guard least < most else { continue }
            add(.row(index), min(max(sum, Double(least)), Double(most)))
        }
        for (place, value) in values.enumerated() where bounds.lower[place] < bounds.upper[place] {
            add(.column(place), value)
        }
        return result
    }

    /// A place whose counts are whole but not given yet; nil where all are.
    func openCount(_ values: [Double], _ bounds: CountBounds) -> Split? {
        guard let place = values.indices.first(where: { bounds.lower[$0] < bounds.upper[$0] })
        else { return nil }
        let value = min(
            max(Int32(values[place].rounded()), bounds.lower[place]), bounds.upper[place])
        let below = value < bounds.upper[place] ? value : value - 1
        return Split(
            place: .column(place), below: below, broken: below == value ? 0 : 1)
    }

    func index(_ place: Split.Place) -> Int {
        switch place {
        case .row(let row): row
        case .column(let column): rowCount + column
        }
    }

    /// Candidates that are tried out at one part, at most.
    private static let trials = 8
    /// A place seen this often on both sides is not tried out again.
    private static let trusted = 4
    /// Trying ends after so many candidates that are no better than the best.
    private static let patience = 4

    /// A split with what its two sides are known to be.
    struct Choice {
        let split: Split
        var lower: Side
        var upper: Side
    }

    /// One side of a split that was looked at, or will be.
    struct Side {
        var bounds: CountBounds
        var bound: Double
        /// Nothing is left in it that is below the cutoff.
        var isClosed = false
        /// Its relaxation, where it was solved.
        var node: NodeSolution?
    }

    /// The split that promises to lift the bound most, by experience and by trying out.
    mutating func choose(
        _ candidates: [Split], in bounds: CountBounds, bound: Double
    ) throws -> Choice? {
        let scale = max(1, abs(bound))
        let ranked = candidates.enumerated().map { place, split in
            let gains = costs.gains(index(split.place), broken: split.broken)
            return (
                split: split, order: place,
                score: BranchingCosts.score(gains.down, gains.up, scale: scale)
            )
        }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.order < $1.order }
        var best: (choice: Choice, score: Double)?
        var tried = 0
        var idle = 0
        for candidate in ranked {
            let place = index(candidate.split.place)
            let parts = candidate.split.parts(of: bounds)
            var choice = Choice(
                split: candidate.split, lower: Side(bounds: parts.lower, bound: bound),
                upper: Side(bounds: parts.upper, bound: bound))
            var score = candidate.score
            if costs.experience(place) < Self.trusted {
                guard tried < Self.trials, idle < Self.patience, !settings.shouldStop() else {
                    if best != nil { continue }
                    return choice
                }
                tried += 1
                try look(at: &choice.lower)
                try look(at: &choice.upper)
                let down = gain(choice.lower, over: bound)
                let up = gain(choice.upper, over: bound)
                costs.learn(place, isUp: false, gain: down, distance: candidate.split.broken)
                costs.learn(place, isUp: true, gain: up, distance: 1 - candidate.split.broken)
                if choice.lower.isClosed || choice.upper.isClosed { return choice }
                score = BranchingCosts.score(down, up, scale: scale)
            }
            if score > best?.score ?? -1 {
                best = (choice, score)
                idle = 0
            } else {
                idle += 1
            }
        }
        return best?.choice
    }

    /// What a side lifts the bound by; one that is closed, by all that is left.
    private func gain(_ side: Side, over bound: Double) -> Double {
        let cutoff = cutoff
        if side.isClosed { return cutoff < .infinity ? cutoff - bound : max(1, abs(bound)) * 0.1 }
        // Parts without a bound gain nothing that could be compared.
        return bound > -.infinity ? side.bound - bound : 0
    }

    /// Solves the relaxation of a side and cuts off what cannot be below the cutoff.
    mutating func look(at side: inout Side) throws {
        guard propagation.tighten(&side.bounds) else {
            side.isClosed = true
            return
        }
        let node = try relaxation.solve(program, within: side.bounds)
        iterations += node.iterations
        factorizations += node.factorizations
        if node.isInfeasible {
            proofViolation = max(proofViolation, node.proofViolation)
            side.isClosed = true
            return
        }
        side.bound = max(side.bound, node.bound.value)
        side.node = node
        if side.bound >= cutoff {
            droppedBound = min(droppedBound, side.bound)
            side.isClosed = true
            return
        }
        fix(&side.bounds, node.bound)
    }
}
