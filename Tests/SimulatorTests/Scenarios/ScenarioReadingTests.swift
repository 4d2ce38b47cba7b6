import Simulator
import TestSupport
import Testing

@Suite("Scenario files are read strictly")
struct ScenarioReadingTests {
    private func load(_ files: [String: String], _ options: [String] = []) throws -> Scenario {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        let library = ScenarioLibrary(folder: folder.path, files: FileLayer())
        return try withExtendedLifetime(folder) {
            try library.load("main", options: options, context: Repository.data().scenarioContext)
        }
    }

    private func errors(_ text: String) throws -> [Finding] {
        do {
            _ = try load(["main.yaml": text])
            return []
        } catch let rejected as InputRejected {
            return rejected.findings.filter { $0.severity == .error }
        }
    }

    @Test("Every problem of a file is reported in one pass, each with its line")
    func allProblems() throws {
        let found = try errors(
            """
            schema: 1
            quotta:
              value: 3
            quotas:
              value:
                CN-SD: {2026: 0.7, 24: 30}
                Yunan: {2026: 30}
            carbon:
              price: -5
            hosting:
              CN-YN: {2026: .nan}
            accounting:
              rule: credit
            """)
        let identifiers = found.map(\.message.identifier)
        #expect(
            identifiers == [
                "scenario.unknown_key_nearest", "scenario.quota_looks_like_fraction",
                "scenario.not_a_year", "scenario.unknown_province_nearest",
                "scenario.out_of_range", "scenario.not_finite", "scenario.not_a_choice",
            ])
        #expect(found.map(\.location.line) == [2, 6, 6, 7, 9, 11, 13])
    }

    @Test("A layer above wins value by value; narrow values win over broad ones of one layer")
    func merging() throws {
        let scenario = try load([
            "main.yaml": """
            schema: 1
            extends: base
            carbon: {price: {2026: 200}}
            hosting: {CN-YN: {2027: 3}, all: 0.5}
            """,
            "base.yaml": """
            schema: 1
            title: {en: base, zh: 基础}
            carbon: {price: 100}
            hosting: {CN-YN: {2026: 9, 2027: 9}}
            """,
        ])
        func number(_ path: String, _ province: String?, _ year: Int) -> Double? {
            let address = ScenarioAddress(path, province: province, year: year)
            guard case .number(let value)? = scenario[address]?.value else { return nil }
            return value
        }
        #expect(scenario.title.chinese == "基础")
        #expect(number("carbon.price", nil, 2025) == 100)
        #expect(number("carbon.price", nil, 2026) == 200)
        #expect(number("hosting", "CN-YN", 2026) == 0.5)
        #expect(number("hosting", "CN-YN", 2027) == 3)
        #expect(number("hosting", "CN-QH", 2027) == 0.5)
        #expect(scenario.files.map(\.file) == ["base.yaml", "main.yaml"])
    }

    @Test("Every key can be set, and each has an effect or is a limit that is far away")
    func everyKeyIsUsed() throws {
        let inputs = try ModelInputs(data: Repository.data(), scenario: .tablesOnly)
        let used = Set(inputs.effectiveValues.map(\.address.path))
        for key in ScenarioKey.all where !key.isOptional {
            #expect(used.contains(key.path), "\(key.path) is never read")
        }
    }

    @Test("Transfers can be added, changed, dropped and included")
    func transfers() throws {
        func transfers(_ options: [String]) throws -> [PlannedTransfer] {
            try Repository.baseline("policies-as-issued", options).inputs.transfers
        }
        let standard = try transfers([])
        #expect(standard.count == 11)
        #expect(try transfers(["transfers.drop=[longquan-huazhang]"]).count == 10)
        #expect(try transfers(["transfers.include=[wanfang-inner-mongolia]"]).count == 12)
        let changed = try transfers(["transfers.change.longquan-huazhang.capacity=0.1"])
        #expect(changed.first { $0.identifier == "longquan-huazhang" }?.capacity == 0.1)
        let added = try transfers([
            "transfers.add.test.smelter=henan-wanji", "transfers.add.test.to_province=四川",
            "transfers.add.test.capacity=0.1", "transfers.add.test.year=2027",
        ])
        let test = try #require(added.first { $0.identifier == "test" })
        #expect(test.electricityIntensity == 13.0)
        #expect(test.captiveCoalShare == 0)
    }
}
