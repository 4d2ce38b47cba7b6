/// The style sheet of a figure and what else stands once in it.
enum FigureStyle {
    /// Sans-serif fonts whose letters are about as wide as ``TextWidth`` holds, then any.
    static let fonts = families.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: ",")

    private static let families = [
        "Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "Noto Sans CJK SC",
        "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "sans-serif",
    ]

    /// Colours as custom properties of this figure alone, so that many fit in one page.
    static func sheet(
        identifier: String, fills: Set<Ink>, strokes: Set<Ink>, palette: FigurePalette
    ) -> String {
        let used = Ink.allCases.filter { fills.contains($0) || strokes.contains($0) }
        func properties(_ shade: (Ink) -> String) -> String {
            "#\(identifier){"
                + used.map { "--\($0.rawValue):\(shade($0))" }.joined(separator: ";") + "}"
        }
        var text = "<style>\n"
        text += properties(palette == .dark ? { $0.dark } : { $0.light }) + "\n"
        if palette == .automatic {
            text += "@media screen" + " and (prefers-color-scheme:dark){"
            text += properties { $0.dark } + "}\n"
        }
        for ink in Ink.allCases {
            let name = ink.rawValue
            if fills.contains(ink) {
                text += "#\(identifier) .f-\(name){fill:var(--\(name))}\n"
            }
            if strokes.contains(ink) {
                text += "#\(identifier) .s-\(name){stroke:var(--\(name))}\n"
            }
        }
        return text + "</style>\n"
    }

    /// What figures are called that a page styles.
    static let pageClass = "drawing"

    /// Colours of all figures of a page, light and dark.
    static let pageSheet: String = {
        func properties(_ shade: (Ink) -> String) -> String {
            ".\(pageClass){"
                + Ink.allCases.map { "--\($0.rawValue):\(shade($0))" }.joined(separator: ";") + "}"
        }
        var text = properties(\.light) + "\n"
        text += "@media screen and (prefers-color-scheme:dark){" + properties(\.dark) + "}\n"
        text += ".\(pageClass){max-width:100%;height:auto;print-color-adjust:exact}\n"
        for ink in Ink.allCases {
            let name = ink.rawValue
            text += ".\(pageClass) .f-\(name){fill:var(--\(name))}\n"
            text += ".\(pageClass) .s-\(name){stroke:var(--\(name))}\n"
        }
        return text
    }()

    /// Diagonal lines for areas that are told apart by more than colour.
    static func hatches(_ inks: Set<Ink>, canvas: Canvas) -> String {
        guard !inks.isEmpty else { return "" }
        var text = "<defs>\n"
        for ink in Ink.allCases where inks.contains(ink) {
            text += "<pattern id=\"\(canvas.hatch(ink))\" width=\"6\" height=\"6\""
            text += " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            text += "<path d=\"M2 0L2 6\" stroke=\"\(ink.light)\" stroke-width=\"2.6\""
            text += " class=\"s-\(ink.rawValue)\"/></pattern>\n"
        }
        return text + "</defs>\n"
    }
}
