import TestSupport
import Testing

@testable import Simulator

@Suite("An explanation is of a number of the run")
struct ExplanationTests {
    private static let name = "carbon-price-300"

    private static let record = Result {
        RunRecord(
            scenario: try Repository.scenario(name, ["growth.wind.CN-GS=9"]),
            data: try Repository.data(),
            outcome: Outcome.withoutPlan(
                try Repository.baseline(name, ["growth.wind.CN-GS=9"])))
    }

    private func explanation(_ record: RunRecord, _ text: String) throws -> Explanation {
        try Explanation(
            record,
            try ExplanationTarget(
                text, outcome: record.outcome, context: record.data.scenarioContext))
    }

    /// The run held against tables in which Shandong once burnt more coal than when it was made.
    private func tampered() throws -> RunRecord {
        let record = try Self.record.get()
        let row = try #require(
            RecordedInputs(record.data).rows.first {
                $0.table == .generation && $0.key == ["CN-SD", "2024", "thermal"]
            })
        let found = try #require(row.cells.first { $0.column == "value" }?.text)
        let change = CellChange(row, column: "value", recorded: "900", found: found)
        return RunRecord(
            scenario: record.scenario, data: record.data.undoing([change]),
            outcome: record.outcome)
    }

    @Test("A headline figure is explained as the reports have it, in China and in a province")
    func headline() throws {
        let record = try Self.record.get()
        let (outcome, results) = (record.outcome, record.results)
        let province = try outcome.inputs.province("CN-HA")
        let whole = try explanation(record, "emissions[2026]")
        #expect(whole.target.quantity == .headline(.emissions))
        #expect(
            whole.value == HeadlineQuantity.emissions.value(outcome, results, year: 2))
        #expect(whole.year == 2026)
        #expect(whole.region == Text(en: "China", zh: "全国"))
        let part = try explanation(record, "emissions[Henan]")
        #expect(
            part.value
                == HeadlineQuantity.emissions.value(
                    outcome, results, province: province, year: 3))
        #expect(part.year == 2027)
        #expect(part.region == Text(en: "Henan", zh: "河南"))
        #expect(part.value < whole.value)
        #expect(abs(part.shares.values.reduce(0, +) - 1) < 1e-12)
    }

    @Test("A switch is told with its value and where it comes from")
    func settings() throws {
        let explanation = try explanation(Self.record.get(), "emissions")
        let growth = try #require(
            explanation.setting(ScenarioAddress("growth.wind", province: "CN-GS", year: 2026)))
        #expect(growth.value == .number(9))
        guard case .scenario = growth.origin else {
            Issue.record("\(growth.origin)")
            return
        }
        #expect(explanation.setting(ScenarioAddress("nothing.at.all")) == nil)
    }

    @Test("A number that does not follow from the tables at hand is a fault, not an explanation")
    func fault() throws {
        let record = try tampered()
        let reported = try explanation(Self.record.get(), "emissions[Shandong]").value
        let fault = try #require(throws: ExplanationFault.self) {
            try explanation(record, "emissions[Shandong]")
        }
        #expect(fault.variable == "emissions")
        #expect(fault.reported == reported)
        #expect(!Explanation.agree(fault.computed, fault.reported) && fault.computed.isFinite)
        // Other provinces have nothing to do with it.
        #expect(throws: Never.self) { try explanation(record, "emissions[Henan]") }
        let figure = try #require(throws: ExplanationFault.self) {
            try FoundationAnalysis(record)
        }
        #expect(HeadlineQuantity(rawValue: figure.variable) != nil)
        #expect(!Explanation.agree(figure.computed, figure.reported))
    }
}
