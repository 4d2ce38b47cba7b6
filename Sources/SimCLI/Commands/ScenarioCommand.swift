internal import ArgumentParser
internal import Simulator

/// Scenarios: which there are, what they set, and a file to start from.
struct ScenarioCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scenario", abstract: StudyHelp.scenario.help,
            subcommands: [
                ScenarioListCommand.self, ScenarioShowCommand.self, ScenarioNewCommand.self,
                ScenarioKeysCommand.self,
            ],
            defaultSubcommand: ScenarioListCommand.self)
    }
}

/// The shipped scenarios with title and question.
struct ScenarioListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: StudyHelp.list.help)
    }

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        var findings = FindingList()
        var scenarios: [(name: String, scenario: Scenario)] = []
        for name in session.library.names() {
            do {
                let scenario = try session.library.load(
                    name, context: session.data.scenarioContext)
                scenarios.append((name, scenario))
            } catch let rejected as InputRejected {
                findings.append(contentsOf: rejected.findings)
            }
        }
        if findings.hasErrors, session.format == .json {
            try session.refusingAsAsked { try findings.throwIfRejected() }
        }
        let listing = ScenarioListing(scenarios: scenarios, language: session.language)
        switch session.format {
        case .table: try OutputStreams.write(listing.text)
        case .csv: try OutputStreams.write(listing.csv.text)
        case .json: try OutputStreams.write(listing.json.rendered)
        }
        // What can be listed is, and what cannot be read is an error all the same.
        try findings.throwIfRejected()
    }
}

/// What a scenario sets and where.
struct ScenarioShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: StudyHelp.show.help)
    }

    @Argument(help: ArgumentHelp(StudyHelp.showScenario.help, valueName: "scenario"))
    var scenario: String

    @Option(
        name: .customLong("set"), help: ArgumentHelp(StudyHelp.set.help, valueName: "key=value"))
    var settings: [String] = []

    @Flag(name: .customLong("all"), help: ArgumentHelp(StudyHelp.showAll.help))
    var showsAll = false

    @Option(help: ArgumentHelp(StudyHelp.showKey.help, valueName: "prefix"))
    var key: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let values = try session.refusingAsAsked {
            let prefix = try KeyPrefix(key, option: "--key")
            let scenario = try session.library.load(
                scenario, options: settings, context: session.data.scenarioContext)
            return (prefix, try LayeredValues(data: session.data, scenario: scenario))
        }
        session.reportNotices(values.1.inputs.notices)
        let report = ScenarioReport(
            values.1, showsAll: showsAll, prefix: values.0, language: session.language,
            usesColour: OutputStreams.usesColour)
        switch session.format {
        case .table: try OutputStreams.write(report.text)
        case .csv: try OutputStreams.write(report.csv.text)
        case .json: try OutputStreams.write(report.json.rendered)
        }
    }
}

/// A scenario file to start from.
struct ScenarioNewCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "new", abstract: StudyHelp.new.help)
    }

    @Argument(help: ArgumentHelp(StudyHelp.newFile.help))
    var file: String?

    @Option(
        name: .customLong("from"), help: ArgumentHelp(StudyHelp.newFrom.help, valueName: "scenario")
    )
    var parent: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let text = try session.refusingAsAsked {
            try ScenarioTemplate(
                data: session.data, language: session.language, extending: extended(session),
                wrap: { text in
                    DisplayWidth.wrapped(text, width: 78).split(separator: "\n").map(String.init)
                }
            ).yaml
        }
        guard let file else {
            try OutputStreams.write(text)
            return
        }
        try session.files.createNewFile(at: file, with: Array(text.utf8))
        session.say(Message(InspectionMessage.fileWritten, verbatim: ["path": file]))
    }

    /// What the new file writes after `extends`: the scenario must be accepted and be found again
    /// from where the new file lies.
    private func extended(_ session: Session) throws -> String? {
        guard let parent else { return nil }
        _ = try session.library.load(parent, context: session.data.scenarioContext)
        guard parent.contains("/") || parent.hasSuffix(".yaml") || parent.hasSuffix(".yml") else {
            return parent
        }
        let own = file ?? "new.yaml"
        guard folder(parent) == folder(own) else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        InspectionMessage.parentNotBeside,
                        verbatim: ["parent": parent, "path": own])))
        }
        return parent.split(separator: "/").last.map(String.init)
    }

    private func folder(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        let folder = String(path[..<slash])
        return folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
    }
}

/// Every key that a scenario may set.
struct ScenarioKeysCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "keys", abstract: StudyHelp.keys.help)
    }

    @Argument(help: ArgumentHelp(StudyHelp.keysPrefix.help))
    var prefix: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        let listing = try session.refusingAsAsked {
            let wanted = try KeyPrefix(prefix, option: nil)
            return KeyListing(
                try KeyDescription.all(session.data).filter { wanted.includes($0.key.path) },
                language: session.language)
        }
        switch session.format {
        case .table: try OutputStreams.write(listing.text)
        case .csv: try OutputStreams.write(listing.csv.text)
        case .json: try OutputStreams.write(listing.json.rendered)
        }
    }
}

/// The beginning of a key, in whole words: `carbon` takes `carbon.price`.
struct KeyPrefix {
    private let prefix: String?

    /// - Throws: ``InputRejected`` where no key begins so.
    init(_ prefix: String?, option: String?) throws {
        self.prefix = prefix
        guard let prefix, !ScenarioKey.all.contains(where: { includes($0.path) }) else { return }
        var starts: [String] = []
        for key in ScenarioKey.all {
            for length in 1...key.segments.count {
                let start = key.segments.prefix(length).joined(separator: ".")
                if !starts.contains(start) { starts.append(start) }
            }
        }
        let location = Location(file: option)
        guard let nearest = Spelling.nearest(to: prefix, among: starts) else {
            throw InputRejected(
                Finding(
                    .error, Message(InspectionMessage.noSuchPrefix, verbatim: ["value": prefix]),
                    at: location))
        }
        throw InputRejected(
            Finding(
                .error,
                Message(
                    InspectionMessage.noSuchPrefixNearest,
                    verbatim: ["value": prefix, "nearest": nearest]),
                at: location))
    }

    func includes(_ path: String) -> Bool {
        guard let prefix else { return true }
        return path == prefix || path.hasPrefix(prefix.hasSuffix(".") ? prefix : prefix + ".")
    }
}
