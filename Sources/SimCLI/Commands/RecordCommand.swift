internal import ArgumentParser
internal import Simulator

/// Keeps a run as a reference.
struct RecordCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record", abstract: ReferenceMessage.record.shown,
            discussion: ReferenceMessage.recordDiscussion.shown)
    }

    @OptionGroup var runArgument: RunArgument

    @Option(help: ReferenceMessage.recordName.help("name"))
    var name: String

    @OptionGroup var referenceOptions: ReferenceOptions

    @Option(
        name: .customLong("data"), help: HelpMessage.dataFolder.help("dir"), completion: .directory)
    var dataFolder: String?

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if dataFolder?.isEmpty == true { throw ValidationError(CommandMessage.emptyPath.shown) }
        guard Reference.isName(name) else {
            throw ValidationError(
                Message(ReferenceMessage.badName, verbatim: ["value": name])
                    .rendered(in: CommandLanguage.current))
        }
    }

    func run() throws {
        let session = try Session(dataFolder: dataFolder, format: .table, messages: messages)
        let path = "\(referenceOptions.folder)/\(name)"
        try checkOutput(path, session.files)
        let kept = try Reference.tolerances(at: path, files: session.files)
        let record = try session.record(of: runArgument.run)
        let files = Reference.files(
            name: name, record: record, scenarioPath: try scenarioPath(session),
            tolerances: kept ?? .standard)
        try keep(files, at: path, session.files)
        if let kept, kept != .standard {
            session.say(
                Message(
                    ReferenceMessage.tolerancesKept, verbatim: ["file": "\(path)/tolerances.csv"]))
        }
        session.say(
            Message(
                ReferenceMessage.recorded,
                verbatim: [
                    "path": path, "count": "\(record.results.rows.count)",
                    "scenario": record.scenario.identifier, "name": name,
                ]))
    }

    /// Refuses before the work what could not be written after it.
    private func checkOutput(_ path: String, _ files: FileLayer) throws {
        if try files.kind(at: referenceOptions.folder) == .missing {
            try files.checkReplaceable(at: referenceOptions.folder)
        } else {
            try RunFolder.check(path, files: files)
        }
    }

    /// Writes the reference, and the folder of all references where there is none; where that
    /// fails, there is none as before.
    private func keep(
        _ contents: [(name: String, bytes: [UInt8])], at path: String, _ files: FileLayer
    ) throws {
        let makesFolder = try files.makeFolderIfMissing(at: referenceOptions.folder)
        do {
            try RunFolder.prepare(at: path, files: files).commit(contents)
        } catch {
            if makesFolder { files.removeFolderIfEmpty(at: referenceOptions.folder) }
            throw error
        }
    }

    /// The path of a scenario of one's own, so that a check reads the same file; nil for shipped
    /// ones, which are found by name, and for what lies elsewhere on this machine.
    private func scenarioPath(_ session: Session) throws -> String? {
        var path = runArgument.run
        if try session.isStoredRun(path) {
            let stored = try StoredRun(at: path, files: session.files)
            let origin = try session.origin(of: stored)
            guard origin.kind == .file else { return nil }
            path = origin.path
        }
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"), !path.hasPrefix("/"),
            !path.hasPrefix(session.scenariosFolder + "/")
        else { return nil }
        return path
    }
}

/// Where references lie.
struct ReferenceOptions: ParsableArguments {
    @Option(help: ReferenceMessage.folder.help("dir"), completion: .directory)
    var folder: String = "references"

    func validate() throws {
        if folder.isEmpty { throw ValidationError(CommandMessage.emptyPath.shown) }
    }
}
