internal import ArgumentParser
internal import Simulator

/// Computes a published run again.
struct ReproduceCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reproduce", abstract: ReproductionMessage.reproduce.shown)
    }

    @Argument(
        help: ReproductionMessage.manifestArgument.help("manifest"), completion: .file())
    var manifest: String

    @Option(
        name: .customLong("scenario"), help: ReproductionMessage.scenarioFile.help("file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var scenarioFile: String?

    @Option(
        name: .customLong("out"), help: ReproductionMessage.reproduceOutput.help("dir"),
        completion: .directory)
    var outputFolder: String?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        if [manifest, scenarioFile, outputFolder].contains("") {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let stored = try StoredRun(at: manifest, files: session.files)
        let folder = try outputFolder.map { try RunFolder.prepare(at: $0, files: session.files) }
        let report: ReproductionReport
        do {
            report = ReproductionReport(
                try session.rerun(stored, scenario: scenarioFile),
                alterations: try stored.alterations(), language: session.language)
            switch session.format {
            case .table: try OutputStreams.write(report.text)
            case .csv: try OutputStreams.write(report.csv.text)
            case .json: try OutputStreams.write(report.json.rendered)
            }
        } catch {
            folder?.abandon()
            throw error
        }
        if let folder, let outputFolder {
            try folder.commit(report.rerun.record.files())
            session.say(
                Message(
                    CommandMessage.filesWritten,
                    verbatim: ["path": outputFolder, "csv": "\(outputFolder)/results.csv"]))
        }
        if !report.rerun.agrees { throw CommandOutcome(status: .checkFailed) }
    }
}
