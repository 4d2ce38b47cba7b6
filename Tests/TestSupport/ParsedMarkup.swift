internal import Foundation
internal import FoundationXML

/// A page, or a part of one, read by a strict parser.
public struct ParsedMarkup {
    public final class Element {
        public let name: String
        public let attributes: [String: String]
        public fileprivate(set) var children: [Element] = []
        /// Own text and that of the elements within, in order.
        public fileprivate(set) var text = ""

        fileprivate init(_ name: String, _ attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        /// The element and all within it.
        public var all: [Element] { [self] + children.flatMap(\.all) }

        public subscript(attribute: String) -> String? { attributes[attribute] }

        /// - Parameter style: one of the element's classes; nil for any.
        public func every(_ name: String, _ style: String? = nil) -> [Element] {
            all.filter { element in
                let styles = (element["class"] ?? "").split(separator: " ")
                return element.name == name && style.map { styles.contains($0[...]) } ?? true
            }
        }

        public func first(_ name: String, _ style: String? = nil) -> Element? {
            every(name, style).first
        }

        /// The rows of the first table within, cell by cell.
        public var rows: [[String]] {
            first("tbody").map { body in body.children.map { $0.children.map(\.trimmed) } } ?? []
        }

        public var trimmed: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    public let root: Element
    /// Why it is not well-formed; nil where it is.
    public let fault: String?

    public init(_ markup: String) {
        let reader = MarkupReader()
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = reader
        let isRead = parser.parse()
        root = reader.root
        fault =
            isRead
            ? nil
            : "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "")"
    }

    public var all: [Element] { root.all }

    public subscript(identifier: String) -> Element? { all.first { $0["id"] == identifier } }
}

private final class MarkupReader: NSObject, XMLParserDelegate {
    let root = ParsedMarkup.Element("", [:])
    private lazy var open = [root]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let element = ParsedMarkup.Element(name, attributes)
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
}
