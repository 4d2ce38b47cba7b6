internal import ArgumentParser
internal import Reporting
internal import Simulator

/// Writes a run as one page.
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report", abstract: ReportHelp.report.shown,
            discussion: ReportHelp.discussion.shown)
    }

    @OptionGroup var runArgument: RunArgument

    @Option(help: ReportHelp.compare.help("run"), completion: CompletionLists.scenarios)
    var compare: String?

    @Option(
        name: .customLong("out"), help: ReportHelp.out.help("file"),
        completion: .file(extensions: ["html"]))
    var path: String

    @Option(
        name: .customLong("ensemble"), help: PlotMessage.helpEnsemble.help("dir"),
        completion: .directory)
    var ensembleFolder: String?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        let paths: [String?] = [path, compare, ensembleFolder]
        if paths.contains("") { throw ValidationError(CommandMessage.emptyPath.shown) }
        if dataOptions.format == .csv { throw ValidationError(ReportHelp.noTable.shown) }
        guard path.lowercased().hasSuffix(".html"), path.count > ".html".count else {
            throw ValidationError(
                Message(ReportHelp.badEnding, verbatim: ["path": path])
                    .rendered(in: CommandLanguage.current))
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        try session.files.checkReplaceable(at: path)
        let record = try session.record(of: runArgument.run)
        let base = try compare.map { try session.record(of: $0) }
        let bands = try ensembleFolder.map {
            try session.ensembleBands(of: $0, for: record.outcome.inputs)
        }
        let report = try HTMLReport(
            record, base: base, bands: bands, language: session.language,
            shippedScenarios: session.library.names())
        let bytes = Array(report.html.utf8)
        try session.files.replaceFile(at: path, with: bytes)
        session.say(
            Message(
                ReportHelp.written,
                verbatim: ["path": path, "size": String((bytes.count + 999) / 1000)]))
        if session.format == .json {
            try OutputStreams.write(document(bytes, session.language).rendered)
        }
        try CommandOutcome.throwUnlessSolved(record.plan?.status)
    }

    /// What was written, for programs.
    private func document(_ bytes: [UInt8], _ language: Language) -> JSONValue {
        .object([
            ("schema", .integer(1)), ("command", .text("report")), ("path", .text(path)),
            ("language", .text(language.rawValue)), ("bytes", .integer(bytes.count)),
            ("sha256", .text(FileDigest.sha256(bytes))),
        ])
    }
}
