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
        var attributes: [HTMLNode.Attribute] = []
        if let field = finding.location.keyPath {
            // By this name the script finds the lever and marks it.
            attributes.append(HTMLNode.Attribute("data-field", field))
            content.append(name(field))
            content.append(.text(language == .chinese ? "：" : ": "))
        } else {
            let place = finding.location.rendered(in: language)
            if !place.isEmpty { content.append(.text(place + (language == .chinese ? "：" : ": "))) }
        }
        content.append(.tag("span", "problem", finding.message.rendered(in: language)))
        return .element("li", attributes, content)
    }

    /// The field, leading to its lever where it has one.
    private func name(_ field: String) -> HTMLNode {
        let shown = HTMLNode.tag("code", "field", PrintableText.escaped(field))
        guard let lever = Self.lever(of: field) else { return shown }
        return .element(
            "a", [HTMLNode.Attribute("href", "#" + LeverForm.identifier(of: lever))], [shown])
    }

    /// The lever of a field: the one of that name, else one that sets the key, else one that
    /// changes it.
    private static func lever(of field: String) -> Lever? {
        let path = PlaceWording.address(field)?.path ?? field
        let concerned = LeverCatalogue.all.filter { $0.keys.contains(path) }
        return LeverCatalogue.all.first { $0.identifier == field || $0.identifier == path }
            ?? concerned.first { !$0.isDerived } ?? concerned.first
    }
}
