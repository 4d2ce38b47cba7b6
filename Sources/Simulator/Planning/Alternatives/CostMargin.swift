/// How much more than the cheapest plan an alternative may cost.
public enum CostMargin: Sendable, Hashable {
    /// A fraction of the size of the cheapest plan's increment over doing nothing, which counts as
    /// at least 1 million CNY.
    case fraction(Double)
    /// Million CNY, present value.
    case amount(Double)

    /// Million CNY above the cheapest plan's increment.
    public func allowance(over increment: Double) -> Double {
        switch self {
        case .fraction(let fraction): fraction * max(1, abs(increment))
        case .amount(let amount): amount
        }
    }

    /// Reads `2%` or an amount such as `500`; nil for anything else, and for what is negative or
    /// not finite.
    public init?(_ text: String) {
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? text.dropLast() : Substring(text)
        let isPlain =
            !digits.isEmpty
            && digits.allSatisfy { $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }
        guard isPlain, let number = Double(digits), number.isFinite, number >= 0 else { return nil }
        self = isPercent ? .fraction(number / 100) : .amount(number)
    }
}
