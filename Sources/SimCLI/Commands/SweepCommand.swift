internal import ArgumentParser
internal import Simulator

/// Plans a scenario at every point of a grid.
struct SweepCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sweep", abstract: StudyHelp.sweep.help,
            discussion: StudyHelp.sweepDiscussion.help)
    }

    @Argument(
        help: ArgumentHelp(StudyHelp.sweepScenario.help), completion: CompletionLists.scenarios)
    var scenario: String = ScenarioOptions.standardScenario

    @Option(
        help: ArgumentHelp(StudyHelp.sweepVary.help, valueName: "key=from:to:step"),
        completion: CompletionLists.scenarioKeys)
    var vary: [String] = []

    @Option(
        name: .customLong("set"), help: ArgumentHelp(StudyHelp.set.help, valueName: "key=value"),
        completion: CompletionLists.scenarioKeys)
    var settings: [String] = []

    @Option(help: ArgumentHelp(StudyHelp.mode.help))
    var mode: PlanningMode?

    @Flag(name: .customLong("without-plan"), help: ArgumentHelp(StudyHelp.withoutPlan.help))
    var isProjection = false

    @Option(help: ArgumentHelp(StudyHelp.sweepYear.help))
    var year: Int?

    @Option(help: ArgumentHelp(StudyHelp.sweepThreads.help))
    var threads: Int?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(StudyHelp.outputFolder.help, valueName: "dir"),
        completion: .directory)
    var outputFolder: String?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        let language = CommandLanguage.current
        if vary.isEmpty { throw ValidationError(SweepMessage.nothingVaries.text[language]) }
        try ThreadCount.check(threads)
        if outputFolder?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.text[language])
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let context = session.data.scenarioContext
        let options = settings + (mode.map { ["planning.mode=\($0.rawValue)"] } ?? [])
        let (sweep, notices) = try SweepReader.read(
            scenario, options: options, varying: vary, library: session.library,
            context: context)
        let run = SweepRun(
            sweep: sweep, data: session.data, isPlanned: !isProjection,
            threads: ThreadCount.resolved(threads))
        try run.check()
        session.reportNotices(session.data.notices + sweep.base.notices + notices)
        let years = try ModelInputs(data: session.data, scenario: sweep.base).horizon.years
        let shownYear = year ?? years.upperBound
        if !years.contains(shownYear) {
            try session.refuse(
                Message(
                    SweepMessage.yearOutside,
                    verbatim: [
                        "year": "\(shownYear)", "first": "\(years.lowerBound)",
                        "last": "\(years.upperBound)",
                    ]))
        }
        let folder = try outputFolder.map { try RunFolder.prepare(at: $0, files: session.files) }
        let summary: SweepSummary
        do {
            summary = try carryOut(run, year: shownYear, folder: folder, session: session)
        } catch {
            folder?.abandon()
            throw error
        }
        if let outputFolder {
            if run.sweep.count > SweepRun.blockLimit {
                session.say(
                    Message(
                        SweepMessage.blocksLeftOut,
                        verbatim: [
                            "count": "\(run.sweep.count)", "limit": "\(SweepRun.blockLimit)",
                        ]))
            }
            session.say(
                Message(
                    SweepMessage.filesWritten,
                    verbatim: ["path": outputFolder, "csv": "\(outputFolder)/sweep.csv"]))
        }
        let statuses = summary.points.map(\.status)
        if statuses.contains(.notConverged) { throw CommandOutcome(status: .notSolved) }
        if statuses.allSatisfy({ $0 == .infeasible }) {
            throw CommandOutcome(status: .infeasible)
        }
    }

    private func show(_ summary: SweepSummary, session: Session) throws {
        switch session.format {
        case .csv: break
        case .json:
            try OutputStreams.write(summary.document(language: session.language).rendered)
        case .table:
            try OutputStreams.write(
                SweepReport(
                    summary, language: session.language, usesColour: OutputStreams.usesColour
                ).text)
        }
    }

    /// Computes the points; the long tables go to standard output as they come, or to the folder.
    private func carryOut(
        _ run: SweepRun, year: Int, folder: RunFolder?, session: Session
    ) throws -> SweepSummary {
        let isStreaming = session.format == .csv
        let isKeeping = folder != nil && run.sweep.count <= SweepRun.blockLimit
        if isStreaming { try OutputStreams.write(run.rowsHeader) }
        let progress = ProgressLine(
            total: run.sweep.count, isQuiet: session.verbosity == .quiet)
        let collected = SweepCollector(header: isKeeping ? run.rowsHeader : nil)
        try run.run(withBlocks: isStreaming || isKeeping) { point, rows in
            if isStreaming { try OutputStreams.write(rows) }
            collected.append(point, rows: rows)
            progress.show(point.index + 1)
        }
        progress.end()
        let content = collected.content
        let summary = SweepSummary(run, points: content.points, year: year)
        // Shown before it is kept: where standard output fails, no file has changed.
        try show(summary, session: session)
        try folder?.commit(summary.files(rows: content.rows))
        return summary
    }
}
