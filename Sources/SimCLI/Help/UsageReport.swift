internal import ArgumentParser
internal import Simulator

/// What the parser ends with: help and scripts on standard output, or a refusal of the command
/// line, which is said in the language of the command and with JSON where that is asked for.
struct UsageReport {
    private let error: any Error
    /// The parser's own wording of it all, in English.
    private let text: String
    private let language = CommandLanguage.current

    init(_ error: any Error) {
        self.error = error
        text = Greenalu.fullMessage(for: error)
    }

    /// - Throws: ``CommandOutcome`` for a refusal; ``FileFailure`` where help cannot be written.
    func show() throws {
        if Greenalu.exitCode(for: error) == .success {
            return try OutputStreams.write(helpPage?.text ?? text + "\n")
        }
        let message = unknownCommand ?? ParserWording(Greenalu.message(for: error)).message
        if !FailureReport().printsJSON([Finding(.error, message)]) {
            OutputStreams.report(refusal(message))
        }
        throw CommandOutcome(status: .usage)
    }

    private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The page in place of the parser's, found by the command in its usage line.
    private var helpPage: HelpPage? {
        let prefix = "USAGE: greenalu"
        guard let usage = lines.first(where: { $0.hasPrefix(prefix) }) else { return nil }
        return page(of: usage.dropFirst(prefix.count))
    }

    private func page(of words: Substring) -> HelpPage? {
        guard let tree = CommandTree.ofProgram() else { return nil }
        return page(tree.command(at: words.split(separator: " ")))
    }

    private func page(_ found: (command: CommandTree.Command, path: [String])) -> HelpPage {
        HelpPage(command: found.command, path: found.path, language: language)
    }

    /// The page of the command that was refused. What the program itself takes besides its
    /// commands is refused in the program's name; whoever named a command wants that one's page.
    private func refusedPage(of words: Substring) -> HelpPage? {
        guard let tree = CommandTree.ofProgram() else { return nil }
        let found = tree.command(at: words.split(separator: " "))
        let named = tree.command(at: CommandSurroundings.current.words.map { $0[...] })
        let isNamed =
            unknownCommand != nil
            || named.path.starts(with: found.path) && named.command.commandName != "help"
        return page(isNamed ? named : found)
    }

    /// Words of the command line as far as they lead to a command, and the word that leads nowhere
    /// where a command below should stand.
    private var unknownCommand: Message? {
        let words = CommandSurroundings.current.words.map { $0[...] }
        guard let found = CommandTree.ofProgram()?.command(at: words),
            let word = words.dropFirst(found.path.count - 1).first.map(String.init),
            refuses(word)
        else { return nil }
        let names = found.command.shownSubcommands.map(\.commandName)
        if names.isEmpty { return nil }
        guard let nearest = Spelling.nearest(to: word, among: names) else {
            return Message(UsageMessage.unknownCommand, verbatim: ["value": word])
        }
        return Message(
            UsageMessage.unknownCommandNearest, verbatim: ["value": word, "nearest": nearest])
    }

    /// Whether the parser found a word, alone or before others, to be one too many.
    private func refuses(_ word: String) -> Bool {
        let said = ParserWording(Greenalu.message(for: error)).message
        let first = (said.arguments["value"] ?? said.arguments["values"])?.english
        return ["usage.unexpected_argument", "usage.unexpected_arguments"].contains(
            said.identifier) && (first == word || first?.hasPrefix("\(word)', '") == true)
    }

    /// The refusal with what the option is for, the usage, and where to read more.
    private func refusal(_ message: Message) -> String {
        func word(_ label: HelpLabel, _ text: String) -> String {
            Message(label, verbatim: ["text": text]).rendered(in: language)
        }
        var result: [String] = []
        // The parser's English stands as it was laid out, lists line by line.
        let isParsers = language == .english && unknownCommand == nil
        let said =
            isParsers ? escaped(Greenalu.message(for: error)) : message.rendered(in: language)
        result.append(word(.error, "") + said)
        let see = "  See 'greenalu"
        let ending = " --help' for more information."
        guard
            let pointer = lines.last(where: { $0.hasPrefix(see) && $0.hasSuffix(ending) }),
            let page = refusedPage(of: pointer.dropFirst(see.count).dropLast(ending.count))
        else { return escaped(text) }
        if let explained = lines.first(where: { $0.hasPrefix("Help:  ") }) {
            result.append(word(.explanation, String(explained.dropFirst(7))))
        }
        result.append(word(.usageLine, page.usage))
        result.append(
            Message(
                HelpLabel.seeCommand,
                verbatim: ["command": "\(page.path.joined(separator: " ")) --help"]
            ).rendered(in: language))
        return result.joined(separator: "\n")
    }

    private func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { PrintableText.escaped(String($0)) }.joined(separator: "\n")
    }
}
