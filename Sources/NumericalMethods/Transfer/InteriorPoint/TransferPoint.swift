/// What a solve keeps for problems of the same shape with other numbers.
///
/// Not the optimum, from where an interior point method hardly moves, but points of the path there,
/// from loose to tight: the tightest that the change of the numbers leaves usable is the start.
public struct TransferPoint: Sendable, Equatable {
    /// A point of the path.
    struct Milestone: Sendable, Equatable {
        let gap: Double
        let values: [[Double]]
    }

    let siteRegion: [Int]
    let periodCount: Int
    let destinations: [Int]
    /// Which moves were open: by site, period and destination, padded.
    let open: [Double]
    let rowLabels: [Int]
    let restLabels: [Int]
    let milestones: [Milestone]

    /// Labels of so many rows or rest; their places where there are none.
    static func labels(_ labels: [Int], _ count: Int) -> [Int] {
        labels.isEmpty ? Array(0..<count) : labels
    }

    /// For each label its place among others, -1 where it is not there.
    static func places(of labels: [Int], among others: [Int]) -> [Int] {
        if labels == others { return Array(labels.indices) }
        let places = Dictionary(
            zip(others, others.indices), uniquingKeysWith: { first, _ in first })
        return labels.map { places[$0] ?? -1 }
    }

    /// Whether a program has the shape of the one that was solved.
    func fits(_ program: TransferProgram) -> Bool {
        siteRegion == program.siteRegion && periodCount == program.periodCount
    }
}

extension TransferEngine {
    /// Keeps the point where the path passes one of the marks.
    mutating func keepMilestone() {
        let next = milestones.count
        guard next < settings.milestones.count, measures.gap <= settings.milestones[next],
            max(measures.primal, measures.dual) <= settings.milestoneStrain
        else { return }
        while milestones.count + 1 < settings.milestones.count,
            measures.gap <= settings.milestones[milestones.count + 1]
        {
            milestones.append(milestones.last ?? milestone())
        }
        milestones.append(milestone())
    }

    private func milestone() -> TransferPoint.Milestone {
        TransferPoint.Milestone(gap: measures.gap, values: point.values)
    }

    /// Where everything of the point stands at a neighbour, -1 for what it does not have.
    private struct Sources {
        let moves: [Int]
        let rest: [Int]
        let rows: [Int]
    }

    /// Starts from a neighbouring problem; false where its point does not fit.
    mutating func start(from neighbour: TransferPoint) -> Bool {
        guard neighbour.fits(layout.program) else { return false }
        let program = layout.program
        let sources = Sources(
            moves: sourcesOfMoves(neighbour),
            rest: TransferPoint.places(
                of: TransferPoint.labels(program.restLabels, layout.rest),
                among: neighbour.restLabels),
            rows: TransferPoint.places(
                of: TransferPoint.labels(program.rowLabels, layout.rows),
                among: neighbour.rowLabels))
        // Without labels other counts are another shape.
        guard
            !program.rowLabels.isEmpty
                || (neighbour.rowLabels.count == layout.rows
                    && neighbour.restLabels.count == layout.rest)
        else { return false }
        for (place, milestone) in neighbour.milestones.enumerated().reversed() {
            guard take(milestone, sources) else { return false }
            shiftInside()
            isFresh = true
            evaluate()
            let strain = max(measures.primal, measures.dual)
            let isUsable =
                strain <= settings.warmStrain * milestone.gap
                && measures.gap <= settings.warmGrowth * milestone.gap
            if isUsable || (place == 0 && strain <= settings.warmStrain) { return true }
        }
        return false
    }

    /// For each open move its place at the neighbour, -1 where it was not open there.
    private func sourcesOfMoves(_ neighbour: TransferPoint) -> [Int] {
        let width = max(1, (neighbour.destinations.count + 3) / 4) * 4
        var laneOf = [Int](repeating: -1, count: layout.regions)
        for (lane, region) in neighbour.destinations.enumerated() { laneOf[region] = lane }
        var result = [Int](repeating: -1, count: point.moves.count)
        for site in 0..<layout.sites {
            for period in 0..<layout.periods {
                for (lane, region) in layout.destinations.enumerated() where laneOf[region] >= 0 {
                    let source = (site * layout.periods + period) * width + laneOf[region]
                    guard neighbour.open[source] > 0 else { continue }
                    result[(site * layout.periods + period) * layout.width + lane] = source
                }
            }
        }
        return result
    }

    /// Takes the values of a neighbour's point; false where they do not fit. What was not there starts
    /// away from its limits, with a product like the others'.
    private func take(_ milestone: TransferPoint.Milestone, _ sources: Sources) -> Bool {
        let fits = point.take(milestone.values) { kind in
            switch kind {
            case .moves: sources.moves
            case .rest: sources.rest
            default: sources.rows
            }
        }
        guard fits else { return false }
        let (moves, duals) = (point.moves, point.moveDuals)
        var product = 0.0
        var count = 0
        for (place, from) in sources.moves.enumerated() where from >= 0 {
            product += moves[place] * duals[place]
            count += 1
        }
        product = max(1e-12, count > 0 ? product / Double(count) : milestone.gap)
        for (place, from) in sources.moves.enumerated() where from < 0 {
            let stock = layout.program.stockLimit[place / layout.stride]
            let share = settings.openedShare
            let size = stock.isFinite && stock > 0 ? share * stock : share
            moves[place] = size
            duals[place] = product / size
        }
        func begin(_ slack: Strip, _ dual: Strip, _ place: Int, _ limit: Double) {
            guard limit.isFinite else { return }
            slack[place] = max(0.1, 0.1 * abs(limit))
            dual[place] = product / slack[place]
        }
        let program = layout.program
        for (row, from) in sources.rows.enumerated() where from < 0 {
            begin(point.rowLowerSlack, point.rowLowerDual, row, program.rowLower[row])
            begin(point.rowUpperSlack, point.rowUpperDual, row, program.rowUpper[row])
        }
        for (column, from) in sources.rest.enumerated() where from < 0 {
            begin(point.restLowerSlack, point.restLowerDual, column, program.restLower[column])
            begin(point.restUpperSlack, point.restUpperDual, column, program.restUpper[column])
        }
        return true
    }

    /// Moves slacks that changed limits have made small back to what they were.
    private func shiftInside() {
        let program = layout.program
        for index in 0..<point.moves.count where layout.open[index] <= 0 {
            point.moves[index] = 1
            point.moveDuals[index] = 1
        }
        for column in 0..<layout.rest {
            let (lower, upper) = (program.restLower[column], program.restUpper[column])
            point.rest[column] = Self.settle(
                point.rest[column], lower, upper, point.restLowerSlack, point.restLowerDual,
                point.restUpperSlack, point.restUpperDual, column)
        }
        for row in 0..<layout.rows {
            let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
            point.activity[row] = Self.settle(
                point.activity[row], lower, upper, point.rowLowerSlack, point.rowLowerDual,
                point.rowUpperSlack, point.rowUpperDual, row)
            if lower < upper {
                point.prices[row] = point.rowLowerDual[row] - point.rowUpperDual[row]
            }
        }
    }

    /// A value between limits, not much nearer to them than it was; sets the slacks.
    private static func settle(
        _ value: Double, _ lower: Double, _ upper: Double, _ lowerSlack: Strip,
        _ lowerDual: Strip, _ upperSlack: Strip, _ upperDual: Strip, _ index: Int
    ) -> Double {
        let below = lower > -.infinity && lower < upper
        let above = upper < .infinity && lower < upper
        var result = lower < upper ? value : lower
        if below { result = max(result, lower + 0.5 * lowerSlack[index]) }
        if above { result = min(result, upper - 0.5 * upperSlack[index]) }
        if below, above, !(result > lower && result < upper) { result = (lower + upper) / 2 }
        if below, !(result > lower) { result = lower + 1e-3 * max(1, abs(lower)) }
        if above, !(result < upper) { result = upper - 1e-3 * max(1, abs(upper)) }
        set(lowerSlack, lowerDual, index, below ? result - lower : 0)
        set(upperSlack, upperDual, index, above ? upper - result : 0)
        return result
    }

    private static func set(_ slack: Strip, _ dual: Strip, _ index: Int, _ value: Double) {
        slack[index] = value
        if value <= 0 {
            dual[index] = 0
        } else if dual[index] <= 0 {
            dual[index] = 1e-3
        }
    }
}
