internal import Reporting
public import Simulator

/// The page's scenario and up to three others side by side: what each leads to, and what differs in
/// inputs and moves.
public struct ComparisonDocument: Sendable {
    private let runs: ComparedRuns
    private let language: Language
    private let comparison: ScenarioComparison
    private let wording: RunWording
    private let places: PlaceWording
    /// Titles, made distinct.
    private let titles: [String]

    /// Rows of tables of inputs and moves.
    private static let shownRows = 40

    public init(_ runs: ComparedRuns, language: Language) {
        self.runs = runs
        self.language = language
        comparison = ScenarioComparison(runs.records)
        let first = runs.records[0]
        wording = RunWording(first, language: language)
        places = PlaceWording(inputs: first.outcome.inputs, data: first.data, language: language)
        var titles: [String] = []
        for (index, record) in runs.records.enumerated() {
            let title = PrintableText.escaped(record.scenario.title[language], limit: 200)
            let isChanged = index == 0 && !runs.state.isUnchanged
            var name = isChanged ? title + ComparisonPageMessage.changed.text[language] : title
            if titles.contains(name) { name += " (\(index + 1))" }
            titles.append(name)
        }
        self.titles = titles
    }

    /// A `div` with the identifier `comparison`.
    public var html: String {
        var text = ""
        node.write(to: &text)
        return text
    }

    private func say<Entry: MessageCatalogue>(
        _ message: Entry, _ arguments: [String: String] = [:]
    ) -> String { wording.render(message, arguments) }

    private var node: HTMLNode {
        .element(
            "div",
            [
                HTMLNode.Attribute("id", "comparison"),
                HTMLNode.Attribute("data-query", runs.state.query),
                HTMLNode.Attribute("data-count", String(runs.records.count)),
            ], content)
    }

    private var content: [HTMLNode] {
        let heading = HTMLNode.element(
            "h2", [HTMLNode.Attribute("id", "comparison-heading")],
            [.text(say(ComparisonPageMessage.heading))])
        guard runs.records.count > 1 else {
            return [heading, .tag("p", nil, say(ComparisonPageMessage.nothingChosen))]
        }
        var content = [
            heading, .tag("p", nil, say(ComparisonMessage.baseNote, ["name": titles[0]])),
        ]
        if runs.areLinesDivided {
            content.append(.tag("p", "note", say(ComparisonPageMessage.divided)))
        }
        content += statusSentences.map { .tag("p", "note", $0) }
        content.append(headlineTable.node)
        content += figures
        if comparison.isWithoutDifference {
            content.append(.tag("p", nil, say(ComparisonMessage.identical)))
            return content
        }
        content += inputTable
        content += moveTable
        content += quotaTable
        return content
    }

    private var statusSentences: [String] {
        runs.records.enumerated().compactMap { index, record in
            let name = ["name": titles[index]]
            return switch record.plan?.status {
            case .infeasible: say(ComparisonMessage.infeasible, name)
            case .notConverged: say(ComparisonMessage.notConverged, name)
            case .optimal, nil: nil
            }
        }
    }

    // MARK: - Headline figures

    /// The year that is looked at, or the last that all have.
    private var year: Int {
        let lasts = runs.records.map { record in
            let decided = min(
                record.outcome.inputs.yearCount, record.plan?.firstUndecidedYear ?? .max)
            return record.outcome.inputs.horizon.year(at: max(0, decided - 1))
        }
        let last = lasts.min() ?? 0
        guard let asked = runs.state.year, asked <= last,
            runs.records.allSatisfy({ $0.outcome.inputs.horizon.years.contains(asked) })
        else { return last }
        return asked
    }

    private func value(_ quantity: HeadlineQuantity, _ run: Int) -> Double? {
        let outcome = runs.records[run].outcome
        return outcome.inputs.horizon.index(of: year).flatMap {
            quantity.value(outcome, runs.results[run], year: $0)
        }
    }

    private func increment(_ run: Int) -> Double? {
        runs.records[run].plan.flatMap { $0.status == .optimal ? $0.objective * 0.001 : nil }
    }

    private var headlineTable: ReportTable {
        var table = ReportTable(
            "compare-headlines",
            caption: say(ComparisonPageMessage.headlines, ["year": String(year)]),
            columns: [.words(say(ReportHeading.quantity))] + titles.map { .number($0) })
        func row(
            _ title: String, _ preference: HeadlineFigure.Preference, _ decimals: Int,
            _ read: (Int) -> Double?
        ) {
            let base = read(0)
            let cells = runs.records.indices.map { run -> ReportTable.Cell in
                guard let value = read(run) else { return ReportTable.Cell("") }
                let figure = HeadlineFigure(
                    identifier: title, title: title, value: value,
                    base: run == 0 ? nil : base, decimals: decimals, preference: preference)
                guard run > 0, base != nil else { return ReportTable.Cell(figure.valueText) }
                return ReportTable.Cell(
                    [
                        .text(figure.valueText),
                        .tag(
                            "span", "change \(figure.sense.rawValue)",
                            [.text(" " + figure.words(in: language))]),
                    ])
            }
            table.append([ReportTable.Cell(title)] + cells)
        }
        row(say(AnswerMessage.increment), .less, 3, increment)
        for quantity in HeadlineQuantity.allCases {
            row(quantity.title[language], quantity.preference, quantity.decimals) {
                value(quantity, $0)
            }
        }
        return table
    }

    // MARK: - Figures

    private var figures: [HTMLNode] {
        let drawings = ComparisonDrawing(
            runs.records, results: runs.results, names: titles, language: language)
        return ComparisonDrawing.figures.flatMap { name -> [HTMLNode] in
            guard let wide = drawings.figure(name, width: .wide, prefix: "compare-wide") else {
                return []
            }
            var content: [HTMLNode] = [
                .tag("figcaption", nil, wide.title), .tag("div", "wide", [.markup(wide.svg)]),
            ]
            if let narrow = drawings.figure(name, width: .narrow, prefix: "compare-narrow") {
                content.append(.tag("div", "narrow", [.markup(narrow.svg)]))
            }
            content.append(
                .tag(
                    "details", "data",
                    [
                        .tag("summary", nil, say(AnswerMessage.data)),
                        drawings.table(name).node(
                            "compare-data-\(name.rawValue)", caption: wide.title),
                    ]))
            return [
                .element(
                    "figure", [HTMLNode.Attribute("data-figure", "compare-\(name.rawValue)")],
                    content)
            ]
        }
    }

    // MARK: - Differences

    private func shortened(_ count: Int) -> [HTMLNode] {
        guard count > Self.shownRows else { return [] }
        let rest = ["shown": String(Self.shownRows), "count": String(count)]
        return [.tag("p", "note", say(ComparisonPageMessage.shortened, rest))]
    }

    private var inputTable: [HTMLNode] {
        let rows = comparison.inputs
        guard !rows.isEmpty else { return [.tag("p", nil, say(ComparisonMessage.inputsSame))] }
        let signatures = rows.map { row in row.values.map { $0?.value.written ?? "" } }
        let joined = JoinedPlaces.join(
            rows.map(\.address), signatures: signatures,
            provinces: runs.records[0].outcome.inputs.provinces.map(\.code))
        var table = ReportTable(
            "compare-inputs", caption: say(ComparisonMessage.inputsHeading),
            columns: [.words(say(ReportHeading.input)), .words(say(ReportHeading.place))]
                + titles.map { .number($0) } + [.words(say(ReportHeading.unit))])
        for place in joined.prefix(Self.shownRows) {
            var cells = [
                places.meaning(place.path),
                places.place(place, item: rows[place.members[0]].address.item),
            ]
            for run in runs.records.indices {
                let values = place.members.map { rows[$0].values[run] }
                let text = ValueWording.range(values) ?? say(ReportSentence.none)
                cells.append(ChoiceWording.shown(text, path: place.path, language: language))
            }
            table.append(cells + [ValueWording.unit(place.path)])
        }
        return [table.node] + shortened(joined.count)
    }

    private var moveTable: [HTMLNode] {
        let moves = comparison.moves
        guard !moves.isEmpty else { return [.tag("p", nil, say(ComparisonMessage.movesSame))] }
        var table = ReportTable(
            "compare-moves", caption: say(ReportHeading.changedMoves),
            columns: [
                .words(say(ReportMessage.smelter)), .words(say(ReportMessage.from)),
                .words(say(ReportMessage.to)), .number(say(ReportMessage.year)),
            ] + titles.map { .number($0) })
        for move in moves.prefix(Self.shownRows) {
            var cells = [
                places.itemName(move.smelter), places.provinceName(move.origin),
                places.provinceName(move.destination), String(move.year),
            ]
            cells += move.capacities.map { DecimalText.fixed($0, decimals: 4) }
            table.append(cells)
        }
        return [table.node] + shortened(moves.count)
    }

    private var quotaTable: [HTMLNode] {
        let quotas = comparison.quotas
        guard !quotas.isEmpty else { return [.tag("p", nil, say(ComparisonMessage.quotasSame))] }
        var table = ReportTable(
            "compare-quotas", caption: say(ComparisonMessage.quotasHeading),
            columns: [
                .words(say(ReportMessage.province)), .number(say(ReportMessage.year)),
            ] + titles.map { .number($0) })
        for quota in quotas.prefix(Self.shownRows) {
            var cells = [places.provinceName(quota.province), String(quota.year)]
            cells += quota.shortfalls.map { amount in
                amount.map { DecimalText.fixed($0, decimals: 2) }
                    ?? say(ComparisonMessage.quotaMet)
            }
            table.append(cells)
        }
        return [table.node] + shortened(quotas.count)
    }
}
