import Foundation

/// Writes made-up relocation problems down for other solvers, times ours on them, and measures what
/// the machine can do.
@main
struct TransferBenchmark {
    static let manual = """
        usage: transfer-benchmark generate --size NAME [--seed N] [--linear] --out FOLDER
               transfer-benchmark solve --solver NAME --size NAME [--seed N] [--linear]
                                        [--repeats N] --out FOLDER
               transfer-benchmark random [--count N] [--first N] [--seed N] --out FOLDER
               transfer-benchmark machine | solvers
        sizes: small, medium, large; solvers: \(BenchmarkedSolver.names)
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let error as UsageError {
            complain("\(error.message)\n\(manual)")
            exit(64)
        } catch {
            complain("\(error)")
            exit(70)
        }
    }

    private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words)
        switch arguments.command {
        case "generate":
            try InstanceFolder(arguments.requiredFolder()).write(arguments.instance())
        case "solve":
            try SolverRun(arguments).run()
        case "random":
            try RandomRun(arguments).run()
        case "solvers":
            print(BenchmarkedSolver.all.map(\.name).joined(separator: "\n"))
        case "machine":
            print(try MachinePeak.measured().json())
        default:
            throw UsageError(message: "no such command: \(arguments.command)")
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

struct UsageError: Error {
    let message: String
}
