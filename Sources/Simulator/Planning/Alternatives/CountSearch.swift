/// Seeks a plan within a budget that touches the fewest places, and proves how few there must be.
///
/// Found by elimination: of the places a plan touches, one after the other is left alone where the
/// cheapest plan without it is still within the budget, in several orders from several starts.
/// Proved by branch and bound: each place is either left alone or counted. Whatever touches few places
/// also has a small sum of shares (what a place moves, over the most it could), which is linear, so
/// that with w > 0 no plan within the budget touches fewer than
/// counted + (min (f + w x shares of the others) - budget) / w places.
struct CountSearch {
    let places: CountedPlaces
    let solver: RelocationSolver
    let budget: Double
    /// The most problems solved for the proof.
    var nodeLimit = 160

    struct Result: Sendable {
        let variables: [Double]
        let cost: Double
        let count: Int
        /// How many places every plan within the budget touches at least.
        let leastCount: Int
        var isProved: Bool { count == leastCount }
    }

    private struct Found {
        var touched: Set<Int>
        var point: WeightedProblem.Point
    }

    /// - Parameter optimum: the cheapest plan.
    func run(from optimum: WeightedProblem.Point) throws -> Result {
        let all = places.coefficients()
        let root = try BudgetSearch(
            weighted: WeightedProblem(
                problem: places.problem, coefficients: all, solver: solver),
            budget: budget, exactness: 1e-4
        ).run(from: optimum)
        var best = Found(touched: places.touched(optimum.variables), point: optimum)
        var starts = [best.touched]
        let spread = places.touched(root.variables)
        if spread.count < best.touched.count, let found = try plan(touching: spread) {
            starts.append(found.touched)
            best = fewer(best, found)
        }
        var seen = Set<Set<Int>>()
        for start in starts where seen.insert(start).inserted {
            guard let found = try plan(touching: start) else { continue }
            for order in Order.allCases {
                best = fewer(best, try eliminated(found, order))
            }
        }
        let weight = root.weight > 0 ? root.weight : max(1, budget - optimum.cost)
        let proof = try prove(best, weight: weight, bound: root.bound ?? 0)
        return Result(
            variables: proof.best.point.variables, cost: proof.best.point.cost,
            count: proof.best.touched.count, leastCount: proof.least)
    }

    // MARK: - Elimination

    private enum Order: CaseIterable {
        /// What moves least goes first; what costs least to leave alone goes first.
        case smallest, cheapest
    }

    private func fewer(_ first: Found, _ second: Found) -> Found {
        if second.touched.count != first.touched.count {
            return second.touched.count < first.touched.count ? second : first
        }
        return second.point.cost < first.point.cost ? second : first
    }

    /// The cheapest plan that leaves all other places alone; nil where it is beyond the budget.
    private func plan(touching kept: Set<Int>) throws -> Found? {
        let closed = Set(0..<places.count).subtracting(kept)
        guard case .optimal(let point) = try cheapest(closing: closed), isWithin(point) else {
            return nil
        }
        return Found(touched: places.touched(point.variables), point: point)
    }

    private func cheapest(closing closed: Set<Int>) throws -> WeightedProblem.Answer {
        let problem = places.closing(closed)
        let nothing = [Double](repeating: 0, count: problem.variables.count)
        return try WeightedProblem(problem: problem, coefficients: nothing, solver: solver)
            .solve(weight: 0)
    }

    private func isWithin(_ point: WeightedProblem.Point) -> Bool {
        point.cost <= budget + 1e-9 * max(1, abs(budget))
    }

    /// Leaves places alone until none more can be.
    private func eliminated(_ start: Found, _ order: Order) throws -> Found {
        var current = start
        var necessary = Set<Int>()
        while true {
            let amounts = places.amounts(current.point.variables)
            let open = current.touched.subtracting(necessary).sorted {
                (amounts[$0], $0) < (amounts[$1], $1)
            }
            guard !open.isEmpty else { return current }
            var next: Found?
            for place in open {
                guard let found = try plan(touching: current.touched.subtracting([place])) else {
                    // With fewer places to choose from it does not become dispensable.
                    necessary.insert(place)
                    continue
                }
                if order == .smallest {
                    next = found
                    break
                }
                next = next.map { fewer($0, found) } ?? found
            }
            guard let next else { return current }
            current = next
        }
    }

    // MARK: - Proof

    private struct Node {
        var closed: Set<Int>
        var counted: Set<Int>
        /// How many places every plan of this node touches at least.
        var least: Int
        /// Whether leaving the closed places alone is known to be within the budget.
        var isAffordable = false
    }

    private func prove(
        _ found: Found, weight: Double, bound: Double
    ) throws -> (best: Found, least: Int) {
        var best = found
        let rootLeast = Self.whole(bound)
        guard rootLeast < best.touched.count else { return (best, best.touched.count) }
        var open = [Node(closed: [], counted: [], least: rootLeast)]
        var unresolved = Int.max
        var nodes = 0
        while nodes < nodeLimit, let place = Self.mostPromising(open) {
            let node = open.remove(at: place)
            guard node.least < best.touched.count else { continue }
            nodes += 1
            guard let outcome = try solve(node, weight: weight, best: best.touched.count) else {
                unresolved = min(unresolved, node.least)
                continue
            }
            if let improved = outcome.found { best = fewer(best, improved) }
            guard outcome.least < best.touched.count, let branch = outcome.branch else { continue }
            var alone = node
            alone.least = outcome.least
            var counted = alone
            counted.isAffordable = true
            alone.isAffordable = false
            alone.closed.insert(branch)
            counted.counted.insert(branch)
            counted.least = max(outcome.least, counted.counted.count)
            open.append(counted)
            open.append(alone)
        }
        let openLeast = open.map(\.least).min() ?? Int.max
        return (best, min(best.touched.count, openLeast, unresolved))
    }

    /// The node with the least bound, the deepest of these, the latest of these.
    private static func mostPromising(_ nodes: [Node]) -> Int? {
        nodes.indices.max { first, second in
            let (one, other) = (nodes[first], nodes[second])
            if one.least != other.least { return one.least > other.least }
            let (depth, otherDepth) = (
                one.closed.count + one.counted.count, other.closed.count + other.counted.count
            )
            return depth != otherDepth ? depth < otherDepth : first < second
        }
    }

    private struct NodeOutcome {
        var least: Int
        /// The place to decide next; nil where nothing is left to decide.
        var branch: Int?
        var found: Found?
    }

    /// Nil where nothing could be proved of the node.
    private func solve(_ node: Node, weight: Double, best: Int) throws -> NodeOutcome? {
        let excluded = node.counted.union(node.closed)
        let problem = places.closing(node.closed)
        // Where costs decide alone first: what is left alone may already be too dear.
        if !node.isAffordable {
            switch try cheapest(closing: node.closed) {
            case .infeasible: return NodeOutcome(least: .max, branch: nil, found: nil)
            case .unsolved: return nil
            case .optimal(let point):
                if point.bound > budget {
                    return NodeOutcome(least: .max, branch: nil, found: nil)
                }
            }
        }
        let weighted = WeightedProblem(
            problem: problem, coefficients: places.coefficients(without: excluded), solver: solver)
        guard case .optimal(let point) = try weighted.solve(weight: weight) else { return nil }
        let least = max(
            node.least, node.counted.count + Self.whole((point.bound - budget) / weight))
        let amounts = places.amounts(point.variables)
        let touched = places.touched(point.variables)
        var outcome = NodeOutcome(least: least, branch: nil, found: nil)
        if touched.count < best { outcome.found = try plan(touching: touched) }
        outcome.branch = (0..<places.count).filter { !excluded.contains($0) }
            .max { (amounts[$0], -$0) < (amounts[$1], -$1) }
        return outcome
    }

    /// The next whole number, with an allowance for rounding; at least 0.
    private static func whole(_ bound: Double) -> Int {
        bound.isFinite ? max(0, Int((bound - 1e-6).rounded(.up))) : 0
    }
}
