internal import Reporting
public import Simulator

/// A headline figure of an answer: a number of the run, and how it stands to the same number of the
/// base.
public struct HeadlineFigure: Sendable {
    /// How a change is to be taken.
    public enum Sense: String, Sendable {
        /// There is no change that could be read.
        case same
        case better, worse
        /// A change that is neither good nor bad.
        case neutral
        /// The base has no such number.
        case unknown
    }

    /// Which of two numbers is the better one.
    enum Preference: Sendable {
        case more, less, none
    }

    /// Stable name: `emissions`, `increment`.
    public let identifier: String
    /// Name with unit.
    public let title: String
    public let value: Double
    public let base: Double?
    /// Decimals for people.
    public let decimals: Int
    let preference: Preference

    /// Value less that of the base; nil where the base has none.
    public var change: Double? { base.map { value - $0 } }

    /// The same figure with other numbers.
    public func against(_ base: Double?, value: Double) -> HeadlineFigure {
        HeadlineFigure(
            identifier: identifier, title: title, value: value, base: base, decimals: decimals,
            preference: preference)
    }

    public var valueText: String { DecimalText.fixed(value, decimals: decimals) }

    /// The change with its sign, as it is shown; nil where there is none.
    public var changeText: String? {
        change.map { ValueWording.signed($0, decimals: decimals) }
    }

    /// Judged by the change as it is shown, so that a figure without a change is neither good nor
    /// bad.
    public var sense: Sense {
        guard let change, let text = changeText else { return .unknown }
        guard text.contains(where: { ("1"..."9").contains($0) }) else { return .same }
        switch preference {
        case .none: return .neutral
        case .more: return change > 0 ? .better : .worse
        case .less: return change < 0 ? .better : .worse
        }
    }

    /// `▼ -1.2 less, better`: sign, arrow, direction and, where there is one, judgement.
    public func words(in language: Language) -> String {
        func say(_ message: AnswerMessage) -> String { message.text[language] }
        guard let change, let text = changeText else { return say(.noBaseValue) }
        if sense == .same { return say(.noChange) }
        var direction = say(change > 0 ? .higher : .lower)
        let comma = language == .chinese ? "，" : ", "
        switch sense {
        case .better: direction += comma + say(.better)
        case .worse: direction += comma + say(.worse)
        case .same, .neutral, .unknown: break
        }
        return Message(
            AnswerMessage.changed,
            verbatim: [
                "arrow": change > 0 ? "▲" : "▼", "change": text, "direction": direction,
            ]
        ).rendered(in: language)
    }
}

extension HeadlineQuantity {
    /// Whether more of it is good or bad; moves and certificates are means, and power is neither.
    var preference: HeadlineFigure.Preference {
        switch self {
        case .output, .locationShare, .creditedShare, .strictShare, .cleanShare: .more
        case .shortfall, .emissions, .cost, .certificatePrice: .less
        case .capacity, .movedPlanned, .movedChosen, .electricity, .certificates: .none
        }
    }
}

extension AnswerDocument {
    /// The headline figures of the year that is looked at.
    public var headlines: [HeadlineFigure] { headlines(answer.shownYear) }

    /// The headline figures of a year, by index.
    func headlines(_ year: Int) -> [HeadlineFigure] {
        var result: [HeadlineFigure] = []
        for quantity in shownQuantities {
            guard let value = quantity.value(answer.record.outcome, answer.results, year: year)
            else { continue }
            let title = page.wording.render(
                ReportSentence.inYear,
                ["name": quantity.title[language], "year": page.wording.calendarYear(year)])
            result.append(
                HeadlineFigure(
                    identifier: quantity.rawValue, title: title, value: value,
                    base: baseValue(quantity, year), decimals: quantity.decimals,
                    preference: quantity.preference))
        }
        return result + wholeHeadlines
    }

    /// What the plan costs and moves in all years together.
    private var wholeHeadlines: [HeadlineFigure] {
        guard let plan = answer.record.plan, page.hasResult else { return [] }
        var incrementBefore: Double? = 0
        var movedBefore: Double? = 0
        if let base = answer.base {
            incrementBefore = base.plan.flatMap {
                $0.status == .optimal ? $0.objective * 0.001 : nil
            }
            movedBefore = base.plan?.movedCapacity
        }
        return [
            HeadlineFigure(
                identifier: "increment", title: say(.increment), value: plan.objective * 0.001,
                base: incrementBefore, decimals: 3, preference: .less),
            HeadlineFigure(
                identifier: "moved", title: say(.moved), value: plan.movedCapacity,
                base: movedBefore, decimals: 2, preference: .none),
        ]
    }

    private var shownQuantities: [HeadlineQuantity] {
        [
            .share(under: answer.inputs.policy.rule), .shortfall, .emissions, .cost, .output,
            .certificates,
        ]
    }

    /// The base's value in the same calendar year; nil where it has none.
    private func baseValue(_ quantity: HeadlineQuantity, _ year: Int) -> Double? {
        let outcome = reference.outcome
        guard let place = outcome.inputs.horizon.index(of: answer.inputs.horizon.year(at: year)),
            place < (answer.base?.plan?.firstUndecidedYear ?? .max)
        else { return nil }
        return quantity.value(outcome, reference.table, year: place)
    }
}
