internal import GRDB
internal import HTTPTypes
internal import Hummingbird
internal import Simulator

/// What a request is answered with where it cannot be served: a status, a stable code, a sentence,
/// and what is wrong with each field.
///
/// Every error of the program that reaches the border of HTTP becomes one of these in
/// ``init(_:)-(any_Error)`` and nowhere else.
struct APIError: Error, Sendable {
    let status: HTTPResponse.Status
    /// Stable, the same in every language.
    let code: String
    let message: Message
    let problems: [Finding]
    /// Header fields that belong to the status, such as `Allow`.
    var fields: HTTPFields = [:]
    /// Where the request's body asks for one; else the request's own decides.
    var language: Language?

    init(
        status: HTTPResponse.Status, code: String, message: Message, problems: [Finding] = []
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.problems = problems
    }

    /// A refusal of the server's own.
    init(_ refusal: ServerRefusal, verbatim arguments: [String: String] = [:]) {
        self.init(
            status: refusal.status, code: refusal.rawValue,
            message: Message(refusal, verbatim: arguments))
    }

    /// The answer to an error that reached the border.
    init(_ error: any Error) {
        switch error {
        case let error as APIError: self = error
        case let rejected as InputRejected:
            self.init(
                status: .unprocessableContent, code: ServerRefusal.rejected.rawValue,
                message: Message(
                    ServerRefusal.rejected,
                    verbatim: ["count": String(rejected.errors.count)]),
                problems: rejected.errors)
        case let failure as FileFailure where failure.isUnsuitableInput:
            self.init(
                status: .unprocessableContent, code: ServerRefusal.rejected.rawValue,
                message: failure.message)
        case let failure as FileFailure:
            self.init(
                status: .serviceUnavailable, code: ServerRefusal.storageFailed.rawValue,
                message: failure.message)
        case let error as DatabaseError:
            self.init(
                .storageFailed,
                verbatim: ["error": error.message ?? error.resultCode.description])
        case let refusal as PlanningLane.Refusal:
            switch refusal {
            case .superseded: self.init(.superseded)
            case .tooMany: self.init(.busy)
            case .closing: self.init(.closing)
            }
        case is CancellationError: self.init(.closing)
        case let error as any HTTPResponseError:
            switch error.status {
            case .contentTooLarge: self.init(.bodyTooLarge)
            case .notFound: self.init(.notFound)
            default: self.init(.malformed)
            }
        default:
            self.init(.defect, verbatim: ["error": String(describing: error)])
        }
    }
}

extension InputRejected {
    /// The findings for which the input was refused.
    var errors: [Finding] { findings.filter { $0.severity == .error } }
}

// MARK: - As JSON

extension APIError {
    /// The body every error of the API has.
    func document(in language: Language) -> JSONValue {
        var error: [(key: String, value: JSONValue)] = [
            ("code", .text(code)), ("message", .text(message.rendered(in: language))),
        ]
        error.append(
            ("problems", .array(problems.map { ProblemDocument($0).json(in: language) })))
        return .object([("error", .object(error))])
    }

    func response(in language: Language) -> Response {
        Response(
            json: document(in: language), status: status, fields: fields)
    }
}

extension Response {
    /// A document of the API.
    init(json: JSONValue, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:]) {
        var headers = fields
        headers[.contentType] = "application/json; charset=utf-8"
        self.init(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: json.rendered)))
    }

    /// A page, or a part of one.
    init(html: String, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:]) {
        var headers = fields
        headers[.contentType] = "text/html; charset=utf-8"
        self.init(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// A file to keep, under a name of ours.
    init(file name: String, mediaType: String, bytes: [UInt8]) {
        self.init(
            status: .ok,
            headers: [
                .contentType: mediaType,
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
