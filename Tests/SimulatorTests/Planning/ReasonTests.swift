import Foundation
import Simulator
import TestSupport
import Testing

@Suite("Every chosen move is taken apart, and its label says what really pays")
struct ReasonTests {
    @Test(
        "The rows of a move are all components in order and add up to zero",
        arguments: PlanTests.plans.map(\.title))
    func rowsAddUp(_ title: String) throws {
        let plan = try #require(PlanTests.plans.first { $0.title == title }?.1)
        let rows = ReasonTable(plan).rows
        let components = MoveReason.Component.allCases
        #expect(rows.count == plan.moves.count * components.count)
        for (index, planned) in plan.moves.enumerated() {
            let own = rows.dropFirst(index * components.count).prefix(components.count)
            #expect(own.map(\.component) == components)
            #expect(Set(own.map(\.move)).count == 1)
            let largest = own.map { abs($0.value) }.max() ?? 0
            let sum = own.reduce(0) { $0 + $1.value }
            #expect(abs(sum) <= 1e-6 * largest, "\(own.first?.move ?? "") leaves \(sum)")
            for row in own {
                #expect(agree(row.value, row.valuePerTonne * planned.move.capacity))
            }
            // Its own costs, priced by the projection's rules, are the first components. Without
            // foresight a reason knows the costs of its year only.
            guard plan.inputs.policy.foresight == .perfect else { continue }
            let ownCost = own.prefix(8).reduce(0) { $0 + $1.value }
            #expect(agree(ownCost, planned.cost, relative: 1e-9))
        }
    }

    @Test("The gains behind a label account for all that is not cost of moving or rent")
    func gains() {
        let rents: Set<MoveReason.Component> = [
            .capital, .closing, .permit, .adjustment, .stock, .pace, .hosting, .supply,
        ]
        for (title, plan) in PlanTests.plans
        where !title.contains("cap") && !title.contains("clean") {
            for planned in plan.moves {
                let reason = planned.reason
                let rest = MoveReason.Component.allCases.filter { !rents.contains($0) }
                    .reduce(0) { $0 + (reason.components[$1] ?? 0) }
                let gains = MoveReason.Label.allCases.reduce(0) { $0 + reason.gains[$1] }
                let ceiling = max(0, reason.components[.ceiling] ?? 0)
                #expect(agree(gains, ceiling - rest, relative: 1e-9, scale: 100), "\(title)")
                for label in MoveReason.Label.allCases {
                    #expect(reason.gains[reason.label] >= reason.gains[label])
                }
            }
        }
    }

    /// Whether a later year has a lower quota to carry, or greener power, at the destination.
    private func differences(_ planned: PlannedMove, _ plan: Plan) -> (quota: Bool, power: Bool) {
        let inputs = plan.inputs
        let baseline = plan.outcome.baseline
        let smelter = inputs.smelters[planned.move.smelter]
        var isQuotaLower = false
        var isPowerGreener = false
        for year in planned.move.year..<inputs.yearCount {
            let home = baseline.power.province[smelter.province, year]
            let away = baseline.power.province[planned.move.destination, year]
            let from = inputs.policy.quota[smelter.province, year] ?? 0
            let to = inputs.policy.quota[planned.move.destination, year] ?? 0
            if inputs.policy.quotaFollows == .own, to < from { isQuotaLower = true }
            let rule = inputs.policy.rule
            let share =
                smelter.captiveRenewableShare + smelter.gridShare * home.gridShare(under: rule)
            let coalFactor =
                inputs.parameters[.captiveCoalEmissionFactor, smelter.province, year]
            let factor =
                smelter.captiveCoalShare * coalFactor + smelter.gridShare * home.gridFactor
            if away.gridShare(under: rule) > share || away.gridFactor < factor {
                isPowerGreener = true
            }
        }
        return (isQuotaLower, isPowerGreener)
    }

    @Test(
        "No move is put down to a lower quota or greener power that its destination has not",
        arguments: PlanTests.plans.map(\.title))
    func honestLabels(_ title: String) throws {
        let plan = try #require(PlanTests.plans.first { $0.title == title }?.1)
        for planned in plan.moves {
            let has = differences(planned, plan)
            switch planned.reason.label {
            case .lowerQuota: #expect(has.quota)
            case .greenerPower: #expect(has.power)
            case .cheaperPower: #expect(planned.reason.gains.cheaperPower > 0)
            case .otherCosts: #expect(planned.reason.gains.otherCosts > 0)
            }
        }
    }

    /// Labels of the moves between two provinces.
    private func labels(
        _ plan: Plan, from origin: String, to destination: String
    ) -> Set<MoveReason.Label> {
        let inputs = plan.inputs
        return Set(
            plan.moves.filter {
                inputs.provinces[inputs.smelters[$0.move.smelter].province].code == origin
                    && inputs.provinces[$0.move.destination].code == destination
            }.map(\.reason.label))
    }

    @Test("A move into a lower quota is told from a move to greener power")
    func quotaAgainstPower() throws {
        let shipped = try Repository.plan("strict-rule-scarce")
        #expect(labels(shipped, from: "CN-GS", to: "CN-YN") == [.greenerPower])

        let options = ["quotas.value.CN-GZ=5", "hosting.CN-GZ=2"]
        let lower = try Repository.plan("strict-rule-scarce", options)
        #expect(labels(lower, from: "CN-GS", to: "CN-GZ") == [.lowerQuota])

        // Where newcomers keep the stricter quota there is none to escape to.
        let stricter = try Repository.plan(
            "strict-rule-scarce", options + ["planning.quota_follows=stricter"])
        #expect(!stricter.moves.contains { $0.reason.label == .lowerQuota })

        let same = try Repository.plan("strict-rule-scarce", ["quotas.value.all=40"])
        #expect(!same.moves.contains { $0.reason.label == .lowerQuota })
    }

    @Test("A carbon price that drives a move makes it one to greener power")
    func carbon() throws {
        let plan = try Repository.plan("carbon-price-300")
        #expect(labels(plan, from: "CN-SD", to: "CN-QH") == [.greenerPower])
        let cheap = try Repository.plan("policies-as-issued")
        #expect(labels(cheap, from: "CN-GZ", to: "CN-NM") == [.cheaperPower])
    }

    @Test("Without prices there are no reasons: a projection and an infeasible plan")
    func withoutPrices() throws {
        #expect(ReasonTable(nil).rows.isEmpty)
        #expect(ReasonTable(nil).csv.text.split(separator: "\n").count == 1)
        let infeasible = try Repository.plan("no-certificates-hard")
        #expect(!infeasible.moves.isEmpty)
        #expect(ReasonTable(infeasible).rows.isEmpty)
    }

    @Test("The document of a plan has the rows of reasons.csv")
    func document() throws {
        let plan = try Repository.plan("carbon-price-300")
        let record = RunRecord(
            scenario: try Repository.scenario("carbon-price-300"), data: try Repository.data(),
            plan: plan)
        let bytes = Data(record.document(language: .english).rendered.utf8)
        let document = try #require(
            try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let written = try #require(document["reasons"] as? [[String: Any]])
        let table = ReasonTable(plan)
        let rows = table.rows
        try #require(written.count == rows.count && !rows.isEmpty)
        let header = try #require(table.csv.text.split(separator: "\n").first)
        let names = header.split(separator: ",").map(String.init)
        for (object, row) in zip(written, rows) {
            #expect(Set(object.keys) == Set(names))
            let texts = ["move", "smelter", "origin", "destination", "component"]
                .map { object[$0] as? String }
            #expect(
                texts == [
                    row.move, row.smelter, row.origin, row.destination, row.component.rawValue,
                ])
            #expect(object["year"] as? Int == row.year)
            // Foundation reads decimals to one unit in the last place.
            for (name, number) in [("value", row.value), ("value_per_t", row.valuePerTonne)] {
                let value = try #require(object[name] as? Double)
                #expect(agree(value, number, relative: 1e-15, scale: 0), "\(name) of \(row.move)")
            }
        }
    }

    @Test("The run folder holds the reasons and the missed quotas")
    func files() throws {
        let data = try Repository.data()
        let scenario = try Repository.scenario("strict-rule-scarce")
        let plan = try Repository.plan("strict-rule-scarce")
        let planned = RunRecord(scenario: scenario, data: data, plan: plan).files()
        let projected = RunRecord(
            scenario: scenario, data: data, outcome: Outcome.withoutPlan(plan.outcome.baseline)
        ).files()
        for (files, hasReasons) in [(planned, true), (projected, false)] {
            let names = files.map(\.name)
            #expect(names.contains("reasons.csv") && names.contains("missed_quotas.csv"))
            let reasons = try #require(files.first { $0.name == "reasons.csv" })
            let lines = reasons.bytes.split(separator: 0x0A).count
            #expect((lines > 1) == hasReasons)
            let manifest = try #require(files.first { $0.name == "manifest.json" })
            let text = String(decoding: manifest.bytes, as: UTF8.self)
            #expect(text.contains("\"reasons.csv\"") && text.contains("\"missed_quotas.csv\""))
        }
    }
}

@Suite("Room from a year on has one price")
struct OnwardHostingTests {
    private func price(_ plan: Plan, _ code: String, _ year: Int) throws -> ShadowPrice {
        let province = try #require(plan.inputs.provinceIndex(code: code))
        let index = try #require(plan.inputs.horizon.index(of: year))
        return try #require(
            plan.shadowPrices.first {
                $0.kind == .hostingOnward && $0.province == province && $0.year == index
            })
    }

    @Test("It is what more room in all these years saves, present value")
    func open() throws {
        let plan = try Repository.plan("carbon-price-300")
        for (code, first) in [("CN-QH", 2026), ("CN-YN", 2026), ("CN-QH", 2027)] {
            let province = try #require(plan.inputs.provinceIndex(code: code))
            func objective(_ step: Double) throws -> Double {
                let options = try (first...2027).map { year in
                    let index = try #require(plan.inputs.horizon.index(of: year))
                    let room = plan.inputs.relocation.hosting[province, index]
                    return "hosting.\(code).\(year)=\(room + step)"
                }
                return try Repository.plan("carbon-price-300", options).objective
            }
            let found = try (objective(-1e-3) - objective(1e-3)) / 2e-3
            let price = try price(plan, code, first)
            #expect(price.side == .both)
            #expect(price.value > 1)
            #expect(agree(price.value, found, relative: 0.01), "\(price.value), \(found)")
        }
    }

    @Test("Where there is no room it is what the first t/yr saves, and the side says so")
    func closed() throws {
        let plan = try Repository.plan("policies-as-issued")
        let price = try price(plan, "CN-SX", 2026)
        #expect(price.side == .relaxing)
        #expect(price.value > 1)
        let step = 2e-5
        let opened = try Repository.plan(
            "policies-as-issued", ["hosting.CN-SX.2026=\(step)", "hosting.CN-SX.2027=\(step)"])
        let found = (plan.objective - opened.objective) / step
        #expect(agree(price.value, found, relative: 0.05), "\(price.value) against \(found)")
        #expect(
            !plan.shadowPrices.contains {
                $0.kind == .hostingOnward && $0.year == 1
            }, "no move can take effect in 2025")
    }
}
