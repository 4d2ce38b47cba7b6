internal import Simulator

/// How runs stand to their references: what drifted, the largest first, and why.
struct ReferenceReport {
    private let checks: [ReferenceCheck]
    private let language: Language
    private let showsAll: Bool

    /// Drifts and causes shown unless all are asked for.
    private static let shownLimit = 15

    init(_ checks: [ReferenceCheck], language: Language, showsAll: Bool) {
        self.checks = checks
        self.language = language
        self.showsAll = showsAll
    }

    private func label(_ message: ReferenceMessage) -> String { message.text[language] }

    private func said(
        _ message: ReferenceMessage, _ arguments: [String: String] = [:], indent: String = "  "
    ) -> String {
        DisplayWidth.wrapped(
            Message(message, verbatim: arguments).rendered(in: language), indent: indent) + "\n"
    }

    var text: String {
        var text = checks.map(text).joined(separator: "\n")
        let failed = checks.filter { !$0.isPassed }.count
        text +=
            "\n"
            + (failed == 0
                ? said(.passed, ["count": "\(checks.count)"])
                : said(.failed, ["failed": "\(failed)", "count": "\(checks.count)"]))
        return text
    }

    private func text(_ check: ReferenceCheck) -> String {
        let run = check.reference.run
        var text = said(
            .heading,
            [
                "name": check.reference.name, "command": run.command,
                "scenario": run.scenario ?? "",
            ])
        if check.source.kind == .recorded {
            text += said(.settingsUsed, ["file": run.scenarioFiles.last?.name ?? ""])
        }
        if !check.isSameStatus {
            text += said(
                .statusChanged,
                [
                    "recorded": status(check.recordedStatus), "found": status(check.foundStatus),
                ])
        }
        let count = "\(check.reference.results.values.count)"
        if check.drifts.isEmpty {
            if check.isSameStatus {
                text += said(check.isSameBytes ? .sameBytes : .withinTolerance, ["count": count])
            }
        } else {
            text += said(.drifted, ["drifted": "\(check.drifts.count)", "count": count])
            text += table(check)
        }
        return text + causes(check)
    }

    private func status(_ status: String?) -> String {
        guard let status else { return label(.none) }
        return switch PlanStatus(rawValue: status) {
        case .optimal: SweepMessage.optimal.text[language]
        case .infeasible: SweepMessage.infeasible.text[language]
        case .notConverged: SweepMessage.notConverged.text[language]
        case nil: status
        }
    }

    // MARK: - What drifted

    private func table(_ check: ReferenceCheck) -> String {
        let shown = showsAll ? check.drifts[...] : check.drifts.prefix(Self.shownLimit)
        var table = FittedTable([
            .cut(to: 20), .cut(to: 9), .number, .number, .number, .number, .text,
        ])
        table.append([
            label(.variable), label(.region), label(.year), label(.before), label(.now),
            label(.times), label(.cause),
        ])
        for drift in shown {
            table.append([
                drift.place.variable, regionName(drift.place.region, check),
                "\(drift.place.year)", drift.recorded.map(number) ?? label(.none),
                drift.found.map(number) ?? label(.gone), times(drift),
                drift.causes.prefix(3).map { "[\($0 + 1)]" }.joined()
                    + (drift.causes.count > 3 ? "…" : ""),
            ])
        }
        var text = table.text()
        if shown.count < check.drifts.count {
            text += said(.shownOf, ["rest": "\(check.drifts.count - shown.count)"])
        }
        if shown.contains(where: \.changesSign) { text += said(.signNote) }
        if shown.contains(where: { $0.excess.isInfinite }) { text += said(.goneNote) }
        return text
    }

    private func regionName(_ region: String, _ check: ReferenceCheck) -> String {
        let province = check.record.outcome.inputs.provinces.first {
            ResultTable.region($0) == region
        }
        guard let province else { return ReportMessage.national.text[language] }
        return province.name[language]
    }

    private func number(_ value: Double) -> String {
        DecimalText.exact(DecimalText.significant(value, digits: 6))
    }

    private func times(_ drift: Drift) -> String {
        guard drift.excess.isFinite else { return "∞" }
        let rounded = DecimalText.significant(drift.excess, digits: 2)
        let sign = drift.changesSign ? "±" : ""
        guard rounded >= 1e6 else { return sign + DecimalText.exact(rounded) }
        var (mantissa, exponent) = (rounded, 0)
        while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        return sign + DecimalText.exact(DecimalText.significant(mantissa, digits: 2))
            + "e\(exponent)"
    }

    // MARK: - Why

    private func causes(_ check: ReferenceCheck) -> String {
        let named = Set(check.drifts.flatMap(\.causes))
        var text = ""
        if !named.isEmpty {
            text += label(.causesHeading) + "\n"
            text += list(named.sorted(), check)
        }
        let others = check.causes.indices.filter { !named.contains($0) }
        if !others.isEmpty {
            text += label(.causesOfOther) + "\n"
            text += list(others, check)
        }
        return text
    }

    private func list(_ indices: [Int], _ check: ReferenceCheck) -> String {
        let shown = showsAll ? indices[...] : indices.prefix(Self.shownLimit)
        var text = ""
        for index in shown {
            let cause = check.causes.indices.contains(index) ? check.causes[index] : .unknown
            text +=
                DisplayWidth.wrapped(
                    "  [\(index + 1)] " + DriftCauseWords(cause).message.rendered(in: language),
                    indent: "      ") + "\n"
        }
        if shown.count < indices.count {
            text += "  " + said(.moreCauses, ["rest": "\(indices.count - shown.count)"])
        }
        return text
    }

    // MARK: - For programs

    var csv: CSVText {
        var text = CSVText(
            header: "reference,variable,region,unit,year,recorded,found,times_allowed,"
                + "sign_changed,causes")
        for check in checks {
            for drift in check.drifts {
                text.append([
                    check.reference.name, drift.place.variable, drift.place.region, drift.unit,
                    "\(drift.place.year)", drift.recorded.map(DecimalText.exported) ?? "",
                    drift.found.map(DecimalText.exported) ?? "",
                    drift.excess.isFinite ? DecimalText.exported(drift.excess) : "",
                    drift.changesSign ? "yes" : "no",
                    drift.causes.map { index in
                        let cause =
                            check.causes.indices.contains(index) ? check.causes[index] : .unknown
                        return DriftCauseWords(cause).message.rendered(in: language)
                    }.joined(separator: "; "),
                ])
            }
        }
        return text
    }

    var json: JSONValue {
        .object([
            ("schema", .integer(1)), ("command", .text("check")),
            ("passed", .flag(checks.allSatisfy(\.isPassed))),
            ("references", .array(checks.map(json))),
        ])
    }

    private func json(_ check: ReferenceCheck) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("name", .text(check.reference.name)), ("passed", .flag(check.isPassed)),
            ("same_bytes", .flag(check.isSameBytes)),
            ("results", .integer(check.reference.results.values.count)),
        ]
        members.append(("recorded_status", check.recordedStatus.map(JSONValue.text) ?? .null))
        members.append(("status", check.foundStatus.map(JSONValue.text) ?? .null))
        let words = (check.causes + [.unknown]).map { DriftCauseWords($0) }
        members.append(("causes", .array(words.map { $0.json(language) })))
        members.append(("drifts", .array(check.drifts.map(Self.json))))
        return .object(members)
    }

    private static func json(_ drift: Drift) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("variable", .text(drift.place.variable)), ("region", .text(drift.place.region)),
            ("unit", .text(drift.unit)), ("year", .integer(drift.place.year)),
        ]
        members.append(("recorded", drift.recorded.map(JSONValue.number) ?? .null))
        members.append(("found", drift.found.map(JSONValue.number) ?? .null))
        members.append(
            ("times_allowed", drift.excess.isFinite ? .number(drift.excess) : .null))
        members.append(("sign_changed", .flag(drift.changesSign)))
        members.append(("causes", .array(drift.causes.map(JSONValue.integer))))
        return .object(members)
    }
}

/// A cause in words.
struct DriftCauseWords {
    let message: Message
    private let kind: String

    init(_ cause: DriftCause) {
        func value(_ text: String?) -> Text {
            text.map { Text(verbatim: $0) } ?? ReferenceMessage.unset.text
        }
        switch cause {
        case .cell(let change):
            kind = "input"
            message = Message(
                ReferenceMessage.cellCause,
                [
                    "place": Text(verbatim: change.place), "recorded": value(change.recorded),
                    "found": value(change.found),
                ])
        case .key(let change):
            kind = change.isOption ? "option" : "input"
            let place = Location(
                file: change.file, line: change.line, keyPath: change.address.written)
            message = Message(
                change.isOption ? ReferenceMessage.optionCause : .keyCause,
                [
                    "place": Text(
                        en: place.rendered(in: .english), zh: place.rendered(in: .chinese)),
                    "recorded": value(change.recorded), "found": value(change.found),
                ])
        case .version(let recorded, let found):
            kind = "version"
            message = Message(
                ReferenceMessage.versionCause, verbatim: ["recorded": recorded, "found": found])
        case .library(let recorded, let found):
            kind = "library"
            message = Message(
                ReferenceMessage.libraryCause, verbatim: ["recorded": recorded, "found": found])
        case .method(let recorded, let found):
            kind = "option"
            message = Message(
                ReferenceMessage.methodCause, verbatim: ["recorded": recorded, "found": found])
        case .unknown:
            kind = "none"
            message = Message(ReferenceMessage.unknownCause)
        }
    }

    func json(_ language: Language) -> JSONValue {
        .object([("kind", .text(kind)), ("words", .text(message.rendered(in: language)))])
    }
}
