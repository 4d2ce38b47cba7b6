import Reporting
import Simulator
import TestSupport

/// Runs that reports are made of, each computed once.
enum ReportFixture {
    static func record(_ name: String, _ options: [String] = []) throws -> RunRecord {
        RunRecord(
            scenario: try Repository.scenario(name, options), data: try Repository.data(),
            plan: try Repository.plan(name, options))
    }

    private static let scarceResult = Result { try record("certificates-scarce") }
    private static let issuedResult = Result { try record("policies-as-issued") }
    private static let infeasibleResult = Result { try record("physical-by-2027") }
    private static let unmovedResult = Result {
        try record("policies-as-issued", ["pace.national=0"])
    }
    private static let yearlyResult = Result {
        try record("certificates-scarce", ["planning.foresight=myopic"])
    }
    private static let projectedResult = Result {
        RunRecord(
            scenario: try Repository.scenario("certificates-scarce"), data: try Repository.data(),
            outcome: Outcome.withoutPlan(try Repository.baseline("certificates-scarce")))
    }

    /// Moves, missed quotas and prices.
    static func scarce() throws -> RunRecord { try scarceResult.get() }
    static func issued() throws -> RunRecord { try issuedResult.get() }
    /// No plan meets every limit.
    static func infeasible() throws -> RunRecord { try infeasibleResult.get() }
    /// Nothing moves.
    static func unmoved() throws -> RunRecord { try unmovedResult.get() }
    /// Decided year by year.
    static func yearly() throws -> RunRecord { try yearlyResult.get() }
    /// A projection.
    static func projected() throws -> RunRecord { try projectedResult.get() }

    static func page(
        _ record: RunRecord, base: RunRecord? = nil, _ language: Language = .english
    ) throws -> ParsedPage {
        ParsedPage(
            try HTMLReport(
                record, base: base, language: language,
                shippedScenarios: Repository.scenarioNames
            ).html)
    }

    /// The rows of one of the run's files, each by the names of its columns.
    static func rows(_ record: RunRecord, _ file: String) -> [[String: String]] {
        let bytes = record.files().first { $0.name == file }?.bytes ?? []
        let document = CSVReader(file: file).read(bytes)
        return (0..<document.recordCount).map { row in
            var cells: [String: String] = [:]
            for (place, name) in document.header.enumerated() {
                cells[name] = document.text(record: row, field: place)
            }
            return cells
        }
    }
}
