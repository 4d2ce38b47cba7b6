internal import Glibc
internal import Simulator

/// A command line that cannot be followed.
struct UsageFailure: Error {
    let message: Message
}

/// What the command line asks for.
struct ServeOptions {
    enum Action {
        case serve, help, version
    }

    var action = Action.serve
    var port: Int?
    var store: String?
    var data: String?
    var scenarios: String?
    var tokenFile: String?
    var opens = false

    private enum Name: String, CaseIterable {
        case port = "--port"
        case store = "--store"
        case data = "--data"
        case scenarios = "--scenarios"
        case tokenFile = "--token-file"
        case language = "--lang"
        case open = "--open"
        case help = "--help"
        case shortHelp = "-h"
        case version = "--version"

        var takesValue: Bool {
            switch self {
            case .port, .store, .data, .scenarios, .tokenFile, .language: true
            case .open, .help, .shortHelp, .version: false
            }
        }
    }

    /// - Throws: ``UsageFailure`` with the first word that does not fit.
    init(_ words: [String]) throws(UsageFailure) {
        var rest = words[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap({ Name(rawValue: String($0)) }) else {
                throw Self.unknown(word)
            }
            guard name.takesValue else {
                if parts.count > 1 { throw Self.unknown(word) }
                take(name)
                continue
            }
            guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.isEmpty
            else {
                throw UsageFailure(
                    message: Message(ServeText.noValue, verbatim: ["option": name.rawValue]))
            }
            try take(name, value)
        }
    }

    private mutating func take(_ name: Name) {
        switch name {
        case .open: opens = true
        case .version: if action == .serve { action = .version }
        default: action = .help
        }
    }

    private mutating func take(_ name: Name, _ value: String) throws(UsageFailure) {
        switch name {
        case .port:
            guard let number = Int(value), (0...65_535).contains(number) else {
                throw UsageFailure(
                    message: Message(ServeText.badPort, verbatim: ["value": value]))
            }
            port = number
        case .store: store = value
        case .data: data = value
        case .scenarios: scenarios = value
        case .tokenFile: tokenFile = value
        case .language:
            guard Language(rawValue: value) != nil else {
                throw UsageFailure(
                    message: Message(ServeText.badLanguage, verbatim: ["value": value]))
            }
        default: break
        }
    }

    private static func unknown(_ word: String) -> UsageFailure {
        let name = String(word.prefix { $0 != "=" })
        guard let nearest = Spelling.nearest(to: name, among: Name.allCases.map(\.rawValue)) else {
            return UsageFailure(message: Message(ServeText.unknown, verbatim: ["value": word]))
        }
        return UsageFailure(
            message: Message(
                ServeText.unknownNearest, verbatim: ["value": word, "nearest": nearest]))
    }

    // MARK: - What the environment says

    /// What `--lang` says, else the locale; known even where the rest cannot be followed.
    static func language(_ words: [String]) -> Language {
        for (index, word) in words.enumerated() {
            let option = Name.language.rawValue
            let value =
                word == option
                ? words.dropFirst(index + 1).first
                : word.hasPrefix("\(option)=") ? String(word.dropFirst(option.count + 1)) : nil
            if let language = value.flatMap(Language.init(rawValue:)) { return language }
        }
        return Language(
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first)
    }

    /// A variable that is set and not empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Where scenarios are kept unless another place is named; nil without a home.
    static var standardStore: String? {
        if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
            return "\(data)/greenalu/store.sqlite"
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.local/share/greenalu/store.sqlite"
    }
}
