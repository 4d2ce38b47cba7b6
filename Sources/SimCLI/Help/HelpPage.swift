internal import Simulator

/// The help of a command, in the language of the running command and within 80 columns.
struct HelpPage {
    let command: CommandTree.Command
    /// The words that lead to the command, the program's name first.
    let path: [String]
    let language: Language

    private static let width = 80
    private static let indent = 2
    private static let labelColumn = 26

    var text: String {
        var parts: [String] = []
        if let abstract = command.abstract {
            parts.append(wrapped(word(.overview, ["text": describe(abstract)])))
        }
        if let discussion = command.discussion {
            parts.append(
                discussion.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.hasPrefix(" ") ? String(line) : wrapped(String(line))
                }.joined(separator: "\n"))
        }
        parts.append(wrapped(word(.usage, ["text": usage]), indent: "       "))
        parts.append(
            section(.arguments, command.positionals.map { ($0.label, describe($0)) }))
        parts.append(section(.options, command.options.map { ($0.label, describe($0)) }))
        parts.append(section(.subcommands, subcommands))
        if !command.shownSubcommands.isEmpty {
            let name = (path.prefix(1) + ["help"] + path.dropFirst()).joined(separator: " ")
            parts.append(
                word(.seeSubcommand, ["command": "\(name) \(word(.subcommandWord))"]))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// `greenalu plan [<scenario>] [<options>]`.
    var usage: String {
        var words = path + command.positionals.map(\.synopsis)
        words.append("[\(word(.optionsWord))]")
        if !command.shownSubcommands.isEmpty { words.append(word(.subcommandWord)) }
        return words.joined(separator: " ")
    }

    private var subcommands: [(String, String)] {
        command.shownSubcommands.map { subcommand in
            let isDefault = subcommand.commandName == command.defaultSubcommand
            return (
                subcommand.commandName + (isDefault ? space + word(.defaultCommand) : ""),
                describe(subcommand.abstract ?? "")
            )
        }
    }

    /// What an argument is for, with its values and its default.
    func describe(_ argument: CommandTree.Argument) -> String {
        let abstract = describe(argument.abstract ?? "")
        let values = (argument.allValues ?? []).filter { !$0.isEmpty }.joined(separator: ", ")
        let standard = argument.defaultValue ?? ""
        let remark: String
        switch (values.isEmpty, standard.isEmpty) {
        case (true, true): return abstract
        case (true, false): remark = word(.defaultValue, ["value": standard])
        case (false, true): remark = word(.values, ["values": values])
        case (false, false):
            remark = word(.valuesAndDefault, ["values": values, "value": standard])
        }
        return abstract + space + remark
    }

    /// What stands before a bracket.
    private var space: String { language == .english ? " " : "" }

    /// A text of ours as it is; one of the parser's own in the language asked for.
    func describe(_ abstract: String) -> String {
        let known: [HelpLabel] = [.showHelp, .showVersion, .showHelpOfCommand]
        return known.first { $0.text.english == abstract }?.text[language] ?? abstract
    }

    func word(_ label: HelpLabel, _ arguments: [String: String] = [:]) -> String {
        Message(label, verbatim: arguments).rendered(in: language)
    }

    private func wrapped(_ text: String, indent: String = "") -> String {
        DisplayWidth.wrapped(text, width: Self.width, indent: indent)
    }

    private func section(_ title: HelpLabel, _ elements: [(String, String)]) -> String {
        if elements.isEmpty { return "" }
        let margin = String(repeating: " ", count: Self.labelColumn)
        var lines = [word(title)]
        for (label, description) in elements {
            let described = DisplayWidth.wrapped(description, width: Self.width - Self.labelColumn)
                .split(separator: "\n").map(String.init)
            let start = String(repeating: " ", count: Self.indent) + label
            let used = DisplayWidth.of(start)
            var rest = described[...]
            if used < Self.labelColumn, let first = rest.popFirst() {
                lines.append(
                    start + String(repeating: " ", count: Self.labelColumn - used) + first)
            } else {
                lines.append(start)
            }
            lines += rest.map { margin + $0 }
        }
        return lines.joined(separator: "\n")
    }
}
