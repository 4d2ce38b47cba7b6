import Simulator
import TestSupport
import Testing

/// Pages of `docs` that are written by the program and renewed by `Scripts/golden`.
@Suite("Generated pages of the documentation are what the program writes")
struct GeneratedPageTests {
    private func compare(_ text: String, with page: String) throws {
        let path = "\(Repository.folder)/docs/\(page)"
        if GoldenTable.isRenewing {
            try FileLayer().replaceFile(at: path, with: Array(text.utf8))
            return
        }
        let bytes = try FileLayer().readFile(at: path, limit: 1 << 24)
        // Compared line by line, so that a failure prints a line and not a page.
        let written = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let due = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(written.count == due.count, "\(page): run Scripts/golden")
        for (line, pair) in zip(written, due).enumerated() where pair.0 != pair.1 {
            Issue.record("\(page), line \(line + 1): run Scripts/golden")
            break
        }
    }

    @Test("inputs.md lists every input of the shipped tables")
    func inputs() throws {
        try compare(InputList(data: Repository.data()).markdown(in: .english), with: "inputs.md")
    }

    @Test("glossary.md holds every term in both languages")
    func glossary() throws {
        try compare(GlossaryTerm.markdown, with: "glossary.md")
        let terms = GlossaryTerm.allCases.map(\.term)
        #expect(Set(terms.map(\.english)).count == terms.count)
        #expect(Set(terms.map(\.chinese)).count == terms.count)
    }

    @Test("every value of the tables that has a grade stands in the list, with unit and source")
    func completeness() throws {
        let data = try Repository.data()
        let list = InputList(data: data)
        for table in list.tables {
            #expect(!table.series.isEmpty)
            for series in table.series {
                #expect(!series.unit.isEmpty && !series.values.isEmpty, "\(series)")
                #expect(!series.grades.isEmpty && !series.sources.isEmpty, "\(series)")
            }
        }
        let parameters = try #require(list.tables.first { $0.name == .parameters })
        let keys = Set(
            data[.parameters].rows.compactMap { data[.parameters].text("key", $0) })
        #expect(Set(parameters.series.map(\.name)) == keys)
        let smelters = try #require(list.tables.first { $0.name == .smelters })
        #expect(
            Set(smelters.series.compactMap { $0.name.split(separator: " ").first.map(String.init) })
                == Set(data[.smelters].rows.compactMap { data[.smelters].text("smelter", $0) }))
    }

    @Test("units of rows with several values are told apart")
    func units() throws {
        let list = InputList(data: try Repository.data())
        let certificates = try #require(list.tables.first { $0.name == .certificates })
        #expect(
            certificates.series.map { "\($0.name) \($0.unit)" } == [
                "price CNY/MWh", "price_slope CNY/MWh per TWh", "limit TWh", "max_share %",
            ])
    }
}
