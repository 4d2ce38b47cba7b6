/// How long and how exactly whole numbers are searched for.
public struct WholeNumberSettings: Sendable {
    /// The search ends once the best counts are proved to cost no more than this above the optimum,
    /// relative to the larger of 1 and their objective. Below ``leastGap`` it means that.
    public var gap = 0.01
    /// The largest number of parts looked at; nil for no limit. The first is always looked at.
    public var nodeLimit: Int?
    /// How exactly the rest is solved once the counts are chosen.
    public var finalSettings = SolverSettings()
    /// Asked between solves; the search ends with what it has once it says yes. A search it ends
    /// can end differently each time.
    public var shouldStop: @Sendable () -> Bool = { false }
    /// Told how the search goes on: after the first part, with better counts, and now and then.
    public var onProgress: @Sendable (WholeNumberProgress) -> Void = { _ in }

    /// Differences below this are rounding.
    public static let leastGap = 1e-9
    /// Parts between two words of progress.
    public static let progressInterval = 50

    public init() {}
}

/// How far a search has come.
public struct WholeNumberProgress: Sendable {
    public let nodes: Int
    /// Parts still to be looked at.
    public let openNodes: Int
    /// Nil as long as no counts were found.
    public let objective: Double?
    public let bound: Double
    public let gap: Double
}

/// Why a search ended.
public enum WholeNumberEnding: String, Sendable, CaseIterable {
    /// The best counts are within the gap.
    case proved
    /// No counts are feasible.
    case infeasible
    case nodeLimit = "node_limit"
    case stopped
    /// Parts are left that could not be decided.
    case undecided
}

/// What a search for whole numbers found.
public struct WholeNumberOutcome: Sendable {
    public let ending: WholeNumberEnding
    /// By variable of the program, 0 where it does not come in steps; nil where none was found.
    public let counts: [Int]?
    /// The rest at those counts.
    public let solution: Solution?
    /// No counts have an objective below this.
    public let bound: Double
    public let nodes: Int
    public let iterations: Int
    public let factorizations: Int
    /// How far the proofs of infeasible parts are from exact, the worst of them.
    public let proofViolation: Double

    /// Objective over the bound, relative to the larger of 1 and the objective; infinite without
    /// counts.
    public var gap: Double {
        solution.map { WholeNumberSearch.gap(objective: $0.objective, bound: bound) } ?? .infinity
    }
}

/// Branch and bound on counts.
///
/// Each part of the search is a range of counts. Its relaxation gives a proven lower bound; a part
/// whose bound reaches the best objective less the gap is dropped; others are split at the counted row
/// or the single count that promises to lift the bound most, by what earlier splits did and by trying
/// some out. The search dives after the nearest whole numbers and then goes on where the bound is
/// lowest. What it does depends on nothing but the program and the settings.
public struct WholeNumberSearch {
    let program: WholeNumberProgram
    let relaxation: any NodeRelaxation
    let settings: WholeNumberSettings
    let propagation: CountPropagation
    let improvement: CountImprovement
    let evaluation: CountEvaluation

    /// Counted rows, which come before columns among the places of ``costs``.
    let rowCount: Int
    var costs: BranchingCosts
    var open: [Part] = []
    var best: CountEvaluation.Result?
    /// The lowest bound of all that was dropped.
    var droppedBound = Double.infinity
    /// Objectives of counts: infinite where they are infeasible, NaN where that is not known.
    var tried: [[Int32]: Double] = [:]
    var nodes = 0
    var iterations = 0
    var factorizations = 0
    var proofViolation = 0.0
    var hasUndecided = false

    /// How nearly the terms of a proof that a part is infeasible must cancel.
    public static let proofTolerance = 1e-6
    /// Counts nearer to a whole number than this are whole.
    static let wholeTolerance = 1e-5

    /// A part of the search that is still to be looked at.
    struct Part {
        var bounds: CountBounds
        var bound: Double
        /// Order of creation, which breaks ties.
        var number: Int
        /// Its relaxation, where that is known already; not kept while it waits.
        var node: NodeSolution?
    }

    public init(
        _ program: WholeNumberProgram, relaxation: any NodeRelaxation,
        settings: WholeNumberSettings
    ) throws {
        self.program = program
        self.relaxation = relaxation
        self.settings = settings
        propagation = CountPropagation(program)
        rowCount = program.countedRows.count
        costs = BranchingCosts(placeCount: rowCount + program.columns.count)
        improvement = CountImprovement(program: program, propagation: propagation)
        var evaluating = SolverSettings()
        evaluating.targetTolerance = 1e-10
        evaluation = try CountEvaluation(program, settings: evaluating)
    }

    static func gap(objective: Double, bound: Double) -> Double {
        max(0, objective - bound) / max(1, abs(objective))
    }

    /// Parts that reach this are dropped.
    var cutoff: Double {
        guard let objective = best?.solution.objective else { return .infinity }
        return objective - max(settings.gap, WholeNumberSettings.leastGap) * max(1, abs(objective))
    }

    /// Runs the search.
    ///
    /// - Parameter starts: counts by variable that are tried first, such as none at all.
    public mutating func run(startingFrom starts: [[Int]] = []) throws -> WholeNumberOutcome {
        var root = CountBounds(program)
        guard propagation.tighten(&root) else { return try outcome(.infeasible) }
        for start in starts {
            try offer(program.columns.map { Int32(start[$0]) }, within: root)
        }
        var created = 0
        var next: Part? = Part(bounds: root, bound: -.infinity, number: 0)
        while let part = next ?? takeLowest() {
            next = nil
            guard part.bound < cutoff else {
                droppedBound = min(droppedBound, part.bound)
                continue
            }
            if nodes > 0 {
                if settings.shouldStop() { return try stop(part, .stopped) }
                if let limit = settings.nodeLimit, nodes >= limit {
                    return try stop(part, .nodeLimit)
                }
            }
            let children = try look(at: part, root: root)
            report(current: children.map(\.bound).min())
            for (place, child) in children.enumerated() {
                created += 1
                var child = child
                child.number = created
                if place == 0 {
                    next = child
                } else {
                    child.node = nil
                    push(child)
                }
            }
        }
        // A later plan may have closed the gap of what was undecided.
        let isProved = best != nil && lowestBound() >= cutoff
        let isUndecided = hasUndecided && !isProved
        return try outcome(isUndecided ? .undecided : best == nil ? .infeasible : .proved)
    }

    private mutating func stop(_ part: Part, _ ending: WholeNumberEnding) throws
        -> WholeNumberOutcome
    {
        push(part)
        return try outcome(ending)
    }

    /// What nothing that was dropped or is still open lies below.
    private func lowestBound(with current: Double? = nil) -> Double {
        min(
            best?.solution.objective ?? .infinity, droppedBound, current ?? .infinity,
            open.first?.bound ?? .infinity)
    }

    private func report(current: Double?) {
        guard nodes % WholeNumberSettings.progressInterval == 1 || nodes <= 1 else { return }
        let bound = lowestBound(with: current)
        let objective = best?.solution.objective
        settings.onProgress(
            WholeNumberProgress(
                nodes: nodes, openNodes: open.count, objective: objective, bound: bound,
                gap: objective.map { Self.gap(objective: $0, bound: bound) } ?? .infinity))
    }

    private func outcome(_ ending: WholeNumberEnding) throws -> WholeNumberOutcome {
        var counts: [Int]?
        var solution: Solution?
        if let best {
            var all = [Int](repeating: 0, count: program.steps.count)
            for (place, column) in program.columns.enumerated() {
                all[column] = Int(best.counts[place])
            }
            counts = all
            solution = try evaluation.evaluate(best.counts, settings: settings.finalSettings)
                .solution
        }
        let bound = min(lowestBound(), solution?.objective ?? .infinity)
        return WholeNumberOutcome(
            ending: ending, counts: counts, solution: solution,
            bound: ending == .infeasible ? .infinity : bound, nodes: nodes,
            iterations: iterations, factorizations: factorizations,
            proofViolation: proofViolation)
    }

    // MARK: - Parts

    /// Looks at one part: the parts it falls into, the one to go on with first.
    private mutating func look(at part: Part, root: CountBounds) throws -> [Part] {
        nodes += 1
        var side = Side(bounds: part.bounds, bound: part.bound, node: part.node)
        if side.node == nil { try look(at: &side) }
        guard !side.isClosed, let node = side.node else { return [] }
        let bounds = side.bounds
        let values = program.columns.map { node.point[$0] / (program.steps[$0] ?? 1) }
        if nodes == 1 || nodes % Self.roundingInterval == 0 {
            try round(values, within: bounds, root: root)
        }
        let broken = brokenCounts(values, bounds)
        if broken.isEmpty {
            let counts = values.enumerated().map {
                min(max(Int32($1.rounded()), bounds.lower[$0]), bounds.upper[$0])
            }
            try offer(counts, within: bounds)
            if bounds.isFixed {
                settleFixed(counts, side.bound)
                return []
            }
        }
        guard side.bound < cutoff else {
            droppedBound = min(droppedBound, side.bound)
            return []
        }
        let choice: Choice?
        if broken.isEmpty {
            choice = openCount(values, bounds).map { split in
                let parts = split.parts(of: bounds)
                return Choice(
                    split: split, lower: Side(bounds: parts.lower, bound: side.bound),
                    upper: Side(bounds: parts.upper, bound: side.bound))
            }
        } else {
            choice = try choose(broken, in: bounds, bound: side.bound)
        }
        guard let choice else {
            // Nothing says how to split it: it stays undecided, and its bound counts.
            droppedBound = min(droppedBound, side.bound)
            hasUndecided = true
            return []
        }
        var sides = [choice.lower, choice.upper]
        if choice.split.broken >= 0.5 { sides.reverse() }
        return sides.filter { !$0.isClosed }.map {
            Part(bounds: $0.bounds, bound: $0.bound, number: 0, node: $0.node)
        }
    }

    /// Nothing is left to split: the counts' own objective is the bound, if it could be had.
    private mutating func settleFixed(_ counts: [Int32], _ bound: Double) {
        let objective = tried[counts] ?? .nan
        if objective.isNaN {
            droppedBound = min(droppedBound, bound)
            hasUndecided = true
        } else {
            droppedBound = min(droppedBound, max(bound, objective))
        }
    }

    /// Cuts counts off whose reduced cost alone lifts the bound over the cutoff.
    mutating func fix(_ bounds: inout CountBounds, _ bound: ProvenLowerBound) {
        let cutoff = cutoff
        guard cutoff < .infinity, bound.value > -.infinity else { return }
        for (place, column) in program.columns.enumerated() {
            let perCount = bound.reducedCosts[column] * (program.steps[column] ?? 1)
            guard perCount != 0, bounds.lower[place] < bounds.upper[place] else { continue }
            let room = (cutoff - bound.value) / abs(perCount)
            let kept = room < 1e6 ? Int32(max(0, room.rounded(.down))) : Int32.max / 4
            guard kept < bounds.upper[place] - bounds.lower[place] else { continue }
            droppedBound = min(droppedBound, bound.value + abs(perCount) * Double(kept + 1))
            if perCount > 0 {
                bounds.upper[place] = bounds.lower[place] + kept
            } else {
                bounds.lower[place] = bounds.upper[place] - kept
            }
        }
    }

    // MARK: - The parts that wait, lowest bound first

    private static func isBefore(_ first: Part, _ second: Part) -> Bool {
        first.bound != second.bound ? first.bound < second.bound : first.number < second.number
    }

    private mutating func push(_ part: Part) {
        var place = open.count
        open.append(part)
        while place > 0, Self.isBefore(open[place], open[(place - 1) / 2]) {
            open.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func takeLowest() -> Part? {
        guard let first = open.first else { return nil }
        let last = open.removeLast()
        guard !open.isEmpty else { return first }
        open[0] = last
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < open.count else { return first }
            let right = left + 1
            let child =
                right < open.count && Self.isBefore(open[right], open[left]) ? right : left
            guard Self.isBefore(open[child], open[place]) else { return first }
            open.swapAt(child, place)
            place = child
        }
    }
}
