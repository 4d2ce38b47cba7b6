import Simulator
import TestSupport
import Testing

@Suite("Scenarios show what they are shipped for")
struct ReasonedScenarioTests {
    @Test("Green moves of more than 0.5 Mt under a carbon price")
    func greenMoves() throws {
        for name in ["carbon-price-300", "green-bases-open"] {
            let plan = try Repository.plan(name)
            #expect(plan.movedCapacity > 0.5)
            let greener = plan.moves.filter { $0.reason.label == .greenerPower }
            #expect(greener.reduce(0) { $0 + $1.move.capacity } > 0.5)
            #expect(plan.moves.reduce(0) { $0 + $1.emissionEffect } < 0)
        }
    }

    @Test("Where a licence must be paid nothing moves, and the plan says what it would take")
    func nothingMoves() throws {
        let plan = try Repository.plan("licence-paid")
        #expect(plan.moves.isEmpty)
        let first = try #require(plan.firstMove)
        #expect(first.obstacle == nil)
        let nearest = try #require(first.nearest)
        #expect(nearest.lacks > 0)
        guard case .paysFrom(let price, _, _)? = first.carbonPriceOnAll else {
            Issue.record("a carbon price on all emissions makes a move pay")
            return
        }
        let coverage = ["carbon.coverage.captive_coal=true", "carbon.coverage.grid=true"]
        let above = try Repository.plan(
            "licence-paid", coverage + ["carbon.price=\(price + 1)"])
        let below = try Repository.plan(
            "licence-paid", coverage + ["carbon.price=\(price - 1)"])
        #expect(!above.moves.isEmpty, "just above \(price) a move pays")
        #expect(below.moves.isEmpty, "just below \(price) none does")
    }

    @Test(
        "What stands in the way of any move is named",
        arguments: [
            ("hosting.all=0", FirstMove.Obstacle.noRoom), ("pace.national=0", .noPace),
            ("planning.lead_time=3", .noTime),
        ])
    func obstacles(_ option: String, _ obstacle: FirstMove.Obstacle) throws {
        let plan = try Repository.plan("policies-as-issued", [option])
        #expect(plan.moves.isEmpty)
        #expect(plan.firstMove?.obstacle == obstacle)
    }

    @Test("In dry years the planned moves to Yunnan are worse than staying; in normal years better")
    func dryYunnan() throws {
        func presentValue(_ name: String, _ options: [String] = []) throws -> Double {
            let outcome = Outcome.withoutPlan(try Repository.baseline(name, options))
            var total = 0.0
            var discount = 1.0
            for year in 1..<outcome.inputs.yearCount {
                discount /= 1 + outcome.inputs.parameters[.discountRate]
                for province in 0..<outcome.inputs.provinceCount {
                    total += discount * outcome.province[province, year].cost.total
                }
            }
            return total
        }
        let drop = "transfers.drop=[weiqiao-yunnan-2026, weiqiao-yunnan-2027]"
        let dry = try presentValue("dry-yunnan") - presentValue("dry-yunnan-staying")
        let normal =
            try presentValue("carbon-price-300") - presentValue("carbon-price-300", [drop])
        #expect(dry > 500, "moving costs \(dry) million CNY more in dry years")
        #expect(normal < -300, "moving saves \(-normal) million CNY in normal years")
        let moved = Outcome.withoutPlan(try Repository.baseline("dry-yunnan"))
        let stayed = Outcome.withoutPlan(try Repository.baseline("dry-yunnan-staying"))
        #expect(
            moved.province.values.reduce(0) { $0 + $1.output }
                < stayed.province.values.reduce(0) { $0 + $1.output })
    }

    @Test("An impossible target is proved impossible, and what fails is named")
    func infeasible() throws {
        let plan = try Repository.plan("no-certificates-hard")
        #expect(plan.status == .infeasible)
        #expect(!plan.failedLimits.isEmpty)
        let soft = try Repository.plan("no-certificates-hard", ["planning.mode=soft"])
        #expect(soft.status == .optimal)
        let ceiling = try Repository.plan(
            "policies-as-issued", ["planning.capacity_ceiling=45"])
        #expect(ceiling.status == .infeasible)
        guard case .capacityCeiling? = ceiling.failedLimits.first?.limit else {
            Issue.record("the ceiling is named, not \(ceiling.failedLimits)")
            return
        }
        #expect(agree(ceiling.failedLimits.first?.amount ?? 0, 0.44, relative: 0.02))
    }
}
