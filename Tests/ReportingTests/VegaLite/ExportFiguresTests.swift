import Foundation
import Reporting
import Simulator
import TestSupport
import Testing

@Suite("Figures of an export as Vega-Lite specifications")
struct ExportFiguresTests {
    private func export(_ format: ResearchExport.Format) throws -> ResearchExport {
        let data = try Repository.data()
        let baseline = try Repository.baseline("policies-as-issued")
        let record = RunRecord(
            scenario: try Repository.scenario("policies-as-issued"), data: data,
            outcome: Outcome.withoutPlan(baseline))
        let runs = [try PublishedRun(record), try PublishedRun(record, named: "it's \\ another")]
        return ResearchExport(
            runs: runs, format: format, provinces: data.provinces.entries,
            sources: try PackageSources(runs: runs, data: data, files: FileLayer()))
    }

    /// Every text of a specification, keys left out.
    private func texts(_ value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let object as [String: Any]: object.values.flatMap(texts)
        default: []
        }
    }

    private func addresses(_ value: Any) -> [String] {
        switch value {
        case let list as [Any]: list.flatMap(addresses)
        case let object as [String: Any]:
            object.flatMap { key, value in
                key == "url" ? [value as? String ?? ""] : addresses(value)
            }
        default: []
        }
    }

    @Test(
        "Each is JSON that reads the export's own tables and no other",
        arguments: ResearchExport.Format.allCases, Language.allCases)
    func valid(_ format: ResearchExport.Format, _ language: Language) throws {
        let export = try export(format)
        let figures = ExportFigures(export, language: language, data: try Repository.data())
            .files()
        let names = Set(export.files(figures: figures, language: language).map(\.name))
        #expect(figures.count == 5)
        for figure in figures {
            let read = try JSONSerialization.jsonObject(with: Data(figure.bytes))
            let specification = try #require(read as? [String: Any], "\(figure.name)")
            #expect(
                specification["$schema"] as? String
                    == "https://vega.github.io/schema/vega-lite/v5.json")
            let found = addresses(specification)
            #expect(!found.isEmpty)
            for address in found {
                #expect(address.hasPrefix("../"))
                #expect(names.contains(String(address.dropFirst(3))), "\(address)")
            }
        }
    }

    @Test("They name only variables and runs that the export has")
    func variables() throws {
        let export = try export(.iamc)
        let known = Set(VariableDefinition.all.map(\.name))
        for figure in ExportFigures(export, language: .english, data: try Repository.data())
            .files()
        {
            let read = try JSONSerialization.jsonObject(with: Data(figure.bytes))
            for text in texts(read) where text.contains("|Aluminum") && !text.contains("datum.") {
                #expect(known.contains(text), "\(text)")
            }
        }
    }

    @Test("A projection is not passed off as a plan")
    func status() throws {
        let files = ExportFigures(
            try export(.iamc), language: .english, data: try Repository.data()
        ).files()
        let cost = try #require(files.first { $0.name == "vega-lite/cost.vl.json" })
        #expect(
            String(decoding: cost.bytes, as: UTF8.self)
                .contains("policies-as-issued (projected, no plan)"))
    }

    @Test("Only words differ between the languages; nothing else has any")
    func languages() throws {
        let export = try export(.datapackage)
        let english = ExportFigures(export, language: .english, data: try Repository.data())
            .files()
        let chinese = ExportFigures(export, language: .chinese, data: try Repository.data())
            .files()
        #expect(english.map(\.name) == chinese.map(\.name))
        for (first, second) in zip(english, chinese) { #expect(first.bytes != second.bytes) }
    }
}
