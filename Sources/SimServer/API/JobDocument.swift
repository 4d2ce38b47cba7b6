internal import PlannerPage
internal import Simulator

/// A job as the programming interface gives it.
struct JobDocument {
    private let record: JobRecord

    init(_ record: JobRecord) {
        self.record = record
    }

    func json(in language: Language) -> JSONValue {
        let path = "\(APIRoutes.prefix)/jobs/\(record.number)"
        func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
        var members: [(key: String, value: JSONValue)] = [
            ("id", .integer(record.number)), ("kind", .text(record.kind.rawValue)),
            ("status", .text(record.status.rawValue)), ("done", .integer(record.done)),
            ("total", record.total > 0 ? .integer(record.total) : .null),
            ("message", text(record.message?[language])), ("link", .text(record.link)),
        ]
        // Written by us, and read back as anything from a file is.
        let settings = try? JSONReader.read(Array(record.settings.utf8))
        members.append(("settings", settings ?? .object([])))
        members.append(("digest", .text(record.digest)))
        members.append(("created", .text(record.created)))
        members.append(("finished", text(record.finished)))
        let hasResult = record.status == .finished
        let hasFragment = hasResult && record.kind != .ensemble
        members.append(("self", .text(path)))
        members.append(("events", .text("\(path)/events")))
        members.append(("result", text(hasResult ? "\(path)/result.csv" : nil)))
        members.append(("fragment", text(hasFragment ? "\(path)/fragment" : nil)))
        return .object(members)
    }
}
