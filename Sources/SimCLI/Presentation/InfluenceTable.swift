internal import Simulator

/// Who decided what is no input of a run.
enum Decider {
    case plan, leastFailure, unfinishedPlan, meritOrder

    init(_ record: RunRecord) {
        self =
            switch record.plan?.status {
            case .optimal: .plan
            case .infeasible: .leastFailure
            case .notConverged: .unfinishedPlan
            case nil: .meritOrder
            }
    }

    /// What kind of run it is.
    var run: ExplanationMessage {
        switch self {
        case .plan: .runPlan
        case .leastFailure: .runInfeasible
        case .unfinishedPlan: .runNotConverged
        case .meritOrder: .runProjection
        }
    }

    /// In a sentence.
    var decided: ExplanationMessage {
        switch self {
        case .plan: .leafDecidedPlan
        case .leastFailure: .leafDecidedLeast
        case .unfinishedPlan: .leafDecidedUnfinished
        case .meritOrder: .leafDecidedRule
        }
    }

    /// In a column.
    var name: ExplanationMessage {
        switch self {
        case .plan: .byPlan
        case .leastFailure: .byLeastFailure
        case .unfinishedPlan: .byUnfinishedPlan
        case .meritOrder: .byOrder
        }
    }
}

/// Inputs with their influence on a number, and the shares of their grades.
struct InfluenceTable {
    let decider: Decider
    let language: Language

    private func say(
        _ message: ExplanationMessage, _ arguments: [String: String] = [:]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    /// What kind of run the numbers are of.
    static func runSentence(_ record: RunRecord, _ language: Language) -> String {
        Message(Decider(record).run, ["scenario": record.scenario.title]).rendered(in: language)
    }

    func text(_ influences: [InputInfluence]) -> String {
        var table = FittedTable([.number, .cut(to: 16), .cut(to: 8), .text, .text])
        table.append([
            "%", say(.influenceInput), say(.influenceValue), say(.influenceClass),
            say(.influencePlace),
        ])
        for influence in influences {
            table.append([
                Self.percent(influence.elasticity), Self.name(influence, language),
                Self.value(influence), influence.foundation.name[language],
                Self.origin(influence.origin, key: influence.key, decider, language),
            ])
        }
        return table.text()
    }

    /// `It rests on: assumed 61 %, found 39 %.`
    func sharesSentence(_ shares: [FoundationClass: Double]) -> String {
        let parts = FoundationClass.allCases.compactMap { kind -> (String, Double)? in
            guard let share = shares[kind], share > 0 else { return nil }
            let words = say(
                .shareOf,
                [
                    "class": kind.name[language],
                    "share": DecimalText.fixed(100 * share, decimals: 1),
                ])
            return (words, share)
        }
        let sorted = parts.enumerated().sorted {
            $0.element.1 != $1.element.1
                ? $0.element.1 > $1.element.1 : $0.offset < $1.offset
        }.map(\.element.0)
        return say(
            .sharesHeading, ["list": sorted.joined(separator: language == .chinese ? "，" : ", ")])
    }

    static func percent(_ elasticity: Double) -> String {
        (elasticity > 0 ? "+" : "") + DecimalText.fixed(elasticity, decimals: 3)
    }

    static func name(_ influence: InputInfluence, _ language: Language) -> String {
        let place = influence.place
        let name =
            place.english.isEmpty
            ? influence.words
            : Message(
                ExplanationMessage.placeFirst, ["place": place, "name": influence.words]
            ).asText
        return PrintableText.escaped(name[language])
    }

    private static func value(_ influence: InputInfluence) -> String {
        let (least, most) = (influence.value.lowerBound, influence.value.upperBound)
        let number =
            least == most
            ? NumberText.shown(least) : NumberText.shown(least) + "…" + NumberText.shown(most)
        let unit = influence.unit
        return unit.isEmpty || unit == "1" || unit == "fraction" ? number : number + " " + unit
    }

    /// `utilisation.csv:41`, a key whose default holds, or who decided.
    static func origin(
        _ origin: InputOrigin, key: String, _ decider: Decider, _ language: Language
    ) -> String {
        if let file = origin.file {
            return PrintableText.escaped(file) + (origin.line.map { ":\($0)" } ?? "")
        }
        return origin.foundation == .decided ? decider.name.text[language] : key
    }

    /// The same in a sentence, with class and column.
    static func place(
        _ origin: InputOrigin, key: String, _ decider: Decider, _ language: Language
    ) -> String {
        func say(_ message: ExplanationMessage, _ arguments: [String: String] = [:]) -> String {
            Message(message, verbatim: arguments).rendered(in: language)
        }
        let kind = origin.foundation.name[language]
        if let file = origin.file, let line = origin.line, let column = origin.column {
            return say(
                .leafCell,
                ["class": kind, "file": file, "line": "\(line)", "column": column])
        }
        if let file = origin.file {
            let place = file + (origin.line.map { ":\($0)" } ?? "") + " " + key
            return say(.leafFile, ["class": kind, "file": place])
        }
        if origin.isInterpolated { return say(.leafCurve, ["key": key]) }
        switch origin.foundation {
        case .decided: return say(decider.decided)
        default: return say(.leafDefault, ["key": key])
        }
    }
}
