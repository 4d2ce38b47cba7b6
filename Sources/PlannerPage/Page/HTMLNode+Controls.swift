internal import Reporting
internal import Simulator

/// The controls a page is made of. Each has a name that a screen reader can say.
extension HTMLNode {
    /// An element with attributes as pairs; one whose value is nil is left out.
    static func element(
        _ name: String, with attributes: [(String, String?)], _ content: [HTMLNode] = []
    ) -> HTMLNode {
        .element(
            name,
            attributes.compactMap { pair in
                pair.1.map { HTMLNode.Attribute(pair.0, $0) }
            }, content)
    }

    static func button(
        _ label: String, id: String? = nil, style: String? = nil, submits: Bool = false,
        attributes: [(String, String?)] = []
    ) -> HTMLNode {
        let own: [(String, String?)] = [
            ("type", submits ? "submit" : "button"), ("id", id), ("class", style),
        ]
        return .element("button", with: own + attributes, [.text(label)])
    }

    /// A link that the script keeps in step with the state.
    static func link(
        _ label: String, to address: String, attributes: [(String, String?)] = []
    ) -> HTMLNode {
        .element("a", with: [("href", address)] + attributes, [.text(label)])
    }

    static func hidden(_ name: String, _ value: String, form: String? = nil) -> HTMLNode {
        .element(
            "input",
            with: [("type", "hidden"), ("name", name), ("value", value), ("form", form)])
    }

    /// A field with its label in front.
    static func field(
        _ label: String, id: String, type: String, attributes: [(String, String?)] = []
    ) -> HTMLNode {
        let own: [(String, String?)] = [("id", id), ("type", type)]
        return .tag(
            "p", "field",
            [
                .element("label", with: [("for", id)], [.text(label)]),
                .element("input", with: own + attributes),
            ])
    }

    /// What opens below a word of the bar; it works without a script.
    static func menu(
        _ label: String, id: String, style: String? = nil, _ content: [HTMLNode]
    ) -> HTMLNode {
        .element(
            "details", with: [("class", style.map { "menu \($0)" } ?? "menu"), ("id", id)],
            [
                .tag("summary", nil, label),
                .tag("div", "sheet", content),
            ])
    }

    var rendered: String {
        var text = ""
        write(to: &text)
        return text
    }
}
