/// Numbers as text, the same on every machine and in every locale.
public enum DecimalText {
    /// A positive number rounded up to so many significant digits.
    public static func roundedUp(_ value: Double, digits: Int) -> Double {
        guard value > 0, value.isFinite else { return value }
        var unit = 1.0
        while value / unit >= 10 { unit *= 10 }
        while value / unit < 1 { unit /= 10 }
        for _ in 1..<max(2, digits) { unit /= 10 }
        return (value / unit).rounded(.up) * unit
    }

    /// The shortest text that reads back as the same number; whole numbers without a point.
    public static func exact(_ value: Double) -> String {
        if value == 0 { return "0" }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return value.description
    }

    /// For messages: as exact, which is short for the numbers people write.
    public static func short(_ value: Double) -> String {
        exact(significant(value, digits: 6))
    }

    /// For computed numbers in messages: at most 10 significant digits.
    static func rounded(_ value: Double) -> String {
        exact(significant(value, digits: 10))
    }

    /// A whole number with thousands separators: `1,000`.
    static func grouped(_ value: Double) -> String {
        let text = exact(value)
        guard text.allSatisfy(\.isNumber) else { return text }
        var result = ""
        for (index, digit) in text.enumerated() {
            if index > 0, (text.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }

    /// For machine-read files: at most 12 significant digits.
    public static func exported(_ value: Double) -> String {
        exact(significant(value, digits: 12))
    }

    /// The nearest number with so many significant decimal digits.
    public static func significant(_ value: Double, digits: Int) -> Double {
        guard value != 0, value.isFinite else { return value == 0 ? 0 : value }
        var exponent = 0
        var scaled = abs(value)
        while scaled >= 10 {
            scaled /= 10
            exponent += 1
        }
        while scaled < 1 {
            scaled *= 10
            exponent -= 1
        }
        let shift = digits - 1 - exponent
        if shift >= 0, shift <= 22 {
            let power = powerOfTen(shift)
            return (value * power).rounded() / power
        }
        if shift < 0, shift >= -22 {
            let power = powerOfTen(-shift)
            return (value / power).rounded() * power
        }
        let digitsOfValue = (scaled * powerOfTen(digits - 1)).rounded()
        let nearest = Double("\(Int64(digitsOfValue))e\(-shift)") ?? abs(value)
        return value < 0 ? -nearest : nearest
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// For people: a fixed number of decimals, rounded half away from zero, never `-0`.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "" }
        let power = powerOfTen(decimals)
        let scaled = (value * power).rounded()
        guard abs(scaled) < 9e15 else { return exact(value) }
        let whole = Int64(scaled)
        let isNegative = whole < 0
        var digits = String(whole.magnitude)
        if decimals > 0 {
            while digits.count <= decimals { digits = "0" + digits }
            let point = digits.index(digits.endIndex, offsetBy: -decimals)
            digits = digits[..<point] + "." + digits[point...]
        }
        return (isNegative ? "-" : "") + digits
    }
}
