internal import Hummingbird
internal import PlannerPage
internal import Reporting
internal import Simulator

// Removed once the parts they stand for are here.

final class ScenarioStore: Sendable {
    enum History: Sendable {
        case kept
        case unavailable(Message)
    }
    let history = History.kept
    struct Entry { let scenario: SavedScenario }
    init(path: String?) throws {}
    func entries() throws -> [Entry] { [] }
    func saved(_ number: Int) throws -> SavedScenario? { nil }
}
final class JobQueue: Sendable {
    init(store: ScenarioStore, desk: PlanningDesk, threads: Int) throws {}
    func bands(of number: Int) throws -> EnsembleBands? { nil }
    func close() {}
}

struct APIRoutes {
    static let prefix = "/api/v1"
    let services: ServerServices
    init(_ services: ServerServices) { self.services = services }

    func add(to router: Router<ServerContext>) {
        router.get("/api/v1/health") { _, _ in Response(json: .object([("status", .text("ok"))])) }
        router.get("/api/v1/levers") { _, _ in Response(json: .object([("levers", .array([]))])) }
        router.get("/api/v1/metrics") { _, _ in services.metrics.text }
        router.post("/api/v1/plans") { request, _ in
            let text = try await request.text()
            return Response(json: .object([("length", .integer(text.utf8.count))]))
        }
        router.post("/api/v1/saved") { request, _ in
            Response(json: .object([]), status: .created)
        }
        router.delete("/api/v1/saved/{id}") { _, _ in Response(status: .noContent) }
        router.post("/api/v1/scenarios/check") { request, _ in
            Response(json: .object([("length", .integer(try await request.text().utf8.count))]))
        }
    }
}
