internal import Simulator

/// A shipped scenario as the page's lists show it.
struct ScenarioEntry: Sendable {
    let reference: ScenarioReference
    let title: Text
    let question: Text
}

extension PlanningDesk {
    /// The shipped scenarios in the order of their names; what cannot be read is left out here
    /// and refused where it is asked for.
    var shippedScenarios: [ScenarioEntry] {
        ((try? library.names()) ?? []).compactMap { name in
            guard let reference = ScenarioReference(name),
                let scenario = try? library.load(name, context: data.scenarioContext)
            else { return nil }
            return ScenarioEntry(
                reference: reference, title: scenario.title, question: scenario.question)
        }
    }
}
