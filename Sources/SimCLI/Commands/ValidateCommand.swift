internal import ArgumentParser
internal import Simulator

/// Compares the base year with what was published, or computes the published company cases.
struct ValidateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "validate", abstract: HelpMessage.validate.shown)
    }

    @Flag(name: .customLong("cases"), help: CaseReportMessage.help.help())
    var showsCases = false

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
        if showsCases { return try runCases(session) }
        let baseline = try session.baseline(.tablesOnly)
        let validation = Validation(
            data: session.data, outcome: Outcome.withoutPlan(baseline))
        switch session.format {
        case .table:
            try OutputStreams.write(
                ValidationReport(validation, language: session.language).text)
        case .csv: try OutputStreams.write(ValidationReport.csv(validation).text)
        case .json: try OutputStreams.write(ValidationReport.json(validation).rendered)
        }
        if !validation.isPassed {
            session.complain(Message(ReportMessage.validateFailed))
            throw CommandOutcome(status: .checkFailed)
        }
    }

    private func runCases(_ session: Session) throws {
        let study = try CaseStudy(data: session.data)
        let replay = try TransferReplay(data: session.data)
        let document = CaseDocument(study, replay: replay, language: session.language)
        switch session.format {
        case .table:
            try OutputStreams.write(
                CaseReport(study, language: session.language).text + "\n"
                    + ReplayReport(replay, data: session.data, language: session.language).text)
        case .csv: try OutputStreams.write(document.csv.text)
        case .json: try OutputStreams.write(document.json.rendered)
        }
        guard !study.isPassed else { return }
        let failed = study.cases.filter { $0.verdict == .differs }.map(\.identifier)
        session.complain(
            Message(CaseReportMessage.failed, verbatim: ["list": failed.joined(separator: ", ")]))
        throw CommandOutcome(status: .checkFailed)
    }
}
