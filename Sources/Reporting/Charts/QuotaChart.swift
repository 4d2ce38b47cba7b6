internal import Simulator

/// A row for each province: a point for its share, a bar for its quota, and the verdict in words.
struct QuotaChart {
    struct Row {
        let name: String
        /// Per cent.
        let share: Double
        let quota: Double
        /// The share of what the run is set against.
        let reference: Double?
        let band: EnsembleBands.Quantiles?
        let isMissed: Bool
        let verdict: String
    }

    let rows: [Row]
    /// Words for what the marks stand for.
    let share: String
    let quota: String
    let missedShare: String
    let reference: String

    private enum Sample: CaseIterable {
        case share, missed, quota, reference
    }

    func draw(in sheet: inout FigureSheet) {
        let hasMissed = rows.contains(where: \.isMissed)
        let hasReference = rows.contains { $0.reference != nil }
        let samples = Sample.allCases.filter { sample in
            (sample != .missed || hasMissed) && (sample != .reference || hasReference)
        }
        sheet.legend(
            samples,
            name: { sample in
                switch sample {
                case .share: share
                case .missed: missedShare
                case .quota: quota
                case .reference: reference
                }
            },
            draw: { canvas, sample, end in
                let middle = Point(end.x - 9, end.y)
                switch sample {
                case .share: canvas.mark(.circle, at: middle, ink: .run, radius: 4.5)
                case .missed: canvas.mark(.openDiamond, at: middle, ink: .missed, radius: 4.5)
                case .quota: Self.bar(at: middle, in: &canvas)
                case .reference: canvas.mark(.square, at: middle, ink: .baseline, radius: 3)
                }
            })
        let scale = AxisScale(
            covering: rows.flatMap { row in
                [row.share, row.quota, row.reference ?? 0]
                    + (row.band.map { [$0.p05, $0.p95] } ?? [])
            }, count: sheet.isNarrow ? 4 : 6, ceiling: 100)
        let size = sheet.labelSize
        let layout = Layout(rows: rows, sheet: sheet, share: share, quota: quota)
        // The axis stands above, near the rows that are read first.
        let top = sheet.y + 18
        let bottom = top + Double(rows.count) * layout.rowHeight + 4
        func x(_ value: Double) -> Double {
            scale.place(value, from: layout.plotLeft, to: layout.plotRight)
        }
        for tick in scale.ticks {
            sheet.canvas.text(
                scale.label(tick), at: Point(x(tick), top - 6), size: sheet.smallSize,
                anchor: .middle, ink: .muted)
            for (start, end) in layout.gridPieces(count: rows.count, from: top, to: bottom) {
                sheet.canvas.line(
                    from: Point(x(tick), start), to: Point(x(tick), end),
                    ink: tick == 0 ? .axis : .grid)
            }
        }
        layout.drawHeads(at: top - 6, in: &sheet)
        for (index, row) in rows.enumerated() {
            let start = top + Double(index) * layout.rowHeight
            let middle = start + layout.markOffset
            if index > 0 {
                sheet.canvas.line(
                    from: Point(FigureSheet.margin, start), to: Point(sheet.right, start),
                    ink: .grid, width: 0.6)
            }
            layout.drawWords(of: row, at: start, size: size, in: &sheet)
            if let band = row.band {
                sheet.canvas.rectangle(
                    Area(
                        x: x(band.p05), y: middle - 4, width: max(1, x(band.p95) - x(band.p05)),
                        height: 8), ink: row.isMissed ? .missed : .run, opacity: 0.25, radius: 2)
            }
            if let reference = row.reference {
                sheet.canvas.line(
                    from: Point(x(reference), middle), to: Point(x(row.share), middle),
                    ink: .baseline, width: 1.6)
                sheet.canvas.mark(
                    .square, at: Point(x(reference), middle), ink: .baseline, radius: 3)
            }
            if row.isMissed {
                sheet.canvas.line(
                    from: Point(x(row.share), middle), to: Point(x(row.quota), middle),
                    ink: .missed, width: 2, dash: .dotted)
            }
            Self.bar(at: Point(x(row.quota), middle), in: &sheet.canvas)
            let words =
                "\(row.name): \(share) \(Layout.number(row.share)), \(quota) "
                + "\(Layout.number(row.quota)), \(row.verdict)"
            sheet.canvas.group(title: words) { canvas in
                canvas.mark(
                    row.isMissed ? .openDiamond : .circle, at: Point(x(row.share), middle),
                    ink: row.isMissed ? .missed : .run, radius: 4.5)
            }
        }
        sheet.advance(bottom - sheet.y + 6)
    }

    private static func bar(at point: Point, in canvas: inout Canvas) {
        canvas.line(
            from: Point(point.x, point.y - 7), to: Point(point.x, point.y + 7), ink: .text,
            width: 2.6)
    }

    /// Where words and plot stand: beside each other, or on a narrow sheet the words above.
    private struct Layout {
        let isNarrow: Bool
        let plotLeft: Double
        let plotRight: Double
        let rowHeight: Double
        /// Of the marks below a row's top.
        let markOffset: Double
        private let shareRight: Double
        private let quotaRight: Double
        private let verdictLeft: Double
        private let right: Double
        /// Whether every row of a narrow sheet has room for the words.
        private let isSpelled: Bool
        private let share: String
        private let quota: String

        static func number(_ value: Double) -> String { DecimalText.fixed(value, decimals: 1) }

        init(rows: [Row], sheet: FigureSheet, share: String, quota: String) {
            isNarrow = sheet.isNarrow
            right = sheet.right
            self.share = share
            self.quota = quota
            let size = sheet.labelSize
            func widest(_ texts: [String], bold: Bool = false) -> Double {
                texts.map { TextWidth.of($0, size: size, isBold: bold) }.max() ?? 0
            }
            let spelled = "\(share) 100.0  \(quota) 100.0"
            isSpelled =
                widest(rows.map(\.name), bold: true) + widest([spelled])
                + widest(rows.map(\.verdict), bold: true) + 20 <= sheet.innerWidth
            if isNarrow {
                plotLeft = FigureSheet.margin + 8
                plotRight = sheet.right - 14
                rowHeight = 40
                markOffset = 28
                shareRight = 0
                quotaRight = 0
                verdictLeft = 0
            } else {
                let verdicts = widest(rows.map(\.verdict), bold: true)
                verdictLeft = right - verdicts
                let quotas = max(
                    widest(rows.map { Self.number($0.quota) }),
                    TextWidth.of(quota, size: sheet.smallSize))
                quotaRight = verdictLeft - 14
                shareRight = quotaRight - quotas - 14
                let shares = max(
                    widest(rows.map { Self.number($0.share) }, bold: true),
                    TextWidth.of(share, size: sheet.smallSize))
                plotLeft = FigureSheet.margin + widest(rows.map(\.name)) + 14
                plotRight = shareRight - shares - 16
                rowHeight = 23
                markOffset = 12
            }
        }

        /// Grid lines leave out what is written above the marks of a narrow sheet.
        func gridPieces(count: Int, from top: Double, to bottom: Double) -> [(Double, Double)] {
            guard isNarrow else { return [(top, bottom)] }
            return (0..<count).map { row in
                let middle = top + Double(row) * rowHeight + markOffset
                return (middle - 9, middle + 9)
            }
        }

        /// Share and quota of a narrow sheet.
        private func numbers(of row: Row) -> String {
            isSpelled
                ? "\(share) \(Self.number(row.share))  \(quota) \(Self.number(row.quota))"
                : "\(Self.number(row.share)) / \(Self.number(row.quota))"
        }

        func drawHeads(at height: Double, in sheet: inout FigureSheet) {
            guard !isNarrow else { return }
            for (text, place) in [(share, shareRight), (quota, quotaRight)] {
                sheet.canvas.text(
                    text, at: Point(place, height), size: sheet.smallSize, anchor: .end,
                    ink: .muted)
            }
        }

        func drawWords(of row: Row, at top: Double, size: Double, in sheet: inout FigureSheet) {
            let baseline = top + (isNarrow ? 15 : markOffset + size * 0.36)
            let verdictInk: Ink = row.isMissed ? .missed : .muted
            sheet.canvas.text(
                row.name, at: Point(FigureSheet.margin, baseline), size: size, isBold: isNarrow)
            if isNarrow {
                let verdictWidth = TextWidth.of(row.verdict, size: size, isBold: row.isMissed)
                sheet.canvas.text(
                    row.verdict, at: Point(right, baseline), size: size, anchor: .end,
                    ink: verdictInk, isBold: row.isMissed)
                sheet.canvas.text(
                    numbers(of: row), at: Point(right - verdictWidth - 10, baseline), size: size,
                    anchor: .end)
                return
            }
            sheet.canvas.text(
                Self.number(row.share), at: Point(shareRight, baseline), size: size, anchor: .end,
                isBold: true)
            sheet.canvas.text(
                Self.number(row.quota), at: Point(quotaRight, baseline), size: size, anchor: .end)
            sheet.canvas.text(
                row.verdict, at: Point(verdictLeft, baseline), size: size, ink: verdictInk,
                isBold: row.isMissed)
        }
    }
}
