import TestSupport
import Testing

@testable import Simulator

@Suite("Questions that have no answer are refused")
struct SensitivityRefusalTests {
    private func findings(_ make: () throws -> SensitivityStudy) -> [Finding] {
        do {
            _ = try make()
            return []
        } catch let rejected as InputRejected {
            return rejected.findings
        } catch {
            Issue.record(error)
            return []
        }
    }

    private func identifiers(_ make: () throws -> SensitivityStudy) -> [String] {
        findings(make).filter { $0.severity == .error }.map(\.message.identifier)
    }

    private static let oneGroup = "uncertainty:\n  standard: [quotas]\n"

    /// A group of its own for each province.
    private static func byProvince(_ count: Int) throws -> String {
        let inputs = try Repository.baseline("policies-as-issued").inputs
        var body = "uncertainty:\n  standard: []\n  inputs:\n"
        let keys = ["hydrology", "quotas.factor"].flatMap { key in
            inputs.provinces.map { "\(key).\($0.code)" }
        }
        for (place, key) in keys.prefix(count).enumerated() {
            body += "    input-\(place): {key: \(key), distribution: uniform, "
            body += "low: 0.8, high: 1.1}\n"
        }
        return body
    }

    @Test("Fewer than two groups")
    func oneGroup() {
        #expect(
            identifiers { try SensitivityBodies.study(Self.oneGroup) }
                == ["sensitivity.tooFewGroups"])
        #expect(identifiers { try SensitivityBodies.study(Self.oneGroup, .pawn) } == [])
    }

    @Test("More than twenty groups, and twenty are admitted")
    func manyGroups() throws {
        let many = try Self.byProvince(21)
        #expect(
            identifiers { try SensitivityBodies.study(many) } == ["sensitivity.tooManyGroups"])
        let twenty = try Self.byProvince(20)
        #expect(identifiers { try SensitivityBodies.study(twenty) } == [])
    }

    @Test("Correlated inputs in different groups; in one group, or for PAWN, they are admitted")
    func correlated() {
        let correlation =
            "  correlations:\n    both: {first: grid, second: coal, value: 0.5}\n"
        let apart = SensitivityBodies.waterAndPrices + correlation
        let found = findings { try SensitivityBodies.study(apart) }
        #expect(found.map(\.message.identifier) == ["sensitivity.correlatedGroups"])
        #expect(found.first?.location.line != nil)
        #expect(identifiers { try SensitivityBodies.study(apart, .pawn) } == [])
        let together = apart.replacing("applies: factor}", with: "applies: factor, group: prices}")
        #expect(identifiers { try SensitivityBodies.study(together) } == [])
    }

    @Test("Sobol's sequence in more dimensions than it has")
    func dimensions() {
        #expect(
            identifiers {
                try SensitivityBodies.study(
                    "uncertainty:\n  standard: [hydrology, quotas]\n", sampling: .sobol)
            } == ["sensitivity.sobolTooManyFactors"])
    }

    @Test("Too few and too many draws, a year outside, all in one pass")
    func numbers() {
        #expect(
            identifiers {
                try SensitivityBodies.study(SensitivityBodies.pricesAlone, .pawn, draws: 9)
            } == ["sensitivity.tooFewDraws"])
        #expect(
            identifiers {
                try SensitivityBodies.study(
                    SensitivityBodies.pricesAlone, draws: 900_000, year: 2031)
            } == ["sensitivity.tooManyEvaluations", "sweep.yearOutside"])
    }

    @Test("Nothing uncertain at all")
    func nothing() {
        #expect(
            identifiers { try SensitivityBodies.study("uncertainty:\n  standard: []\n") }
                == ["ensemble.nothingUncertain"])
    }
}
