internal import Dispatch
internal import Synchronization

/// Scenarios that are worked on together, with what they add up to. What is in a chunk depends on the
/// number of scenarios alone, and chunks are added in their order, so results do not depend on how
/// many threads there are.
struct ScenarioChunk: Sendable {
    var blocks: [ScenarioBlock]
    /// Sums of the epigraphs' costs.
    let costs: IndexMemory
    /// Lower triangle over sums.
    let matrix: Strip
    let prices: Strip
    let left: Strip
    let shift: Strip
    var thresholdLeft = 0.0
    var measures = ChunkMeasures()

    init(blocks: [ScenarioBlock], costs: IndexMemory, sumCount: Int) {
        self.blocks = blocks
        self.costs = costs
        matrix = Strip(sumCount * sumCount)
        prices = Strip(sumCount)
        left = Strip(sumCount)
        shift = Strip(sumCount)
    }
}

/// What the scenarios of a chunk add up to, by kind.
struct ChunkMeasures: Sendable {
    var primal = 0.0
    var dual = 0.0
    /// Products of slack and multiplier, and how many there are, each by importance.
    var products = 0.0
    var pairs = 0.0
    /// Weights, weighted costs and what is added to the threshold.
    var weights = 0.0
    var weightedCost = 0.0
    var largestCost = 0.0
    /// Of the epigraphs' pivots.
    var thresholdPivot = 0.0
    /// The longest share of the step that keeps everything positive.
    var share = 1.0
    var stepProducts = SIMD2<Double>.zero

    mutating func join(_ other: ChunkMeasures) {
        primal = max(primal, other.primal)
        dual = max(dual, other.dual)
        products += other.products
        pairs += other.pairs
        weights += other.weights
        weightedCost += other.weightedCost
        largestCost = max(largestCost, other.largestCost)
        thresholdPivot += other.thresholdPivot
        share = min(share, other.share)
        stepProducts += other.stepProducts
    }
}

/// A chunk that threads can take turns with.
final class ScenarioBox: Sendable {
    let chunk: Mutex<ScenarioChunk>

    init(_ chunk: ScenarioChunk) { self.chunk = Mutex(chunk) }
}

extension [ScenarioBox] {
    /// Does work on every chunk, on all cores.
    func forEachChunk(_ work: @Sendable (inout ScenarioChunk) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count) { index in
            self[index].chunk.withLock { work(&$0) }
        }
    }

    /// What a value of the chunks adds up to, in their order.
    func joined() -> ChunkMeasures {
        reduce(into: ChunkMeasures()) { total, box in
            total.join(box.chunk.withLock { $0.measures })
        }
    }
}
