import Simulator
import TestSupport
import Testing

/// Residuals, limits and the objective of myopic plans are checked in PlanTests, whose cases hold
/// some.
@Suite("Planning year by year knows each year only")
struct MyopicPlanTests {
    static let feasible = [
        "policies-as-issued", "carbon-price-300", "strict-rule-scarce", "green-bases-open",
        "dry-yunnan", "licence-paid", "physical-power-only", "green-premium",
    ]
    private static let myopic = "planning.foresight=myopic"

    @Test("What must be prepared years ahead is beyond it")
    func unprepared() throws {
        // All of 2027's need falls due at once, and moves are held by the pace of each year.
        #expect(try Repository.plan("physical-by-2027-repaired").status == .optimal)
        let myopic = try Repository.plan("physical-by-2027-repaired", [Self.myopic])
        #expect(myopic.status == .infeasible)
        #expect(myopic.repairs.isEmpty)
    }

    @Test("It is never cheaper than perfect foresight", arguments: feasible)
    func neverCheaper(_ name: String) throws {
        let perfect = try Repository.plan(name)
        let myopic = try Repository.plan(name, [Self.myopic])
        #expect(myopic.status == .optimal)
        let slack = 1e-7 * max(1, abs(perfect.objective))
        #expect(
            myopic.objective >= perfect.objective - slack,
            "\(myopic.objective) against \(perfect.objective)")
        #expect(myopic.fixedCost == perfect.fixedCost)
    }

    @Test("With one year to decide there is nothing to foresee", arguments: feasible)
    func oneYear(_ name: String) throws {
        let options = [
            "horizon.last_year=2025", "planning.lead_time=0", "planning.first_decision_year=2025",
        ]
        let perfect = try Repository.plan(name, options)
        let myopic = try Repository.plan(name, options + [Self.myopic])
        #expect(agree(perfect.objective, myopic.objective, relative: 1e-9, scale: 100))
        let (one, other) = (perfect.outcome.decisions.moves, myopic.outcome.decisions.moves)
        #expect(one.map(\.smelter) == other.map(\.smelter))
        #expect(one.map(\.destination) == other.map(\.destination))
        for (first, second) in zip(one, other) {
            #expect(agree(first.capacity, second.capacity, relative: 1e-5))
        }
        #expect(
            ResultTable(perfect.outcome).rows.count == ResultTable(myopic.outcome).rows.count)
    }

    /// What only 2027 knows.
    static let later = [
        "carbon.price.2027=900", "certificates.price.2027=300", "quotas.shift.all.2027=20",
        "power_prices.grid.CN-NM.2027=900", "certificates.limit.2027=10",
        "growth.solar.all.2027=60", "hydrology.CN-YN.2027=0.6",
        "green_supply.captive_wind_solar.limit.all.2027=9",
    ]

    @Test("What 2027 brings changes nothing that was decided before it", arguments: later)
    func laterYears(_ option: String) throws {
        let options = [Self.myopic, "planning.lead_time=0"]
        let plain = try Repository.plan("carbon-price-300", options)
        let changed = try Repository.plan("carbon-price-300", options + [option])
        let early = { (plan: Plan) in
            plan.outcome.decisions.moves.filter { $0.year < 3 }
        }
        #expect(early(plain) == early(changed))
        #expect(!early(plain).isEmpty)
        let (one, other) = (plain.outcome.decisions.purchases, changed.outcome.decisions.purchases)
        for year in 1...2 {
            for province in 0..<plain.inputs.provinceCount {
                #expect(
                    one.certificates[province, year] == other.certificates[province, year])
                for option in GreenOption.allCases {
                    #expect(
                        one.options[option.index][province, year]
                            == other.options[option.index][province, year])
                }
            }
        }
        #expect(plain.objective != changed.objective, "the change counts in 2027")
    }

    @Test("Perfect foresight does look ahead at the same change")
    func foresight() throws {
        let options = ["planning.lead_time=0"]
        let early = { (plan: Plan) in
            plan.outcome.decisions.moves.filter { $0.year < 3 }.reduce(0) { $0 + $1.capacity }
        }
        let plain = try Repository.plan("carbon-price-300", options)
        let changed = try Repository.plan("carbon-price-300", options + ["carbon.price.2027=900"])
        #expect(abs(early(plain) - early(changed)) > 1e-3)
    }

    @Test("The ledger closes and certificates of optimality are small", arguments: feasible)
    func ledger(_ name: String) throws {
        let plan = try Repository.plan(name, [Self.myopic])
        #expect(plan.outcome.fleet.ledger.largestImbalance < 1e-12)
        for entry in plan.outcome.fleet.ledger.entries { #expect(entry.closing >= 0) }
        for measure in [
            plan.certificate.primalResidual, plan.certificate.dualResidual, plan.certificate.gap,
        ] { #expect(try #require(measure) <= 1e-8) }
    }

    @Test("Limits known beforehand hold in the years after the decision too")
    func knownLimits() throws {
        // Room of 2027 below that of 2026: what 2026 fills, 2027 must still hold.
        let plan = try Repository.plan(
            "carbon-price-300", [Self.myopic, "hosting.CN-QH.2026=1.2", "hosting.CN-QH.2027=0.95"])
        let qinghai = try plan.inputs.province("CN-QH")
        let planned = plan.outcome.fleet.plannedArrivals(in: qinghai, upTo: 3)
        let chosen = plan.outcome.decisions.moves.filter { $0.destination == qinghai }
            .reduce(0) { $0 + $1.capacity }
        #expect(chosen <= 0.95 - planned + 1e-7)
        #expect(chosen > 0.01, "the limit is of use in this case")
        // A budget over all years is not spent twice.
        let frugal = try Repository.plan(
            "carbon-price-300", [Self.myopic, "planning.capital_budget=5000"])
        let spent = frugal.moves.reduce(0) {
            $0 + $1.move.capacity
                * frugal.inputs.relocation.newBuildCapital[$1.move.destination]
        }
        #expect(spent <= 5000 * (1 + 1e-7) && spent > 4900)
    }

    @Test("In hard mode the year that cannot be met makes the whole plan infeasible")
    func hard() throws {
        let plan = try Repository.plan(
            "no-certificates-hard", [Self.myopic])
        #expect(plan.status == .infeasible)
        #expect(try #require(plan.certificate.proofViolation) <= 1e-6)
        #expect(!plan.failedLimits.isEmpty)
    }

    @Test("Shadow prices of each year are there, each limit once")
    func prices() throws {
        let plan = try Repository.plan("carbon-price-300", [Self.myopic])
        let quotas = plan.shadowPrices.filter { $0.kind == .quota }
        #expect(Set(quotas.compactMap(\.year)) == [1, 2, 3])
        struct Place: Hashable {
            let kind: ShadowPrice.Kind
            let province: Int?
            let smelter: Int?
            let option: GreenOption?
            let year: Int?
        }
        let places = plan.shadowPrices.map {
            Place(
                kind: $0.kind, province: $0.province, smelter: $0.smelter, option: $0.option,
                year: $0.year)
        }
        #expect(Set(places).count == places.count)
    }
}
