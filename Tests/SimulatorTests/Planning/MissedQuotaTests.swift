import Simulator
import TestSupport
import Testing

@Suite("Every missed quota says what binds and what closing it would cost")
struct MissedQuotaTests {
    /// Scenarios that miss quotas for different reasons.
    static let cases: [(title: String, name: String, options: [String])] = [
        ("physical", "physical-power-only", []),
        ("strict", "strict-rule-scarce", []),
        ("share", "policies-as-issued", ["certificates.max_share=10"]),
        (
            "pool", "policies-as-issued",
            ["green_pool.CN-YN=20", "green_pool.CN-QH=5", "certificates.limit=30"]
        ),
        ("priced carbon", "carbon-price-300", ["accounting.rule=location"]),
        ("premium", "physical-power-only", ["parameters.green_premium=500"]),
    ]

    static let plans: [(title: String, Plan)] = cases.compactMap { title, name, options in
        (try? Repository.plan(name, options)).map { (title, $0) }
    }

    private func replanned(_ title: String, _ options: [String]) throws -> Plan {
        let found = try #require(Self.cases.first { $0.title == title })
        return try Repository.plan(found.name, found.options + options)
    }

    private func plan(_ title: String) throws -> Plan {
        try #require(Self.plans.first { $0.title == title }?.1)
    }

    private func missed(_ plan: Plan, _ code: String, _ year: Int) throws -> MissedQuota {
        let province = try #require(plan.inputs.provinceIndex(code: code))
        let index = try #require(plan.inputs.horizon.index(of: year))
        return try #require(
            plan.missedQuotas.first { $0.province == province && $0.year == index })
    }

    private func way(
        _ quota: MissedQuota, _ kind: MissedQuota.Way.Kind
    ) throws -> MissedQuota.Way {
        try #require(quota.ways.first { $0.kind == kind })
    }

    private func discount(_ plan: Plan, _ year: Int) -> Double {
        var factor = 1.0
        for _ in plan.inputs.horizon.baseYear..<year {
            factor /= 1 + plan.inputs.parameters[.discountRate]
        }
        return factor
    }

    @Test("All missed quotas are listed, each at the price of its shortfall")
    func prices() throws {
        #expect(Self.plans.count == Self.cases.count)
        for (title, plan) in Self.plans {
            #expect(plan.missedQuotas.count > 10, "\(title)")
            let inputs = plan.inputs
            for quota in plan.missedQuotas {
                let short = plan.outcome.province[quota.province, quota.year].shortfall
                let weight = inputs.policy.shortfallWeight[quota.province, quota.year]
                let parameters = inputs.parameters
                let expected =
                    weight
                    * (parameters[.quotaShortfallPenalty, quota.province, quota.year]
                        + parameters[.quotaShortfallPenaltySlope, quota.province, quota.year]
                        * short)
                #expect(quota.amount == short && short > 5e-4)
                #expect(agree(try #require(quota.price), expected, relative: 1e-6))
            }
        }
    }

    @Test(
        "A way below the shortfall's price is held by named limits; one above it by none",
        arguments: plans.map(\.title))
    func states(_ title: String) throws {
        let plan = try plan(title)
        for quota in plan.missedQuotas {
            let price = try #require(quota.price)
            #expect(quota.ways.map(\.kind) == MissedQuota.Way.Kind.allCases)
            for way in quota.ways {
                let place = "\(plan.inputs.provinces[quota.province].code) \(quota.year) \(way)"
                switch way.state {
                case .atLimit:
                    #expect(try #require(way.price) < price && !way.limits.isEmpty, "\(place)")
                case .dearer:
                    #expect(try #require(way.price) >= price - 0.011, "\(place)")
                case .notCounted, .notOpen, .nothingLeft: #expect(way.price == nil, "\(place)")
                }
                if let cheapest = quota.cheapest?.price, let own = way.price {
                    #expect(cheapest <= own)
                }
            }
            let certificates = try way(quota, .certificates)
            let counts = plan.inputs.policy.rule.countsCertificates
            #expect((certificates.state == .notCounted) == !counts)
            let relocation = try way(quota, .relocation)
            let isInTime = quota.year >= plan.inputs.relocation.firstMoveYear
            if !isInTime { #expect(relocation.state == .notOpen) }
        }
    }

    @Test("The limits are named by keys that a scenario accepts", arguments: plans.map(\.title))
    func keys(_ title: String) throws {
        let found = try #require(Self.cases.first { $0.title == title })
        var keys: Set<String> = []
        for quota in try plan(title).missedQuotas {
            for way in quota.ways { keys.formUnion(way.limits) }
        }
        #expect(!keys.isEmpty)
        for key in keys.sorted() {
            let value = key == "planning.first_decision_year" ? "2025" : "1"
            #expect(throws: Never.self, "\(key)") {
                _ = try Repository.scenario(found.name, found.options + ["\(key)=\(value)"])
            }
        }
    }

    @Test("The price of a missed quota is what one more MWh of it costs")
    func finiteDifferenceOfQuota() throws {
        for (title, code, year, percent) in [
            ("physical", "CN-SD", 2026, 26.7), ("strict", "CN-XJ", 2025, 30.0),
            ("premium", "CN-XJ", 2027, 33.5),
        ] {
            let plan = try plan(title)
            let quota = try missed(plan, code, year)
            func objective(_ step: Double) throws -> Double {
                try replanned(title, ["quotas.value.\(code).\(year)=\(percent + step)"]).objective
            }
            let found = try (objective(0.02) - objective(-0.02)) / 0.04 / discount(plan, year)
            let electricity = plan.outcome.province[quota.province, quota.year].electricity
            #expect(
                agree(try #require(quota.price), found * 100 / electricity, relative: 0.01),
                "\(title) \(code): \(quota.price ?? 0) against \(found * 100 / electricity)")
        }
    }

    @Test("What a way is cheaper than the shortfall is what one more MWh of its limit saves")
    func finiteDifferenceOfLimits() throws {
        let cases: [(String, String, Int, MissedQuota.Way.Kind)] = [
            ("physical", "CN-SD", 2026, .localTrade),
            ("physical", "CN-CQ", 2025, .captiveWindSolar),
            ("priced carbon", "CN-XJ", 2026, .captiveWindSolar),
            ("premium", "CN-GX", 2026, .captiveWindSolar),
            ("pool", "CN-QH", 2026, .gridPower), ("strict", "CN-XJ", 2026, .certificates),
            ("pool", "CN-YN", 2025, .gridPower),
        ]
        for (title, code, year, kind) in cases {
            let plan = try plan(title)
            let quota = try missed(plan, code, year)
            let way = try way(quota, kind)
            #expect(way.state == .atLimit)
            let key = try #require(way.limits.first)
            let limit = try limit(plan, kind, quota)
            let step = 0.002
            func objective(_ value: Double) throws -> Double {
                try replanned(title, ["\(key)=\(value)"]).objective
            }
            let saved = try (objective(limit - step) - objective(limit + step)) / (2 * step)
            // MWh of quota that one MWh of the limit closes: an option displaces credited power.
            let relief = way.kind == .certificates || way.kind == .gridPower ? 1 : way.used / limit
            let gain = (try #require(quota.price) - (try #require(way.price))) * relief
            #expect(
                agree(gain, saved / discount(plan, year), relative: 0.01),
                "\(title) \(code) \(kind): \(gain), \(saved / discount(plan, year))")
        }
    }

    /// TWh that the limit of a way allows.
    private func limit(
        _ plan: Plan, _ kind: MissedQuota.Way.Kind, _ quota: MissedQuota
    ) throws -> Double {
        let inputs = plan.inputs
        switch kind {
        case .certificates: return inputs.market.certificateLimit[quota.year]
        case .gridPower: return try #require(inputs.policy.greenPool[quota.province, quota.year])
        default:
            let option = try #require(GreenOption(rawValue: kind.rawValue))
            return inputs.market.optionLimit[option.index][quota.province, quota.year]
        }
    }

    @Test("With the limit of the cheapest way lifted, the gap falls by what was promised")
    func closing() throws {
        for (title, code, year) in [
            ("physical", "CN-CQ", 2025), ("physical", "CN-GX", 2025), ("physical", "CN-SD", 2025),
            ("priced carbon", "CN-XJ", 2025), ("pool", "CN-QH", 2025),
        ] {
            let plan = try plan(title)
            let quota = try missed(plan, code, year)
            let way = try #require(quota.cheapest)
            let promised = try #require(quota.worthwhile(way))
            #expect(promised > 0.1)
            let limit = try limit(plan, way.kind, quota)
            let relief = way.kind == .gridPower ? 1 : way.used / limit
            let key = try #require(way.limits.first)
            let lifted = try replanned(title, ["\(key)=\(limit + promised / relief)"])
            // Certificates that the province needs less go to where they are needed more, so that
            // where they are scarce the gaps of the country fall by what was promised.
            func gap(_ plan: Plan) -> Double {
                let inputs = plan.inputs
                guard inputs.policy.rule.countsCertificates else {
                    return plan.outcome.province[quota.province, quota.year].shortfall
                }
                return (0..<inputs.provinceCount).reduce(0) {
                    $0 + plan.outcome.province[$1, quota.year].shortfall
                }
            }
            let fall = gap(plan) - gap(lifted)
            #expect(
                agree(fall, promised, relative: 0.01),
                "\(title) \(code): fell by \(fall), promised \(promised)")
        }
    }

    @Test("National certificates lifted by all gaps of a year close them all")
    func nationalClosing() throws {
        let plan = try plan("strict")
        let gaps = plan.missedQuotas.filter { $0.year == 2 }
        #expect(gaps.allSatisfy { $0.cheapest?.kind == .certificates })
        let total = gaps.reduce(0) { $0 + $1.amount }
        let lifted = try replanned("strict", ["certificates.limit.2026=\(60 + total)"])
        #expect(!lifted.missedQuotas.contains { $0.year == 2 })
        #expect(lifted.missedQuotas.contains { $0.year == 3 })
    }

    @Test("Certificates held by their share of the quota close the gap when it rises")
    func shareClosing() throws {
        let plan = try plan("share")
        let quota = try missed(plan, "CN-SD", 2026)
        let way = try #require(quota.cheapest)
        #expect(way.limits == ["certificates.max_share.2026"])
        let requirement = plan.outcome.province[quota.province, quota.year].requirement
        let share = 10 + quota.amount / requirement * 100
        let lifted = try replanned("share", ["certificates.max_share.2026=\(share)"])
        #expect(lifted.outcome.province[quota.province, quota.year].shortfall < 0.01)
    }

    @Test("Moving out is cheaper than the shortfall by the rents of the limits that hold it")
    func relocation() throws {
        let plan = try plan("strict")
        for year in [2026, 2027] {
            let quota = try missed(plan, "CN-GS", year)
            let way = try way(quota, .relocation)
            let move = try #require(way.move)
            #expect(way.limits.count == 1, "only its stock holds it: \(way.limits)")
            let stock = try #require(
                plan.shadowPrices.first { $0.kind == .stock && $0.smelter == move.smelter })
            let gap = try #require(quota.price) - (try #require(way.price))
            #expect(
                agree(gap * move.relief * discount(plan, year), stock.value, relative: 1e-4))
        }
        let physical = try self.plan("physical")
        let held = physical.missedQuotas.flatMap(\.ways).filter {
            $0.kind == .relocation && $0.limits.contains { $0.hasPrefix("hosting.") }
        }
        #expect(!held.isEmpty, "room stands in the way somewhere")
    }

    @Test("All ways together close the gap and cost no more than any one alone")
    func together() throws {
        for (title, plan) in Self.plans {
            for quota in plan.missedQuotas {
                let shares = quota.together
                let closed = shares.reduce(0) { $0 + $1.amount }
                #expect(agree(closed, quota.amount, relative: 1e-6), "\(title)")
                let cost = shares.reduce(0) { $0 + $1.cost }
                for way in quota.ways {
                    guard let alone = quota.alone(way), agree(alone.amount, quota.amount) else {
                        continue
                    }
                    #expect(cost <= alone.cost + 1e-6 * max(1, abs(alone.cost)), "\(title)")
                }
            }
        }
    }

    @Test("A projection and an infeasible plan list what is used up, without prices")
    func withoutPrices() throws {
        let baseline = try Repository.baseline("strict-rule-scarce")
        let projected = MissedQuota.unpriced(Outcome.withoutPlan(baseline))
        let infeasible = try Repository.plan("no-certificates-hard").missedQuotas
        for list in [projected, infeasible] {
            #expect(!list.isEmpty)
            for quota in list {
                #expect(quota.price == nil && quota.cheapest == nil)
                #expect(!quota.ways.contains { $0.kind == .relocation })
                #expect(
                    quota.ways.allSatisfy { $0.state != .atLimit || !$0.limits.isEmpty },
                    "what is missed although something is left")
            }
        }
        #expect(try Repository.plan("policies-as-issued").missedQuotas.isEmpty)
    }

    @Test("The table has a row for every way, and exactly one cheapest for every gap")
    func table() throws {
        for (title, plan) in Self.plans {
            let text = MissedQuotaTable(outcome: plan.outcome, plan: plan).csv.text
            let lines = text.split(separator: "\n")
            #expect(
                lines.count == 1 + plan.missedQuotas.count * MissedQuota.Way.Kind.allCases.count)
            let columns = lines[0].split(separator: ",").count
            #expect(
                lines.allSatisfy {
                    $0.split(separator: ",", omittingEmptySubsequences: false).count == columns
                }, "\(title)")
            let place = try #require(lines[0].split(separator: ",").firstIndex(of: "cheapest"))
            let marked = lines.dropFirst().filter {
                $0.split(separator: ",", omittingEmptySubsequences: false)[place] == "yes"
            }
            #expect(marked.count == plan.missedQuotas.count, "\(title)")
        }
    }
}
