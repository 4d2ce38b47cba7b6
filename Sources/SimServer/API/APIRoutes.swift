internal import HTTPTypes
internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// One route of the programming interface.
struct APIRoute: Sendable {
    let method: HTTPRequest.Method
    /// As the router and openapi.json write it: `/api/v1/jobs/{id}`.
    let path: String
    /// Parameters of the query that it reads, beside `lang`.
    var parameters: Set<String> = []
    let answer: @Sendable (Request, ServerContext) async throws -> Response

    /// The method as a word: `GET`.
    var verb: String { method.rawValue }

    /// The parameter that every route reads.
    static let language = "lang"

    init(
        _ method: HTTPRequest.Method, _ path: String, parameters: Set<String> = [],
        answer: @escaping @Sendable (Request, ServerContext) async throws -> Response
    ) {
        self.method = method
        self.path = APIRoutes.prefix + path
        self.parameters = parameters
        self.answer = answer
    }

    /// Refuses parameters that the route does not read, one given twice, and a language that is
    /// not spoken.
    func check(_ query: [(name: String, value: String)]) throws(InputRejected) {
        let known = parameters.sorted() + [Self.language]
        var findings = FindingList()
        var seen = Set<String>()
        for (name, value) in query {
            if !known.contains(name) {
                findings.append(
                    RequestMessage.unknownMember.finding(
                        at: name, value: name, RequestObject.choices(known, nearestTo: name)))
            } else if !seen.insert(name).inserted {
                findings.append(RequestMessage.memberTwice.finding(at: name, value: value))
            } else if name == Self.language, Language(rawValue: value) == nil {
                let languages = Language.allCases.map(\.rawValue)
                findings.append(
                    RequestMessage.notAChoice.finding(
                        at: name, value: value,
                        RequestObject.choices(languages, nearestTo: value)))
            }
        }
        try findings.throwIfRejected()
    }
}

/// The programming interface, version 1. `openapi.json` describes each of its routes and no other;
/// a test holds the two against each other.
struct APIRoutes {
    static let prefix = "/api/v1"

    private let services: ServerServices

    init(_ services: ServerServices) {
        self.services = services
    }

    var all: [APIRoute] {
        var routes = StatusRoutes(services: services).all
        routes += ScenarioRoutes(services: services).all
        routes += PlanRoutes(services: services).all
        routes += SavedRoutes(services: services).all
        routes += JobRoutes(services: services).all
        return routes
    }

    func add(to router: Router<ServerContext>) {
        for route in all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                do {
                    try route.check(context.query)
                    return try await route.answer(request, context)
                } catch {
                    throw Self.refusal(of: error)
                }
            }
        }
    }

    /// What the store and the queue refuse, with its status.
    private static func refusal(of error: any Error) -> any Error {
        switch error {
        case let refusal as StoreRefusal:
            return APIError(
                status: .conflict, code: refusal.reason.rawValue, message: refusal.message)
        case let failure as StoreFailure:
            return APIError(
                status: .serviceUnavailable, code: ServerRefusal.storageFailed.rawValue,
                message: failure.message)
        case JobRefusal.closing: return APIError(.closing)
        case JobRefusal.full(let seconds):
            var refused = APIError(
                status: .tooManyRequests, code: JobMessage.queueFull.rawValue,
                message: Message(
                    JobMessage.queueFull,
                    verbatim: [
                        "limit": String(JobLimits.waiting), "seconds": String(seconds),
                    ]))
            refused.fields[.retryAfter] = String(seconds)
            return refused
        default: return error
        }
    }
}

/// Members of requests that several routes read.
enum APIRequest {
    /// The body as JSON.
    static func object(_ request: Request) async throws -> RequestObject {
        RequestObject(try JSONReader.read(Array(try await request.text().utf8)))
    }

    /// The number in a path. Numbers are 1 and up, without a sign or leading zeros; any other text
    /// names nothing that exists.
    static func number(_ context: ServerContext, missing message: JobMessage) throws -> Int {
        let text = context.parameters.get("id") ?? ""
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !text.hasPrefix("0"),
            let number = Int(text)
        else { throw Self.missing(message, text) }
        return number
    }

    /// There is no such thing: 404.
    static func missing(_ message: JobMessage, _ value: String) -> APIError {
        APIError(
            status: .notFound, code: message.rawValue,
            message: Message(message, verbatim: ["value": value]))
    }

    /// Parameters of one link.
    static let parameterLimit = 1000

    /// The state of a link, or of its query alone. What stands before a question mark, and what
    /// follows a number sign, is no part of the query.
    static func state(_ link: String) throws(InputRejected) -> PageState {
        var query = Substring(link)
        if let mark = query.firstIndex(of: "#") { query = query[..<mark] }
        if let mark = query.firstIndex(of: "?") { query = query[query.index(after: mark)...] }
        guard link.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parameters = QueryText.parameters(query), parameters.count <= parameterLimit
        else {
            throw InputRejected(
                RequestMessage.linkUnreadable.finding(
                    at: "link", value: link, ["limit": Text(verbatim: String(parameterLimit))]))
        }
        return try PageState(
            parameters: parameters, levers: LeverCatalogue.derivedIdentifiers)
    }
}

extension Text {
    /// Both languages, as members `en` and `zh`.
    var json: JSONValue { .object([("en", .text(english)), ("zh", .text(chinese))]) }
}
