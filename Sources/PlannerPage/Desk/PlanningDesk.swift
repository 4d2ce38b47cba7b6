public import Simulator

/// What every answer of the page is computed with: the tables, read once, and the scenarios.
///
/// It touches no file but those of the shipped scenarios, and what it keeps changes no answer; any
/// number of threads may ask at once.
public struct PlanningDesk: Sendable {
    public let data: DataSet
    public let library: ScenarioLibrary
    let openedShelf = OpenedShelf()
    /// Finds a saved scenario by its number; nil where there is none.
    let saved: @Sendable (Int) throws -> SavedScenario?

    public init(
        data: DataSet, library: ScenarioLibrary,
        saved: @escaping @Sendable (Int) throws -> SavedScenario? = { _ in nil }
    ) {
        self.data = data
        self.library = library
        self.saved = saved
    }

    /// The scenario a reference names, with options on top.
    /// - Throws: ``InputRejected``; ``FileFailure``; what the store throws.
    public func scenario(
        _ reference: ScenarioReference, options: [String] = []
    ) throws -> Scenario {
        switch reference {
        case .shipped(let name):
            return try library.load(name, options: options, context: data.scenarioContext)
        case .saved(let number):
            guard let found = try saved(number) else {
                throw InputRejected(
                    Finding(
                        .error,
                        Message(PageMessage.noSuchSaved, verbatim: ["value": String(number)]),
                        at: Location(keyPath: PageParameter.scenario.rawValue)))
            }
            return try library.load(
                document: Array(found.yaml.utf8), named: found.file, options: options,
                context: data.scenarioContext)
        }
    }

    /// The plan of a scenario, or what stands in its way.
    public func record(
        of scenario: Scenario, planner: Planner = Planner()
    ) throws -> RunRecord {
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        return RunRecord(scenario: scenario, data: data, plan: try planner.plan(baseline))
    }
}
