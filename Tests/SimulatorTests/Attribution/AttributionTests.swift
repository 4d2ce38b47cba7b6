import TestSupport
import Testing

@testable import Simulator

@Suite("The change between two scenarios is attributed to what differs in them")
struct AttributionTests {
    private typealias Loaded = (scenario: Scenario, inputs: ModelInputs)

    private func loaded(_ name: String, _ options: [String] = []) throws -> Loaded {
        let scenario = try Repository.scenario(name, options)
        return (scenario, try ModelInputs(data: Repository.data(), scenario: scenario))
    }

    private func coalitions(
        _ first: String, _ second: String, _ options: [String] = [],
        by grouping: InputGrouping = .group
    ) throws -> ScenarioCoalitions {
        ScenarioCoalitions(try loaded(first), try loaded(second, options), by: grouping)
    }

    private func run(
        _ first: Loaded, _ second: Loaded, by grouping: InputGrouping = .group,
        isPlanned: Bool = true, threads: Int = 2, orders: Int = 64, seed: UInt64 = 1
    ) throws -> Attribution {
        let run = try AttributionRun(
            first, second, by: grouping, data: Repository.data(), isPlanned: isPlanned,
            threads: threads, orderCount: orders, seed: seed)
        try run.check()
        return try run.run { _ in }
    }

    /// Every value that the run uses, by its address.
    private func substance(_ inputs: ModelInputs) -> String {
        inputs.effectiveValues.map { "\($0.address.written) = \($0.value)" }
            .joined(separator: "\n")
    }

    @Test(
        "No group is the first scenario, all groups the second, value by value",
        arguments: [
            ("policies-as-issued", "carbon-price-300"), ("dry-yunnan", "strict-rule-scarce"),
            ("weiqiao-dropped", "huolinguole-wind"), ("sichuan-hydro", "qinghai-datong"),
            ("green-premium", "physical-power-only"), ("no-moves", "fast-wind-solar"),
            ("dry-yunnan-staying", "licence-paid"),
            ("green-bases-open", "physical-by-2027-repaired"),
        ])
    func ends(_ first: String, _ second: String) throws {
        let data = try Repository.data()
        let (one, other) = (try loaded(first), try loaded(second))
        for grouping in InputGrouping.allCases {
            let coalitions = ScenarioCoalitions(one, other, by: grouping)
            #expect(!coalitions.groups.isEmpty)
            let start = try ModelInputs(data: data, scenario: coalitions.scenario(0))
            #expect(substance(start) == substance(one.inputs))
            let end = try ModelInputs(
                data: data, scenario: coalitions.scenario(coalitions.whole))
            #expect(substance(end) == substance(other.inputs))
            #expect(substance(start) != substance(end))
        }
    }

    @Test("Where B is silent and A sets a value, the value of the tables comes back")
    func silence() throws {
        let coalitions = try coalitions("carbon-price-300", "policies-as-issued")
        #expect(coalitions.groups.map(\.name) == ["carbon"])
        let inputs = try ModelInputs(
            data: Repository.data(), scenario: coalitions.scenario(coalitions.whole))
        let value = try #require(
            inputs.effectiveValues.first {
                $0.address == ScenarioAddress("carbon.price", year: 2027)
            })
        guard case .table = value.origin else {
            Issue.record("\(value.origin)")
            return
        }
    }

    @Test("Groups are subjects; with single keys each is its own")
    func groups() throws {
        let options = ["hosting.CN-YN=1", "pace.national=2", "freight.ingot=100"]
        #expect(
            try coalitions("policies-as-issued", "carbon-price-300", options).groups.map(\.name)
                == ["carbon", "relocation_costs", "relocation_limits"])
        #expect(
            try coalitions("policies-as-issued", "carbon-price-300", options, by: .key)
                .groups.map(\.name)
                == [
                    "carbon.price", "carbon.coverage.captive_coal", "carbon.coverage.grid",
                    "freight.ingot", "hosting", "pace.national",
                ])
    }

    @Test("A value that restates the tables is no difference")
    func restatement() throws {
        let coalitions = try coalitions(
            "policies-as-issued", "policies-as-issued", ["accounting.rule=credited"])
        #expect(coalitions.groups.isEmpty)
    }

    @Test("Smelters and transfers stay together where both differ, so that every scenario is whole")
    func fleet() throws {
        let data = try Repository.data()
        let drop = "transfers.drop=[weiqiao-yunnan-2027]"
        let smelter = "shandong-weiqiao-zhanhua"
        for options in [
            ["smelters.remove=[\(smelter)]", drop],
            ["smelters.change.\(smelter).capacity=0.1", drop],
        ] {
            let coalitions = try coalitions(
                "policies-as-issued", "policies-as-issued", options)
            #expect(coalitions.groups.map(\.name) == ["smelters_and_transfers"])
            _ = try Baseline(
                ModelInputs(data: data, scenario: coalitions.scenario(coalitions.whole)))
        }
        #expect(
            try coalitions(
                "policies-as-issued", "policies-as-issued",
                ["smelters.change.\(smelter).movable_share=0.1", drop]
            ).groups.map(\.name) == ["transfers", "smelters"])
    }

    @Test("A scenario in between whose inputs contradict each other is named")
    func contradiction() throws {
        let run = try AttributionRun(
            loaded("policies-as-issued", ["quotas.value.CN-YN.2027=95"]),
            loaded("policies-as-issued", ["quotas.shift.CN-YN.2027=9"]), by: .key,
            data: Repository.data(), isPlanned: true, threads: 2)
        do {
            try run.check()
            Issue.record("no refusal")
        } catch let rejected as InputRejected {
            let message = rejected.findings[0].message.rendered(in: .english)
            #expect(message.hasPrefix("A with quotas.shift as in B: "), "\(message)")
        }
    }

    // MARK: - Parts

    @Test("Parts add up to the change of every result, and equal plans at the ends")
    func efficiency() throws {
        let (first, second) = (try loaded("dry-yunnan"), try loaded("strict-rule-scarce"))
        let attribution = try run(first, second)
        #expect(attribution.scenarioCount == 16)
        #expect(attribution.changes.count > 40)
        for change in attribution.changes {
            let size = max(abs(change.first), abs(change.second), 1)
            #expect(abs(change.residual) < 1e-9 * size, "\(change.quantity.name)")
        }
        let increment = try #require(attribution.change(.increment, year: nil))
        #expect(increment.first == (try Repository.plan("dry-yunnan")).objective)
        #expect(increment.second == (try Repository.plan("strict-rule-scarce")).objective)
        let emissions = try #require(attribution.change(.headline(.emissions), year: 2027))
        let split = try #require(attribution.emissionSplit(year: 2027))
        #expect(abs(split.change - emissions.change) < 1e-9)
    }

    @Test("Two causes: the mean of what each does first and last, by hand")
    func byHand() throws {
        let options = ["hydrology.CN-YN.2027=0.7", "carbon.price=200"]
        func output(_ options: [String]) throws -> Double {
            let outcome = Outcome.withoutPlan(
                try Repository.baseline("carbon-price-300", options))
            return try #require(
                HeadlineQuantity.cost.value(outcome, ResultTable(outcome), year: 3))
        }
        let (none, both) = (try output([]), try output(options))
        let (dry, cheap) = (try output([options[0]]), try output([options[1]]))
        let attribution = try run(
            loaded("carbon-price-300"), loaded("carbon-price-300", options), isPlanned: false)
        let cost = try #require(attribution.change(.headline(.cost), year: 2027))
        #expect(attribution.coalitions.groups.map(\.name) == ["hydrology", "carbon"])
        #expect(agree(cost.shares.shares[0], ((dry - none) + (both - cheap)) / 2))
        #expect(agree(cost.shares.shares[1], ((cheap - none) + (both - dry)) / 2))
    }

    @Test("A difference without effect has no part; the same scenario has no groups")
    func withoutEffect() throws {
        let options = ["certificates.limit=5000", "hydrology.CN-YN=0.8"]
        let attribution = try run(
            loaded("policies-as-issued"), loaded("policies-as-issued", options),
            isPlanned: false)
        #expect(attribution.coalitions.groups.map(\.name) == ["hydrology", "certificates"])
        for change in attribution.changes where change.quantity != .headline(.certificatePrice) {
            #expect(abs(change.shares.shares[1]) < 1e-9, "\(change.quantity.name)")
        }
        let same = try run(loaded("dry-yunnan"), loaded("dry-yunnan"))
        #expect(same.coalitions.groups.isEmpty && same.changes.allSatisfy { $0.change == 0 })
    }

    @Test("More than ten groups are sampled: sums stay exact, the same whatever the threads")
    func sampled() throws {
        let options = [
            "hydrology.CN-YN=0.8", "growth.wind.CN-NM=20", "utilisation.CN-SD=90",
            "power_prices.grid.CN-YN=420", "quotas.shift=3", "accounting.rule=location",
            "certificates.price=9", "carbon.price=200", "hosting.CN-YN=2", "freight.ingot=300",
            "planning.quota_follows=stricter", "transfers.drop=[weiqiao-yunnan-2027]",
        ]
        let (first, second) = (
            try loaded("policies-as-issued"), try loaded("policies-as-issued", options)
        )
        let one = try run(first, second, isPlanned: false, threads: 1, orders: 8)
        let two = try run(first, second, isPlanned: false, threads: 3, orders: 8)
        #expect(one.orderCount == 8 && one.coalitions.groupCount == 12)
        #expect(one.csv.text == two.csv.text)
        for change in one.changes {
            let size = max(abs(change.first), abs(change.second), 1)
            #expect(abs(change.residual) < 1e-9 * size, "\(change.quantity.name)")
            #expect(change.shares.standardErrors.allSatisfy { $0 >= 0 })
        }
        let other = try run(first, second, isPlanned: false, orders: 8, seed: 2)
        #expect(other.csv.text != one.csv.text)
    }

    // MARK: - Refusals

    @Test("Different years are refused")
    func differentYears() throws {
        #expect(throws: AttributionRefusal.self) {
            try run(
                loaded("policies-as-issued"),
                loaded("policies-as-issued", ["horizon.last_year=2026"]))
        }
    }

    @Test("A scenario in between without a plan is named; nothing is attributed")
    func infeasible() throws {
        let second = try loaded(
            "policies-as-issued", ["certificates.limit=0", "planning.mode=hard"])
        do {
            _ = try run(loaded("policies-as-issued"), second)
            Issue.record("no refusal")
        } catch AttributionRefusal.infeasible(let coalition) {
            #expect(coalition.english == "B itself")
        }
        // Each by itself has a plan; both together have none.
        let mixed = (try loaded("no-certificates-hard", ["certificates.limit=5000"]))
        do {
            _ = try run(mixed, loaded("no-certificates-hard", ["planning.mode=soft"]))
            Issue.record("no refusal")
        } catch AttributionRefusal.infeasible(let coalition) {
            #expect(coalition.english == "A with certificates as in B")
            #expect(coalition.chinese.contains("绿证"))
        }
    }
}
