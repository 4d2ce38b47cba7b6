internal import NumericalMethods

/// For a plan in which nothing moves: at which carbon price and at which shortfall price the first
/// move would pay, all else equal.
public struct FirstMove: Sendable, Hashable {
    public enum Answer: Sendable, Hashable {
        /// The price from which on a move pays, CNY/tCO2 or CNY/MWh, and that move.
        case paysFrom(price: Double, smelter: Int, destination: Int)
        /// Nothing pays up to this price.
        case neverUpTo(price: Double)
    }

    /// Why nothing can move at all, whatever the price, if so.
    public enum Obstacle: Sendable, Hashable {
        /// No smelter has movable capacity left.
        case noStock
        /// No smelter that could move has another province to go to: the tables know only its own.
        case noDestination
        /// No province has room in a year in which moves can take effect.
        case noRoom
        /// Moves would take effect only after the last year.
        case noTime
        /// The national pace leaves nothing besides the planned moves.
        case noPace
    }

    /// A move that comes nearest to paying.
    public struct Nearest: Sendable, Hashable {
        public let smelter: Int
        public let destination: Int
        /// CNY (PV) per t/yr closed.
        public let lacks: Double
    }

    public let obstacle: Obstacle?
    /// The cheapest move at the plan's prices: what it lacks to pay, CNY (PV) per t/yr closed.
    public let nearest: Nearest?
    /// Under the scenario's coverage.
    public let carbonPrice: Answer?
    /// With captive coal and grid power covered too; nil where the scenario covers them already.
    public let carbonPriceOnAll: Answer?
    public let shortfallPrice: Answer?
}

/// Finds the prices at which the plan without moves stops being optimal. By convexity it is
/// optimal exactly while no open move has a negative reduced cost, so only the purchases are
/// solved again, not the whole plan.
struct FirstMoveSearch {
    let baseline: Baseline
    let solver: RelocationSolver

    /// Prices above these are outside any debate: CNY/tCO2 and CNY/MWh.
    static let highestCarbonPrice = 5000.0
    static let highestShortfallPrice = 20000.0

    init(_ baseline: Baseline, solver: RelocationSolver) {
        self.baseline = baseline
        self.solver = solver
    }

    func run() throws -> FirstMove {
        let inputs = baseline.inputs
        if let obstacle = obstacle() {
            return FirstMove(
                obstacle: obstacle, nearest: nil, carbonPrice: nil, carbonPriceOnAll: nil,
                shortfallPrice: nil)
        }
        let now = try leastReducedCost(inputs)
        let isFullyCovered = inputs.market.coversCaptiveCoal && inputs.market.coversGrid
        let startingCarbon = inputs.market.carbonPrice.dropFirst().max() ?? 0
        let carbon = try answer(from: startingCarbon, to: Self.highestCarbonPrice) { price in
            Self.with(carbonPrice: price, coveringAll: false, inputs)
        }
        let carbonOnAll =
            isFullyCovered
            ? nil
            : try answer(from: 0, to: Self.highestCarbonPrice) { price in
                Self.with(carbonPrice: price, coveringAll: true, inputs)
            }
        let startingPenalty =
            (0..<inputs.provinceCount).map {
                inputs.parameters[.quotaShortfallPenalty, $0, 0]
            }.max() ?? 0
        let shortfall =
            inputs.policy.mode == .hard
            ? nil
            : try answer(from: startingPenalty, to: Self.highestShortfallPrice) { price in
                Self.with(shortfallPrice: price, inputs)
            }
        return FirstMove(
            obstacle: nil,
            nearest: now.map {
                FirstMove.Nearest(
                    smelter: $0.smelter, destination: $0.destination, lacks: $0.value)
            }, carbonPrice: carbon,
            carbonPriceOnAll: carbonOnAll, shortfallPrice: shortfall)
    }

    private func obstacle() -> FirstMove.Obstacle? {
        let inputs = baseline.inputs
        let first = inputs.relocation.firstMoveYear
        if first >= inputs.yearCount { return .noTime }
        let effects = MoveEffectTable(baseline)
        if effects.routes.isEmpty {
            return effects.hasStock ? .noDestination : .noStock
        }
        let years = first..<inputs.yearCount
        let hasRoom = effects.routes.contains { route in
            years.contains { effects.isOpen(route.destination, from: $0) }
        }
        if !hasRoom { return .noRoom }
        let hasPace = years.contains { year in
            inputs.parameters[.paceNational] - inputs.plannedBetweenProvinces(year) > 1e-9
        }
        return hasPace ? nil : .noPace
    }

    private struct Candidate {
        let smelter: Int
        let destination: Int
        /// CNY (PV) per t/yr.
        let value: Double
    }

    /// The open move with the least reduced cost when nothing moves.
    private func leastReducedCost(_ inputs: ModelInputs) throws -> Candidate? {
        let changed = try Baseline(inputs)
        var scope = RelocationProblem.Scope()
        scope.allowsMoves = false
        let problem = try RelocationProblem(changed, scope: scope)
        let solution = try solver.solve(problem)
        guard solution.status == .optimal else { return nil }
        var best: Candidate?
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(let smelter, let destination, let year) = variable,
                problem.effects.isOpen(destination, from: year)
            else { continue }
            let value = solution.boundDuals[index]
            if value < best?.value ?? .infinity {
                best = Candidate(smelter: smelter, destination: destination, value: value)
            }
        }
        return best
    }

    /// The least price in a range at which a move pays: by Brent's method on the least reduced
    /// cost, which is continuous in the price.
    private func answer(
        from lowest: Double, to highest: Double, _ change: (Double) -> ModelInputs
    ) throws -> FirstMove.Answer {
        func reducedCost(_ price: Double) throws -> Double {
            try leastReducedCost(change(price))?.value ?? .infinity
        }
        var low = lowest
        var step = max(50, lowest / 2)
        var high = low
        var found = false
        while high < highest {
            high = min(highest, low + step)
            if try reducedCost(high) < 0 {
                found = true
                break
            }
            low = high
            step *= 2
        }
        guard found else { return .neverUpTo(price: highest) }
        var failure: (any Error)?
        let finder = BrentRootFinder(absoluteTolerance: 0.02, relativeTolerance: 0)
        let outcome = try finder.root(from: low, to: high) { price in
            do {
                return try reducedCost(price)
            } catch {
                failure = error
                return .nan
            }
        }
        if let failure { throw failure }
        // Rounded up to a tenth, so that the price named is one at which the move pays.
        var price = high
        if case .found(let root, _) = outcome { price = min(high, (root * 10).rounded(.up) / 10) }
        let candidate = try leastReducedCost(change(price))
        return .paysFrom(
            price: price, smelter: candidate?.smelter ?? 0,
            destination: candidate?.destination ?? 0)
    }

    static func with(
        carbonPrice price: Double, coveringAll: Bool, _ inputs: ModelInputs
    ) -> ModelInputs {
        var result = inputs
        for year in 1..<max(1, inputs.yearCount) { result.market.carbonPrice[year] = price }
        if coveringAll {
            result.market.coversDirect = true
            result.market.coversCaptiveCoal = true
            result.market.coversGrid = true
        }
        return result
    }

    static func with(shortfallPrice price: Double, _ inputs: ModelInputs) -> ModelInputs {
        var result = inputs
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                result.parameters[.quotaShortfallPenalty, province, year] = price
            }
        }
        return result
    }
}
