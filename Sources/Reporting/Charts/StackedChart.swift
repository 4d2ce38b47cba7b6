internal import Simulator

/// Areas over years, one on the other: what is positive upwards from zero, what is negative
/// downwards, with a line for the total where the two do not show it.
struct StackedChart {
    struct Item: Sendable {
        let name: String
        /// A value for each year.
        let values: [Double]
        let ink: Ink
        /// Whether it is told from its neighbours by lines across.
        var isHatched = false
    }

    let years: [Int]
    /// From the axis outwards.
    let items: [Item]
    /// What the items add up to, by year.
    let total: LineChart.Line
    /// The total of what the run is set against.
    var reference: LineChart.Line?
    let decimals: Int
    var height = 300.0

    /// Sums of the items above and below zero, by year, outermost last.
    func edges(_ index: Int, isUpper: Bool) -> [Double] {
        var sum = 0.0
        var edges = [0.0]
        for item in items {
            let value = index < item.values.count ? item.values[index] : 0
            sum += isUpper ? max(0, value) : min(0, value)
            edges.append(sum)
        }
        return edges
    }

    /// Whether an item is large enough to be named: its numbers do not all round to nothing.
    private func isNamed(_ item: Item) -> Bool {
        let nothing = DecimalText.fixed(0, decimals: decimals)
        return item.values.contains { DecimalText.fixed($0, decimals: decimals) != nothing }
    }

    private var count: Int { items.map(\.values.count).max() ?? 0 }

    func draw(in sheet: inout FigureSheet) {
        guard count > 0 else { return }
        let last = count - 1
        let upper = (0..<count).map { edges($0, isUpper: true) }
        let lower = (0..<count).map { edges($0, isUpper: false) }
        let lines = [total, reference].compactMap(\.self)
        let isNarrow = sheet.isNarrow
        if isNarrow { drawLegend(lines, in: &sheet) }
        var labels: [EndLabels.Label] = []
        for line in lines {
            let value = line.values.last(where: { $0 != nil }) ?? nil
            labels.append(
                EndLabels.Label(
                    value: value.map { DecimalText.fixed($0, decimals: decimals) } ?? "",
                    name: isNarrow ? "" : line.name, ink: line.ink, dash: line.dash,
                    marker: line.marker))
        }
        for item in items where isNamed(item) {
            labels.append(
                EndLabels.Label(
                    value: DecimalText.fixed(item.values[last], decimals: decimals),
                    name: isNarrow ? "" : item.name, ink: item.ink, isArea: true,
                    isHatched: item.isHatched))
        }
        let ends = EndLabels(labels, size: sheet.labelSize, room: isNarrow ? 78 : 250)
        let scale = AxisScale(
            covering: (upper + lower).joined() + lines.flatMap { $0.values.compactMap(\.self) },
            count: isNarrow ? 4 : 5)
        let frame = PlotFrame(
            sheet: sheet, scale: scale, years: years, rightRoom: ends.width,
            height: max(height, ends.height), isFilled: true)
        frame.drawAxes(in: &sheet)
        drawAreas(upper, lower, frame, in: &sheet)
        frame.drawZero(in: &sheet)
        for line in lines { LineChart.draw(line, frame, decimals: decimals, in: &sheet) }
        var points = lines.map { line in
            let index = line.values.lastIndex(where: { $0 != nil }) ?? last
            return Point(frame.x(index), frame.y(line.values[index] ?? 0))
        }
        for (index, item) in items.enumerated() where isNamed(item) {
            let edges = item.values[last] < 0 ? lower[last] : upper[last]
            points.append(
                Point(frame.x(last), frame.y((edges[index] + edges[index + 1]) / 2)))
        }
        ends.draw(at: points, from: frame, in: &sheet)
        frame.finish(&sheet)
    }

    private func drawAreas(
        _ upper: [[Double]], _ lower: [[Double]], _ frame: PlotFrame, in sheet: inout FigureSheet
    ) {
        for (index, item) in items.enumerated() {
            for edges in [upper, lower]
            where edges.contains(where: { $0[index] != $0[index + 1] }) {
                let inner = (0..<count).map { Point(frame.x($0), frame.y(edges[$0][index])) }
                let outer = (0..<count).map { Point(frame.x($0), frame.y(edges[$0][index + 1])) }
                let words = item.values.enumerated().map { year, value in
                    "\(years[year]): \(DecimalText.fixed(value, decimals: decimals))"
                }.joined(separator: ", ")
                var corners = outer + inner.reversed()
                if count == 1 { corners = Self.column(outer[0], inner[0]) }
                sheet.canvas.group(title: "\(item.name) \(words)") { canvas in
                    canvas.polygon(corners, ink: item.ink, edge: .paper)
                    if item.isHatched {
                        canvas.polygon(corners, ink: .paper, opacity: 0.55, isHatched: true)
                    }
                }
            }
        }
    }

    /// A single year has no area; it becomes a column.
    private static func column(_ outer: Point, _ inner: Point) -> [Point] {
        [
            Point(outer.x - 20, outer.y), Point(outer.x + 20, outer.y),
            Point(inner.x + 20, inner.y), Point(inner.x - 20, inner.y),
        ]
    }

    private func drawLegend(_ lines: [LineChart.Line], in sheet: inout FigureSheet) {
        sheet.legend(items.reversed().filter(isNamed), name: \.name) { canvas, item, end in
            EndLabels.square(
                at: Point(end.x - 7, end.y), ink: item.ink, isHatched: item.isHatched,
                in: &canvas)
        }
        sheet.advance(-6)
        sheet.legend(lines, name: \.name) { canvas, line, end in
            LineChart.sample(line, in: &canvas, from: Point(end.x - 24, end.y), to: end)
        }
    }
}
