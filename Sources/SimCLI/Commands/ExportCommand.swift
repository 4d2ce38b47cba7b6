internal import ArgumentParser
internal import Reporting
internal import Simulator

/// Writes runs as files that researchers' tools read as they are.
struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: ExportHelp.abstract.shown,
            discussion: ExportHelp.discussion.shown)
    }

    @Argument(help: ExportHelp.runs.help("run"), completion: CompletionLists.scenarios)
    var runs: [String] = []

    @Option(help: ExportHelp.format.help())
    var format: ResearchExport.Format = .iamc

    @Option(
        name: .customLong("out"), help: ExportHelp.output.help("dir"), completion: .directory)
    var outputFolder: String?

    @Flag(name: .customLong("bom"), help: ExportHelp.byteOrderMark.help())
    var hasByteOrderMark = false

    @Option(
        name: .customLong("data"), help: HelpMessage.dataFolder.help("dir"),
        completion: .directory)
    var dataFolder: String?

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if runs.isEmpty { throw ValidationError(ExportHelp.noRuns.shown) }
        guard let outputFolder else { throw ValidationError(ExportHelp.noOutput.shown) }
        if outputFolder.isEmpty || dataFolder?.isEmpty == true || runs.contains("") {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
    }

    func run() throws {
        guard let outputFolder else { return }
        let session = try Session(dataFolder: dataFolder, format: .table, messages: messages)
        let asked = try runs.map { try RunForExport($0, files: session.files) }
        try checkOutput(outputFolder, against: asked, session)
        let folder = try RunFolder.prepare(at: outputFolder, files: session.files)
        do {
            let collected = try collect(asked, session)
            let export = try research(collected.map(\.run), session)
            let figures = ExportFigures(export, language: session.language, data: session.data)
            try folder.commit(
                export.files(figures: figures.files(), language: session.language))
            report(export, outputFolder, session)
            // A folder's run has ended with its own exit code before; one made here has not.
            let statuses = collected.filter { !$0.isFolder }.map(\.run.status)
            if statuses.contains(.infeasible) { throw CommandOutcome(status: .infeasible) }
            if statuses.contains(.notConverged) { throw CommandOutcome(status: .notSolved) }
        } catch let outcome as CommandOutcome {
            throw outcome
        } catch {
            folder.abandon()
            throw error
        }
    }

    /// An export replaces an export, and nothing else that may be of value.
    private func checkOutput(
        _ path: String, against asked: [RunForExport], _ session: Session
    ) throws {
        for run in asked where try session.files.areSame(path, run.written) {
            try session.refuse(Message(ExportMessage.outputIsInput, verbatim: ["path": path]))
        }
        if let command = try ResearchExport.command(of: path, files: session.files),
            command != "export"
        {
            try session.refuse(
                Message(
                    ExportMessage.outputHoldsOther,
                    verbatim: ["path": path, "command": command]))
        }
    }

    private typealias Collected = (run: PublishedRun, isFolder: Bool)

    /// Reads the folders and plans the scenarios; all refusals of all of them in one pass, and
    /// before any planning.
    private func collect(_ asked: [RunForExport], _ session: Session) throws -> [Collected] {
        var findings = FindingList()
        var folders: [Int: PublishedRun] = [:]
        var scenarios: [Int: (scenario: Scenario, baseline: Baseline)] = [:]
        var names: [(name: String, written: String)] = []
        for (index, run) in asked.enumerated() {
            do {
                if try session.isStoredRun(run.written) {
                    let read = try PublishedRun(
                        StoredRun(at: run.written, files: session.files), named: run.name)
                    folders[index] = read
                    names.append((read.name, run.written))
                } else if let loaded = try session.baselines([run.written], options: []).first {
                    scenarios[index] = loaded
                    names.append((run.name ?? loaded.scenario.identifier, run.written))
                }
            } catch let rejected as InputRejected {
                findings.append(contentsOf: rejected.findings)
            }
        }
        findings.append(contentsOf: RunNames.findings(names))
        for run in folders.sorted(by: { $0.key < $1.key }).map(\.value) {
            findings.append(
                contentsOf: ResearchExport.regionFindings(run, data: session.data))
        }
        try findings.throwIfRejected()
        session.reportNotices(of: scenarios.sorted { $0.key < $1.key }.map(\.value.baseline))
        return try asked.indices.compactMap { index in
            if let run = folders[index] { return (run, true) }
            guard let (scenario, baseline) = scenarios[index] else { return nil }
            // Repairs of an infeasible plan stand in no table.
            let plan = try Planner(seeksRepairs: false).plan(baseline)
            let record = RunRecord(scenario: scenario, data: session.data, plan: plan)
            return (try PublishedRun(record, named: asked[index].name), false)
        }
    }

    private func research(_ runs: [PublishedRun], _ session: Session) throws -> ResearchExport {
        ResearchExport(
            runs: runs, format: format, hasByteOrderMark: hasByteOrderMark,
            provinces: session.data.provinces.entries,
            sources: try PackageSources(runs: runs, data: session.data, files: session.files))
    }

    private func report(_ export: ResearchExport, _ path: String, _ session: Session) {
        for run in export.runs where run.status != .optimal {
            session.say(
                Message(
                    ExportMessage.notOptimal,
                    ["name": Text(verbatim: run.name), "status": run.status.title]))
        }
        if format == .datapackage, !export.sources.otherTables.isEmpty {
            session.say(
                Message(
                    ExportMessage.otherTables,
                    verbatim: [
                        "data": session.data.directory,
                        "tables": export.sources.otherTables.joined(separator: ", "),
                    ]))
        }
        session.say(
            Message(
                ExportMessage.filesWritten,
                verbatim: ["path": path, "csv": "\(path)/\(export.resultsFile)"]))
    }
}
