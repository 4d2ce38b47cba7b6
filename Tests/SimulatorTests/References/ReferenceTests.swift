import TestSupport
import Testing

@testable import Simulator

@Suite("Later runs are held to a reference")
struct ReferenceTests {
    private static func change(
        _ table: TableName, _ key: [String], _ column: String, to text: String
    ) throws -> (data: DataSet, change: CellChange) {
        let data = try Repository.data()
        let row = try #require(
            RecordedInputs(data).rows.first { $0.table == table && $0.key == key })
        let now = row.cells.first { $0.column == column }?.text
        // Undoing a change from the new value back to the old puts the new one there.
        let change = CellChange(row, column: column, recorded: text, found: now)
        return (data.undoing([change]), change)
    }

    @Test("What a scenario's files set is recorded whole", arguments: Repository.scenarioNames)
    func settings(_ name: String) throws {
        let scenario = try Repository.scenario(name)
        let yaml = Reference.settings(of: scenario)
        var findings = FindingList()
        let source = try #require(
            ScenarioSource(Array(yaml.utf8), file: "scenario.yaml", findings: &findings))
        let context = try #require(scenario.context)
        let layer = source.layer(context: context, findings: &findings)
        #expect(!findings.hasErrors, "\(findings.findings.map { $0.rendered(in: .english) })")
        let read = Dictionary(
            layer.assignments.map { ($0.address, $0.value) }, uniquingKeysWith: { $1 })
        #expect(read == scenario.assignments.mapValues(\.value))
    }

    @Test("Recorded inputs and results read back as they are")
    func roundTrip() throws {
        let data = try Repository.data()
        let inputs = RecordedInputs(data)
        let read = try #require(
            RecordedInputs(CSVReader(file: "inputs.csv").read(inputs.csv.bytes)))
        #expect(inputs.changes(to: read).isEmpty)
        #expect(read.changes(to: inputs).isEmpty)
        #expect(inputs.rows.count == read.rows.count)
        let results = RecordedResults(ResultTable(try Repository.plan("dry-yunnan").outcome))
        let again = try #require(
            RecordedResults(CSVReader(file: "results.csv").read(results.csv.bytes)))
        #expect(again == results)
    }

    @Test("A changed cell is named with its line, and undone it is as before")
    func cells() throws {
        let data = try Repository.data()
        let (changed, _) = try Self.change(
            .generation, ["CN-YN", "2024", "hydro"], "value", to: "300")
        let found = RecordedInputs(data).changes(to: RecordedInputs(changed))
        #expect(found.count == 1)
        let change = try #require(found.first)
        #expect(change.place == "generation.csv:82: CN-YN 2024 hydro value")
        #expect(change.recorded == "310.73")
        #expect(change.found == "300")
        let back = changed.undoing(found)
        #expect(RecordedInputs(data).changes(to: RecordedInputs(back)).isEmpty)
    }

    @Test("A row that is gone comes back as it was, one that was added goes")
    func rows() throws {
        let data = try Repository.data()
        let recorded = RecordedInputs(data)
        let row = try #require(recorded.rows.first { $0.table == .hosting })
        let added = CellChange(row, column: nil, recorded: nil, found: row.name)
        let without = data.undoing([added])
        let lost = recorded.changes(to: RecordedInputs(without))
        #expect(lost.count == 1)
        #expect(lost.first?.found == nil)
        let back = without.undoing(lost)
        #expect(recorded.changes(to: RecordedInputs(back)).isEmpty)
        #expect(RecordedInputs(without).changes(to: recorded).first?.recorded == nil)
    }

    @Test("The order of rows changes no recorded input")
    func order() throws {
        let data = try Repository.data()
        let table = data[.generation]
        let reversed = DataTable(
            schema: table.schema, file: table.file, rows: table.rows.reversed())
        var tables: [TableName: DataTable] = [:]
        for name in TableName.allCases {
            tables[name] = name == .generation ? reversed : data[name]
        }
        let other = DataSet(
            directory: data.directory, tables: tables, provinces: data.provinces,
            digests: data.digests, notices: [])
        #expect(
            RecordedInputs(data).csv.text == RecordedInputs(other).csv.text)
    }

    @Test("The longest pattern gives a result its tolerance, its own name before all")
    func tolerances() throws {
        let text =
            "variable,absolute,relative\n*,1,0\nCost|*,2,0\nCost|Aluminum|Power*,3,0\n"
            + "Cost|Aluminum,4,0.5\n"
        let tolerances = try Tolerances(Array(text.utf8), file: "tolerances.csv")
        #expect(tolerances["Emissions|CO2e|Aluminum|Direct"].absolute == 1)
        #expect(tolerances["Cost|Aluminum|Carbon"].absolute == 2)
        #expect(tolerances["Cost|Aluminum|Power|Grid"].absolute == 3)
        #expect(tolerances.allowance("Cost|Aluminum", recorded: -10) == 9)
        #expect(try Tolerances(tolerances.csv.bytes, file: "again.csv") == tolerances)
    }

    @Test("Drifts stand by how often they exceed what is allowed")
    func drifts() throws {
        func results(_ values: [Double?]) throws -> RecordedResults {
            var text = "variable,unit,region,2024\n"
            for (index, value) in values.enumerated() {
                text += "V\(index),Mt,China,\(value.map { "\($0)" } ?? "")\n"
            }
            return try #require(
                RecordedResults(CSVReader(file: "results.csv").read(Array(text.utf8))))
        }
        let tolerances = try Tolerances(
            Array("variable,absolute,relative\n*,0.1,0.01\n".utf8), file: "tolerances.csv")
        let found = Drift.all(
            recorded: try results([1, 100, -2, 5, nil, 0]),
            found: try results([1.1, 102.2, 2, nil, 7, 0.05]), tolerances: tolerances)
        #expect(found.map(\.place.variable) == ["V3", "V4", "V2", "V1"])
        #expect(found.map(\.changesSign) == [false, false, true, false])
        #expect(agree(found[2].excess, 4 / 0.12))
        #expect(agree(found[3].excess, 2.2 / 1.1))
    }
}
