internal import ArgumentParser
internal import Simulator

/// Projects a scenario: what follows from it without a plan.
struct RunCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "run", abstract: HelpMessage.run.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions
    @OptionGroup var dryRunOptions: DryRunOptions
    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions)
        let baseline = try session.baseline(scenario)
        if dryRunOptions.isDryRun {
            let dryRun = DryRun(
                session: session, scenario: scenario, baseline: baseline,
                outputFolder: scenarioOptions.outputFolder, problem: nil)
            return try dryRun.report()
        }
        let folder = try session.prepareOutput(scenarioOptions)
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        let outcome = Outcome.withoutPlan(baseline)
        session.progress.tell(ofProjected: baseline.inputs)
        try session.finish(
            RunRecord(scenario: scenario, data: session.data, outcome: outcome), into: folder,
            at: scenarioOptions.outputFolder)
    }
}
