internal import ArgumentParser
internal import Simulator

/// Puts the parts of an ensemble together.
struct MergeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge", abstract: EnsembleHelp.merge.shown,
            discussion: EnsembleHelp.mergeDiscussion.shown)
    }

    @Argument(help: EnsembleHelp.mergeFolder.help("dir"), completion: .directory)
    var directory: String

    @Option(
        name: .customLong("out"), help: HelpMessage.output.help("dir"), completion: .directory)
    var outputFolder: String

    @Flag(name: .customLong("all-draws"), help: EnsembleHelp.allDraws.help())
    var keepsDraws = false

    @OptionGroup var threadOptions: ThreadOptions

    @Option(help: HelpMessage.format.help())
    var format: OutputFormat = .table

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if outputFolder.isEmpty || directory.isEmpty {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
    }

    func run() throws {
        let files = CommandSurroundings.current.files
        let folder = try RunFolder.prepare(at: outputFolder, files: files)
        let merge: EnsembleMerge
        let presentation: EnsemblePresentation
        do {
            merge = try EnsembleMerge(
                directory: directory, threads: threadOptions.count, files: files)
            presentation = EnsemblePresentation(
                result: merge.result, format: format, language: messages.language)
            try presentation.show()
        } catch {
            folder.abandon()
            throw error
        }
        try merge.commit(to: folder, keepsDraws: keepsDraws)
        if messages.verbosity != .quiet {
            OutputStreams.report(
                Message(
                    EnsembleMessage.filesWritten,
                    verbatim: ["path": outputFolder, "csv": "\(outputFolder)/ensemble.csv"]
                ).rendered(in: messages.language))
        }
        try presentation.end()
    }
}
