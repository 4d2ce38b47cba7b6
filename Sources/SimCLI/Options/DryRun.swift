internal import Simulator

/// Says what a command would compute and where it would write.
struct DryRun {
    let session: Session
    let scenario: Scenario
    let baseline: Baseline
    let outputFolder: String?
    /// Where the problem itself would be written.
    var modelPath: String?
    /// The program a plan would solve; nil for a projection.
    let problem: RelocationProblem?

    /// Checks the output folder as the command itself would, then says it all on standard output.
    func report() throws {
        if let outputFolder { try RunFolder.check(outputFolder, files: session.files) }
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        switch session.format {
        case .table: try OutputStreams.write(text)
        case .csv: try OutputStreams.write(csv.text)
        case .json: try OutputStreams.write(json.rendered)
        }
    }

    static func scope(of inputs: ModelInputs) -> [String: String] {
        [
            "provinces": String(inputs.provinceCount),
            "smelters": String(inputs.smelters.count),
            "first": String(inputs.horizon.baseYear), "last": String(inputs.horizon.lastYear),
        ]
    }

    static func size(of problem: RelocationProblem) -> [String: String] {
        ["variables": String(problem.variables.count), "rows": String(problem.limits.count)]
    }

    private var command: String { problem == nil ? "run" : "plan" }

    private var text: String {
        let language = session.language
        var messages = [
            Message(
                problem == nil ? ProgressMessage.dryRunOfRun : .dryRunOfPlan,
                ["scenario": Text(verbatim: scenario.identifier), "title": scenario.title]),
            Message(ProgressMessage.dryRunScope, verbatim: Self.scope(of: baseline.inputs)),
        ]
        if let problem {
            messages.append(
                Message(ProgressMessage.dryRunProblem, verbatim: Self.size(of: problem)))
        }
        if let outputFolder {
            messages.append(
                Message(ProgressMessage.dryRunTarget, verbatim: ["path": outputFolder]))
        } else if modelPath == nil {
            messages.append(Message(ProgressMessage.dryRunWithoutTarget))
        }
        if let modelPath {
            messages.append(Message(SolveMessage.wouldExport, verbatim: ["path": modelPath]))
        }
        messages.append(Message(ProgressMessage.dryRunEnd))
        return messages.map { DisplayWidth.wrapped($0.rendered(in: language)) + "\n" }.joined()
    }

    /// The same in names that do not change with the language.
    private var properties: [(key: String, value: JSONValue)] {
        let inputs = baseline.inputs
        return [
            ("command", .text(command)), ("scenario", .text(scenario.identifier)),
            ("provinces", .integer(inputs.provinceCount)),
            ("first_year", .integer(inputs.horizon.baseYear)),
            ("last_year", .integer(inputs.horizon.lastYear)),
            ("smelters", .integer(inputs.smelters.count)),
            ("variables", problem.map { .integer($0.variables.count) } ?? .null),
            ("limits", problem.map { .integer($0.limits.count) } ?? .null),
            ("out", outputFolder.map(JSONValue.text) ?? .null),
        ] + (modelPath.map { [("export_model", .text($0))] } ?? [])
    }

    private var json: JSONValue {
        .object([("schema", .integer(1)), ("dry_run", .flag(true))] + properties)
    }

    private var csv: CSVText {
        var text = CSVText(header: "property,value")
        for (key, value) in properties {
            switch value {
            case .text(let words): text.append([key, words])
            case .integer(let number): text.append([key, String(number)])
            default: text.append([key, ""])
            }
        }
        return text
    }
}
