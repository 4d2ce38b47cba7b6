internal import Simulator

/// What a data folder that was accepted holds.
struct DataCheckReport {
    let data: DataSet
    let inputs: ModelInputs
    let findings: [Finding]
    let language: Language

    private var shares: GradeShares { data.gradeShares }

    var text: String {
        var messages = [
            Message(DataMessage.checkHeading, verbatim: ["folder": data.directory]),
            Message(
                DataMessage.checkTables,
                verbatim: [
                    "count": String(data.digests.count), "rows": String(data.rowCount),
                ]),
            Message(
                DataMessage.checkScope,
                verbatim: [
                    "base": String(inputs.horizon.baseYear),
                    "last": String(inputs.horizon.lastYear),
                    "provinces": String(inputs.provinceCount),
                    "smelters": String(inputs.smelters.count),
                ]),
            Message(
                DataMessage.checkGrades,
                verbatim: Dictionary(
                    uniqueKeysWithValues: Grade.allCases.map {
                        (
                            $0.rawValue,
                            DecimalText.fixed(shares.percentage($0) ?? 0, decimals: 0)
                        )
                    })),
        ]
        messages.append(
            findings.isEmpty
                ? Message(DataMessage.checkPassed)
                : Message(
                    DataMessage.checkPassedWithFindings,
                    verbatim: ["count": String(findings.count)]))
        return messages.map { DisplayWidth.wrapped($0.rendered(in: language)) + "\n" }.joined()
    }

    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)), ("folder", .text(data.directory)), ("passed", .flag(true)),
            ("rows", .integer(data.rowCount)),
            ("first_year", .integer(inputs.horizon.baseYear)),
            ("last_year", .integer(inputs.horizon.lastYear)),
            ("provinces", .array(inputs.provinces.map { .text($0.code) })),
            ("smelters", .integer(inputs.smelters.count)),
            ("grades", TableListReport.json(shares)),
            ("tables", TableListReport(data: data, language: language).json),
        ]
        if case .object(let found) = FindingReport(language: language).json(findings) {
            members += found.filter { $0.key == "findings" }
        }
        return .object(members)
    }
}
