internal import ArgumentParser
internal import Simulator

/// Seeks the inputs that give a result its target.
struct SeekCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seek", abstract: SeekHelp.seek.shown,
            discussion: SeekHelp.seekDiscussion.shown)
    }

    @Argument(
        help: ArgumentHelp(StudyHelp.sweepScenario.help), completion: CompletionLists.scenarios)
    var scenario: String = ScenarioOptions.standardScenario

    @Option(help: ArgumentHelp(SeekHelp.target.shown, valueName: "name[region,year]=value"))
    var target: String?

    @Option(
        help: ArgumentHelp(SeekHelp.vary.shown, valueName: "key[=from:to]"),
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

    @Option(help: ArgumentHelp(SeekHelp.threads.shown))
    var threads: Int?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(StudyHelp.outputFolder.help, valueName: "dir"),
        completion: .directory)
    var outputFolder: String?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        if target == nil { throw ValidationError(SeekMessage.noTarget.shown) }
        if vary.isEmpty { throw ValidationError(SeekMessage.nothingVaries.shown) }
        if vary.count > SeekReader.leverLimit {
            throw ValidationError(
                Message(
                    SeekMessage.tooManyLevers,
                    verbatim: ["count": "\(vary.count)", "limit": "\(SeekReader.leverLimit)"]
                ).rendered(in: CommandLanguage.current))
        }
        try ThreadCount.check(threads)
        if outputFolder?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let options = settings + (mode.map { ["planning.mode=\($0.rawValue)"] } ?? [])
        let (base, sought, levers) = try SeekReader.read(
            scenario, options: options, target: target ?? "", varying: vary,
            isPlanned: !isProjection, data: session.data, library: session.library)
        session.reportNotices(session.data.notices + base.notices)
        let folder = try outputFolder.map { try RunFolder.prepare(at: $0, files: session.files) }
        let result: SeekResult
        do {
            let progress = CountLine(isQuiet: session.verbosity == .quiet)
            defer { progress.end() }
            result = try SeekRun(
                scenario: base, target: sought, levers: levers, data: session.data,
                isPlanned: !isProjection, threads: ThreadCount.resolved(threads)
            ).run { progress.show($0) }
            progress.end()
            // Shown before it is kept: where standard output fails, no file has changed.
            try show(result, session: session)
            try folder?.commit(result.files())
        } catch {
            folder?.abandon()
            throw error
        }
        if let outputFolder {
            session.say(
                Message(
                    SeekMessage.filesWritten,
                    verbatim: ["path": outputFolder, "csv": "\(outputFolder)/seek.csv"]))
        }
        switch result.outcome {
        case .alreadyThere, .reached: break
        // A search proves nothing, so this is not the code of what is proved infeasible.
        case .jump, .notFound: throw CommandOutcome(status: .notSolved)
        }
    }

    private func show(_ result: SeekResult, session: Session) throws {
        switch session.format {
        case .table:
            try OutputStreams.write(
                SeekReport(
                    result, language: session.language, usesColour: OutputStreams.usesColour
                ).text)
        case .csv: try OutputStreams.write(result.csv.text)
        case .json:
            try OutputStreams.write(result.document(language: session.language).rendered)
        }
    }
}
