/// A part of a page that is well-formed as XML too, so that any parser reads it.
package indirect enum HTMLNode: Sendable {
    case element(String, [Attribute], [HTMLNode])
    /// Any text; what would end it is escaped.
    case text(String)
    /// Markup of our own that is well-formed as it stands.
    case markup(String)

    package struct Attribute: Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// An element with a class or none.
    package static func tag(_ name: String, _ style: String? = nil, _ content: [HTMLNode])
        -> HTMLNode
    {
        .element(name, style.map { [Attribute("class", $0)] } ?? [], content)
    }

    package static func tag(_ name: String, _ style: String? = nil, _ text: String) -> HTMLNode {
        tag(name, style, [.text(text)])
    }

    /// Elements that have no content.
    private static let empty: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta"]
    /// Elements that end a line of the file, so that files can be compared line by line.
    private static let blocks: Set<String> = [
        "article", "aside", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
        "footer", "h1", "h2", "h3", "head", "header", "html", "li", "link", "main", "meta", "nav",
        "ol", "p", "section", "style", "table", "tbody", "thead", "title", "tr", "ul",
    ]

    package func write(to text: inout String) {
        switch self {
        case .text(let content): text += MarkupText.escaped(content)
        case .markup(let content): text += content
        case .element(let name, let attributes, let content):
            text += "<" + name
            for attribute in attributes {
                text += " " + attribute.name + "=\"" + MarkupText.escaped(attribute.value) + "\""
            }
            if content.isEmpty, Self.empty.contains(name) {
                text += "/>"
            } else {
                text += ">"
                for node in content { node.write(to: &text) }
                text += "</" + name + ">"
            }
            if Self.blocks.contains(name) { text += "\n" }
        }
    }
}
