internal import TestSupport

/// A part of the page read by a strict parser.
typealias ParsedAnswer = ParsedMarkup

extension ParsedMarkup {
    /// The figures of a name, those that are hidden included.
    func figures(_ name: String) -> [Element] {
        root.every("figure").filter { $0["data-figure"] == name }
    }

    /// Identifiers that stand more than once.
    var repeated: [String] {
        Dictionary(grouping: all.compactMap { $0["id"] }) { $0 }
            .filter { $0.value.count > 1 }.keys.sorted()
    }

    /// What the page's own content policy would not let through.
    var forbidden: [String] {
        all.flatMap { element in
            element.attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }
        } + all.map(\.name).filter { ["style", "script"].contains($0) }
    }
}
