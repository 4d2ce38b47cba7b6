internal import ArgumentParser
internal import Reporting
internal import Simulator

/// The argument of commands that work on a run: a folder that `run` or `plan` wrote, or a scenario
/// that is planned on the spot.
struct RunArgument: ParsableArguments {
    @Argument(
        help: ReproductionMessage.runArgument.help("run"), completion: CompletionLists.scenarios)
    var run: String

    func validate() throws {
        if run.isEmpty { throw ValidationError(CommandMessage.emptyPath.shown) }
    }
}

extension Session {
    /// The run a word stands for.
    ///
    /// What lies in a folder is computed again from its manifest, and refused unless every file
    /// comes out as the folder has it: what is told of a run is told of that run.
    /// - Throws: ``InputRejected`` where the run does not come out again, or there is none.
    func record(of run: String) throws -> RunRecord {
        guard try isStoredRun(run) else {
            let scenario = try library.load(run, context: data.scenarioContext)
            progress.tell(of: scenario)
            let plan = try Planner().plan(try baseline(scenario))
            progress.tell(of: plan)
            return RunRecord(scenario: scenario, data: data, plan: plan)
        }
        let rerun = try rerun(try StoredRun(at: run, files: files))
        guard rerun.agrees else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        ReproductionMessage.cannotBeComputed,
                        ["reasons": RerunReasons(rerun).asText]),
                    at: Location(file: run)))
        }
        return rerun.record
    }

    /// Whether a word names a run folder or a manifest, and not a scenario.
    func isStoredRun(_ run: String) throws -> Bool {
        if run.hasSuffix(".json") { return true }
        return try StoredRun.isRunFolder(run, files: files)
    }

    /// A stored run, computed again.
    /// - Parameter scenario: path of its scenario file; nil: it is looked for.
    func rerun(_ stored: StoredRun, scenario: String? = nil) throws -> Rerun {
        let origin = try scenario.map { ScenarioOrigin(path: $0) } ?? origin(of: stored)
        return try Rerun(stored.manifest, from: origin, data: data, library: library)
    }

    /// Where the scenario of a stored run is read.
    func origin(of stored: StoredRun) throws -> ScenarioOrigin {
        try ScenarioOrigin(of: stored, library: library, files: files)
    }
}

/// Why a stored run does not come out again, as far as it can be told.
struct RerunReasons {
    let messages: [Message]

    init(_ rerun: Rerun) {
        var messages = rerun.changedInputs.map { input in
            let wording: ReproductionMessage =
                switch input.change {
                case .changed: .inputChanged
                case .added: .inputAdded
                case .removed: .inputRemoved
                }
            return Message(wording, verbatim: ["file": input.name])
        }
        if rerun.versionChanged {
            messages.append(
                Message(
                    ReproductionMessage.otherVersion,
                    verbatim: [
                        "recorded": rerun.stored.version, "current": ProgramVersion.current,
                    ]))
        }
        if let recorded = rerun.stored.linearAlgebra, recorded != RunRecord.linearAlgebra {
            messages.append(
                Message(
                    ReproductionMessage.otherLibrary,
                    verbatim: ["recorded": recorded, "current": RunRecord.linearAlgebra]))
        }
        if messages.isEmpty {
            let names = rerun.files.filter { !$0.agrees }.map(\.name)
            messages.append(
                Message(
                    ReproductionMessage.otherBytes,
                    verbatim: ["files": names.joined(separator: ", ")]))
        }
        self.messages = messages
    }

    var asText: Text {
        Text(
            en: messages.map { $0.rendered(in: .english) }.joined(separator: ", "),
            zh: messages.map { $0.rendered(in: .chinese) }.joined(separator: "，"))
    }
}

extension Session {
    /// Ensembles of more text than this are not read.
    private static let ensembleLimit = 64 << 20

    /// The bands of an ensemble's folder, for a run of the same scenario.
    func ensembleBands(of folder: String, for inputs: ModelInputs) throws -> EnsembleBands {
        let path = folder + (folder.hasSuffix("/") ? "" : "/") + EnsembleBands.fileName
        let bands = try EnsembleBands(
            csv: files.readFile(at: path, limit: Self.ensembleLimit), file: path)
        if bands.scenario != inputs.scenarioIdentifier {
            try refuse(
                Message(
                    PlotMessage.otherScenario,
                    verbatim: ["other": bands.scenario, "scenario": inputs.scenarioIdentifier]))
        }
        return bands
    }
}
