public import Simulator

/// The numbers of a figure as a table: all that is drawn, and nothing else.
public struct FigureTable: Sendable {
    public struct Column: Sendable {
        public let title: String
        /// Blank for words and years.
        public let unit: String
        /// Decimals for people; nil for words and years.
        let decimals: Int?

        static func words(_ title: String) -> Column {
            Column(title: title, unit: "", decimals: nil)
        }

        static func number(_ title: String, _ unit: String, _ decimals: Int) -> Column {
            Column(title: title, unit: unit, decimals: decimals)
        }

        /// The title with the unit in brackets.
        public var heading: String { unit.isEmpty ? title : "\(title) (\(unit))" }
    }

    public enum Cell: Sendable, Hashable {
        case words(String)
        case year(Int)
        /// Nil where there is none.
        case number(Double?)
    }

    public let name: FigureName
    public let columns: [Column]
    public let rows: [[Cell]]

    /// The table as a file: a header with units, numbers as exact as in the other files of a run.
    public var csv: CSVText {
        var text = CSVText(columns: columns.map(\.heading))
        for row in rows {
            text.append(
                row.map { cell in
                    switch cell {
                    case .words(let words): PrintableText.escaped(words, limit: 4000)
                    case .year(let year): String(year)
                    case .number(let value): value.map(DecimalText.exported) ?? ""
                    }
                })
        }
        return text
    }

    /// The table for people, rounded as in the figure.
    /// - Parameter identifier: its name within the page.
    package func node(_ identifier: String, caption: String) -> HTMLNode {
        var table = ReportTable(
            identifier, caption: caption,
            columns: columns.map {
                $0.decimals == nil ? .words($0.heading) : .number($0.heading)
            })
        for row in rows {
            table.append(
                zip(columns, row).map { column, cell in
                    switch cell {
                    case .words(let words): words
                    case .year(let year): String(year)
                    case .number(let value):
                        value.map { DecimalText.fixed($0, decimals: column.decimals ?? 0) } ?? ""
                    }
                })
        }
        return table.node
    }
}

extension FigureTable {
    typealias Quantile = (title: String, read: @Sendable (EnsembleBands.Quantiles) -> Double)

    static let quantiles: [Quantile] = [
        ("5", { $0.p05 }), ("25", { $0.p25 }), ("75", { $0.p75 }), ("95", { $0.p95 }),
    ]

    /// Years down, lines across, each followed by the edges of its bands.
    static func lines(
        _ name: FigureName, _ lines: [LineChart.Line], years: [Int], unit: String, decimals: Int,
        language: Language
    ) -> FigureTable {
        let shown = lines.filter { $0.values.contains { $0 != nil } }
        var columns = [Column.words(FigureTableMessage.year.text[language])]
        for line in shown {
            columns.append(.number(line.name, unit, decimals))
            guard !line.bands.isEmpty else { continue }
            for quantile in quantiles {
                let title = Message(
                    FigureTableMessage.quantile,
                    verbatim: ["name": line.name, "quantile": quantile.title]
                ).rendered(in: language)
                columns.append(.number(title, unit, decimals))
            }
        }
        let rows = years.indices.map { index in
            var row: [Cell] = [.year(years[index])]
            for line in shown {
                row.append(.number(line.values.indices.contains(index) ? line.values[index] : nil))
                guard !line.bands.isEmpty else { continue }
                let band = line.bands.indices.contains(index) ? line.bands[index] : nil
                for quantile in quantiles {
                    row.append(.number(band.map(quantile.read)))
                }
            }
            return row
        }
        return FigureTable(name: name, columns: columns, rows: rows)
    }
}

extension FigureDrawing {
    /// What the figure draws, as a table; without rows where there is nothing to draw.
    public func table(_ name: FigureName) -> FigureTable {
        guard source.decidedCount > 0 else {
            return FigureTable(name: name, columns: [], rows: [])
        }
        return switch name {
        case .shares: lineTable(name, shareLines, unit: "%")
        case .emissions: lineTable(name, emissionLines, unit: "MtCO2e")
        case .electricity: stackTable(name, electricityChart, unit: "TWh")
        case .cost: stackTable(name, costChart, unit: FigureTableMessage.billion.text[language])
        case .quotas: quotasTable()
        case .moves: movesTable()
        case .map: mapTable()
        case .provinces: provincesTable()
        }
    }

    private func word(_ message: FigureTableMessage, _ arguments: [String: String] = [:]) -> String
    {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private var yearColumn: FigureTable.Column { .words(word(.year)) }

    private var provinceColumn: FigureTable.Column { .words(word(.province)) }

    private var referenceName: String { source.reference?.name[language] ?? "" }

    // MARK: - Over years

    private func lineTable(
        _ name: FigureName, _ lines: [LineChart.Line], unit: String, decimals: Int = 1
    ) -> FigureTable {
        .lines(
            name, lines, years: source.years, unit: unit, decimals: decimals, language: language)
    }

    private func stackTable(
        _ name: FigureName, _ chart: StackedChart?, unit: String
    ) -> FigureTable {
        guard let chart else { return FigureTable(name: name, columns: [yearColumn], rows: []) }
        var lines = chart.items.map { item in
            LineChart.Line(name: item.name, values: item.values.map { Optional($0) }, ink: item.ink)
        }
        lines.append(chart.total)
        if let reference = chart.reference { lines.append(reference) }
        return lineTable(name, lines, unit: unit, decimals: chart.decimals)
    }

    // MARK: - By province

    private func quotasTable() -> FigureTable {
        let year = source.yearIndex(options.year)
        let rows = quotaRows(year)
        let chart = quotaChart(rows, year)
        let hasBands = chart.rows.contains { $0.band != nil }
        var columns: [FigureTable.Column] = [provinceColumn, yearColumn]
        columns.append(.number(say(.share), "%", 1))
        columns.append(.number(say(.quota), "%", 1))
        columns.append(.number(word(.shareOf, ["name": referenceName]), "%", 1))
        columns.append(.number(word(.shortfall), "TWh", 2))
        columns.append(.words(word(.state)))
        if hasBands {
            for quantile in ["5", "95"] {
                let title = word(.quantile, ["name": say(.share), "quantile": quantile])
                columns.append(.number(title, "%", 1))
            }
        }
        let cells = zip(rows, chart.rows).map { row, drawn in
            var cells: [FigureTable.Cell] = [.words(drawn.name), .year(source.years[year])]
            cells.append(.number(drawn.share))
            cells.append(.number(drawn.quota))
            cells.append(.number(drawn.reference))
            cells.append(.number(row.verdict == .missed ? row.shortfall : nil))
            cells.append(.words(stateWord(row.verdict)))
            if hasBands {
                cells.append(.number(drawn.band?.p05))
                cells.append(.number(drawn.band?.p95))
            }
            return cells
        }
        return FigureTable(name: .quotas, columns: columns, rows: cells)
    }

    private func stateWord(_ verdict: QuotaRow.Verdict) -> String {
        switch verdict {
        case .met: say(.met)
        case .missed: word(.missed)
        case .monitored: say(.monitored)
        }
    }

    private func movesTable() -> FigureTable {
        FigureTable(
            name: .moves,
            columns: [
                .words(word(.from)), .words(word(.to)), .words(word(.kind)),
                .number(word(.capacity), "Mt/yr", 2),
            ],
            rows: moveFlows.map { flow in
                [
                    .words(name(flow.origin)), .words(name(flow.destination)),
                    .words(word(flow.isChosen ? .chosen : .planned)), .number(flow.capacity),
                ]
            })
    }

    private func mapTable() -> FigureTable {
        let year = source.yearIndex(options.year)
        return FigureTable(
            name: .map,
            columns: [
                provinceColumn, .words(word(.code)), yearColumn,
                .number(say(.share), "%", 1), .words(word(.state)),
            ],
            rows: tiles(year).filter { $0.value != nil || $0.isMissed }.map { tile in
                [
                    .words(tile.name), .words(tile.code), .year(source.years[year]),
                    .number(tile.value), .words(tile.isMissed ? say(.quotaMissed) : ""),
                ]
            })
    }

    private func provincesTable() -> FigureTable {
        var columns: [FigureTable.Column] = [provinceColumn, yearColumn]
        columns.append(.number(say(.share), "%", 1))
        columns.append(.number(say(.quota), "%", 1))
        columns.append(.number(word(.shareOf, ["name": referenceName]), "%", 1))
        columns.append(.words(word(.state)))
        let panels = provincePanels
        let hasBands = panels.contains { !$0.bands.isEmpty }
        if hasBands {
            for quantile in FigureTable.quantiles {
                let title = word(.quantile, ["name": say(.share), "quantile": quantile.title])
                columns.append(.number(title, "%", 1))
            }
        }
        var rows: [[FigureTable.Cell]] = []
        for panel in panels {
            for index in source.years.indices where panel.share[index] != nil {
                var row: [FigureTable.Cell] = [.words(panel.name), .year(source.years[index])]
                row.append(.number(panel.share[index]))
                row.append(.number(panel.quota[index]))
                row.append(.number(panel.reference[index]))
                row.append(.words(panel.missed.contains(index) ? word(.missed) : ""))
                if hasBands {
                    let band = panel.bands.indices.contains(index) ? panel.bands[index] : nil
                    for quantile in FigureTable.quantiles {
                        row.append(.number(band.map(quantile.read)))
                    }
                }
                rows.append(row)
            }
        }
        return FigureTable(name: .provinces, columns: columns, rows: rows)
    }
}
