import TestSupport
import Testing

@testable import Simulator

@Suite("Published company cases are computed by scenarios of their own")
struct CaseStudyTests {
    private static let study = Result { try CaseStudy(data: Repository.data()) }

    private func found(_ identifier: String) throws -> CaseStudy.Case {
        let cases = try Self.study.get().cases
        return try #require(cases.first { $0.identifier == identifier })
    }

    @Test("every case of the shipped table has an answer, and no answer lacks its case")
    func everyCaseIsKnown() throws {
        let table = try Repository.data()[.reported]
        let published = table.rows.filter { table.text("scope", $0) == "case" }
            .compactMap { table.text("id", $0) }
        let known = CaseComputation.all.map(\.identifier)
        #expect(Set(known).count == known.count)
        #expect(Set(known) == Set(published))
        #expect(try Self.study.get().cases.map(\.identifier) == published)
    }

    @Test("what differs, differs; what does not reconcile fails nothing")
    func verdicts() throws {
        let cases = try Self.study.get().cases
        for row in cases {
            switch row.verdict {
            case .agrees, .differs: #expect(row.computed != nil && row.run != nil)
            case .notComputed:
                #expect(row.computed == nil)
                #expect(!row.reason.english.isEmpty && !row.reason.chinese.isEmpty)
            case .notReconciled: #expect(!row.reason.english.isEmpty)
            }
        }
        // The grid's mix of Gansu is not what the smelter is certified for.
        #expect(
            cases.filter { $0.verdict == .differs }.map(\.identifier)
                == ["lintao-green-2024", "lintao-share-2024"])
        #expect(try found("hongtai-footprint-cut").verdict == .notReconciled)
    }

    /// What a user gets who types the settings of a case behind `greenalu run`.
    private func byHand(_ row: CaseStudy.Case) throws -> (first: Outcome, second: Outcome) {
        let run = try #require(row.run)
        func outcome(_ options: [String]) throws -> Outcome {
            Outcome.withoutPlan(try Repository.baseline("policies-as-issued", options))
        }
        return (try outcome(run.circumstances), try outcome(run.circumstances + run.change))
    }

    @Test("a saving is what two runs of the shown settings differ by")
    func savingByHand() throws {
        let row = try found("zhongfu-tce")
        let runs = try byHand(row)
        let variable = "Standard Coal Equivalent|Aluminum"
        let province = try #require(runs.first.inputs.provinceIndex(code: "CN-SC"))
        let first = try #require(ResultTable(runs.first)[variable, province, 0])
        let second = try #require(ResultTable(runs.second)[variable, province, 0])
        let computed = try #require(row.computed)
        #expect(agree(computed, (second - first) * 1e6))
        // 638 kWh/t on 0.50 Mt at 0.1229 kgce/kWh.
        #expect(agree(computed, 39205.1))
    }

    @Test("emissions saved are those of the settings shown, in the unit of the figure")
    func emissionsByHand() throws {
        let row = try found("zhongfu-co2")
        let runs = try byHand(row)
        let province = try #require(runs.first.inputs.provinceIndex(code: "CN-SC"))
        let saved =
            runs.second.province[province, 0].powerEmissions
            - runs.first.province[province, 0].powerEmissions
        #expect(agree(try #require(row.computed), saved))
        // 6.775 TWh at 0.80 t/MWh; by the tables' own factors it is another number.
        #expect(agree(saved, 5.42))
        let alone = try #require(row.run?.tablesAlone)
        #expect(abs(alone - saved) > 1)
    }

    @Test("a capacity of a later year counts planned transfers")
    func laterYear() throws {
        #expect(agree(try #require(try found("qh-beichuan-complete").computed), 1.1))
        #expect(agree(try #require(try found("qh-beichuan-running").computed), 0.8))
    }

    @Test("years that no run has, other units and unknown cases are not computed, with the reason")
    func obstacles() throws {
        var runs = try CaseRuns(data: Repository.data())
        func obstacle(_ identifier: String, _ year: Int, _ unit: String) -> String? {
            do {
                _ = try runs.answer(identifier, year: year, unit: unit)
                return nil
            } catch {
                return error.message.identifier
            }
        }
        #expect(obstacle("zhongfu-tce", 2024, "tce/yr") == nil)
        #expect(obstacle("zhongfu-tce", 2023, "tce/yr") == "case.beforeBaseYear")
        #expect(obstacle("zhongfu-tce", 2031, "tce/yr") == "case.afterLastYear")
        #expect(obstacle("zhongfu-tce", 2024, "barrels") == "case.otherUnit")
        #expect(obstacle("my-own-case", 2024, "t") == "case.unknownCase")
        #expect(obstacle("hongjun-sold-2024", 2024, "Mt") == "case.isSale")
    }

    @Test("a figure just outside its tolerance differs, on either side")
    func tolerance() {
        func verdict(_ computed: Double, _ comparison: String = "about") -> Validation.Verdict {
            Validation.verdict(
                reported: 200, computed: computed, tolerance: 1, comparison: comparison,
                reconciles: true)
        }
        #expect(verdict(201.99) == .agrees && verdict(202.01) == .differs)
        #expect(verdict(198.01) == .agrees && verdict(197.99) == .differs)
        #expect(verdict(900, "at_least") == .agrees && verdict(197, "at_least") == .differs)
        #expect(verdict(100, "at_most") == .agrees && verdict(203, "at_most") == .differs)
    }
}
