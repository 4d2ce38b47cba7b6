internal import Hummingbird
internal import NIOCore
internal import PlannerPage
internal import Simulator

/// What accompanies a request through the routes.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The language of the answer: `lang` of the query, else the browser's, else the server's.
    var language: Language = .english
    /// The query's parameters, percent-encoding undone, in the order of the link.
    var query: [(name: String, value: String)] = []

    /// The port this server listens on.
    let port: Int

    init(source: ApplicationRequestContextSource) {
        port = source.channel.localAddress?.port ?? 0
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// The value of a parameter of the query; nil where it is missing.
    func value(of name: String) -> String? { query.first { $0.name == name }?.value }
}

extension Request {
    /// The body, whole. The gate has read it and found it small enough before any route is asked.
    func text() async throws -> String {
        let buffer = try await body.collect(upTo: ServerLimits.bodyBytes)
        guard let text = String(validating: buffer.readableBytesView, as: UTF8.self) else {
            throw APIError(.notUTF8)
        }
        return text
    }
}
