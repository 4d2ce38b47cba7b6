import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

/// Prices that hold one way only, against planning again with the row of the program moved that way.
@Suite("Shadow prices at kinks are those of the side they name")
struct ShadowPriceKinkTests {
    struct Setting: Sendable, CustomStringConvertible {
        let scenario: String
        let options: [String]
        let kinds: Set<ShadowPrice.Kind>
        /// The change of a limit, in its unit; small beside the capacities that bind.
        var step = 1e-6

        var description: String { ([scenario] + options).joined(separator: " ") }
    }

    static let settings = [
        Setting(
            scenario: "green-bases-open",
            options: [
                "smelters.movable_share.all=0.1", "pace.per_smelter.all=0.1", "pace.national=20",
            ], kinds: [.stock, .smelterPace]),
        Setting(
            scenario: "policies-as-issued",
            options: [
                "planning.replacement_ratio=1.25", "planning.lead_time=0",
                "planning.capacity_ceiling=45.41", "carbon.price=150",
            ], kinds: [.ceiling], step: 1e-4),
        Setting(
            scenario: "carbon-price-300",
            options: [
                "planning.lead_time=0", "pace.national=20", "hosting.CN-SC.2025=0.5",
                "hosting.CN-SC.2026=0.5", "hosting.CN-SC.2027=0.5",
            ], kinds: [.hosting], step: 1e-5),
    ]

    @Test("Each side is worth its price", arguments: settings)
    func sides(_ setting: Setting) throws {
        let plan = try Repository.plan(setting.scenario, setting.options)
        try #require(plan.status == .optimal)
        let problem = try RelocationProblem(plan.outcome.baseline)
        var tried: Set<ShadowPrice.Kind> = []
        var count = 0
        for price in plan.shadowPrices where price.side != .both {
            guard setting.kinds.contains(price.kind), let limit = limit(of: price),
                let row = problem.indexOfLimit[limit], count < 16
            else { continue }
            count += 1
            tried.insert(price.kind)
            let factor = price.year.map { problem.discount[$0] } ?? 1
            let step = price.side == .relaxing ? setting.step : -setting.step
            var program = problem.program
            program.rowUpper[row] += step
            let solution = try InteriorPointSolver().solve(
                program, settings: RelocationSolver.standardSettings)
            try #require(solution.status == .optimal)
            let worth = (plan.objective - solution.objective) / step / factor
            #expect(
                agree(price.value, worth, relative: 0.01, scale: 10),
                "\(limit), \(price.side.rawValue): \(price.value), planned again \(worth)")
        }
        #expect(tried == setting.kinds)
    }

    @Test("Years without certificates have the price of the first one on offer")
    func noCertificates() throws {
        let options = ["carbon.price=300", "certificates.limit.2026=0"]
        let plan = try Repository.plan("strict-rule-scarce", options)
        try #require(plan.status == .optimal)
        let price = try #require(
            plan.shadowPrices.first { $0.kind == .certificates && $0.side == .relaxing })
        #expect(price.value > 1)
        let year = try #require(price.year)
        let discount = try RelocationProblem(plan.outcome.baseline).discount[year]
        let opened = try Repository.plan(
            "strict-rule-scarce", options + ["certificates.limit.2026=0.001"])
        let worth = (plan.objective - opened.objective) / 0.001 / discount
        #expect(agree(price.value, worth, relative: 0.01), "\(price.value), \(worth)")
    }

    @Test("A limit has one price, or one for each side, in this order", arguments: settings)
    func pairs(_ setting: Setting) throws {
        let prices = try Repository.plan(setting.scenario, setting.options).shadowPrices
        for (place, price) in prices.enumerated() where price.side == .tightening {
            let other = try #require(place > 0 ? prices[place - 1] : nil)
            #expect(other.side == .relaxing)
            #expect(other.with(value: price.value, side: .tightening) == price)
            #expect(price.value > other.value)
        }
    }

    private func limit(of price: ShadowPrice) -> PlanningLimit? {
        switch (price.kind, price.province, price.smelter, price.year) {
        case (.stock, _, let smelter?, _): .stock(smelter: smelter)
        case (.smelterPace, _, let smelter?, let year?):
            .smelterPace(smelter: smelter, year: year)
        case (.ceiling, _, _, let year?): .capacityCeiling(year: year)
        case (.hosting, let province?, _, let year?): .hosting(province: province, year: year)
        default: nil
        }
    }
}
