internal import ArgumentParser
internal import Simulator

/// Sets two to four scenarios side by side.
struct CompareCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare", abstract: StudyHelp.compare.help,
            discussion: StudyHelp.compareDiscussion.help)
    }

    @Argument(
        help: ArgumentHelp(StudyHelp.compareScenarios.help), completion: CompletionLists.scenarios)
    var scenarios: [String] = []

    @Option(
        name: .customLong("set"), help: ArgumentHelp(StudyHelp.set.help, valueName: "key=value"),
        completion: CompletionLists.scenarioKeys)
    var settings: [String] = []

    @Option(help: ArgumentHelp(StudyHelp.mode.help))
    var mode: PlanningMode?

    @Flag(name: .customLong("without-plan"), help: ArgumentHelp(StudyHelp.withoutPlan.help))
    var isProjection = false

    @Option(help: ArgumentHelp(StudyHelp.compareTop.help))
    var top: Int?

    @Option(help: ArgumentHelp(StudyHelp.compareProvince.help))
    var province: [String] = []

    @Option(help: ArgumentHelp(StudyHelp.compareVariable.help))
    var variable: [String] = []

    @Option(help: ArgumentHelp(StudyHelp.compareYear.help))
    var year: Int?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(StudyHelp.outputFolder.help, valueName: "dir"),
        completion: .directory)
    var outputFolder: String?

    @OptionGroup var attribution: AttributionOptions

    @OptionGroup var dataOptions: DataOptions

    private static let standardTop = 15

    func validate() throws {
        let language = CommandLanguage.current
        try attribution.check(
            scenarioCount: scenarios.count,
            others: [
                top.map { _ in "--top" }, province.isEmpty ? nil : "--province",
                variable.isEmpty ? nil : "--variable",
            ].compactMap(\.self))
        if !(2...4).contains(scenarios.count) {
            throw ValidationError(
                Message(
                    ComparisonMessage.scenarioCount, verbatim: ["count": "\(scenarios.count)"]
                ).rendered(in: language))
        }
        if let top, top < 1 {
            throw ValidationError(
                Message(ComparisonMessage.topOutside, verbatim: ["value": "\(top)"])
                    .rendered(in: language))
        }
        if outputFolder?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.text[language])
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        if attribution.isAsked {
            try attribute(session: session)
            return
        }
        let selection = try ScenarioComparison.Selection(
            provinces: province, variables: variable, context: session.data.scenarioContext)
        let options = settings + (mode.map { ["planning.mode=\($0.rawValue)"] } ?? [])
        let loaded = try session.baselines(scenarios, options: options)
        let years = loaded.map { $0.baseline.inputs.horizon.years }
        let shownYear = year ?? years[0].upperBound
        if !years.allSatisfy({ $0.contains(shownYear) }) {
            try session.refuse(
                Message(
                    SweepMessage.yearOutside,
                    verbatim: [
                        "year": "\(shownYear)", "first": "\(years[0].lowerBound)",
                        "last": "\(years.map(\.upperBound).min() ?? 0)",
                    ]))
        }
        let folder = try outputFolder.map { try RunFolder.prepare(at: $0, files: session.files) }
        session.reportNotices(of: loaded.map(\.baseline))
        let comparison: ScenarioComparison
        do {
            comparison = ScenarioComparison(
                try loaded.map { try record($0.scenario, $0.baseline, data: session.data) })
        } catch {
            folder?.abandon()
            throw error
        }
        // Shown before it is kept: where standard output fails, no file has changed.
        do {
            try show(comparison, selection: selection, year: shownYear, session: session)
        } catch {
            folder?.abandon()
            throw error
        }
        try folder?.commit(comparison.files())
        if let outputFolder {
            session.say(
                Message(
                    ComparisonMessage.filesWritten,
                    verbatim: ["path": outputFolder, "csv": "\(outputFolder)/comparison.csv"]))
        }
        let statuses = comparison.runs.compactMap { $0.plan?.status }
        if statuses.contains(.infeasible) { throw CommandOutcome(status: .infeasible) }
        if statuses.contains(.notConverged) { throw CommandOutcome(status: .notSolved) }
    }

    private func show(
        _ comparison: ScenarioComparison, selection: ScenarioComparison.Selection, year: Int,
        session: Session
    ) throws {
        switch session.format {
        case .table:
            try OutputStreams.write(
                ComparisonReport(
                    comparison, selection: selection, top: top ?? Self.standardTop, year: year,
                    language: session.language, usesColour: OutputStreams.usesColour
                ).text)
        case .csv: try OutputStreams.write(comparison.resultsCSV(selection).text)
        case .json: try OutputStreams.write(comparison.document(selection).rendered)
        }
    }

    private func record(
        _ scenario: Scenario, _ baseline: Baseline, data: DataSet
    ) throws -> RunRecord {
        if isProjection {
            return RunRecord(
                scenario: scenario, data: data, outcome: Outcome.withoutPlan(baseline))
        }
        return RunRecord(scenario: scenario, data: data, plan: try Planner().plan(baseline))
    }
}
