internal import Simulator

/// What a command works with once its inputs are read. What a step refuses it throws; the
/// program's main function reports it, as JSON where that is asked for.
struct Session {
    let files = CommandSurroundings.current.files
    let language: Language
    let format: OutputFormat
    let verbosity: Verbosity
    let data: DataSet
    let scenariosFolder: String

    init(_ options: DataOptions) throws {
        try self.init(
            dataFolder: options.dataFolder, format: options.format, messages: options.messages)
    }

    init(dataFolder: String?, format: OutputFormat, messages: MessageOptions) throws {
        language = messages.language
        self.format = format
        verbosity = messages.verbosity
        let folders = try InputFolders(files: files)
        scenariosFolder = folders.scenarios
        data = try DataSetLoader(files: files).load(
            directory: folders.data(asked: dataFolder, files: files))
        progress.tell(ofFolder: scenariosFolder)
        progress.tell(of: data)
    }

    /// - Parameter others: more values, as `key=value`, that come last.
    func scenario(_ options: ScenarioOptions, and others: [String] = []) throws -> Scenario {
        let scenario = try library.load(
            options.scenario, options: options.overrides + others, context: data.scenarioContext)
        progress.tell(of: scenario)
        return scenario
    }

    func baseline(_ scenario: Scenario) throws -> Baseline {
        try Baseline(ModelInputs(data: data, scenario: scenario))
    }

    // MARK: - Words on standard error

    /// Warnings and notices go to standard error, unless the command is to be quiet.
    func reportNotices(_ findings: [Finding]) {
        if verbosity != .quiet { FindingReport(language: language).report(findings) }
    }

    /// Says what was done, unless the command is to be quiet.
    func say(_ message: Message) {
        if verbosity != .quiet { complain(message) }
    }

    /// What is being done, for those who asked for it.
    var progress: ProgressReport { ProgressReport(verbosity: verbosity, language: language) }

    /// Says what went wrong, whatever was asked for.
    func complain(_ message: Message) {
        OutputStreams.report(message.rendered(in: language))
    }

    // MARK: - Output

    /// Checks the output folder before any work, so that a full or foreign folder is known early.
    func prepareOutput(_ options: ScenarioOptions) throws -> RunFolder? {
        try options.outputFolder.map { try RunFolder.prepare(at: $0, files: files) }
    }

    /// Writes the run's files and shows the result.
    func finish(_ record: RunRecord, into folder: RunFolder?, at path: String?) throws {
        // Shown before it is kept: where standard output fails, no file has changed.
        do {
            switch format {
            case .csv: try OutputStreams.write(record.results.csv.text)
            case .json: try OutputStreams.write(record.document(language: language).rendered)
            case .table:
                try OutputStreams.write(
                    RunReport(record, language: language, usesColour: OutputStreams.usesColour)
                        .text)
            }
        } catch {
            folder?.abandon()
            throw error
        }
        if let folder {
            try folder.commit(record.files())
        }
        if let path {
            say(
                Message(
                    CommandMessage.filesWritten,
                    verbatim: ["path": path, "csv": "\(path)/results.csv"]))
        }
    }
}
