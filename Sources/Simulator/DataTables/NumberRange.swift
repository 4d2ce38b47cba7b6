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
        let low = DecimalText.exact(lower)
        let high = DecimalText.exact(upper)
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
