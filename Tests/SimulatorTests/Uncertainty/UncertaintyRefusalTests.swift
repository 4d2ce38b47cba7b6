import Testing

@testable import Simulator

@Suite("Bad declarations of what is uncertain are refused")
struct UncertaintyRefusalTests {
    private static func inputs(_ text: String) -> String {
        "uncertainty:\n  inputs:\n    a: {\(text)}\n"
    }

    private static let pair =
        "    a: {key: carbon.price, distribution: uniform, low: 0, high: 1}\n"
        + "    b: {key: certificates.price, distribution: uniform, low: 0, high: 1}\n"
        + "    c: {key: certificates.limit, distribution: uniform, low: 0, high: 1}\n"

    struct Bad: Sendable, CustomTestStringConvertible {
        let body: String
        let identifiers: [String]
        var testDescription: String { identifiers.joined(separator: ",") }

        init(_ body: String, _ identifiers: String...) {
            self.body = body
            self.identifiers = identifiers
        }
    }

    static let bad: [Bad] = [
        Bad(inputs("distribution: uniform, low: 0, high: 1"), "uncertainty.fieldMissing"),
        Bad(inputs("key: carbon.price"), "uncertainty.fieldMissing"),
        Bad(
            inputs("key: carbon.prise, distribution: uniform, low: 0, high: 1"),
            "uncertainty.unknownKeyNearest"),
        Bad(
            inputs("key: hosting.CN-XX, distribution: uniform, low: 0, high: 1"),
            "uncertainty.unknownKeyNearest"),
        Bad(
            inputs("key: accounting.rule, distribution: uniform, low: 0, high: 1"),
            "uncertainty.keyIsNoNumber"),
        Bad(
            inputs("key: planning.emission_cap, distribution: uniform, low: 0, high: 1"),
            "uncertainty.keyNotUsed"),
        Bad(
            inputs("key: carbon.price, distribution: normal, mean: 0"),
            "uncertainty.distributionNeeds"),
        Bad(
            inputs("key: carbon.price, distribution: uniform, low: 0, high: 1, sd: 2"),
            "uncertainty.distributionTakesNo"),
        Bad(
            inputs("key: carbon.price, distribution: normal, mean: 0, sd: -1"),
            "uncertainty.negativeDeviation"),
        Bad(
            inputs("key: carbon.price, distribution: lognormal, mean: 0, cv: 0.1"),
            "uncertainty.notPositive"),
        Bad(
            inputs("key: carbon.price, distribution: uniform, low: 2, high: 1"),
            "uncertainty.lowOverHigh"),
        Bad(
            inputs("key: carbon.price, distribution: triangular, low: 0, mode: 3, high: 2"),
            "uncertainty.modeOutside"),
        Bad(
            inputs("key: carbon.price, distribution: discrete, values: []"),
            "uncertainty.noValues"),
        Bad(
            inputs("key: carbon.price, distribution: discrete, values: [1, 2], weights: [1]"),
            "uncertainty.weightsDiffer"),
        Bad(
            inputs("key: carbon.price, distribution: discrete, values: [1, 2], weights: [1, -1]"),
            "uncertainty.negativeWeight"),
        Bad(
            inputs("key: carbon.price, distribution: discrete, values: [1], weights: [0]"),
            "uncertainty.weightsZero"),
        Bad(inputs("key: carbon.price, distribution: guess"), "scenario.not_a_choice"),
        Bad(
            inputs("key: carbon.price, distribution: uniform, low: .nan, high: 1"),
            "scenario.not_finite"),
        Bad(
            inputs("key: carbon.price, distribution: uniform, low: 1e999, high: 1"),
            "scenario.not_finite"),
        Bad(inputs("kee: carbon.price"), "scenario.unknown_key_nearest"),
        Bad("uncertainty:\n  standard: [hydrologie]\n", "scenario.not_a_choice"),
        Bad("uncertainty:\n  standart: [hydrology]\n", "scenario.unknown_key_nearest"),
        Bad("uncertainty: 3\n", "scenario.expected_mapping"),
        Bad("uncertainty:\n  inputs:\n    A b: {}\n", "scenario.bad_identifier"),
        Bad(
            "uncertainty:\n  inputs:\n"
                + "    a: {key: carbon.price, distribution: uniform, low: 0, high: 1}\n"
                + "    b: {key: carbon.price.2026, distribution: uniform, low: 0, high: 1}\n",
            "uncertainty.drawnTwice"),
        Bad(
            "uncertainty:\n  inputs:\n" + pair
                + "  correlations:\n    ab: {first: a, second: d, value: 0.1}\n",
            "uncertainty.correlationOfUnknown"),
        Bad(
            "uncertainty:\n  inputs:\n" + pair
                + "  correlations:\n    ab: {first: a, second: b, value: 1.1}\n",
            "uncertainty.correlationOutside"),
        Bad(
            "uncertainty:\n  inputs:\n" + pair
                + "  correlations:\n    ab: {first: a, second: a, value: 0.1}\n",
            "uncertainty.correlationWithItself"),
        Bad(
            "uncertainty:\n  inputs:\n" + pair + "  correlations:\n"
                + "    ab: {first: a, second: b, value: 0.1}\n"
                + "    ba: {first: b, second: a, value: 0.2}\n",
            "uncertainty.correlationTwice"),
    ]

    @Test("Each with its own rule", arguments: bad)
    func refused(_ bad: Bad) throws {
        let findings = try WrittenScenario.findings(bad.body).filter { $0.severity == .error }
        for identifier in bad.identifiers {
            #expect(
                findings.contains { $0.message.identifier == identifier },
                "\(findings.map(\.message.identifier))")
        }
        for finding in findings {
            #expect(finding.location.file == "main.yaml", "\(finding)")
            #expect(finding.location.line != nil, "\(finding)")
        }
    }

    /// All three are equally to blame here; the first is named.
    @Test("Correlations that contradict each other name the pair")
    func contradiction() throws {
        let body =
            "uncertainty:\n  inputs:\n" + Self.pair + "  correlations:\n"
            + "    ab: {first: a, second: b, value: 0.9}\n"
            + "    ac: {first: a, second: c, value: 0.9}\n"
            + "    bc: {first: b, second: c, value: -0.9}\n"
        let findings = try WrittenScenario.findings(body)
        let found = try #require(
            findings.first { $0.message.identifier == "uncertainty.correlationsContradict" })
        let text = found.rendered(in: .english)
        #expect(text.contains("'a' and 'b' with 0.9"), "\(text)")
        #expect(found.location.line == 8)
        #expect(found.rendered(in: .chinese).contains("“a” 与 “b”（0.9）"))
    }

    @Test("Several problems are told in one pass")
    func together() throws {
        let findings = try WrittenScenario.findings(
            "uncertainty:\n  inputs:\n    a: {key: nothing.at.all, distribution: normal, mean: 1}\n"
                + "    b: {distribution: uniform, low: 2, high: 1}\n")
        let identifiers = Set(findings.map(\.message.identifier))
        #expect(
            identifiers.isSuperset(of: [
                "uncertainty.distributionNeeds", "uncertainty.unknownKey",
                "uncertainty.lowOverHigh", "uncertainty.fieldMissing",
            ]), "\(identifiers)")
    }

    @Test("A scenario that declares nothing, or something, plans as one that is silent")
    func plans() throws {
        let silent = try WrittenScenario.outcome("")
        let loud = try WrittenScenario.outcome(
            Self.inputs(
                "key: carbon.price, distribution: uniform, low: 0, high: 1"))
        for year in 0..<4 {
            #expect(loud.nationalCost(year: year) == silent.nationalCost(year: year))
        }
    }
}
