internal import Simulator

/// What the headline figures rest on, for people: the shares of the grades, and below them what
/// moves each figure most.
struct FoundationReport {
    private let analysis: FoundationAnalysis
    private let record: RunRecord
    private let top: Int
    private let language: Language

    init(_ analysis: FoundationAnalysis, record: RunRecord, top: Int, language: Language) {
        self.analysis = analysis
        self.record = record
        self.top = top
        self.language = language
    }

    private func say(
        _ message: ExplanationMessage, _ arguments: [String: String] = [:]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    var text: String {
        var text = DisplayWidth.wrapped(InfluenceTable.runSentence(record, language)) + "\n\n"
        text += say(.listHeading, ["year": "\(analysis.year)"]) + "\n"
        text += shares + DisplayWidth.wrapped(say(.listLegend)) + "\n"
        if top > 0 { text += "\n" + say(.listInput) + "\n" + influences }
        text +=
            "\n"
            + DisplayWidth.wrapped(say(.listHowTo, ["run": record.scenario.identifier])) + "\n"
        return text
    }

    private var shares: String {
        let kinds = FoundationClass.allCases.filter { kind in
            kind.grade != nil || analysis.foundations.contains { $0.share(of: kind) > 0 }
        }
        var table = FittedTable([.cut(to: 16), .number] + kinds.map { _ in .number })
        table.append(
            [say(.figure), say(.value)] + kinds.map { $0.name[language] })
        for foundation in analysis.foundations {
            table.append(
                [
                    foundation.title[language],
                    DecimalText.fixed(
                        foundation.value, decimals: foundation.quantity.decimals),
                ]
                    + kinds.map { kind in
                        foundation.shares.isEmpty
                            ? "-" : DecimalText.fixed(100 * foundation.share(of: kind), decimals: 0)
                    })
        }
        return table.text()
    }

    /// The figure's name, and below it a line for each influence, its columns as wide as those of
    /// the others.
    private var influences: String {
        var table = FittedTable([.number, .cut(to: 16), .text, .text])
        for foundation in analysis.foundations {
            for influence in foundation.influences.prefix(top) {
                table.append([
                    "  " + InfluenceTable.percent(influence.elasticity),
                    InfluenceTable.name(influence, language),
                    influence.foundation.name[language],
                    InfluenceTable.origin(
                        influence.origin, key: influence.key, Decider(record), language),
                ])
            }
        }
        var lines = table.text().split(separator: "\n")[...]
        var result = ""
        for foundation in analysis.foundations where !foundation.influences.isEmpty {
            result += foundation.title[language] + "\n"
            for _ in foundation.influences.prefix(top) { result += "\(lines.popFirst() ?? "")\n" }
        }
        return result
    }
}
