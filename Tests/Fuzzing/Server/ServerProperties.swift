internal import PlannerPage
internal import Simulator

extension PropertyCheck {
    /// Bytes as a client sends them on one connection. `$HOST` and `$TOKEN` stand for what the
    /// server calls its own. No answer is a failure of the server; each carries what protects the
    /// page; what says it is JSON is; an error has its code, its sentence and its problems; and the
    /// same bytes are answered by the same bytes.
    static let http = PropertyCheck(name: "http", lengthLimit: 4096, secondsLimit: 60) { bytes in
        let sent = substituted(bytes)
        let answer = try ServerWithoutPort().answer(to: sent)
        let answers = try SplitAnswers(answer).all
        for answer in answers { try requireProper(answer) }
        let again = try SplitAnswers(try ServerWithoutPort().answer(to: sent)).all
        try require(again.count == answers.count, "\(answers.count), then \(again.count) answers")
        for (first, second) in zip(answers, again) {
            try require(
                first.comparable == second.comparable,
                "another answer to the same bytes: "
                    + "\(second.comparable.filter { !first.comparable.contains($0) })")
        }
    }

    private static func substituted(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        let places: [([UInt8], [UInt8])] = [
            (Array("$HOST".utf8), Array("127.0.0.1:0".utf8)),
            (Array("$TOKEN".utf8), Array(ServerWithoutPort.token.utf8)),
        ]
        while let byte = rest.first {
            if byte == UInt8(ascii: "$"),
                let place = places.first(where: { rest.starts(with: $0.0) })
            {
                result += place.1
                rest = rest.dropFirst(place.0.count)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func requireProper(_ answer: SplitAnswers.Answer) throws {
        if answer.status == 100 { return }
        let body = String(decoding: answer.body.prefix(2000), as: UTF8.self)
        try require((200..<500).contains(answer.status), "status \(answer.status): \(body)")
        for field in SecurityHeaderNames.all {
            try require(answer.fields[field] != nil, "status \(answer.status) without \(field)")
        }
        let kind = answer.fields["content-type"] ?? ""
        guard kind.hasPrefix("application/json"), !answer.body.isEmpty else { return }
        let value: JSONValue
        do {
            value = try JSONReader.read(answer.body)
        } catch {
            throw PropertyBroken(description: "no JSON: \(body)")
        }
        guard answer.status >= 400 else { return }
        guard case .object(let members) = value,
            case .object(let error)? = members.first(where: { $0.key == "error" })?.value,
            Set(error.map(\.key)) == ["code", "message", "problems"]
        else { throw PropertyBroken(description: "no error as the interface has it: \(body)") }
        for case (_, .text(let text)) in error {
            try require(
                !text.isEmpty && !text.unicodeScalars.contains(where: PrintableText.isUnsafe),
                "a control character in \(body)")
        }
    }
}

/// What every answer carries.
enum SecurityHeaderNames {
    static let all = [
        "content-security-policy", "x-content-type-options", "referrer-policy", "cache-control",
    ]
}

/// The answers of one connection, one behind the other.
struct SplitAnswers {
    struct Answer {
        let status: Int
        var fields: [String: String] = [:]
        var body: [UInt8] = []

        /// Without what tells the time.
        var comparable: [String] {
            let isTimed = fields["content-type"]?.hasPrefix("text/plain; version") == true
            return [String(status)]
                + fields.filter { $0.key != "server-timing" && $0.key != "content-length" }
                .map { "\($0.key): \($0.value)" }.sorted()
                + (isTimed ? [] : [Self.withoutTimes(body)])
        }

        /// When a scenario was saved, and when a job came and ended, stands in the answer.
        private static func withoutTimes(_ body: [UInt8]) -> String {
            String(decoding: body, as: UTF8.self).split(separator: "\n").filter { line in
                !["\"created\"", "\"finished\"", "\"saved\"", "<time"]
                    .contains { line.contains($0) }
            }.joined(separator: "\n")
        }
    }

    private(set) var all: [Answer] = []

    /// - Throws: ``PropertyBroken`` where the bytes are no answers.
    init(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            var answer = try Self.head(&rest)
            if let length = answer.fields["content-length"].flatMap(Int.init) {
                // The answer to HEAD names a length and has no body; nothing follows it, or a head.
                let isHead = rest.starts(with: Array("HTTP/1.1 ".utf8)) || rest.isEmpty
                if !(isHead && length > 0) {
                    try require(rest.count >= length, "a body cut off")
                    answer.body = Array(rest.prefix(length))
                    rest = rest.dropFirst(length)
                }
            } else if answer.fields["transfer-encoding"] == "chunked" {
                answer.body = try Self.chunks(&rest)
            }
            all.append(answer)
        }
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) throws -> String {
        guard let end = rest.firstIndex(of: 0x0A), end > rest.startIndex,
            rest[rest.index(before: end)] == 0x0D
        else { throw PropertyBroken(description: "no answer of HTTP") }
        let line = String(decoding: rest[..<(end - 1)], as: UTF8.self)
        rest = rest[(end + 1)...]
        return line
    }

    private static func head(_ rest: inout ArraySlice<UInt8>) throws -> Answer {
        let words = try line(&rest).split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            throw PropertyBroken(description: "no line with a status")
        }
        var answer = Answer(status: status)
        while true {
            let text = try line(&rest)
            if text.isEmpty { return answer }
            guard let colon = text.firstIndex(of: ":") else {
                throw PropertyBroken(description: "no field of a header: \(text)")
            }
            let value = text[text.index(after: colon)...].drop { $0 == " " }
            answer.fields[text[..<colon].lowercased()] = String(value)
        }
    }

    private static func chunks(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        var body: [UInt8] = []
        while let length = Int(try line(&rest), radix: 16) {
            try require(rest.count >= length + 2, "a chunk cut off")
            body += rest.prefix(length)
            rest = rest.dropFirst(length + 2)
            if length == 0 { break }
        }
        return body
    }
}
