import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

/// Alternatives of shipped scenarios, each computed once.
enum Alternatives {
    static func search(
        _ name: String, _ options: [String] = [], within: CostMargin = .fraction(0.02),
        threads: Int = 2
    ) throws -> AlternativesSearch {
        let baseline = try Repository.baseline(name, options)
        return AlternativesSearch(
            baseline, dryYear: try DryYear(baseline, data: Repository.data()), margin: within,
            threads: threads)
    }

    static let names = ["policies-as-issued", "carbon-price-300", "strict-rule-scarce"]

    static func of(_ name: String) throws -> AlternativeSet {
        try #require(sets[name]).get()
    }

    private static let sets: [String: Result<AlternativeSet, any Error>] = Dictionary(
        uniqueKeysWithValues: names.map { name in
            (name, Result { try search(name).run() })
        })
}

@Suite("Near-optimal plans are within the margin and the best by their goals")
struct AlternativesTests {
    @Test("Every goal has its plan, and the cheapest is the plan's", arguments: Alternatives.names)
    func complete(_ name: String) throws {
        let found = try Alternatives.of(name)
        #expect(found.status == .optimal)
        #expect(found.alternatives.map(\.goal) == AlternativeGoal.allCases)
        let plan = try Repository.plan(name)
        let cheapest = try #require(found.cheapest)
        #expect(agree(cheapest.figures.increment, plan.objective, relative: 1e-7, scale: 100))
        #expect(cheapest.moves.count == plan.moves.count)
    }

    /// The projection prices the decisions by itself.
    @Test(
        "Each costs no more than the margin, as the projection prices it",
        arguments: Alternatives.names)
    func withinMargin(_ name: String) throws {
        let found = try Alternatives.of(name)
        let allowance = try #require(found.allowance)
        let increment = try #require(found.cheapest).figures.increment
        #expect(agree(allowance, 0.02 * abs(increment)))
        let rounding = 1e-7 * abs(increment)
        for plan in found.alternatives {
            let extra = found.extraCost(plan)
            #expect(extra <= allowance + rounding, "\(String(describing: plan.goal)): \(extra)")
            #expect(extra >= -rounding, "\(String(describing: plan.goal)): \(extra)")
        }
    }

    @Test("None of the others beats a plan at its own goal", arguments: Alternatives.names)
    func bestOfAll(_ name: String) throws {
        let found = try Alternatives.of(name)
        let all = found.alternatives + [try #require(found.cheapest)]
        for plan in found.alternatives {
            let goal = try #require(plan.goal)
            let own = goal.value(plan.figures)
            for other in all {
                #expect(
                    own <= goal.value(other.figures) + 1e-5 * max(1, abs(own)),
                    "\(goal) against \(String(describing: other.goal))")
            }
        }
    }

    @Test(
        "What is called proved meets its bound; no bound is above its plan",
        arguments: Alternatives.names)
    func bounds(_ name: String) throws {
        for plan in try Alternatives.of(name).alternatives {
            let goal = try #require(plan.goal)
            let value = goal.value(plan.figures)
            let bound = try #require(plan.bound)
            #expect(bound <= value + 1e-6 * max(1, abs(value)), "\(goal)")
            if plan.proof == .proved { #expect(value - bound <= 1e-3, "\(goal)") }
        }
    }

    @Test("Limits of stock, pace and hosting are kept", arguments: Alternatives.names)
    func limits(_ name: String) throws {
        for plan in try Alternatives.of(name).alternatives {
            let inputs = plan.outcome.inputs
            for (index, smelter) in inputs.smelters.enumerated() {
                let moved = plan.moves.filter { $0.smelter == index }
                    .reduce(0) { $0 + $1.capacity }
                #expect(moved <= smelter.movableShare * smelter.capacity + 1e-7)
            }
            for year in 1..<inputs.yearCount {
                for province in 0..<inputs.provinceCount {
                    let arrived = plan.moves.filter {
                        $0.destination == province && $0.year <= year
                    }.reduce(0) { $0 + $1.capacity }
                    let room =
                        inputs.relocation.hosting[province, year]
                        - plan.outcome.baseline.fleet.plannedArrivals(in: province, upTo: year)
                    #expect(arrived <= max(0, room) + 1e-7)
                }
            }
        }
    }

    @Test("With no margin there is the cheapest plan and nothing else")
    func noMargin() throws {
        let found = try Alternatives.search("policies-as-issued", within: .fraction(0)).run()
        let cheapest = try #require(found.cheapest)
        #expect(found.alternatives.count == AlternativeGoal.allCases.count)
        for plan in found.alternatives {
            #expect(plan.figures == cheapest.figures)
            #expect(plan.proof == .noMargin)
            #expect(plan.firstDifference == .none)
        }
    }

    @Test("A larger margin never makes a plan worse at its goal")
    func largerMargin() throws {
        var last: [AlternativeGoal: Double] = [:]
        for margin in [CostMargin.fraction(0.004), .fraction(0.02), .amount(500)] {
            let found = try Alternatives.search("policies-as-issued", within: margin).run()
            for plan in found.alternatives {
                let goal = try #require(plan.goal)
                let value = goal.value(plan.figures)
                if let before = last[goal] { #expect(value <= before + 1e-6, "\(goal)") }
                last[goal] = value
            }
        }
        // 500 million CNY pay for moving nothing at all, which costs 98 more than the cheapest.
        #expect(last[.fewestSmelters] == 0 && last[.leastCapacity] == 0)
    }

    @Test("A scenario that no plan can meet has no alternatives")
    func infeasible() throws {
        let found = try Alternatives.search("no-certificates-hard").run()
        #expect(found.status == .infeasible)
        #expect(found.cheapest == nil && found.alternatives.isEmpty && found.allowance == nil)
    }

    @Test("Where nothing may move, the plan that moves nothing is proved the least")
    func nothingMoves() throws {
        let found = try Alternatives.search("no-moves").run()
        for plan in found.alternatives {
            #expect(plan.moves.isEmpty)
            #expect(plan.proof == .proved, "\(String(describing: plan.goal))")
        }
    }

    @Test("The same bytes with one thread and with three")
    func threads() throws {
        func bytes(_ threads: Int) throws -> [[UInt8]] {
            let scenario = try Repository.scenario("dry-yunnan")
            let record = AlternativesRecord(
                scenario: scenario, data: try Repository.data(),
                found: try Alternatives.search("dry-yunnan", threads: threads).run())
            return record.files().map(\.bytes)
        }
        #expect(try bytes(1) == bytes(3))
    }

    @Test("Year by year and whole potlines are not for alternatives")
    func applies() throws {
        func applies(_ options: [String]) throws -> Bool {
            AlternativesSearch.applies(
                to: try Repository.baseline("policies-as-issued", options).inputs)
        }
        #expect(try applies([]))
        #expect(try !applies(["planning.foresight=myopic"]))
        #expect(try !applies(["planning.lines=whole"]))
    }

    @Test("A margin is a percentage or million CNY, and nothing else")
    func margins() {
        #expect(CostMargin("2%") == .fraction(0.02))
        #expect(CostMargin("0.5%") == .fraction(0.005))
        #expect(CostMargin("500") == .amount(500))
        #expect(CostMargin("0") == .amount(0))
        for text in ["", "%", "-1", "-1%", "nan", "inf", "2 %", "2%%", "two", "0x10", "1e999"] {
            #expect(CostMargin(text) == nil, "\(text)")
        }
        #expect(CostMargin.fraction(0.02).allowance(over: -5000) == 100)
        #expect(CostMargin.fraction(0.02).allowance(over: 0.1) == 0.02)
        #expect(CostMargin.amount(7).allowance(over: -5000) == 7)
    }
}
