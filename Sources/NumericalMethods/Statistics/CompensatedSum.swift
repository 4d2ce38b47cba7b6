/// A sum with the rounding errors collected beside it: Neumaier, "Rundungsfehleranalyse einiger
/// Verfahren zur Summation endlicher Summen", ZAMM 54 (1974) 39-51.
///
/// Its error does not grow with the count of numbers, but it does depend on their order; add them
/// in the order of their index for the same bits every time.
public struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var compensation = 0.0

    /// An empty sum, which is 0.
    public init() {}

    /// Adds a number.
    @inline(__always)
    public mutating func add(_ number: Double) {
        let next = sum + number
        if abs(sum) >= abs(number) {
            compensation += (sum - next) + number
        } else {
            compensation += (number - next) + sum
        }
        sum = next
    }

    /// The sum so far; infinite or NaN as plain addition would be.
    public var value: Double {
        // Infinity less infinity spoils the compensation, not the sum.
        sum.isFinite ? sum + compensation : sum
    }

    /// The sum of numbers in their order.
    public static func of(_ numbers: some Sequence<Double>) -> Double {
        var sum = CompensatedSum()
        for number in numbers { sum.add(number) }
        return sum.value
    }
}
