import TestSupport
import Testing

@testable import Simulator

@Suite("Runs read from their folders for publication")
struct PublishedRunTests {
    private func refusals(_ run: SmallRun) throws -> [String] {
        let rejected = try #require(throws: InputRejected.self) { try run.published() }
        return rejected.findings.map(\.message.identifier)
    }

    @Test("A folder says of itself what its manifest and scenario say")
    func header() throws {
        var small = SmallRun()
        small.options = ["carbon.price=100"]
        let run = try small.published()
        #expect(run.name == "small")
        #expect(run.title == Text(en: "Small: a test", zh: "小情景"))
        #expect(run.status == .optimal)
        #expect(run.objective == -3.5)
        #expect(run.options == ["carbon.price=100"])
        #expect(run.years == ["2024", "2025"])
        #expect(try small.published(named: "mine").name == "mine")
        #expect(try small.published(named: "mine").scenario == "small")
    }

    @Test(
        "A run is what it is called, optimal or not",
        arguments: zip(
            ["optimal", "infeasible", "not_converged"],
            [PublishedRun.Status.optimal, .infeasible, .notConverged]))
    func status(_ written: String, _ status: PublishedRun.Status) throws {
        var run = SmallRun()
        run.status = written
        #expect(try run.published().status == status)
        run.command = "run"
        #expect(try run.published().status == .projected)
    }

    @Test("A status of another version is refused")
    func unknownStatus() throws {
        var run = SmallRun()
        run.status = "splendid"
        #expect(try refusals(run) == ["export.unknown_status"])
    }

    @Test("Changed and missing files are all named")
    func files() throws {
        var run = SmallRun()
        run.changed["moves.csv"] = "move\n"
        run.missing = ["reasons.csv", "effective_scenario.yaml"]
        let found = try refusals(run)
        #expect(found.filter { $0 == "export.file_changed" }.count == 1)
        #expect(found.filter { $0 == "export.file_missing" }.count == 2)
    }

    @Test("Rows that tools would stumble over are refused with their line")
    func rows() throws {
        var run = SmallRun()
        let cell = "greenalu,small,China,Price|Certificate,CNY/MWh"
        run.tables[.results] = [
            "\(cell),2024,inf", "\(cell),2025,nan", "\(cell),2026,", "\(cell),soon,1",
            "\(cell),2027,1", "\(cell),2027,2", "greenalu,small,China,Wishes,Mt/yr,2024,1",
            "greenalu,small,China,Price|Certificate,USD/MWh,2028,1",
        ]
        let rejected = try #require(throws: InputRejected.self) { try run.published() }
        #expect(
            rejected.findings.map(\.message.identifier) == [
                "export.not_a_number", "export.not_a_number", "export.not_a_number",
                "export.not_a_number", "export.row_twice", "export.other_variable",
                "export.other_variable",
            ])
        #expect(rejected.findings.map(\.location.line) == [2, 3, 4, 5, 7, 8, 9])
    }

    @Test("Columns of another version are refused")
    func columns() throws {
        var run = SmallRun()
        run.tables[.moves] = []
        let folder = try TemporaryFolder()
        try run.write(folder, as: "run")
        let other = "move,smelter\n"
        try folder.write("run/moves.csv", other)
        let rejected = try #require(throws: InputRejected.self) {
            try PublishedRun(StoredRun(at: folder.path("run"), files: FileLayer()))
        }
        #expect(
            rejected.findings.map(\.message.identifier) == [
                "export.file_changed", "export.other_columns",
            ])
    }

    @Test("A run of this process has the columns that are documented")
    func ownColumns() throws {
        let record = try ResearchExportTests.projected.get()
        let files = Dictionary(uniqueKeysWithValues: record.files().map { ($0.name, $0.bytes) })
        for table in RunTableName.allCases {
            let bytes = try #require(files[table.fileName])
            let header = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
            #expect(String(header) == table.columns.map(\.name).joined(separator: ","))
        }
        #expect(try PublishedRun(record).title == record.scenario.title)
    }

    @Test("Names are told apart, and none is a number or a missing value")
    func names() {
        func found(_ names: [String]) -> [String] {
            RunNames.findings(names.map { ($0, "folder") }).map(\.message.identifier)
        }
        #expect(found(["a", "b c", "云南, 2027"]) == [])
        #expect(found(["a", "a"]) == ["export.same_name"])
        let unsuitable = [
            "", "2024", "1e5", "NA", "null", "NaN", "a|b", "a;b", "a:b", "a\"b", "a*", "{a}", " a",
            "a ", "a\u{1B}[1m", "inf",
        ]
        for name in unsuitable { #expect(found([name]) == ["export.unsuitable_name"], "\(name)") }
    }

    @Test("A region that the tables do not know is refused, since no list could hold it")
    func regions() throws {
        var run = SmallRun()
        run.tables[.results] = [
            "greenalu,small,China|Yunan,Capacity|Aluminum|Primary,Mt/yr,2024,4.5",
            "greenalu,small,China,Capacity|Aluminum|Primary,Mt/yr,2024,4.5",
        ]
        let findings = ResearchExport.regionFindings(
            try run.published(), data: try Repository.data())
        #expect(findings.map(\.message.identifier) == ["export.unknown_region"])
    }
}
