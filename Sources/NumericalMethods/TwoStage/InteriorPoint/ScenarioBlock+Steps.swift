extension ScenarioBlock {
    /// Prepares the right side of a Newton step that brings products of slack and multiplier to
    /// `target x importance`, and adds what it leaves on the sums to `left`.
    ///
    /// - Parameters:
    ///   - isCorrecting: whether the products of the predictor's steps are taken off.
    ///   - thresholdLeft: what is left on the threshold, for an epigraph.
    mutating func prepareStep(
        target: Double, isCorrecting: Bool, left: Strip, thresholdLeft: inout Double
    ) {
        let aim = target * importance
        stationarity(into: push)
        for index in 0..<decisionCount {
            var sum = -push[index]
            if lower[index].isFinite {
                let bend = isCorrecting ? lowerBend[index] : 0
                sum += (aim - bend) / roomBelow(index)
            }
            if upper[index].isFinite {
                let bend = isCorrecting ? upperBend[index] : 0
                sum -= (aim - bend) / roomAbove(index)
            }
            push[index] = sum
        }
        for row in 0..<ownRows {
            if isEquality(row) {
                rowPush[row] = rowLower[row] - activity[row]
                continue
            }
            var sum = 0.0
            if rowLower[row].isFinite {
                let bend = isCorrecting ? lowerRowBend[row] : 0
                let change = aim - bend - lowerSlack[row] * lowerDual[row]
                let missing = activity[row] - rowLower[row] - lowerSlack[row]
                sum += (change - lowerDual[row] * missing) / lowerSlack[row]
            }
            if rowUpper[row].isFinite {
                let bend = isCorrecting ? upperRowBend[row] : 0
                let change = aim - bend - upperSlack[row] * upperDual[row]
                let missing = rowUpper[row] - activity[row] - upperSlack[row]
                sum -= (change - upperDual[row] * missing) / upperSlack[row]
            }
            rowPush[row] = softness[row] * sum
        }
        if pattern.hasEpigraph {
            let change = aim - slack * weight - (isCorrecting ? slackBend : 0)
            var sum = epigraphResidual - change / weight
            if weightLimit.isFinite {
                let rest = weightLimit - weight
                sum += (aim - excess * rest - (isCorrecting ? excessBend : 0)) / rest
            }
            for row in 0..<ownRows { sum -= tilts[row] * rowPush[row] }
            rowPush[ownRows] = sum
        }
        for row in 0..<pattern.rowCount {
            var sum = rowPush[row]
            for entry in pattern.termStarts[row]..<pattern.termStarts[row + 1] {
                let decision = pattern.termDecisions[entry]
                sum -= terms[entry] * inverse[decision] * push[decision]
            }
            for entry in pattern.factorStarts[row]..<pattern.factorStarts[row + 1] {
                sum -= factor[entry] * forward[pattern.factorSteps[entry]]
            }
            forward[row] = sum
            let share = sum / pivots[row]
            for place in pattern.spreadStarts[row]..<pattern.spreadStarts[row + 1] {
                left[pattern.spreadSums[place]] += spread[place] * share
            }
        }
        if pattern.hasEpigraph { thresholdLeft -= forward[ownRows] / pivots[ownRows] }
    }

    /// The step of everything in the scenario, given that of the sums and the threshold.
    mutating func takeDirection(sumStep: Strip, thresholdStep: Double) {
        for row in 0..<pattern.rowCount {
            var sum = forward[row]
            for place in pattern.spreadStarts[row]..<pattern.spreadStarts[row + 1] {
                sum -= spread[place] * sumStep[pattern.spreadSums[place]]
            }
            if row == ownRows { sum += thresholdStep }
            rowStep[row] = sum / pivots[row]
        }
        ascend(rowStep)
        moveDecisions()
        refine(sumStep: sumStep, thresholdStep: thresholdStep)
        if pattern.hasEpigraph {
            for row in 0..<ownRows { rowStep[row] -= tilts[row] * rowStep[ownRows] }
        }
        for row in 0..<ownRows {
            if softness[row] <= 1 {
                activityStep[row] = rowPush[row] - softness[row] * rowStep[row]
                continue
            }
            var sum = 0.0
            for entry in pattern.sumStarts[row]..<pattern.sumStarts[row + 1] {
                sum += sumTerms[entry] * sumStep[pattern.sumIndices[entry]]
            }
            for entry in pattern.termStarts[row]..<pattern.termStarts[row + 1] {
                sum += terms[entry] * decisionStep[pattern.termDecisions[entry]]
            }
            activityStep[row] = sum
        }
    }

    /// Solves with the transposed factor, in place.
    private func ascend(_ vector: Strip) {
        for row in stride(from: pattern.rowCount - 1, through: 0, by: -1) {
            let value = vector[row]
            for entry in pattern.factorStarts[row]..<pattern.factorStarts[row + 1] {
                vector[pattern.factorSteps[entry]] -= factor[entry] * value
            }
        }
    }

    /// The step of decisions that follows from that of the rows' multipliers.
    private func moveDecisions() {
        decisionStep.copy(from: push)
        for row in 0..<pattern.rowCount {
            for entry in pattern.termStarts[row]..<pattern.termStarts[row + 1] {
                decisionStep[pattern.termDecisions[entry]] += terms[entry] * rowStep[row]
            }
        }
        for index in 0..<decisionCount { decisionStep[index] *= inverse[index] }
    }

    /// Mends what rounding left of the rows: a decision far from its limits has a huge inverse, beside
    /// which what else holds its rows is lost in the factor.
    private func refine(sumStep: Strip, thresholdStep: Double) {
        var last = Double.infinity
        for _ in 0..<3 {
            var size = 0.0
            for row in 0..<pattern.rowCount {
                var rest = rowPush[row] - give(row) * rowStep[row]
                if row == ownRows {
                    for other in 0..<ownRows {
                        rest += tilts[other] * give(other) * rowStep[other]
                    }
                } else if pattern.hasEpigraph {
                    rest += give(row) * tilts[row] * rowStep[ownRows]
                }
                for entry in pattern.sumStarts[row]..<pattern.sumStarts[row + 1] {
                    rest -= sumTerms[entry] * sumStep[pattern.sumIndices[entry]]
                }
                for entry in pattern.termStarts[row]..<pattern.termStarts[row + 1] {
                    rest -= terms[entry] * decisionStep[pattern.termDecisions[entry]]
                }
                if row == ownRows { rest += thresholdStep }
                activityStep[row] = rest
                size = max(size, abs(rest))
            }
            guard size > 1e-15, size < 0.5 * last else { break }
            last = size
            for row in 0..<pattern.rowCount {
                var sum = activityStep[row]
                for entry in pattern.factorStarts[row]..<pattern.factorStarts[row + 1] {
                    sum -= factor[entry] * activityStep[pattern.factorSteps[entry]]
                }
                activityStep[row] = sum
            }
            for row in 0..<pattern.rowCount { activityStep[row] /= pivots[row] }
            ascend(activityStep)
            for row in 0..<pattern.rowCount { rowStep[row] += activityStep[row] }
            moveDecisions()
        }
    }

    /// Every pair of a slack and its multiplier with their steps.
    ///
    /// - Parameters:
    ///   - target: the product aimed at.
    ///   - isCorrecting: as in ``prepareStep(target:isCorrecting:left:thresholdLeft:)``.
    ///   - body: slack, multiplier, and their steps.
    mutating func forEachPair(
        target: Double, isCorrecting: Bool, keepsBends: Bool,
        _ body: (_ slack: Double, _ dual: Double, _ slackStep: Double, _ dualStep: Double) -> Void
    ) {
        let aim = target * importance
        for index in 0..<decisionCount {
            if lower[index].isFinite {
                let slack = roomBelow(index)
                let step = decisionStep[index]
                let bend = isCorrecting ? lowerBend[index] : 0
                let dualStep =
                    (aim - bend - slack * lowerPull[index] - lowerPull[index] * step) / slack
                if keepsBends { lowerBend[index] = step * dualStep }
                body(slack, lowerPull[index], step, dualStep)
            }
            if upper[index].isFinite {
                let slack = roomAbove(index)
                let step = -decisionStep[index]
                let bend = isCorrecting ? upperBend[index] : 0
                let dualStep =
                    (aim - bend - slack * upperPull[index] - upperPull[index] * step) / slack
                if keepsBends { upperBend[index] = step * dualStep }
                body(slack, upperPull[index], step, dualStep)
            }
        }
        for row in 0..<ownRows where !isEquality(row) {
            if rowLower[row].isFinite {
                let (slackStep, dualStep) = lowerRowStep(row, aim, isCorrecting)
                if keepsBends { lowerRowBend[row] = slackStep * dualStep }
                body(lowerSlack[row], lowerDual[row], slackStep, dualStep)
            }
            if rowUpper[row].isFinite {
                let (slackStep, dualStep) = upperRowStep(row, aim, isCorrecting)
                if keepsBends { upperRowBend[row] = slackStep * dualStep }
                body(upperSlack[row], upperDual[row], slackStep, dualStep)
            }
        }
        guard pattern.hasEpigraph else { return }
        weightStep = -rowStep[ownRows]
        let change = aim - slack * weight - (isCorrecting ? slackBend : 0)
        slackStep = (change - slack * weightStep) / weight
        if weightLimit.isFinite {
            let rest = weightLimit - weight
            let other = aim - excess * rest - (isCorrecting ? excessBend : 0)
            excessStep = (other + excess * weightStep) / rest
        }
        if keepsBends {
            slackBend = slackStep * weightStep
            excessBend = -excessStep * weightStep
        }
        body(slack, weight, slackStep, weightStep)
        if weightLimit.isFinite { body(excess, weightLimit - weight, excessStep, -weightStep) }
    }

    private func lowerRowStep(
        _ row: Int, _ aim: Double, _ isCorrecting: Bool
    ) -> (slack: Double, dual: Double) {
        let missing = activity[row] - rowLower[row] - lowerSlack[row]
        let step = activityStep[row] + missing
        let bend = isCorrecting ? lowerRowBend[row] : 0
        let dual =
            (aim - bend - lowerSlack[row] * lowerDual[row] - lowerDual[row] * step)
            / lowerSlack[row]
        return (step, dual)
    }

    private func upperRowStep(
        _ row: Int, _ aim: Double, _ isCorrecting: Bool
    ) -> (slack: Double, dual: Double) {
        let missing = rowUpper[row] - activity[row] - upperSlack[row]
        let step = missing - activityStep[row]
        let bend = isCorrecting ? upperRowBend[row] : 0
        let dual =
            (aim - bend - upperSlack[row] * upperDual[row] - upperDual[row] * step)
            / upperSlack[row]
        return (step, dual)
    }

    /// Goes a share of the way of the last corrected direction.
    mutating func advance(_ share: Double, target: Double) {
        let aim = target * importance
        for index in 0..<decisionCount {
            let step = decisionStep[index]
            if lower[index].isFinite {
                let slack = roomBelow(index)
                let change =
                    (aim - lowerBend[index] - slack * lowerPull[index] - lowerPull[index] * step)
                    / slack
                lowerPull[index] += share * change
            }
            if upper[index].isFinite {
                let slack = roomAbove(index)
                let change =
                    (aim - upperBend[index] - slack * upperPull[index] + upperPull[index] * step)
                    / slack
                upperPull[index] += share * change
            }
            decisions[index] += share * step
        }
        for row in 0..<ownRows {
            if isEquality(row) {
                lowerDual[row] += share * rowStep[row]
                continue
            }
            if rowLower[row].isFinite {
                let (slackStep, dualStep) = lowerRowStep(row, aim, true)
                lowerSlack[row] += share * slackStep
                lowerDual[row] += share * dualStep
            }
            if rowUpper[row].isFinite {
                let (slackStep, dualStep) = upperRowStep(row, aim, true)
                upperSlack[row] += share * slackStep
                upperDual[row] += share * dualStep
            }
        }
        guard pattern.hasEpigraph else { return }
        weight += share * weightStep
        slack += share * slackStep
        if weightLimit.isFinite { excess += share * excessStep }
    }

    // MARK: measures

    /// The largest violation of a row, relative to its size.
    var primalResidual: Double {
        var largest = 0.0
        for row in 0..<ownRows {
            let scale = 1 + abs(activity[row])
            if isEquality(row) {
                largest = max(largest, abs(activity[row] - rowLower[row]) / scale)
                continue
            }
            if rowLower[row].isFinite {
                let missing = activity[row] - rowLower[row] - lowerSlack[row]
                largest = max(largest, abs(missing) / (scale + abs(rowLower[row])))
            }
            if rowUpper[row].isFinite {
                let missing = rowUpper[row] - activity[row] - upperSlack[row]
                largest = max(largest, abs(missing) / (scale + abs(rowUpper[row])))
            }
        }
        if pattern.hasEpigraph {
            largest = max(largest, abs(epigraphResidual) / (1 + abs(value)))
        }
        return largest
    }

    /// The largest wrong reduced cost, relative to the cost.
    mutating func dualResidual() -> Double {
        stationarity(into: push)
        var largest = 0.0
        for index in 0..<decisionCount {
            let rest = push[index] - lowerPull[index] + upperPull[index]
            largest = max(largest, abs(rest) / (importance * (1 + abs(cost[index]))))
        }
        return largest
    }
}

extension ScenarioBlock {
    /// Adds all products of a slack and its multiplier.
    func addProducts(to measures: inout ChunkMeasures) {
        var sum = 0.0
        var count = 0.0
        for index in 0..<decisionCount {
            if lower[index].isFinite {
                sum += roomBelow(index) * lowerPull[index]
                count += 1
            }
            if upper[index].isFinite {
                sum += roomAbove(index) * upperPull[index]
                count += 1
            }
        }
        for row in 0..<ownRows where !isEquality(row) {
            if rowLower[row].isFinite {
                sum += lowerSlack[row] * lowerDual[row]
                count += 1
            }
            if rowUpper[row].isFinite {
                sum += upperSlack[row] * upperDual[row]
                count += 1
            }
        }
        if pattern.hasEpigraph {
            sum += slack * weight
            count += 1
            if weightLimit.isFinite {
                sum += excess * (weightLimit - weight)
                count += 1
            }
        }
        measures.products += sum
        measures.pairs += importance * count
    }
}
