public import Simulator

/// The repository the tests run from, and what it ships.
public enum Repository {
    public static let folder: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    public static var scenariosFolder: String { folder + "/scenarios" }
    public static var dataFolder: String { scenariosFolder + "/data/china-2024" }

    public static let library = ScenarioLibrary(folder: scenariosFolder, files: FileLayer())

    /// The shipped tables, loaded once.
    public static func data() throws -> DataSet { try loaded.get() }

    private static let loaded = Result {
        try DataSetLoader(files: FileLayer()).load(directory: dataFolder)
    }

    /// Names of the shipped scenarios.
    public static let scenarioNames = (try? library.names()) ?? []

    /// Those of which no plan meets every limit.
    public static let infeasibleScenarioNames = ["no-certificates-hard", "physical-by-2027"]

    /// Those that have a plan.
    public static let feasibleScenarioNames = scenarioNames.filter {
        !infeasibleScenarioNames.contains($0)
    }

    public static func scenario(_ name: String, _ options: [String] = []) throws -> Scenario {
        try library.load(name, options: options, context: data().scenarioContext)
    }

    public static func baseline(_ name: String, _ options: [String] = []) throws -> Baseline {
        try Baseline(ModelInputs(data: data(), scenario: scenario(name, options)))
    }

    public static func plan(_ name: String, _ options: [String] = []) throws -> Plan {
        try Planner().plan(baseline(name, options))
    }
}

/// Whether two numbers agree relative to the larger of them and to a scale below which
/// differences do not matter.
public func agree(
    _ first: Double, _ second: Double, relative: Double = 1e-9, scale: Double = 1
) -> Bool {
    abs(first - second) <= relative * max(scale, abs(first), abs(second))
}
