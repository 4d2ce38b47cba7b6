internal import Reporting
internal import Simulator

/// Near-optimal plans for people: a row per plan, and a sentence on each.
struct AlternativesReport {
    private let record: AlternativesRecord
    private let language: Language
    private let usesColour: Bool

    init(_ record: AlternativesRecord, language: Language, usesColour: Bool) {
        self.record = record
        self.language = language
        self.usesColour = usesColour
    }

    private var found: AlternativeSet { record.found }

    private func label(_ message: AlternativesMessage) -> String { message.text[language] }

    private func render(
        _ message: AlternativesMessage, _ arguments: [String: String]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    var text: String {
        [
            heading + margin, table, sentences, legend,
        ].joined(separator: "\n")
    }

    private var heading: String {
        let text = DisplayWidth.wrapped(
            render(.heading, ["title": record.scenario.title[language]]))
        return (usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text) + "\n"
    }

    private var wording: AlternativesWording { AlternativesWording(record, language: language) }

    private var margin: String { DisplayWidth.wrapped(wording.margin) + "\n" }

    private var table: String {
        var table = TextTable(
            [.left] + [TextTable.Alignment](repeating: .right, count: 8), gap: 1)
        table.append(
            [.plan, .cost].map(label) + [""]
                + [.moved, .smelters, .provinces, .emissions, .droughtLoss, .burden].map(label))
        table.append(["", label(.unitMillion), "%", "Mt/yr", "", "", "Mt", "Mt", "%"])
        for plan in record.plans {
            let figures = plan.figures
            table.append([
                wording.title(plan), fixed(found.extraCost(plan), 1),
                fixed(found.extraShare(plan) * 100, 2),
                fixed(figures.movedCapacity, 2), String(figures.smelterCount),
                String(figures.provinceCount), fixed(figures.emissions, 1),
                fixed(figures.droughtLoss, 3), fixed(figures.largestBurden * 100, 1),
            ])
        }
        return table.text()
    }

    // MARK: - Sentences

    private var sentences: String {
        found.alternatives.map {
            DisplayWidth.wrapped(wording.sentence($0), indent: "  ") + "\n"
        }.joined()
    }

    private var legend: String {
        wording.legend.map { DisplayWidth.wrapped($0, indent: "  ") + "\n" }.joined()
    }
}
