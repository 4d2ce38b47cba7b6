import NumericalMethods
import Simulator
import TestSupport
import Testing

@Suite("Milestones are joined by a monotone curve")
struct MilestoneTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private func carbonPrices(_ milestones: [Int: Double], lastYear: Int) throws -> [Int: Double] {
        let written = milestones.sorted { $0.key < $1.key }
            .map { "\($0.key): \(DecimalText.exact($0.value))" }.joined(separator: ", ")
        let scenario = try WrittenScenario.load([
            "main.yaml": """
            schema: 1
            horizon: {last_year: \(lastYear), extend: hold}
            carbon: {price: {milestones: {\(written)}}}
            """
        ])
        var result: [Int: Double] = [:]
        for (address, assignment) in scenario.assignments where address.path == "carbon.price" {
            if case .number(let number)? = assignment.value, let year = address.year {
                result[year] = number
            }
        }
        return result
    }

    @Test(
        "Random milestones: exact at the knots, monotone between them, never beyond them",
        arguments: [1, 2, 3, 4, 5, 6].map { UInt64($0) &* 0x5DEE_CE66 })
    func random(_ seed: UInt64) throws {
        var generator = Generator(state: seed)
        for _ in 0..<8 {
            let lastYear = Int.random(in: 2026...2045, using: &generator)
            var knots: [Int: Double] = [:]
            for _ in 0..<Int.random(in: 2...7, using: &generator) {
                // Hundredths, so that the text holds the number exactly.
                knots[Int.random(in: 2015...2050, using: &generator)] =
                    (Double.random(in: 0...100_000, using: &generator) * 100).rounded() / 100
            }
            let years = knots.keys.sorted()
            guard years.count >= 2, let first = years.first, let last = years.last,
                first <= lastYear, last >= 2024
            else { continue }
            let found = try carbonPrices(knots, lastYear: lastYear)
            let filled = Set(max(2024, first)...min(lastYear, last))
            #expect(Set(found.keys) == filled, "seed \(seed): \(knots)")
            for (year, value) in found {
                if let knot = knots[year] {
                    #expect(value == knot, "seed \(seed): \(knots), \(year)")
                    continue
                }
                let before = try #require(years.last { $0 < year })
                let after = try #require(years.first { $0 > year })
                let ends = [knots[before] ?? 0, knots[after] ?? 0]
                let range = (ends.min() ?? 0)...(ends.max() ?? 0)
                #expect(range.contains(value), "seed \(seed): \(knots), \(year): \(value)")
            }
            for (before, after) in zip(years, years.dropFirst()) {
                let rising = (knots[after] ?? 0) >= (knots[before] ?? 0)
                let piece = (before...after).compactMap { found[$0] }
                for (one, next) in zip(piece, piece.dropFirst()) {
                    #expect(rising ? one <= next : one >= next, "seed \(seed): \(knots)")
                }
            }
        }
    }

    @Test("Two milestones are joined by a straight line, worked out by hand")
    func straight() throws {
        let inputs = try WrittenScenario.inputs(
            "quotas: {value: {CN-SD: {milestones: {2024: 25, 2030: 70}}}}\n")
        let shandong = try inputs.province("CN-SD")
        for (year, percent) in [(0, 25.0), (1, 32.5), (2, 40.0), (3, 47.5)] {
            let quota = try #require(inputs.policy.quota[shandong, year])
            #expect(agree(quota * 100, percent), "\(year)")
        }
        let yunnan = try inputs.province("CN-YN")
        #expect(inputs.policy.quota[yunnan, 1] == 0.7)
    }

    /// Slopes by Steffen's formula for equal steps and secants s, t: inside
    /// (sgn s + sgn t) min(|s|, |t|, |s + t| / 4), at an end the secant itself.
    @Test("Three milestones: the year between is where Steffen's formula puts it")
    func steffen() throws {
        let inputs = try WrittenScenario.inputs(
            "horizon: {last_year: 2028, extend: hold}\n"
                + "carbon: {price: {milestones: {2024: 0, 2026: 100, 2028: 400}}}\n")
        // Secants 50 and 150 a year: the middle slope is 2 min(50, 150, 50) = 100.
        let slope0 = 50.0
        let slope1 = 100.0
        // Cubic Hermite at the middle of a step of 2: mean of the ends plus step/8 (m0 - m1).
        let expected = (0.0 + 100) / 2 + 2.0 / 8 * (slope0 - slope1)
        #expect(agree(inputs.market.carbonPrice[1], expected), "\(inputs.market.carbonPrice)")
    }

    @Test("Any yearly number takes milestones, by province, for all, and by --set")
    func everywhere() throws {
        for key in ScenarioKey.all where key.hasYears {
            guard case .number(let unit, let range) = key.kind else { continue }
            var low = max(range.lowerBound, 0)
            if unit == "%" { low = 2 }
            if unit == "CNY/MWh" { low = max(low, 200) }
            let high = min(range.upperBound, low + 1)
            let place = key.axes.contains(.province) ? ".CN-QH" : ""
            let scenario = try Repository.scenario(
                "policies-as-issued",
                ["\(key.path)\(place).milestones={2025: \(low), 2027: \(high)}"])
            let address = ScenarioAddress(
                key.path, province: place.isEmpty ? nil : "CN-QH", year: 2026)
            guard case .number(let middle)? = scenario[address]?.value else {
                Issue.record("\(key.path) takes no milestones")
                continue
            }
            #expect(agree(middle, (low + high) / 2), "\(key.path)")
        }
        let all = try WrittenScenario.inputs("hosting: {milestones: {2025: 1, 2027: 3}}\n")
        for province in 0..<all.provinceCount {
            #expect(all.relocation.hosting[province, 2] == 2)
        }
    }

    @Test(
        "What cannot be read as milestones is refused, once",
        arguments: [
            ("hosting: {milestones: {2025: 1}}", "milestones_needed"),
            ("hosting: {milestones: 3}", "milestones_needed"),
            (
                "quotas: {legal_status: {CN-YN: {milestones: {2025: binding, 2027: expected}}}}",
                "milestones_needed"
            ),
            ("hosting: {CN-YN: {milestones: {25: 1, 2027: 2}}}", "not_a_year"),
            ("hosting: {milestones: {2025: -1, 2027: 2}}", "out_of_range"),
            ("hosting: {milestones: {2025: .nan, 2027: 2}}", "not_finite"),
            ("quotas: {value: {milestones: {2025: 0.3, 2027: 40}}}", "quota_looks_like_fraction"),
            ("hosting: {milestones: {2030: 1, 2040: 2}}", "milestones_outside_run"),
            ("carbon: {price: {milestones: {2010: 1, 2020: 2}}}", "milestones_outside_run"),
            ("hosting: {CN-YN: {milestones: {2025: 1, 2027: 2}, 2026: 3}}", "contradiction"),
        ])
    func refused(_ body: String, _ identifier: String) throws {
        let errors = try WrittenScenario.findings(body + "\n").errors
        #expect(errors.map(\.message.identifier) == ["scenario.\(identifier)"], "\(errors.listing)")
    }
}
