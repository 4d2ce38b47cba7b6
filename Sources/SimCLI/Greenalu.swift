internal import ArgumentParser
internal import Simulator

@main
struct Greenalu: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "greenalu",
            abstract: HelpMessage.root.shown,
            discussion: HelpMessage.rootPurpose.shown + "\n\n" + CommandExample.list,
            version: "greenalu \(ProgramVersion.current)",
            subcommands: [
                PlanCommand.self, RunCommand.self, CompareCommand.self, SweepCommand.self,
                EnsembleCommand.self, MergeCommand.self, GenerateRunsCommand.self,
                SensitivityCommand.self, AlternativesCommand.self, ParetoCommand.self,
                SeekCommand.self, ExportCommand.self, PlotCommand.self, ReportCommand.self,
                ServeCommand.self,
                ScenarioCommand.self, DataCommand.self, ValidateCommand.self, SolveCommand.self,
                RecordCommand.self, CheckCommand.self, ReproduceCommand.self, ExplainCommand.self,
                CompletionCommand.self, ManualCommand.self,
            ])
    }

    /// Also here, so that the help of the whole program and of groups of commands can be had in
    /// either language.
    @Option(help: HelpMessage.language.help())
    var lang: Language?

    static func main() {
        OutputStreams.prepare()
        Interruption.begin()
        exit(withError: ExitCode(carryOut().rawValue))
    }

    /// Parses, runs, and maps every outcome to an exit code; nothing else in the program does.
    static func carryOut() -> ExitStatus {
        do {
            var command: any ParsableCommand
            do {
                let words = try GivenWords(CommandSurroundings.current.words)
                command = try parseAsRoot(words.forParser)
            } catch {
                try UsageReport(error).show()
                return .done
            }
            try command.run()
            return .done
        } catch let outcome as CommandOutcome {
            return outcome.status
        } catch let rejected as InputRejected {
            FailureReport().report(rejected.findings)
            return .rejected
        } catch let failure as FileFailure {
            FailureReport().report(failure)
            return .inputOutput
        } catch  where exitCode(for: error) == .success {
            // `--help` and a command without a subcommand end here.
            do {
                try UsageReport(error).show()
                return .done
            } catch let outcome as CommandOutcome {
                return outcome.status
            } catch {
                if let failure = error as? FileFailure { FailureReport().report(failure) }
                return .inputOutput
            }
        } catch {
            let message = Message(
                CommandMessage.internalError, verbatim: ["error": String(describing: error)])
            OutputStreams.report(message.rendered(in: CommandLanguage.current))
            return .defect
        }
    }
}

/// The examples of the help and the manual page.
enum CommandExample {
    static let all: [(command: String, meaning: HelpMessage)] = [
        ("greenalu plan", .exampleDefault),
        ("greenalu plan dry-yunnan --lang zh", .exampleChinese),
        ("greenalu run my-scenario.yaml --out results", .exampleFiles),
        ("greenalu plan --set carbon.price=300", .exampleSet),
        ("greenalu data show generation --province YN", .exampleData),
        ("greenalu data check my-tables", .exampleCheck),
    ]

    /// One example a line, the meanings below each other.
    static var list: String {
        let width = all.map(\.command.count).max() ?? 0
        return all.map { example in
            "  \(example.command)"
                + String(repeating: " ", count: width + 3 - example.command.count)
                + example.meaning.shown
        }.joined(separator: "\n")
    }
}
