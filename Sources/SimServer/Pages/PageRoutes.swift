internal import HTTPTypes
internal import Hummingbird
internal import PlannerPage
internal import Reporting
internal import Simulator

/// The page and all that belongs to it: fragments, figures, tables and files of a state.
struct PageRoutes {
    private let services: ServerServices
    private let replanning: Replanning

    init(_ services: ServerServices) {
        self.services = services
        replanning = Replanning(services)
    }

    func add(to router: Router<ServerContext>) {
        router.get("/") { request, context in try await page(request, context) }
        router.get("/answer") { request, context in try await answer(request, context) }
        router.get("/comparison") { request, context in try await comparison(request, context) }
        router.get("/table") { request, context in try await table(request, context) }
        router.get("/figures/{file}") { request, context in try await figure(request, context) }
        router.get("/results.csv") { _, context in
            let state = try Replanning.state(context)
            let answer = try await replanning.answer(to: state, page: nil).answer
            return Response(
                file: "results.csv", mediaType: "text/csv; charset=utf-8",
                bytes: answer.resultsCSV.bytes)
        }
        router.get("/scenario.yaml") { _, context in
            let state = try Replanning.state(context)
            let desk = services.desk
            let yaml = try await services.lane.run(page: nil) {
                try desk.yaml(of: state, name: try desk.identifier(of: state), title: nil)
            }
            return Response(
                file: "scenario.yaml", mediaType: "application/yaml; charset=utf-8",
                bytes: Array(yaml.utf8))
        }
        for asset in PageAsset.allCases where asset != .openAPI {
            router.get(RouterPath("/\(asset.rawValue)")) { _, _ in
                Response(
                    status: .ok,
                    headers: [.contentType: asset.mediaType, .cacheControl: "no-cache"],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
    }

    /// The name a page gives itself, which tells its requests from other pages'.
    private func pageName(_ request: Request) -> String? {
        guard let field = HTTPField.Name("X-Greenalu-Page"),
            let name = request.headers[field], (1...100).contains(name.utf8.count)
        else { return nil }
        return name
    }

    /// Whether the page wants an answer now, and what takes long in a request that follows.
    private func asksForDraft(_ request: Request) -> Bool {
        HTTPField.Name("X-Greenalu-Draft").map { request.headers[$0] == "true" } ?? false
    }

    private func page(_ request: Request, _ context: ServerContext) async throws -> Response {
        let shown = try await replanning.shown(context, page: pageName(request))
        let desk = services.desk
        let saved = try services.store.entries().map {
            SavedSummary(number: $0.scenario.number, name: $0.scenario.name)
        }
        let html = try await services.lane.run(page: nil) {
            // Around a state that is refused stand the levers of the nearest one that is not.
            var last: (any Error)?
            for state in [shown.state, shown.state.unchanged, PageState()] {
                do {
                    return try PageDocument(
                        desk: desk, state: state, answerHTML: shown.html, saved: saved,
                        language: shown.language
                    ).html
                } catch {
                    last = error
                }
            }
            throw last ?? APIError(.notFound)
        }
        return Response(html: html, status: shown.status, fields: shown.timing.fields)
    }

    private func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
        let shown = try await replanning.shown(
            context, page: pageName(request), isDraft: asksForDraft(request))
        return Response(html: shown.html, status: shown.status, fields: shown.timing.fields)
    }

    private func comparison(
        _ request: Request, _ context: ServerContext
    ) async throws -> Response {
        let state = try Replanning.state(context)
        let language = state.language ?? context.language
        let (desk, shelf) = (services.desk, services.shelf)
        let page = pageName(request).map { "\($0)/comparison" }
        let html = try await services.lane.run(page: page) {
            let state = try desk.canonical(state)
            try PlanSize.check(state, desk: desk)
            return ComparisonDocument(
                try desk.comparison(of: state, shelf: shelf), language: language
            ).html
        }
        return Response(html: html)
    }

    private func table(_ request: Request, _ context: ServerContext) async throws -> Response {
        let key = context.value(of: "key") ?? ""
        let state = try Replanning.state(context, without: ["key"])
        let language = state.language ?? context.language
        let desk = services.desk
        let html = try await services.lane.run(page: nil) {
            try ProvinceTableDocument(desk: desk, state: state, key: key, language: language).html
        }
        return Response(html: html)
    }

    private func figure(_ request: Request, _ context: ServerContext) async throws -> Response {
        let file = context.parameters.get("file") ?? ""
        let parts = file.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = FigureName(rawValue: String(parts[0])),
            let kind = FigureFile(rawValue: String(parts[1]))
        else { throw APIError(.notFound) }
        let state = try Replanning.state(context)
        let language = state.language ?? context.language
        let planned = try await replanning.answer(to: state, page: nil)
        let bytes = try await services.lane.run(page: nil) { () throws -> [UInt8] in
            let document = AnswerDocument(planned.answer, language: language)
            switch kind {
            case .csv: return document.table(name).bytes
            case .svg:
                guard let figure = document.figure(name) else { throw APIError(.notFound) }
                return Array(figure.svg.utf8)
            }
        }
        return Response(
            file: "\(name.rawValue).\(kind.rawValue)", mediaType: kind.mediaType, bytes: bytes)
    }
}

/// The forms in which a figure can be kept.
private enum FigureFile: String {
    case svg, csv

    var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
