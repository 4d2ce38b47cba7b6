import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Simulator

@Suite("Draws are planned as any scenario is")
struct DrawPlannerTests {
    /// Scenarios that between them use every term of the problem.
    private static let perturbedScenarios: [(name: String, options: [String])] = [
        ("policies-as-issued", []), ("carbon-price-300", []), ("strict-rule-scarce", []),
        ("carbon-price-300", ["planning.quota_follows=stricter"]),
        ("carbon-price-300", ["planning.replacement_ratio=1.25", "planning.capital_budget=5000"]),
        ("carbon-price-300", ["planning.emission_cap.2027=342"]),
        ("policies-as-issued", ["planning.national_clean_share.2027=33"]),
        ("green-bases-open", ["relocation.pay_permit=true"]), ("no-moves", []),
    ]

    private func expectSame(
        _ drawn: DrawPlan, _ plan: Plan, _ comment: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(drawn.status == plan.status, comment, sourceLocation: sourceLocation)
        guard plan.status == .optimal else { return }
        #expect(
            agree(drawn.objective ?? .nan, plan.objective, relative: 1e-8), comment,
            sourceLocation: sourceLocation)
        #expect(
            largestDifference(drawn.moves, plan.outcome.decisions.moves) <= 1e-5, comment,
            sourceLocation: sourceLocation)
        guard let outcome = drawn.outcome else {
            Issue.record("no outcome", sourceLocation: sourceLocation)
            return
        }
        for year in 0..<plan.inputs.yearCount {
            for province in 0..<plan.inputs.provinceCount {
                let own = outcome.province[province, year]
                let other = plan.outcome.province[province, year]
                #expect(
                    agree(own.cost.total, other.cost.total, relative: 1e-6, scale: 1e3), comment,
                    sourceLocation: sourceLocation)
                #expect(
                    agree(own.shortfall, other.shortfall, relative: 1e-5), comment,
                    sourceLocation: sourceLocation)
            }
        }
    }

    /// Mt/yr.
    private func largestDifference(_ first: [ChosenMove], _ second: [ChosenMove]) -> Double {
        struct Place: Hashable {
            let smelter: Int
            let destination: Int
            let year: Int
        }
        var amounts: [Place: Double] = [:]
        for (moves, sign) in [(first, 1.0), (second, -1.0)] {
            for move in moves {
                let place = Place(
                    smelter: move.smelter, destination: move.destination, year: move.year)
                amounts[place, default: 0] += sign * move.capacity
            }
        }
        return amounts.values.reduce(0) { max($0, abs($1)) }
    }

    @Test("Every shipped scenario, as it stands", arguments: Repository.scenarioNames)
    func shipped(_ name: String) throws {
        let baseline = try Repository.baseline(name)
        let drawn = try DrawPlanner(baseline).plan(baseline)
        expectSame(drawn, try Planner(seeksRepairs: false).plan(baseline), "\(name)")
    }

    @Test("Inputs with many values moved at once", arguments: perturbedScenarios)
    func perturbedInputs(_ name: String, _ options: [String]) throws {
        let base = try Repository.baseline(name, options)
        let planner = try DrawPlanner(base)
        for seed in 1...6 {
            let baseline = try Baseline(perturbed(base.inputs, seed: seed))
            let drawn = try planner.plan(baseline)
            expectSame(
                drawn, try Planner(seeksRepairs: false).plan(baseline), "\(name), seed \(seed)")
        }
    }

    @Test("What is called optimal is certified", arguments: perturbedScenarios)
    func certified(_ name: String, _ options: [String]) throws {
        let base = try Repository.baseline(name, options)
        let planner = try DrawPlanner(base)
        for seed in 11...16 {
            let drawn = try planner.plan(Baseline(perturbed(base.inputs, seed: seed)))
            guard drawn.status == .optimal else { continue }
            let tolerance =
                drawn.start == .general
                ? PlanCertificate.tolerance : RelocationSolver.exactness
            #expect(drawn.certificate.isAccepted(within: tolerance), "\(name), seed \(seed)")
        }
    }

    @Test("Draws start from the base where that goes well")
    func mostStartFromTheBase() throws {
        let base = try Repository.baseline("carbon-price-300")
        let planner = try DrawPlanner(base)
        let starts = try (1...20).map {
            try planner.plan(Baseline(perturbed(base.inputs, seed: $0))).start
        }
        #expect(starts.filter { $0 == .base }.count > 10)
    }

    @Test("A plan depends on its draw alone, whatever the number of threads", arguments: [1, 2, 7])
    func threads(_ count: Int) throws {
        let base = try Repository.baseline("carbon-price-300")
        let planner = try DrawPlanner(base)
        let draws = try (1...14).map { try Baseline(perturbed(base.inputs, seed: $0)) }
        let alone = try draws.map { try DrawPlanner(base).plan($0) }
        let found = Mutex([Int: Result<DrawPlan, any Error>]())
        DispatchQueue.concurrentPerform(iterations: count) { thread in
            for index in stride(from: thread, to: draws.count, by: count).reversed() {
                let result = Result { try planner.plan(draws[index]) }
                found.withLock { $0[index] = result }
            }
        }
        for (index, expected) in alone.enumerated() {
            let plan = try #require(try found.withLock { $0[index] }?.get())
            #expect(plan.objective == expected.objective)
            #expect(plan.moves == expected.moves)
            #expect(plan.outcome?.decisions == expected.outcome?.decisions)
            #expect(plan.quotaPrices == expected.quotaPrices)
            #expect(plan.iterations == expected.iterations)
        }
    }

    @Test("A draw that no plan meets is infeasible, with a proof")
    func infeasible() throws {
        let base = try Repository.baseline("policies-as-issued", ["planning.mode=hard"])
        let planner = try DrawPlanner(base)
        var inputs = base.inputs
        for province in 0..<inputs.provinceCount {
            for year in 1..<inputs.yearCount where inputs.policy.quota[province, year] != nil {
                inputs.policy.quota[province, year] = 1
            }
        }
        let drawn = try planner.plan(Baseline(inputs))
        #expect(drawn.status == .infeasible)
        #expect(try #require(drawn.certificate.proofViolation) <= PlanCertificate.proofTolerance)
        #expect(drawn.outcome == nil)
        #expect(drawn.objective == nil)
        #expect(drawn.moves.isEmpty)
        // What was infeasible leaves no trace.
        #expect(try planner.plan(base).status == .optimal)
    }

    @Test(
        "Years one by one and whole potlines are left to the ordinary planner",
        arguments: ["planning.foresight=myopic", "planning.lines=whole"])
    func ordinary(_ option: String) throws {
        let baseline = try Repository.baseline("carbon-price-300", [option])
        let drawn = try DrawPlanner(baseline).plan(baseline)
        #expect(drawn.start == .planner)
        expectSame(drawn, try Planner(seeksRepairs: false).plan(baseline), "\(option)")
    }

    @Test("A province that only a draw opens is found", arguments: [1, 2])
    func opened(_ year: Int) throws {
        let base = try Repository.baseline("carbon-price-300")
        var closed = base.inputs
        let moves = try DrawPlanner(base).plan(base).moves
        let destination = try #require(moves.first).destination
        for later in 0..<min(closed.yearCount, closed.yearCount - 1 + year) {
            closed.relocation.hosting[destination, later] = 0
        }
        let planner = try DrawPlanner(Baseline(closed))
        expectSame(
            try planner.plan(base), try Planner(seeksRepairs: false).plan(base), "opened")
        // And the other way round: one that only the draw closes.
        let away = try Baseline(closed)
        expectSame(
            try DrawPlanner(base).plan(away), try Planner(seeksRepairs: false).plan(away),
            "closed")
    }

    @Test("Without room anywhere purchases are planned all the same")
    func noRoom() throws {
        var inputs = try Repository.baseline("policies-as-issued").inputs
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount { inputs.relocation.hosting[province, year] = 0 }
        }
        let baseline = try Baseline(inputs)
        let drawn = try DrawPlanner(baseline).plan(baseline)
        #expect(drawn.start != .general)
        expectSame(drawn, try Planner(seeksRepairs: false).plan(baseline), "no room")
    }
}
