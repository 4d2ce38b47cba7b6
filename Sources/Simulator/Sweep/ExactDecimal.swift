/// A decimal number kept as its digits, so that 0.1 + 0.1 + 0.1 is 0.3 and is written so.
struct ExactDecimal: Sendable, Hashable {
    /// The value is `digits` divided by ten to the power `places`.
    let digits: Int
    let places: Int

    /// Digits before and after the point that are taken.
    static let precision = 15

    /// - Returns: nil for anything but digits with sign, point and exponent, and for numbers of
    ///   more digits than are taken.
    init?(_ text: String) {
        guard ScenarioValueParser.isDecimal(text) else { return nil }
        let lowered = text.lowercased()
        let parts = lowered.split(separator: "e", maxSplits: 1)
        guard let mantissa = parts.first else { return nil }
        let isNegative = mantissa.hasPrefix("-")
        let bare = mantissa.drop { $0 == "-" || $0 == "+" }
        let halves = bare.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = halves.count > 1 ? halves[1] : ""
        var exponent = 0
        if parts.count > 1 {
            guard let given = Int(parts[1]), abs(given) <= Self.precision else { return nil }
            exponent = given
        }
        let written = (halves[0] + fraction).drop { $0 == "0" }
        guard written.count <= Self.precision,
            var digits = written.isEmpty ? 0 : Int(written)
        else { return nil }
        var places = fraction.count - exponent
        while places < 0 {
            guard digits < Self.largest / 10 else { return nil }
            digits *= 10
            places += 1
        }
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        guard places <= 2 * Self.precision else { return nil }
        self.digits = isNegative ? -digits : digits
        self.places = places
    }

    private init(digits: Int, places: Int) {
        self.digits = digits
        self.places = places
    }

    private static let largest = 1_000_000_000_000_000_000

    /// The same value with more places; nil where it has too many digits.
    private func with(places wanted: Int) -> ExactDecimal? {
        var result = digits
        for _ in places..<max(places, wanted) {
            guard abs(result) < Self.largest / 10 else { return nil }
            result *= 10
        }
        return ExactDecimal(digits: result, places: max(places, wanted))
    }

    /// The numbers from one to another in equal steps, both ends included where the steps meet
    /// them. Nil where the step is 0 or leads away, or a number has too many digits.
    static func range(
        from first: ExactDecimal, to last: ExactDecimal, by step: ExactDecimal, limit: Int
    ) -> Range? {
        let places = max(first.places, last.places, step.places)
        guard let first = first.with(places: places), let last = last.with(places: places),
            let step = step.with(places: places), step.digits != 0
        else { return nil }
        let distance = last.digits - first.digits
        guard distance == 0 || (distance > 0) == (step.digits > 0) else { return nil }
        let count = distance / step.digits + 1
        guard count <= limit else { return Range(values: [], count: count, meetsEnd: true) }
        let values = (0..<count).map {
            ExactDecimal(digits: first.digits + $0 * step.digits, places: places).written
        }
        return Range(values: values, count: count, meetsEnd: distance % step.digits == 0)
    }

    struct Range: Sendable {
        /// Empty where there are more than the limit.
        let values: [String]
        let count: Int
        let meetsEnd: Bool
    }

    /// Digits with a point where one is needed, no zeros at the end.
    var written: String {
        var digits = String(digits.magnitude)
        if places > 0 {
            while digits.count <= places { digits = "0" + digits }
            let point = digits.index(digits.endIndex, offsetBy: -places)
            digits = digits[..<point] + "." + digits[point...]
            while digits.last == "0" { digits.removeLast() }
            if digits.last == "." { digits.removeLast() }
        }
        return (self.digits < 0 ? "-" : "") + digits
    }
}
