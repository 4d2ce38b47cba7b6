import Simulator
import TestSupport
import Testing

@Suite("The template of a scenario is ready to be edited")
struct ScenarioTemplateTests {
    private func load(_ text: String) throws -> Scenario {
        let folder = try TemporaryFolder()
        try folder.write("own.yaml", text)
        return try withExtendedLifetime(folder) {
            try Repository.library.load(
                folder.path("own.yaml"), context: Repository.data().scenarioContext)
        }
    }

    private func isExample(_ line: Substring) -> Bool {
        line.first == ScenarioTemplate.exampleMark && line.dropFirst().first != " "
    }

    private func lines(_ language: Language) throws -> [Substring] {
        try ScenarioTemplate(data: Repository.data(), language: language).yaml
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test("As written it is accepted and sets nothing", arguments: Language.allCases)
    func plain(_ language: Language) throws {
        let scenario = try load(try lines(language).joined(separator: "\n"))
        #expect(scenario.assignments.isEmpty)
        #expect(scenario.title.english != scenario.title.chinese)
    }

    @Test(
        "Each example line alone gives a file that is accepted and, but for extends, sets a value")
    func oneByOne() throws {
        let all = try lines(.english)
        let examples = all.indices.filter { isExample(all[$0]) }
        #expect(examples.count > 60)
        for place in examples {
            var text = all.map(String.init)
            text[place].removeFirst()
            let scenario = try load(text.joined(separator: "\n"))
            #expect(
                !scenario.assignments.isEmpty || text[place].hasPrefix("extends:"), "\(text[place])"
            )
        }
    }

    @Test("All example lines together give a file that is accepted and runs")
    func allTogether() throws {
        let text = try lines(.chinese).map { isExample($0) ? $0.dropFirst() : $0 }
        let scenario = try load(text.joined(separator: "\n"))
        #expect(scenario.files.count == 2)
        _ = try Baseline(ModelInputs(data: Repository.data(), scenario: scenario))
    }

    @Test("Every key stands in it with its meaning and unit", arguments: Language.allCases)
    func everyKey(_ language: Language) throws {
        let text = try lines(language).joined(separator: "\n")
        for key in ScenarioKey.all {
            #expect(text.contains(key.meaning[language]), "\(key.path)")
            if let unit = key.unit, unit != "1" { #expect(text.contains(unit), "\(key.path)") }
            if !key.axes.contains(.transfer) {
                #expect(text.contains("\n#\(key.path): "), "\(key.path)")
            }
        }
    }

    @Test("A parent is written as what the file extends")
    func parent() throws {
        let text = try ScenarioTemplate(
            data: Repository.data(), language: .english, extending: "dry-yunnan"
        ).yaml
        #expect(try load(text).files.last?.file == "own.yaml")
        #expect(try load(text).files.count == 4)
    }

    @Test("A new file never takes the place of another")
    func noOverwriting() throws {
        let folder = try TemporaryFolder()
        let files = FileLayer()
        try files.createNewFile(at: folder.path("a.yaml"), with: [65])
        let failure = #expect(throws: FileFailure.self) {
            try files.createNewFile(at: folder.path("a.yaml"), with: [66])
        }
        #expect(failure?.message.identifier == "inspection.fileExists")
        #expect(try files.readFile(at: folder.path("a.yaml"), limit: 10) == [65])
        #expect(folder.names == ["a.yaml"])
    }
}
