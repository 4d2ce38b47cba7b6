import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

/// Every kind of shadow price against planning again with the limit a little wider and a little
/// tighter. Where the two sides differ the limit stands at a kink: then the price must lie between
/// them, and equals one side where it claims to.
@Suite("Shadow prices of every kind equal finite differences")
struct ShadowPriceKindTests {
    /// A scenario in which limits of some kind bind.
    struct Setting: Sendable, CustomStringConvertible {
        let kind: ShadowPrice.Kind
        let scenario: String
        let options: [String]
        /// How many of the largest prices are checked.
        var count = 5

        var description: String {
            "\(kind.rawValue): \(([scenario] + options).joined(separator: " "))"
        }
    }

    private static let carbon = "carbon-price-300"

    static let settings: [Setting] = [
        Setting(kind: .quota, scenario: "strict-rule-scarce", options: []),
        Setting(kind: .quota, scenario: "physical-power-only", options: [], count: 3),
        Setting(kind: .quotaPoint, scenario: "strict-rule-scarce", options: []),
        Setting(
            kind: .quotaPoint, scenario: carbon,
            options: ["planning.quota_follows=stricter", "certificates.max_share=25"], count: 4),
        Setting(
            kind: .greenPool, scenario: "strict-rule-scarce",
            options: ["green_pool.CN-YN=20", "green_pool.CN-QH=5", "green_pool.CN-GX=3"]),
        Setting(kind: .optionLimit, scenario: carbon, options: []),
        Setting(kind: .optionLimit, scenario: "strict-rule-scarce", options: [], count: 3),
        Setting(kind: .certificates, scenario: "strict-rule-scarce", options: [], count: 3),
        Setting(
            kind: .certificates, scenario: "policies-as-issued", options: ["certificates.limit=80"],
            count: 3),
        Setting(
            kind: .certificateShare, scenario: "policies-as-issued",
            options: ["certificates.max_share=20"]),
        Setting(kind: .hosting, scenario: carbon, options: []),
        Setting(kind: .hosting, scenario: "green-bases-open", options: [], count: 2),
        Setting(kind: .hostingOnward, scenario: carbon, options: []),
        Setting(
            kind: .stock, scenario: "green-bases-open",
            options: ["smelters.movable_share.all=0.1", "pace.national=20"]),
        Setting(
            kind: .smelterPace, scenario: "green-bases-open",
            options: ["pace.per_smelter.all=0.05", "pace.national=20"]),
        Setting(kind: .nationalPace, scenario: "green-bases-open", options: ["pace.national=1.4"]),
        Setting(
            kind: .nationalPace, scenario: "green-bases-open",
            options: ["pace.national=1.6", "planning.lead_time=0"]),
        Setting(
            kind: .ceiling, scenario: "policies-as-issued",
            options: [
                "planning.replacement_ratio=1.25", "planning.lead_time=0",
                "planning.capacity_ceiling=45.42",
            ]),
        Setting(
            kind: .ceiling, scenario: "policies-as-issued",
            options: [
                "planning.replacement_ratio=1.25", "planning.lead_time=0",
                "planning.capacity_ceiling=45.41", "carbon.price=150",
            ]),
        Setting(
            kind: .emissionCap, scenario: "policies-as-issued",
            options: [
                "planning.emission_cap.2025=425", "planning.emission_cap.2026=412",
                "planning.emission_cap.2027=405",
            ]),
        Setting(
            kind: .emissionCap, scenario: carbon,
            options: ["planning.emission_cap.2026=375", "planning.emission_cap.2027=341"]),
        Setting(kind: .capitalBudget, scenario: carbon, options: ["planning.capital_budget=3000"]),
        Setting(kind: .capitalBudget, scenario: carbon, options: ["planning.capital_budget=7000"]),
        Setting(
            kind: .capitalBudget, scenario: "policies-as-issued",
            options: ["planning.capital_budget=2000"]),
        Setting(
            kind: .capitalBudget, scenario: "green-bases-open",
            options: ["planning.capital_budget=9000"]),
        Setting(
            kind: .capitalBudget, scenario: "dry-yunnan", options: ["planning.capital_budget=4000"]),
        Setting(
            kind: .nationalCleanShare, scenario: "policies-as-issued",
            options: [
                "planning.national_clean_share.2025=30", "planning.national_clean_share.2026=32",
                "planning.national_clean_share.2027=34",
            ]),
        Setting(
            kind: .nationalCleanShare, scenario: "licence-paid",
            options: [
                "planning.national_clean_share.2025=29", "planning.national_clean_share.2027=36",
            ]),
    ]

    @Test("Every kind is tried, five prices of each at least where there can be as many")
    func coverage() {
        for kind in ShadowPrice.Kind.allCases {
            let count = Self.settings.filter { $0.kind == kind }.reduce(0) { $0 + $1.count }
            #expect(count >= 5, "\(kind.rawValue)")
        }
    }

    /// A limit to move: the objective with it `step` wider, in the unit of the price.
    private struct Limit {
        let name: String
        let price: Double
        let step: Double
        let side: ShadowPrice.Side
        let objective: (_ step: Double) throws -> Double
    }

    @Test("One more unit is worth its price", arguments: settings)
    func price(_ setting: Setting) throws {
        let plan = try Repository.plan(setting.scenario, setting.options)
        try #require(plan.status == .optimal)
        let limits = try limits(plan, setting)
        // Pace and ceiling hold in all years at once.
        #expect(!limits.isEmpty, "no limit of this kind binds")
        for limit in limits.prefix(setting.count) {
            var wider = 0.0
            var tighter = 0.0
            if limit.side != .tightening {
                wider = try (plan.objective - limit.objective(limit.step)) / limit.step
            }
            if limit.side != .relaxing {
                tighter = try (limit.objective(-limit.step) - plan.objective) / limit.step
            }
            if limit.side == .relaxing { tighter = wider }
            if limit.side == .tightening { wider = tighter }
            let scale = max(abs(limit.price), 1e-3)
            let said =
                "\(limit.name): price \(limit.price), wider saves \(wider), tighter costs \(tighter)"
            #expect(limit.price > 0, "\(said)")
            if abs(wider - tighter) <= 0.02 * scale {
                #expect(
                    agree(limit.price, (wider + tighter) / 2, relative: 0.01, scale: 1e-3),
                    "\(said)")
            } else {
                #expect(
                    limit.price >= wider - 0.01 * scale && limit.price <= tighter + 0.01 * scale,
                    "at a kink, \(said)")
            }
        }
    }

    private func discount(_ plan: Plan, _ year: Int) -> Double {
        var result = 1.0
        for _ in 0..<year { result /= 1 + plan.inputs.parameters[.discountRate] }
        return result
    }

    private func limits(_ plan: Plan, _ setting: Setting) throws -> [Limit] {
        let inputs = plan.inputs
        let prices = plan.shadowPrices.filter { $0.kind == setting.kind && $0.value > 1e-3 }
            .sorted { $0.value > $1.value }
        /// Plans again with one key changed.
        func again(
            _ key: String, _ value: Double, year: Int?
        ) -> (_ step: Double) throws -> Double {
            let factor = year.map { discount(plan, $0) } ?? 1
            return { step in
                let option = "\(key)=\(DecimalText.exact(value + step))"
                let changed = try Repository.plan(setting.scenario, setting.options + [option])
                return plan.objective + (changed.objective - plan.objective) / factor
            }
        }
        func code(_ price: ShadowPrice) throws -> String {
            inputs.provinces[try #require(price.province)].code
        }
        switch setting.kind {
        case .nationalPace:
            return nationwide(plan, setting, prices, again)
        case .smelterPace:
            return try smelterPace(plan, prices, again)
        case .hostingOnward:
            return try onwardHosting(plan, setting, prices)
        case .quota, .certificateShare, .ceiling:
            return try prices.prefix(setting.count).map { try ofProgram(plan, $0) }
        default: break
        }
        return try prices.prefix(setting.count).map { price in
            let year = price.year
            let index = year ?? 0
            let calendar = year.map { inputs.horizon.year(at: $0) } ?? 0
            var key = ""
            var value = 0.0
            var step = 0.0
            var factor = 1.0
            switch setting.kind {
            case .quotaPoint:
                let place = try code(price)
                key = "quotas.value.\(place).\(calendar)"
                let province = try inputs.province(place)
                let quota = try #require(inputs.policy.quota[province, index])
                (value, step, factor) = ((quota * 1e8).rounded() / 1e6, 0.02, -1)
            case .greenPool:
                key = "green_pool.\(try code(price)).\(calendar)"
                let province = try #require(price.province)
                value = try #require(inputs.policy.greenPool[province, index])
                step = 0.01
            case .optionLimit:
                let option = try #require(price.option)
                let province = try #require(price.province)
                key = "green_supply.\(option.rawValue).limit.\(try code(price)).\(calendar)"
                value = inputs.market.optionLimit[option.index][province, index]
                step = 0.005
            case .certificates:
                key = "certificates.limit.\(calendar)"
                (value, step) = (inputs.market.certificateLimit[index], 0.05)
            case .hosting:
                let province = try #require(price.province)
                key = "hosting.\(try code(price)).\(calendar)"
                (value, step) = (inputs.relocation.hosting[province, index], 5e-4)
                if price.side == .relaxing { step = 2e-5 }
            case .stock:
                let smelter = inputs.smelters[try #require(price.smelter)]
                key = "smelters.change.\(smelter.identifier).movable_share"
                (value, step, factor) = (smelter.movableShare, 5e-4, smelter.capacity)
            case .emissionCap:
                key = "planning.emission_cap.\(calendar)"
                let cap = inputs.relocation.emissionCap[index]
                (value, step) = (try #require(cap), 0.01)
            case .capitalBudget:
                key = "planning.capital_budget"
                (value, step) = (try #require(inputs.relocation.capitalBudget), 2)
            case .nationalCleanShare:
                key = "planning.national_clean_share.\(calendar)"
                let share = try #require(inputs.relocation.nationalCleanShare[index])
                var electricity = 0.0
                for province in 0..<inputs.provinceCount {
                    electricity += plan.outcome.province[province, index].electricity
                }
                // One percentage point more is a hundredth of all electricity.
                (value, step, factor) = ((share * 1e8).rounded() / 1e6, 0.01, -electricity / 100)
            default: break
            }
            let replan = again(key, value, year: year)
            return Limit(
                name: key, price: price.value, step: step * abs(factor), side: price.side
            ) { amount in try replan(amount / factor) }
        }
    }

    /// The pace that a scenario gives once for all years: the years' prices add up.
    private func nationwide(
        _ plan: Plan, _ setting: Setting, _ prices: [ShadowPrice],
        _ again: (String, Double, Int?) -> (_ step: Double) throws -> Double
    ) -> [Limit] {
        let key = "pace.national"
        let value = plan.inputs.parameters[.paceNational]
        let total = prices.reduce(0) { $0 + $1.value * discount(plan, $1.year ?? 0) }
        guard total > 0 else { return [] }
        return [
            Limit(
                name: key, price: total, step: 1e-3, side: .both, objective: again(key, value, nil))
        ]
    }

    /// A province's pace holds for all its smelters and years.
    private func smelterPace(
        _ plan: Plan, _ prices: [ShadowPrice],
        _ again: (String, Double, Int?) -> (_ step: Double) throws -> Double
    ) throws -> [Limit] {
        var totals = [Double](repeating: 0, count: plan.inputs.provinceCount)
        for price in prices {
            let smelter = plan.inputs.smelters[try #require(price.smelter)]
            totals[smelter.province] +=
                price.value * smelter.capacity * discount(plan, price.year ?? 0)
        }
        return totals.enumerated().filter { $0.element > 1 }
            .sorted { $0.element > $1.element }
            .map { province, total in
                let key = "pace.per_smelter.\(plan.inputs.provinces[province].code)"
                let value = plan.inputs.parameters[.pacePerSmelter, province, 1]
                return Limit(
                    name: key, price: total, step: 2e-4, side: .both,
                    objective: again(key, value, nil))
            }
    }

    /// Room in a year and all later ones, present value.
    private func onwardHosting(
        _ plan: Plan, _ setting: Setting, _ prices: [ShadowPrice]
    ) throws -> [Limit] {
        let inputs = plan.inputs
        return try prices.filter { $0.side == .both }.map { price in
            let province = try #require(price.province)
            let first = try #require(price.year)
            let code = inputs.provinces[province].code
            return Limit(
                name: "hosting.\(code) from \(inputs.horizon.year(at: first))",
                price: price.value, step: 5e-4, side: .both
            ) { step in
                let wider = (first..<inputs.yearCount).map { year in
                    let room = inputs.relocation.hosting[province, year] + step
                    return "hosting.\(code).\(inputs.horizon.year(at: year))="
                        + DecimalText.exact(room)
                }
                return try Repository.plan(setting.scenario, setting.options + wider).objective
            }
        }
    }

    /// Limits that no key moves by themselves: the row of the program is moved.
    private func ofProgram(_ plan: Plan, _ price: ShadowPrice) throws -> Limit {
        let problem = try RelocationProblem(plan.outcome.baseline)
        let year = try #require(price.year)
        let isQuota = price.kind == .quota
        let limit: PlanningLimit
        switch price.kind {
        case .ceiling: limit = .capacityCeiling(year: year)
        case .quota: limit = .quota(province: try #require(price.province), year: year)
        default: limit = .certificateShare(province: try #require(price.province), year: year)
        }
        let row = try #require(problem.indexOfLimit[limit])
        let factor = discount(plan, year)
        let settings = RelocationSolver.standardSettings
        return Limit(
            name: "\(limit)", price: price.value,
            step: price.kind == .ceiling ? 1e-3 : 1e-2, side: price.side
        ) { step in
            var program = problem.program
            if isQuota {
                program.rowLower[row] -= step
            } else {
                program.rowUpper[row] += step
            }
            let solution = try InteriorPointSolver().solve(program, settings: settings)
            return plan.objective + (solution.objective - plan.objective) / factor
        }
    }
}
