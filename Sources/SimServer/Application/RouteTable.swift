internal import HTTPTypes
internal import Hummingbird

/// The routes as they were declared, to tell a path that is not there from a method that does not
/// apply.
struct RouteTable: Sendable {
    private struct Route: Sendable {
        let path: String
        /// Nil for a part that may be anything.
        let parts: [String?]
        var methods: Set<HTTPRequest.Method>
    }

    private var routes: [Route] = []
    private var known: Set<HTTPRequest.Method> = []

    init(_ declared: [(path: String, method: HTTPRequest.Method)]) {
        for (path, method) in declared {
            known.insert(method)
            if let place = routes.firstIndex(where: { $0.path == path }) {
                routes[place].methods.insert(method)
            } else {
                let parts = path.split(separator: "/").map { part in
                    part.hasPrefix("{") || part.hasPrefix(":") ? nil : String(part)
                }
                routes.append(Route(path: path, parts: parts, methods: [method]))
            }
        }
        // What is declared letter by letter comes before what is left open.
        routes.sort { first, second in
            first.parts.count { $0 == nil } < second.parts.count { $0 == nil }
        }
    }

    func knows(_ method: HTTPRequest.Method) -> Bool { known.contains(method) }

    /// The route a path belongs to, as it was declared.
    func route(of path: String) -> String? { found(path)?.path }

    /// The methods that apply to a path; none where nothing is there.
    func methods(of path: String) -> Set<HTTPRequest.Method> { found(path)?.methods ?? [] }

    private func found(_ path: String) -> Route? {
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard path.hasPrefix("/") else { return nil }
        if path == "/" { return routes.first { $0.parts.isEmpty } }
        return routes.first { route in
            route.parts.count == parts.count
                && zip(route.parts, parts).allSatisfy { wanted, given in
                    wanted.map { $0 == given } ?? !given.isEmpty
                }
        }
    }
}
