internal import Simulator

/// The manual page in the macros of `man`, made of the command tree and the catalogue.
struct ManualPage {
    let tree: CommandTree
    let language: Language

    private static let exits: [(ExitStatus, ManualMessage)] = [
        (.done, .exitDone), (.infeasible, .exitInfeasible), (.notSolved, .exitNotSolved),
        (.checkFailed, .exitCheckFailed), (.usage, .exitUsage), (.rejected, .exitRejected),
        (.defect, .exitDefect), (.inputOutput, .exitInputOutput),
    ]

    private static let environment: [(String, ManualMessage)] = [
        (InputFolders.dataVariable, .environmentData),
        (ServeCommand.programVariable, .environmentServer),
        ("LC_ALL, LC_MESSAGES, LANG", .environmentLocale), ("NO_COLOR", .environmentColour),
    ]

    private static let files: [(String, ManualMessage)] = [
        ("scenarios/*.yaml", .fileScenarios), ("scenarios/data/china-2024", .fileData),
        ("DIR/results.csv", .fileResults), ("DIR/effective_scenario.yaml", .fileEffective),
        ("DIR/manifest.json", .fileManifest),
    ]

    var text: String {
        let root = tree.command
        var lines = [
            ".TH GREENALU 1 \"\" \"greenalu \(ProgramVersion.current)\" "
                + "\"\(Self.escaped(ManualMessage.title.text[language]))\""
        ]
        if language == .chinese {
            // Lines of Chinese break between characters; nothing is to be stretched.
            lines.append(".ad l")
        }
        lines += section(.sectionName)
        lines.append("greenalu \\- \(Self.escaped(root.abstract ?? ""))")
        lines += section(.sectionSynopsis)
        for command in root.shownSubcommands {
            lines += synopsis(command, path: [root.commandName])
        }
        lines += section(.sectionDescription)
        lines += [say(.description), ".PP", say(.streams)]
        lines += section(.sectionCommands)
        for command in root.shownSubcommands {
            lines += describe(command, path: [root.commandName])
        }
        lines += section(.sectionExit)
        for (status, meaning) in Self.exits { lines += item(String(status.rawValue), meaning) }
        lines += section(.sectionEnvironment)
        for (name, meaning) in Self.environment { lines += item(name, meaning) }
        lines += section(.sectionFiles)
        for (name, meaning) in Self.files { lines += item(name, meaning) }
        lines += section(.sectionExamples)
        for example in CommandExample.all {
            lines += [
                ".TP", ".B \(Self.escaped(example.command))",
                Self.escaped(example.meaning.text[language]),
            ]
        }
        lines += section(.sectionSee)
        lines.append(say(.seeAlso))
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: ManualMessage) -> [String] { [".SH \(title.text[language])"] }

    private func say(_ message: ManualMessage) -> String { Self.escaped(message.text[language]) }

    private func item(_ name: String, _ meaning: ManualMessage) -> [String] {
        [".TP", ".B \(Self.escaped(name))", say(meaning)]
    }

    private func page(_ command: CommandTree.Command, _ path: [String]) -> HelpPage {
        HelpPage(command: command, path: path + [command.commandName], language: language)
    }

    /// One line for each command that does something of its own.
    private func synopsis(_ command: CommandTree.Command, path: [String]) -> [String] {
        if command.shownSubcommands.isEmpty {
            return [".B \(Self.escaped(page(command, path).usage))", ".br"]
        }
        return command.shownSubcommands.flatMap {
            synopsis($0, path: path + [command.commandName])
        }
    }

    private func describe(_ command: CommandTree.Command, path: [String]) -> [String] {
        let page = page(command, path)
        var lines = [
            ".SS \(Self.escaped(page.path.joined(separator: " ")))",
            Self.escaped(command.abstract ?? ""),
        ]
        if let discussion = command.discussion {
            for paragraph in discussion.split(separator: "\n") {
                if paragraph.hasPrefix(" ") {
                    lines += [".PP", ".RS 4", ".nf", Self.escaped(paragraph.trimmedStart), ".fi"]
                    lines.append(".RE")
                } else {
                    lines += [".PP", Self.escaped(String(paragraph))]
                }
            }
        }
        if command.shownSubcommands.isEmpty {
            for argument in command.positionals + command.options {
                lines += [
                    ".TP", ".B \(Self.escaped(argument.label))",
                    Self.escaped(page.describe(argument)),
                ]
            }
        }
        let names = path + [command.commandName]
        return lines + command.shownSubcommands.flatMap { describe($0, path: names) }
    }

    /// Text in which nothing is taken for a request: backslashes, hyphens that are to stay
    /// hyphens, and points at the beginning of a line. Chinese may break between characters,
    /// which has to be said.
    static func escaped(_ text: String) -> String {
        let closing = "，。；：、）？！”》".unicodeScalars
        var result = text.hasPrefix(".") ? "\\&" : ""
        var follows = false
        for scalar in text.unicodeScalars {
            let isWide = DisplayWidth.of(scalar) == 2
            if follows, isWide, !closing.contains(scalar) { result += "\\:" }
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\"": result += "\\(dq"
            case "'": result += "\\(aq"
            default: result.unicodeScalars.append(scalar)
            }
            follows = isWide && !"（“《".unicodeScalars.contains(scalar)
        }
        return result
    }
}

extension Substring {
    fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
