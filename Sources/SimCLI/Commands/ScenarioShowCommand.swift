internal import ArgumentParser
internal import Simulator

/// What a scenario sets and where.
struct ScenarioShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: StudyHelp.show.help)
    }

    @Argument(
        help: ArgumentHelp(StudyHelp.showScenario.help, valueName: "scenario"),
        completion: CompletionLists.scenarios)
    var scenario: String

    @Option(
        name: .customLong("set"), help: ArgumentHelp(StudyHelp.set.help, valueName: "key=value"),
        completion: CompletionLists.scenarioKeys)
    var settings: [String] = []

    @Flag(name: .customLong("all"), help: ArgumentHelp(StudyHelp.showAll.help))
    var showsAll = false

    @Option(
        help: ArgumentHelp(StudyHelp.showKey.help, valueName: "prefix"),
        completion: CompletionLists.scenarioKeys)
    var key: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let prefix = try KeyPrefix(key, option: "--key")
        let scenario = try session.library.load(
            scenario, options: settings, context: session.data.scenarioContext)
        let values = try LayeredValues(data: session.data, scenario: scenario)
        // What changes nothing has a section of its own here.
        session.reportNotices(
            values.inputs.notices.filter {
                $0.message.identifier != Message(ScenarioMessage.changesNothing).identifier
            })
        let report = ScenarioReport(
            values, showsAll: showsAll, prefix: prefix, language: session.language,
            usesColour: OutputStreams.usesColour)
        switch session.format {
        case .table: try OutputStreams.write(report.text)
        case .csv: try OutputStreams.write(report.csv.text)
        case .json: try OutputStreams.write(report.json.rendered)
        }
    }
}
