internal import Simulator

/// What `--verbose` says. No times and no host: the same inputs give the same words.
extension Session {
    /// Enough of a digest to tell files apart.
    private static let shownDigits = 12

    func tellOfData() {
        tell(
            Message(
                ProgressMessage.readData,
                verbatim: ["folder": data.directory, "count": String(data.digests.count)]))
        for digest in data.digests { tellDigest(digest.file, digest.sha256) }
    }

    func tell(of scenario: Scenario) {
        tell(
            Message(
                ProgressMessage.readScenario,
                verbatim: [
                    "scenario": scenario.identifier, "count": String(scenario.files.count),
                ]))
        for file in scenario.files { tellDigest(file.file, file.sha256) }
        if !scenario.options.isEmpty {
            tell(
                Message(
                    ProgressMessage.readOptions,
                    verbatim: ["options": scenario.options.joined(separator: ", ")]))
        }
    }

    private func tellDigest(_ file: String, _ digest: String) {
        tell(
            Message(
                ProgressMessage.fileDigest,
                verbatim: ["digest": String(digest.prefix(Self.shownDigits)), "file": file]))
    }

    func tell(ofProjected inputs: ModelInputs) {
        tell(
            Message(ProgressMessage.projected, verbatim: DryRun.scope(of: inputs)))
    }

    /// The size of the problem, which is put together for it only where somebody asked.
    func tellSize(of baseline: Baseline) throws {
        guard verbosity == .verbose else { return }
        tell(
            Message(
                ProgressMessage.problemSize,
                verbatim: DryRun.size(of: try RelocationProblem(baseline))))
    }

    func tell(of plan: Plan) {
        tell(
            Message(
                ProgressMessage.solved,
                verbatim: [
                    "iterations": String(plan.iterations), "status": plan.status.rawValue,
                ]))
    }
}
