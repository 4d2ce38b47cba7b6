import TestSupport
import Testing

@testable import Simulator

@Suite("Causes of drifts where changes are many, or do not go apart")
struct DriftCauseGroupTests {
    private static let name = "dry-yunnan"

    private static func record(_ data: DataSet, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.library.load(
            name, options: options, context: data.scenarioContext)
        return RunRecord(
            scenario: scenario, data: data,
            outcome: Outcome.withoutPlan(try Baseline(ModelInputs(data: data, scenario: scenario))))
    }

    /// The tables with some cells changed.
    private static func data(
        _ changes: [(table: TableName, key: [String], column: String, text: String)]
    ) throws -> DataSet {
        let data = try Repository.data()
        let rows = RecordedInputs(data).rows
        return data.undoing(
            try changes.map { change in
                let row = try #require(
                    rows.first { $0.table == change.table && $0.key == change.key })
                return CellChange(
                    row, column: change.column, recorded: change.text,
                    found: row.cells.first { $0.column == change.column }?.text)
            })
    }

    /// A run of the shipped tables held against one of others.
    /// - Parameter library: the linear algebra library that the reference names.
    private static func check(
        _ found: RunRecord, recorded: RunRecord? = nil, library: String = RunRecord.linearAlgebra
    ) throws -> ReferenceCheck {
        let recorded = try recorded ?? record(Repository.data())
        let manifest = recorded.manifest.rendered.replacing(
            "\"linear_algebra\": \"\(RunRecord.linearAlgebra)\"",
            with: "\"linear_algebra\": \"\(library)\"")
        let reference = Reference(
            name: "r", run: try #require(StoredManifest(Array(manifest.utf8))),
            results: RecordedResults(recorded.results), inputs: RecordedInputs(recorded.data),
            settingsPath: "\(Repository.scenariosFolder)/\(name).yaml")
        return try ReferenceCheck(
            reference, record: found, source: ScenarioOrigin(path: reference.settingsPath),
            library: Repository.library)
    }

    /// Where causes stand, as text.
    private func places(_ check: ReferenceCheck, _ causes: [Int]) -> [String] {
        causes.map { place in
            guard check.causes.indices.contains(place) else { return "unknown" }
            switch check.causes[place] {
            case .cell(let change): return "\(change.table.fileName) \(change.key[0])"
            case .key(let change): return change.address.written
            case .library: return "library"
            case .method: return "method"
            case .version, .unknown: return "other"
            }
        }
    }

    @Test("Another library, and another way of making the run, are causes")
    func program() throws {
        let data = try Repository.data()
        let same = try Self.check(Self.record(data), library: "OpenBLAS 0.3")
        #expect(
            same.causes == [
                .library(recorded: "OpenBLAS 0.3", found: RunRecord.linearAlgebra)
            ])
        #expect(same.isPassed)
        // What no input explains is due to either.
        let scenario = try Repository.scenario(Self.name)
        let plan = try Planner().plan(Baseline(ModelInputs(data: data, scenario: scenario)))
        let planned = RunRecord(scenario: scenario, data: data, plan: plan)
        let check = try Self.check(planned, library: "OpenBLAS 0.3")
        #expect(check.causes.last == .method(recorded: "run", found: "plan structured"))
        #expect(!check.drifts.isEmpty)
        #expect(check.drifts.allSatisfy { places(check, $0.causes) == ["library", "method"] })
    }

    @Test("Beyond sixteen changes those of one table are held together, and so are keys")
    func groups() throws {
        let rows = RecordedInputs(try Repository.data()).rows
        let wind = rows.filter { $0.table == .generation && $0.key.suffix(2) == ["2024", "wind"] }
        let changed = try Self.data(
            wind.prefix(16).map { ($0.table, $0.key, "value", "33") } + [
                (.freight, ["CN-QH"], "alumina", "900")
            ])
        let check = try Self.check(Self.record(changed, ["carbon.price.2027=250"]))
        #expect(check.causes.count == 18)
        func causes(_ variable: String, _ region: String, _ year: Int) -> [Set<String>] {
            check.drifts.filter {
                $0.place.variable == variable && $0.place.region == region && $0.place.year == year
            }.map { drift in
                Set(places(check, drift.causes).map { String($0.split(separator: " ")[0]) })
            }
        }
        // One province's wind is due to all changes of its table.
        let gansu = try #require(
            check.drifts.first {
                $0.place.variable == "Secondary Energy|Electricity|Wind"
                    && $0.place.region == "China|Gansu"
            })
        #expect(gansu.causes.count == 16)
        #expect(Set(places(check, gansu.causes).map { $0.prefix(14) }) == ["generation.csv"])
        #expect(causes("Cost|Aluminum|Freight", "China|Qinghai", 2027) == [["freight.csv"]])
        #expect(causes("Cost|Aluminum|Carbon", "China", 2027) == [["carbon.price.2027"]])
    }

    @Test("Where the recorded inputs are not accepted any more, all changes stand together")
    func recordedRefused() throws {
        // The reference says of a smelter that it has less than its planned moves take.
        let data = try Repository.data()
        let small = try Self.data([
            (.smelters, ["shandong-weiqiao-zhanhua"], "capacity", "0.001"),
            (.generation, ["CN-GS", "2024", "wind"], "value", "30"),
        ])
        #expect(throws: InputRejected.self) { try Self.record(small) }
        let found = try Self.record(data)
        let recorded = RunRecord(
            scenario: found.scenario, data: small,
            outcome: try Self.record(
                Self.data([(.generation, ["CN-GS", "2024", "wind"], "value", "30")])
            ).outcome)
        let check = try Self.check(found, recorded: recorded)
        #expect(check.causes.count == 2 && !check.drifts.isEmpty)
        #expect(check.drifts.allSatisfy { $0.causes == [0, 1] })
    }

    @Test("A change that is not accepted by itself is named for every drift")
    func aloneRefused() throws {
        // A smaller smelter goes with smaller moves out of it.
        let smelter = (TableName.smelters, ["shandong-weiqiao-zhanhua"], "capacity", "0.05")
        #expect(throws: InputRejected.self) { try Self.record(Self.data([smelter])) }
        let changed = try Self.data([
            smelter, (.transfers, ["weiqiao-yunnan-2027"], "capacity", "0.01"),
        ])
        let check = try Self.check(Self.record(changed))
        #expect(
            places(check, Array(check.causes.indices)) == [
                "smelters.csv shandong-weiqiao-zhanhua", "transfers.csv weiqiao-yunnan-2027",
            ])
        #expect(!check.drifts.isEmpty)
        #expect(check.drifts.allSatisfy { $0.causes.contains(0) })
        // What the move alone decides cannot be told apart from the smelter.
        let arrivals = check.drifts.filter {
            $0.place.variable == "Capacity Transfer|Aluminum|Arrivals|Planned"
                && $0.place.region == "China|Yunnan" && $0.place.year == 2027
        }
        #expect(arrivals.map(\.causes) == [[0, 1]])
        // The base year's capacity in Shandong has nothing to do with the move.
        let capacity = check.drifts.filter {
            $0.place.variable == "Capacity|Aluminum|Primary" && $0.place.year == 2024
        }
        #expect(Set(capacity.map(\.place.region)) == ["China", "China|Shandong"])
        #expect(capacity.allSatisfy { $0.causes == [0] })
    }

    @Test("A result that is not there any more is due to what took it away")
    func vanished() throws {
        // The only smelter of its province.
        let changed = try Self.data([
            (.smelters, ["hubei-danjiangkou"], "capacity", "0"),
            (.generation, ["CN-GS", "2024", "wind"], "value", "30"),
        ])
        let check = try Self.check(Self.record(changed))
        let smelter = try #require(
            check.causes.firstIndex { cause in
                if case .cell(let change) = cause { change.table == .smelters } else { false }
            })
        let gone = check.drifts.filter { $0.found == nil }
        #expect(!gone.isEmpty)
        #expect(Set(gone.map(\.place.region)) == ["China|Hubei"])
        #expect(gone.allSatisfy { $0.causes == [smelter] && $0.excess == .infinity })
    }
}
