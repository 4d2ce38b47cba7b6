internal import Simulator

/// Lines over years with their names at their ends, and bands around them.
struct LineChart {
    struct Line {
        let name: String
        /// A value for each year; nil breaks the line.
        let values: [Double?]
        let ink: Ink
        var dash: Dash?
        var marker: Marker?
        var width = 2.0
        /// Outer and inner band, by year.
        var bands: [EnsembleBands.Quantiles?] = []
    }

    let years: [Int]
    let lines: [Line]
    let decimals: Int
    var ceiling = Double.infinity
    var height = 260.0

    private var finite: [Double] {
        lines.flatMap { line in
            line.values.compactMap(\.self)
                + line.bands.flatMap { $0.map { [$0.p05, $0.p95] } ?? [] }
        }
    }

    /// Draws the chart into the sheet: names at the lines' ends where there is room beside the
    /// plot, else above it, with the last values at the ends.
    func draw(in sheet: inout FigureSheet) {
        let shown = lines.filter { $0.values.contains { $0 != nil } }
        let isNarrow = sheet.isNarrow
        if isNarrow {
            sheet.legend(shown, name: \.name) { canvas, line, end in
                Self.sample(line, in: &canvas, from: Point(end.x - 24, end.y), to: end)
            }
        }
        let labels = EndLabels(
            shown.map { line in
                let last = line.values.last(where: { $0 != nil }) ?? nil
                let value = last.map { DecimalText.fixed($0, decimals: decimals) } ?? ""
                return EndLabels.Label(
                    value: value, name: isNarrow ? "" : line.name, ink: line.ink,
                    dash: line.dash, marker: line.marker)
            }, size: sheet.labelSize, room: isNarrow ? 60 : 210)
        let scale = AxisScale(covering: finite, count: isNarrow ? 4 : 5, ceiling: ceiling)
        let frame = PlotFrame(
            sheet: sheet, scale: scale, years: years, rightRoom: labels.width, height: height)
        frame.drawAxes(in: &sheet)
        for line in shown { drawBands(of: line, frame, in: &sheet) }
        for line in shown.reversed() { Self.draw(line, frame, decimals: decimals, in: &sheet) }
        labels.draw(
            at: shown.map { line in
                let index = line.values.lastIndex(where: { $0 != nil }) ?? 0
                return Point(frame.x(index), frame.y((line.values[index]) ?? 0))
            }, from: frame, in: &sheet)
        frame.finish(&sheet)
    }

    private func drawBands(of line: Line, _ frame: PlotFrame, in sheet: inout FigureSheet) {
        let layers: [(opacity: Double, range: (EnsembleBands.Quantiles) -> (Double, Double))] = [
            (0.14, { ($0.p05, $0.p95) }), (0.2, { ($0.p25, $0.p75) }),
        ]
        for layer in layers {
            let known = line.bands.enumerated().compactMap { index, band in
                band.map { (index, $0) }
            }
            let upper = known.map { Point(frame.x($0.0), frame.y(layer.range($0.1).1)) }
            let lower = known.map { Point(frame.x($0.0), frame.y(layer.range($0.1).0)) }
            sheet.canvas.polygon(upper + lower.reversed(), ink: line.ink, opacity: layer.opacity)
        }
    }

    static func draw(
        _ line: Line, _ frame: PlotFrame, decimals: Int, in sheet: inout FigureSheet
    ) {
        var run: [Point] = []
        for (index, value) in line.values.enumerated() {
            if let value {
                run.append(Point(frame.x(index), frame.y(value)))
            } else {
                sheet.canvas.polyline(run, ink: line.ink, width: line.width, dash: line.dash)
                run = []
            }
        }
        sheet.canvas.polyline(run, ink: line.ink, width: line.width, dash: line.dash)
        guard let marker = line.marker else { return }
        for (index, value) in line.values.enumerated() {
            guard let value else { continue }
            sheet.canvas.group(
                title: "\(line.name) \(frame.years[index]): "
                    + DecimalText.fixed(value, decimals: decimals)
            ) { $0.mark(marker, at: Point(frame.x(index), frame.y(value)), ink: line.ink) }
        }
    }

    /// A piece of a line for a legend.
    static func sample(_ line: Line, in canvas: inout Canvas, from: Point, to: Point) {
        canvas.line(from: from, to: to, ink: line.ink, width: line.width, dash: line.dash)
        if let marker = line.marker {
            canvas.mark(
                marker, at: Point((from.x + to.x) / 2, from.y), ink: line.ink, radius: 3)
        }
    }
}
