internal import Synchronization

extension TwoStageEngine {
    /// Factorises the Newton system at the current point.
    mutating func factorize() {
        let order = sumCount
        let isEpigraph = hasEpigraph
        let scale = scale
        boxes.forEachChunk { chunk in
            chunk.matrix.clear()
            chunk.shift.clear()
            chunk.measures.thresholdPivot = 0
            for block in chunk.blocks {
                block.factorize(scale: scale)
                block.addSpread(to: chunk.matrix, order: order)
                if isEpigraph {
                    let row = block.ownRows
                    chunk.measures.thresholdPivot += 1 / block.pivots[row]
                    block.addEpigraph(to: chunk.shift)
                }
            }
        }
        if isEpigraph { centreEpigraphs() }
        system.stiffness.clear()
        for box in boxes {
            box.chunk.withLock { chunk in
                system.stiffness.add(1, chunk.matrix, order * order)
            }
        }
        addSharedStiffness()
        let diagonal = Strip(program.moveCount)
        for move in 0..<program.moveCount {
            let group = program.moveGroup[move]
            diagonal[move] =
                pulls[move] / moves[move] + effective[group] * program.moveCurvature[move]
        }
        system.factorize(diagonal: diagonal)
    }

    /// Takes the threshold out: epigraphs count by how far they differ from their mean.
    private mutating func centreEpigraphs() {
        let order = sumCount
        thresholdPivot = 0
        thresholdShift.clear()
        for box in boxes {
            box.chunk.withLock { chunk in
                thresholdPivot += chunk.measures.thresholdPivot
                thresholdShift.add(1, chunk.shift, order)
            }
        }
        for sum in 0..<order { thresholdShift[sum] /= thresholdPivot }
        let shift = thresholdShift
        boxes.forEachChunk { chunk in
            for block in chunk.blocks {
                block.addOuter(block.ownRows, shift: shift, to: chunk.matrix, order: order)
            }
        }
    }

    /// By how much a shared row may give way in a step, see ``ScenarioBlock/slackness``.
    private static let slackness = 1e-11

    /// The pull of a shared row's limits on its activity.
    private func hardness(_ row: Int) -> Double {
        var pull = 0.0
        if program.sharedLower[row].isFinite { pull += lowerDual[row] / lowerSlack[row] }
        if program.sharedUpper[row].isFinite { pull += upperDual[row] / upperSlack[row] }
        return pull
    }

    private func addSharedStiffness() {
        let stiffness = system.stiffness
        for row in 0..<sharedCount {
            let hard = hardness(row)
            var pull = hard / (1 + Self.slackness * hard)
            pull += effective[program.sharedGroup[row]] * program.sharedCurvature[row]
            let range = program.sharedTerms.entries(ofColumn: row)
            for left in range {
                let line = program.sharedTerms.rowIndices[left] * sumCount
                let value = pull * program.sharedTerms.values[left]
                for right in range.lowerBound...left {
                    stiffness[line + program.sharedTerms.rowIndices[right]] +=
                        value * program.sharedTerms.values[right]
                }
            }
        }
    }

    /// The direction towards products of the given size, kept in the scenarios and here.
    mutating func direct(target: Double, isCorrecting: Bool) {
        let isEpigraph = hasEpigraph
        boxes.forEachChunk { chunk in
            chunk.left.clear()
            var thresholdLeft = 0.0
            for index in chunk.blocks.indices {
                chunk.blocks[index].prepareStep(
                    target: target, isCorrecting: isCorrecting, left: chunk.left,
                    thresholdLeft: &thresholdLeft)
            }
            chunk.thresholdLeft = thresholdLeft
        }
        let left = Strip(sumCount)
        var thresholdLeft = 0.0
        for box in boxes {
            box.chunk.withLock { chunk in
                left.add(1, chunk.left, sumCount)
                thresholdLeft += chunk.thresholdLeft
            }
        }
        // What the weights lack to one.
        let excessLeft = thresholdLeft - (1 - measures.weights)
        if isEpigraph {
            left.add(excessLeft, thresholdShift, sumCount)
        }
        for row in 0..<sharedCount {
            let push =
                sharedPush(row, target, isCorrecting) / (1 + Self.slackness * hardness(row))
            for entry in program.sharedTerms.entries(ofColumn: row) {
                left[program.sharedTerms.rowIndices[entry]] +=
                    program.sharedTerms.values[entry] * push
            }
        }
        let right = moveResidual().rest
        for move in 0..<program.moveCount {
            let bend = isCorrecting ? moveBend[move] : 0
            right[move] = (target - bend) / moves[move] - right[move]
        }
        let found = system.solve(right, left)
        moveStep = found.moves
        sumStep = found.sums
        if isEpigraph {
            thresholdStep = excessLeft / thresholdPivot
            for sum in 0..<sumCount { thresholdStep += thresholdShift[sum] * sumStep[sum] }
        }
        let (sums, step) = (sumStep, thresholdStep)
        boxes.forEachChunk { chunk in
            for index in chunk.blocks.indices {
                chunk.blocks[index].takeDirection(sumStep: sums, thresholdStep: step)
            }
        }
        for row in 0..<sharedCount {
            var sum = 0.0
            for entry in program.sharedTerms.entries(ofColumn: row) {
                sum +=
                    program.sharedTerms.values[entry]
                    * sumStep[program.sharedTerms.rowIndices[entry]]
            }
            // What of the step the row's own slack takes part in.
            let hard = hardness(row)
            let push = sharedPush(row, target, isCorrecting)
            activityStep[row] =
                (sum + Self.slackness * push) / (1 + Self.slackness * hard)
        }
    }

    /// The part of a shared row's multiplier that does not depend on the step of its activity.
    private func sharedPush(_ row: Int, _ target: Double, _ isCorrecting: Bool) -> Double {
        var sum = 0.0
        if program.sharedLower[row].isFinite {
            let bend = isCorrecting ? lowerBend[row] : 0
            let change = target - bend - lowerSlack[row] * lowerDual[row]
            let missing = activity[row] - program.sharedLower[row] - lowerSlack[row]
            sum += (change - lowerDual[row] * missing) / lowerSlack[row]
        }
        if program.sharedUpper[row].isFinite {
            let bend = isCorrecting ? upperBend[row] : 0
            let change = target - bend - upperSlack[row] * upperDual[row]
            let missing = program.sharedUpper[row] - activity[row] - upperSlack[row]
            sum -= (change - upperDual[row] * missing) / upperSlack[row]
        }
        return sum
    }

    private func lowerRowStep(
        _ row: Int, _ target: Double, _ isCorrecting: Bool
    ) -> (slack: Double, dual: Double) {
        let step =
            activityStep[row] + activity[row] - program.sharedLower[row] - lowerSlack[row]
        let bend = isCorrecting ? lowerBend[row] : 0
        return (
            step,
            (target - bend - lowerSlack[row] * lowerDual[row] - lowerDual[row] * step)
                / lowerSlack[row]
        )
    }

    private func upperRowStep(
        _ row: Int, _ target: Double, _ isCorrecting: Bool
    ) -> (slack: Double, dual: Double) {
        let step =
            program.sharedUpper[row] - activity[row] - upperSlack[row] - activityStep[row]
        let bend = isCorrecting ? upperBend[row] : 0
        return (
            step,
            (target - bend - upperSlack[row] * upperDual[row] - upperDual[row] * step)
                / upperSlack[row]
        )
    }

    private func pullStep(_ move: Int, _ target: Double, _ isCorrecting: Bool) -> Double {
        let bend = isCorrecting ? moveBend[move] : 0
        return (target - bend - moves[move] * pulls[move] - pulls[move] * moveStep[move])
            / moves[move]
    }

    /// The longest share of the direction that keeps slacks and multipliers positive, and the mean
    /// product after it.
    ///
    /// - Parameter isCorrecting: false for the predictor, whose products of steps are kept.
    mutating func measure(
        target: Double, isCorrecting: Bool
    ) -> (share: Double, product: Double) {
        boxes.forEachChunk { chunk in
            var share = 1.0
            for index in chunk.blocks.indices {
                chunk.blocks[index].forEachPair(
                    target: target, isCorrecting: isCorrecting, keepsBends: !isCorrecting
                ) { slack, dual, slackStep, dualStep in
                    if slackStep < 0 { share = min(share, -slack / slackStep) }
                    if dualStep < 0 { share = min(share, -dual / dualStep) }
                }
            }
            chunk.measures.share = share
        }
        var share = 1.0
        for box in boxes { share = min(share, box.chunk.withLock { $0.measures.share }) }
        func hold(_ slack: Double, _ dual: Double, _ slackStep: Double, _ dualStep: Double) {
            if slackStep < 0 { share = min(share, -slack / slackStep) }
            if dualStep < 0 { share = min(share, -dual / dualStep) }
        }
        for move in 0..<program.moveCount {
            let step = pullStep(move, target, isCorrecting)
            if !isCorrecting { moveBend[move] = moveStep[move] * step }
            hold(moves[move], pulls[move], moveStep[move], step)
        }
        for row in 0..<sharedCount {
            if program.sharedLower[row].isFinite {
                let (slackStep, dualStep) = lowerRowStep(row, target, isCorrecting)
                if !isCorrecting { lowerBend[row] = slackStep * dualStep }
                hold(lowerSlack[row], lowerDual[row], slackStep, dualStep)
            }
            if program.sharedUpper[row].isFinite {
                let (slackStep, dualStep) = upperRowStep(row, target, isCorrecting)
                if !isCorrecting { upperBend[row] = slackStep * dualStep }
                hold(upperSlack[row], upperDual[row], slackStep, dualStep)
            }
        }
        guard !isCorrecting else { return (share, 0) }
        return (share, productAfter(share, target))
    }

    /// The mean product after a share of the predictor, whose steps' products are at hand: along it
    /// `slack dual` becomes `(1 - share) slack dual + share^2 slackStep dualStep`.
    private func productAfter(_ share: Double, _ target: Double) -> Double {
        var bends = 0.0
        for box in boxes {
            bends += box.chunk.withLock { chunk in
                chunk.blocks.reduce(0) { $0 + $1.bends }
            }
        }
        for move in 0..<program.moveCount { bends += moveBend[move] }
        for row in 0..<sharedCount {
            if program.sharedLower[row].isFinite { bends += lowerBend[row] }
            if program.sharedUpper[row].isFinite { bends += upperBend[row] }
        }
        let products = (1 - share) * measures.products + share * share * bends
        return max(products, 0) / max(measures.pairs, 1e-300)
    }

    /// Goes a share of the corrected direction.
    mutating func advance(_ share: Double, target: Double) {
        for move in 0..<program.moveCount {
            let step = pullStep(move, target, true)
            pulls[move] += share * step
            moves[move] += share * moveStep[move]
        }
        for row in 0..<sharedCount {
            if program.sharedLower[row].isFinite {
                let (slackStep, dualStep) = lowerRowStep(row, target, true)
                lowerSlack[row] += share * slackStep
                lowerDual[row] += share * dualStep
            }
            if program.sharedUpper[row].isFinite {
                let (slackStep, dualStep) = upperRowStep(row, target, true)
                upperSlack[row] += share * slackStep
                upperDual[row] += share * dualStep
            }
        }
        threshold += share * thresholdStep
        boxes.forEachChunk { chunk in
            for index in chunk.blocks.indices {
                chunk.blocks[index].advance(share, target: target)
            }
        }
    }
}

extension ScenarioBlock {
    /// Adds what the epigraph leaves on the sums, weighted with the inverse of its pivot.
    func addEpigraph(to target: Strip) {
        let row = ownRows
        for place in pattern.spreadStarts[row]..<pattern.spreadStarts[row + 1] {
            target[pattern.spreadSums[place]] += spread[place] / pivots[row]
        }
    }

    /// The sum of the products of the predictor's steps.
    var bends: Double {
        var sum = 0.0
        for index in 0..<decisionCount { sum += lowerBend[index] + upperBend[index] }
        for row in 0..<ownRows { sum += lowerRowBend[row] + upperRowBend[row] }
        return sum + slackBend + excessBend
    }
}
