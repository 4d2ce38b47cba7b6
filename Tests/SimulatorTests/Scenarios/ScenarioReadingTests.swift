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

    @Test("A value for all provinces, for all years, or for both")
    func everything() throws {
        for text in [
            "hosting.all.all=0.7", "hosting.all=0.7", "hosting=0.7", "hosting.all.2027=0.7",
        ] {
            let inputs = try Repository.baseline("policies-as-issued", [text]).inputs
            for province in 0..<inputs.provinceCount {
                #expect(inputs.relocation.hosting[province, 3] == 0.7, "\(text)")
            }
        }
        let closing = try Repository.baseline("policies-as-issued", ["relocation.closing.all=900"])
        #expect(closing.inputs.relocation.closing.allSatisfy { $0 == 900 })
    }

    @Test("A limit or price lifted by none stays lifted when the effective scenario is read back")
    func lifted() throws {
        let data = try Repository.data()
        let options = ["power_prices.grid_newcomer=none"]
        let scenario = try Repository.scenario("carbon-price-300", options)
        let inputs = try ModelInputs(data: data, scenario: scenario)
        #expect(inputs.market.newcomerPrice.values.dropFirst(1).contains { $0 == nil })
        let folder = try TemporaryFolder()
        try folder.write("again.yaml", EffectiveScenario.yaml(scenario, inputs: inputs))
        let library = ScenarioLibrary(folder: folder.path, files: FileLayer())
        let again = try library.load("again", context: data.scenarioContext)
        let second = try ModelInputs(data: data, scenario: again)
        #expect(inputs.market.newcomerPrice == second.market.newcomerPrice)
        withExtendedLifetime(folder) {}
    }

    @Test("A province's own parameter counts there, and a scenario's value takes its place")
    func provinceRows() throws {
        var scratch = ScratchDataSet()
        scratch.edit("parameters.csv") { text in
            text += "captive_coal_emission_factor.CN-SD,,0.9,tCO2/MWh,,,assumed,test,,,test\n"
        }
        let data = try scratch.load()
        let inputs = try ModelInputs(data: data, scenario: .tablesOnly)
        let shandong = try #require(inputs.provinceIndex(code: "CN-SD"))
        let yunnan = try #require(inputs.provinceIndex(code: "CN-YN"))
        #expect(inputs.parameters[.captiveCoalEmissionFactor, shandong, 2] == 0.9)
        #expect(inputs.parameters[.captiveCoalEmissionFactor, yunnan, 2] == 0.85)
        let set = try Repository.scenario(
            "policies-as-issued", ["parameters.captive_coal_emission_factor=0.8"])
        let overridden = try ModelInputs(data: data, scenario: set)
        #expect(overridden.parameters[.captiveCoalEmissionFactor, shandong, 2] == 0.8)
    }

    @Test("A parameter of the whole country has no rows of provinces")
    func nationalParameters() throws {
        var scratch = ScratchDataSet()
        scratch.edit("parameters.csv") { text in
            text += "discount_rate.CN-CQ,,0.2,1/yr,,,assumed,test,,,test\n"
        }
        let data = try scratch.load()
        let rejected = #expect(throws: InputRejected.self) {
            try ModelInputs(data: data, scenario: .tablesOnly)
        }
        #expect(rejected?.findings.first?.message.identifier == "input.national_parameter")
    }

    @Test("Coverage of a carbon price begins after the base year")
    func coverage() throws {
        let standard = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        let covered = Outcome.withoutPlan(try Repository.baseline("carbon-price-300"))
        for province in 0..<standard.inputs.provinceCount {
            #expect(standard.province[province, 0] == covered.province[province, 0])
        }
    }
}
