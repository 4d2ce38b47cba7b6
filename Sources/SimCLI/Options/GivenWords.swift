internal import ArgumentParser
internal import Simulator

/// The words of the command line, checked and put as the parser needs them.
struct GivenWords {
    /// What goes to the parser.
    let forParser: [String]

    /// - Throws: `ValidationError` for an option given twice and for help on what is no command.
    init(_ words: [String]) throws {
        forParser = Self.withNegativeNumbers(words)
        try Self.checkHelp(forParser)
        try Self.checkOptions(forParser)
    }

    /// The parser takes `-5` behind an option for another option and then says that a value is
    /// missing. Tied to its option the number arrives, and the range is what is refused.
    private static func withNegativeNumbers(_ words: [String]) -> [String] {
        var result: [String] = []
        var isBehindEnd = false
        for word in words {
            if let last = result.last, !isBehindEnd, isOption(last), isNegativeNumber(word) {
                result[result.count - 1] = "\(last)=\(word)"
            } else {
                result.append(word)
            }
            if word == "--" { isBehindEnd = true }
        }
        return result
    }

    private static func isOption(_ word: String) -> Bool {
        word.hasPrefix("--") && word.count > 2 && !word.contains("=")
    }

    private static func isNegativeNumber(_ word: String) -> Bool {
        guard word.hasPrefix("-"), let next = word.dropFirst().unicodeScalars.first else {
            return false
        }
        return next == "." || ("0"..."9").contains(next)
    }

    /// The parser shows the whole program's help for any word it does not know.
    private static func checkHelp(_ words: [String]) throws {
        guard words.first == "help" else { return }
        let named = words.dropFirst().prefix { !$0.hasPrefix("-") }
        guard let found = CommandTree.ofProgram()?.command(at: named.map { $0[...] }),
            let unknown = named.dropFirst(found.path.count - 1).first
        else { return }
        let names = found.command.shownSubcommands.map(\.commandName)
        guard let nearest = Spelling.nearest(to: unknown, among: names) else {
            throw refusal(UsageMessage.unknownCommand, ["value": unknown])
        }
        throw refusal(
            UsageMessage.unknownCommandNearest, ["value": unknown, "nearest": nearest])
    }

    /// The parser keeps the last value of an option and drops the others without a word.
    private static func checkOptions(_ words: [String]) throws {
        var seen: Set<String> = []
        var twice: [String] = []
        for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
            let name = String(word.prefix { $0 != "=" })
            if !seen.insert(name).inserted, !twice.contains(name) { twice.append(name) }
        }
        if twice.isEmpty { return }
        let path = words.filter { !$0.hasPrefix("-") }.map { $0[...] }
        let options = CommandTree.ofProgram()?.command(at: path).command.options ?? []
        for name in twice {
            let isSingle = options.contains { option in
                option.kind == .option && !option.isRepeating
                    && (option.names ?? []).contains { $0.written == name }
            }
            if isSingle { throw refusal(CommandMessage.optionTwice, ["option": name]) }
        }
    }

    private static func refusal<Entry: MessageCatalogue>(
        _ message: Entry, _ arguments: [String: String]
    ) -> ValidationError {
        ValidationError(
            Message(message, verbatim: arguments).rendered(in: CommandLanguage.current))
    }
}
