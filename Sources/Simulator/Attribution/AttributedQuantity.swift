/// A result whose change is attributed.
public enum AttributedQuantity: Hashable, Sendable {
    case headline(HeadlineQuantity)
    /// The green share under the rule that judges, whichever that is.
    case judgedShare
    /// Of the plan as a whole: million CNY over doing nothing, and Mt/yr in all years together.
    case increment, moved

    public static let yearly: [AttributedQuantity] =
        [.judgedShare] + HeadlineQuantity.allCases.map(AttributedQuantity.headline)
    public static let ofPlan: [AttributedQuantity] = [.increment, .moved]

    /// Stable name.
    public var name: String {
        switch self {
        case .headline(let quantity): quantity.rawValue
        case .judgedShare: "green_share"
        case .increment: "increment"
        case .moved: "moved"
        }
    }

    public var unit: String {
        switch self {
        case .headline(let quantity): quantity.unit
        case .judgedShare: "%"
        case .increment: "million CNY"
        case .moved: "Mt/yr"
        }
    }

    public var decimals: Int {
        switch self {
        case .headline(let quantity): quantity.decimals
        case .judgedShare, .increment: 1
        case .moved: 2
        }
    }
}

/// What one scenario came to: everything that is attributed.
struct AttributedValues: Sendable {
    enum Status: Sendable, Hashable {
        case solved, infeasible, notConverged
    }

    let status: Status
    /// In the order of ``AttributedQuantity/yearly``, all years of the first, then of the next;
    /// those of the plan at the end. Nil where there is none.
    let values: [Double?]

    init(_ record: RunRecord) {
        switch record.plan?.status {
        case .infeasible: status = .infeasible
        case .notConverged: status = .notConverged
        case .optimal, nil: status = .solved
        }
        let (outcome, results) = (record.outcome, record.results)
        let years = 0..<outcome.inputs.yearCount
        var values: [Double?] = []
        for quantity in AttributedQuantity.yearly {
            values += years.map { year in
                switch quantity {
                case .headline(.shortfall):
                    // Where no quota binds, nothing is missing.
                    return outcome.bindingShortfall(year: year) ?? 0
                case .headline(let headline): return headline.value(outcome, results, year: year)
                default:
                    return HeadlineQuantity.share(under: outcome.inputs.policy.rule)
                        .value(outcome, results, year: year)
                }
            }
        }
        values.append(record.plan?.objective)
        values.append(record.plan?.movedCapacity)
        self.values = values
    }

    /// What each value is, for years of a run.
    static func places(years: [Int]) -> [(quantity: AttributedQuantity, year: Int?)] {
        AttributedQuantity.yearly.flatMap { quantity in
            years.map { (quantity, Optional($0)) }
        } + AttributedQuantity.ofPlan.map { ($0, nil) }
    }
}
