public import ArgumentParser
public import Simulator

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

extension Language: ExpressibleByArgument {}
extension PlanningMode: ExpressibleByArgument {}
extension Grade: ExpressibleByArgument {}
extension ResearchExport.Format: ExpressibleByArgument {}

extension MessageCatalogue {
    /// The text in the language of the running command, for abstracts and refusals.
    var shown: String { text[CommandLanguage.current] }

    /// The text as the help of an option or argument.
    func help(_ valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(shown, valueName: valueName)
    }
}

/// How much a command says on standard error.
enum Verbosity {
    case quiet, normal, verbose
}

/// Options of every command on what it says and in which language.
struct MessageOptions: ParsableArguments {
    @Option(help: HelpMessage.language.help())
    var lang: Language?

    @Flag(name: .customLong("quiet"), help: HelpMessage.quiet.help())
    var isQuiet = false

    @Flag(name: .customLong("verbose"), help: HelpMessage.verbose.help())
    var isVerbose = false

    var language: Language { lang ?? CommandLanguage.current }

    var verbosity: Verbosity { isQuiet ? .quiet : isVerbose ? .verbose : .normal }

    func validate() throws {
        if isQuiet, isVerbose { throw ValidationError(ProgressMessage.quietAndVerbose.shown) }
    }
}

/// Options of every command that reads data.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"), help: HelpMessage.dataFolder.help("dir"),
        completion: .directory)
    var dataFolder: String?

    @Option(help: HelpMessage.format.help())
    var format: OutputFormat = .table

    @OptionGroup var messages: MessageOptions

    var language: Language { messages.language }

    func validate() throws {
        if dataFolder?.isEmpty == true { throw ValidationError(CommandMessage.emptyPath.shown) }
    }
}

/// Options of every command that takes a scenario.
struct ScenarioOptions: ParsableArguments {
    @Argument(help: HelpMessage.scenario.help(), completion: CompletionLists.scenarios)
    var scenario: String = ScenarioOptions.standardScenario

    @Option(
        name: .customLong("set"), help: HelpMessage.setting.help("key=value"),
        completion: CompletionLists.scenarioKeys)
    var settings: [String] = []

    @Option(
        name: .customLong("out"), help: HelpMessage.output.help("dir"), completion: .directory)
    var outputFolder: String?

    @Option(help: HelpMessage.mode.help())
    var mode: PlanningMode?

    static let standardScenario = "policies-as-issued"

    /// What `--set` and `--mode` say, as `key=value`.
    var overrides: [String] {
        settings + (mode.map { ["planning.mode=\($0.rawValue)"] } ?? [])
    }

    func validate() throws {
        if outputFolder?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
    }
}

/// The option of commands that can say what they would do.
struct DryRunOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: HelpMessage.dryRun.help())
    var isDryRun = false
}
