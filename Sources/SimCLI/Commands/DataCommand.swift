internal import ArgumentParser
internal import Simulator

/// Looking at the data tables, and checking own ones.
struct DataCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "data", abstract: HelpMessage.data.shown,
            subcommands: [
                DataTablesCommand.self, DataShowCommand.self, DataCheckCommand.self,
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
            let data = try DataSetLoader(files: FileLayer()).load(directory: folder)
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
