internal import ArgumentParser
internal import Simulator

@main
struct Greenalu: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenalu",
        abstract: "Policy scenarios for China's aluminium transition (绿电铝模拟器).",
        discussion: """
            Plan which smelter capacity should move where so that every province meets its \
            green-power quota, and see what that costs.

              greenalu plan                                 the default scenario
              greenalu plan dry-yunnan --lang zh            another one, in Chinese
              greenalu run my-scenario.yaml --out results   a projection, with its CSV
              greenalu plan --set carbon.price=300 --set carbon.coverage.grid=true
            """,
        version: "greenalu \(ProgramVersion.current)",
        subcommands: [
            RunCommand.self, PlanCommand.self, ValidateCommand.self, ScenarioCommand.self,
            CompareCommand.self, SweepCommand.self,
        ])

    /// Parses, runs, and maps every outcome to an exit code; nothing else in the program does.
    static func main() {
        OutputStreams.ignoreBrokenPipes()
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code.rawValue == 0 {
                try? OutputStreams.write(text + "\n")
                leave(.done)
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            OutputStreams.report(
                lines.map { PrintableText.escaped(String($0)) }.joined(separator: "\n"))
            leave(.usage)
        }
        do {
            try command.run()
            leave(.done)
        } catch let outcome as CommandOutcome {
            leave(outcome.status)
        } catch let rejected as InputRejected {
            FindingReport(language: CommandLanguage.current).report(rejected.findings)
            leave(.rejected)
        } catch let failure as FileFailure {
            OutputStreams.report(failure.message.rendered(in: CommandLanguage.current))
            leave(.inputOutput)
        } catch  where exitCode(for: error) == .success {
            // `--help` and a command without a subcommand end here.
            try? OutputStreams.write(fullMessage(for: error) + "\n")
            leave(.done)
        } catch {
            let message = Message(
                CommandMessage.internalError, verbatim: ["error": String(describing: error)])
            OutputStreams.report(message.rendered(in: CommandLanguage.current))
            leave(.defect)
        }
    }

    private static func leave(_ status: ExitStatus) -> Never {
        exit(withError: ExitCode(status.rawValue))
    }
}
