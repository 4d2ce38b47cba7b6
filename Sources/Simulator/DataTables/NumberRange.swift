/// The numbers a column accepts.
public struct NumberRange: Sendable, Hashable {
    public let lower: Double
    public let upper: Double
    /// Whether `lower` itself is left out.
    public let isLowerOpen: Bool
    /// Whether 0 is accepted although it lies below `lower`.
    public let allowsZero: Bool

    public init(
        _ lower: Double, _ upper: Double, isLowerOpen: Bool = false, allowsZero: Bool = false
    ) {
        self.lower = lower
        self.upper = upper
        self.isLowerOpen = isLowerOpen
        self.allowsZero = allowsZero
    }

    public static let any = NumberRange(-.infinity, .infinity)
    static let notNegative = NumberRange(0, .infinity)
    static let positive = NumberRange(0, .infinity, isLowerOpen: true)
    static let fraction = NumberRange(0, 1)

    func contains(_ value: Double) -> Bool {
        if value == 0, allowsZero { return true }
        return (isLowerOpen ? value > lower : value >= lower) && value <= upper
    }

    /// The range in words: "0 or more", "between 0 and 100".
    public var text: Text {
        let low = NumberFormat.plain(lower)
        let high = NumberFormat.plain(upper)
        let words: Text =
            switch (lower.isFinite, upper.isFinite) {
            case (true, true) where isLowerOpen:
                Text(en: "above \(low) and at most \(high)", zh: "大于 \(low) 且不超过 \(high)")
            case (true, true):
                Text(en: "between \(low) and \(high)", zh: "\(low) 至 \(high)")
            case (true, false) where isLowerOpen:
                Text(en: "above \(low)", zh: "大于 \(low)")
            case (true, false): Text(en: "\(low) or more", zh: "不小于 \(low)")
            case (false, true): Text(en: "at most \(high)", zh: "不大于 \(high)")
            case (false, false): Text(en: "any finite number", zh: "任意有限数")
            }
        guard allowsZero, !(lower <= 0 && !isLowerOpen) else { return words }
        return Text(en: "0 or \(words.english)", zh: "0 或\(words.chinese)")
    }
}

/// Numbers as people write them, the same in both languages.
enum NumberFormat {
    /// The shortest decimal that reads back as the number, without a trailing `.0`.
    static func plain(_ value: Double) -> String {
        if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
            return String(whole)
        }
        return value.description
    }

    /// With at most 10 significant digits, to show a computed number.
    static func short(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return plain(value) }
        var scale = 1.0
        var magnitude = value.magnitude
        while magnitude < 1e9, scale < 1e15 {
            magnitude *= 10
            scale *= 10
        }
        return plain((value * scale).rounded() / scale)
    }

    /// A whole number with thousands separators: `1,000`.
    static func grouped(_ value: Double) -> String {
        let text = plain(value)
        guard text.allSatisfy(\.isNumber) else { return text }
        var result = ""
        for (index, digit) in text.enumerated() {
            if index > 0, (text.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }
}
