internal import Reporting
public import Simulator

/// Near-optimal plans side by side: what each is best at, what it costs more, where it first
/// differs.
public struct AlternativesDocument: Sendable {
    private let record: AlternativesRecord
    private let language: Language
    private let wording: AlternativesWording

    public init(_ record: AlternativesRecord, language: Language) {
        self.record = record
        self.language = language
        wording = AlternativesWording(record, language: language)
    }

    /// A `div` with the identifier `alternatives`.
    public var html: String {
        var text = ""
        node.write(to: &text)
        return text
    }

    private func label(_ message: AlternativesMessage) -> String { message.text[language] }

    private var found: AlternativeSet { record.found }

    private var node: HTMLNode {
        let title = PrintableText.escaped(record.scenario.title[language], limit: 400)
        let heading = Message(AlternativesMessage.heading, verbatim: ["title": title])
        var content: [HTMLNode] = [
            .element(
                "h2",
                [
                    HTMLNode.Attribute("id", "alternatives-heading"),
                    HTMLNode.Attribute("dir", "auto"),
                ], [.text(heading.rendered(in: language))])
        ]
        switch found.status {
        case .infeasible: content.append(.tag("p", "alert", label(.infeasible)))
        case .notConverged: content.append(.tag("p", "alert", label(.unsolved)))
        case .optimal:
            content.append(.tag("p", nil, wording.margin))
            content.append(.tag("div", "cards", record.plans.map(card)))
            content.append(table.node)
            content += wording.legend.map { .tag("p", "note", $0) }
        }
        return .element(
            "div",
            [
                HTMLNode.Attribute("id", "alternatives"),
                HTMLNode.Attribute("data-status", found.status.rawValue),
            ], content)
    }

    private func card(_ plan: AlternativePlan) -> HTMLNode {
        let goal = plan.goal?.rawValue ?? "cheapest"
        let cost = Message(
            AlternativesPageMessage.cost,
            verbatim: [
                "cost": fixed(found.extraCost(plan), 1),
                "share": fixed(found.extraShare(plan) * 100, 2),
            ])
        var content: [HTMLNode] = [.tag("h3", nil, wording.title(plan))]
        let sentence = wording.sentence(plan)
        if plan.goal == nil {
            content.append(.tag("p", nil, AlternativesPageMessage.cheapest.text[language]))
        } else {
            content.append(.tag("p", "cost", cost.rendered(in: language)))
            content.append(.tag("p", nil, sentence))
        }
        return .element(
            "article",
            [HTMLNode.Attribute("class", "card"), HTMLNode.Attribute("data-goal", goal)], content)
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    private var table: ReportTable {
        func title(_ message: AlternativesMessage, _ unit: String = "") -> String {
            unit.isEmpty ? label(message) : "\(label(message)) (\(unit))"
        }
        var columns: [ReportTable.Column] = [.words(label(.plan))]
        columns.append(.number(title(.cost, label(.unitMillion))))
        columns.append(.number(title(.cost, "%")))
        columns.append(.number(title(.moved, "Mt/yr")))
        columns.append(.number(title(.smelters)))
        columns.append(.number(title(.provinces)))
        columns.append(.number(title(.emissions, "Mt")))
        columns.append(.number(title(.droughtLoss, "Mt")))
        columns.append(.number(title(.burden, "%")))
        var table = ReportTable(
            "alternatives", caption: AlternativesPageMessage.table.text[language],
            columns: columns)
        for plan in record.plans {
            let figures = plan.figures
            var cells = [wording.title(plan), fixed(found.extraCost(plan), 1)]
            cells.append(fixed(found.extraShare(plan) * 100, 2))
            cells.append(fixed(figures.movedCapacity, 2))
            cells.append(String(figures.smelterCount))
            cells.append(String(figures.provinceCount))
            cells.append(fixed(figures.emissions, 1))
            cells.append(fixed(figures.droughtLoss, 3))
            cells.append(fixed(figures.largestBurden * 100, 1))
            table.append(cells)
        }
        return table
    }
}
