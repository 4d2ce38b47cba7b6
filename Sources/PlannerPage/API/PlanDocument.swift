internal import Reporting
public import Simulator

/// A plan as the programming interface gives it: what `greenalu plan --format json` prints, and
/// what a page says of it.
public struct PlanDocument {
    private let record: RunRecord
    private let base: RunRecord?
    private let state: PageState
    private let digest: String
    private let language: Language

    /// - Parameters:
    ///   - state: canonical.
    ///   - digest: of the effective scenario.
    public init(
        _ record: RunRecord, base: RunRecord?, state: PageState, digest: String,
        language: Language
    ) {
        self.record = record
        self.base = base
        self.state = state
        self.digest = digest
        self.language = language
    }

    public var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("link", .text("/?" + state.query)), ("digest", .text(digest)),
            ("headline", .array(headline)), ("repairs", .array(repairs)),
        ]
        if case .object(let run) = record.document(language: language) { members += run }
        return .object(members)
    }

    /// National figures of the year that is looked at, with what they are set against.
    private var headline: [JSONValue] {
        let horizon = record.outcome.inputs.horizon
        let year = state.year.flatMap(horizon.index) ?? horizon.lastIndex
        let baseYear = base?.outcome.inputs.horizon.index(of: horizon.year(at: year))
        let baseResults = base?.results
        let results = record.results
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        return HeadlineQuantity.allCases.map { quantity in
            let value = quantity.value(record.outcome, results, year: year)
            var other: Double?
            if let base, let baseResults, let baseYear {
                other = quantity.value(base.outcome, baseResults, year: baseYear)
            }
            return .object([
                ("quantity", .text(quantity.rawValue)),
                ("title", .text(quantity.title[language])), ("unit", .text(quantity.unit)),
                ("year", .integer(horizon.year(at: year))), ("value", number(value)),
                ("base", number(other)),
            ])
        }
    }

    /// What would mend a scenario that cannot be met, in words, the cheapest first.
    private var repairs: [JSONValue] {
        guard let plan = record.plan else { return [] }
        let wording = RunWording(record, language: language)
        return plan.repairs.enumerated().map { place, repair in
            .text(wording.sentence(repair, isCheapest: place == 0))
        }
    }
}
