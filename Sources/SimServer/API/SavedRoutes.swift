internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// Scenarios that were saved under a name.
struct SavedRoutes {
    let services: ServerServices

    private var store: ScenarioStore { services.store }

    var all: [APIRoute] {
        [
            APIRoute(.get, "/saved", parameters: ["search"]) { _, context in
                try list(context)
            },
            APIRoute(.post, "/saved") { request, context in
                try await save(request, context)
            },
            APIRoute(.get, "/saved/{id}") { _, context in
                let number = try APIRequest.number(context, missing: .noSaved)
                guard let entry = try store.entry(number) else {
                    throw APIRequest.missing(.noSaved, String(number))
                }
                return Response(json: Self.document(entry, isWhole: true))
            },
            APIRoute(.delete, "/saved/{id}") { _, context in
                let number = try APIRequest.number(context, missing: .noSaved)
                guard try store.delete(number) else {
                    throw APIRequest.missing(.noSaved, String(number))
                }
                return Response(status: .noContent)
            },
        ]
    }

    private func list(_ context: ServerContext) throws -> Response {
        let search = context.value(of: "search")
        if let search, search.unicodeScalars.count > ScenarioName.limit {
            throw InputRejected(
                RequestMessage.tooLong.finding(
                    at: "search", value: search,
                    ["limit": Text(verbatim: String(ScenarioName.limit))]))
        }
        return Response(
            json: .object([
                ("history", .text(store.history.word)),
                ("reason", store.history.reason(in: context.language)),
                ("limit", .integer(ScenarioStore.savedLimit)),
                (
                    "saved",
                    .array(
                        try entries(search).map { Self.document($0, isWhole: false) })
                ),
            ]))
    }

    /// No name holds a NUL, at which SQLite would end the text that is searched for.
    private func entries(_ search: String?) throws -> [ScenarioStore.Entry] {
        if let search, search.unicodeScalars.contains("\0") { return [] }
        return try store.entries(search: search)
    }

    private func save(_ request: Request, _ context: ServerContext) async throws -> Response {
        let asked = try Self.submission(try await APIRequest.object(request))
        let text = try await wholeText(asked.name, yaml: asked.yaml, link: asked.link)
        let (entry, isNew) = try store.save(asked.name, yaml: text)
        return Response(
            json: Self.document(entry, isWhole: true), status: isNew ? .created : .ok,
            fields: [.location: "\(APIRoutes.prefix)/saved/\(entry.scenario.number)"])
    }

    /// What is to be saved: a text, or what a link stands for.
    private struct Submission {
        let name: ScenarioName
        let yaml: String?
        let link: String?
    }

    private static func submission(_ object: RequestObject) throws -> Submission {
        var body = object
        let given = body.requiredText("name", limit: 10_000)
        let yaml = body.text("yaml", limit: ScenarioStore.yamlLimit)
        let link = body.text("link", limit: 1 << 16)
        if (yaml == nil) == (link == nil), !body.findings.hasErrors {
            body.refuse(
                .notTogether, "yaml", yaml == nil ? "" : "yaml, link",
                ["first": Text(verbatim: "yaml"), "second": Text(verbatim: "link")])
        }
        var name: ScenarioName?
        try body.finish { name = try given.map { try ScenarioName($0) } }
        guard let name else { throw APIError(.malformed) }
        return Submission(name: name, yaml: yaml, link: link)
    }

    /// The text that is kept: checked, whether it was sent or comes from a link.
    private func wholeText(
        _ name: ScenarioName, yaml: String?, link: String?
    ) async throws -> String {
        var text = yaml ?? ""
        if let link {
            let state = try APIRequest.state(link)
            let desk = services.desk
            text = try await services.lane.run(page: nil) {
                try desk.yaml(
                    of: desk.canonical(state),
                    name: String(name.fileName(number: 1).dropLast(".yaml".count)),
                    title: Text(verbatim: name.text))
            }
        }
        let verdict = try await TextCheck(
            yaml: text, file: name.fileName(number: 1), services: services
        ).verdict()
        guard verdict.digest != nil else { throw InputRejected(verdict.findings) }
        return text
    }

    private static func document(_ entry: ScenarioStore.Entry, isWhole: Bool) -> JSONValue {
        let scenario = entry.scenario
        var members: [(key: String, value: JSONValue)] = [
            ("id", .integer(scenario.number)), ("name", .text(scenario.name)),
            ("file", .text(scenario.file)), ("created", .text(entry.created)),
            ("link", .text("/?" + PageState(.saved(scenario.number)).query)),
        ]
        if isWhole { members.append(("yaml", .text(scenario.yaml))) }
        return .object(members)
    }
}
