import Simulator
import Testing

@Suite("Numbers as text")
struct DecimalTextTests {
    @Test("Exact text reads back as the same number")
    func exact() {
        for value in [0.1, 1.0 / 3, 12345.678, 1e-7, 6.02e23, -2.5, 70, 0, 1e15] {
            #expect(Double(DecimalText.exact(value)) == value)
        }
        #expect(DecimalText.exact(70) == "70")
        #expect(DecimalText.exact(-0.0) == "0")
    }

    @Test("Exported numbers have at most twelve significant digits")
    func exported() {
        var value = 1.2345678901234567e-30
        while value < 1e30 {
            for candidate in [value, -value * 1.000000000000123] {
                let text = DecimalText.exported(candidate)
                let mantissa = text.prefix { $0 != "e" && $0 != "E" }
                var digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
                while digits.last == "0" { digits.removeLast() }
                #expect(digits.count <= 12, "\(text)")
                let error = abs((Double(text) ?? .nan) - candidate)
                #expect(error <= 1e-11 * abs(candidate), "\(text)")
            }
            value *= 7.77
        }
    }

    @Test("Fixed decimals round half away from zero and never say -0")
    func fixed() {
        #expect(DecimalText.fixed(2.345, decimals: 1) == "2.3")
        #expect(DecimalText.fixed(-0.04, decimals: 1) == "0.0")
        #expect(DecimalText.fixed(0.05, decimals: 2) == "0.05")
        #expect(DecimalText.fixed(-12.5, decimals: 0) == "-13")
        #expect(DecimalText.fixed(1234.5678, decimals: 2) == "1234.57")
    }

    @Test("JSON escapes what it must and keeps its order")
    func json() {
        let value = JSONValue.object([
            ("b", .text("a\"\\\n\u{202E}")), ("a", .array([.integer(1), .null, .number(0.5)])),
        ])
        #expect(
            value.rendered
                == "{\n  \"b\": \"a\\\"\\\\\\n\\u202e\",\n  \"a\": [\n    1,\n    null,\n    0.5\n"
                + "  ]\n}\n")
    }
}
