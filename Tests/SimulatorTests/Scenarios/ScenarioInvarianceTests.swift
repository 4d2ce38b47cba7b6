import Simulator
import TestSupport
import Testing

@Suite("What says the same gives the same bytes")
struct ScenarioInvarianceTests {
    private func csv(_ baseline: Baseline) -> String {
        ResultTable(Outcome.withoutPlan(baseline)).csv.text
    }

    private func record(_ scenario: Scenario, _ data: DataSet) throws -> RunRecord {
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        return RunRecord(scenario: scenario, data: data, plan: try Planner().plan(baseline))
    }

    private func text(_ record: RunRecord, _ name: String) -> String {
        let file = record.files().first { $0.name == name }
        return String(decoding: file?.bytes ?? [], as: UTF8.self)
    }

    @Test(
        "The effective scenario, read back, restates every value and changes no byte",
        arguments: Repository.scenarioNames)
    func identityOverride(_ name: String) throws {
        let data = try Repository.data()
        let first = try record(Repository.scenario(name), data)
        let yaml = text(first, "effective_scenario.yaml")
        let folder = try TemporaryFolder()
        try folder.write("restated.yaml", yaml)
        let library = ScenarioLibrary(folder: folder.path, files: FileLayer())
        let restated = try library.load("restated", context: data.scenarioContext)
        #expect(restated.identifier == name)
        let second = try record(restated, data)
        for file in [
            "results.csv", "smelter_results.csv", "moves.csv", "reasons.csv", "missed_quotas.csv",
            "shadow_prices.csv",
        ] {
            #expect(text(first, file) == text(second, file), "\(file) differs")
        }
        #expect(text(second, "effective_scenario.yaml") == yaml)
        withExtendedLifetime(folder) {}
    }

    @Test("Row order, line ends and a byte order mark change no byte")
    func spellingOfTables() throws {
        let scenario = try Repository.scenario("carbon-price-300")
        let expected = csv(
            try Baseline(ModelInputs(data: Repository.data(), scenario: scenario)))
        var scratch = ScratchDataSet()
        for (index, name) in TableName.allCases.enumerated() {
            scratch.edit(name.fileName) { text in
                // Tables whose cells hold line breaks keep their order.
                let lines = text.split(separator: "\n").map(String.init)
                let isPlain = lines.allSatisfy { $0.filter { $0 == "\"" }.count.isMultiple(of: 2) }
                if isPlain, let header = lines.first {
                    let rows =
                        index.isMultiple(of: 2)
                        ? Array(lines.dropFirst().reversed())
                        : Array(lines.dropFirst(5)) + Array(lines[1..<min(5, lines.count)])
                    text = ([header] + rows).joined(separator: "\n") + "\n"
                }
                text = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
            }
        }
        let data = try scratch.load()
        let found = csv(try Baseline(ModelInputs(data: data, scenario: scenario)))
        #expect(found == expected)
    }

    @Test("Scenarios with CRLF, BOM, comments, Chinese names or options say the same")
    func spellingOfScenarios() throws {
        let data = try Repository.data()
        let body = """
            schema: 1
            title: t
            hydrology:
              CN-YN: {2026: 0.8, 2027: 0.8}
            carbon:
              price: 120

            """
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", body)
        try folder.write("b.yaml", "\u{FEFF}" + body.replacing("\n", with: "\r\n"))
        try folder.write(
            "c.yaml",
            "# a comment\ncarbon: {price: {all: 120}}\nhydrology: {云南: {all: 0.8}, all: 1, "
                + "CN-YN: {2025: 1}}\ntitle: t\nschema: 1\n")
        try folder.write("d.yaml", "schema: 1\ntitle: t\n")
        let library = ScenarioLibrary(folder: folder.path, files: FileLayer())
        func results(_ name: String, _ options: [String] = []) throws -> String {
            let scenario = try library.load(name, options: options, context: data.scenarioContext)
            let table = csv(try Baseline(ModelInputs(data: data, scenario: scenario)))
            return table.replacing(",\(name),", with: ",x,")
        }
        let expected = try results("a")
        #expect(try results("b") == expected)
        #expect(try results("c") == expected)
        let options = [
            "hydrology.Yunnan.2026=0.8", "hydrology.CN-YN.2027=0.8", "carbon.price=120",
        ]
        #expect(try results("d", options) == expected)
        #expect(try results("d") != expected)
        withExtendedLifetime(folder) {}
    }

    @Test("Planning on many threads at once gives the same bytes as on one")
    func threads() async throws {
        let baseline = try Repository.baseline("carbon-price-300")
        let expected = ResultTable(try Planner().plan(baseline).outcome).csv.text
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<7 {
                group.addTask { ResultTable(try Planner().plan(baseline).outcome).csv.text }
            }
            for try await found in group { #expect(found == expected) }
        }
    }

    @Test("A drier year lowers output and green shares where hydro is borne, and nothing before it")
    func drierYear() throws {
        let normal = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        let dry = Outcome.withoutPlan(
            try Repository.baseline("policies-as-issued", ["hydrology.CN-YN.2026=0.7"]))
        let yunnan = try #require(normal.inputs.provinceIndex(code: "CN-YN"))
        #expect(dry.province[yunnan, 2].output < normal.province[yunnan, 2].output)
        #expect(dry.province[yunnan, 2].greenLocation < normal.province[yunnan, 2].greenLocation)
        #expect(dry.province[yunnan, 1] == normal.province[yunnan, 1])
        #expect(dry.province[yunnan, 3].output == normal.province[yunnan, 3].output)
    }
}
