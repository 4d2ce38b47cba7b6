internal import ArgumentParser
internal import Simulator

/// Finds the cheapest moves and purchases that meet the quotas.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Find the cheapest moves and purchases that meet the quotas.")

    @OptionGroup var scenarioOptions: ScenarioOptions
    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions)
        let baseline = try session.baseline(scenario)
        let folder = try session.prepareOutput(scenarioOptions)
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        let plan: Plan
        do {
            plan = try Planner().plan(baseline)
        } catch {
            folder?.abandon()
            throw error
        }
        try session.finish(
            RunRecord(scenario: scenario, data: session.data, plan: plan), into: folder,
            at: scenarioOptions.outputFolder)
        switch plan.status {
        case .optimal: break
        case .infeasible: throw CommandOutcome(status: .infeasible)
        case .notConverged: throw CommandOutcome(status: .notSolved)
        }
    }
}
