/// The unit of one row's values: what the schema names, what the row wrote, and how to get from
/// one to the other.
struct RowUnit: Sendable {
    /// The unit numbers are kept in.
    let canonical: String
    /// The unit numbers are written in; a percent sign is allowed where it is `%`.
    let written: String
    /// Power of ten that turns a written number into one in the canonical unit.
    let shift: Int

    private init(canonical: String, written: String, shift: Int = 0) {
        self.canonical = canonical
        self.written = written
        self.shift = shift
    }

    /// For rows whose unit is not known or does not matter.
    static func plain(_ unit: String) -> RowUnit { RowUnit(canonical: unit, written: unit) }

    /// The row's unit by the rule, or nil where the text does not fit it.
    init?(_ text: String, rule: TableSchema.UnitRule) {
        switch (rule, text) {
        case (.none, _), (.free, _), (.ofParameter, _):
            self.init(canonical: text, written: text)
        case (.exactly(let unit), _):
            guard text == unit else { return nil }
            self.init(canonical: unit, written: unit)
        case (.percent, "%"): self.init(canonical: "%", written: "%")
        case (.percent, "1"), (.percent, "fraction"):
            self.init(canonical: "%", written: text, shift: 2)
        case (.fraction, "fraction"), (.fraction, "1"):
            self.init(canonical: "fraction", written: text)
        case (.fraction, "%"): self.init(canonical: "fraction", written: "%", shift: -2)
        case (.percent, _), (.fraction, _): return nil
        }
    }

    /// The unit a rule asks for.
    static func expected(by rule: TableSchema.UnitRule) -> String {
        switch rule {
        case .exactly(let unit): unit
        case .percent: "%"
        case .fraction: "fraction"
        case .none, .free, .ofParameter: ""
        }
    }

    /// What to say of a text that is not the unit due.
    static func message(for text: String, rule: TableSchema.UnitRule) -> Message {
        let unit = expected(by: rule)
        var arguments = ["value": Text(verbatim: text), "unit": Text(verbatim: unit)]
        guard let slip = UnitSlip.named(text, insteadOf: unit) else {
            return Message(TableMessage.wrongUnit, arguments)
        }
        arguments["conversion"] = slip.advice
        return Message(TableMessage.wrongUnitConversion, arguments)
    }
}
