internal import Synchronization

/// A primal-dual interior point method for two-stage programs: Mehrotra's predictor and corrector,
/// scenarios eliminated one by one.
///
/// Risk is an epigraph: with a threshold, `threshold + excess_k - f_k >= 0` in each scenario, whose
/// multiplier is the scenario's weight. The costs are quadratic in the decisions; each step takes
/// their slope where it stands and their curvature times the weight. Adjustments that differ between scenarios are sums of their
/// own with a slope that moves with the point. Barriers of a scenario count with its probability, so equal
/// scenarios act as one.
struct TwoStageEngine {
    let program: TwoStageProgram
    let risk: RiskMeasure
    let boxes: [ScenarioBox]
    /// Groups whose adjustments differ between scenarios, where there is an epigraph.
    let varying: [Int]
    let costSums: IndexMemory
    let sumCount: Int

    // The moves and the rows on their sums.
    let moves: Strip
    let pulls: Strip
    let lowerSlack: Strip
    let upperSlack: Strip
    let lowerDual: Strip
    let upperDual: Strip
    let activity: Strip
    var sumValues: Strip
    let slopes: [Strip]
    var system: SumsSystem
    var threshold = 0.0
    /// By group: the factor of its curvature.
    var effective: [Double]

    // Directions.
    var moveStep: Strip
    var sumStep: Strip
    var thresholdStep = 0.0
    let activityStep: Strip
    /// The pivot of the threshold, and its part of the sums.
    var thresholdPivot = 0.0
    let thresholdShift: Strip

    // Work.
    let prices: Strip
    var measures = ChunkMeasures()
    let moveBend: Strip
    let lowerBend: Strip
    let upperBend: Strip
    /// The size of costs per unit.
    let scale: Double

    var hasEpigraph: Bool { if case .expected = risk { false } else { true } }
    var sharedCount: Int { program.sharedLower.count }

    private static let chunkLimit = 8

    init(_ program: TwoStageProgram, _ reductions: [ScenarioReduction], risk: RiskMeasure) {
        self.program = program
        self.risk = risk
        let hasEpigraph = if case .expected = risk { false } else { true }
        varying =
            hasEpigraph
            ? (0..<program.groupCount).filter { group in
                program.scenarios.contains { $0.adjustment[group] != 1 }
            } : []
        let plain = program.sumCount
        sumCount = plain + varying.count
        let costs = Array(0..<plain)
        costSums = IndexMemory(costs + varying.indices.map { plain + $0 })
        slopes = varying.map { _ in Strip(program.moveCount) }
        system = SumsSystem(sums: program.sums, slopes: slopes)
        effective = program.effective(program.probabilities)
        scale = Self.costScale(program)
        let shared = program.sharedLower.count
        moves = Strip(program.moveCount)
        pulls = Strip(program.moveCount)
        moveBend = Strip(program.moveCount)
        lowerSlack = Strip(shared)
        upperSlack = Strip(shared)
        lowerDual = Strip(shared)
        upperDual = Strip(shared)
        lowerBend = Strip(shared)
        upperBend = Strip(shared)
        activity = Strip(shared)
        sumValues = Strip(sumCount)
        prices = Strip(sumCount)
        moveStep = Strip(program.moveCount)
        sumStep = Strip(sumCount)
        activityStep = Strip(shared)
        thresholdShift = Strip(sumCount)
        boxes = Self.boxes(
            program, reductions, risk: risk, costs: costs, varying: varying, costSums: costSums,
            sumCount: sumCount)
        start()
    }

    private static func costScale(_ program: TwoStageProgram) -> Double {
        var sum = 0.0
        var count = 0.0
        for scenario in program.scenarios {
            for cost in scenario.cost { sum += abs(cost) }
            count += Double(scenario.decisionCount)
        }
        return max(1, count > 0 ? sum / count : 1)
    }

    private static func boxes(
        _ program: TwoStageProgram, _ reductions: [ScenarioReduction], risk: RiskMeasure,
        costs: [Int], varying: [Int], costSums: IndexMemory, sumCount: Int
    ) -> [ScenarioBox] {
        var patterns: [PatternKey: ScenarioPattern] = [:]
        let hasEpigraph = if case .expected = risk { false } else { true }
        var blocks: [ScenarioBlock] = []
        for (index, scenario) in program.scenarios.enumerated() {
            let reduction = reductions[index]
            let key = PatternKey(scenario, reduction)
            let pattern: ScenarioPattern
            if let known = patterns[key] {
                pattern = known
            } else {
                pattern = ScenarioPattern(
                    decisionCount: reduction.decisions.count, terms: key.terms, sums: key.sums,
                    costSums: hasEpigraph
                        ? costs + varying.indices.map { program.sumCount + $0 } : nil)
                patterns[key] = pattern
            }
            let probability = program.probabilities[index]
            var limit = Double.infinity
            if case .conditionalValueAtRisk = risk {
                limit = risk.weightLimit(probability: probability)
            }
            blocks.append(
                ScenarioBlock(
                    scenario, reduction, pattern,
                    sumCost: costs.map { scenario.sumCost[$0] }
                        + varying.map { scenario.adjustment[$0] },
                    importance: probability, weightLimit: limit))
        }
        let count = min(chunkLimit, blocks.count)
        return (0..<count).map { chunk in
            let range = (chunk * blocks.count / count)..<((chunk + 1) * blocks.count / count)
            return ScenarioBox(
                ScenarioChunk(blocks: Array(blocks[range]), costs: costSums, sumCount: sumCount))
        }
    }

    /// The places of a scenario's entries after reduction.
    private struct PatternKey: Hashable {
        let terms: [[Int]]
        let sums: [[Int]]
        let count: Int

        init(_ scenario: TwoStageProgram.Scenario, _ reduction: ScenarioReduction) {
            var place = [Int](repeating: -1, count: scenario.decisionCount)
            for (index, decision) in reduction.decisions.enumerated() { place[decision] = index }
            terms = reduction.rows.map { row in
                scenario.terms.entries(ofColumn: row).map {
                    place[scenario.terms.rowIndices[$0]]
                }.filter { $0 >= 0 }
            }
            sums = reduction.rows.map { row in
                scenario.sumTerms.entries(ofColumn: row).map { scenario.sumTerms.rowIndices[$0] }
            }
            count = reduction.decisions.count
        }
    }

    // MARK: start

    private mutating func start() {
        let size = 0.01
        for move in 0..<program.moveCount {
            moves[move] = size
            pulls[move] = scale / size
        }
        evaluateMoves()
        for row in 0..<sharedCount {
            if program.sharedLower[row].isFinite {
                lowerSlack[row] = max(activity[row] - program.sharedLower[row], size)
                lowerDual[row] = scale / lowerSlack[row]
            }
            if program.sharedUpper[row].isFinite {
                upperSlack[row] = max(program.sharedUpper[row] - activity[row], size)
                upperDual[row] = scale / upperSlack[row]
            }
        }
        let (sums, scale) = (sumValues, scale)
        boxes.forEachChunk { chunk in
            for index in chunk.blocks.indices {
                chunk.blocks[index].start(sums: sums, costs: chunk.costs, scale: scale)
            }
        }
        guard hasEpigraph else { return }
        threshold = boxes.reduce(0) { total, box in
            box.chunk.withLock { chunk in
                chunk.blocks.reduce(total) { $0 + $1.importance * $1.value }
            }
        }
    }

    // MARK: evaluation

    /// Sums, activities and slopes at the moves as they stand.
    mutating func evaluateMoves() {
        let plain = Strip(sumCount)
        for move in 0..<program.moveCount {
            for entry in program.sums.entries(ofColumn: move) {
                plain[program.sums.rowIndices[entry]] += program.sums.values[entry] * moves[move]
            }
        }
        for row in 0..<sharedCount {
            var sum = 0.0
            for entry in program.sharedTerms.entries(ofColumn: row) {
                sum +=
                    program.sharedTerms.values[entry] * plain[program.sharedTerms.rowIndices[entry]]
            }
            activity[row] = sum
        }
        if !varying.isEmpty {
            let all = program.adjustments(
                moves.array, sums: Array(plain.array[..<program.sumCount]))
            for (index, group) in varying.enumerated() {
                plain[program.sumCount + index] = all[group]
                slope(of: group, into: slopes[index])
            }
        }
        sumValues = plain
    }

    /// The slope of a group's adjustment by move.
    private func slope(of group: Int, into target: Strip) {
        var bySum = [Double](repeating: 0, count: program.sumCount)
        for row in 0..<sharedCount
        where program.sharedGroup[row] == group && program.sharedCurvature[row] > 0 {
            let pull = program.sharedCurvature[row] * activity[row]
            for entry in program.sharedTerms.entries(ofColumn: row) {
                bySum[program.sharedTerms.rowIndices[entry]] +=
                    program.sharedTerms.values[entry] * pull
            }
        }
        for move in 0..<program.moveCount {
            var sum =
                program.moveGroup[move] == group
                ? program.moveCurvature[move] * moves[move] : 0
            for entry in program.sums.entries(ofColumn: move) {
                sum += program.sums.values[entry] * bySum[program.sums.rowIndices[entry]]
            }
            target[move] = sum
        }
    }

    func isVarying(_ group: Int) -> Bool { varying.contains(group) }

    /// Residuals, prices and products at the current point.
    mutating func evaluate() {
        evaluateMoves()
        let (sums, threshold) = (sumValues, threshold)
        boxes.forEachChunk { chunk in
            var found = ChunkMeasures()
            chunk.prices.clear()
            for index in chunk.blocks.indices {
                chunk.blocks[index].evaluate(
                    sums: sums, costs: chunk.costs, threshold: threshold)
                chunk.blocks[index].addPrices(to: chunk.prices, costs: chunk.costs)
                found.primal = max(found.primal, chunk.blocks[index].primalResidual)
                found.dual = max(found.dual, chunk.blocks[index].dualResidual())
                let block = chunk.blocks[index]
                found.weights += block.weight
                found.weightedCost += block.weight * block.value
                found.largestCost = max(found.largestCost, abs(block.value))
                chunk.blocks[index].addProducts(to: &found)
            }
            chunk.measures = found
        }
        measures = boxes.joined()
        prices.clear()
        for box in boxes {
            box.chunk.withLock { chunk in
                prices.add(1, chunk.prices, sumCount)
            }
        }
        if !varying.isEmpty {
            for (index, group) in varying.enumerated() {
                effective[group] = prices[program.sumCount + index]
            }
        }
        addSharedPrices()
        for move in 0..<program.moveCount {
            measures.products += moves[move] * pulls[move]
            measures.pairs += 1
        }
        var largest = measures.dual
        let byMove = moveResidual()
        for move in 0..<program.moveCount {
            let rest = byMove.rest[move] - pulls[move]
            largest = max(largest, abs(rest) / (1 + byMove.size[move]))
        }
        if hasEpigraph { largest = max(largest, abs(measures.weights - 1)) }
        measures.dual = largest
    }

    private mutating func addSharedPrices() {
        for row in 0..<sharedCount {
            let group = program.sharedGroup[row]
            var pull = -(lowerDual[row] - upperDual[row])
            if program.sharedCurvature[row] > 0, !isVarying(group) {
                pull += effective[group] * program.sharedCurvature[row] * activity[row]
            }
            for entry in program.sharedTerms.entries(ofColumn: row) {
                prices[program.sharedTerms.rowIndices[entry]] +=
                    program.sharedTerms.values[entry] * pull
            }
            let size = 1 + abs(activity[row])
            if program.sharedLower[row].isFinite {
                let missing = activity[row] - program.sharedLower[row] - lowerSlack[row]
                measures.primal = max(measures.primal, abs(missing) / size)
                measures.products += lowerSlack[row] * lowerDual[row]
                measures.pairs += 1
            }
            if program.sharedUpper[row].isFinite {
                let missing = program.sharedUpper[row] - activity[row] - upperSlack[row]
                measures.primal = max(measures.primal, abs(missing) / size)
                measures.products += upperSlack[row] * upperDual[row]
                measures.pairs += 1
            }
        }
    }

    /// The slope of the Lagrangian by move without the pull of its limit, and the size of its terms.
    func moveResidual() -> (rest: Strip, size: Strip) {
        let rest = system.prices(prices)
        let size = Strip(program.moveCount)
        for move in 0..<program.moveCount {
            var sum = 0.0
            for entry in program.sums.entries(ofColumn: move) {
                sum = max(
                    sum, abs(program.sums.values[entry] * prices[program.sums.rowIndices[entry]]))
            }
            size[move] = sum
            let group = program.moveGroup[move]
            if !isVarying(group) {
                rest[move] += effective[group] * program.moveCurvature[move] * moves[move]
            }
        }
        return (rest, size)
    }

    /// The mean product of slack and multiplier.
    var meanProduct: Double { measures.products / max(measures.pairs, 1e-300) }

    /// The cost under the weights as they stand, adjustments included.
    var objective: Double {
        var total = measures.weightedCost
        let all = program.adjustments(
            moves.array, sums: Array(sumValues.array[..<program.sumCount]))
        for group in 0..<program.groupCount where !isVarying(group) {
            total += effective[group] * all[group]
        }
        return total
    }
}
