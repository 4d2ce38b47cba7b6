/// A scenario in the interior point method: its numbers, where its decisions stand, and its part of a
/// Newton system. Rows are in the order of elimination.
///
/// With `y` the multipliers of its rows and `D` the pull on its decisions, a Newton step satisfies
/// `R dy = t - T ds`: the rows are eliminated from the bottom up, sums of positive terms all the
/// way, and what is left on the sums is `T' R^-1 T`.
struct ScenarioBlock: Sendable {
    let pattern: ScenarioPattern
    let reduction: ScenarioReduction
    /// The scenario's probability: how much its barrier counts.
    let importance: Double
    /// The most weight it may have; infinite where only the sum of weights is limited.
    let weightLimit: Double

    // Numbers.
    let constant: Double
    let cost: Strip
    let curvature: Strip
    let lower: Strip
    let upper: Strip
    /// `W` and `T` by step.
    let terms: Strip
    let sumTerms: Strip
    let rowLower: Strip
    let rowUpper: Strip
    /// Of the sums that enter the cost, as the epigraph lists them.
    let sumCost: Strip

    // Where things stand. Multipliers of an equality are in `lowerDual`, with either sign.
    let decisions: Strip
    let lowerPull: Strip
    let upperPull: Strip
    let lowerSlack: Strip
    let upperSlack: Strip
    let lowerDual: Strip
    let upperDual: Strip
    /// Weight of the scenario's cost, and with an epigraph: its slack, and by how much the cost exceeds
    /// the threshold.
    var weight: Double
    var slack = 1.0
    var excess = 0.0

    // What an iteration works with.
    let activity: Strip
    let inverse: Strip
    let softness: Strip
    let tilts: Strip
    let factor: Strip
    let pivots: Strip
    let spread: Strip
    let push: Strip
    let rowPush: Strip
    let forward: Strip
    var value = 0.0
    var epigraphResidual = 0.0

    // Directions.
    let decisionStep: Strip
    let rowStep: Strip
    let activityStep: Strip
    var weightStep = 0.0
    var slackStep = 0.0
    var excessStep = 0.0
    // Products of the predictor's steps.
    let lowerBend: Strip
    let upperBend: Strip
    let lowerRowBend: Strip
    let upperRowBend: Strip
    var slackBend = 0.0
    var excessBend = 0.0

    var decisionCount: Int { pattern.decisionCount }
    /// Rows without the epigraph.
    var ownRows: Int { pattern.rowCount - (pattern.hasEpigraph ? 1 : 0) }

    /// - Parameters:
    ///   - sumCost: of the sums that the pattern's epigraph lists, adjustments included.
    init(
        _ scenario: TwoStageProgram.Scenario, _ reduction: ScenarioReduction,
        _ pattern: ScenarioPattern, sumCost: [Double], importance: Double, weightLimit: Double
    ) {
        self.pattern = pattern
        self.reduction = reduction
        self.importance = importance
        self.weightLimit = weightLimit
        weight = importance
        let kept = reduction.decisions
        cost = Strip(kept.map { scenario.cost[$0] })
        curvature = Strip(kept.map { scenario.curvature[$0] })
        lower = Strip(reduction.lower)
        upper = Strip(reduction.upper)
        var fixedCost = scenario.constant
        for (index, value) in reduction.fixed.enumerated() where value != 0 {
            fixedCost += value * (scenario.cost[index] + scenario.curvature[index] / 2 * value)
        }
        constant = fixedCost
        var termValues: [Double] = []
        var sumValues: [Double] = []
        var place = [Int](repeating: -1, count: scenario.decisionCount)
        for (index, decision) in kept.enumerated() { place[decision] = index }
        for row in pattern.rowOfStep {
            let original = reduction.rows[row]
            for entry in scenario.terms.entries(ofColumn: original)
            where place[scenario.terms.rowIndices[entry]] >= 0 {
                termValues.append(scenario.terms.values[entry])
            }
            for entry in scenario.sumTerms.entries(ofColumn: original) {
                sumValues.append(scenario.sumTerms.values[entry])
            }
        }
        if pattern.hasEpigraph {
            termValues += kept.map { scenario.cost[$0] }
        }
        if pattern.hasEpigraph { sumValues += sumCost }
        self.sumCost = Strip(sumCost)
        terms = Strip(termValues)
        sumTerms = Strip(sumValues)
        rowLower = Strip(pattern.rowOfStep.map { reduction.rowLower[$0] })
        rowUpper = Strip(pattern.rowOfStep.map { reduction.rowUpper[$0] })
        let count = kept.count
        let rows = pattern.rowCount
        decisions = Strip(count)
        lowerPull = Strip(count)
        upperPull = Strip(count)
        lowerSlack = Strip(rows)
        upperSlack = Strip(rows)
        lowerDual = Strip(rows)
        upperDual = Strip(rows)
        activity = Strip(rows)
        inverse = Strip(count)
        softness = Strip(rows)
        tilts = Strip(rows)
        factor = Strip(pattern.factorSteps.count)
        pivots = Strip(rows)
        spread = Strip(pattern.spreadSums.count)
        push = Strip(count)
        rowPush = Strip(rows)
        forward = Strip(rows)
        decisionStep = Strip(count)
        rowStep = Strip(rows)
        activityStep = Strip(rows)
        lowerBend = Strip(count)
        upperBend = Strip(count)
        lowerRowBend = Strip(rows)
        upperRowBend = Strip(rows)
    }

    func isEquality(_ row: Int) -> Bool { rowLower[row] == rowUpper[row] }

    /// The net multiplier of a row.
    func dual(_ row: Int) -> Double { lowerDual[row] - upperDual[row] }

    /// From a decision to its lower limit; never lost to rounding.
    func roomBelow(_ index: Int) -> Double {
        max(decisions[index] - lower[index], 1e-15 * max(1, abs(lower[index])))
    }

    /// From a decision to its upper limit.
    func roomAbove(_ index: Int) -> Double {
        max(upper[index] - decisions[index], 1e-15 * max(1, abs(upper[index])))
    }

    // MARK: start

    /// Puts decisions and multipliers inside their limits.
    mutating func start(sums: Strip, costs: IndexMemory, scale: Double) {
        for index in 0..<decisionCount {
            let low = lower[index]
            let high = upper[index]
            let room = high - low
            let inside = min(1, room.isFinite ? room / 2 : 1)
            decisions[index] =
                low.isFinite ? low + inside : (high.isFinite ? high - inside : 0)
            let pull = importance * scale / inside
            lowerPull[index] = low.isFinite ? pull : 0
            upperPull[index] = high.isFinite ? importance * scale / max(room - inside, 1) : 0
        }
        evaluate(sums: sums, costs: costs, threshold: 0)
        for row in 0..<ownRows where !isEquality(row) {
            if rowLower[row].isFinite {
                lowerSlack[row] = max(activity[row] - rowLower[row], 1)
                lowerDual[row] = importance * scale / lowerSlack[row]
            }
            if rowUpper[row].isFinite {
                upperSlack[row] = max(rowUpper[row] - activity[row], 1)
                upperDual[row] = importance * scale / upperSlack[row]
            }
        }
        if pattern.hasEpigraph {
            slack = scale
            excess = weightLimit.isFinite ? scale : 0
        }
    }

    // MARK: evaluation

    /// Activities, cost and the slope of the cost at the current point.
    mutating func evaluate(sums: Strip, costs: IndexMemory, threshold: Double) {
        for row in 0..<ownRows {
            var sum = 0.0
            for entry in pattern.sumStarts[row]..<pattern.sumStarts[row + 1] {
                sum += sumTerms[entry] * sums[pattern.sumIndices[entry]]
            }
            for entry in pattern.termStarts[row]..<pattern.termStarts[row + 1] {
                sum += terms[entry] * decisions[pattern.termDecisions[entry]]
            }
            activity[row] = sum
        }
        var total = constant
        for index in 0..<costs.count { total += sumCost[index] * sums[costs[index]] }
        for index in 0..<decisionCount {
            let point = decisions[index]
            total += point * (cost[index] + curvature[index] / 2 * point)
        }
        value = total
        epigraphResidual = threshold + excess - value - slack
    }

    /// What of `weight x slope - W'y` and the pulls is left, by decision.
    func stationarity(into target: Strip) {
        for index in 0..<decisionCount {
            target[index] = weight * (cost[index] + curvature[index] * decisions[index])
        }
        for row in 0..<ownRows {
            let multiplier = dual(row)
            for entry in pattern.termStarts[row]..<pattern.termStarts[row + 1] {
                target[pattern.termDecisions[entry]] -= terms[entry] * multiplier
            }
        }
    }

    /// Adds `weight x slope - T'y` by sum: the price of sums in this scenario.
    func addPrices(to target: Strip, costs: IndexMemory) {
        for index in 0..<costs.count { target[costs[index]] += weight * sumCost[index] }
        for row in 0..<ownRows {
            let multiplier = dual(row)
            for entry in pattern.sumStarts[row]..<pattern.sumStarts[row + 1] {
                target[pattern.sumIndices[entry]] -= sumTerms[entry] * multiplier
            }
        }
    }

    // MARK: factorisation

    /// By how much a row may give way in a step: a row that holds fast would else bring the last digits
    /// of the sums into its multiplier.
    var slackness: Double { 1e-10 / importance }

    /// Factorises `R` and spreads it over the sums.
    ///
    /// - Parameter scale: the size of costs. A small part of it holds every decision near where it
    ///   stands: one far from its limits would else go by the last digits of the multipliers.
    func factorize(scale: Double) {
        let proximal = 1e-9 * min(weight, importance) * scale
        for index in 0..<decisionCount {
            var pull = weight * curvature[index] + proximal
            if lower[index].isFinite { pull += lowerPull[index] / roomBelow(index) }
            if upper[index].isFinite { pull += upperPull[index] / roomAbove(index) }
            inverse[index] = 1 / pull
        }
        for row in 0..<ownRows {
            guard !isEquality(row) else {
                softness[row] = 0
                continue
            }
            var hardness = 0.0
            if rowLower[row].isFinite { hardness += lowerDual[row] / lowerSlack[row] }
            if rowUpper[row].isFinite { hardness += upperDual[row] / upperSlack[row] }
            softness[row] = 1 / hardness
        }
        if pattern.hasEpigraph {
            var soft = slack / weight
            if weightLimit.isFinite { soft += excess / (weightLimit - weight) }
            softness[ownRows] = soft
            tilt()
        }
        eliminate()
    }

    /// Takes the other rows off the epigraph, each times its multiplier over the weight. The slope of the
    /// cost is nearly made up of them, and what matters is the rest: left to the elimination, it would
    /// be lost in rounding. Multipliers of the rows then step by `tilt` times the epigraph's less.
    private func tilt() {
        let slopes = pattern.termStarts[ownRows]
        stationarity(into: decisionStep)
        for index in 0..<decisionCount { terms[slopes + index] = decisionStep[index] / weight }
        let prices = pattern.sumStarts[ownRows]
        for index in 0..<sumCost.count { sumTerms[prices + index] = sumCost[index] }
        for row in 0..<ownRows {
            let share = dual(row) / weight
            tilts[row] = share
            softness[ownRows] += share * share * give(row)
            for entry in pattern.sumStarts[row]..<pattern.sumStarts[row + 1] {
                sumTerms[prices + pattern.sumIndices[entry]] -= share * sumTerms[entry]
            }
        }
    }

    /// The diagonal of a row.
    func give(_ row: Int) -> Double { softness[row] + (row < ownRows ? slackness : 0) }

    private func eliminate() {
        let w = unsafe terms.base
        let l = unsafe factor.base
        let d = unsafe pivots.base
        let v = unsafe spread.base
        let inverse = unsafe inverse.base
        let termDecisions = unsafe pattern.termDecisions.base
        let meetings = unsafe pattern.meetings.base
        let updates = unsafe pattern.updates.base
        let maps = unsafe pattern.maps.base
        let steps = unsafe pattern.factorSteps.base
        for row in 0..<pattern.rowCount {
            var pivot = give(row)
            let isEpigraph = row == ownRows
            let first = pattern.termStarts[row]
            let last = pattern.termStarts[row + 1]
            for entry in first..<last {
                unsafe pivot += w[entry] * w[entry] * inverse[Int(termDecisions[entry])]
            }
            let size = pivot
            let spreadStart = pattern.spreadStarts[row]
            let target = unsafe v + spreadStart
            for place in spreadStart..<pattern.spreadStarts[row + 1] { unsafe v[place] = 0 }
            for entry in pattern.sumStarts[row]..<pattern.sumStarts[row + 1] {
                unsafe target[pattern.sumPlaces[entry]] = sumTerms[entry]
            }
            for entry in pattern.factorStarts[row]..<pattern.factorStarts[row + 1] {
                var sum = 0.0
                var pair = pattern.meetingStarts[entry]
                let meetingEnd = pattern.meetingStarts[entry + 1]
                while pair < meetingEnd {
                    let here = unsafe Int(meetings[pair])
                    unsafe sum +=
                        w[here] * w[Int(meetings[pair + 1])]
                        * inverse[Int(termDecisions[here])]
                    pair += 2
                }
                pair = pattern.updateStarts[entry]
                let updateEnd = pattern.updateStarts[entry + 1]
                while pair < updateEnd {
                    let here = unsafe Int(updates[pair])
                    unsafe sum -= l[here] * d[Int(steps[here])] * l[Int(updates[pair + 1])]
                    pair += 2
                }
                let step = unsafe Int(steps[entry])
                if isEpigraph { sum -= tilts[step] * give(step) }
                let value = unsafe sum / d[step]
                unsafe l[entry] = value
                pivot -= value * sum
                let source = unsafe v + pattern.spreadStarts[step]
                let map = unsafe maps + pattern.mapStarts[entry]
                let count = pattern.mapStarts[entry + 1] - pattern.mapStarts[entry]
                for index in 0..<count { unsafe target[Int(map[index])] -= value * source[index] }
            }
            unsafe d[row] = max(pivot, 1e-15 * size, .leastNormalMagnitude)
        }
    }

    /// Adds `V' D^-1 V` of the rows without the epigraph to the lower triangle of a square matrix.
    func addSpread(to matrix: Strip, order: Int) {
        for row in 0..<ownRows { addOuter(row, shift: nil, to: matrix, order: order) }
    }

    /// Adds what a row leaves on the sums, less a shift of its entries.
    func addOuter(_ row: Int, shift: Strip?, to matrix: Strip, order: Int) {
        let start = pattern.spreadStarts[row]
        let count = pattern.spreadStarts[row + 1] - start
        guard count > 0 else { return }
        let factor = 1 / pivots[row]
        let sums = pattern.spreadSums
        if let shift {
            for left in start..<(start + count) {
                let place = sums[left]
                let value = factor * (spread[left] - shift[place])
                for right in start...left {
                    let other = sums[right]
                    matrix[place * order + other] += value * (spread[right] - shift[other])
                }
            }
            return
        }
        for left in start..<(start + count) {
            let value = factor * spread[left]
            let line = sums[left] * order
            for right in start...left { matrix[line + sums[right]] += value * spread[right] }
        }
    }
}
