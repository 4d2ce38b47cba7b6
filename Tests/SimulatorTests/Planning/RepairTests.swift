import Simulator
import TestSupport
import Testing

@Suite("What mends an infeasible plan")
struct RepairTests {
    /// Scenarios without a feasible plan, with the options that make them so.
    static let infeasible: [(name: String, options: [String])] = [
        ("no-certificates-hard", []),
        ("physical-by-2027", []),
        ("physical-by-2027", ["green_supply.green_trade_local.limit=12"]),
        ("policies-as-issued", ["planning.emission_cap.2027=330"]),
        ("policies-as-issued", ["planning.capacity_ceiling=45"]),
        ("strict-rule-scarce", ["planning.mode=hard"]),
        // Quotas that may be missed at their price need no repair.
        ("policies-as-issued", ["planning.capacity_ceiling=45", "certificates.limit=0"]),
        ("policies-as-issued", ["planning.emission_cap.2027=300", "certificates.limit=0"]),
        // Certificates may meet a share of what is left of a quota.
        ("policies-as-issued", ["planning.mode=hard", "certificates.max_share=30"]),
        ("physical-by-2027", ["planning.quota_follows=stricter"]),
        // Planned moves and arrivals above pace and hosting.
        ("policies-as-issued", ["planning.emission_cap.2027=305", "pace.national=0.1"]),
        ("policies-as-issued", ["planning.emission_cap.2027=305", "hosting=0.5"]),
        // The first changes of moves that are found are more than it takes.
        (
            "policies-as-issued",
            ["planning.emission_cap.2027=305", "hosting=0.7", "pace.national=0.1"]
        ),
        // Years in which a series follows the one before.
        (
            "physical-by-2027",
            ["horizon.last_year=2028", "horizon.extend=hold"]
        ),
        (
            "physical-by-2027",
            ["quotas.factor.CN-SD.2027=1.2", "quotas.shift.CN-SD.2027=-2", "pace.national=1"]
        ),
    ]

    private func options(_ repair: Repair, _ inputs: ModelInputs, part: Double) -> [String] {
        repair.steps.map {
            "\($0.address(inputs).written)=\(DecimalText.exact($0.value(part: part)))"
        }
    }

    @Test(
        "A repair set in the scenario solves it at the cost named; 99 % of it does not",
        arguments: infeasible.indices)
    func repairs(_ index: Int) throws {
        let (name, given) = Self.infeasible[index]
        let plan = try Repository.plan(name, given)
        #expect(plan.status == .infeasible)
        try check(plan, name, given)
    }

    private func check(_ plan: Plan, _ name: String, _ given: [String]) throws {
        try #require(!plan.repairs.isEmpty)
        for repair in plan.repairs {
            checkSteps(of: repair, plan.inputs)
            #expect(repair.isLeast, "\(repair.means)")
            let mended = try replanned(name, given + options(repair, plan.inputs, part: 1))
            #expect(mended.status == .optimal, "\(repair.means)")
            #expect(agree(mended.objective, repair.objective, relative: 1e-7))
            let almost = try replanned(name, given + options(repair, plan.inputs, part: 0.99))
            #expect(almost.status == .infeasible, "\(repair.means)")
        }
        let costs = plan.repairs.map(\.cost)
        #expect(costs == costs.sorted())
    }

    @Test("Where neither more green supply nor more moves suffice, both together are sought")
    func together() throws {
        // A cap that is below what electrodes and the output of a fleet that stays emit; a move
        // that closes more than it opens takes output with it.
        let name = "policies-as-issued"
        let given = ["planning.emission_cap.2027=68", "planning.replacement_ratio=1.25"]
        let plan = try Repository.plan(name, given)
        #expect(plan.status == .infeasible)
        #expect(plan.repairs.map(\.means) == [[.requirements], [.greenSupply, .moves]])
        try check(plan, name, given)
    }

    private func replanned(_ name: String, _ options: [String]) throws -> Plan {
        try Planner(seeksRepairs: false).plan(Repository.baseline(name, options))
    }

    /// It changes only what its means allow, each value once, and always to relax it.
    private func checkSteps(of repair: Repair, _ inputs: ModelInputs) {
        #expect(repair.steps.contains { $0.from != $0.to })
        if inputs.policy.mode == .soft {
            #expect(
                !repair.steps.contains { if case .quota = $0.target { true } else { false } })
        }
        let keys = repair.steps.map { $0.address(inputs).written }
        #expect(Set(keys).count == keys.count)
        for step in repair.steps where step.from != step.to {
            switch step.target {
            case .quota, .nationalCleanShare:
                #expect(repair.means.contains(.requirements))
                #expect(step.to < step.from)
            case .emissionCap, .capacityCeiling:
                #expect(repair.means.contains(.requirements))
                #expect(step.to > step.from)
            case .relaxation(.greenOption), .relaxation(.certificates):
                #expect(repair.means.contains(.greenSupply))
                #expect(step.to > step.from)
            case .relaxation:
                #expect(repair.means.contains(.moves))
                #expect(step.to > step.from)
            }
        }
    }

    @Test("A feasible plan has no repairs")
    func feasible() throws {
        #expect(try Repository.plan("policies-as-issued").repairs.isEmpty)
    }
}
