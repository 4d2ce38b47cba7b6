internal import ArgumentParser
internal import Simulator

/// Seeks plans nearly as cheap as the cheapest, each the best by something else.
struct AlternativesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "alternatives", abstract: AlternativesMessage.help.shown,
            discussion: AlternativesMessage.discussion.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions

    @Option(help: AlternativesMessage.within.help("margin"))
    var within = "2%"

    @Option(help: AlternativesMessage.threads.help())
    var threads: Int?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        _ = try margin
        try ThreadCount.check(threads)
    }

    private var margin: CostMargin {
        get throws {
            guard let margin = CostMargin(within) else {
                throw ValidationError(
                    Message(AlternativesMessage.badMargin, verbatim: ["value": within])
                        .rendered(in: CommandLanguage.current))
            }
            return margin
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions)
        let baseline = try session.baseline(scenario)
        guard AlternativesSearch.applies(to: baseline.inputs) else {
            try session.refuse(Message(AlternativesMessage.cannotApply))
        }
        let search = AlternativesSearch(
            baseline, dryYear: try DryYear(baseline, data: session.data), margin: try margin,
            threads: ThreadCount.resolved(threads))
        let folder = try session.prepareOutput(scenarioOptions)
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        let record: AlternativesRecord
        do {
            let progress = ProgressLine(
                total: AlternativeGoal.allCases.count, isQuiet: session.verbosity == .quiet)
            let found = try search.run { progress.show($0) }
            progress.end()
            record = AlternativesRecord(scenario: scenario, data: session.data, found: found)
            // Shown before it is kept: where standard output fails, no file has changed.
            try show(record, session)
        } catch {
            folder?.abandon()
            throw error
        }
        try folder?.commit(record.files())
        if let path = scenarioOptions.outputFolder {
            session.say(
                Message(
                    AlternativesMessage.filesWritten,
                    verbatim: ["path": path, "csv": "\(path)/alternatives.csv"]))
        }
        switch record.found.status {
        case .optimal: break
        case .infeasible:
            session.complain(Message(AlternativesMessage.infeasible))
            throw CommandOutcome(status: .infeasible)
        case .notConverged:
            session.complain(Message(AlternativesMessage.unsolved))
            throw CommandOutcome(status: .notSolved)
        }
    }

    private func show(_ record: AlternativesRecord, _ session: Session) throws {
        switch session.format {
        case .csv: try OutputStreams.write(record.csv.text)
        case .json: try OutputStreams.write(record.document(language: session.language).rendered)
        case .table:
            guard record.found.status == .optimal else { return }
            try OutputStreams.write(
                AlternativesReport(
                    record, language: session.language, usesColour: OutputStreams.usesColour
                ).text)
        }
    }
}
