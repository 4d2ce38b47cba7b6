internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// How the server is, and what describes it.
struct StatusRoutes {
    let services: ServerServices

    var all: [APIRoute] {
        [
            APIRoute(.get, "/health") { _, _ in
                Response(json: health)
            },
            APIRoute(.get, "/metrics") { _, _ in
                Response(
                    status: .ok,
                    headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: services.metrics.text)))
            },
            APIRoute(.get, "/openapi.json") { _, _ in
                Response(
                    status: .ok, headers: [.contentType: PageAsset.openAPI.mediaType],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: PageAsset.openAPI.bytes)))
            },
        ]
    }

    /// Answered without the token, so that it says nothing of this machine.
    private var health: JSONValue {
        .object([
            ("status", .text("ok")), ("version", .text(ProgramVersion.current)),
            ("history", .text(services.store.history.word)),
        ])
    }
}

extension ScenarioStore.History {
    /// `kept` or `unavailable`.
    var word: String {
        switch self {
        case .kept: "kept"
        case .unavailable: "unavailable"
        }
    }

    /// Why nothing outlives the server; nil where it does.
    func reason(in language: Language) -> JSONValue {
        switch self {
        case .kept: .null
        case .unavailable(let message): .text(message.rendered(in: language))
        }
    }
}
