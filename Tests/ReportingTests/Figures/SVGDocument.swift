import Foundation
import FoundationXML

@testable import Reporting

/// An SVG as a reader of XML sees it.
final class SVGDocument: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
        /// Names of the elements around it, the root first.
        let path: [String]
    }

    /// A text with the room it takes by the table of widths.
    struct TextBox {
        let text: String
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        func overlaps(_ other: TextBox) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private(set) var elements: [Element] = []
    private(set) var isWellFormed = false
    private var open: [Int] = []

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        open.append(elements.count)
        elements.append(
            Element(
                name: name, attributes: attributes, path: open.dropLast().map { elements[$0].name })
        )
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        open.removeLast()
    }

    var root: [String: String] { elements.first?.attributes ?? [:] }

    /// Width and height of the canvas.
    var size: (width: Double, height: Double) {
        let numbers = (root["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        return numbers.count == 4 ? (numbers[2], numbers[3]) : (0, 0)
    }

    var identifiers: [String] { elements.compactMap { $0.attributes["id"] } }

    var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

    var textBoxes: [TextBox] {
        elements.filter { $0.name == "text" }.compactMap { element in
            guard let x = element.attributes["x"].flatMap(Double.init),
                let y = element.attributes["y"].flatMap(Double.init),
                let size = element.attributes["font-size"].flatMap(Double.init)
            else { return nil }
            let width = TextWidth.of(
                element.text, size: size, isBold: element.attributes["font-weight"] == "700")
            let left =
                switch element.attributes["text-anchor"] {
                case "middle": x - width / 2
                case "end": x - width
                default: x
                }
            // Digits and capitals reach 0.75 of the size above the line, descenders 0.2 below.
            return TextBox(
                text: element.text, left: left, right: left + width, top: y - 0.75 * size,
                bottom: y + 0.2 * size)
        }
    }

    /// What is wrong with where texts stand: outside the canvas, or one on another.
    var misplacedTexts: [String] {
        var found: [String] = []
        let boxes = textBoxes
        let size = self.size
        for (index, box) in boxes.enumerated() {
            if box.left < -0.01 || box.right > size.width + 0.01 || box.top < 0
                || box.bottom > size.height
            {
                found.append("outside: \(box.text)")
            }
            for other in boxes[(index + 1)...] where box.overlaps(other) {
                found.append("\(box.text) on \(other.text)")
            }
        }
        return found
    }
}
