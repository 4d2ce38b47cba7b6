import TestSupport
import Testing

@testable import Simulator

@Suite("A drift is told with its cause")
struct DriftCauseTests {
    private static let name = "dry-yunnan"

    private static func record(_ data: DataSet, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.library.load(
            name, options: options, context: data.scenarioContext)
        let plan = try Planner().plan(Baseline(ModelInputs(data: data, scenario: scenario)))
        return RunRecord(scenario: scenario, data: data, plan: plan)
    }

    /// A reference as if another program had written it.
    private static func reference(
        _ record: RunRecord, version: String = ProgramVersion.current,
        results: (String) -> String = { $0 }
    ) throws -> Reference {
        let manifest = record.manifest.rendered.replacing(
            "\"version\": \"\(ProgramVersion.current)\"", with: "\"version\": \"\(version)\"")
        let text = results(RecordedResults(record.results).csv.text)
        return Reference(
            name: "r", run: try #require(StoredManifest(Array(manifest.utf8))),
            results: try #require(
                RecordedResults(CSVReader(file: "results.csv").read(Array(text.utf8)))),
            inputs: RecordedInputs(record.data),
            settingsPath: "\(Repository.scenariosFolder)/\(name).yaml")
    }

    private static func check(_ reference: Reference, _ record: RunRecord) throws
        -> ReferenceCheck
    {
        try ReferenceCheck(
            reference, record: record, source: ScenarioOrigin(path: reference.settingsPath),
            library: Repository.library)
    }

    /// The first total of emissions, one per cent higher.
    private static func moved(_ text: String) -> String {
        text.split(separator: "\n").map { line in
            guard line.hasPrefix("Emissions|CO2e|Aluminum|Direct,Mt CO2-equiv/yr,China,") else {
                return String(line)
            }
            var cells = line.split(separator: ",").map(String.init)
            cells[3] = DecimalText.exported((Double(cells[3]) ?? 0) * 1.01)
            return cells.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }

    @Test("Another version is named where inputs and options are the same")
    func version() throws {
        let record = try Self.record(Repository.data())
        let check = try Self.check(
            Self.reference(record, version: "0.0.9", results: Self.moved), record)
        #expect(check.causes == [.version(recorded: "0.0.9", found: ProgramVersion.current)])
        #expect(check.drifts.map(\.causes) == [[0]])
        #expect(!check.isPassed)
    }

    @Test("Where nothing explains a drift, that is said")
    func unknown() throws {
        let record = try Self.record(Repository.data())
        let check = try Self.check(Self.reference(record, results: Self.moved), record)
        #expect(check.causes.isEmpty)
        #expect(check.drifts.map(\.causes) == [[0]])
        #expect(check.drifts.first?.place.year == 2024)
    }

    @Test("A run that comes out the same has neither drift nor cause")
    func same() throws {
        let record = try Self.record(Repository.data())
        let check = try Self.check(Self.reference(record), record)
        #expect(check.isPassed)
        #expect(check.isSameBytes)
        #expect(check.causes.isEmpty)
    }

    @Test("Of two changed cells, each is named for what it does, and an unexplained rest too")
    func apart() throws {
        let data = try Repository.data()
        let rows = RecordedInputs(data).rows
        func changed(_ province: String, to text: String) throws -> CellChange {
            let row = try #require(
                rows.first { $0.table == .generation && $0.key == [province, "2024", "wind"] })
            return CellChange(
                row, column: "value", recorded: text,
                found: row.cells.first { $0.column == "value" }?.text)
        }
        let other = data.undoing([
            try changed("CN-GS", to: "30"), try changed("CN-XJ", to: "40"),
        ])
        let check = try Self.check(
            Self.reference(Self.record(data), results: Self.moved), Self.record(other))
        let places = check.causes.map { cause -> String in
            if case .cell(let change) = cause { change.key[0] } else { "" }
        }
        #expect(places == ["CN-GS", "CN-XJ"])
        func causes(_ variable: String, _ region: String) -> [[Int]] {
            check.drifts.filter { $0.place.variable == variable && $0.place.region == region }
                .filter { $0.place.year == 2024 }.map(\.causes)
        }
        #expect(causes("Secondary Energy|Electricity|Wind", "China|Gansu") == [[0]])
        #expect(causes("Secondary Energy|Electricity|Wind", "China|Xinjiang") == [[1]])
        #expect(causes("Secondary Energy|Electricity|Wind", "China") == [[0, 1]])
        // What no input explains is called so, beside the inputs.
        #expect(causes("Emissions|CO2e|Aluminum|Direct", "China") == [[2]])
    }

    @Test("An option is told apart from a scenario file")
    func option() throws {
        let data = try Repository.data()
        let check = try Self.check(
            Self.reference(Self.record(data)), Self.record(data, ["carbon.price.2027=250"]))
        #expect(check.causes.count == 1)
        guard case .key(let change) = check.causes.first else {
            Issue.record("not a key")
            return
        }
        #expect(change.isOption)
        #expect(change.address.written == "carbon.price.2027")
        #expect(change.found == "250")
        #expect(check.drifts.allSatisfy { $0.causes == [0] })
        #expect(!check.drifts.isEmpty)
    }
}
