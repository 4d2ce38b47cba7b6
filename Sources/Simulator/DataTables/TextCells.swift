/// Checks text cells: length, invisible characters, spreadsheet formulas, identifiers.
enum TextCells {
    /// The message that refuses a text, or nil.
    static func refusal(of bytes: ArraySlice<UInt8>, rule: ColumnSchema.TextRule) -> Message? {
        if rule == .identifier || rule == .provinceCode || rule == .parameterKey {
            return identifierRefusal(of: bytes, rule: rule)
        }
        if let first = bytes.first, isFormulaSign(first), !isNumber(bytes) {
            return Message(
                TableMessage.formula,
                verbatim: [
                    "value": shown(bytes),
                    "character": first < 0x20
                        ? "U+000\(String(first, radix: 16, uppercase: true))"
                        : String(UnicodeScalar(first)),
                ])
        }
        let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain {
            return bytes.count > rule.limit ? tooLong(bytes.count, rule.limit) : nil
        }
        return scalarRefusal(of: String(decoding: bytes, as: UTF8.self), rule: rule)
    }

    private static func scalarRefusal(of text: String, rule: ColumnSchema.TextRule) -> Message? {
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            let entry: TableMessage
            if scalar.value == 0xFFFD {
                entry = .lostCharacter
            } else if isRefused(scalar, rule: rule) {
                entry = .invisibleCharacter
            } else {
                continue
            }
            return Message(
                entry,
                verbatim: [
                    "value": String(text.prefix(60)), "position": String(count),
                    "character": code(of: scalar),
                ])
        }
        return count > rule.limit ? tooLong(count, rule.limit) : nil
    }

    /// Control characters except tab and line ends were already reported by their byte.
    private static func isRefused(_ scalar: Unicode.Scalar, rule: ColumnSchema.TextRule) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: rule != .prose
        case 0..<0x20, 0x7F: false
        default: PrintableText.isUnsafe(scalar)
        }
    }

    private static func identifierRefusal(
        of bytes: ArraySlice<UInt8>, rule: ColumnSchema.TextRule
    ) -> Message? {
        let isFine = bytes.enumerated().allSatisfy { offset, byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39: true
            case UInt8(ascii: "-"), UInt8(ascii: "_"): offset > 0 || rule != .identifier
            case 0x41...0x5A, UInt8(ascii: "."): rule != .identifier
            default: false
            }
        }
        if !isFine {
            return Message(TableMessage.badPattern, verbatim: ["value": shown(bytes)])
        }
        return bytes.count > rule.limit ? tooLong(bytes.count, rule.limit) : nil
    }

    private static func isFormulaSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
            0x0D:
            true
        default: false
        }
    }

    private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        if case .success = NumberText.parse(bytes) { return true }
        return false
    }

    private static func tooLong(_ length: Int, _ limit: Int) -> Message {
        Message(
            TableMessage.textTooLong,
            verbatim: ["length": String(length), "limit": String(limit)])
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        String(String(decoding: bytes.prefix(240), as: UTF8.self).prefix(60))
    }

    private static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
