/// Where in an input something was found. Whatever is known is given.
public struct Location: Sendable, Hashable {
    public var file: String?
    /// Line of the file, 1-based. For a table row this is the line its first field stands on.
    public var line: Int?
    /// Column of a table.
    public var column: String?
    /// Path of keys in a scenario: `quotas.value.CN-SD.2026`.
    public var keyPath: String?

    public init(
        file: String? = nil, line: Int? = nil, column: String? = nil, keyPath: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.keyPath = keyPath
    }

    /// `file:line: column` as compilers write it, from what is known.
    public func rendered(in language: Language) -> String {
        var result = file.map { PrintableText.escaped($0) } ?? ""
        if let line { result += result.isEmpty ? "\(line)" : ":\(line)" }
        let place = keyPath ?? column
        if let place {
            let safe = PrintableText.escaped(place)
            result += result.isEmpty ? safe : ": \(safe)"
        }
        return result
    }
}

/// Something the user should know about an input, with its place.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        /// The input is rejected.
        case error
        /// The input is used, but the user should look.
        case warning
        /// Something was done on the user's behalf, such as a name mapped to a code.
        case notice
    }

    public let severity: Severity
    public let location: Location
    public let message: Message

    public init(_ severity: Severity, _ message: Message, at location: Location = Location()) {
        self.severity = severity
        self.message = message
        self.location = location
    }

    public func rendered(in language: Language) -> String {
        let place = location.rendered(in: language)
        let body = message.rendered(in: language)
        return place.isEmpty ? body : "\(place): \(body)"
    }
}

/// An input was not accepted. Carries every finding of the pass, errors and others.
public struct InputRejected: Error, Sendable {
    public let findings: [Finding]

    public init(_ findings: [Finding]) {
        self.findings = findings
    }

    public init(_ finding: Finding) {
        findings = [finding]
    }
}

/// Collects findings so that one pass reports them all.
public struct FindingList: Sendable {
    public private(set) var findings: [Finding] = []

    public init() {}

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    public mutating func append(_ finding: Finding) {
        findings.append(finding)
    }

    public mutating func append(contentsOf other: [Finding]) {
        findings.append(contentsOf: other)
    }

    public mutating func error(_ message: Message, at location: Location) {
        findings.append(Finding(.error, message, at: location))
    }

    public mutating func warning(_ message: Message, at location: Location) {
        findings.append(Finding(.warning, message, at: location))
    }

    public mutating func notice(_ message: Message, at location: Location) {
        findings.append(Finding(.notice, message, at: location))
    }

    /// Throws everything collected if any of it is an error.
    public func throwIfRejected() throws(InputRejected) {
        if hasErrors { throw InputRejected(findings) }
    }
}
