internal import ArgumentParser
internal import Simulator

/// Plans or projects a scenario in many futures.
struct EnsembleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ensemble", abstract: EnsembleHelp.ensemble.shown,
            discussion: EnsembleHelp.ensembleDiscussion.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions
    @OptionGroup var samplingOptions: SamplingOptions

    @Option(name: .customLong("plan"), help: EnsembleHelp.treatment.help())
    var treatment: EnsembleTreatment = .anew

    @OptionGroup var threadOptions: ThreadOptions

    @Flag(name: .customLong("all-draws"), help: EnsembleHelp.allDraws.help())
    var keepsDraws = false

    @Flag(name: .customLong("resume"), help: EnsembleHelp.resume.help())
    var resumes = false

    @Option(name: .customLong("shard"), help: EnsembleHelp.shard.help("i/n"))
    var shardText: String?

    @Option(name: .customLong("draw"), help: EnsembleHelp.draw.help("k"))
    var shownDraw: Int?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        let language = CommandLanguage.current
        func refuse(_ message: EnsembleMessage, _ arguments: [String: String] = [:]) throws {
            throw ValidationError(
                Message(message, verbatim: arguments).rendered(in: language))
        }
        let hasOut = scenarioOptions.outputFolder != nil
        if let shardText {
            if Self.shard(shardText) == nil {
                try refuse(
                    .shardNotAShard,
                    ["value": shardText, "limit": "\(EnsembleShard.limit)"])
            }
            if !hasOut { try refuse(.shardNeedsOut) }
            if resumes { try refuse(.shardWithResume) }
            if keepsDraws { try refuse(.shardWithAllDraws) }
        }
        if let shownDraw, !(0..<samplingOptions.draws).contains(shownDraw) {
            try refuse(
                .drawNotThere,
                ["value": "\(shownDraw)", "last": "\(samplingOptions.draws - 1)"])
        }
        if shownDraw != nil, hasOut || resumes || keepsDraws || shardText != nil {
            try refuse(.drawAlone)
        }
        if resumes, !hasOut { try refuse(.resumeNeedsOut) }
        if keepsDraws, !hasOut { try refuse(.allDrawsNeedsOut) }
    }

    private static func shard(_ text: String) -> EnsembleShard? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else {
            return nil
        }
        return EnsembleShard(index, of: count)
    }

    func run() throws {
        let session = try Session(dataOptions)
        let study = try session.ensembleStudy(
            scenarioOptions, samplingOptions, treatment: treatment,
            threads: threadOptions.count)
        if let shownDraw {
            try OutputStreams.write(
                study.scenarioText(of: shownDraw, extending: scenarioOptions.scenario))
            return
        }
        Interruption.watch()
        let bar = EnsembleProgressBar(
            language: session.language, verbosity: session.verbosity)
        if let shardText, let shard = Self.shard(shardText) {
            try run(study, shard: shard, session: session, bar: bar)
        } else {
            try run(study, session: session, bar: bar)
        }
    }

    private func run(
        _ study: EnsembleStudy, session: Session, bar: EnsembleProgressBar
    ) throws {
        let workspace = EnsembleWorkspace(files: session.files)
        let path = scenarioOptions.outputFolder
        if let path, let done = try workspace.interrupted(at: path) {
            session.say(
                Message(
                    resumes ? EnsembleMessage.resumed : .leftover,
                    verbatim: ["done": "\(done)", "total": "\(study.settings.draws)"]))
        }
        let outcome = try workspace.run(
            study, to: path, resumes: resumes, keepsDraws: keepsDraws, stop: Interruption.flag,
            tell: { bar.show($0) },
            show: { result in
                bar.end()
                try presentation(result, session).show()
            })
        bar.end()
        switch outcome {
        case .stopped(let done, let kept):
            session.complain(
                Message(
                    kept ? EnsembleMessage.stoppedKept : .stopped,
                    verbatim: ["done": "\(done)", "total": "\(study.settings.draws)"]))
            throw Interruption.outcome
        case .finished(let result):
            if let path {
                session.say(
                    Message(
                        EnsembleMessage.filesWritten,
                        verbatim: ["path": path, "csv": "\(path)/ensemble.csv"]))
            }
            try presentation(result, session).end()
        }
    }

    private func presentation(
        _ result: EnsembleResult, _ session: Session
    ) -> EnsemblePresentation {
        EnsemblePresentation(
            result: result, format: session.format, language: session.language)
    }

    private func run(
        _ study: EnsembleStudy, shard: EnsembleShard, session: Session, bar: EnsembleProgressBar
    ) throws {
        guard let directory = scenarioOptions.outputFolder else { return }
        let outcome = try EnsembleWorkspace(files: session.files).run(
            study, shard: shard, in: directory, stop: Interruption.flag, tell: { bar.show($0) })
        bar.end()
        let path = "\(directory)/\(shard.fileName)"
        switch outcome {
        case .written: session.say(Message(EnsembleMessage.shardWritten, verbatim: ["path": path]))
        case .skipped: session.say(Message(EnsembleMessage.shardSkipped, verbatim: ["path": path]))
        case .stopped(let done):
            session.complain(
                Message(
                    EnsembleMessage.shardStopped,
                    verbatim: [
                        "done": "\(done)", "total": "\(shard.size(of: study.settings.draws))",
                    ]))
            throw Interruption.outcome
        }
    }
}

/// Shows an ensemble in the form asked for, and turns its statuses into the command's end.
struct EnsemblePresentation {
    let result: EnsembleResult
    let format: OutputFormat
    let language: Language

    func show() throws {
        switch format {
        case .csv: try OutputStreams.write(result.csv.text)
        case .json:
            try OutputStreams.write(result.document(language: language).rendered)
        case .table:
            try OutputStreams.write(
                EnsembleReport(
                    result, language: language, usesColour: OutputStreams.usesColour
                ).text)
        }
    }

    /// Futures without a plan are results; only where there is none with one does the command fail.
    func end() throws {
        guard result.solved == 0 else { return }
        let isInfeasible = result.counts[.infeasible] == result.frame.draws
        throw CommandOutcome(status: isInfeasible ? .infeasible : .notSolved)
    }
}
