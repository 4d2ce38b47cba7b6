public import Simulator

/// Findings about a scenario's text, as the programming interface gives them.
public struct FindingDocument {
    private let finding: Finding

    public init(_ finding: Finding) {
        self.finding = finding
    }

    public func json(in language: Language) -> JSONValue {
        func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
        return .object([
            ("severity", .text(finding.severity.rawValue)),
            ("code", .text(finding.message.identifier)),
            ("file", text(finding.location.file)),
            ("line", finding.location.line.map(JSONValue.integer) ?? .null),
            ("field", text(finding.location.keyPath ?? finding.location.column)),
            ("value", text(finding.message.arguments["value"]?[language])),
            ("message", .text(finding.message.rendered(in: language))),
        ])
    }
}
