import TestSupport
import Testing

@testable import Simulator

@Suite("A number is asked for as people write it")
struct ExplanationTargetTests {
    private static let outcome = Result {
        Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
    }

    private func target(_ text: String) throws -> ExplanationTarget {
        try ExplanationTarget(
            text, outcome: Self.outcome.get(), context: Repository.data().scenarioContext)
    }

    private func refusal(_ text: String) throws -> [String] {
        do {
            _ = try target(text)
            return []
        } catch let rejected as InputRejected {
            return rejected.findings.map(\.message.identifier)
        }
    }

    @Test("By short names, full names, parts of names and meanings")
    func names() throws {
        let credited = "Green Power Share|Aluminum|Credited"
        for text in [
            "green_share[Henan,2026]", "GREEN_SHARE_CREDITED[Henan,2026]", credited + "[HA,2026]",
            credited.lowercased() + "[CN-HA,2026]", "share|aluminum|credited[河南,2026]",
            "green_share [ 2026 , 河南省 ]", "green_share［河南，2026］", "green_share【河南，2026】",
            "按“计入”规则的绿电比例[河南,2026]",
        ] {
            let target = try target(text)
            #expect(target.name == credited, "\(text)")
            #expect(target.province == (try Self.outcome.get()).inputs.provinceIndex(code: "CN-HA"))
            #expect(target.year == 2)
        }
    }

    @Test("China and the last year hold where nothing else is said")
    func defaults() throws {
        for text in ["cost", "cost[China]", "cost[2027]", "cost[全国,2027]", "cost[china,2027]"] {
            let target = try target(text)
            #expect(target.name == "Cost|Aluminum")
            #expect(target.province == nil)
            #expect(target.year == 3, "\(text)")
        }
        #expect(try target("emissions").name == "emissions")
        #expect(try target("shortfall[Henan]").quantity == .headline(.shortfall))
    }

    @Test("What fits several or none is refused, all of it at once")
    func refusals() throws {
        #expect(try refusal("Aluminum[Henan,2026]") == ["explanation.ambiguousVariable"])
        #expect(try refusal("gren_share[Henan,2026]") == ["explanation.unknownVariableNearest"])
        #expect(try refusal("qqqqqqqqqqqqqqq") == ["explanation.unknownVariable"])
        #expect(try refusal("") == ["explanation.unknownVariable"])
        #expect(
            try refusal("cost[Henan") == [
                "explanation.badCoordinates"
            ])
        #expect(try refusal("cost[]") == ["explanation.badCoordinates"])
        #expect(try refusal("cost[Henan,Yunnan]") == ["explanation.badCoordinates"])
        #expect(try refusal("cost[2026,2027]") == ["explanation.badCoordinates"])
        #expect(try refusal("cost[Henan,2031]") == ["sweep.yearOutside"])
        #expect(try refusal("cost[Shanxxi,2026]").count == 1)
        #expect(
            try refusal("gren_share[Yunan,1999]") == [
                "explanation.unknownVariableNearest", "scenario.unknown_province_nearest",
                "sweep.yearOutside",
            ])
    }

    @Test(
        "A number that the run does not have is refused with the reason",
        arguments: [
            ("Grid Clean Share", "explanation.onlyProvinces"),
            ("Price|Certificate[Henan]", "explanation.onlyChina"),
            ("green_share[Hainan]", "scenario.province_without_data"),
        ])
    func missing(_ text: String, _ identifier: String) throws {
        let scenario = try Repository.scenario("policies-as-issued")
        let record = RunRecord(
            scenario: scenario, data: try Repository.data(), outcome: try Self.outcome.get())
        do {
            let explanation = try Explanation(record, try target(text))
            Issue.record("\(explanation.value)")
        } catch let rejected as InputRejected {
            #expect(rejected.findings.map(\.message.identifier) == [identifier])
        }
    }

    @Test("The nearest name is offered")
    func nearest() throws {
        do {
            _ = try target("emisions")
            Issue.record("accepted")
        } catch let rejected as InputRejected {
            let text = rejected.findings[0].message.rendered(in: .english)
            #expect(text.contains("'emissions'"), "\(text)")
        }
    }
}
