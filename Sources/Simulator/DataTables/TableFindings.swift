/// Collects the findings of one table: lists up to a limit, counts the rest.
struct TableFindings {
    let file: String
    private let limit: Int
    private var listed: [Finding] = []
    private var omitted = 0
    private(set) var hasErrors = false

    init(file: String, limit: Int = 5_000) {
        self.file = file
        self.limit = limit
    }

    mutating func add(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        if listed.count < limit {
            listed.append(finding)
        } else {
            omitted += 1
        }
    }

    mutating func error(_ message: Message, line: Int? = nil, column: String? = nil) {
        add(Finding(.error, message, at: Location(file: file, line: line, column: column)))
    }

    mutating func notice(_ message: Message, line: Int? = nil, column: String? = nil) {
        add(Finding(.notice, message, at: Location(file: file, line: line, column: column)))
    }

    /// Everything listed, with one more finding that counts what was left out.
    var all: [Finding] {
        guard omitted > 0 else { return listed }
        let rest = Message(TableMessage.tooManyFindings, verbatim: ["count": String(omitted)])
        let severity: Finding.Severity = hasErrors ? .error : .notice
        return listed + [Finding(severity, rest, at: Location(file: file))]
    }
}
