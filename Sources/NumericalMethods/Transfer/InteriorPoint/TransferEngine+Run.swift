extension TransferEngine {
    /// How a run goes on.
    private struct Progress {
        var best = Double.infinity
        var leastPrimal = Double.infinity
        var leastMean = Double.infinity
        var sinceProgress = 0
        var sincePrimal = 0
        var shortSteps = 0
    }

    /// Iterates until an optimum, the limit, or a standstill, and leaves the best point seen.
    ///
    /// A start from a neighbouring problem that goes badly is given up for a start of its own.
    mutating func run(from neighbour: TransferPoint?) {
        if let neighbour, start(from: neighbour) {
            startedWarm = true
            iterate(limit: min(settings.iterationLimit, settings.warmIterationLimit))
            if measures.largest <= settings.acceptableTolerance { return }
            startedWarm = false
            milestones = []
        }
        start()
        iterate(limit: iterations + settings.iterationLimit)
    }

    private mutating func iterate(limit: Int) {
        var progress = Progress()
        isFresh = true
        while true {
            evaluate()
            isFresh = false
            let mean = meanProduct()
            guard goesOn(&progress, mean), iterations < limit else { break }
            keepMilestone()
            iterations += 1
            let shortest = advance(mean)
            progress.shortSteps = shortest < 1e-3 ? progress.shortSteps + 1 : 0
            if startedWarm, progress.shortSteps > 2 { break }
        }
        if measures.largest > progress.best {
            point.copy(from: best)
            evaluate()
        }
    }

    /// Takes note of the point; false where nothing is left to do or no progress is to be hoped for.
    private mutating func goesOn(_ progress: inout Progress, _ mean: Double) -> Bool {
        progress.sinceProgress += 1
        progress.sincePrimal += 1
        if mean < 0.7 * progress.leastMean {
            progress.leastMean = mean
            progress.sinceProgress = 0
        }
        if measures.primal < 0.9 * progress.leastPrimal {
            progress.leastPrimal = measures.primal
            progress.sincePrimal = 0
        }
        let largest = measures.largest
        let isAccepted = progress.best <= settings.acceptableTolerance
        guard largest < progress.best else {
            // Past the accepted point precision only gets lost.
            guard !isAccepted, largest.isFinite else { return false }
            return !isHopeless(progress)
        }
        if largest < 0.9 * progress.best { progress.sinceProgress = 0 }
        progress.best = largest
        best.copy(from: point)
        return largest > settings.targetTolerance && !isHopeless(progress)
    }

    /// Whether limits seem to contradict each other or nothing moves.
    private func isHopeless(_ progress: Progress) -> Bool {
        if progress.sinceProgress > settings.patience { return true }
        guard measures.primal > settings.acceptableTolerance else { return false }
        return progress.sincePrimal > settings.patience
            || (iterations > 5 && measures.gap > settings.divergence)
    }

    /// The mean of all products of a slack and its multiplier.
    func meanProduct() -> Double {
        var sum = productsOfMoves(0, 0)
        for pair in point.pairs {
            for index in 0..<pair.slack.count where pair.slack[index] > 0 {
                sum += pair.slack[index] * pair.dual[index]
            }
        }
        let count = pairCount()
        return count > 0 ? sum / Double(count) : 0
    }

    private func pairCount() -> Int {
        var count = layout.openCount
        for pair in point.pairs {
            for index in 0..<pair.slack.count where pair.slack[index] > 0 { count += 1 }
        }
        return count
    }

    /// One predictor and corrector step; the shorter of its two lengths.
    private mutating func advance(_ mean: Double) -> Double {
        elimination.factorize(point, proximal: settings.moveProximal)
        let (moves, inverse) = (point.moves, inverseMoves)
        var index = 0
        while index < point.moves.count {
            inverse[lane: index] = 1 / moves[lane: index]
            index += 4
        }
        weigh()
        reduced.factorize(
            elimination, rowWeight: stiffness, restInverse: restInverse, operators)
        aimAtZero()
        direction(tolerance: settings.predictorTolerance)
        let reach = longestSteps()
        let lengths = (min(1, reach.0), min(1, reach.1))
        let ahead = productsAhead(lengths.0, lengths.1)
        let ratio = mean > 0 ? ahead / mean : 0
        let sigma = min(1, max(ratio * ratio * ratio, 1e-6))
        // Products far below what is asked for only cost precision.
        let floor =
            1e-4 * settings.targetTolerance * max(1, abs(measures.objective))
            / Double(max(1, pairCount()))
        let middle = max(sigma * mean, floor)
        aim(at: middle)
        direction(tolerance: settings.correctorTolerance)
        centre(on: middle)
        var steps = longestSteps()
        steps = (min(1, settings.stepShare * steps.0), min(1, settings.stepShare * steps.1))
        move(steps.0, steps.1)
        return min(steps.0, steps.1)
    }
}
