internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// Ensembles, alternatives and whole potlines, worked out in the background.
struct JobRoutes {
    let services: ServerServices

    private var jobs: JobQueue { services.jobs }

    var all: [APIRoute] {
        [
            APIRoute(.get, "/jobs") { _, context in
                Response(
                    json: .object([
                        (
                            "jobs",
                            .array(
                                try jobs.jobs().map {
                                    JobDocument($0).json(in: context.language)
                                })
                        )
                    ]))
            },
            APIRoute(.post, "/jobs") { request, context in
                try await submit(request, context)
            },
            APIRoute(.get, "/jobs/{id}") { _, context in
                Response(json: JobDocument(try job(context)).json(in: context.language))
            },
            APIRoute(.delete, "/jobs/{id}") { _, context in
                let number = try job(context).number
                guard let record = try jobs.cancel(number) else {
                    throw APIRequest.missing(.noJob, String(number))
                }
                return Response(json: JobDocument(record).json(in: context.language))
            },
            APIRoute(.get, "/jobs/{id}/events") { _, context in
                JobEvents(
                    number: try job(context).number, jobs: jobs, language: context.language
                ).response
            },
            APIRoute(.get, "/jobs/{id}/result.csv") { _, context in
                let record = try job(context)
                return Response(
                    file: "\(record.kind.fileStem)-\(record.number).csv",
                    mediaType: "text/csv; charset=utf-8",
                    bytes: Array(try result(of: record).csv.utf8))
            },
            APIRoute(.get, "/jobs/{id}/result.json") { _, context in
                let record = try job(context)
                return Response(
                    status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
                    body: ResponseBody(
                        byteBuffer: ByteBuffer(string: try result(of: record).document)))
            },
            APIRoute(.get, "/jobs/{id}/fragment") { _, context in
                try fragment(context)
            },
        ]
    }

    private func job(_ context: ServerContext) throws -> JobRecord {
        let number = try APIRequest.number(context, missing: .noJob)
        guard let record = try jobs.job(number) else {
            throw APIRequest.missing(.noJob, String(number))
        }
        return record
    }

    private func result(of record: JobRecord) throws -> JobResult {
        guard let result = try jobs.result(of: record.number) else {
            throw APIError(
                status: .conflict, code: JobMessage.notFinished.rawValue,
                message: Message(
                    JobMessage.notFinished,
                    verbatim: [
                        "number": String(record.number), "status": record.status.rawValue,
                    ]))
        }
        return result
    }

    private func fragment(_ context: ServerContext) throws -> Response {
        let record = try job(context)
        guard let fragment = try result(of: record).fragment else {
            throw APIError(
                status: .conflict, code: JobMessage.noFragment.rawValue,
                message: Message(
                    JobMessage.noFragment, verbatim: ["number": String(record.number)]))
        }
        return Response(html: fragment[context.language])
    }

    private func submit(_ request: Request, _ context: ServerContext) async throws -> Response {
        let job = try await job(of: try await APIRequest.object(request))
        return accepted(try jobs.submit(job), context)
    }

    private func job(of object: RequestObject) async throws -> JobRequest {
        let desk = services.desk
        return try await services.lane.run(page: nil) {
            var body = object
            let kind = body.choice("kind", of: JobKind.self, isRequired: true)
            let link = body.text("link", limit: 1 << 16) ?? ""
            let settings = JobSettingsReader.settings(of: kind, &body)
            var state = PageState()
            try body.finish {
                state = try APIRequest.state(link)
                _ = try desk.scenario(for: state)
            }
            guard let settings else { throw APIError(.malformed) }
            return try JobRequest(settings, state: state, desk: desk)
        }
    }

    private func accepted(_ record: JobRecord, _ context: ServerContext) -> Response {
        Response(
            json: JobDocument(record).json(in: context.language), status: .accepted,
            fields: [.location: "\(APIRoutes.prefix)/jobs/\(record.number)"])
    }
}

extension JobKind {
    /// The name of the table a job ends with, as the command line calls it.
    var fileStem: String {
        switch self {
        case .ensemble: "ensemble"
        case .alternatives: "alternatives"
        case .wholeLines: "results"
        }
    }
}

/// What a request says about its job beside kind and link.
enum JobSettingsReader {
    /// Reads the settings of a kind, and refuses those of the others.
    static func settings(
        of kind: JobKind?, _ body: inout RequestObject
    ) -> JobRequest.Settings? {
        let isEnsemble = kind == .ensemble || kind == nil
        let draws = body.integer("draws", in: JobLimits.draws)
        let seedValue = body.optional("seed")
        let treatment = body.choice("treatment", of: EnsembleTreatment.self)
        let sampling = body.choice("sampling", of: EnsembleSampling.self)
        let within = body.text("within", limit: 40)
        let gap = body.optional("gap")
        let seconds = body.integer("time_limit", in: JobLimits.searchSeconds)
        if !isEnsemble {
            let given: [(String, String?)] = [
                ("draws", draws.map { String($0) }), ("seed", seedValue.map { _ in "seed" }),
                ("treatment", treatment?.rawValue), ("sampling", sampling?.rawValue),
            ]
            refuse(given, .onlyForEnsembles, &body)
        }
        if kind != .alternatives, kind != nil {
            refuse([("within", within)], .onlyForAlternatives, &body)
        }
        if kind != .wholeLines, kind != nil {
            refuse(
                [
                    ("gap", gap.map { _ in "gap" }),
                    ("time_limit", seconds.map { String($0) }),
                ], .notForWholeLines, &body)
        }
        switch kind {
        case .ensemble:
            return .ensemble(
                draws: draws ?? 1000, seed: seed(seedValue, &body),
                sampling: sampling ?? .random, treatment: treatment ?? .anew)
        case .alternatives:
            let margin = within ?? "2%"
            if CostMargin(margin) == nil { body.refuse(.badMargin, "within", margin) }
            return .alternatives(within: margin)
        case .wholeLines:
            return .wholeLines(
                gap: share(gap, &body), seconds: seconds ?? JobLimits.searchSeconds.upperBound)
        case nil: return nil
        }
    }

    private static func refuse(
        _ members: [(String, String?)], _ message: RequestMessage, _ body: inout RequestObject
    ) {
        for (name, value) in members {
            if let value { body.refuse(message, name, value) }
        }
    }

    /// 64 bits, which a JSON number may not hold: as a text it may be given too.
    private static func seed(_ value: JSONValue?, _ body: inout RequestObject) -> UInt64 {
        switch value {
        case nil: return EnsembleSettings.standardSeed
        case .integer(let number)?:
            if let seed = UInt64(exactly: number) { return seed }
            body.refuse(.seedNotANumber, "seed", String(number))
        case .text(let text)?:
            let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if isPlain, let seed = UInt64(text) { return seed }
            body.refuse(.seedNotANumber, "seed", text)
        default: body.refuse(.seedNotANumber, "seed", "")
        }
        return EnsembleSettings.standardSeed
    }

    private static func share(_ value: JSONValue?, _ body: inout RequestObject) -> Double {
        var number: Double?
        switch value {
        case nil: return WholeLineSettings.standardGap
        case .integer(let whole)?: number = Double(whole)
        case .number(let given)?: number = given
        default: break
        }
        if let number, (0...1).contains(number) { return number }
        body.refuse(
            .outOfRange, "gap", number.map(DecimalText.exact) ?? "",
            ["least": Text(verbatim: "0"), "largest": Text(verbatim: "1")])
        return WholeLineSettings.standardGap
    }
}
