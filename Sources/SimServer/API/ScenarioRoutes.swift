internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// Levers and scenarios to choose from, and texts to check.
struct ScenarioRoutes {
    let services: ServerServices

    /// Bytes of a link within a link, so that the whole stays below what a request may have.
    static let linkLimit = 4000

    var all: [APIRoute] {
        [
            APIRoute(.get, "/levers", parameters: ["link"]) { _, context in
                try await levers(context)
            },
            APIRoute(.get, "/scenarios") { _, _ in
                try await scenarios()
            },
            APIRoute(.get, "/scenarios/{name}") { _, context in
                try await scenario(context.parameters.get("name") ?? "")
            },
            APIRoute(.post, "/scenarios/check") { request, context in
                try await check(request, context)
            },
        ]
    }

    private func scenarios() async throws -> Response {
        let desk = services.desk
        let list = try await services.lane.run(page: nil) {
            try desk.library.names().map { name in
                let scenario = try desk.scenario(.shipped(name))
                return JSONValue.object([
                    ("name", .text(name)), ("title", scenario.title.json),
                    ("question", scenario.question.json),
                ])
            }
        }
        return Response(json: .object([("scenarios", .array(list))]))
    }

    private func scenario(_ name: String) async throws -> Response {
        let desk = services.desk
        guard case .shipped(let known)? = ScenarioReference(name),
            try desk.library.names().contains(known)
        else { throw APIRequest.missing(.noScenario, name) }
        let document = try await services.lane.run(page: nil) {
            let scenario = try desk.scenario(.shipped(known))
            let inputs = try ModelInputs(data: desk.data, scenario: scenario)
            let yaml = EffectiveScenario.yaml(scenario, inputs: inputs)
            return JSONValue.object([
                ("name", .text(known)), ("title", scenario.title.json),
                ("question", scenario.question.json),
                ("base_year", .integer(inputs.horizon.baseYear)),
                ("last_year", .integer(inputs.horizon.lastYear)),
                ("link", .text("/?" + PageState(.shipped(known)).query)),
                ("digest", .text(FileDigest.sha256(Array(yaml.utf8)))),
                ("effective", .text(yaml)),
            ])
        }
        return Response(json: document)
    }

    private func check(_ request: Request, _ context: ServerContext) async throws -> Response {
        let text = try textToCheck(try await APIRequest.object(request))
        return Self.response(try await text.verdict(), context)
    }

    private func textToCheck(_ object: RequestObject) throws -> TextCheck {
        var body = object
        let yaml = body.requiredText("yaml", limit: ScenarioStore.yamlLimit)
        let name = body.text("name", limit: ScenarioName.limit)
        try body.finish()
        let file = try name.map { try ScenarioName($0).fileName(number: 1) } ?? "scenario.yaml"
        return TextCheck(yaml: yaml ?? "", file: file, services: services)
    }

    private static func response(
        _ verdict: TextCheck.Verdict, _ context: ServerContext
    ) -> Response {
        Response(
            json: .object([
                ("accepted", .flag(verdict.digest != nil)),
                ("digest", verdict.digest.map(JSONValue.text) ?? .null),
                (
                    "findings",
                    .array(
                        verdict.findings.map { FindingDocument($0).json(in: context.language) })
                ),
            ]))
    }

    private func levers(_ context: ServerContext) async throws -> Response {
        let language = context.language
        let desk = services.desk
        let link = context.value(of: "link") ?? ""
        guard link.utf8.count <= Self.linkLimit else {
            throw InputRejected(
                RequestMessage.tooLong.finding(
                    at: "link", value: link, ["limit": Text(verbatim: String(Self.linkLimit))]))
        }
        let state = try APIRequest.state(link)
        let list = try await services.lane.run(page: nil) {
            try LeverListDocument(desk: desk, state: state, language: language).json
        }
        return Response(json: .object([("levers", list)]))
    }
}

/// Judges a scenario's text as the command line would.
struct TextCheck: Sendable {
    let yaml: String
    let file: String
    let services: ServerServices

    struct Verdict: Sendable {
        let findings: [Finding]
        /// Of the effective scenario; nil where the text is refused.
        let digest: String?
    }

    func verdict() async throws -> Verdict {
        let desk = services.desk
        return try await services.lane.run(page: nil) { [yaml, file] in
            do {
                let scenario = try desk.library.load(
                    document: Array(yaml.utf8), named: file, context: desk.data.scenarioContext)
                let inputs = try ModelInputs(data: desk.data, scenario: scenario)
                let effective = EffectiveScenario.yaml(scenario, inputs: inputs)
                return Verdict(
                    findings: scenario.notices + inputs.notices,
                    digest: FileDigest.sha256(Array(effective.utf8)))
            } catch let rejected as InputRejected {
                return Verdict(findings: rejected.findings, digest: nil)
            }
        }
    }
}
