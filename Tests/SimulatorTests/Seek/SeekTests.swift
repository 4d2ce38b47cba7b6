import TestSupport
import Testing

@testable import Simulator

@Suite("A search finds what gives a result its target, or says that it found nothing")
struct SeekTests {
    private func seek(
        _ name: String, _ target: String, _ varying: [String], _ options: [String] = [],
        isPlanned: Bool = true, threads: Int = 2
    ) throws -> SeekResult {
        let (scenario, target, levers) = try SeekReader.read(
            name, options: options, target: target, varying: varying, isPlanned: isPlanned,
            data: Repository.data(), library: Repository.library)
        return try SeekRun(
            scenario: scenario, target: target, levers: levers, data: Repository.data(),
            isPlanned: isPlanned, threads: threads
        ).run { _ in }
    }

    private func answer(_ result: SeekResult) throws -> SeekPoint {
        guard case .reached(let point) = result.outcome else {
            Issue.record("\(result.outcome)")
            throw SeekFailed()
        }
        return point
    }

    private struct SeekFailed: Error {}

    /// The options that say an answer on the command line.
    private func options(_ result: SeekResult, _ point: SeekPoint) -> [String] {
        zip(result.levers, point.values).compactMap { lever, value in
            value.map { "\(lever.key)=\(DecimalText.exact($0))" }
        }
    }

    @Test("A plan with the answer's option has the target")
    func verified() throws {
        let result = try seek("carbon-price-300", "emissions[2027]=380", ["carbon_price=0:400"])
        let point = try answer(result)
        let plan = try Repository.plan("carbon-price-300", options(result, point))
        #expect(plan.status == .optimal)
        let emissions = try #require(
            HeadlineQuantity.emissions.value(plan.outcome, ResultTable(plan.outcome), year: 3))
        #expect(abs(emissions - 380) <= result.tolerance)
        #expect(emissions == point.result)
        #expect(result.record?.plan?.objective == plan.objective)
    }

    @Test("The answer nearest to the scenario's own value is taken, from either side")
    func nearest() throws {
        // The share rises and falls with the price of carbon, and is met on both sides.
        let low = try answer(
            try seek("carbon-price-300", "green_share[2027]=46%", ["carbon_price"]))
        let value = try #require(low.values[0])
        #expect(value > 50 && value < 300)
        let high = try answer(
            try seek("carbon-price-300", "green_share[2027]=46.6%", ["carbon_price"]))
        #expect(try #require(high.values[0]) > 300)
    }

    @Test("A target that is met along a whole stretch is met at the near end of it")
    func plateau() throws {
        let result = try seek(
            "strict-rule-scarce", "shortfall[2027]=0", ["certificates.limit=0:300"])
        let point = try answer(result)
        let value = try #require(point.values[0])
        #expect(point.result == 0)
        // A little less does not do.
        let less = try Repository.plan(
            "strict-rule-scarce", ["certificates.limit=\(value * 0.999)"])
        #expect((less.outcome.bindingShortfall(year: 3) ?? 0) > 0.01)
    }

    @Test("A scenario that is there already needs no change")
    func alreadyThere() throws {
        let result = try seek("dry-yunnan", "shortfall[2027]=0", ["carbon_price"])
        guard case .alreadyThere = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(result.points.count == 1)
    }

    @Test("Out of reach: which side, the nearest, and the way it goes")
    func outOfReach() throws {
        let result = try seek(
            "carbon-price-300", "green_share[2027]=90%", ["carbon_price=0:1000"])
        guard case .notFound(let nearest?) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(nearest.result == result.points.compactMap(\.result).max())
        #expect(
            result.observations.map(\.identifier).prefix(2) == [
                "seek.notFoundAbove", "seek.nearest",
            ])
        #expect(result.observations.last?.identifier == "seek.noProof")
        let flat = try seek("policies-as-issued", "output[2024]=40", ["carbon_price=0:100"])
        #expect(
            flat.observations.map(\.identifier)
                == ["seek.notFoundFlat", "seek.nearest", "seek.flat", "seek.noProof"])
    }

    @Test("Settings without a plan have no result and are counted")
    func withoutPlan() throws {
        let result = try seek(
            "no-certificates-hard", "moved=3", ["certificates.limit=0:40"])
        let failed = result.points.filter { $0.status == .infeasible }
        #expect(!failed.isEmpty && failed.allSatisfy { $0.result == nil })
        guard case .notFound = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(result.observations.contains { $0.identifier == "seek.noPlanAt" })
    }

    @Test("Where the result jumps over the target, both sides are told")
    func jump() throws {
        // Whole potlines come and go at once.
        let data = try Repository.data()
        let (scenario, target, levers) = try SeekReader.read(
            "policies-as-issued", options: [], target: "emissions[2027]=1",
            varying: ["carbon_price"],
            isPlanned: false, data: data, library: Repository.library)
        let evaluation = SeekEvaluation(
            scenario: scenario, target: target, levers: levers, data: data, isPlanned: false,
            threads: 1, tell: { _ in })
        // A line whose setting is one of two.
        let line = SeekLine(
            evaluation: evaluation, values: { [$0 < 0.3 ? nil : 100_000] },
            grid: [0, 0.25, 0.5, 1], origin: 0)
        guard case .none = try line.search() else {
            Issue.record("emissions do not depend on the price in a projection")
            return
        }
        let cost = try SeekReader.read(
            "policies-as-issued", options: [], target: "cost[2027]=300", varying: ["carbon_price"],
            isPlanned: false, data: data, library: Repository.library
        )
        let costs = SeekEvaluation(
            scenario: scenario, target: cost.target, levers: cost.levers, data: data,
            isPlanned: false, threads: 1, tell: { _ in })
        let step = SeekLine(
            evaluation: costs, values: { [$0 < 0.3 ? 0 : 100_000] }, grid: [0, 0.25, 0.5, 1],
            origin: 0)
        guard case .jump(let place, let near, let far) = try step.search() else {
            Issue.record("no jump")
            return
        }
        #expect(abs(place - 0.3) < 1e-6)
        #expect((near.result ?? .infinity) < 300 && (far.result ?? 0) > 300)
    }

    // MARK: - Several levers

    @Test("Several levers reach the target with no more change than the best of them alone")
    func several() throws {
        let result = try seek(
            "carbon-price-300", "cost[2027]=360",
            ["carbon_price=0:600", "power_prices.grid.CN-NM=200:600"], isPlanned: false)
        let point = try answer(result)
        #expect(abs((point.result ?? 0) - 360) <= result.tolerance)
        #expect(point.values.allSatisfy { $0 != nil })
        let alone = result.alone.compactMap { $0.map(result.distance) }
        #expect(!alone.isEmpty)
        #expect(result.distance(point) < alone.min() ?? 0)
    }

    @Test("The least change of a linear result is its closed form")
    func closedForm() throws {
        // Without a plan the cost of a year is linear in its prices: the least change goes along
        // the gradient in units of the scales. Prices of one year, since a lever that stands for
        // years with different values starts from none of them.
        let varying = ["carbon.price.2027=0:600", "power_prices.captive_coal.CN-SD.2027=200:600"]
        let result = try seek(
            "carbon-price-300", "cost[2027]=370", varying, isPlanned: false)
        let point = try answer(result)
        func cost(_ options: [String]) throws -> Double {
            let outcome = Outcome.withoutPlan(try Repository.baseline("carbon-price-300", options))
            return try #require(
                HeadlineQuantity.cost.value(outcome, ResultTable(outcome), year: 3))
        }
        let starts = result.levers.map(\.start)
        let start = try cost(zip(result.levers, starts).map { "\($0.key)=\($1)" })
        var squares = 0.0
        for (index, lever) in result.levers.enumerated() {
            var moved = starts
            moved[index] += lever.scale / 10
            let slope =
                (try cost(zip(result.levers, moved).map { "\($0.key)=\($1)" }) - start) * 10
            squares += slope * slope
        }
        let least = (370 - start) * (370 - start) / squares
        #expect(agree(result.distance(point), least, relative: 1e-3, scale: 0))
    }

    @Test("The same settings in the same order with one thread or three")
    func threads() throws {
        let varying = ["carbon_price=100:400", "hosting.CN-YN.2027=0:4"]
        let texts = try [1, 3].map {
            try seek("carbon-price-300", "emissions[2027]=350", varying, threads: $0).csv.text
        }
        #expect(texts[0] == texts[1])
    }
}
