import Foundation
import FoundationXML

/// A part of the page read by a strict parser.
final class ParsedAnswer: NSObject, XMLParserDelegate {
    final class Element {
        let name: String
        let attributes: [String: String]
        var children: [Element] = []
        /// Own text and that of the elements within, in order.
        var text = ""

        init(_ name: String, _ attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        /// The element and all within it.
        var all: [Element] { [self] + children.flatMap(\.all) }

        subscript(attribute: String) -> String? { attributes[attribute] }

        func every(_ name: String, _ style: String? = nil) -> [Element] {
            all.filter { element in
                element.name == name
                    && style.map {
                        (element["class"] ?? "").split(separator: " ").contains($0[...])
                    }
                        ?? true
            }
        }

        func first(_ name: String, _ style: String? = nil) -> Element? {
            every(name, style).first
        }

        /// The rows of the first table within, cell by cell.
        var rows: [[String]] {
            first("tbody").map { body in body.children.map { $0.children.map(\.trimmed) } } ?? []
        }

        var trimmed: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    private(set) var root = Element("", [:])
    private(set) var fault: String?
    private var open: [Element] = []

    init(_ html: String) {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        open = [root]
        if !parser.parse() {
            fault =
                "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "")"
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let element = Element(name, attributes)
        open.last?.children.append(element)
        open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for element in open { element.text += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        open.removeLast()
    }

    subscript(identifier: String) -> Element? {
        root.all.first { $0["id"] == identifier }
    }

    /// The figures of a name, those that are hidden included.
    func figures(_ name: String) -> [Element] {
        root.every("figure").filter { $0["data-figure"] == name }
    }

    /// Identifiers that stand more than once.
    var repeated: [String] {
        Dictionary(grouping: root.all.compactMap { $0["id"] }) { $0 }
            .filter { $0.value.count > 1 }.keys.sorted()
    }

    /// What the page's own content policy would not let through.
    var forbidden: [String] {
        root.all.flatMap { element in
            element.attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }
        } + root.all.map(\.name).filter { ["style", "script"].contains($0) }
    }
}
