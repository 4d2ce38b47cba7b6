internal import Simulator

/// A message of the parser of the command line, recognised by its English wording.
struct ParserWording {
    let message: Message

    /// - Parameter text: what the parser said, without `Error:` before it.
    init(_ text: String) {
        // Advice on further lines is not ours to translate; the first says what is wrong.
        let first = text.split(separator: "\n").first.map(String.init) ?? text
        message =
            Self.recognised(text) ?? Self.recognised(first)
            ?? Message(UsageMessage.other, verbatim: ["text": text])
    }

    private static func recognised(_ text: String) -> Message? {
        for entry in UsageMessage.allCases where entry != .other {
            if let found = places(in: text, by: entry.text.english) {
                return Message(entry, found.mapValues(listed))
            }
        }
        return nil
    }

    /// What stands in the places of a pattern, or nil where the text does not fit it.
    static func places(in text: String, by pattern: String) -> [String: String]? {
        var rest = Substring(text)
        var wording = Substring(pattern)
        var found: [String: String] = [:]
        guard let start = wording.firstIndex(of: "{") ?? Optional(wording.endIndex),
            rest.hasPrefix(wording[..<start])
        else { return nil }
        rest = rest.dropFirst(wording[..<start].count)
        wording = wording[start...]
        while let close = wording.firstIndex(of: "}") {
            let name = String(wording[wording.startIndex..<close].dropFirst())
            wording = wording[wording.index(after: close)...]
            let next = wording.firstIndex(of: "{") ?? wording.endIndex
            let literal = wording[..<next]
            if literal.isEmpty {
                found[name] = String(rest)
                rest = ""
            } else if next == wording.endIndex {
                guard rest.hasSuffix(literal) else { return nil }
                found[name] = String(rest.dropLast(literal.count))
                rest = ""
            } else {
                guard let range = rest.firstRange(of: literal) else { return nil }
                found[name] = String(rest[..<range.lowerBound])
                rest = rest[range.upperBound...]
            }
            wording = wording[next...]
        }
        return rest.isEmpty ? found : nil
    }

    /// Lists of values in quotes, or one below the other, as Chinese writes them; all else as it
    /// stands.
    private static func listed(_ text: String) -> Text {
        var chinese = text
        if text.hasPrefix("\n") {
            chinese = text.split(separator: "\n").map { $0.drop { " -".contains($0) } }
                .joined(separator: "、")
        } else if text.hasPrefix("'"), text.hasSuffix("'") {
            for separator in ["', '", "' and '", "' or '"] {
                chinese = chinese.replacing(separator, with: "、")
            }
            chinese = String(chinese.dropFirst().dropLast())
        } else {
            chinese = chinese.replacing("', '", with: "”、“")
        }
        return Text(en: text, zh: chinese)
    }
}
