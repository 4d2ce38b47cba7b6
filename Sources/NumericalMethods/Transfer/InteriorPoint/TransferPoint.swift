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
    let milestones: [Milestone]

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

    /// Starts from a neighbouring problem; false where its point does not fit.
    mutating func start(from neighbour: TransferPoint) -> Bool {
        guard neighbour.fits(layout.program) else { return false }
        let from = sourcesOfMoves(neighbour)
        for (place, milestone) in neighbour.milestones.enumerated().reversed() {
            guard take(milestone, from) else { return false }
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

    /// Takes the values of a neighbour's point; false where their counts do not fit. Moves that were
    /// not open there start with a tenth of their stock and a product like the others'.
    private func take(_ milestone: TransferPoint.Milestone, _ from: [Int]) -> Bool {
        guard milestone.values.count > 2, point.takeAllButMoves(milestone.values) else {
            return false
        }
        let (moves, duals) = (milestone.values[0], milestone.values[1])
        var product = 0.0
        var count = 0
        for place in from where place >= 0 {
            product += moves[place] * duals[place]
            count += 1
        }
        product = count > 0 ? product / Double(count) : milestone.gap
        for place in from.indices {
            if from[place] >= 0 {
                point.moves[place] = moves[from[place]]
                point.moveDuals[place] = duals[from[place]]
            } else {
                let stock = layout.program.stockLimit[place / layout.stride]
                let size = stock.isFinite && stock > 0 ? stock / 10 : 1
                point.moves[place] = size
                point.moveDuals[place] = product / size
            }
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
