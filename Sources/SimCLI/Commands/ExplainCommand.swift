internal import ArgumentParser
internal import Simulator

/// Leads a number of a run back to its inputs.
struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain", abstract: ExplanationHelp.explain.shown,
            discussion: ExplanationHelp.discussion.shown)
    }

    @OptionGroup var runArgument: RunArgument

    @Argument(
        help: ExplanationHelp.variable.help("variable"),
        completion: .custom { _, _, _ in Self.names })
    var variable: String?

    @Option(help: ExplanationHelp.depth.help("n"))
    var depth: Int?

    @Option(help: ExplanationHelp.top.help("k"))
    var top: Int?

    @OptionGroup var dataOptions: DataOptions

    /// Levels below the number that are shown unless another count is asked for.
    private static let standardDepth = 3
    private static let standardTop = 8

    private static var names: [String] {
        HeadlineQuantity.allCases.map(\.rawValue) + VariableDefinition.all.map(\.name)
    }

    func validate() throws {
        for (option, value) in [("--depth", depth), ("--top", top)] {
            if let value, value < 0 {
                throw ValidationError(
                    Message(
                        ExplanationMessage.negativeCount,
                        verbatim: ["option": option, "value": "\(value)"]
                    ).rendered(in: CommandLanguage.current))
            }
        }
        if depth != nil, variable == nil {
            throw ValidationError(ExplanationMessage.depthNeedsVariable.shown)
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let record = try session.record(of: runArgument.run)
        guard let variable else { return try list(record, session) }
        let target = try ExplanationTarget(
            variable, outcome: record.outcome, context: session.data.scenarioContext)
        let explanation = try Explanation(record, target)
        switch session.format {
        case .csv: try OutputStreams.write(explanation.leaves(language: session.language).text)
        case .json:
            try OutputStreams.write(
                explanation.document(
                    scenario: record.scenario.identifier, language: session.language
                ).rendered)
        case .table:
            try OutputStreams.write(
                ExplanationReport(
                    explanation, record: record, depth: depth ?? Self.standardDepth,
                    top: top ?? Self.standardTop, language: session.language
                ).text)
        }
    }

    /// What the headline figures rest on.
    private func list(_ record: RunRecord, _ session: Session) throws {
        let analysis = try FoundationAnalysis(record)
        switch session.format {
        case .csv: try OutputStreams.write(analysis.csv.text)
        case .json:
            try OutputStreams.write(
                analysis.document(
                    scenario: record.scenario.identifier, top: top ?? Self.standardTop,
                    language: session.language
                ).rendered)
        case .table:
            try OutputStreams.write(
                FoundationReport(
                    analysis, record: record, top: top ?? 1, language: session.language
                ).text)
        }
    }
}
