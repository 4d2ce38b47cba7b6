/// Reads cells that hold numbers and says what is wrong with those that do not.
struct NumberCells {
    let column: ColumnSchema
    /// The unit of the number and how it is written.
    let unit: RowUnit

    /// The number, or the message that refuses it.
    func read(_ bytes: ArraySlice<UInt8>) -> Result<Cell, MessageError> {
        if case .year = column.kind { return readYear(bytes) }
        switch NumberText.parse(bytes, shift: unit.shift) {
        case .failure(let rejected):
            if rejected.fault == .wordForNothing, !column.isRequired, Self.isNotAvailable(bytes) {
                return .success(.missing)
            }
            return .failure(MessageError(message(for: rejected.fault, text(bytes))))
        case .success(let number):
            if number.hasPercentSign, unit.written != "%" {
                return .failure(MessageError(message(.percentSign, text(bytes))))
            }
            if case .integer = column.kind, number.value != number.value.rounded() {
                return .failure(MessageError(message(.notAnInteger, text(bytes))))
            }
            if let refusal = refusal(of: number.value) { return .failure(MessageError(refusal)) }
            return .success(.number(number.value))
        }
    }

    /// A year is four digits, nothing else.
    private func readYear(_ bytes: ArraySlice<UInt8>) -> Result<Cell, MessageError> {
        let written = text(bytes)
        let isDigits = bytes.allSatisfy { (0x30...0x39).contains($0) }
        guard isDigits, bytes.count == 4, let year = Double(written) else {
            if isDigits, bytes.count == 2 {
                return .failure(
                    MessageError(message(.shortYear, written, ["suggestion": "20\(written)"])))
            }
            if !column.isRequired, Self.isNotAvailable(bytes) { return .success(.missing) }
            var example = DecimalText.exact(column.range.lower)
            if case .success(let number) = NumberText.parse(bytes),
                let whole = Int(exactly: number.value), (1_000...9_999).contains(whole)
            {
                example = String(whole)
            }
            return .failure(MessageError(message(.notAYear, written, ["example": example])))
        }
        if let refusal = refusal(of: year) { return .failure(MessageError(refusal)) }
        return .success(.number(year))
    }

    /// The message that refuses a value out of bounds, or nil. A slip of the unit that would
    /// explain the value is named.
    func refusal(of value: Double) -> Message? {
        let isInRange = column.range.contains(value)
        let isPlausible = column.plausible?.contains(value) ?? true
        let unitName = unit.canonical
        if column.rejectsFractionsOfPercent, unit.written == "%", value > 0, value < 1 {
            return message(.percentMeant, value, ["suggestion": DecimalText.rounded(value * 100)])
        }
        if isInRange, isPlausible { return nil }
        if unitName == "fraction", value > 1, value <= 100 {
            return message(
                .fractionMeant, value,
                ["suggestion": DecimalText.rounded(value / 100), "unit": unit.written])
        }
        if unitName == "%", unit.shift == 2, value > 100, value <= 10_000 {
            let written = value / 100
            return message(
                .fractionMeant, written,
                ["suggestion": DecimalText.rounded(written / 100), "unit": unit.written])
        }
        if let plausible = column.plausible,
            let slip = UnitSlip.explaining(value, unit: unitName, plausible: plausible)
        {
            let names = slip.names.first ?? ""
            return Message(
                NumberMessage.implausibleFactor,
                arguments(DecimalText.exact(value), range: plausible).merging([
                    "factor": Text(verbatim: slip.factorText),
                    "slip": Text(en: " (\(names) for \(unitName))", zh: "（\(names) 与 \(unitName)）"),
                    "suggestion": Text(verbatim: DecimalText.rounded(value * slip.factor)),
                ]) { $1 })
        }
        if !isInRange { return message(.outOfRange, value) }
        return Message(
            NumberMessage.implausible,
            arguments(DecimalText.exact(value), range: column.plausible ?? column.range))
    }

    private func message(for fault: NumberFault, _ text: String) -> Message {
        let entry: NumberMessage =
            switch fault {
            case .empty: .missing
            case .wordForNothing: .wordForNothing
            case .notANumber: .notANumber
            case .infinite: .infinite
            case .overflow: .overflow
            case .underflow: .underflow
            case .apostrophe: .apostrophe
            case .date: .date
            case .decimalComma: .decimalComma
            case .wrongGroups: .wrongGroups
            case .spaces: .spaces
            case .fullWidth: .fullWidth
            case .unitInCell: .unitInCell
            }
        return message(entry, text)
    }

    private func message(_ entry: NumberMessage, _ value: Double, _ more: [String: String] = [:])
        -> Message
    {
        message(entry, DecimalText.exact(value), more)
    }

    private func message(_ entry: NumberMessage, _ value: String, _ more: [String: String] = [:])
        -> Message
    {
        Message(
            entry,
            arguments(value, range: column.range).merging(
                more.mapValues { Text(verbatim: $0) }
            ) { $1 })
    }

    private func arguments(_ value: String, range: NumberRange) -> [String: Text] {
        let unitName = unit.written.isEmpty ? "1" : unit.written
        return [
            "value": Text(verbatim: value), "meaning": column.meaning, "range": range.text,
            "unit": Text(verbatim: unitName),
            "orEmpty": column.isRequired
                ? Text(verbatim: "") : Text(en: " or leave the cell empty", zh: "，或将单元格留空"),
        ]
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// `n/a` or `N/A`, which stand for an empty cell where one is allowed.
    private static func isNotAvailable(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.elementsEqual("n/a".utf8) || bytes.elementsEqual("N/A".utf8)
    }
}

/// A message on its way up as a failure.
struct MessageError: Error {
    let message: Message

    init(_ message: Message) {
        self.message = message
    }
}
