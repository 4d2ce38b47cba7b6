public import ArgumentParser
public import Simulator

extension PlanMeasure: ExpressibleByArgument {
    public init?(argument: String) {
        guard let measure = PlanMeasure(rawValue: argument),
            ParetoFront.measures.contains(measure)
        else { return nil }
        self = measure
    }

    public static var allValueStrings: [String] { ParetoFront.measures.map(\.rawValue) }
}

/// Draws the front of cost against something else that a planner wants less of.
struct ParetoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pareto", abstract: ParetoMessage.help.shown,
            discussion: ParetoMessage.discussion.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions

    @Option(help: ParetoMessage.against.help())
    var against = PlanMeasure.emissions

    @Option(help: ParetoMessage.points.help())
    var points = 12

    @Option(help: ParetoMessage.threads.help())
    var threads: Int?

    @OptionGroup var dataOptions: DataOptions

    private static let pointLimits = 2...200

    func validate() throws {
        if !Self.pointLimits.contains(points) {
            throw ValidationError(
                Message(
                    ParetoMessage.pointsOutside,
                    verbatim: [
                        "value": "\(points)", "least": "\(Self.pointLimits.lowerBound)",
                        "limit": "\(Self.pointLimits.upperBound)",
                    ]
                ).rendered(in: CommandLanguage.current))
        }
        try ThreadCount.check(threads)
    }

    func run() throws {
        let session = try Session(dataOptions)
        let scenario = try session.scenario(scenarioOptions)
        let baseline = try session.baseline(scenario)
        guard AlternativesSearch.applies(to: baseline.inputs) else {
            try session.refuse(Message(ParetoMessage.cannotApply))
        }
        let search = ParetoSearch(
            baseline, dryYear: try DryYear(baseline, data: session.data), measure: against,
            pointCount: points, threads: ThreadCount.resolved(threads))
        let folder = try session.prepareOutput(scenarioOptions)
        session.reportNotices(baseline.inputs.notices + baseline.notices)
        let record: ParetoRecord
        do {
            let progress = ProgressLine(
                total: points - 1, isQuiet: session.verbosity == .quiet)
            let front = try search.run { progress.show($0) }
            progress.end()
            record = ParetoRecord(scenario: scenario, data: session.data, front: front)
            // Shown before it is kept: where standard output fails, no file has changed.
            try show(record, session)
        } catch {
            folder?.abandon()
            throw error
        }
        try folder?.commit(record.files())
        if let path = scenarioOptions.outputFolder {
            session.say(
                Message(
                    ParetoMessage.filesWritten,
                    verbatim: ["path": path, "csv": "\(path)/pareto.csv"]))
        }
        switch record.front.status {
        case .optimal: break
        case .infeasible:
            session.complain(Message(ParetoMessage.infeasible))
            throw CommandOutcome(status: .infeasible)
        case .notConverged:
            session.complain(Message(ParetoMessage.unsolved))
            throw CommandOutcome(status: .notSolved)
        }
    }

    private func show(_ record: ParetoRecord, _ session: Session) throws {
        switch session.format {
        case .csv: try OutputStreams.write(record.csv.text)
        case .json: try OutputStreams.write(record.document(language: session.language).rendered)
        case .table:
            guard !record.front.points.isEmpty else { return }
            try OutputStreams.write(
                ParetoReport(
                    record, language: session.language, usesColour: OutputStreams.usesColour
                ).text)
        }
    }
}
