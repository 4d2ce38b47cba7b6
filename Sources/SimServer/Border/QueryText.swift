/// The query of a link, taken apart.
enum QueryText {
    /// Names and values in their order, percent-encoding undone and `+` read as a space, as forms
    /// write it.
    /// - Returns: nil for an incomplete percent-encoding and for bytes that are not UTF-8.
    static func parameters(_ query: some StringProtocol) -> [(name: String, value: String)]? {
        var result: [(name: String, value: String)] = []
        for part in query.split(separator: "&") {
            let equals = part.firstIndex(of: "=")
            guard
                let name = decoded(part[..<(equals ?? part.endIndex)]),
                let value = decoded(equals.map { part[part.index(after: $0)...] } ?? "")
            else { return nil }
            result.append((name, value))
        }
        return result
    }

    private static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// The path with the query without its token, for the link after the first page load.
    static func withoutToken(_ query: some StringProtocol) -> String {
        query.split(separator: "&").filter { part in
            decoded(part.prefix { $0 != "=" }) != AccessToken.parameter
        }.joined(separator: "&")
    }
}
