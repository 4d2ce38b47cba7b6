internal import Simulator

/// What a command works with once its inputs are read.
struct Session {
    let files = FileLayer()
    let language: Language
    let format: OutputFormat
    let data: DataSet
    let scenariosFolder: String

    init(_ options: DataOptions) throws {
        language = options.language
        format = options.format
        let folders = InputFolders(files: files)
        scenariosFolder = folders.scenarios
        let folder = options.dataFolder ?? "\(folders.scenarios)/data/china-2024"
        do {
            data = try DataSetLoader(files: files).load(directory: folder)
        } catch let rejected as InputRejected {
            try Self.rejectAsJSON(rejected, format: format, language: language)
            throw rejected
        }
    }

    func scenario(_ options: ScenarioOptions) throws -> Scenario {
        let library = ScenarioLibrary(folder: scenariosFolder, files: files)
        return try accepted {
            try library.load(
                options.scenario, options: options.overrides, context: data.scenarioContext)
        }
    }

    func baseline(_ scenario: Scenario) throws -> Baseline {
        try accepted { try Baseline(ModelInputs(data: data, scenario: scenario)) }
    }

    /// Runs a step; where it rejects its input and JSON is asked for, the findings go out as JSON.
    private func accepted<Result>(_ step: () throws -> Result) throws -> Result {
        do {
            return try step()
        } catch let rejected as InputRejected {
            try Self.rejectAsJSON(rejected, format: format, language: language)
            throw rejected
        }
    }

    private static func rejectAsJSON(
        _ rejected: InputRejected, format: OutputFormat, language: Language
    ) throws {
        guard format == .json else { return }
        try OutputStreams.write(
            FindingReport(language: language).json(rejected.findings).rendered)
        throw CommandOutcome(status: .rejected)
    }

    /// Warnings and notices go to standard error.
    func reportNotices(_ findings: [Finding]) {
        FindingReport(language: language).report(findings)
    }

    func say(_ message: Message) {
        OutputStreams.report(message.rendered(in: language))
    }

    /// Checks the output folder before any work, so that a full or foreign folder is known early.
    func prepareOutput(_ options: ScenarioOptions) throws -> RunFolder? {
        try options.outputFolder.map { try RunFolder.prepare(at: $0, files: files) }
    }

    /// Writes the run's files and shows the result.
    func finish(_ record: RunRecord, into folder: RunFolder?, at path: String?) throws {
        if let folder {
            try folder.commit(record.files())
        }
        switch format {
        case .csv: try OutputStreams.write(record.results.csv.text)
        case .json: try OutputStreams.write(record.document(language: language).rendered)
        case .table:
            try OutputStreams.write(
                RunReport(record, language: language, usesColour: OutputStreams.usesColour).text)
        }
        if let path {
            say(
                Message(
                    CommandMessage.filesWritten,
                    verbatim: ["path": path, "csv": "\(path)/results.csv"]))
        }
    }
}

/// Where the shipped scenarios and data lie: in the working folder, or above the program.
struct InputFolders {
    let scenarios: String

    init(files: FileLayer) {
        var candidates = ["scenarios"]
        if let program = try? files.resolvedPath(of: "/proc/self/exe") {
            var folder = Substring(program)
            for _ in 0..<6 {
                guard let slash = folder.lastIndex(of: "/") else { break }
                folder = folder[..<slash]
                candidates.append("\(folder)/scenarios")
            }
        }
        scenarios =
            candidates.first { candidate in
                (try? files.kind(at: "\(candidate)/data/china-2024")) == .folder
            } ?? "scenarios"
    }
}
