internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// Plans for programs.
struct PlanRoutes {
    let services: ServerServices

    var all: [APIRoute] {
        [
            APIRoute(.post, "/plans") { request, context in
                try await plan(request, context)
            }
        ]
    }

    private func plan(_ request: Request, _ context: ServerContext) async throws -> Response {
        let object = try await APIRequest.object(request)
        return Response(json: try await document(object, language: context.language))
    }

    private func document(_ object: RequestObject, language: Language) async throws -> JSONValue {
        let services = services
        return try await services.lane.run(page: nil) {
            try Self.document(object, services, language: language)
        }
    }

    /// Works on a thread of the lane.
    private static func document(
        _ object: RequestObject, _ services: ServerServices, language: Language
    ) throws -> JSONValue {
        var body = object
        let desk = services.desk
        let asked = state(&body)
        try body.finish { _ = try desk.scenario(for: asked) }
        let state = try desk.canonical(asked)
        try PlanSize.check(state, desk: desk)
        let answer = try desk.answer(to: state, shelf: services.shelf)
        guard !answer.areLinesDivided else {
            throw InputRejected(
                RequestMessage.wholeLinesTakeLong.finding(
                    at: JobRequest.linesKey, value: PotlineDivision.whole.rawValue))
        }
        return PlanDocument(answer, language: asked.language ?? language).json
    }

    /// The state that a request's members stand for, as if they came from a link.
    private static func state(_ body: inout RequestObject) -> PageState {
        var parameters: [(name: String, value: String)] = []
        let names = ["scenario", "base", "lang"]
        for name in names {
            if let value = body.text(name, limit: 200) { parameters.append((name, value)) }
        }
        if let year = body.integer("year", in: 2000...2100) {
            parameters.append(("year", String(year)))
        }
        var state = PageState()
        do {
            state = try PageState(
                parameters: parameters, levers: LeverCatalogue.derivedIdentifiers)
        } catch {
            for finding in error.findings { body.findings.append(finding) }
        }
        let levers = body.values("levers")
        let settings = body.values("settings")
        for (name, value) in levers.sorted(by: { $0.key < $1.key }) where settings[name] != nil {
            body.refuse(.givenTwice, "levers.\(name)", value)
        }
        for (name, value) in levers.merging(settings, uniquingKeysWith: { first, _ in first }) {
            if LeverCatalogue.derivedIdentifiers.contains(name) {
                state.levers[name] = value
            } else {
                state.settings[name] = value
            }
        }
        return state
    }
}
