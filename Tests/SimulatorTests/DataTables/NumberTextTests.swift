import Testing

@testable import Simulator

@Suite("Numbers in cells")
struct NumberTextTests {
    private func value(_ text: String, shift: Int = 0) -> Double? {
        try? NumberText.parse(Array(text.utf8)[...], shift: shift).get().value
    }

    @Test(
        "are decimals with a point, an exponent, or commas before groups of three",
        arguments: [
            ("0", 0), ("-0", 0), ("1", 1), ("+1.5", 1.5), ("-2.25", -2.25), (".5", 0.5), ("5.", 5),
            ("007", 7), ("1e3", 1_000), ("1E+03", 1_000), ("12.5e-1", 1.25), ("1,234.5", 1_234.5),
            ("12,345,678", 12_345_678), ("123,456", 123_456), ("70%", 70), ("1.7e308", 1.7e308),
            ("2.2250738585072014e-308", 2.2250738585072014e-308),
        ])
    func accepted(_ text: String, _ expected: Double) {
        #expect(value(text) == expected)
    }

    @Test("are rounded as the standard library rounds them")
    func rounding() {
        var generator = SplitMix(state: 7)
        for _ in 0..<20_000 {
            let digits = String(generator.next() >> UInt64(generator.next() % 60))
            let point = Int(generator.next() % UInt64(digits.count + 1))
            let exponent = Int(generator.next() % 60) - 30
            let text = "\(digits.prefix(point)).\(digits.dropFirst(point))e\(exponent)"
            #expect(value(text) == Double(text), "\(text)")
        }
    }

    @Test("written at full length come back the same")
    func roundTrip() {
        var generator = SplitMix(state: 11)
        for _ in 0..<5_000 {
            let number = Double(bitPattern: generator.next())
            guard number.isNormal else { continue }
            #expect(value(number.description) == number)
        }
    }

    @Test("are shifted by powers of ten before rounding")
    func shift() {
        #expect(value("0.57", shift: 2) == 57)
        #expect(value("70", shift: -2) == 0.7)
        #expect(value("0.07", shift: 2) == 7)
    }

    @Test(
        "of any other form are refused",
        arguments: [
            "", " ", "1 ", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,23", "1,2345", ",123",
            "1,234,5",
            "1234,567", "1.5,000", "0x1F", "1f", "1d5", "٣", "½", "1e5.5", "%", "5%%", "−5",
            "1'000",
        ])
    func refused(_ text: String) {
        #expect(value(text) == nil)
    }

    @Test("too large or too small for a double are refused, not bent")
    func extremes() {
        for text in ["1e309", "-1e309", "9e99999999999999999999"] {
            #expect(
                NumberText.parse(Array(text.utf8)[...]) == .failure(NumberRejected(.overflow)))
        }
        for text in ["1e-400", "1e-99999999999999999999"] {
            #expect(
                NumberText.parse(Array(text.utf8)[...]) == .failure(NumberRejected(.underflow)))
        }
        #expect(value("0e999") == 0)
    }

    @Test("are shown without a trailing point and zero")
    func format() {
        #expect(DecimalText.exact(70) == "70")
        #expect(DecimalText.exact(-0.5) == "-0.5")
        #expect(DecimalText.rounded(0.1 + 0.2) == "0.3")
        #expect(DecimalText.rounded(0.95 + 0.15) == "1.1")
        #expect(DecimalText.grouped(1_000_000) == "1,000,000")
        #expect(DecimalText.grouped(100) == "100")
    }
}

/// A small generator with a fixed seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
