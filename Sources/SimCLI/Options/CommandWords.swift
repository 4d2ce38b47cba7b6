internal import Simulator

/// What the words of the command line say without their being parsed: help and refusals must
/// know the language and the format even where parsing fails.
enum CommandWords {
    /// The values given to an option, `--name value` and `--name=value` alike.
    static func values(of option: String) -> [String] {
        let words = CommandSurroundings.current.words
        var values: [String] = []
        for (index, word) in words.enumerated() {
            if word == "--" { break }
            if word == option, let next = words.dropFirst(index + 1).first {
                values.append(next)
            } else if word.hasPrefix("\(option)=") {
                values.append(String(word.dropFirst(option.count + 1)))
            }
        }
        return values
    }

    static var asksForJSON: Bool { values(of: "--format").last == OutputFormat.json.rawValue }

    static var isQuiet: Bool { CommandSurroundings.current.words.contains("--quiet") }
}

/// The language of the running command, known even when it fails early.
enum CommandLanguage {
    /// What `--lang` says, else the locale.
    static var current: Language {
        for value in CommandWords.values(of: "--lang") {
            if let language = Language(rawValue: value) { return language }
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { OutputStreams.environment($0) }.first { !$0.isEmpty }
        return Language(locale: locale)
    }
}
