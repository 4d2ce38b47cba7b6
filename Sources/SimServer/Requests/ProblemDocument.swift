internal import Simulator

/// A finding as the API gives it: field, value, rule, remedy, and the sentence that says it all.
struct ProblemDocument {
    let field: String?
    let value: String?
    let rule: Text?
    let remedy: Text?
    let message: Message

    init(_ finding: Finding) {
        field = finding.location.keyPath ?? finding.location.column
        value = finding.message.arguments["value"]?.english
        message = finding.message
        let domain = finding.location.keyPath.flatMap(KeyDomain.init)
        // Messages on requests carry both of their own.
        rule = message.arguments["rule"] ?? domain?.rule
        remedy = message.arguments["remedy"] ?? domain?.remedy
    }

    func json(in language: Language) -> JSONValue {
        func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
        let sentence = message.rendered(in: language)
        return .object([
            ("field", text(field)), ("value", text(value)),
            // A finding that is about no key says rule and remedy in its sentence.
            ("rule", text(rule?[language] ?? sentence)),
            ("remedy", text(remedy?[language] ?? sentence)),
            ("message", .text(sentence)),
        ])
    }
}

/// What a key of a scenario may hold, in words.
struct KeyDomain {
    let key: ScenarioKey

    /// - Parameter keyPath: a key with or without its coordinates: `hosting.CN-YN.2026`.
    /// - Returns: nil where no key of a scenario stands there.
    init?(_ keyPath: String) {
        let parts = keyPath.split(separator: ".").map(String.init)
        for length in stride(from: parts.count, to: 0, by: -1) {
            let path = parts.prefix(length).joined(separator: ".")
            guard let found = ScenarioKey.byPath[path] else { continue }
            key = found
            return
        }
        return nil
    }

    var rule: Text {
        switch key.kind {
        case .number(let unit, let range):
            Self.range(
                DecimalText.exact(range.lowerBound), DecimalText.exact(range.upperBound), unit)
        case .integer(let unit, let range):
            Self.range(String(range.lowerBound), String(range.upperBound), unit)
        case .choice, .flag, .identifier, .identifiers:
            key.choices.isEmpty
                ? Message(ServerWords.name).asText
                : Message(
                    ServerWords.choices, verbatim: ["choices": key.choices.joined(separator: ", ")]
                ).asText
        }
    }

    var remedy: Text { Message(ServerWords.giveSuch, ["rule": rule]).asText }

    private static func range(_ low: String, _ high: String, _ unit: String) -> Text {
        Message(
            ServerWords.range,
            verbatim: ["low": low, "high": high, "unit": unit == "1" ? "" : " \(unit)"]
        ).asText
    }
}
