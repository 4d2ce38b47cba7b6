/// The elements of a page, read from its markup as the page writes it: attributes in double quotes,
/// every element closed that has content.
struct PageMarkup {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// Index of the element around it; nil for the outermost.
        let parent: Int?
        /// All text inside.
        var text = ""

        subscript(attribute: String) -> String? { attributes[attribute] }
    }

    private static let empty: Set<String> = ["br", "col", "hr", "input", "link", "meta"]

    private(set) var elements: [Element] = []
    /// What does not fit: an element that is closed twice or never.
    private(set) var faults: [String] = []

    init(_ html: String) {
        var rest = Substring(html)
        var open: [Int] = []
        while let start = rest.firstIndex(of: "<") {
            let text = rest[..<start]
            for index in open { elements[index].text += text }
            rest = rest[rest.index(after: start)...]
            guard let end = Self.tagEnd(rest) else {
                faults.append("a tag is not closed")
                return
            }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
                    faults.append("</\(tag.dropFirst())> closes something else")
                    return
                }
                continue
            }
            let name = String(tag.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
            elements.append(
                Element(
                    name: name, attributes: Self.attributes(tag.dropFirst(name.count)),
                    parent: open.last))
            if !tag.hasSuffix("/"), !Self.empty.contains(name) { open.append(elements.count - 1) }
        }
        for index in open { faults.append("<\(elements[index].name)> stays open") }
    }

    private static func tagEnd(_ text: Substring) -> Substring.Index? {
        var isQuoted = false
        return text.indices.first { index in
            if text[index] == "\"" { isQuoted.toggle() }
            return !isQuoted && text[index] == ">"
        }
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = text
        while let quote = rest.firstIndex(of: "\"") {
            let name = rest[..<quote].filter { !$0.isWhitespace && $0 != "=" }
            let after = rest[rest.index(after: quote)...]
            guard let closing = after.firstIndex(of: "\"") else { break }
            result[String(name)] = String(after[..<closing])
            rest = after[after.index(after: closing)...]
        }
        return result
    }

    func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

    var identifiers: [String] { elements.compactMap { $0["id"] } }

    func isInside(_ element: Element, _ name: String) -> Bool {
        var parent = element.parent
        while let index = parent {
            if elements[index].name == name { return true }
            parent = elements[index].parent
        }
        return false
    }
}
