internal import ArgumentParser
internal import Simulator

/// Finds out which uncertain inputs decide the results of a scenario.
struct SensitivityCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sensitivity", abstract: SensitivityHelp.sensitivity.shown,
            discussion: SensitivityHelp.discussion.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions

    @Option(help: SensitivityHelp.method.help())
    var method: SensitivityMethod = .sobol

    @Option(help: SensitivityHelp.draws.help())
    var draws: Int = 1000

    @Option(help: EnsembleHelp.seed.help())
    var seed: String = "1"

    @Option(help: SensitivityHelp.sampling.help())
    var sampling: EnsembleSampling?

    @Option(name: .customLong("plan"), help: EnsembleHelp.treatment.help())
    var treatment: EnsembleTreatment = .anew

    @Option(help: SensitivityHelp.year.help())
    var year: Int?

    @OptionGroup var threadOptions: ThreadOptions

    @Flag(name: .customLong("all-draws"), help: SensitivityHelp.allDraws.help())
    var keepsDraws = false

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        func refuse(_ message: EnsembleMessage, _ arguments: [String: String] = [:]) throws {
            throw ValidationError(
                Message(message, verbatim: arguments).rendered(in: CommandLanguage.current))
        }
        if !(1...EnsembleSettings.drawLimit).contains(draws) {
            try refuse(
                .drawsOutside, ["value": "\(draws)", "limit": "\(EnsembleSettings.drawLimit)"])
        }
        if UInt64(seed) == nil { try refuse(.seedNotANumber, ["value": seed]) }
        if keepsDraws, scenarioOptions.outputFolder == nil { try refuse(.allDrawsNeedsOut) }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions)
        let study = try SensitivityStudy(
            scenario: scenario, data: session.data,
            settings: SensitivitySettings(
                method: method, draws: draws,
                seed: UInt64(seed) ?? EnsembleSettings.standardSeed, sampling: sampling,
                treatment: treatment, year: year, threads: threadOptions.count))
        session.reportNotices(study.ensemble.model.base.notices)
        if treatment == .today, study.ensemble.frame.today == nil {
            session.complain(Message(EnsembleMessage.todayNeedsPlan))
            throw CommandOutcome(
                status: study.ensemble.today?.status == .infeasible ? .infeasible : .notSolved)
        }
        let folder = try session.prepareOutput(scenarioOptions)
        do {
            announce(study, session)
            try carryOut(study, into: folder, session: session)
        } catch {
            folder?.abandon()
            throw error
        }
    }

    private func announce(_ study: SensitivityStudy, _ session: Session) {
        let message: SensitivityMessage = method == .sobol ? .announced : .announcedPawn
        session.say(
            Message(
                message,
                verbatim: [
                    "evaluations": "\(study.evaluationCount)", "draws": "\(draws)",
                    "groups": "\(study.groups.count)",
                    "factors": "\(study.ensemble.model.factors.count)",
                ]))
    }

    private func carryOut(
        _ study: SensitivityStudy, into folder: RunFolder?, session: Session
    ) throws {
        Interruption.watch()
        let bar = EnsembleProgressBar(language: session.language, verbosity: session.verbosity)
        let evaluations = try study.evaluations(stop: Interruption.flag) { bar.show($0) }
        bar.end()
        let done = evaluations.statuses.count
        if done < study.evaluationCount {
            session.complain(
                Message(
                    SensitivityMessage.stopped,
                    verbatim: ["done": "\(done)", "total": "\(study.evaluationCount)"]))
            throw Interruption.outcome
        }
        let result = try SensitivityResult(study, evaluations)
        let report = SensitivityReport(
            result, language: session.language, usesColour: OutputStreams.usesColour)
        if result.isRefused {
            session.complain(report.refusal)
            let infeasible = result.counts[.infeasible] ?? 0
            let others = (result.counts[.notConverged] ?? 0) + (result.counts[.rejected] ?? 0)
            throw CommandOutcome(status: infeasible >= others ? .infeasible : .notSolved)
        }
        switch session.format {
        case .csv: try OutputStreams.write(result.csv.text)
        case .json:
            try OutputStreams.write(result.document(language: session.language).rendered)
        case .table: try OutputStreams.write(report.text)
        }
        guard let folder, let path = scenarioOptions.outputFolder else { return }
        try SensitivityWriter(result: result, keepsDraws: keepsDraws).commit(to: folder)
        session.say(
            Message(
                SensitivityMessage.filesWritten,
                verbatim: ["path": path, "csv": "\(path)/sensitivity.csv"]))
    }
}
