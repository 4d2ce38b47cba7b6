internal import PlannerPage
internal import Reporting
internal import Simulator
internal import TestSupport
internal import Testing

@Suite struct `Figures of an answer` {
    private static let drawn: [FigureName] = FigureName.allCases

    @Test(arguments: drawn, Language.allCases)
    func `stand with the numbers they draw`(name: FigureName, language: Language) throws {
        let page = try AnswerFixture.parsed(AnswerFixture.scarce(), language)
        let figures = page.figures(name.rawValue)
        #expect(!figures.isEmpty)
        for figure in figures {
            let table = try #require(figure.first("details", "data"))
            #expect(!table.rows.isEmpty)
            // Every number of the table is in the drawing's words, for all widths.
            for style in ["wide", "narrow"] {
                let svg = try #require(figure.first("div", style)?.first("svg"))
                let words = svg.every("title").map(\.text).joined(separator: "\n")
                let texts = svg.every("text").map(\.text)
                for cell in table.rows.flatMap({ $0 }) where Double(cell) != nil {
                    guard cell.contains(".") else { continue }
                    #expect(
                        words.contains(cell) || texts.contains { $0.contains(cell) }
                            || name == .provinces || name == .quotas,
                        "\(name) \(style): \(cell)")
                }
            }
        }
    }

    @Test(arguments: drawn)
    func `come as files with the same numbers, as exact as they are`(name: FigureName) throws {
        let state = AnswerFixture.scarce()
        let document = AnswerDocument(try AnswerFixture.answer(state), language: .english)
        let page = try AnswerFixture.parsed(state)
        let figure = try #require(page.figures(name.rawValue).first { $0["hidden"] == nil })
        let shown = try #require(figure.first("details", "data")).rows
        let file = CSVReader(file: "figure.csv").read(document.table(name).bytes)
        #expect(file.recordCount == shown.count)
        for (index, row) in shown.enumerated() {
            #expect(row.count == file.header.count)
            for (column, cell) in row.enumerated() {
                let exact = file.text(record: index, field: column)
                if cell.contains("."), let number = Double(exact) {
                    let decimals = cell.split(separator: ".").last.map { $0.count } ?? 0
                    #expect(DecimalText.fixed(number, decimals: decimals) == cell)
                } else {
                    #expect(exact == cell, "\(name) \(index) \(column)")
                }
            }
        }
        let units = file.header.joined(separator: " ")
        #expect(
            units.contains("(%)") || units.contains("(TWh)") || units.contains("CNY")
                || units.contains("Mt"))
    }

    @Test func `hold the values of results.csv`() throws {
        let answer = try AnswerFixture.answer(AnswerFixture.scarce())
        let document = AnswerDocument(answer, language: .english)
        for row in AnswerFixture.rows(document.table(.shares)) {
            let year = try #require(Int(row["year"] ?? ""))
            let value = try AnswerFixture.national(
                answer.record, "Green Power Share|Aluminum|Credited", year)
            #expect(row["this plan (%)"] == DecimalText.exported(value))
            let base = try AnswerFixture.national(
                try #require(answer.base), "Green Power Share|Aluminum|Credited", year)
            #expect(row["as opened (%)"].map { $0 == DecimalText.exported(base) } ?? true)
        }
        for row in AnswerFixture.rows(document.table(.cost)) {
            let year = try #require(Int(row["year"] ?? ""))
            let total = try #require(Double(row["total, this plan (billion CNY)"] ?? ""))
            let value = try AnswerFixture.national(answer.record, "Cost|Aluminum", year)
            #expect(abs(total * 1000 - value) < 1e-6 * value)
        }
    }

    @Test func `that stand alone bring their style and their heading`() throws {
        let document = AnswerDocument(
            try AnswerFixture.answer(AnswerFixture.scarce()), language: .chinese)
        let figure = try #require(document.figure(.quotas))
        #expect(figure.svg.contains("<style>") && figure.svg.contains(figure.title))
        #expect(ParsedAnswer(figure.svg).fault == nil)
    }

    @Test func `show how far results spread where an ensemble was drawn`() throws {
        let state = AnswerFixture.scarce()
        let record = try AnswerFixture.answer(state).record
        var csv = CSVText(header: "scenario,region,variable,year,draws,p05,p25,p50,p75,p95")
        for row in record.results.rows where row.province == nil {
            let variable = VariableDefinition.all[row.variable]
            let numbers = [-2.0, -1, 0, 1, 2].map { DecimalText.exported(row.value + $0) }
            let year = record.outcome.inputs.horizon.year(at: row.year)
            csv.append(["x", "China", variable.name, "\(year)", "40"] + numbers)
        }
        let bands = try EnsembleBands(csv: csv.bytes, file: "ensemble.csv")
        let answer = try AnswerFixture.answer(state, bands: bands)
        let rows = AnswerFixture.rows(AnswerDocument(answer, language: .english).table(.shares))
        for row in rows {
            let middle = try #require(Double(row["this plan (%)"] ?? ""))
            let low = try #require(Double(row["this plan, 5 % quantile (%)"] ?? ""))
            let high = try #require(Double(row["this plan, 95 % quantile (%)"] ?? ""))
            #expect(abs(low - middle + 2) < 1e-6 && abs(high - middle - 2) < 1e-6)
        }
    }

    @Test func `take their colours from the page's own style sheet`() {
        let style = String(decoding: PageAsset.style.bytes, as: UTF8.self)
        #expect(style.contains(FigurePalette.pageSheet))
    }
}
