import Foundation
import FoundationXML

/// A page read by a strict parser.
final class ParsedPage: NSObject, XMLParserDelegate {
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

        func first(_ name: String) -> Element? { all.first { $0.name == name } }
        func every(_ name: String) -> [Element] { all.filter { $0.name == name } }
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

    var all: [Element] { root.all }

    subscript(identifier: String) -> Element? {
        all.first { $0.attributes["id"] == identifier }
    }

    /// The rows of a table's body, cell by cell.
    func rows(_ table: String) -> [[String]] {
        guard
            let region = all.first(where: { $0.attributes["aria-labelledby"] == "caption-\(table)" }
            )
        else { return [] }
        return region.every("tbody").flatMap { body in
            body.children.map { row in row.children.map(\.trimmed) }
        }
    }

    /// The headings of a table, row by row.
    func headings(_ table: String) -> [[String]] {
        guard
            let region = all.first(where: { $0.attributes["aria-labelledby"] == "caption-\(table)" }
            )
        else { return [] }
        return region.every("thead").flatMap { head in
            head.children.map { row in row.children.map(\.trimmed) }
        }
    }
}
