import Simulator
import TestSupport

/// Scenarios written in a test, as files of a folder of their own.
enum WrittenScenario {
    /// Loads `main.yaml` of some files.
    static func load(
        _ files: [String: String], _ options: [String] = [], name: String = "main"
    ) throws -> Scenario {
        let folder = try TemporaryFolder()
        for (file, text) in files { try folder.write(file, text) }
        let library = ScenarioLibrary(folder: folder.path, files: FileLayer())
        return try withExtendedLifetime(folder) {
            try library.load(name, options: options, context: Repository.data().scenarioContext)
        }
    }

    /// Inputs of one file's text, to which the schema is added.
    static func inputs(_ body: String, _ options: [String] = []) throws -> ModelInputs {
        let scenario = try load(["main.yaml": "schema: 1\n" + body], options)
        return try ModelInputs(data: Repository.data(), scenario: scenario)
    }

    static func baseline(_ body: String, _ options: [String] = []) throws -> Baseline {
        try Baseline(inputs(body, options))
    }

    /// The projection without a plan.
    static func outcome(_ body: String, _ options: [String] = []) throws -> Outcome {
        Outcome.withoutPlan(try baseline(body, options))
    }

    static func plan(_ body: String, _ options: [String] = []) throws -> Plan {
        try Planner().plan(baseline(body, options))
    }

    /// Everything that is said of one file's text, whether or not it is accepted.
    static func findings(_ body: String, _ options: [String] = []) throws -> [Finding] {
        do {
            return try baseline(body, options).inputs.notices
        } catch let rejected as InputRejected {
            return rejected.findings
        }
    }
}

extension ModelInputs {
    func province(_ code: String) throws -> Int {
        guard let index = provinceIndex(code: code) else { throw TestFault.unexpected(code) }
        return index
    }

    func year(_ year: Int) throws -> Int {
        guard let index = horizon.index(of: year) else { throw TestFault.unexpected("\(year)") }
        return index
    }
}
