internal import ArgumentParser
internal import Simulator

/// `plan --futures`: moves for many futures at once.
extension PlanCommand {
    /// What belongs to a plan for one future only.
    func checkFutures() throws {
        guard robustOptions.futures != nil else { return }
        let given = [
            ("--dry-run", dryRunOptions.isDryRun), ("--export-model", exportOption.path != nil),
            ("--solver", solverOption.solver != .structured),
            ("--lines", wholeLineOptions.overrides.isEmpty == false),
        ]
        if let option = given.first(where: \.1) {
            throw ValidationError(
                Message(RobustReportMessage.dryRunExcluded, verbatim: ["option": option.0])
                    .rendered(in: CommandLanguage.current))
        }
    }

    func planFutures(
        _ count: Int, _ scenario: Scenario, _ session: Session
    ) throws {
        let sampling = robustOptions.sampling ?? .random
        let sample = try FutureSample(
            scenario: scenario, data: session.data, count: count,
            seed: robustOptions.seedNumber, sampling: sampling)
        session.reportNotices(sample.base.inputs.notices + sample.base.notices)
        let folder = try session.prepareOutput(scenarioOptions)
        let record: RobustRecord
        do {
            let planner = RobustPlanner(
                risk: robustOptions.measure, threads: robustOptions.threadOptions.count)
            record = RobustRecord(
                scenario: scenario, data: session.data,
                plan: try planner.plan(base: sample.base, futures: sample.futures),
                sample: sample, seed: robustOptions.seedNumber, sampling: sampling)
            switch session.format {
            case .csv: try OutputStreams.write(record.movesCSV.text)
            case .json:
                try OutputStreams.write(record.document(language: session.language).rendered)
            case .table:
                try OutputStreams.write(
                    RobustReport(
                        record, language: session.language,
                        usesColour: OutputStreams.usesColour
                    ).text)
            }
        } catch {
            folder?.abandon()
            throw error
        }
        try folder?.commit(record.files)
        if let path = scenarioOptions.outputFolder {
            session.say(
                Message(
                    CommandMessage.filesWritten,
                    verbatim: ["path": path, "csv": "\(path)/robust_moves.csv"]))
        }
        switch record.plan.status {
        case .optimal: break
        case .infeasible: throw CommandOutcome(status: .infeasible)
        case .notConverged: throw CommandOutcome(status: .notSolved)
        }
    }
}
