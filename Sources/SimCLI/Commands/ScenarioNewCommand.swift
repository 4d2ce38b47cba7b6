internal import ArgumentParser
internal import Simulator

/// A scenario file to start from.
struct ScenarioNewCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "new", abstract: StudyHelp.new.help)
    }

    @Argument(
        help: ArgumentHelp(StudyHelp.newFile.help), completion: .file(extensions: ["yaml", "yml"]))
    var file: String?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(StudyHelp.newFrom.help, valueName: "scenario"),
        completion: CompletionLists.scenarios)
    var parent: String?

    @Option(
        name: .customLong("all"),
        help: ArgumentHelp(StudyHelp.newAll.help, valueName: "dir"), completion: .directory)
    var wholeFolder: String?

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        if [file, parent, wholeFolder].contains("") {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
        let others = [file, parent, dataOptions.dataFolder].compactMap(\.self)
        if wholeFolder != nil, !others.isEmpty {
            throw ValidationError(InspectionMessage.allStandsAlone.text[CommandLanguage.current])
        }
        guard let file else { return }
        // Under another name no command would read the file as a scenario.
        if !file.hasSuffix(".yaml"), !file.hasSuffix(".yml") {
            throw ValidationError(
                Message(InspectionMessage.newNeedsEnding, verbatim: ["path": file])
                    .rendered(in: CommandLanguage.current))
        }
    }

    func run() throws {
        if let wholeFolder {
            try writeWhole(into: wholeFolder)
            return
        }
        let session = try Session(dataOptions)
        let text = try ScenarioTemplate(
            data: session.data, language: session.language, extending: extended(session),
            wrap: { text in
                DisplayWidth.wrapped(text, width: 78).split(separator: "\n").map(String.init)
            }
        ).yaml
        guard let file else {
            try OutputStreams.write(text)
            return
        }
        try session.files.createNewFile(at: file, with: Array(text.utf8))
        session.say(Message(InspectionMessage.fileWritten, verbatim: ["path": file]))
    }

    /// Writes the scenarios and tables that are built in, whatever folder of them is in use.
    private func writeWhole(into folder: String) throws {
        let path = try ShippedInputs.write(
            into: folder, files: CommandSurroundings.current.files)
        guard dataOptions.messages.verbosity != .quiet else { return }
        let written = Message(
            InspectionMessage.allWritten,
            verbatim: [
                "path": path, "count": "\(ShippedInputs.names.count)", "folder": folder,
            ])
        OutputStreams.report(written.rendered(in: dataOptions.messages.language))
    }

    /// What the new file writes after `extends`: the scenario must be accepted and be found again
    /// from where the new file lies.
    private func extended(_ session: Session) throws -> String? {
        guard let parent else { return nil }
        _ = try session.library.load(parent, context: session.data.scenarioContext)
        guard parent.contains("/") || parent.hasSuffix(".yaml") || parent.hasSuffix(".yml") else {
            return parent
        }
        let own = file ?? "new.yaml"
        guard folder(parent) == folder(own) else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        InspectionMessage.parentNotBeside,
                        verbatim: ["parent": parent, "path": own])))
        }
        return parent.split(separator: "/").last.map(String.init)
    }

    private func folder(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        let folder = String(path[..<slash])
        return folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
    }
}
