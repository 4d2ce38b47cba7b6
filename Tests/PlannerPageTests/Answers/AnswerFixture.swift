internal import PlannerPage
internal import Reporting
internal import Simulator
internal import TestSupport
internal import Testing

/// Answers that several tests look at; what was planned for one is not planned again.
enum AnswerFixture {
    static let shelf = RecordShelf(limit: 64)

    static func answer(
        _ state: PageState, saved: [SavedScenario] = [], bands: EnsembleBands? = nil
    ) throws -> Answer {
        try LeverDesk.desk(saved: saved).answer(to: state, shelf: shelf, bands: { _ in bands })
    }

    static func parsed(
        _ state: PageState, _ language: Language = .english
    ) throws -> ParsedAnswer {
        let page = ParsedAnswer(
            AnswerDocument(try answer(state), language: language).html)
        try #require(page.fault == nil)
        return page
    }

    /// Scarce certificates against a dearer carbon price: moves, missed quotas, prices, and a base
    /// that differs in everything.
    static func scarce() -> PageState {
        LeverDesk.state("certificates-scarce", ["carbon.price": "300"])
    }

    /// The rows of a file of a run, each by the names of its columns.
    static func rows(_ csv: CSVText) -> [[String: String]] {
        let document = CSVReader(file: "table.csv").read(csv.bytes)
        return (0..<document.recordCount).map { row in
            var cells: [String: String] = [:]
            for (place, name) in document.header.enumerated() {
                cells[name] = document.text(record: row, field: place)
            }
            return cells
        }
    }

    /// A number of China in a year of `results.csv`.
    static func national(_ record: RunRecord, _ variable: String, _ year: Int) throws -> Double {
        let row = rows(record.results.csv).first {
            $0["region"] == "China" && $0["variable"] == variable && $0["year"] == String(year)
        }
        return try #require((row?["value"]).flatMap { Double($0) })
    }
}
