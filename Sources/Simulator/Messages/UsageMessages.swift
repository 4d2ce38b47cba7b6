/// What the parser of the command line says. The English wording is the parser's own, and its
/// places in braces tell what to take over: a text that fits none is shown as it is.
public enum UsageMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "usage"

    // More special patterns come first.
    case unknownOptionNearest = "unknown_option_nearest"
    case unknownOption = "unknown_option"
    case missingValue = "missing_value"
    case unexpectedValue = "unexpected_value"
    case unexpectedArgument = "unexpected_argument"
    case unexpectedArguments = "unexpected_arguments"
    case invalidValueList = "invalid_value_list"
    case invalidValueChoices = "invalid_value_choices"
    case invalidValueReason = "invalid_value_reason"
    case invalidValue = "invalid_value"
    case missingArgument = "missing_argument"
    case missingOneOf = "missing_one_of"
    case missingSubcommand = "missing_subcommand"
    case invalidOption = "invalid_option"
    case alreadySet = "already_set"
    case unsupportedShell = "unsupported_shell"
    // Two refusals in place of the parser's "unexpected argument".
    case unknownCommandNearest = "unknown_command_nearest"
    case unknownCommand = "unknown_command"
    /// Anything else, a refusal of our own included.
    case other

    public var text: Text {
        switch self {
        case .unknownOptionNearest:
            Text(
                en: "Unknown option '{option}'. Did you mean '{nearest}'?",
                zh: "没有选项 “{option}”。是否想写 “{nearest}”？")
        case .unknownOption: Text(en: "Unknown option '{option}'", zh: "没有选项 “{option}”")
        case .missingValue: Text(en: "Missing value for '{option}'", zh: "“{option}” 缺少值")
        case .unexpectedValue:
            Text(
                en: "The option '{option}' does not take any value, but '{value}' was specified.",
                zh: "选项 “{option}” 不带值，却给出了 “{value}”。")
        case .unexpectedArgument:
            Text(en: "Unexpected argument '{value}'", zh: "多余的参数 “{value}”")
        case .unexpectedArguments:
            Text(en: "{count} unexpected arguments: '{values}'", zh: "{count} 个多余的参数：“{values}”")
        case .invalidValueList:
            Text(
                en: "The value '{value}' is invalid for '{option}'. Please provide one of the "
                    + "following:{choices}",
                zh: "“{option}” 的值 “{value}” 无效。可用的值：{choices}。")
        case .invalidValueChoices:
            Text(
                en: "The value '{value}' is invalid for '{option}'. Please provide one of "
                    + "{choices}.",
                zh: "“{option}” 的值 “{value}” 无效。可用的值：{choices}。")
        case .invalidValueReason:
            Text(
                en: "The value '{value}' is invalid for '{option}': {reason}",
                zh: "“{option}” 的值 “{value}” 无效：{reason}")
        case .invalidValue:
            Text(
                en: "The value '{value}' is invalid for '{option}'",
                zh: "“{option}” 的值 “{value}” 无效")
        case .missingArgument:
            Text(en: "Missing expected argument '{argument}'", zh: "缺少参数 “{argument}”")
        case .missingOneOf: Text(en: "Missing one of: '{arguments}'", zh: "缺少以下之一：“{arguments}”")
        case .missingSubcommand: Text(en: "Missing required subcommand.", zh: "缺少子命令。")
        case .invalidOption: Text(en: "Invalid option: {option}", zh: "选项无效：{option}")
        case .alreadySet:
            Text(
                en: "Value to be set with {second} had already been set with {first}",
                zh: "{second} 与 {first} 设定了同一个值")
        case .unsupportedShell:
            Text(
                en: "Can't generate completion scripts for '{shell}'.",
                zh: "无法为 “{shell}” 生成补全脚本。请用 greenalu completion 加 bash、zsh 或 fish。")
        case .unknownCommandNearest:
            Text(
                en: "There is no command '{value}'. Did you mean '{nearest}'?",
                zh: "没有命令 “{value}”。是否想写 “{nearest}”？")
        case .unknownCommand: Text(en: "There is no command '{value}'.", zh: "没有命令 “{value}”。")
        case .other: Text(en: "{text}", zh: "{text}")
        }
    }
}

/// The words around the texts of a help page: headings, remarks, and the lines below an error.
public enum HelpLabel: String, CaseIterable, MessageCatalogue {
    public static let area = "help_label"

    case overview, usage, arguments, options, subcommands
    case error
    case usageLine = "usage_line"
    case explanation
    case seeCommand = "see_command"
    case seeSubcommand = "see_subcommand"
    case defaultValue = "default_value"
    case values
    case valuesAndDefault = "values_and_default"
    case defaultCommand = "default_command"
    case optionsWord = "options_word"
    case subcommandWord = "subcommand_word"
    case showHelp = "show_help"
    case showVersion = "show_version"
    case showHelpOfCommand = "show_help_of_command"

    public var text: Text {
        switch self {
        case .overview: Text(en: "OVERVIEW: {text}", zh: "概述：{text}")
        case .usage: Text(en: "USAGE: {text}", zh: "用法：{text}")
        case .arguments: Text(en: "ARGUMENTS:", zh: "参数：")
        case .options: Text(en: "OPTIONS:", zh: "选项：")
        case .subcommands: Text(en: "SUBCOMMANDS:", zh: "子命令：")
        case .error: Text(en: "Error: {text}", zh: "错误：{text}")
        case .usageLine: Text(en: "Usage: {text}", zh: "用法：{text}")
        case .explanation: Text(en: "Help:  {text}", zh: "说明：{text}")
        case .seeCommand:
            Text(en: "  See '{command}' for more information.", zh: "  详见 “{command}”。")
        case .seeSubcommand:
            Text(en: "  See '{command}' for detailed help.", zh: "  各子命令的详细说明：“{command}”。")
        case .defaultValue: Text(en: "(default: {value})", zh: "（默认：{value}）")
        case .values: Text(en: "(values: {values})", zh: "（可用值：{values}）")
        case .valuesAndDefault:
            Text(
                en: "(values: {values}; default: {value})", zh: "（可用值：{values}；默认：{value}）")
        case .defaultCommand: Text(en: "(default)", zh: "（默认）")
        case .optionsWord: Text(en: "<options>", zh: "<选项>")
        case .subcommandWord: Text(en: "<subcommand>", zh: "<子命令>")
        case .showHelp: Text(en: "Show help information.", zh: "显示帮助。")
        case .showVersion: Text(en: "Show the version.", zh: "显示版本。")
        case .showHelpOfCommand:
            Text(en: "Show subcommand help information.", zh: "显示子命令的帮助。")
        }
    }
}
