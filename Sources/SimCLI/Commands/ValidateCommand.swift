internal import ArgumentParser
internal import Simulator

/// Compares the base year with what was published.
struct ValidateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "validate", abstract: HelpMessage.validate.shown)
    }

    @OptionGroup var dataOptions: DataOptions

    func run() throws {
        let session = try Session(dataOptions)
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
}
