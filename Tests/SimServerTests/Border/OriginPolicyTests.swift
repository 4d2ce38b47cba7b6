import Testing

@testable import SimServer

@Suite("Only the own page, or a program with the token, changes anything")
struct OriginPolicyTests {
    private let policy = OriginPolicy(hosts: HostPolicy(port: 8742))

    private func allows(_ origins: [String], _ sites: [String] = [], bearer: Bool = false) -> Bool {
        policy.allows(
            OriginPolicy.Provenance(origins: origins, sites: sites, bearsToken: bearer))
    }

    @Test("The own origin is allowed, with and without the browser's word for it")
    func ownOrigin() {
        for origin in ["http://127.0.0.1:8742", "http://localhost:8742", "http://[::1]:8742"] {
            #expect(allows([origin]))
            #expect(allows([origin], ["same-origin"]))
        }
        #expect(allows([], ["same-origin"]))
    }

    @Test(
        "A foreign origin is refused, whatever else is said",
        arguments: [
            "null", "", "http://evil.example", "http://evil.example:8742",
            "http://localhost.evil:8742", "http://127.0.0.1.evil.example:8742",
            "http://127.0.0.1:8742.evil.example", "http://127.0.0.1:8742@evil.example",
            "http://127.0.0.1:8743", "http://127.0.0.1", "https://127.0.0.1:8742", "file://",
            "http://127.0.0.1:8742 http://evil.example", "http://127.0.0.1:8742/",
        ])
    func foreignOrigin(_ origin: String) {
        #expect(!allows([origin]))
        #expect(!allows([origin], ["same-origin"]))
        #expect(!allows([origin], bearer: true))
    }

    @Test("A site that is not the own is refused, even with the own origin")
    func foreignSite() {
        for site in ["cross-site", "same-site", "none", ""] {
            #expect(!allows([], [site]))
            #expect(!allows(["http://127.0.0.1:8742"], [site]))
            #expect(!allows([], [site], bearer: true))
        }
    }

    @Test("Without origin and site only the token in Authorization lets a change in")
    func neither() {
        #expect(!allows([]))
        #expect(allows([], bearer: true))
    }

    @Test("Two origins, or two words on the site, are refused")
    func twice() {
        #expect(!allows(["http://127.0.0.1:8742", "http://127.0.0.1:8742"]))
        #expect(!allows([], ["same-origin", "cross-site"]))
    }
}
