/// Marks being put on a figure, as the text of SVG elements.
///
/// Colours stand twice: as attributes, for programs that know no style sheets, and as classes, for
/// light and dark surroundings.
struct Canvas: Sendable {
    enum Anchor: String, Sendable {
        case start, middle, end
    }

    private(set) var content = ""
    private(set) var fills: Set<Ink> = []
    private(set) var strokes: Set<Ink> = []
    /// Begins every identifier in the figure.
    let prefix: String
    private(set) var hatches: Set<Ink> = []

    init(prefix: String) {
        self.prefix = prefix
    }

    // MARK: - Groups

    /// A group that a pointer or a screen reader finds by its title.
    mutating func group(title: String, _ body: (inout Canvas) -> Void) {
        content += "<g><title>\(MarkupText.escaped(title))</title>"
        body(&self)
        content += "</g>\n"
    }

    // MARK: - Text

    mutating func text(
        _ text: String, at point: Point, size: Double, anchor: Anchor = .start,
        ink: Ink = .text, isBold: Bool = false
    ) {
        fills.insert(ink)
        content += "<text x=\"\(Coordinate.text(point.x))\" y=\"\(Coordinate.text(point.y))\""
        content += " font-size=\"\(Coordinate.text(size))\""
        if anchor != .start { content += " text-anchor=\"\(anchor.rawValue)\"" }
        if isBold { content += " font-weight=\"700\"" }
        content += fill(ink) + ">\(MarkupText.escaped(text))</text>\n"
    }

    // MARK: - Lines

    mutating func line(
        from start: Point, to end: Point, ink: Ink, width: Double = 1, dash: Dash? = nil
    ) {
        polyline([start, end], ink: ink, width: width, dash: dash)
    }

    mutating func polyline(
        _ points: [Point], ink: Ink, width: Double, dash: Dash? = nil, opacity: Double? = nil
    ) {
        guard points.count > 1 else { return }
        strokes.insert(ink)
        content += "<path d=\"\(Self.path(points))\" fill=\"none\""
        content += stroke(ink, width: width)
        if let dash { content += " stroke-dasharray=\"\(dash.rawValue)\"" }
        if let opacity { content += " stroke-opacity=\"\(Coordinate.text(opacity))\"" }
        content += " stroke-linejoin=\"round\"/>\n"
    }

    // MARK: - Areas

    mutating func polygon(
        _ points: [Point], ink: Ink, opacity: Double? = nil, edge: Ink? = nil,
        isHatched: Bool = false
    ) {
        guard points.count > 2 else { return }
        shape("path d=\"\(Self.path(points))Z\"", ink, opacity, edge, isHatched)
    }

    /// - Parameter data: the commands of an SVG path.
    mutating func path(
        _ data: String, ink: Ink, opacity: Double? = nil, edge: Ink? = nil, isHatched: Bool = false
    ) {
        shape("path d=\"\(data)\"", ink, opacity, edge, isHatched)
    }

    mutating func rectangle(
        _ area: Area, ink: Ink, opacity: Double? = nil, edge: Ink? = nil, radius: Double = 0,
        isHatched: Bool = false, edgeWidth: Double = 1
    ) {
        var element = "rect x=\"\(Coordinate.text(area.x))\" y=\"\(Coordinate.text(area.y))\""
        element += " width=\"\(Coordinate.text(area.width))\""
        element += " height=\"\(Coordinate.text(area.height))\""
        if radius > 0 { element += " rx=\"\(Coordinate.text(radius))\"" }
        shape(element, ink, opacity, edge, isHatched, edgeWidth)
    }

    private mutating func shape(
        _ element: String, _ ink: Ink, _ opacity: Double?, _ edge: Ink?, _ isHatched: Bool,
        _ edgeWidth: Double = 1
    ) {
        content += "<\(element)"
        if isHatched {
            hatches.insert(ink)
            strokes.insert(ink)
            content += " fill=\"url(#\(hatch(ink)))\""
        } else {
            fills.insert(ink)
            content += fill(ink, with: edge)
        }
        if let opacity { content += " fill-opacity=\"\(Coordinate.text(opacity))\"" }
        if let edge {
            strokes.insert(edge)
            content += " stroke=\"\(edge.light)\" stroke-width=\"\(Coordinate.text(edgeWidth))\""
            if isHatched { content += " class=\"s-\(edge.rawValue)\"" }
        }
        content += "/>\n"
    }

    func hatch(_ ink: Ink) -> String { "\(prefix)-hatch-\(ink.rawValue)" }

    // MARK: - Marks

    mutating func mark(_ marker: Marker, at point: Point, ink: Ink, radius: Double = 3.5) {
        let x = point.x
        let y = point.y
        switch marker {
        case .circle:
            fills.insert(ink)
            content += "<circle cx=\"\(Coordinate.text(x))\" cy=\"\(Coordinate.text(y))\""
            content += " r=\"\(Coordinate.text(radius))\"\(fill(ink))/>\n"
        case .square:
            rectangle(
                Area(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius),
                ink: ink)
        case .diamond, .openDiamond:
            let reach = radius * 1.35
            let corners = [
                Point(x, y - reach), Point(x + reach, y), Point(x, y + reach), Point(x - reach, y),
            ]
            if marker == .diamond {
                polygon(corners, ink: ink)
            } else {
                polygon(corners, ink: .paper, edge: ink)
            }
        case .triangle:
            let reach = radius * 1.25
            polygon(
                [
                    Point(x, y - reach), Point(x + reach, y + reach * 0.8),
                    Point(x - reach, y + reach * 0.8),
                ], ink: ink)
        }
    }

    // MARK: - Attributes

    private func fill(_ ink: Ink, with edge: Ink? = nil) -> String {
        let more = edge.map { " s-\($0.rawValue)" } ?? ""
        return " fill=\"\(ink.light)\" class=\"f-\(ink.rawValue)\(more)\""
    }

    private func stroke(_ ink: Ink, width: Double) -> String {
        " stroke=\"\(ink.light)\" stroke-width=\"\(Coordinate.text(width))\""
            + " class=\"s-\(ink.rawValue)\""
    }

    private static func path(_ points: [Point]) -> String {
        var data = ""
        for (index, point) in points.enumerated() {
            data += (index == 0 ? "M" : "L") + Coordinate.text(point)
        }
        return data
    }
}
