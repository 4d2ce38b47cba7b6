import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("The front of cost against emissions and other measures")
struct ParetoTests {
    private static func front(
        _ name: String, _ measure: PlanMeasure, points: Int = 8, threads: Int = 2
    ) throws -> ParetoFront {
        let baseline = try Repository.baseline(name)
        return try ParetoSearch(
            baseline, dryYear: try DryYear(baseline, data: Repository.data()), measure: measure,
            pointCount: points, threads: threads
        ).run()
    }

    static let cases: [(name: String, measure: PlanMeasure)] = [
        ("policies-as-issued", .emissions), ("carbon-price-300", .emissions),
        ("carbon-price-300", .capacity), ("strict-rule-scarce", .shortfall),
        ("dry-yunnan", .droughtLoss),
    ]

    /// With rising cost and falling amounts the slope between two points lies between their
    /// marginal costs; this is convexity and the meaning of the marginal cost at once.
    @Test(
        "It falls, bends one way, and its slopes lie between the marginal costs", arguments: cases)
    func shape(_ name: String, _ measure: PlanMeasure) throws {
        let front = try Self.front(name, measure)
        #expect(front.status == .optimal)
        #expect(front.points.count == 8)
        let plan = try Repository.plan(name)
        #expect(
            agree(
                front.points[0].increment, plan.objective, relative: 1e-7, scale: 100))
        let least = try #require(front.leastAmount)
        let range = front.points[0].amount - least
        #expect(
            agree(front.points[7].amount, least, relative: 0, scale: 1)
                || front.points[7].amount - least <= 1e-5 * range)
        #expect(front.points[7].amount >= least - 1e-6 * max(1, abs(least)))
        let scale = front.points.map { abs($0.increment) }.max() ?? 1
        for (first, second) in zip(front.points, front.points.dropFirst()) {
            let step = first.amount - second.amount
            #expect(step > 0.9 * range / 7)
            let slope = (second.increment - first.increment) / step
            let rounding = 1e-6 * scale / step
            #expect(slope >= first.marginalCost - rounding)
            #expect(slope <= second.marginalCost + rounding)
            #expect(second.increment >= first.increment - 1e-7 * scale)
        }
        for point in front.points { #expect(point.certificate.isAccepted) }
    }

    private func least(
        _ baseline: Baseline, _ measure: MeasureCoefficients, to limit: Double
    ) throws -> (cost: Double, price: Double) {
        var scope = RelocationProblem.Scope()
        scope.additions = [.limit(measure, to: limit)]
        let problem = try RelocationProblem(baseline, scope: scope)
        let solution = try RelocationSolver().solve(problem)
        try #require(solution.status == .optimal)
        let row = try #require(problem.indexOfLimit[.total(measure.measure)])
        return (solution.objective, -solution.rowDuals[row])
    }

    @Test("The marginal cost of a tonne is what a tonne less costs", arguments: [-20.0, -70, -120])
    func finiteDifference(_ limit: Double) throws {
        let baseline = try Repository.baseline("policies-as-issued")
        let measure = MeasureCoefficients(
            .emissions, baseline: baseline, effects: MoveEffectTable(baseline),
            dryYear: try DryYear(baseline, data: Repository.data()))
        let step = 0.01
        let price = try least(baseline, measure, to: limit).price
        let dearer = try least(baseline, measure, to: limit - step).cost
        let cheaper = try least(baseline, measure, to: limit + step).cost
        let found = (dearer - cheaper) / (2 * step)
        #expect(price > 0)
        #expect(agree(price, found, relative: 1e-3), "\(price) against \(found)")
    }

    /// Two ways to the same plan: a limit on emissions, and a budget.
    @Test("The plan with the lowest emissions within a margin lies on the front")
    func alternativeOnFront() throws {
        let found = try Alternatives.of("carbon-price-300")
        let plan = try #require(found.alternatives.first { $0.goal == .lowestEmissions })
        let measure = MeasureCoefficients(
            .emissions, baseline: found.baseline, effects: MoveEffectTable(found.baseline),
            dryYear: found.dryYear)
        let cost = try least(found.baseline, measure, to: plan.figures.emissions).cost
        #expect(agree(cost, plan.figures.increment, relative: 1e-6))
    }

    @Test("Where the cheapest plan has the least already, it stands alone")
    func nothingToTrade() throws {
        let front = try Self.front("no-moves", .capacity)
        #expect(front.status == .optimal)
        #expect(front.points.count == 1)
        #expect(front.points[0].marginalCost == 0)
    }

    @Test("A scenario that no plan can meet has no front")
    func infeasible() throws {
        let front = try Self.front("no-certificates-hard", .emissions)
        #expect(front.status == .infeasible)
        #expect(front.points.isEmpty)
    }

    @Test("The same bytes with one thread and with three")
    func threads() throws {
        func bytes(_ threads: Int) throws -> [[UInt8]] {
            ParetoRecord(
                scenario: try Repository.scenario("carbon-price-300"), data: try Repository.data(),
                front: try Self.front("carbon-price-300", .emissions, points: 4, threads: threads)
            ).files().map(\.bytes)
        }
        #expect(try bytes(1) == bytes(3))
    }
}
