/// Says why a text is not a number, so that the advice fits. Only texts that have already been
/// refused come here.
enum NumberDiagnosis {
    static func fault(of bytes: ArraySlice<UInt8>) -> NumberFault {
        let text = String(decoding: bytes, as: UTF8.self)
        let scalars = Array(text.unicodeScalars)
        let lower = text.lowercased()
        if isWordForNothing(lower) { return .wordForNothing }
        if isInfinity(lower) { return .infinite }
        if scalars.first == "'" || scalars.first == "\u{2018}" || scalars.first == "\u{2019}" {
            return .apostrophe
        }
        if scalars.contains(where: isFullWidth) { return .fullWidth }
        if isDate(lower) { return .date }
        let hasDigit = scalars.contains { isDigit($0) }
        guard hasDigit else { return .notANumber }
        let trimmed = scalars.filter { !isSpace($0) }
        if trimmed.count < scalars.count, trimmed.allSatisfy(isNumeric) { return .spaces }
        if scalars.allSatisfy(isNumeric) { return separatorFault(scalars) }
        if let first = scalars.first, isDigit(first) || first == "-" || first == "+" {
            return startsAsNumber(scalars) ? .unitInCell : .notANumber
        }
        return .notANumber
    }

    private static func isWordForNothing(_ lower: String) -> Bool {
        switch lower {
        case "nan", ".nan", "+nan", "-nan", "#n/a", "n/a", "na", "null", "none", "nil", "-", "--",
            "—", "–", "?", "…", "...", "#value!", "#ref!", "#div/0!", "#num!", "#name?", "无", "缺":
            true
        default: false
        }
    }

    private static func isInfinity(_ lower: String) -> Bool {
        var word = Substring(lower)
        if word.first == "-" || word.first == "+" { word.removeFirst() }
        if word.first == "." { word.removeFirst() }
        return word == "inf" || word == "infinity" || word == "∞"
    }

    private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
        (0xFF01...0xFF5E).contains(scalar.value) || scalar.value == 0x3002
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value == 0x200B
    }

    /// Digits, separators, sign, exponent and percent sign.
    private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", ".", ",", "-", "+", "e", "E", "%": true
        default: false
        }
    }

    /// `2024/1`, `2024-01-31`, `31.1.2024`, `Jan-24`, `1月`.
    private static func isDate(_ lower: String) -> Bool {
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let hasDigit = lower.unicodeScalars.contains(where: isDigit)
        if hasDigit, months.contains(where: { lower.contains($0) }) { return true }
        if hasDigit, lower.contains("月") || lower.contains("日") || lower.contains("年") {
            return true
        }
        for separator: Character in ["/", "-", ":", "."] {
            let parts = lower.split(separator: separator, omittingEmptySubsequences: false)
            let needed = separator == "." ? 3 : 2
            if parts.count >= needed, parts.count <= 3,
                parts.allSatisfy({ part in
                    (1...4).contains(part.count) && part.unicodeScalars.allSatisfy(isDigit)
                }),
                separator != "." || parts.last?.count == 4
            {
                return true
            }
        }
        return false
    }

    /// Commas and points in the wrong places: a comma for decimals, or groups of other sizes.
    private static func separatorFault(_ scalars: [Unicode.Scalar]) -> NumberFault {
        let commas = scalars.indices.filter { scalars[$0] == "," }
        let points = scalars.indices.filter { scalars[$0] == "." }
        guard let lastComma = commas.last else {
            return points.count > 1 ? .decimalComma : .notANumber
        }
        if let lastPoint = points.last, lastPoint < lastComma { return .decimalComma }
        if commas.count == 1, points.isEmpty { return .decimalComma }
        return .wrongGroups
    }

    /// Whether the text is a number with something behind it, such as `12 Mt`.
    private static func startsAsNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        let rest = scalars.drop { isNumeric($0) && $0 != "e" && $0 != "E" }
        guard let first = rest.first(where: { !isSpace($0) }) else { return false }
        return first.properties.isAlphabetic || first == "/" || first == "°" || first == "¥"
    }
}
