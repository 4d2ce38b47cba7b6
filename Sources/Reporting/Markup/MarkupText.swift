/// Text on its way into XML or HTML.
package enum MarkupText {
    /// The text with the characters that would end it written as entities; fit for content and
    /// for attributes in double quotes. Control characters, which XML does not allow, are left
    /// out, save tab and line ends, and so is what would turn the direction of writing around.
    package static func escaped(_ text: String) -> String {
        if !text.utf8.contains(where: mayNeedEscape) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case "\u{FFFE}", "\u{FFFF}": continue
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default:
                if scalar.value >= 0x20, scalar.value != 0x7F {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// Whether a byte of UTF-8 can belong to a character that is not written as it is.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F: true
        // The first bytes of marks of direction and of what is no character.
        case 0xE2, 0xEF: true
        default: byte < 0x20
        }
    }
}
