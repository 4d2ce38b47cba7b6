/// The secret that opens the page, made when the server starts.
public struct AccessToken: Sendable {
    static let cookieName = "greenalu_token"
    public static let parameter = "token"
    private static let byteCount = 32

    /// 64 hexadecimal digits.
    public let text: String

    /// A new one, from the operating system's source of randomness.
    public init() {
        var source = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdef")
        text = (0..<Self.byteCount).reduce(into: "") { text, _ in
            let byte = UInt8.random(in: .min ... .max, using: &source)
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }

    /// - Returns: nil for a text too short to be a secret or of characters a link cannot hold.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
        }
        guard isPlain, (32...200).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    /// Compares in a time that does not tell how much of a guess is right.
    func matches(_ guess: String) -> Bool {
        let known = Array(text.utf8)
        let given = Array(guess.utf8)
        var difference = known.count ^ given.count
        for place in known.indices {
            difference |= Int(known[place] ^ (place < given.count ? given[place] : 0))
        }
        return difference == 0
    }

    /// The token in an `Authorization` line; nil for another scheme.
    static func bearer(_ authorization: String) -> String? {
        let scheme = "bearer "
        guard authorization.lowercased().hasPrefix(scheme) else { return nil }
        return String(authorization.dropFirst(scheme.count))
    }

    /// Whether a `Cookie` line holds the token.
    func isAmong(cookies line: String) -> Bool {
        line.split(separator: ";").contains { part in
            let pair = part.drop { $0 == " " }
            guard let equals = pair.firstIndex(of: "=") else { return false }
            return pair[..<equals] == Self.cookieName
                && matches(String(pair[pair.index(after: equals)...]))
        }
    }

    /// The `Set-Cookie` line. The cookie ends with the browser and goes to no other site's
    /// requests.
    var cookie: String { "\(Self.cookieName)=\(text); HttpOnly; SameSite=Strict; Path=/" }
}
