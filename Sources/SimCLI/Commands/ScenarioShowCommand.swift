internal import ArgumentParser
internal import Simulator

/// What a scenario sets and where.
struct ScenarioShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: StudyHelp.show.help)
    }

    @Argument(help: ArgumentHelp(StudyHelp.showScenario.help, valueName: "scenario"))
    var scenario: String

    @Option(
        name: .customLong("set"), help: ArgumentHelp(StudyHelp.set.help, valueName: "key=value"))
    var settings: [String] = []

    @Flag(name: .customLong("all"), help: ArgumentHelp(StudyHelp.showAll.help))
    var showsAll = false

    @Option(help: ArgumentHelp(StudyHelp.showKey.help, valueName: "prefix"))
    var key: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let values = try session.refusingAsAsked {
            let prefix = try KeyPrefix(key, option: "--key")
            let scenario = try session.library.load(
                scenario, options: settings, context: session.data.scenarioContext)
            return (prefix, try LayeredValues(data: session.data, scenario: scenario))
        }
        session.reportNotices(values.1.inputs.notices)
        let report = ScenarioReport(
            values.1, showsAll: showsAll, prefix: values.0, language: session.language,
            usesColour: OutputStreams.usesColour)
        switch session.format {
        case .table: try OutputStreams.write(report.text)
        case .csv: try OutputStreams.write(report.csv.text)
        case .json: try OutputStreams.write(report.json.rendered)
        }
    }
}
