internal import Hummingbird
internal import PlannerPage
internal import Simulator

/// A job's course as server-sent events: `progress` at most ten times a second, then one event
/// named for how the job ended.
struct JobEvents: Sendable {
    let number: Int
    let jobs: JobQueue
    let language: Language

    /// Between two progress events.
    static let pace = Duration.milliseconds(100)
    /// Until a comment says that the connection is alive; a connection on which nothing happens is
    /// closed after ten seconds.
    static let keepAlive = Duration.seconds(5)

    var response: Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
            body: ResponseBody { writer in
                try await write(to: &writer)
                try await writer.finish(nil)
            })
    }

    private func write(to writer: inout any ResponseBodyWriter) async throws {
        // Made here and not earlier: a body nobody reads leaves no listener behind.
        let listener = jobs.listen(to: number)
        let heartbeat = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: Self.keepAlive)
                listener.wake()
            }
        }
        defer {
            heartbeat.cancel()
            listener.end()
        }
        var shown: JobRecord?
        for await _ in listener.changes {
            guard let record = try jobs.job(number) else { return }
            if record.status.isEnd {
                try await writer.write(
                    Self.event(record.status.rawValue, JobDocument(record).json(in: language)))
                return
            }
            if record == shown {
                try await writer.write(ByteBuffer(string: ": alive\n\n"))
            } else {
                try await writer.write(Self.event("progress", Self.progress(record)))
                shown = record
                try await Task.sleep(for: Self.pace)
            }
        }
    }

    private static func progress(_ record: JobRecord) -> JSONValue {
        .object([
            ("status", .text(record.status.rawValue)), ("done", .integer(record.done)),
            ("total", record.total > 0 ? .integer(record.total) : .null),
        ])
    }

    private static func event(_ name: String, _ data: JSONValue) -> ByteBuffer {
        var text = "event: \(name)\n"
        for line in data.rendered.split(separator: "\n") { text += "data: \(line)\n" }
        return ByteBuffer(string: text + "\n")
    }
}
