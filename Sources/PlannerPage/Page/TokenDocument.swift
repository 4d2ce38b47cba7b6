internal import Reporting
public import Simulator

/// The page that asks for the token; it holds nothing of any scenario.
public struct TokenDocument: Sendable {
    private let language: Language
    private let link: [(name: String, value: String)]

    /// - Parameter link: the parameters of the link that was opened, which go on once the token is
    ///   given.
    public init(language: Language, link: [(name: String, value: String)] = []) {
        self.language = language
        self.link = link
    }

    private var hiddenFields: [HTMLNode] {
        link.map { name, value in
            .element("input", with: [("type", "hidden"), ("name", name), ("value", value)], [])
        }
    }

    public var html: String {
        func say(_ text: ShellText) -> String { text.text[language] }
        let form = HTMLNode.element(
            "form", with: [("method", "get"), ("action", "/"), ("class", "token")],
            [
                .field(
                    say(.tokenLabel), id: "token", type: "password",
                    attributes: [
                        ("name", "token"), ("required", ""), ("autocomplete", "off"),
                        ("aria-describedby", "token-where"), ("autofocus", ""),
                    ]),
                .element(
                    "p", with: [("id", "token-where"), ("class", "note")],
                    [.text(say(.tokenWhere))]),
                .button(say(.tokenOpen), style: "primary", submits: true),
            ] + hiddenFields)
        let page = HTMLNode.element(
            "html", with: [("lang", PageDocument.code(language))],
            [
                PageDocument.head(title: say(.tokenTitle), scripted: false),
                .tag(
                    "body", "asking",
                    [
                        .tag(
                            "main", nil,
                            [
                                .tag("p", "brand", say(.product)),
                                .tag("h1", nil, say(.tokenTitle)),
                                .tag("p", nil, say(.tokenLead)),
                                form,
                            ])
                    ]),
            ])
        return "<!DOCTYPE html>\n" + page.rendered
    }
}
