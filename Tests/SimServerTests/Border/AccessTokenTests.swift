import Testing

@testable import SimServer

@Suite("The token opens, and nothing else does")
struct AccessTokenTests {
    private let token = AccessToken()

    @Test("A new token has 64 hexadecimal digits and is another every time")
    func fresh() {
        #expect(token.text.count == 64)
        #expect(token.text.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(Set((0..<20).map { _ in AccessToken().text }).count == 20)
    }

    @Test("Only the whole token matches")
    func matches() {
        #expect(token.matches(token.text))
        let half = String(token.text.prefix(32))
        let wrong = [
            "", half, String(token.text.dropLast()), token.text + "0", token.text + token.text,
            String(repeating: "0", count: 64), token.text.uppercased() + "x",
        ]
        for guess in wrong { #expect(!token.matches(guess)) }
    }

    @Test("The cookie is found among others by its exact name")
    func cookies() {
        let own = "greenalu_token=\(token.text)"
        #expect(token.isAmong(cookies: own))
        #expect(token.isAmong(cookies: "a=b; \(own); c=d"))
        #expect(token.isAmong(cookies: "a=b;\(own)"))
        for other in [
            "x\(own)", "greenalu_token2=\(token.text)", "GREENALU_TOKEN=\(token.text)", "\(own)0",
            "",
        ] {
            #expect(!token.isAmong(cookies: other))
        }
    }

    @Test("A bearer's token is read whatever the case of the scheme; other schemes are not")
    func bearer() {
        #expect(AccessToken.bearer("Bearer abc") == "abc")
        #expect(AccessToken.bearer("bearer abc") == "abc")
        #expect(AccessToken.bearer("Basic abc") == nil)
        #expect(AccessToken.bearer("abc") == nil)
    }

    @Test("A text from a file is a token only if it is long and plain")
    func fromText() {
        #expect(AccessToken(token.text)?.text == token.text)
        #expect(AccessToken(String(repeating: "a", count: 31)) == nil)
        #expect(AccessToken(String(repeating: "a", count: 201)) == nil)
        #expect(AccessToken(String(repeating: "a", count: 40) + "\n") == nil)
        #expect(AccessToken(String(repeating: "a", count: 40) + ";x") == nil)
    }

    @Test("The cookie is closed to scripts and to other sites")
    func attributes() {
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            #expect(token.cookie.contains(part))
        }
        #expect(!token.cookie.contains("Domain"))
    }
}
