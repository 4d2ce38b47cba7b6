internal import ArgumentParser
internal import Simulator

/// Finds the cheapest moves and purchases that meet the quotas.
struct PlanCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "plan", abstract: HelpMessage.plan.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions
    @OptionGroup var wholeLineOptions: WholeLineOptions
    @OptionGroup var solverOption: SolverOption
    @OptionGroup var dryRunOptions: DryRunOptions
    @OptionGroup var exportOption: ModelExportOption
    @OptionGroup var robustOptions: RobustOptions
    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        guard robustOptions.futures != nil else { return }
        let given = [
            ("--dry-run", dryRunOptions.isDryRun), ("--export-model", exportOption.path != nil),
            ("--solver", solverOption.solver != .structured),
            ("--lines", !wholeLineOptions.overrides.isEmpty),
        ]
        if let option = given.first(where: \.1) {
            throw ValidationError(
                Message(RobustMessage.notWithFutures, verbatim: ["option": option.0])
                    .rendered(in: CommandLanguage.current))
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions, and: wholeLineOptions.overrides)
        if robustOptions.futures != nil { return try planFutures(scenario, session) }
        let baseline = try session.baseline(scenario)
        try wholeLineOptions.check(against: baseline.inputs, session)
        try solverOption.check(against: baseline.inputs, session)
        try exportOption.check(baseline, session)
        if dryRunOptions.isDryRun {
            let dryRun = DryRun(
                session: session, scenario: scenario, baseline: baseline,
                outputFolder: scenarioOptions.outputFolder, modelPath: exportOption.path,
                problem: try RelocationProblem(baseline))
            return try dryRun.report()
        }
        let folder = try session.prepareOutput(scenarioOptions)
        session.reportNotices(
            baseline.inputs.notices + baseline.notices + baseline.inputs.potlineRemarks)
        let plan: Plan
        do {
            try session.progress.tellSize(of: baseline)
            plan = try planned(baseline, session)
        } catch {
            folder?.abandon()
            throw error
        }
        session.progress.tell(of: plan)
        try session.finish(
            RunRecord(scenario: scenario, data: session.data, plan: plan), into: folder,
            at: scenarioOptions.outputFolder)
        try exportOption.write(baseline, scenario, session)
        try CommandOutcome.throwUnlessSolved(plan.status)
    }

    /// One plan for many futures.
    private func planFutures(_ scenario: Scenario, _ session: Session) throws {
        let baseline = try session.baseline(scenario)
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        let sampling = robustOptions.sampling ?? .random
        try RobustPlanning(
            session: session, scenario: scenario, baseline: baseline, options: robustOptions,
            threads: robustOptions.threadOptions.count
        ).run(
            outputFolder: scenarioOptions.outputFolder,
            sampling: [
                ("sampling", sampling.rawValue),
                ("seed", String(robustOptions.seed ?? RobustOptions.standardSeed)),
            ],
            draw: { count, seed in
                try FutureSample(
                    scenario: scenario, data: session.data, count: count, seed: seed,
                    sampling: sampling
                ).futures
            })
    }

    private func planned(_ baseline: Baseline, _ session: Session) throws -> Plan {
        let report = WholeLineProgressReport(
            verbosity: session.verbosity, language: session.language,
            asLines: wholeLineOptions.showsProgress)
        defer { report.end() }
        var planner = Planner(method: solverOption.solver)
        planner.wholeLines = wholeLineOptions.settings(report)
        return try planner.plan(baseline)
    }
}
