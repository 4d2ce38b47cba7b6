internal import ArgumentParser
internal import Simulator

/// Looking at the data tables, and checking own ones.
struct DataCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "data", abstract: HelpMessage.data.shown,
            subcommands: [
                DataTablesCommand.self, DataShowCommand.self, DataCheckCommand.self,
                DataInputsCommand.self,
            ],
            defaultSubcommand: DataTablesCommand.self)
    }
}

/// Lists the tables.
struct DataTablesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "tables", abstract: HelpMessage.dataTables.shown)
    }

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        session.reportNotices(session.data.notices)
        let report = TableListReport(data: session.data, language: session.language)
        switch session.format {
        case .table: try OutputStreams.write(report.text)
        case .csv: try OutputStreams.write(report.csv.text)
        case .json:
            try OutputStreams.write(
                JSONValue.object([("schema", .integer(1)), ("tables", report.json)]).rendered)
        }
    }
}

/// Shows the rows of a table.
struct DataShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpMessage.dataShow.shown)
    }

    @Argument(help: HelpMessage.table.help(), completion: CompletionLists.tables)
    var table: String

    @Option(help: HelpMessage.province.help())
    var province: String?

    @Option(help: HelpMessage.year.help())
    var year: String?

    @Option(name: .customLong("grade"), help: HelpMessage.grade.help("grade"))
    var grades: [Grade] = []

    @Option(help: HelpMessage.key.help("text"))
    var key: String?

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        var query = TableQuery()
        query.province = province
        query.year = year
        query.grades = grades
        query.key = key
        let selection = try TableSelection(of: table, query: query, data: session.data)
        session.reportNotices(session.data.notices)
        let report = TableRowsReport(
            selection,
            written: try WrittenTable(
                selection.table, in: session.data.directory, files: session.files),
            data: session.data, language: session.language)
        switch session.format {
        case .table: try OutputStreams.write(report.text)
        case .csv: try OutputStreams.write(report.csv.text)
        case .json: try OutputStreams.write(report.json.rendered)
        }
    }
}

/// Writes every input as a document.
struct DataInputsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "inputs", abstract: InputListMessage.help.shown)
    }

    @Option(
        name: .customLong("data"), help: HelpMessage.dataFolder.help("dir"),
        completion: .directory)
    var dataFolder: String?

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if dataFolder?.isEmpty == true { throw ValidationError(CommandMessage.emptyPath.shown) }
    }

    func run() throws {
        let files = CommandSurroundings.current.files
        let data = try DataSetLoader(files: files).load(
            directory: try InputFolders(files: files).data(asked: dataFolder, files: files))
        ProgressReport(verbosity: messages.verbosity, language: messages.language).tell(of: data)
        if messages.verbosity != .quiet {
            FindingReport(language: messages.language).report(data.notices)
        }
        try OutputStreams.write(InputList(data: data).markdown(in: messages.language))
    }
}

/// Checks a data folder and says what it holds.
struct DataCheckCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: HelpMessage.dataCheck.shown)
    }

    @Argument(help: HelpMessage.checkedFolder.help(), completion: .directory)
    var folder: String

    @Option(help: HelpMessage.checkFormat.help())
    var format: Format = .table

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if folder.isEmpty { throw ValidationError(CommandMessage.emptyPath.shown) }
    }

    func run() throws {
        let language = messages.language
        let report: DataCheckReport
        do {
            let data = try DataSetLoader(files: CommandSurroundings.current.files)
                .load(directory: folder)
            ProgressReport(verbosity: messages.verbosity, language: language).tell(of: data)
            let baseline = try Baseline(ModelInputs(data: data, scenario: .tablesOnly))
            report = DataCheckReport(
                data: data, inputs: baseline.inputs,
                // The inputs' notices begin with those of the tables.
                findings: baseline.inputs.notices + baseline.notices,
                language: language)
        } catch let rejected as InputRejected {
            // A check shows all there is, not the first twenty.
            guard format == .table else { throw rejected }
            let shown =
                messages.isQuiet
                ? rejected.findings.filter { $0.severity == .error } : rejected.findings
            FindingReport(language: language).report(shown, limit: .max)
            throw CommandOutcome(status: .rejected)
        }
        switch format {
        case .table:
            if !messages.isQuiet {
                FindingReport(language: language).report(report.findings, limit: .max)
            }
            try OutputStreams.write(report.text)
        case .json: try OutputStreams.write(report.json.rendered)
        }
    }
}
