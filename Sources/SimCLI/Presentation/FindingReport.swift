internal import Simulator

/// Prints findings: all are counted, errors first, the first twenty shown unless all are wanted.
struct FindingReport {
    let language: Language
    static let limit = 20

    func report(_ findings: [Finding], limit: Int = FindingReport.limit) {
        let errors = findings.filter { $0.severity == .error }
        let others = findings.filter { $0.severity != .error }
        let ordered = errors + others
        for finding in ordered.prefix(limit) {
            OutputStreams.report("\(label(finding.severity)): \(finding.rendered(in: language))")
        }
        if ordered.count > limit {
            OutputStreams.report(
                Message(
                    CommandMessage.moreFindings,
                    verbatim: ["count": String(ordered.count - limit)]
                ).rendered(in: language))
        }
        if !errors.isEmpty {
            OutputStreams.report(
                Message(
                    CommandMessage.rejected, verbatim: ["count": String(errors.count)]
                ).rendered(in: language))
        }
    }

    private func label(_ severity: Finding.Severity) -> String {
        let message: CommandMessage =
            switch severity {
            case .error: .labelError
            case .warning: .labelWarning
            case .notice: .labelNotice
            }
        return message.text[language]
    }

    /// Findings as JSON, for `--format json`.
    func json(_ findings: [Finding]) -> JSONValue {
        .object([
            ("schema", .integer(1)),
            (
                "findings",
                .array(
                    findings.map { finding in
                        .object([
                            ("severity", .text(finding.severity.rawValue)),
                            ("id", .text(finding.message.identifier)),
                            ("file", finding.location.file.map(JSONValue.text) ?? .null),
                            ("line", finding.location.line.map(JSONValue.integer) ?? .null),
                            ("column", finding.location.column.map(JSONValue.text) ?? .null),
                            ("key", finding.location.keyPath.map(JSONValue.text) ?? .null),
                            ("message", .text(finding.message.rendered(in: language))),
                        ])
                    })
            ),
        ])
    }
}
