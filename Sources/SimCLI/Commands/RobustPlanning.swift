internal import Simulator

/// Plans moves for many futures, shows and keeps the plan.
struct RobustPlanning {
    let session: Session
    let scenario: Scenario
    let baseline: Baseline
    let options: RobustOptions
    let threads: Int

    /// - Parameters:
    ///   - outputFolder: where files go; nil for none.
    ///   - sampling: how the futures are drawn, for the manifest.
    ///   - draw: the futures, from their number and the seed.
    func run(
        outputFolder: String?, sampling: [(key: String, value: String)],
        draw: (_ count: Int, _ seed: UInt64) throws -> [Baseline]
    ) throws {
        let folder = try outputFolder.map { try RunFolder.prepare(at: $0, files: session.files) }
        do {
            let futures = try draw(
                options.futures ?? 1, options.seed ?? RobustOptions.standardSeed)
            let plan = try RobustPlanner(risk: options.measure, threads: threads).plan(
                base: baseline, futures: futures)
            let record = RobustRecord(
                scenario: scenario, data: session.data, inputs: baseline.inputs, plan: plan,
                sampling: sampling)
            // Shown before it is kept: where standard output fails, no file has changed.
            try show(record)
            try folder?.commit(record.files())
            if let outputFolder {
                session.say(
                    Message(RobustReportMessage.filesWritten, verbatim: ["path": outputFolder]))
            }
            switch plan.status {
            case .optimal: break
            case .infeasible: throw CommandOutcome(status: .infeasible)
            case .notConverged: throw CommandOutcome(status: .notSolved)
            }
        } catch {
            if !(error is CommandOutcome) { folder?.abandon() }
            throw error
        }
    }

    private func show(_ record: RobustRecord) throws {
        switch session.format {
        case .csv: try OutputStreams.write(record.futuresCSV.text)
        case .json:
            try OutputStreams.write(record.document(language: session.language).rendered)
        case .table:
            try OutputStreams.write(
                RobustReport(
                    record, language: session.language, usesColour: OutputStreams.usesColour
                ).text)
        }
    }
}
