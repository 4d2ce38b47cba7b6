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

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        guard let file else { return }
        // Under another name no command would read the file as a scenario.
        if !file.hasSuffix(".yaml"), !file.hasSuffix(".yml") {
            throw ValidationError(
                Message(InspectionMessage.newNeedsEnding, verbatim: ["path": file])
                    .rendered(in: CommandLanguage.current))
        }
    }

    func run() throws {
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
