internal import Simulator

/// What `--verbose` says on standard error. No times and no host: the same inputs give the same
/// words.
struct ProgressReport {
    let verbosity: Verbosity
    let language: Language

    /// Enough of a digest to tell files apart.
    private static let shownDigits = 12

    func tell(_ entry: ProgressMessage, _ arguments: [String: String]) {
        guard verbosity == .verbose else { return }
        OutputStreams.report(Message(entry, verbatim: arguments).rendered(in: language))
    }

    func tell(of data: DataSet) {
        tell(
            ShippedInputs.hold(data.directory) ? .readShippedData : .readData,
            ["folder": data.directory, "count": String(data.digests.count)])
        for digest in data.digests { tellDigest(digest.file, digest.sha256) }
    }

    /// Where scenarios are looked for by name.
    func tell(ofFolder scenarios: String) {
        tell(
            ShippedInputs.hold(scenarios) ? .scenariosShipped : .scenariosIn,
            ["folder": scenarios])
    }

    func tell(of scenario: Scenario) {
        tell(
            .readScenario,
            ["scenario": scenario.identifier, "count": String(scenario.files.count)])
        for file in scenario.files { tellDigest(file.file, file.sha256) }
        if !scenario.options.isEmpty {
            tell(.readOptions, ["options": scenario.options.joined(separator: ", ")])
        }
    }

    private func tellDigest(_ file: String, _ digest: String) {
        tell(.fileDigest, ["digest": String(digest.prefix(Self.shownDigits)), "file": file])
    }

    func tell(ofProjected inputs: ModelInputs) {
        tell(.projected, DryRun.scope(of: inputs))
    }

    /// The size of the problem, which is put together for it only where somebody asked.
    func tellSize(of baseline: Baseline) throws {
        guard verbosity == .verbose else { return }
        tell(.problemSize, DryRun.size(of: try RelocationProblem(baseline)))
    }

    func tell(of plan: Plan) {
        tell(
            .solved, ["iterations": String(plan.iterations), "status": plan.status.rawValue])
    }
}
