import TestSupport
import Testing

@testable import Simulator

@Suite("Runs exported for researchers")
struct ResearchExportTests {
    static let planned = Result {
        RunRecord(
            scenario: try Repository.scenario("carbon-price-300"), data: try Repository.data(),
            plan: try Planner(seeksRepairs: false).plan(Repository.baseline("carbon-price-300")))
    }
    static let projected = Result {
        RunRecord(
            scenario: try Repository.scenario("dry-yunnan"), data: try Repository.data(),
            outcome: Outcome.withoutPlan(try Repository.baseline("dry-yunnan")))
    }

    private func export(
        _ runs: [PublishedRun], _ format: ResearchExport.Format, byteOrderMark: Bool = false
    ) throws -> [String: [UInt8]] {
        let data = try Repository.data()
        let export = ResearchExport(
            runs: runs, format: format, hasByteOrderMark: byteOrderMark,
            provinces: data.provinces.entries,
            sources: try PackageSources(runs: runs, data: data, files: FileLayer()))
        let files = export.files(figures: [], language: .english)
        #expect(files.last?.name == "manifest.json")
        return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
    }

    private func both() throws -> [PublishedRun] {
        [
            try PublishedRun(Self.planned.get()),
            try PublishedRun(Self.projected.get(), named: "a dry Yunnan"),
        ]
    }

    private func records(_ bytes: [UInt8]?) throws -> (header: [String], rows: [[String]]) {
        let document = CSVReader(file: "table").read(try #require(bytes))
        #expect(document.isSound)
        return (
            document.header,
            (0..<document.recordCount).map { record in
                document.header.indices.map { document.text(record: record, field: $0) }
            }
        )
    }

    @Test("One run keeps every byte of its results")
    func sameBytes() throws {
        let record = try Self.planned.get()
        let files = try export([PublishedRun(record)], .iamc)
        #expect(files["results.csv"] == record.results.csv.bytes)
        #expect(
            try export([PublishedRun(record)], .datapackage)["results.csv"] == files["results.csv"])
    }

    @Test("Several runs stand one after another under their names, numbers as they were written")
    func joined() throws {
        let files = try export(both(), .iamc)
        let (header, rows) = try records(files["results.csv"])
        #expect(header == ["model", "scenario", "region", "variable", "unit", "year", "value"])
        let expected = try [Self.planned.get(), Self.projected.get()].flatMap {
            try records($0.results.csv.bytes).rows
        }
        #expect(rows.count == expected.count)
        let isSame = zip(rows, expected).allSatisfy { row, other in
            row[0] == other[0] && Array(row[2...]) == Array(other[2...])
        }
        #expect(isSame)
        #expect(Set(rows.map { $0[1] }) == ["carbon-price-300", "a dry Yunnan"])
        #expect(Set(rows.map { $0[1...5].joined(separator: ";") }).count == rows.count)
        let areFinite = rows.allSatisfy { Double($0[6])?.isFinite == true }
        #expect(areFinite)
    }

    @Test("The wide table holds the same numbers as the long one, and none more")
    func wide() throws {
        let long = try records(export(both(), .iamc)["results.csv"]).rows
        let (header, rows) = try records(export(both(), .wide)["results_wide.csv"])
        #expect(Array(header.prefix(5)) == ["Model", "Scenario", "Region", "Variable", "Unit"])
        #expect(Array(header.dropFirst(5)) == ["2024", "2025", "2026", "2027"])
        var unfolded = Set<[String]>()
        for row in rows {
            for (year, value) in zip(header.dropFirst(5), row.dropFirst(5)) where !value.isEmpty {
                unfolded.insert(Array(row.prefix(5)) + [year, value])
            }
        }
        #expect(unfolded == Set(long))
        #expect(unfolded.count == long.count)
    }

    @Test("Runs over different years leave the years empty that they do not have")
    func differentYears() throws {
        var later = SmallRun()
        later.tables[.results] = [
            "greenalu,small,China,Capacity|Aluminum|Primary,Mt/yr,2030,7"
        ]
        let runs = [try SmallRun().published(), try later.published(named: "later")]
        let (header, rows) = try records(export(runs, .wide)["results_wide.csv"])
        #expect(Array(header.dropFirst(5)) == ["2024", "2025", "2030"])
        #expect(Array(rows[0].dropFirst(5)) == ["4.5", "0.1", ""])
        #expect(
            rows.last.map { Array($0.dropFirst(1)) } == [
                "later", "China", "Capacity|Aluminum|Primary", "Mt/yr", "", "", "7",
            ])
    }

    @Test("Names of files, whatever the format", arguments: ResearchExport.Format.allCases)
    func names(_ format: ResearchExport.Format) throws {
        let names = Set(try export([SmallRun().published()], format).keys)
        let lists: Set<String> = [
            "definitions/region/region.yaml", "definitions/scenario/scenario.yaml",
            "definitions/variable/variable.yaml",
        ]
        switch format {
        case .iamc: #expect(names == lists.union(["results.csv", "moves.csv", "manifest.json"]))
        case .wide:
            #expect(names == lists.union(["results_wide.csv", "moves.csv", "manifest.json"]))
        case .datapackage:
            #expect(
                names
                    == Set(RunTableName.allCases.map(\.fileName)).union([
                        "runs.csv", "variables.csv", "provinces.csv", "datapackage.json",
                        "manifest.json",
                    ]))
        }
    }

    @Test("A byte order mark comes before the same bytes, in CSV files alone")
    func byteOrderMark() throws {
        for format in ResearchExport.Format.allCases {
            let plain = try export([SmallRun().published()], format)
            let marked = try export([SmallRun().published()], format, byteOrderMark: true)
            #expect(Set(plain.keys) == Set(marked.keys))
            for (name, bytes) in plain where name.hasSuffix(".csv") {
                #expect(marked[name] == [0xEF, 0xBB, 0xBF] + bytes, "\(name)")
            }
            for (name, bytes) in plain where name.hasSuffix(".yaml") {
                #expect(marked[name] == bytes, "\(name)")
            }
        }
    }

    @Test(
        "A small export is byte for byte what was looked at",
        arguments: ResearchExport.Format.allCases)
    func golden(_ format: ResearchExport.Format) throws {
        var projected = SmallRun()
        projected.command = "run"
        projected.options = ["carbon.price=100"]
        let runs = [try SmallRun().published(), try projected.published(named: "carbon, 100")]
        let files = try export(runs, format)
        let folder = "\(Repository.folder)/Tests/SimulatorTests/Fixtures/export/\(format.rawValue)"
        let kept = files.filter { name, _ in
            // The other lists and tables are held by tests of their own.
            [
                "results.csv", "results_wide.csv", "moves.csv", "reasons.csv", "runs.csv",
                "datapackage.json", "definitions/scenario/scenario.yaml",
            ]
            .contains(name)
        }
        for (name, bytes) in kept.sorted(by: { $0.key < $1.key }) {
            let path = "\(folder)/\(name.split(separator: "/").last ?? "")"
            if GoldenTable.isRenewing {
                try FileLayer().replaceFile(at: path, with: bytes)
            } else {
                let expected = try FileLayer().readFile(at: path, limit: 1 << 20)
                let isSame = bytes == expected
                #expect(isSame, "\(format.rawValue): \(name) is not the golden file")
            }
        }
    }

    @Test("The manifest names the runs, what they are, and every file")
    func manifest() throws {
        var infeasible = SmallRun()
        infeasible.status = "infeasible"
        let files = try export([infeasible.published()], .iamc)
        let bytes = try #require(files["manifest.json"])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#""status": "infeasible""#))
        #expect(text.contains(#""command": "export""#))
        #expect(RunManifest.names(in: bytes) == Set(files.keys))
        let list = String(
            decoding: try #require(files["definitions/scenario/scenario.yaml"]), as: UTF8.self)
        #expect(list.contains(#"status: "infeasible""#))
    }
}
