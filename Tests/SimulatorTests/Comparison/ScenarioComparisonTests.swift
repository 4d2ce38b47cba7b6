import Simulator
import TestSupport
import Testing

@Suite("Scenarios are set side by side")
struct ScenarioComparisonTests {
    private func planned(_ name: String, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.scenario(name, options)
        let data = try Repository.data()
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        return RunRecord(scenario: scenario, data: data, plan: try Planner().plan(baseline))
    }

    private func projected(_ name: String, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.scenario(name, options)
        let data = try Repository.data()
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        return RunRecord(
            scenario: scenario, data: data, outcome: Outcome.withoutPlan(baseline))
    }

    @Test("A scenario differs from itself in nothing", arguments: Repository.scenarioNames)
    func itself(_ name: String) throws {
        let comparison = ScenarioComparison([try planned(name), try planned(name)])
        #expect(comparison.isWithoutDifference)
        #expect(comparison.names == [name, "\(name) (2)"])
        #expect(comparison.largest(.init(), count: 10).isEmpty)
        #expect(comparison.results.allSatisfy { $0.weight == 0 })
    }

    @Test("Differences are B less A of the long tables, and no row is lost")
    func differences() throws {
        let base = try planned("policies-as-issued")
        let other = try planned("dry-yunnan")
        let comparison = ScenarioComparison([base, other])
        let csv = comparison.resultsCSV().text.split(separator: "\n")
        let tables = [base, other].map { $0.results.csv.text.split(separator: "\n").dropFirst() }
        #expect(csv.count == 1 + tables[0].count + tables[1].count)
        // Without the last column the rows are those of results.csv, in their order.
        let bare = csv.dropFirst().map { $0[..<($0.lastIndex(of: ",") ?? $0.endIndex)] }
        #expect(Array(bare) == Array(tables[0]) + Array(tables[1]))
        var values: [String: Double] = [:]
        for row in tables[0] {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            values["\(fields[2...5].joined(separator: ","))"] = Double(fields[6])
        }
        var compared = 0
        for row in csv.dropFirst(1 + tables[0].count) {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            guard let base = values["\(fields[2...5].joined(separator: ","))"] else {
                #expect(fields[7].isEmpty, "\(row)")
                continue
            }
            let value = try #require(Double(fields[6]))
            let difference = try #require(Double(fields[7]), "\(row)")
            #expect(
                agree(difference, value - base, relative: 1e-11, scale: max(abs(value), abs(base))),
                "\(row)")
            compared += 1
        }
        #expect(compared > 5000)
    }

    @Test("Inputs that differ are those that the scenario sets to another value")
    func inputs() throws {
        let comparison = ScenarioComparison([
            try projected("policies-as-issued"), try projected("carbon-price-300"),
        ])
        #expect(
            comparison.inputs.map(\.address.written) == [
                "carbon.price.2025", "carbon.price.2026", "carbon.price.2027",
                "carbon.coverage.captive_coal", "carbon.coverage.grid",
            ])
        #expect(comparison.inputs[0].values[1]?.value == .number(300))
    }

    @Test("Moves of one plan only, and by how much, are named; planned ones first")
    func moves() throws {
        let base = try planned("dry-yunnan")
        let other = try planned("dry-yunnan-staying")
        let comparison = ScenarioComparison([base, other])
        let planned = comparison.moves.filter(\.isPlanned)
        #expect(!planned.isEmpty)
        #expect(planned.allSatisfy { $0.capacities[1] == 0 && $0.capacities[0] > 0 })
        #expect(comparison.moves.prefix(planned.count).allSatisfy { $0.isPlanned })
        func total(_ record: RunRecord) -> Double { record.plan?.movedCapacity ?? 0 }
        let difference = comparison.moves.filter { !$0.isPlanned }
            .reduce(0) { $0 + $1.capacities[1] - $1.capacities[0] }
        #expect(agree(difference, total(other) - total(base), relative: 1e-3))
    }

    @Test("Quotas missed in one and met in the other are named")
    func quotas() throws {
        let base = try planned("policies-as-issued")
        let other = try planned("strict-rule")
        let comparison = ScenarioComparison([base, other])
        #expect(!comparison.quotas.isEmpty)
        for quota in comparison.quotas {
            let missed = quota.shortfalls.map { $0 != nil }
            #expect(missed[0] != missed[1])
        }
        let years = comparison.quotas.map(\.year)
        #expect(years == years.sorted())
    }

    @Test("The largest differences keep to the province and the variable asked for")
    func selection() throws {
        let comparison = ScenarioComparison([
            try projected("policies-as-issued"), try projected("dry-yunnan"),
        ])
        let context = try Repository.data().scenarioContext
        let yunnan = try ScenarioComparison.Selection(
            provinces: ["云南"], variables: ["production"], context: context)
        let rows = comparison.largest(yunnan, count: 5)
        #expect(!rows.isEmpty)
        #expect(
            rows.allSatisfy {
                $0.province == "CN-YN" && $0.definition.name.contains("Production")
            })
        let weights = comparison.largest(.init(), count: 1000).map(\.weight)
        #expect(weights == weights.sorted(by: >))
        let china = try ScenarioComparison.Selection(
            provinces: ["China"], variables: [], context: context)
        #expect(comparison.largest(china, count: 5).allSatisfy { $0.province == nil })
        let rejected = #expect(throws: InputRejected.self) {
            _ = try ScenarioComparison.Selection(
                provinces: ["Atlantis"], variables: ["Prodution"], context: context)
        }
        #expect(rejected?.findings.count == 2)
    }

    @Test("A comparison is a folder with a manifest that lists its files")
    func folder() throws {
        let comparison = ScenarioComparison([
            try projected("policies-as-issued"), try projected("dry-yunnan"),
        ])
        let folder = try TemporaryFolder()
        try RunFolder.prepare(at: folder.path("out"), files: FileLayer())
            .commit(comparison.files())
        let written = try #require(folder.contents("out"))
        #expect(Set(written.keys) == ["comparison.csv", "inputs.csv", "manifest.json"])
        #expect(written["manifest.json"]?.contains("\"dry-yunnan\"") == true)
    }
}
