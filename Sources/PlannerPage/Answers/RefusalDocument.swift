internal import Reporting
public import Simulator

/// What stands in place of an answer where the state is refused: every problem, with the levers
/// concerned.
public struct RefusalDocument: Sendable {
    private let findings: [Finding]
    private let state: PageState
    private let language: Language

    /// - Parameter findings: all that was found; only what rejects the state is shown, unless
    ///   nothing does.
    public init(_ findings: [Finding], state: PageState, language: Language) {
        let errors = findings.filter { $0.severity == .error }
        self.findings = errors.isEmpty ? findings : errors
        self.state = state
        self.language = language
    }

    /// A `div` with the identifier `answer` and the status `rejected`.
    public var html: String {
        var text = ""
        node.write(to: &text)
        return text
    }

    private func say(_ message: RefusalMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private var node: HTMLNode {
        .element(
            "div",
            [
                HTMLNode.Attribute("id", "answer"),
                HTMLNode.Attribute("data-query", state.query),
                HTMLNode.Attribute("data-status", "rejected"),
            ],
            [
                .element(
                    "section",
                    [
                        HTMLNode.Attribute("class", "alert"),
                        HTMLNode.Attribute("aria-labelledby", "answer-refused"),
                    ],
                    [
                        .element(
                            "h2", [HTMLNode.Attribute("id", "answer-refused")],
                            [.text(say(.heading))]),
                        .tag(
                            "p", nil,
                            say(
                                findings.count == 1 ? .one : .several,
                                ["count": "\(findings.count)"])),
                        .tag("ul", "findings", findings.map(item)),
                        .tag("p", "note", say(.remedy)),
                    ])
            ])
    }

    private func item(_ finding: Finding) -> HTMLNode {
        var content: [HTMLNode] = []
        if let field = finding.location.keyPath {
            content.append(name(field))
            content.append(.text(language == .chinese ? "：" : ": "))
        } else {
            let place = finding.location.rendered(in: language)
            if !place.isEmpty { content.append(.text(place + (language == .chinese ? "：" : ": "))) }
        }
        content.append(.tag("span", "problem", finding.message.rendered(in: language)))
        return .tag("li", nil, content)
    }

    /// The field, leading to its lever where it has one.
    private func name(_ field: String) -> HTMLNode {
        let shown = HTMLNode.tag("code", "field", PrintableText.escaped(field))
        guard let lever = Self.lever(of: field) else { return shown }
        return .element(
            "a", [HTMLNode.Attribute("href", "#" + LeverForm.identifier(of: lever))], [shown])
    }

    /// The lever of a field, as its element is named: one of the catalogue by its own name, or the
    /// first that sets the key.
    private static func lever(of field: String) -> String? {
        let path = PlaceWording.address(field)?.path
        let lever = LeverCatalogue.all.first { lever in
            lever.identifier == field || path.map(lever.keys.contains) == true
        }
        return lever?.identifier.replacing(".", with: "-")
    }
}
