import Foundation
import Simulator

/// Plans many draws of a scenario anew and says what that takes, stage by stage.
@main
struct DrawBenchmark {
    static let manual = """
        usage: draw-benchmark SCENARIO [--scenarios FOLDER] [--draws N] [--first N] [--seed N]
                              [--spread X] [--threads N] [--ordinary] [--set KEY=VALUE]...
        --ordinary plans with the planner behind `greenalu plan` and compares the two
        """

    static func main() {
        do {
            let arguments = try DrawArguments(Array(CommandLine.arguments.dropFirst()))
            try DrawRun(arguments).run()
        } catch let error as UsageError {
            complain("\(error.message)\n\(manual)")
            exit(64)
        } catch let error as InputRejected {
            for finding in error.findings { complain(finding.message.rendered(in: .english)) }
            exit(65)
        } catch {
            complain("\(error)")
            exit(70)
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

struct UsageError: Error {
    let message: String
}
