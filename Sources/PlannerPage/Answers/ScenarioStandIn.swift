public import Simulator

// Goes when the levers come.
extension PlanningDesk {
    public func scenario(for state: PageState) throws -> Scenario {
        try scenario(
            state.scenario, options: state.sortedSettings.map { "\($0.key)=\($0.value)" })
    }
}
