import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("Plans for many futures")
struct RobustPlanTests {
    static let risks: [PlanningRisk] = [
        .expected, .conditionalValueAtRisk(level: 0.5), .conditionalValueAtRisk(level: 0.9), .worst,
    ]
    static let names = ["policies-as-issued", "physical-power-only", "green-bases-open"]

    private func moves(_ plan: RobustPlan) -> [String: Double] {
        plan.moves.reduce(into: [:]) {
            $0["\($1.smelter) \($1.destination) \($1.year)"] = $1.capacity
        }
    }

    @Test("For one future it is the ordinary plan", arguments: names)
    func oneFuture(_ name: String) throws {
        let base = try Repository.baseline(name)
        let ordinary = try Planner(seeksRepairs: false).plan(base)
        for risk in [PlanningRisk.expected, .worst] {
            let robust = try RobustPlanner(risk: risk).plan(base: base, futures: [base])
            #expect(robust.status == .optimal)
            #expect(agree(robust.objective, ordinary.objective, relative: 1e-7))
            #expect(abs(robust.movedCapacity - ordinary.movedCapacity) < 1e-3)
            let value = try #require(robust.valueOfStochasticSolution)
            #expect(abs(value) <= 1e-7 * max(1, abs(robust.objective)))
        }
    }

    @Test("For copies of one future it is the ordinary plan")
    func copies() throws {
        let base = try Repository.baseline("physical-power-only")
        let ordinary = try Planner(seeksRepairs: false).plan(base)
        for risk in Self.risks {
            let robust = try RobustPlanner(risk: risk).plan(
                base: base, futures: Array(repeating: base, count: 5))
            #expect(agree(robust.objective, ordinary.objective, relative: 1e-7))
        }
    }

    /// The plain programs of the four futures side by side, moves tied together, solved by Clarabel
    /// through cvxpy: `Benchmarks/referee/two_stage.py`. Where futures meet in an epigraph it stops
    /// short of its tolerance, above the optimum.
    static let referee: [(risk: PlanningRisk, objective: Double, tolerance: Double)] = [
        (.expected, 10480.038000059898, 1e-9),
        (.conditionalValueAtRisk(level: 0.5), 18046.17314904091, 1e-7),
        (.worst, 31644.40568285362, 1e-6),
    ]

    @Test("Four futures: the extensive form by a foreign solver", arguments: referee.indices)
    func foreign(_ index: Int) throws {
        let expected = Self.referee[index]
        let base = try Repository.baseline("policies-as-issued")
        let plan = try RobustPlanner(risk: expected.risk).plan(
            base: base, futures: MadeFutures.make(base, count: 4))
        #expect(plan.status == .optimal)
        #expect(agree(plan.objective, expected.objective, relative: expected.tolerance))
        #expect(plan.objective <= expected.objective * (1 + 1e-9))
        if case .expected = expected.risk {
            let found = moves(plan)
            #expect(abs((found["5 8 3"] ?? 0) - 0.0450) < 2e-4)
            #expect(abs((found["26 8 3"] ?? 0) - 0.1500) < 2e-4)
            #expect(abs((found["27 8 3"] ?? 0) - 0.0644) < 2e-4)
            #expect(abs((found["28 8 3"] ?? 0) - 0.1199) < 2e-4)
        }
    }

    @Test("The order of futures changes their places only")
    func order() throws {
        let base = try Repository.baseline("policies-as-issued")
        let futures = try MadeFutures.make(base, count: 5, seed: 7)
        for risk in Self.risks {
            let forwards = try RobustPlanner(risk: risk).plan(base: base, futures: futures)
            let backwards = try RobustPlanner(risk: risk).plan(
                base: base, futures: futures.reversed())
            #expect(agree(forwards.objective, backwards.objective, relative: 1e-8))
            for (one, other) in zip(forwards.futures, backwards.futures.reversed()) {
                #expect(one.status == other.status)
                #expect(one.knownCost == other.knownCost)
            }
        }
    }

    @Test("Risk grows with caution, and both values are at least nothing", arguments: names)
    func values(_ name: String) throws {
        let base = try Repository.baseline(name)
        let futures = try MadeFutures.make(base, count: 6, seed: 11)
        var last = -Double.infinity
        for risk in Self.risks {
            let plan = try RobustPlanner(risk: risk).plan(base: base, futures: futures)
            #expect(plan.status == .optimal)
            let scale = 1e-6 * max(1, abs(plan.objective))
            #expect(plan.objective >= last - scale)
            last = plan.objective
            #expect(try #require(plan.valueOfStochasticSolution) >= -scale)
            #expect(try #require(plan.valueOfPerfectInformation) >= -scale)
            let costs = try #require(plan.costs)
            #expect(agree(costs.value(risk), plan.objective, relative: 1e-6))
            #expect(costs.mean <= costs.worstTenth + scale)
            #expect(costs.worstTenth <= costs.worst + scale)
        }
    }

    @Test("A future that cannot be met is named")
    func infeasibleFuture() throws {
        let base = try Repository.baseline(
            "policies-as-issued", ["planning.mode=hard"])
        var futures = Array(repeating: base, count: 3)
        var inputs = base.inputs
        for year in 1..<inputs.yearCount { inputs.market.certificateLimit[year] = 0 }
        for option in inputs.market.optionLimit.indices {
            for province in 0..<inputs.provinceCount {
                for year in 0..<inputs.yearCount {
                    inputs.market.optionLimit[option][province, year] = 0
                }
            }
        }
        futures[1] = try Baseline(inputs)
        let plan = try RobustPlanner(risk: .expected).plan(base: base, futures: futures)
        #expect(plan.status == .infeasible)
        #expect(plan.infeasibleFutures == [1])
        #expect(plan.futures[1].status == .infeasible)
    }

    /// A cap on emissions in the last year: 1000 Mt bind nothing, 340 Mt can be met by moves only.
    private func capped(_ base: Baseline, at megatonnes: Double) throws -> Baseline {
        var inputs = base.inputs
        inputs.relocation.emissionCap[inputs.yearCount - 1] = megatonnes
        return try Baseline(inputs)
    }

    @Test("Futures that today's plan cannot meet are named, and no value is made up")
    func todayFails() throws {
        let base = try capped(Repository.baseline("policies-as-issued"), at: 1000)
        let plan = try RobustPlanner(risk: .expected).plan(
            base: base, futures: [base, capped(base, at: 340)])
        #expect(plan.status == .optimal)
        let today = try #require(plan.today)
        #expect(today.failedFutures == [1] && today.risk == nil)
        #expect(plan.futures.map { $0.todayCost == nil } == [false, true])
        #expect(plan.futures.allSatisfy { $0.status == .solved })
        #expect(plan.valueOfStochasticSolution == nil)
    }

    @Test(
        "A future that needs moves and one that allows none have no common plan, though each has one",
        arguments: [true, false])
    func movesAtOdds(_ seeksPerfectInformation: Bool) throws {
        let base = try capped(Repository.baseline("policies-as-issued"), at: 1000)
        let closed = try capped(
            Repository.baseline("policies-as-issued", ["hosting=0"]), at: 1000)
        var planner = RobustPlanner(risk: .worst)
        planner.seeksPerfectInformation = seeksPerfectInformation
        let plan = try planner.plan(base: base, futures: [capped(base, at: 340), closed])
        #expect(plan.status == .infeasible)
        #expect(plan.infeasibleFutures.isEmpty && plan.moves.isEmpty && plan.certificate == nil)
        #expect(plan.futures.allSatisfy { $0.knownCost != nil && $0.cost == nil })
    }

    @Test("A limit that nothing can meet is a contradiction, and its future is named")
    func contradiction() throws {
        let base = try Repository.baseline("policies-as-issued")
        let stuck = try Repository.baseline(
            "policies-as-issued", ["hosting=0", "planning.capacity_ceiling=40"])
        let plan = try RobustPlanner(risk: .expected).plan(base: base, futures: [base, stuck])
        #expect(plan.status == .infeasible)
        #expect(plan.infeasibleFutures == [1])
    }

    @Test("What no robust plan can be made for is refused, all of it at once")
    func refusals() throws {
        let base = try Repository.baseline(
            "policies-as-issued", ["planning.lines=whole"])
        let planner = RobustPlanner(risk: .expected)
        let error = #expect(throws: InputRejected.self) {
            try planner.plan(base: base, futures: [], probabilities: [1])
        }
        #expect(
            error?.findings.map(\.message.identifier) == [
                "robust.noFutures", "robust.wholeLines", "robust.badProbabilities",
            ])
    }

    @Test("Nor for a scenario that is planned year by year")
    func yearByYear() throws {
        let base = try Repository.baseline("policies-as-issued", ["planning.foresight=myopic"])
        let error = #expect(throws: InputRejected.self) {
            try RobustPlanner(risk: .expected).plan(base: base, futures: [base])
        }
        #expect(error?.findings.map(\.message.identifier) == ["robust.yearByYear"])
    }

    @Test("Risk measures are read as they are written")
    func reading() {
        for risk in Self.risks { #expect(PlanningRisk(risk.name) == risk) }
        for text in ["", "cvar", "cvar:", "cvar:1", "cvar:0", "cvar:-1", "mean", "cvar:0.9:1"] {
            #expect(PlanningRisk(text) == nil, "\(text)")
        }
    }
}
