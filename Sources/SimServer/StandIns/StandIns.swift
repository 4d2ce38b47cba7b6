internal import Hummingbird
internal import PlannerPage

// Removed once the parts they stand for are here.

final class ScenarioStore: Sendable {}
final class JobQueue: Sendable {}

struct APIRoutes {
    init(_ services: ServerServices) {}

    func add(to router: Router<ServerContext>) {}
}
