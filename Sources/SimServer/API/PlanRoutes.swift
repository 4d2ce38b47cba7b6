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
        let asked = try state(of: try await APIRequest.object(request))
        return Response(
            json: try await document(asked, language: asked.language ?? context.language))
    }

    private func document(_ asked: PageState, language: Language) async throws -> JSONValue {
        let desk = services.desk
        let shelf = services.shelf
        return try await services.lane.run(page: nil) {
            let state = try desk.canonical(asked)
            try PlanSize.check(state, desk: desk)
            let answer = try desk.answer(to: state, shelf: shelf, bands: nil)
            guard !answer.areLinesDivided else {
                throw InputRejected(
                    RequestMessage.wholeLinesTakeLong.finding(
                        at: JobRequest.linesKey, value: PotlineDivision.whole.rawValue))
            }
            return PlanDocument(
                answer.record, base: answer.base, state: answer.state, digest: answer.digest,
                language: language
            ).json
        }
    }

    private func state(of object: RequestObject) throws -> PageState {
        var body = object
        let asked = Self.state(&body)
        try body.finish { try PlanSize.check(asked, desk: services.desk) }
        return asked
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
