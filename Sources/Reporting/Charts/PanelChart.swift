internal import Simulator

/// Small pictures side by side on one scale, one for each province.
struct PanelChart {
    struct Panel: Sendable {
        let name: String
        /// Per cent by year.
        let share: [Double?]
        let quota: [Double?]
        let reference: [Double?]
        /// Indices of years whose quota is missed.
        let missed: [Int]
        /// A word for that.
        let verdict: String?
        let bands: [EnsembleBands.Quantiles?]
    }

    let years: [Int]
    let panels: [Panel]
    /// Words for what the lines stand for.
    let share: String
    let quota: String
    let reference: String
    let missed: String

    private enum Sample: CaseIterable {
        case share, quota, reference, missed
    }

    private static let plotHeight = 66.0
    private static let panelHeight = 112.0
    private static let gap = 14.0

    func draw(in sheet: inout FigureSheet) {
        drawLegend(in: &sheet)
        let values = panels.flatMap { panel in
            (panel.share + panel.quota + panel.reference).compactMap(\.self)
                + panel.bands.compactMap { $0?.p95 }
        }
        let scale = AxisScale(covering: values, count: 2, ceiling: 100)
        let ticks = scale.ticks.map { TextWidth.of(scale.label($0), size: 10) }.max() ?? 0
        let columns = sheet.isNarrow ? 2 : 5
        let left = FigureSheet.margin + ticks + 6
        let wide = (sheet.right - left - Self.gap * Double(columns - 1)) / Double(columns)
        let top = sheet.y + 4
        for (index, panel) in panels.enumerated() {
            let column = index % columns
            let area = Area(
                x: left + Double(column) * (wide + Self.gap),
                y: top + Double(index / columns) * Self.panelHeight + 20, width: wide,
                height: Self.plotHeight)
            draw(panel, area, scale, showsTicks: column == 0, in: &sheet)
        }
        let rows = (panels.count + columns - 1) / columns
        sheet.advance(4 + Double(rows) * Self.panelHeight)
    }

    private func draw(
        _ panel: Panel, _ area: Area, _ scale: AxisScale, showsTicks: Bool,
        in sheet: inout FigureSheet
    ) {
        func x(_ index: Int) -> Double {
            guard years.count > 1 else { return area.x + area.width / 2 }
            return area.x + 5 + (area.width - 10) * Double(index) / Double(years.count - 1)
        }
        func y(_ value: Double) -> Double { scale.place(value, from: area.bottom, to: area.y) }
        drawFrame(panel, area, scale, y, showsTicks: showsTicks, in: &sheet)
        let layers: [(Double, (EnsembleBands.Quantiles) -> (Double, Double))] = [
            (0.14, { ($0.p05, $0.p95) }), (0.2, { ($0.p25, $0.p75) }),
        ]
        for (opacity, range) in layers {
            let known = panel.bands.enumerated().compactMap { index, band in
                band.map { (index, range($0)) }
            }
            sheet.canvas.polygon(
                known.map { Point(x($0.0), y($0.1.1)) }
                    + known.reversed().map { Point(x($0.0), y($0.1.0)) },
                ink: .run, opacity: opacity)
        }
        func points(_ values: [Double?]) -> [Point] {
            values.enumerated().compactMap { index, value in value.map { Point(x(index), y($0)) } }
        }
        let words = years.indices.compactMap { index in
            panel.share[index].map {
                "\(years[index]): \(DecimalText.fixed($0, decimals: 1))"
                    + (panel.quota[index].map {
                        " (\(quota) \(DecimalText.fixed($0, decimals: 1)))"
                    } ?? "")
            }
        }.joined(separator: ", ")
        sheet.canvas.group(title: "\(panel.name) \(words)") { canvas in
            canvas.polyline(
                points(panel.reference), ink: .baseline, width: 1.4, dash: .dashed)
            canvas.polyline(points(panel.quota), ink: .quota, width: 1.4, dash: .dotted)
            for point in points(panel.quota) {
                canvas.line(
                    from: Point(point.x - 3.5, point.y), to: Point(point.x + 3.5, point.y),
                    ink: .quota, width: 2)
            }
            canvas.polyline(points(panel.share), ink: .run, width: 2)
            for (index, value) in panel.share.enumerated() {
                guard let value else { continue }
                let isMissed = panel.missed.contains(index)
                canvas.mark(
                    isMissed ? .openDiamond : .circle, at: Point(x(index), y(value)),
                    ink: isMissed ? .missed : .run, radius: isMissed ? 3.2 : 2.2)
            }
        }
    }

    private func drawFrame(
        _ panel: Panel, _ area: Area, _ scale: AxisScale, _ y: (Double) -> Double,
        showsTicks: Bool, in sheet: inout FigureSheet
    ) {
        let last = panel.share.last(where: { $0 != nil }) ?? nil
        let value = last.map { DecimalText.fixed($0, decimals: 1) } ?? ""
        let size = sheet.labelSize
        sheet.canvas.text(
            panel.name, at: Point(area.x, area.y - 8), size: size, isBold: true)
        sheet.canvas.text(
            value, at: Point(area.right, area.y - 8), size: size, anchor: .end)
        for tick in scale.ticks {
            sheet.canvas.line(
                from: Point(area.x, y(tick)), to: Point(area.right, y(tick)),
                ink: tick == 0 ? .axis : .grid)
            if showsTicks {
                sheet.canvas.text(
                    scale.label(tick), at: Point(area.x - 5, y(tick) + 3.6), size: 10,
                    anchor: .end, ink: .muted)
            }
        }
        for (year, anchor, x): (Int?, Canvas.Anchor, Double) in [
            (years.first, .start, area.x), (years.last, .end, area.right),
        ] {
            guard let year, years.count > 1 || anchor == .start else { continue }
            sheet.canvas.text(
                String(year), at: Point(x, area.bottom + 13), size: 10, anchor: anchor,
                ink: .muted)
        }
        if let verdict = panel.verdict {
            sheet.canvas.text(
                verdict, at: Point(area.x + area.width / 2, area.bottom + 13), size: 10.5,
                anchor: .middle, ink: .missed, isBold: true)
        }
    }

    private func drawLegend(in sheet: inout FigureSheet) {
        let samples = Sample.allCases.filter { sample in
            switch sample {
            case .share: true
            case .quota: panels.contains { $0.quota.contains { $0 != nil } }
            case .reference: panels.contains { $0.reference.contains { $0 != nil } }
            case .missed: panels.contains { !$0.missed.isEmpty }
            }
        }
        sheet.legend(
            samples,
            name: { sample in
                switch sample {
                case .share: share
                case .quota: quota
                case .reference: reference
                case .missed: missed
                }
            },
            draw: { canvas, sample, end in
                let start = Point(end.x - 24, end.y)
                let middle = Point(end.x - 12, end.y)
                switch sample {
                case .share:
                    canvas.line(from: start, to: end, ink: .run, width: 2)
                    canvas.mark(.circle, at: middle, ink: .run, radius: 2.4)
                case .quota:
                    canvas.line(from: start, to: end, ink: .quota, width: 1.4, dash: .dotted)
                    canvas.line(
                        from: Point(middle.x - 3.5, middle.y),
                        to: Point(middle.x + 3.5, middle.y), ink: .quota, width: 2)
                case .reference:
                    canvas.line(from: start, to: end, ink: .baseline, width: 1.4, dash: .dashed)
                case .missed:
                    canvas.mark(.openDiamond, at: middle, ink: .missed, radius: 3.4)
                }
            })
    }
}
