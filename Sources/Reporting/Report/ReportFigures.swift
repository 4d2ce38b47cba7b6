internal import Simulator

/// The figures of a report, numbered in the order in which the page shows them.
struct ReportFigures: Sendable {
    private struct Entry: Sendable {
        let number: Int
        let wide: Figure
        let narrow: Figure?
    }

    /// The order of the sections they stand in.
    private static let order: [FigureName] = [
        .shares, .electricity, .emissions, .moves, .map, .quotas, .provinces, .cost,
    ]

    private var entries: [FigureName: Entry] = [:]
    private let language: Language

    /// None at all, for a page that has its own.
    init(language: Language) {
        self.language = language
    }

    init(_ source: FigureSource, language: Language) {
        self.language = language
        func drawing(_ width: FigureWidth) -> FigureDrawing {
            var options = FigureOptions(language: language)
            options.width = width
            options.showsHeading = false
            options.fillsGround = false
            options.identifierPrefix = width.rawValue
            return FigureDrawing(source, options: options)
        }
        let (wide, narrow) = (drawing(.wide), drawing(.narrow))
        for name in Self.order {
            guard let figure = wide.figure(name) else { continue }
            entries[name] = Entry(
                number: entries.count + 1, wide: figure, narrow: narrow.figure(name))
        }
    }

    /// The figure with its caption, in two widths of which the page shows the one that fits; nothing
    /// where the run has nothing to draw in it.
    func node(_ name: FigureName) -> [HTMLNode] {
        guard let entry = entries[name] else { return [] }
        let caption = Message(
            ReportSentence.captionOf,
            verbatim: ["number": String(entry.number), "title": entry.wide.title]
        ).rendered(in: language)
        var content: [HTMLNode] = [
            .tag("figcaption", nil, caption), .tag("div", "wide", [.markup(entry.wide.svg)]),
        ]
        if let narrow = entry.narrow {
            content.append(.tag("div", "narrow", [.markup(narrow.svg)]))
        }
        return [.tag("figure", nil, content)]
    }
}
