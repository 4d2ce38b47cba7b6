internal import Reporting
public import Simulator

/// A plan as the programming interface gives it: what `greenalu plan --format json` prints, and
/// what a page says of it.
public struct PlanDocument {
    private let answer: Answer
    private let language: Language

    public init(_ answer: Answer, language: Language) {
        self.answer = answer
        self.language = language
    }

    public var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("link", .text("/?" + answer.state.query)), ("digest", .text(answer.digest)),
            ("headline", .array(headline)), ("repairs", .array(repairs)),
        ]
        if case .object(let run) = answer.record.document(language: language) { members += run }
        return .object(members)
    }

    /// National figures of the year that is looked at, with what they are set against.
    private var headline: [JSONValue] {
        let place = answer.shownYear
        let year = answer.inputs.horizon.year(at: place)
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        return HeadlineQuantity.allCases.map { quantity in
            let value = quantity.value(answer.record.outcome, answer.results, year: place)
            return .object([
                ("quantity", .text(quantity.rawValue)),
                ("title", .text(quantity.title[language])), ("unit", .text(quantity.unit)),
                ("year", .integer(year)), ("value", number(value)),
                ("base", number(answer.baseValue(quantity, year: year))),
            ])
        }
    }

    /// What would mend a scenario that cannot be met, in words, the cheapest first.
    private var repairs: [JSONValue] {
        guard let plan = answer.record.plan else { return [] }
        let wording = RunWording(answer.record, language: language)
        return plan.repairs.enumerated().map { place, repair in
            .text(wording.sentence(repair, isCheapest: place == 0))
        }
    }
}
