internal import ArgumentParser
internal import Simulator

/// Holds runs to their references.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: ReferenceMessage.check.shown,
            discussion: ReferenceMessage.checkDiscussion.shown)
    }

    @Argument(help: ReferenceMessage.checkNames.help("name"))
    var names: [String] = []

    @OptionGroup var referenceOptions: ReferenceOptions

    @Option(
        name: .customLong("run"), help: ReferenceMessage.againstRun.help("dir"),
        completion: .directory)
    var runFolder: String?

    @Option(
        name: .customLong("scenario"), help: ReproductionMessage.scenarioFile.help("file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var scenarioFile: String?

    @Flag(name: .customLong("all"), help: ReferenceMessage.allDrifts.help())
    var showsAll = false

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        if [runFolder, scenarioFile].contains("") {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
        if runFolder != nil || scenarioFile != nil, names.count != 1 {
            throw ValidationError(ReferenceMessage.oneForRun.shown)
        }
    }

    func run() throws {
        let session = try Session(dataOptions)
        let library = session.library
        let checks = try names(session).map { name in
            let reference = try Reference(
                at: "\(referenceOptions.folder)/\(name)", files: session.files)
            let origin =
                try scenarioFile.map { ScenarioOrigin(path: $0) }
                ?? reference.scenarioOrigin(library: library, files: session.files)
            if let runFolder {
                return try ReferenceCheck(
                    reference, record: session.record(of: runFolder), source: origin,
                    library: library)
            }
            return try ReferenceCheck(
                reference, from: origin, data: session.data, library: library)
        }
        let report = ReferenceReport(checks, language: session.language, showsAll: showsAll)
        switch session.format {
        case .table: try OutputStreams.write(report.text)
        case .csv: try OutputStreams.write(report.csv.text)
        case .json: try OutputStreams.write(report.json.rendered)
        }
        if checks.contains(where: { !$0.isPassed }) {
            throw CommandOutcome(status: .checkFailed)
        }
    }

    /// The references asked for, each known to be there.
    private func names(_ session: Session) throws -> [String] {
        let folder = referenceOptions.folder
        let known = try Reference.names(in: folder, files: session.files)
        guard !known.isEmpty else {
            throw InputRejected(
                Finding(
                    .error, Message(ReferenceMessage.noneThere, verbatim: ["folder": folder])))
        }
        var findings = FindingList()
        for name in names where !known.contains(name) {
            findings.error(
                Message(
                    ReferenceMessage.unknownName,
                    verbatim: [
                        "value": name, "folder": folder, "known": known.joined(separator: ", "),
                    ]), at: Location())
        }
        try findings.throwIfRejected()
        return names.isEmpty ? known : names
    }
}
