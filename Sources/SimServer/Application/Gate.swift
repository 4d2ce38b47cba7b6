internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import PlannerPage
internal import Simulator

/// Stands before the routes: who asks, from where, with what, and whether there is such a route.
/// It also turns every error into its answer and counts what was answered.
struct Gate<Routes: HTTPResponder>: HTTPResponder where Routes.Context == ServerContext {
    let routes: Routes
    let table: RouteTable
    let token: AccessToken
    /// The language where neither the link nor the browser asks for one.
    let language: Language
    let metrics: ServerMetrics

    /// The one path that is answered without the token, besides the page's assets.
    static var openPath: String { "\(APIRoutes.prefix)/health" }

    func respond(to request: Request, context: ServerContext) async throws -> Response {
        var context = context
        context.language =
            request.headers[.acceptLanguage].flatMap(AcceptedLanguage.preferred) ?? language
        var response: Response
        do {
            let query = request.uri.query ?? ""
            guard let parameters = QueryText.parameters(query) else {
                throw APIError(.malformed)
            }
            context.query = parameters
            if let asked = context.value(of: "lang").flatMap(Language.init(rawValue:)) {
                context.language = asked
            }
            response = try await answer(request, context)
        } catch {
            let error = APIError(error)
            response = error.response(in: error.language ?? context.language)
        }
        let route = table.route(of: request.uri.path)
        metrics.countRequest(
            route: route ?? "none",
            method: table.knows(request.method) ? "\(request.method)" : "other",
            status: response.status.code)
        return response
    }

    private func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
        let path = request.uri.path
        let isChange = request.method != .get && request.method != .head
        let bearer = request.headers[.authorization].flatMap(AccessToken.bearer)
        let bearsToken = bearer.map(token.matches) ?? false
        if isChange {
            let hosts = HostPolicy(port: context.port)
            let provenance = OriginPolicy.Provenance(
                origins: request.headers[values: .origin],
                sites: HTTPField.Name("Sec-Fetch-Site").map { request.headers[values: $0] } ?? [],
                bearsToken: bearsToken)
            guard OriginPolicy(hosts: hosts).allows(provenance) else {
                throw refusal(.foreignOrigin, request)
            }
        }
        if path == "/", !isChange, let guess = context.value(of: AccessToken.parameter) {
            return opened(by: guess, request, context)
        }
        let isOpen =
            path == Self.openPath || PageAsset.allCases.contains { path == "/\($0.rawValue)" }
        let hasCookie = request.headers[values: .cookie].contains(where: token.isAmong)
        guard isOpen || bearsToken || hasCookie else {
            if path == "/", !isChange { return tokenPage(request, context) }
            throw refusal(.tokenNeeded, request)
        }
        let methods = table.methods(of: path)
        guard !methods.isEmpty else { throw refusal(.notFound, request) }
        guard methods.contains(request.method) else {
            let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
            var error = refusal(
                .methodNotAllowed, request,
                ["method": String(request.method.rawValue.prefix(20)), "allowed": allowed])
            error.fields[.allow] = allowed
            throw error
        }
        if [.post, .put, .patch].contains(request.method) {
            let kind = request.headers[.contentType]?.prefix { $0 != ";" } ?? ""
            guard kind.filter({ $0 != " " }).lowercased() == "application/json" else {
                throw refusal(.notJSON, request)
            }
        }
        var request = request
        let body: ByteBuffer
        do {
            body = try await request.collectBody(upTo: ServerLimits.bodyBytes)
        } catch {
            throw refusal(.bodyTooLarge, request)
        }
        do {
            return try await routes.respond(to: request, context: context)
        } catch {
            var error = APIError(error)
            error.language = Self.language(askedIn: body)
            throw error
        }
    }

    /// What `lang` says in a body of JSON.
    private static func language(askedIn body: ByteBuffer) -> Language? {
        guard body.readableBytes > 0,
            let value = try? JSONReader.read(Array(body.readableBytesView))
        else { return nil }
        var object = RequestObject(value)
        return object.text("lang", limit: 10).flatMap(Language.init(rawValue:))
    }

    /// A refusal of a request whose body nobody reads; the connection ends with it.
    private func refusal(
        _ refusal: ServerRefusal, _ request: Request, _ arguments: [String: String] = [:]
    ) -> APIError {
        var error = APIError(refusal, verbatim: arguments)
        let hasBody =
            request.headers.contains(.transferEncoding)
            || request.headers[.contentLength].map { $0 != "0" } ?? false
        if hasBody { error.fields[.connection] = "close" }
        return error
    }

    /// The first page load: the right token becomes a cookie, and the link goes on without it.
    private func opened(
        by guess: String, _ request: Request, _ context: ServerContext
    ) -> Response {
        guard token.matches(guess) else { return tokenPage(request, context) }
        let rest = QueryText.withoutToken(request.uri.query ?? "")
        return Response(
            status: .seeOther,
            headers: [.location: rest.isEmpty ? "/" : "/?\(rest)", .setCookie: token.cookie])
    }

    /// Asks for the token. Browsers keep the cookie from a link of another site; the page loads
    /// itself once more, then as a link of its own.
    private func tokenPage(_ request: Request, _ context: ServerContext) -> Response {
        var fields = HTTPFields()
        if let site = HTTPField.Name("Sec-Fetch-Site"), let refresh = HTTPField.Name("Refresh"),
            request.headers[site] == "cross-site"
        {
            fields[refresh] = "0"
        }
        let link = context.query.filter { $0.name != AccessToken.parameter }
        return Response(
            html: TokenDocument(language: context.language, link: link).html,
            status: .unauthorized, fields: fields)
    }
}
