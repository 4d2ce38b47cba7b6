internal import Simulator

/// A figure being drawn: its canvas, how far down it is filled, and what every figure has, heading
/// and notes.
struct FigureSheet {
    let name: FigureName
    let options: FigureOptions
    let title: String
    /// One or two sentences for those who cannot see the figure.
    var summary: String
    var canvas: Canvas
    /// Where the next part begins.
    private(set) var y: Double

    static let margin = 12.0

    var isNarrow: Bool { options.width == .narrow }
    var language: Language { options.language }
    var width: Double { options.width.units }
    var right: Double { width - Self.margin }
    var innerWidth: Double { width - 2 * Self.margin }
    /// Letters of labels.
    var labelSize: Double { 12 }
    /// Letters of ticks and notes.
    var smallSize: Double { 11 }

    /// - Parameters:
    ///   - unit: what the figure's numbers are, with their unit.
    ///   - remark: what a reader must know of the run: that it is no plan, or not to be relied on.
    init(
        _ name: FigureName, options: FigureOptions, title: String, scenario: String, unit: String,
        remark: String?
    ) {
        self.name = name
        self.options = options
        self.title = title
        summary = ""
        canvas = Canvas(prefix: Self.identifier(name, options))
        y = Self.margin
        if options.showsHeading {
            paragraph(title, size: 16, ink: .text, isBold: true, leading: 21)
            paragraph(scenario, size: 12.5, ink: .muted, leading: 17)
        }
        paragraph(unit, size: 12, ink: .muted, leading: 16)
        if let remark { paragraph(remark, size: 12, ink: .missed, isBold: true, leading: 16) }
        advance(6)
    }

    /// The identifier of the figure: the prefix, of it what an identifier may hold, and the name.
    static func identifier(_ name: FigureName, _ options: FigureOptions) -> String {
        let kept = options.identifierPrefix.unicodeScalars.filter {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || $0 == "-"
        }
        let prefix = String(String.UnicodeScalarView(kept))
        let startsWithLetter = prefix.first?.isLetter == true
        return (startsWithLetter ? "" : "figure") + prefix + "-" + name.rawValue
    }

    mutating func advance(_ distance: Double) { y += distance }

    /// Text over the whole width.
    mutating func paragraph(
        _ text: String, size: Double, ink: Ink, isBold: Bool = false, leading: Double
    ) {
        for line in TextWidth.lines(text, width: innerWidth, size: size, isBold: isBold) {
            y += leading
            canvas.text(
                line, at: Point(Self.margin, y - leading * 0.27), size: size, ink: ink,
                isBold: isBold)
        }
    }

    mutating func note(_ text: String) {
        paragraph(text, size: smallSize, ink: .muted, leading: 15)
    }

    /// A row of marks with their names, broken into as many rows as it takes.
    /// - Parameter draw: puts a mark into the 24 units left of a point.
    mutating func legend<Item>(
        _ items: [Item], name: (Item) -> String, draw: (inout Canvas, Item, Point) -> Void
    ) {
        guard !items.isEmpty else { return }
        var x = Self.margin
        y += 16
        for item in items {
            let text = TextWidth.cut(name(item), to: innerWidth - 30, size: labelSize)
            let needed = 30 + TextWidth.of(text, size: labelSize)
            if x > Self.margin, x + needed > right {
                x = Self.margin
                y += 18
            }
            draw(&canvas, item, Point(x + 24, y - 4))
            canvas.text(text, at: Point(x + 30, y), size: labelSize)
            x += needed + 16
        }
        y += 8
    }

    /// The finished figure.
    func figure() -> Figure {
        let identifier = canvas.prefix
        var ground = Canvas(prefix: identifier)
        let height = (y + Self.margin).rounded(.up)
        if options.fillsGround {
            ground.rectangle(Area(x: 0, y: 0, width: width, height: height), ink: .paper)
        }
        let size = "\(Coordinate.text(width))\" height=\"\(Coordinate.text(height))"
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(identifier)\""
        svg += " viewBox=\"0 0 \(Coordinate.text(width)) \(Coordinate.text(height))\""
        svg += " width=\"\(size)\" role=\"img\""
        svg += " aria-labelledby=\"\(identifier)-title \(identifier)-desc\""
        svg += " lang=\"\(language == .chinese ? "zh-Hans" : "en")\""
        svg += " font-family=\"\(FigureStyle.fonts)\""
        svg +=
            options.carriesStyle
            ? " style=\"max-width:100%;height:auto;print-color-adjust:exact\">\n"
            : " class=\"\(FigureStyle.pageClass)\">\n"
        svg += "<title id=\"\(identifier)-title\">\(MarkupText.escaped(title))</title>\n"
        svg += "<desc id=\"\(identifier)-desc\">\(MarkupText.escaped(summary))</desc>\n"
        if options.carriesStyle {
            svg += FigureStyle.sheet(
                identifier: identifier, fills: canvas.fills.union(ground.fills),
                strokes: canvas.strokes, palette: options.palette)
        }
        svg += FigureStyle.hatches(canvas.hatches, canvas: canvas)
        svg += ground.content + canvas.content + "</svg>\n"
        return Figure(name: name, title: title, summary: summary, svg: svg)
    }
}
