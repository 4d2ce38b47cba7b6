import Testing

@testable import SimServer

@Suite("A request is answered only under a name of this machine")
struct HostPolicyTests {
    private let policy = HostPolicy(port: 8742)

    @Test(
        "Own names with the own port are accepted, in any case",
        arguments: [
            "127.0.0.1:8742", "localhost:8742", "[::1]:8742", "LOCALHOST:8742", "LocalHost:8742",
        ])
    func ownNames(_ host: String) {
        #expect(policy.judge([host]) == .own)
    }

    @Test(
        "Any other name or port is foreign",
        arguments: [
            "evil.example", "evil.example:8742", "localhost.evil.example:8742",
            "127.0.0.1.evil.example:8742", "127.0.0.1:8742@evil.example", "localhost.:8742",
            "127.0.0.1.:8742", "127.0.0.1:8743", "localhost", "127.0.0.1", "127.0.0.1:http",
            "127.0.0.1:08742", "127.0.0.1:74278", "127.0.0.2:8742", "0.0.0.0:8742",
            "2130706433:8742", "127.0.0.1:8742/evil", "127.0.0.1:8742,evil.example", "::1:8742",
            "[::1]", "127.1:8742", "127.0.0.1:+8742", "127.0.0.1:",
        ])
    func foreignNames(_ host: String) {
        #expect(policy.judge([host]) == .foreign)
    }

    @Test("No host, an empty one, two, and one with blanks or letters beyond ASCII are malformed")
    func malformedHosts() {
        #expect(policy.judge([]) == .malformed)
        #expect(policy.judge([""]) == .malformed)
        #expect(policy.judge(["127.0.0.1:8742", "127.0.0.1:8742"]) == .malformed)
        #expect(policy.judge(["127.0.0.1:8742", "evil.example"]) == .malformed)
        #expect(policy.judge(["127.0.0.1:8742 evil.example"]) == .malformed)
        #expect(policy.judge(["ｌocalhost:8742"]) == .malformed)
    }

    @Test("On port 80 the port may be left out")
    func port80() {
        #expect(HostPolicy(port: 80).judge(["localhost"]) == .own)
        #expect(HostPolicy(port: 80).judge(["evil.example"]) == .foreign)
    }
}
