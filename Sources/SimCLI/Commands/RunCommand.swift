internal import ArgumentParser
internal import Simulator

/// Projects a scenario: what follows from it without a plan.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Project a scenario without a plan: nothing moves but what is planned.")

    @OptionGroup var scenarioOptions: ScenarioOptions
    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions)
        let baseline = try session.baseline(scenario)
        let folder = try session.prepareOutput(scenarioOptions)
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        let outcome = Outcome.withoutPlan(baseline)
        try session.finish(
            RunRecord(scenario: scenario, data: session.data, outcome: outcome), into: folder,
            at: scenarioOptions.outputFolder)
    }
}
