internal import Simulator

/// A scenario as it was opened, with every value it leads to.
struct OpenedScenario: Sendable {
    let scenario: Scenario
    let inputs: ModelInputs
    /// What the levers and settings are read in.
    let context: ScenarioContext
    /// By the path of the key, in the order of the addresses.
    let byPath: [String: [EffectiveValue]]
    let data: DataSet
    private let byAddress: [ScenarioAddress: EffectiveValue]

    init(scenario: Scenario, data: DataSet) throws(InputRejected) {
        self.scenario = scenario
        self.data = data
        inputs = try ModelInputs(data: data, scenario: scenario)
        context = scenario.context ?? data.scenarioContext
        byPath = Dictionary(grouping: inputs.effectiveValues, by: \.address.path)
        byAddress = Dictionary(
            inputs.effectiveValues.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// The value that holds at a place; the word `none` where an optional one is not given, nil
    /// where nothing is known of the place.
    func value(_ address: ScenarioAddress) -> ScenarioValue? {
        if let value = byAddress[address]?.value { return value }
        if let assignment = scenario.assignments[address] {
            return assignment.value ?? .choice("none")
        }
        if address.item != nil {
            return LayeredValues.tableValue(address, data: data)?.value
        }
        guard let key = ScenarioKey.byPath[address.path] else { return nil }
        let isInRun = address.year.map(context.horizon.years.contains) ?? true
        return isInRun && key.isOptional ? key.standard ?? .choice("none") : key.standard
    }

    /// The values of a key that levers change: those of the years after the base year.
    func changeable(_ path: String) -> [EffectiveValue] {
        (byPath[path] ?? []).filter { value in
            value.address.year.map { $0 > context.horizon.baseYear } ?? true
        }
    }
}

extension PlanningDesk {
    func opened(_ reference: ScenarioReference) throws -> OpenedScenario {
        try openedShelf.opened(try scenario(reference), data: data)
    }
}
