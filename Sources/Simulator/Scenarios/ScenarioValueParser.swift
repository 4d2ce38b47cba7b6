/// Reads one value by its declaration.
struct ScenarioValueParser {
    /// Why a value was not accepted.
    struct Rejected: Error {
        let messages: [Message]
    }

    let key: ScenarioKey
    let address: ScenarioAddress
    let context: ScenarioContext

    func parse(_ value: YAMLValue) -> Result<ScenarioValue, Rejected> {
        switch key.kind {
        case .number(let unit, let range):
            return scalar(value).flatMap { number($0.text, unit: unit, range: range) }
        case .integer(let unit, let range):
            return scalar(value).flatMap { integer($0.text, unit: unit, range: range) }
        case .choice(let choices):
            return scalar(value).flatMap { choice($0.text, among: choices) }
        case .flag:
            return scalar(value).flatMap { flag($0.text) }
        case .identifier(let vocabulary):
            return scalar(value).flatMap { name($0.text, of: vocabulary) }.map(ScenarioValue.choice)
        case .identifiers(let vocabulary):
            return identifiers(value, of: vocabulary)
        }
    }

    private func rejected(
        _ message: ScenarioMessage, _ arguments: [String: String]
    ) -> Rejected {
        Rejected(messages: [Message(message, verbatim: arguments)])
    }

    private func scalar(_ value: YAMLValue) -> Result<(text: String, isPlain: Bool), Rejected> {
        if case .scalar(let text, let isPlain, _) = value, !text.isEmpty {
            return .success((text, isPlain))
        }
        let found: Text =
            switch value {
            case .mapping: Text(en: "mapping", zh: "映射")
            case .sequence: Text(en: "list", zh: "列表")
            case .scalar: Text(en: "blank", zh: "空白")
            }
        return .failure(
            Rejected(messages: [
                Message(
                    ScenarioMessage.expectedScalar, ["meaning": key.meaning, "found": found])
            ]))
    }

    private func number(
        _ written: String, unit: String, range: ClosedRange<Double>
    ) -> Result<ScenarioValue, Rejected> {
        var text = written
        if unit.hasPrefix("%"), text.hasSuffix("%") { text = String(text.dropLast()) }
        let lowered = text.lowercased()
        let names = [".nan", ".inf", "-.inf", "+.inf", "nan", "inf", "-inf", "infinity"]
        if names.contains(lowered) {
            return .failure(rejected(.notFinite, ["value": written, "unit": unit]))
        }
        guard Self.isDecimal(text), let number = Double(text) else {
            if text.hasSuffix("%"), let plain = Self.share(of: text.dropLast(), unit: unit) {
                return .failure(
                    rejected(
                        .percentSign, ["value": written, "unit": unit, "plain": plain]))
            }
            return .failure(
                rejected(
                    .notANumber,
                    [
                        "value": written, "unit": unit,
                        "example": Self.example(within: range),
                    ]))
        }
        if let plain = Self.withoutLeadingZeros(text) {
            return .failure(rejected(.leadingZero, ["value": written, "plain": plain]))
        }
        guard number.isFinite else {
            return .failure(rejected(.notFinite, ["value": written, "unit": unit]))
        }
        if number == 0,
            text.prefix(while: { $0 != "e" && $0 != "E" }).contains(where: \.isNonZeroDigit)
        {
            return .failure(rejected(.tooSmall, ["value": written]))
        }
        if unit == "%", number > 0, number < 1, Self.quotaLike.contains(key.path) {
            return .failure(
                rejected(
                    .quotaLooksLikeFraction,
                    ["value": written, "percent": DecimalText.short(number * 100)]))
        }
        guard range.contains(number) else {
            return .failure(outOfRange(number, unit: unit, range: range))
        }
        return .success(.number(number))
    }

    /// Percentages for which a value under 1 is surely a fraction written by mistake.
    private static let quotaLike: Set<String> = [
        "quotas.value", "utilisation", "planning.national_clean_share",
        "certificates.max_share",
    ]

    private func outOfRange(
        _ number: Double, unit: String, range: ClosedRange<Double>
    ) -> Rejected {
        let suffix = unit == "1" ? "" : " \(unit)"
        var arguments = [
            "value": DecimalText.short(number) + suffix,
            "lower": DecimalText.short(range.lowerBound),
            "upper": DecimalText.short(range.upperBound) + suffix,
        ]
        // Shares and rates are never a factor 1,000 off by their unit.
        let isShare = unit.hasPrefix("%") || ["1", "1/yr", "fraction", "t/t"].contains(unit)
        for factor in [1000.0, 100.0] where !isShare {
            let inside = range.contains(number * factor) || range.contains(number / factor)
            if inside, number != 0 {
                arguments["factor"] = DecimalText.short(factor)
                return rejected(.outOfRangeFactor, arguments)
            }
        }
        return rejected(.outOfRange, arguments)
    }

    private func integer(
        _ text: String, unit: String, range: ClosedRange<Int>
    ) -> Result<ScenarioValue, Rejected> {
        guard Self.isDecimal(text), let number = Int(text) else {
            let example = min(
                max(unit == "yr" && range.contains(2030) ? 2030 : 2, range.lowerBound),
                range.upperBound)
            return .failure(
                rejected(
                    .notAnInteger, ["value": text, "unit": unit, "example": "\(example)"]))
        }
        if let plain = Self.withoutLeadingZeros(text) {
            return .failure(rejected(.leadingZero, ["value": text, "plain": plain]))
        }
        guard range.contains(number) else {
            return .failure(
                rejected(
                    .outOfRange,
                    [
                        "value": "\(text) \(unit)", "lower": "\(range.lowerBound)",
                        "upper": "\(range.upperBound) \(unit)",
                    ]))
        }
        return .success(.number(Double(number)))
    }

    private func choice(
        _ text: String, among choices: [String]
    ) -> Result<ScenarioValue, Rejected> {
        if choices.contains(text) { return .success(.choice(text)) }
        var listed = choices.joined(separator: ", ")
        if let nearest = Spelling.nearest(to: text, among: choices) { listed += " (→ \(nearest))" }
        return .failure(rejected(.notAChoice, ["value": text, "choices": listed]))
    }

    private func flag(_ text: String) -> Result<ScenarioValue, Rejected> {
        switch text.lowercased() {
        case "true", "yes", "on": .success(.flag(true))
        case "false", "no", "off": .success(.flag(false))
        default: .failure(rejected(.notAFlag, ["value": text]))
        }
    }

    private func identifiers(
        _ value: YAMLValue, of vocabulary: ScenarioKey.Vocabulary
    ) -> Result<ScenarioValue, Rejected> {
        guard case .sequence(let items, _) = value else {
            return .failure(rejected(.expectedList, [:]))
        }
        var names: [String] = []
        var messages: [Message] = []
        for item in items {
            guard case .scalar(let text, _, _) = item else {
                messages.append(Message(ScenarioMessage.expectedList))
                continue
            }
            switch name(text, of: vocabulary) {
            case .success(let found): if !names.contains(found) { names.append(found) }
            case .failure(let rejected): messages += rejected.messages
            }
        }
        if !messages.isEmpty { return .failure(Rejected(messages: messages)) }
        return .success(.identifiers(names.sorted()))
    }

    /// A name of a vocabulary, as the model writes it.
    private func name(
        _ text: String, of vocabulary: ScenarioKey.Vocabulary
    ) -> Result<String, Rejected> {
        switch vocabulary {
        case .transfers, .rumouredTransfers:
            guard context.isTransfer(text) else {
                return .failure(Rejected(messages: [context.unknownTransfer(text)]))
            }
            if vocabulary == .rumouredTransfers, context.transfers[text] != true {
                return .failure(rejected(.transferNotRumoured, ["value": text]))
            }
            return .success(text)
        case .smelters:
            if context.isSmelter(text) { return .success(text) }
            return .failure(Rejected(messages: [context.unknownSmelter(text)]))
        case .provinces:
            guard let code = context.provinceDirectory.code(for: text),
                context.provinces.contains(code)
            else {
                let message = context.provinceDirectory.rejection(
                    of: text, among: context.provinces)
                return .failure(Rejected(messages: [message]))
            }
            return .success(code)
        case .words(let words):
            return choice(text, among: words).map { _ in text }
        }
    }

    /// A number of the range to show how one is written.
    private static func example(within range: ClosedRange<Double>) -> String {
        let examples = [12.5, 0.75, 1.5, 400, 13_400]
        return DecimalText.short(examples.first { range.contains($0) } ?? range.lowerBound)
    }

    /// `75` in per cent as the share the unit asks for; nil where the unit is no share.
    private static func share(of text: Substring, unit: String) -> String? {
        guard ["1", "fraction", "1/yr"].contains(unit), isDecimal(String(text)),
            let number = Double(text), number.isFinite
        else { return nil }
        return DecimalText.short(number / 100)
    }

    /// A whole number without the zeros before it; nil where none stand there.
    private static func withoutLeadingZeros(_ text: String) -> String? {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        guard digits.count > 1, digits.first == "0", digits.allSatisfy(\.isNumber) else {
            return nil
        }
        let rest = digits.drop { $0 == "0" }
        return (text.hasPrefix("-") ? "-" : "") + (rest.isEmpty ? "0" : rest)
    }

    /// Whether text is an ordinary decimal number: sign, ASCII digits, one point, exponent.
    static func isDecimal(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        if let first = bytes.first, first == 0x2B || first == 0x2D { bytes = bytes.dropFirst() }
        var digits = 0
        var points = 0
        while let byte = bytes.first {
            if (0x30...0x39).contains(byte) {
                digits += 1
            } else if byte == 0x2E {
                points += 1
            } else {
                break
            }
            bytes = bytes.dropFirst()
        }
        if digits == 0 || points > 1 { return false }
        guard let mark = bytes.first else { return true }
        if mark != 0x65 && mark != 0x45 { return false }
        bytes = bytes.dropFirst()
        if let sign = bytes.first, sign == 0x2B || sign == 0x2D { bytes = bytes.dropFirst() }
        return !bytes.isEmpty && bytes.count <= 4 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Character {
    fileprivate var isNonZeroDigit: Bool { ("1"..."9").contains(self) }
}
