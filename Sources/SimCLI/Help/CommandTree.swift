internal import ArgumentParser
internal import FoundationEssentials

/// The commands with their options as the parser describes them, in the language of the running
/// command. Help and manual page are both made of it.
struct CommandTree: Decodable {
    struct Command: Decodable {
        let commandName: String
        let shouldDisplay: Bool?
        let abstract: String?
        let discussion: String?
        let defaultSubcommand: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable {
            enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            let kind: Kind
            let name: String

            var written: String { kind == .long ? "--\(name)" : "-\(name)" }
        }

        let kind: Kind
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        let discussion: String?
    }

    let command: Command

    /// The tree of the program. Nil only if the parser described itself in a form unknown here,
    /// which its exact version in `Package.swift` rules out; the parser's own help is then shown.
    static func ofProgram() -> CommandTree? {
        try? JSONDecoder().decode(CommandTree.self, from: Data(Greenalu._dumpHelp().utf8))
    }

    /// The command that the words behind the program's name lead to, and the words used.
    func command(at words: some Sequence<Substring>) -> (command: Command, path: [String]) {
        var current = command
        var path = [current.commandName]
        for word in words {
            guard let next = current.subcommands?.first(where: { $0.commandName == word }) else {
                break
            }
            current = next
            path.append(next.commandName)
        }
        return (current, path)
    }
}

extension CommandTree.Command {
    /// The commands below that are shown; the parser's own `help` is not.
    var shownSubcommands: [CommandTree.Command] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    var shownArguments: [CommandTree.Argument] { (arguments ?? []).filter(\.shouldDisplay) }

    var positionals: [CommandTree.Argument] { shownArguments.filter { $0.kind == .positional } }

    var options: [CommandTree.Argument] { shownArguments.filter { $0.kind != .positional } }
}

extension CommandTree.Argument {
    /// `--set <key=value>`, `-h, --help` or `<scenario>`.
    var label: String {
        let value = valueName.map { "<\($0)>" } ?? ""
        switch kind {
        case .positional: return value
        case .flag: return writtenNames
        case .option: return "\(writtenNames) \(value)"
        }
    }

    /// The names, short ones first.
    var writtenNames: String {
        let all = names ?? []
        let short = all.filter { $0.kind == .short }
        let others = all.filter { $0.kind != .short }
        return (short + others).map(\.written).joined(separator: ", ")
    }

    /// As the usage line has it: `[<scenario>]`.
    var synopsis: String {
        let repeated = isRepeating ? "\(label) ..." : label
        return isOptional ? "[\(repeated)]" : repeated
    }
}
