package import Simulator

/// Several runs in one drawing, a line for each.
package struct ComparisonDrawing: Sendable {
    /// The figures there are, in their order.
    package static let figures: [FigureName] = [.shares, .emissions, .cost]

    private let runs: [RunRecord]
    private let sources: [FigureSource]
    private let names: [String]
    private let language: Language

    /// - Parameters:
    ///   - results: the table of each run.
    ///   - names: what each is called, no two the same.
    package init(
        _ runs: [RunRecord], results: [ResultTable], names: [String], language: Language
    ) {
        self.runs = runs
        self.names = names
        self.language = language
        sources = zip(runs, results).map { FigureSource($0, results: $1) }
    }

    private static let styles: [(ink: Ink, dash: Dash?, marker: Marker)] = [
        (.run, nil, .circle), (.quota, .dashed, .square), (.second, .mixed, .triangle),
        (.third, .dotted, .diamond),
    ]

    /// The years that any run has, ascending.
    private var years: [Int] { Set(sources.flatMap(\.years)).sorted() }

    private func drawing(_ run: Int) -> FigureDrawing {
        FigureDrawing(sources[run], options: FigureOptions(language: language))
    }

    /// The number of a run by year of its own.
    private func values(_ name: FigureName, _ run: Int) -> [Double?] {
        let drawing = drawing(run)
        return switch name {
        case .shares: sources[run].series(drawing.shareVariable)
        case .emissions: drawing.totalEmissions
        case .cost: drawing.totalCost
        default: []
        }
    }

    private func lines(_ name: FigureName) -> [LineChart.Line] {
        runs.indices.map { run in
            let style = Self.styles[run % Self.styles.count]
            let values = values(name, run)
            let own = sources[run].years
            return LineChart.Line(
                name: names[run],
                values: years.map { year in
                    own.firstIndex(of: year).flatMap {
                        values.indices.contains($0) ? values[$0] : nil
                    }
                },
                ink: style.ink, dash: style.dash, marker: style.marker,
                width: run == 0 ? 2.6 : 1.8)
        }
    }

    private func title(_ name: FigureName) -> String {
        switch name {
        case .shares: FigureMessage.sharesTitle.text[language]
        case .emissions: FigureMessage.emissionsTitle.text[language]
        default: FigureMessage.costTitle.text[language]
        }
    }

    private func unit(_ name: FigureName) -> String {
        switch name {
        case .shares: FigureTableMessage.judgedShare.text[language]
        case .emissions: FigureMessage.emissionsUnit.text[language]
        default: FigureMessage.costUnit.text[language]
        }
    }

    private func shortUnit(_ name: FigureName) -> String {
        switch name {
        case .shares: "%"
        case .emissions: "MtCO2e"
        default: FigureTableMessage.billion.text[language]
        }
    }

    /// - Parameter prefix: begins the identifiers.
    /// - Returns: nil for a figure that is not among ``figures`` or has nothing to draw.
    package func figure(_ name: FigureName, width: FigureWidth, prefix: String) -> Figure? {
        let lines = lines(name)
        guard Self.figures.contains(name),
            lines.contains(where: { $0.values.contains { $0 != nil } })
        else { return nil }
        var options = FigureOptions(language: language)
        options.width = width
        options.showsHeading = false
        options.fillsGround = false
        options.carriesStyle = false
        options.identifierPrefix = prefix
        var sheet = FigureSheet(
            name, options: options, title: title(name), scenario: "", unit: unit(name),
            remark: nil)
        var chart = LineChart(years: years, lines: lines, decimals: 1)
        if name == .shares { chart.ceiling = 100 }
        chart.height = 200
        chart.draw(in: &sheet)
        let last = lines.map { line in
            let value = line.values.last(where: { $0 != nil }) ?? nil
            return "\(line.name) \(value.map { DecimalText.fixed($0, decimals: 1) } ?? "–")"
        }
        sheet.summary = last.joined(separator: FigureMessage.listSeparator.text[language])
        return sheet.figure()
    }

    /// What the figure draws.
    package func table(_ name: FigureName) -> FigureTable {
        FigureTable.lines(
            name, lines(name), years: years, unit: shortUnit(name), decimals: 1,
            language: language)
    }
}
