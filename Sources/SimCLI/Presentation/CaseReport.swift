internal import Simulator

/// The company cases as tables for people: verdicts first, then how each was computed.
struct CaseReport {
    private let study: CaseStudy
    private let language: Language

    init(_ study: CaseStudy, language: Language) {
        self.study = study
        self.language = language
    }

    private func label(_ message: CaseReportMessage) -> String { message.text[language] }

    var text: String {
        [
            DisplayWidth.wrapped(label(.casesHeading)) + "\n" + verdicts, reasons, howComputed,
            summary,
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var verdicts: String {
        func head(_ message: ReportMessage) -> String { message.text[language] }
        var table = FittedTable([
            .cut(to: 20), .number, .number, .number, .number, .number, .text,
        ])
        table.append([
            head(.validateQuantity), head(.year), head(.validateReported),
            head(.validateComputed), head(.validateDifference), head(.validateTolerance),
            head(.validateVerdict),
        ])
        for row in study.cases {
            let difference = row.computed.map { computed in
                row.reported != 0 ? (computed - row.reported) / abs(row.reported) * 100 : 0
            }
            table.append([
                "\(row.identifier), \(row.unit)", String(row.year),
                DecimalText.short(row.reported),
                row.computed.map { DecimalText.exact(DecimalText.significant($0, digits: 5)) }
                    ?? "",
                difference.map { DecimalText.fixed($0, decimals: 1) + "%" } ?? "",
                DecimalText.short(row.tolerance),
                ValidationReport.verdict(row.verdict).text[language],
            ])
        }
        return table.text()
    }

    /// Why cases are not computed or do not reconcile.
    private var reasons: String {
        study.cases.filter { !$0.reason[language].isEmpty }.map { row in
            DisplayWidth.wrapped(
                Message(
                    ReportMessage.validateReason,
                    ["id": Text(verbatim: row.identifier), "reason": row.reason]
                ).rendered(in: language), indent: "  ") + "\n"
        }.joined()
    }

    private var howComputed: String {
        let computed = study.cases.filter { $0.computed != nil }
        guard !computed.isEmpty else { return "" }
        return DisplayWidth.wrapped(label(.howHeading)) + "\n"
            + computed.map(how).joined()
    }

    private func how(_ row: CaseStudy.Case) -> String {
        guard let run = row.run else { return "" }
        let reading: CaseReportMessage =
            switch run.reading {
            case .level: .howLevel
            case .excess: .howExcess
            case .relativeCut: .howCut
            }
        var lines = [
            Message(
                reading,
                [
                    "id": Text(verbatim: row.identifier),
                    "measure": Self.measure(run.measure).text,
                    "blocks": Text(
                        en: run.blocks.joined(separator: ", "),
                        zh: run.blocks.joined(separator: "、")),
                    "file": Text(verbatim: run.measure.file),
                ]
            ).rendered(in: language)
        ]
        lines += run.circumstances.map { "    --set \($0)" }
        lines += run.change.map { "  + --set \($0)" }
        if let value = run.tablesAlone {
            lines.append(
                "  "
                    + Message(
                        CaseReportMessage.tablesAlone,
                        verbatim: [
                            "value": DecimalText.exact(DecimalText.significant(value, digits: 5)),
                            "unit": row.unit,
                        ]
                    ).rendered(in: language))
        }
        if !run.remark[language].isEmpty { lines.append("  " + run.remark[language]) }
        return lines.map { line in
            // A value that is to be copied stays on its line.
            line.contains("--set")
                ? line : Self.indented(line)
        }.joined(separator: "\n") + "\n"
    }

    /// The line broken at the width, with all its lines behind the same blanks.
    private static func indented(_ line: String) -> String {
        let isInner = line.hasPrefix("  ")
        let wrapped = DisplayWidth.wrapped(line, width: isInner ? 78 : 80, indent: "  ")
        return isInner ? "  " + wrapped : wrapped
    }

    private var summary: String {
        func count(_ verdict: Validation.Verdict) -> String {
            String(study.cases.filter { $0.verdict == verdict }.count)
        }
        return DisplayWidth.wrapped(
            Message(
                CaseReportMessage.casesSummary,
                verbatim: [
                    "passed": count(.agrees), "failed": count(.differs),
                    "unreconciled": count(.notReconciled), "other": count(.notComputed),
                ]
            ).rendered(in: language)) + "\n"
    }

    private static func measure(_ measure: CaseMeasure) -> CaseReportMessage {
        switch measure {
        case .capacity: .capacity
        case .capacityShare: .capacityShare
        case .electricity: .electricity
        case .captiveRenewable: .captiveRenewable
        case .greenShare: .greenShare
        case .evaluatedVolume: .evaluatedVolume
        case .evaluatedShare: .evaluatedShare
        case .powerEmissions: .powerEmissions
        case .carbonFootprint: .carbonFootprint
        case .standardCoal: .standardCoal
        }
    }
}
