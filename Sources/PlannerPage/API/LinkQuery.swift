public import Simulator

/// The query of a link as text: `scenario=dry-yunnan&carbon.price=300`.
public enum LinkQuery {
    /// Parameters of one link.
    public static let parameterLimit = 1000

    /// Names and values in the order of the link, percent-encoding undone. What stands before a
    /// question mark, and what follows a number sign, is no part of the query.
    /// - Throws: ``InputRejected`` where the encoding is broken.
    public static func parameters(
        of link: String, field: String = "link"
    ) throws(InputRejected) -> [(name: String, value: String)] {
        var query = Substring(link)
        if let mark = query.firstIndex(of: "#") { query = query[..<mark] }
        if let mark = query.firstIndex(of: "?") { query = query[query.index(after: mark)...] }
        let parts = query.split(separator: "&")
        var result: [(name: String, value: String)] = []
        for part in parts.prefix(parameterLimit) {
            let equals = part.firstIndex(of: "=")
            let name = decoded(part[..<(equals ?? part.endIndex)])
            let value = decoded(equals.map { part[part.index(after: $0)...] } ?? "")
            guard let name, let value else { throw unreadable(String(part), field) }
            result.append((name, value))
        }
        guard parts.count <= parameterLimit else { throw unreadable(String(parts.count), field) }
        return result
    }

    private static func unreadable(_ value: String, _ field: String) -> InputRejected {
        InputRejected(
            RequestMessage.linkUnreadable.finding(
                at: field, value: value, ["limit": Text(verbatim: String(parameterLimit))]))
    }

    /// Nil for a broken escape, and for bytes that are not UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimal),
                    let low = rest.popFirst().flatMap(hexadecimal)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}
