internal import Simulator

/// Reported against computed figures, as a table, CSV or JSON.
struct ValidationReport {
    private let validation: Validation
    private let language: Language

    init(_ validation: Validation, language: Language) {
        self.validation = validation
        self.language = language
    }

    private func label(_ message: ReportMessage) -> String { message.text[language] }

    var text: String {
        var ranges = TextTable([.left, .right, .right, .left])
        for check in validation.ranges {
            ranges.append([
                "\(check.title[language]), \(check.unit)",
                DecimalText.fixed(check.value, decimals: 2),
                "\(DecimalText.short(check.range.lowerBound))-"
                    + DecimalText.short(check.range.upperBound),
                label(check.isInside ? .verdictPass : .verdictFail),
            ])
        }
        var table = TextTable([.left, .left, .right, .right, .right, .right, .left], gap: 1)
        table.append([
            label(.validateQuantity), label(.year), label(.validateReported),
            label(.validateComputed), label(.validateDifference), label(.validateTolerance),
            label(.validateVerdict),
        ])
        for row in validation.rows {
            let difference = row.computed.map { computed in
                row.reported != 0 ? (computed - row.reported) / row.reported * 100 : 0
            }
            table.append([
                "\(row.identifier), \(row.unit)", String(row.year),
                DecimalText.short(row.reported),
                row.computed.map { DecimalText.fixed($0, decimals: 2) } ?? "",
                difference.map { DecimalText.fixed($0, decimals: 1) + "%" } ?? "",
                DecimalText.short(row.tolerance), label(Self.verdict(row.verdict)),
            ])
        }
        var text = label(.rangesHeading) + "\n" + ranges.text() + "\n" + table.text() + "\n"
        for row in validation.rows where row.verdict == .notReconciled {
            text +=
                DisplayWidth.wrapped(
                    Message(
                        ReportMessage.validateReason,
                        verbatim: ["id": row.identifier, "reason": row.reason]
                    ).rendered(in: language), indent: "  ") + "\n"
        }
        func count(_ verdict: Validation.Verdict) -> Int {
            validation.rows.filter { $0.verdict == verdict }.count
        }
        text +=
            Message(
                ReportMessage.validateSummary,
                verbatim: [
                    "passed": String(count(.agrees)), "failed": String(count(.differs)),
                    "other": String(count(.notComputed) + count(.notReconciled)),
                ]
            ).rendered(in: language) + "\n"
        return text
    }

    static func verdict(_ verdict: Validation.Verdict) -> ReportMessage {
        switch verdict {
        case .agrees: .verdictPass
        case .differs: .verdictFail
        case .notComputed: .verdictNotComputed
        case .notReconciled: .verdictNotReconciled
        }
    }

    static func csv(_ validation: Validation) -> CSVText {
        var text = CSVText(
            header: "id,quantity,province,year,unit,reported,computed,tolerance_percent,verdict")
        for row in validation.rows {
            text.append([
                row.identifier, row.quantity, row.province, String(row.year), row.unit,
                DecimalText.exported(row.reported), row.computed.map(DecimalText.exported) ?? "",
                DecimalText.exported(row.tolerance), row.verdict.rawValue,
            ])
        }
        return text
    }

    static func json(_ validation: Validation) -> JSONValue {
        .object([
            ("schema", .integer(1)), ("passed", .flag(validation.isPassed)),
            (
                "ranges",
                .array(
                    validation.ranges.map {
                        .object([
                            ("title", .text($0.title.english)), ("unit", .text($0.unit)),
                            ("low", .number($0.range.lowerBound)),
                            ("high", .number($0.range.upperBound)), ("value", .number($0.value)),
                            ("inside", .flag($0.isInside)),
                        ])
                    })
            ),
            (
                "rows",
                .array(
                    validation.rows.map {
                        .object([
                            ("id", .text($0.identifier)), ("quantity", .text($0.quantity)),
                            ("province", .text($0.province)), ("year", .integer($0.year)),
                            ("unit", .text($0.unit)), ("reported", .number($0.reported)),
                            ("computed", $0.computed.map(JSONValue.number) ?? .null),
                            ("tolerance_percent", .number($0.tolerance)),
                            ("verdict", .text($0.verdict.rawValue)), ("reason", .text($0.reason)),
                        ])
                    })
            ),
        ])
    }
}
