/// What keeps a text from being a number.
enum NumberFault: Sendable, Equatable {
    case empty
    case wordForNothing
    case notANumber
    case infinite
    case overflow
    case underflow
    case apostrophe
    case date
    case decimalComma
    case wrongGroups
    case spaces
    case fullWidth
    case unitInCell
}

/// A number as it was written: its value, and whether a percent sign followed.
struct WrittenNumber: Sendable, Equatable {
    var value: Double
    var hasPercentSign = false
}

/// Reads numbers by fixed rules, whatever the locale: an optional sign, digits with at most one
/// point, an optional exponent, commas only before groups of three, an optional percent sign.
enum NumberText {
    /// - Parameter shift: a power of ten the number is multiplied by before it is rounded, so
    ///   that 0.57 read as per cent is exactly 57.
    static func parse(_ text: ArraySlice<UInt8>, shift: Int = 0) -> Result<
        WrittenNumber, NumberRejected
    > {
        guard !text.isEmpty else { return .failure(NumberRejected(.empty)) }
        var body = text
        var hasPercentSign = false
        if body.last == UInt8(ascii: "%") {
            hasPercentSign = true
            body.removeLast()
        }
        guard let parts = NumberParts(body) else {
            return .failure(NumberRejected(NumberDiagnosis.fault(of: text)))
        }
        let value = parts.value(shift: shift)
        if value.isInfinite { return .failure(NumberRejected(.overflow)) }
        if parts.isNonZero, value.magnitude < Double.leastNormalMagnitude {
            return .failure(NumberRejected(.underflow))
        }
        return .success(WrittenNumber(value: value, hasPercentSign: hasPercentSign))
    }
}

struct NumberRejected: Error, Equatable {
    let fault: NumberFault

    init(_ fault: NumberFault) {
        self.fault = fault
    }
}

/// Sign, digits and exponent of a number.
private struct NumberParts {
    private var isNegative = false
    /// The digits as one whole number, exact as long as there are at most 18 of them.
    private var mantissa: UInt64 = 0
    private var digitCount = 0
    private var exponent = 0
    /// The digits without commas and point, for numbers too long for `mantissa`.
    private var digits: [UInt8] = []

    private(set) var isNonZero = false

    init?(_ text: ArraySlice<UInt8>) {
        var index = text.startIndex
        if index < text.endIndex, text[index] == 0x2D || text[index] == 0x2B {
            isNegative = text[index] == 0x2D
            index += 1
        }
        guard readDigits(text, &index) else { return nil }
        guard index < text.endIndex else { return }
        guard text[index] | 0x20 == UInt8(ascii: "e") else { return nil }
        index += 1
        var exponentIsNegative = false
        if index < text.endIndex, text[index] == 0x2D || text[index] == 0x2B {
            exponentIsNegative = text[index] == 0x2D
            index += 1
        }
        guard index < text.endIndex else { return nil }
        var written = 0
        while index < text.endIndex {
            guard let digit = Self.digit(text[index]) else { return nil }
            // Beyond this the number is 0 or infinite, whatever its digits.
            written = min(written * 10 + Int(digit), 1_000_000_000)
            index += 1
        }
        exponent += exponentIsNegative ? -written : written
    }

    /// Digits with thousands groups and one point; stops at what is neither.
    private mutating func readDigits(_ text: ArraySlice<UInt8>, _ index: inout Int) -> Bool {
        var sinceComma = 0
        var hasComma = false
        var hasPoint = false
        scan: while index < text.endIndex {
            let byte = text[index]
            if let digit = Self.digit(byte) {
                append(digit)
                if hasPoint { exponent -= 1 }
                sinceComma += 1
            } else if byte == UInt8(ascii: ","), !hasPoint {
                guard hasComma ? sinceComma == 3 : (1...3).contains(sinceComma) else {
                    return false
                }
                hasComma = true
                sinceComma = 0
            } else if byte == UInt8(ascii: "."), !hasPoint {
                if hasComma, sinceComma != 3 { return false }
                hasPoint = true
            } else {
                break scan
            }
            index += 1
        }
        if hasComma, !hasPoint, sinceComma != 3 { return false }
        return digitCount > 0
    }

    private mutating func append(_ digit: UInt8) {
        digitCount += 1
        if digit != 0 { isNonZero = true }
        if digitCount == 19 {
            digits = Array(String(mantissa).utf8)
        }
        if digitCount >= 19 {
            digits.append(digit + 0x30)
        } else {
            mantissa = mantissa * 10 + UInt64(digit)
        }
    }

    /// The nearest double. Up to 2^53 and ten to the 22nd both numbers are exact, so that one
    /// division or multiplication rounds correctly; the rest goes through the standard library.
    func value(shift: Int) -> Double {
        guard isNonZero else { return 0 }
        let power = exponent + shift
        var result: Double
        if digitCount < 19, mantissa <= 1 << 53, (-22...22).contains(power) {
            result = Double(mantissa)
            if power < 0 {
                result /= Self.powersOfTen[-power]
            } else {
                result *= Self.powersOfTen[power]
            }
        } else {
            let text =
                digitCount < 19 ? String(mantissa) : String(decoding: digits, as: UTF8.self)
            result = Double("\(text)e\(power)") ?? .infinity
        }
        return isNegative ? -result : result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : nil
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
