import HTTPTypes
import Testing

@testable import SimServer

@Suite("A path that is not there is told from a method that does not apply")
struct RouteTableTests {
    private let table = RouteTable([
        ("/", .get), ("/answer", .get), ("/figures/{file}", .get), ("/api/v1/saved", .get),
        ("/api/v1/saved", .post), ("/api/v1/saved/{id}", .delete),
        ("/api/v1/scenarios/check", .post),
        ("/api/v1/scenarios/{name}", .get),
    ])

    @Test("Methods are those of the route a path belongs to")
    func methods() {
        #expect(table.methods(of: "/") == [.get])
        #expect(table.methods(of: "/api/v1/saved") == [.get, .post])
        #expect(table.methods(of: "/api/v1/saved/7") == [.delete])
        #expect(table.methods(of: "/api/v1/scenarios/check") == [.post])
        #expect(table.methods(of: "/api/v1/scenarios/dry-yunnan") == [.get])
    }

    @Test(
        "Nothing is at any other path",
        arguments: [
            "", "x", "//", "/nothing", "/answer/", "//answer", "/api/v1/saved/",
            "/api/v1/saved/7/8",
            "/figures", "/figures/", "/ANSWER", "/%61nswer", "/api/v1/saved/../saved/7",
        ])
    func nothing(_ path: String) {
        #expect(table.methods(of: path).isEmpty)
        #expect(table.route(of: path) == nil)
    }

    @Test("Routes are named as they were declared, so that there are few")
    func names() {
        #expect(table.route(of: "/figures/map.svg") == "/figures/{file}")
        #expect(table.route(of: "/figures/anything") == "/figures/{file}")
    }
}
