/// One area of the catalogue of messages. Conforming types are enumerations whose cases are
/// the messages and whose `text` is an exhaustive switch, so no message can lack a language.
public protocol MessageCatalogue: RawRepresentable<String>, CaseIterable, Sendable {
    /// First part of the stable identifier, for example `table` in `table.not_a_number`.
    static var area: String { get }
    /// The wording, with places for arguments in braces: `row {row} has {found} fields`.
    var text: Text { get }
}

/// A catalogue entry with its arguments: what is said, independent of the language.
public struct Message: Sendable, Hashable {
    /// Stable identifier, the same in every language: `area.case`.
    public let identifier: String
    public let text: Text
    public let arguments: [String: Text]

    public init<Entry: MessageCatalogue>(_ entry: Entry, _ arguments: [String: Text] = [:]) {
        identifier = "\(Entry.area).\(entry.rawValue)"
        text = entry.text
        self.arguments = arguments
    }

    public init<Entry: MessageCatalogue>(_ entry: Entry, verbatim arguments: [String: String]) {
        self.init(entry, arguments.mapValues { Text(verbatim: $0) })
    }

    /// The wording with its arguments filled in and control characters made harmless.
    public func rendered(in language: Language) -> String {
        var result = ""
        var rest = Substring(text[language])
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            if let argument = arguments[name] {
                result += PrintableText.escaped(argument[language])
            } else {
                result += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The message as a text in both languages, to be an argument of another message.
    public var asText: Text {
        Text(en: rendered(in: .english), zh: rendered(in: .chinese))
    }
}

/// Text from outside, made safe to print on a terminal.
public enum PrintableText {
    /// Control characters, line and paragraph separators and bidirectional overrides become
    /// `\u{…}`; over-long text is cut.
    public static func escaped(_ text: String, limit: Int = 1200) -> String {
        var result = ""
        var length = 0
        for scalar in text.unicodeScalars {
            if length >= limit {
                result += "…"
                break
            }
            length += 1
            if isUnsafe(scalar) || looksLikeSpaceOrNothing(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a scalar is shown as an ordinary space or not at all, so that a text that is refused
    /// for it would look right: spaces that do not break, soft hyphens.
    private static func looksLikeSpaceOrNothing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0xAD, 0x034F, 0x1680, 0x180E, 0x2000...0x200A, 0x202F, 0x205F: true
        default: false
        }
    }

    /// Whether a scalar could move the cursor, hide text or reorder it.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
