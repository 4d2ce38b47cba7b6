import Simulator
import TestSupport
import Testing

@Suite("Plans can be believed")
struct PlanTests {
    /// Feasible shipped scenarios and some variants that use every term of the problem.
    static let cases: [(name: String, options: [String])] =
        Repository.feasibleScenarioNames.map { ($0, []) } + variants

    private static let variants: [(name: String, options: [String])] = [
        ("carbon-price-300", ["planning.quota_follows=stricter"]),
        ("carbon-price-300", ["planning.replacement_ratio=1.25"]),
        ("carbon-price-300", ["planning.emission_cap.2027=342"]),
        ("carbon-price-300", ["planning.capital_budget=5000"]),
        ("carbon-price-300", ["relocation.pay_permit=true"]),
        ("policies-as-issued", ["parameters.green_premium=2000"]),
        ("policies-as-issued", ["planning.national_clean_share.2027=33"]),
        ("policies-as-issued", ["green_pool.CN-YN=20", "green_pool.CN-QH=5"]),
        ("policies-as-issued", ["accounting.rule=clean", "accounting.grid_mix=all"]),
        ("policies-as-issued", ["certificates.max_share=10"]),
        ("policies-as-issued", ["hydrology.all=0.8", "carbon.price=200"]),
        ("policies-as-issued", ["planning.mode=hard"]),
        ("carbon-price-300", ["planning.foresight=myopic"]),
        ("strict-rule-scarce", ["planning.foresight=myopic", "planning.lead_time=0"]),
        ("green-bases-open", ["planning.foresight=myopic", "relocation.pay_permit=true"]),
    ]

    static let plans: [(title: String, Plan)] = cases.compactMap { name, options in
        (try? Repository.plan(name, options)).map {
            (([name] + options).joined(separator: " "), $0)
        }
    }

    private func plan(_ title: String) throws -> Plan {
        try #require(Self.plans.first { $0.title == title }?.1)
    }

    @Test(
        "Shipped scenarios that no plan meets are those said to be",
        arguments: Repository.infeasibleScenarioNames)
    func noPlan(_ name: String) throws {
        #expect(try Repository.plan(name).status == .infeasible)
    }

    @Test("Every case is solved")
    func everyCase() {
        #expect(Self.plans.count == Self.cases.count)
    }

    @Test("Residuals and gap are at most 1e-8", arguments: plans.map(\.title))
    func residuals(_ title: String) throws {
        let plan = try plan(title)
        #expect(plan.status == .optimal)
        #expect(try #require(plan.certificate.primalResidual) <= 1e-8)
        #expect(try #require(plan.certificate.dualResidual) <= 1e-8)
        #expect(try #require(plan.certificate.gap) <= 1e-8)
    }

    /// The projection knows nothing of the program: it prices the decisions by itself.
    @Test(
        "The objective is the cost the projection finds, plus what only the plan prices",
        arguments: plans.map(\.title))
    func objective(_ title: String) throws {
        let plan = try plan(title)
        let inputs = plan.inputs
        let rate = inputs.parameters[.discountRate]
        var increment = -plan.fixedCost
        var discount = 1.0
        for year in 1..<inputs.yearCount {
            discount /= 1 + rate
            for province in 0..<inputs.provinceCount {
                let sum = plan.outcome.province[province, year]
                increment += discount * (sum.cost.total + sum.cost.permitPayment)
                let weight = inputs.policy.shortfallWeight[province, year]
                let penalty = inputs.parameters[.quotaShortfallPenalty, province, year]
                let slope = inputs.parameters[.quotaShortfallPenaltySlope, province, year]
                increment +=
                    discount * weight
                    * (penalty * sum.shortfall + slope * sum.shortfall * sum.shortfall / 2)
            }
            increment += discount * adjustment(plan, year: year)
        }
        #expect(
            agree(increment, plan.objective, relative: 1e-7, scale: 100),
            "recomputed \(increment), solver \(plan.objective)")
    }

    private func adjustment(_ plan: Plan, year: Int) -> Double {
        let gamma = plan.inputs.parameters[.adjustmentCostGamma]
        var total = 0.0
        for (index, smelter) in plan.inputs.smelters.enumerated() {
            let moves = plan.outcome.decisions.moves.filter {
                $0.smelter == index && $0.year == year
            }
            let sum = moves.reduce(0) { $0 + $1.capacity }
            let squares = moves.reduce(0) { $0 + $1.capacity * $1.capacity }
            total += (gamma * sum * sum + gamma / 100 * squares) / 2 / smelter.capacity
        }
        return total
    }

    @Test("Stock, pace and hosting are kept", arguments: plans.map(\.title))
    func limits(_ title: String) throws {
        let plan = try plan(title)
        let inputs = plan.inputs
        let moves = plan.outcome.decisions.moves
        for (index, smelter) in inputs.smelters.enumerated() {
            let planned = inputs.transfers.filter { $0.smelter == index }
                .reduce(0) { $0 + $1.capacity }
            let moved = moves.filter { $0.smelter == index }
            let total = moved.reduce(0) { $0 + $1.capacity }
            #expect(
                total <= max(0, smelter.movableShare * smelter.capacity - planned) + 1e-7)
            for year in 1..<inputs.yearCount {
                let inYear = moved.filter { $0.year == year }.reduce(0) { $0 + $1.capacity }
                #expect(inYear <= inputs.parameters[.pacePerSmelter] * smelter.capacity + 1e-7)
            }
            for move in moved { #expect(move.destination != smelter.province) }
        }
        for year in 1..<inputs.yearCount {
            let planned = inputs.transfers.filter {
                $0.year == year && inputs.smelters[$0.smelter].province != $0.destination
            }.reduce(0) { $0 + $1.capacity }
            let moved = moves.filter { $0.year == year }.reduce(0) { $0 + $1.capacity }
            #expect(moved <= max(0, inputs.parameters[.paceNational] - planned) + 1e-7)
            #expect(year >= inputs.relocation.firstMoveYear || moved == 0)
            for province in 0..<inputs.provinceCount {
                let arrivals = moves.filter { $0.destination == province && $0.year <= year }
                    .reduce(0) { $0 + $1.capacity / inputs.parameters[.replacementRatio] }
                let planned = plan.outcome.fleet.plannedArrivals(in: province, upTo: year)
                let hosting = inputs.relocation.hosting[province, year]
                #expect(arrivals <= max(0, hosting - planned) + 1e-7)
            }
        }
    }

    @Test("Caps and budgets of a scenario are kept")
    func caps() throws {
        let capped = try plan("carbon-price-300 planning.emission_cap.2027=342")
        var emissions = 0.0
        for province in 0..<capped.inputs.provinceCount {
            let sum = capped.outcome.province[province, 3]
            emissions += sum.scope1 + sum.scope2Location
        }
        #expect(emissions <= 342 * (1 + 1e-7))
        let frugal = try plan("carbon-price-300 planning.capital_budget=5000")
        let spent = frugal.outcome.decisions.moves.reduce(0) {
            $0 + $1.capacity * frugal.inputs.relocation.newBuildCapital[$1.destination]
        }
        #expect(spent <= 5000 * (1 + 1e-7))
        #expect(spent > 4999, "the budget binds in this case")
        let clean = try plan("policies-as-issued planning.national_clean_share.2027=33")
        let share = try #require(
            ResultTable(clean.outcome)["Green Power Share|Aluminum|Clean", nil, 3])
        #expect(share >= 33 * (1 - 1e-7))
    }

    @Test("Reasons of each move add up to zero at shadow prices", arguments: plans.map(\.title))
    func reasons(_ title: String) throws {
        for planned in try plan(title).moves where planned.move.capacity > 1e-3 {
            let largest = planned.reason.components.values.map(abs).max() ?? 1
            #expect(abs(planned.reason.remainder) <= 1e-6 * largest)
        }
    }

    @Test("A plan is never dearer than the projection's merit order plus its shortfalls")
    func betterThanNoPlan() throws {
        for name in ["policies-as-issued", "carbon-price-300", "strict-rule-scarce"] {
            let with = try Repository.plan(name)
            let without = try Repository.plan(name, ["pace.national=0"])
            #expect(with.objective <= without.objective + 1e-6)
        }
    }
}

@Suite("Shadow prices equal what one more unit really costs")
struct ShadowPriceTests {
    private func price(
        _ plan: Plan, _ kind: ShadowPrice.Kind, _ code: String?, _ year: Int?
    ) throws -> Double {
        let province = code.flatMap(plan.inputs.provinceIndex(code:))
        let index = year.flatMap(plan.inputs.horizon.index(of:))
        return try #require(
            plan.shadowPrices.first {
                $0.kind == kind && $0.province == province && $0.year == index
            }
        ).value
    }

    /// Change of the objective in the year's money when one value changes by `step` both ways.
    private func difference(
        _ scenario: String, _ key: String, at value: Double, step: Double, year: Int?,
        _ others: [String] = []
    ) throws -> Double {
        let above = try Repository.plan(scenario, others + ["\(key)=\(value + step)"])
        let below = try Repository.plan(scenario, others + ["\(key)=\(value - step)"])
        var discount = 1.0
        for _ in 0..<(year.map { $0 - above.inputs.horizon.baseYear } ?? 0) {
            discount /= 1 + above.inputs.parameters[.discountRate]
        }
        return (above.objective - below.objective) / (2 * step) / discount
    }

    @Test(
        "A percentage point of quota",
        arguments: [
            ("policies-as-issued", "CN-SD", 2026, 26.7),
            ("policies-as-issued", "CN-YN", 2027, 70.0),
            ("carbon-price-300", "CN-XJ", 2026, 32.0), ("strict-rule-scarce", "CN-SD", 2027, 28.2),
            ("physical-power-only", "CN-NM", 2027, 36.5),
        ])
    func quotaPoint(_ scenario: String, _ code: String, _ year: Int, _ quota: Double) throws {
        let plan = try Repository.plan(scenario)
        let found = try difference(
            scenario, "quotas.value.\(code).\(year)", at: quota, step: 0.02, year: year)
        let price = try price(plan, .quotaPoint, code, year)
        #expect(price > 0)
        #expect(agree(price, found, relative: 0.01, scale: 1e-3), "\(price) against \(found)")
    }

    @Test("Room to host, where moves use it up")
    func hosting() throws {
        let plan = try Repository.plan("carbon-price-300")
        let room = plan.inputs.relocation.hosting
        for (code, year) in [("CN-QH", 2026), ("CN-QH", 2027), ("CN-SC", 2027), ("CN-GS", 2026)] {
            let province = try #require(plan.inputs.provinceIndex(code: code))
            let index = try #require(plan.inputs.horizon.index(of: year))
            let found = try difference(
                "carbon-price-300", "hosting.\(code).\(year)", at: room[province, index],
                step: 1e-3, year: year)
            let price = try price(plan, .hosting, code, year)
            #expect(agree(price, -found, relative: 0.01, scale: 1), "\(code): \(price), \(found)")
        }
    }

    @Test("Certificates on offer, an emission cap, a capital budget and the national pace")
    func nationalLimits() throws {
        let strict = try Repository.plan("strict-rule-scarce")
        let certificates = try difference(
            "strict-rule-scarce", "certificates.limit.2027", at: 60, step: 0.05, year: 2027)
        let limitPrice = try price(strict, .certificates, nil, 2027)
        #expect(agree(limitPrice, -certificates, relative: 0.01))

        let cap = "planning.emission_cap.2027"
        let capped = try Repository.plan("carbon-price-300", ["\(cap)=342"])
        let emission = try difference("carbon-price-300", cap, at: 342, step: 0.01, year: 2027)
        #expect(agree(try price(capped, .emissionCap, nil, 2027), -emission, relative: 0.01))

        let budget = "planning.capital_budget"
        let frugal = try Repository.plan("carbon-price-300", ["\(budget)=5000"])
        let capital = try difference("carbon-price-300", budget, at: 5000, step: 5, year: nil)
        #expect(agree(try price(frugal, .capitalBudget, nil, nil), -capital, relative: 0.01))
    }

    @Test("Room in a province that has none: the price of the first t/yr, relaxing")
    func closedProvince() throws {
        let plan = try Repository.plan("policies-as-issued")
        let zero = try #require(
            plan.shadowPrices.first {
                $0.kind == .hosting && $0.side == .relaxing && $0.value > 1
            })
        let code = plan.inputs.provinces[try #require(zero.province)].code
        let year = plan.inputs.horizon.year(at: try #require(zero.year))
        let opened = try Repository.plan(
            "policies-as-issued", ["hosting.\(code).\(year)=0.00002"])
        var discount = 1.0
        for _ in 0..<(year - plan.inputs.horizon.baseYear) {
            discount /= 1 + plan.inputs.parameters[.discountRate]
        }
        let gain = (plan.objective - opened.objective) / 0.00002 / discount
        #expect(agree(zero.value, gain, relative: 0.05, scale: 1), "\(zero.value) against \(gain)")
    }
}
