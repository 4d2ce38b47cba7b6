public import Simulator

/// Values of scenarios and tables in words, and where they stand.
public enum ValueWording {
    /// The unit of a key; blank for a ratio, and for a calendar year, whose number says what it is.
    public static func unit(_ path: String) -> String {
        guard let unit = ScenarioKey.byPath[path]?.unit, unit != "1" else { return "" }
        let isYear = unit == "yr" && path.hasSuffix("year")
        return isYear ? "" : unit
    }

    /// One value, or for several the least and the largest; nil where there is none.
    public static func range(_ values: [EffectiveValue?]) -> String? {
        let known = values.compactMap(\.self)
        guard let first = known.first else { return nil }
        if known.count == values.count, Set(known.map(\.value)).count == 1 {
            return first.value.written
        }
        let numbers = known.compactMap { value -> Double? in
            if case .number(let number) = value.value { return number }
            return nil
        }
        if numbers.count == known.count, let least = numbers.min(), let most = numbers.max() {
            return least == most
                ? DecimalText.short(least)
                : "\(DecimalText.short(least))…\(DecimalText.short(most))"
        }
        var written: [String] = []
        for value in known where !written.contains(value.value.written) {
            written.append(value.value.written)
        }
        return written.joined(separator: " | ")
    }

    /// `file:line`, `file:first-last`, or what stands for a default.
    public static func origin(_ origins: [ValueOrigin], _ language: Language) -> String {
        guard let first = origins.first else { return "" }
        let files = Set(origins.map(\.file))
        guard files.count == 1 else {
            var names: [String] = []
            for origin in origins {
                let name = origin.file ?? words(origin, language)
                if !names.contains(name) { names.append(name) }
            }
            return names.joined(separator: ", ")
        }
        guard let file = first.file else { return words(first, language) }
        let name = PrintableText.escaped(file)
        let lines = origins.compactMap(\.line)
        guard let least = lines.min(), let most = lines.max() else { return name }
        return least == most ? "\(name):\(least)" : "\(name):\(least)-\(most)"
    }

    /// What stands for a place where a value stands in no file.
    private static func words(_ origin: ValueOrigin, _ language: Language) -> String {
        let message: Message
        switch origin {
        case .held(let year):
            message = Message(InspectionMessage.heldFrom, verbatim: ["year": "\(year)"])
        case .interpolated(let years):
            let list = years.map(String.init).joined(separator: ", ")
            message = Message(InspectionMessage.interpolated, verbatim: ["years": list])
        case .standard, .table, .scenario: message = Message(InspectionMessage.standard)
        }
        return message.rendered(in: language)
    }

    /// A difference with its sign; zero, and what is rounded to it, without one.
    public static func signed(_ value: Double, decimals: Int) -> String {
        let text = DecimalText.fixed(value, decimals: decimals)
        return text.hasPrefix("-") || !text.contains(where: { ("1"..."9").contains($0) })
            ? text : "+" + text
    }
}

extension LayeredValue {
    /// Whether the value is what it would be without the layer that sets it.
    public var isRestated: Bool { beneath.map { $0.value == value } ?? (value == .choice("none")) }
}
