internal import ArgumentParser
internal import Simulator

/// Scenarios: which there are, what they set, and a file to start from.
struct ScenarioCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scenario", abstract: StudyHelp.scenario.help,
            subcommands: [
                ScenarioListCommand.self, ScenarioShowCommand.self, ScenarioNewCommand.self,
                ScenarioKeysCommand.self,
            ],
            defaultSubcommand: ScenarioListCommand.self)
    }
}
