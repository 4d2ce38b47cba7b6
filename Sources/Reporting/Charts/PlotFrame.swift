internal import Simulator

/// The plot of a chart over years: axes, grid and where values lie.
struct PlotFrame {
    let plot: Area
    let scale: AxisScale
    let years: [Int]
    /// Room left and right of the first and last year: half a marker, none for areas.
    private let inset: Double

    /// - Parameter rightRoom: what stands right of the plot.
    init(
        sheet: FigureSheet, scale: AxisScale, years: [Int], rightRoom: Double, height: Double,
        isFilled: Bool = false
    ) {
        self.scale = scale
        self.years = years
        inset = isFilled ? 0 : 8
        let ticks = scale.ticks.map { TextWidth.of(scale.label($0), size: sheet.smallSize) }
        let left = FigureSheet.margin + (ticks.max() ?? 0) + 8
        plot = Area(
            x: left, y: sheet.y + 8, width: max(40, sheet.right - rightRoom - left),
            height: height)
    }

    func x(_ index: Int) -> Double {
        guard years.count > 1 else { return plot.x + plot.width / 2 }
        return plot.x + inset + (plot.width - 2 * inset) * Double(index) / Double(years.count - 1)
    }

    func y(_ value: Double) -> Double { scale.place(value, from: plot.bottom, to: plot.y) }

    /// Grid lines with their numbers, the line of zero, and the years.
    func drawAxes(in sheet: inout FigureSheet) {
        let size = sheet.smallSize
        for tick in scale.ticks {
            let height = y(tick)
            sheet.canvas.line(
                from: Point(plot.x, height), to: Point(plot.right, height),
                ink: tick == 0 || tick == scale.low ? .axis : .grid)
            sheet.canvas.text(
                scale.label(tick), at: Point(plot.x - 6, height + size * 0.36), size: size,
                anchor: .end, ink: .muted)
        }
        let room = (plot.width - 2 * inset) / Double(max(1, years.count - 1))
        let needed = TextWidth.of("2000", size: size) + 8
        let stride = max(1, Int((needed / max(1, room)).rounded(.up)))
        for (index, year) in years.enumerated() where (years.count - 1 - index) % stride == 0 {
            sheet.canvas.line(
                from: Point(x(index), plot.bottom), to: Point(x(index), plot.bottom + 4),
                ink: .axis)
            sheet.canvas.text(
                String(year), at: Point(x(index), plot.bottom + 17), size: size, anchor: .middle,
                ink: .muted)
        }
    }

    /// The line of zero, above what covers it.
    func drawZero(in sheet: inout FigureSheet) {
        guard scale.low <= 0, scale.high >= 0 else { return }
        sheet.canvas.line(
            from: Point(plot.x, y(0)), to: Point(plot.right, y(0)), ink: .axis, width: 1.2)
    }

    /// Moves the sheet below the plot.
    func finish(_ sheet: inout FigureSheet) { sheet.advance(8 + plot.height + 26) }
}

/// Names and values right of a plot, at the ends of what they name.
struct EndLabels {
    struct Label {
        let value: String
        let name: String
        let ink: Ink
        var dash: Dash?
        var marker: Marker?
        /// Whether the mark is a filled square, for areas.
        var isArea = false
        var isHatched = false
    }

    private let labels: [Label]
    private let names: [[String]]
    private let size: Double
    /// Room they take, the gap to the plot included.
    let width: Double

    private static let gap = 26.0
    private static let leading = 15.0

    /// - Parameter room: the most they may take.
    init(_ labels: [Label], size: Double, room: Double) {
        self.labels = labels
        self.size = size
        let valueWidth = labels.map { TextWidth.of($0.value, size: size, isBold: true) }.max() ?? 0
        let nameRoom = room - Self.gap - valueWidth - 6
        names = labels.map {
            $0.name.isEmpty
                ? [""] : TextWidth.lines($0.name, width: nameRoom, size: size, limit: 3)
        }
        let nameWidth = names.joined().map { TextWidth.of($0, size: size) }.max() ?? 0
        width =
            labels.isEmpty
            ? 8 : Self.gap + valueWidth + (nameWidth > 0 ? 6 + nameWidth : 0)
    }

    /// - Parameter ends: the points that the labels belong to.
    func draw(at ends: [Point], from frame: PlotFrame, in sheet: inout FigureSheet) {
        let heights = names.map { Double($0.count) * Self.leading + 2 }
        let places = LabelColumn.places(
            wishes: ends.map(\.y), heights: heights, from: frame.plot.y - 10,
            to: frame.plot.bottom + 8)
        let valueWidth = labels.map { TextWidth.of($0.value, size: size, isBold: true) }.max() ?? 0
        for (index, label) in labels.enumerated() {
            let left = frame.plot.right
            let middle = places[index]
            if abs(middle - ends[index].y) > 3 || ends[index].x < left - 20 {
                sheet.canvas.polyline(
                    [
                        Point(min(ends[index].x + 6, left), ends[index].y),
                        Point(left + 4, ends[index].y), Point(left + 10, middle),
                    ],
                    ink: .axis, width: 0.8)
            }
            mark(label, at: Point(left + 17, middle), in: &sheet.canvas)
            let x = left + Self.gap
            let first = middle - Double(names[index].count - 1) * Self.leading / 2 + size * 0.36
            sheet.canvas.text(
                label.value, at: Point(x + valueWidth, first), size: size, anchor: .end,
                isBold: true)
            for (line, name) in names[index].enumerated() where !name.isEmpty {
                sheet.canvas.text(
                    name, at: Point(x + valueWidth + 6, first + Double(line) * Self.leading),
                    size: size)
            }
        }
    }

    /// A piece of an area for labels and legends.
    static func square(at point: Point, ink: Ink, isHatched: Bool, in canvas: inout Canvas) {
        let area = Area(x: point.x - 5, y: point.y - 5, width: 10, height: 10)
        canvas.rectangle(area, ink: ink, edge: .axis)
        if isHatched { canvas.rectangle(area, ink: .paper, opacity: 0.55, isHatched: true) }
    }

    /// What all labels together need.
    var height: Double {
        names.reduce(0) { $0 + Double($1.count) * Self.leading + 2 } - 18
    }

    private func mark(_ label: Label, at point: Point, in canvas: inout Canvas) {
        if label.isArea {
            Self.square(at: point, ink: label.ink, isHatched: label.isHatched, in: &canvas)
            return
        }
        canvas.line(
            from: Point(point.x - 7, point.y), to: Point(point.x + 6, point.y), ink: label.ink,
            width: 2, dash: label.dash)
        if let marker = label.marker {
            canvas.mark(marker, at: Point(point.x - 0.5, point.y), ink: label.ink, radius: 3)
        }
    }
}
