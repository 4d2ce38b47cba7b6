public import ArgumentParser
public import Simulator

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

extension Language: ExpressibleByArgument {}
extension PlanningMode: ExpressibleByArgument {}

/// The language of the running command, known even when it fails early.
enum CommandLanguage {
    /// What `--lang` says, else the locale.
    static var current: Language {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="),
                let language = Language(rawValue: String(argument.dropFirst(7)))
            {
                return language
            }
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { OutputStreams.environment($0) }.first { !$0.isEmpty }
        return Language(locale: locale)
    }
}

/// Options of every command that reads data.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp("Folder of the data tables.", valueName: "dir"))
    var dataFolder: String?

    @Option(help: "Language of messages and tables: en or zh. Default: the locale's.")
    var lang: Language?

    @Option(help: "table for people, csv or json for programs.")
    var format: OutputFormat = .table

    var language: Language { lang ?? CommandLanguage.current }

    func validate() throws {
        if dataFolder?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.text[language])
        }
    }
}

/// Options of every command that takes a scenario.
struct ScenarioOptions: ParsableArguments {
    @Argument(help: "Name of a shipped scenario or path of a YAML file.")
    var scenario: String = ScenarioOptions.standardScenario

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Set one value, as in the YAML; repeatable.", valueName: "key=value"))
    var settings: [String] = []

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("Write the run's files to this folder.", valueName: "dir"))
    var outputFolder: String?

    @Option(help: "soft: a quota may be missed at a price; hard: never.")
    var mode: PlanningMode?

    static let standardScenario = "policies-as-issued"

    /// What `--set` and `--mode` say, as `key=value`.
    var overrides: [String] {
        settings + (mode.map { ["planning.mode=\($0.rawValue)"] } ?? [])
    }

    func validate() throws {
        if outputFolder?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.text[CommandLanguage.current])
        }
    }
}
