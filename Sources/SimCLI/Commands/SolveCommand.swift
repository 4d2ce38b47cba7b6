internal import ArgumentParser
internal import Simulator

/// Solves a program from a file.
struct SolveCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "solve", abstract: SolveMessage.help.shown,
            discussion: SolveMessage.helpDiscussion.shown)
    }

    @Argument(
        help: SolveMessage.helpFile.help(),
        completion: .file(extensions: ["mps", "qps", "sif", "MPS", "QPS", "SIF"]))
    var file: String

    @Option(help: SolveMessage.helpFormat.help())
    var format: Format = .table

    @Option(
        name: .customLong("out"), help: SolveMessage.helpOutput.help("file"),
        completion: .file(extensions: ["csv"]))
    var output: String?

    @Option(help: SolveMessage.helpTolerance.help())
    var tolerance = ProgramSolver.standardTolerance

    @Option(help: SolveMessage.helpIterations.help("count"))
    var iterationLimit = ProgramSolver.standardIterationLimit

    @Flag(name: .customLong("relax"), help: SolveMessage.helpRelax.help())
    var relaxesIntegers = false

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        if file.isEmpty || output?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
        func refuse(_ message: SolveMessage, _ value: String) throws {
            throw ValidationError(
                Message(message, verbatim: ["value": value]).rendered(in: CommandLanguage.current))
        }
        if !ProgramSolver.tolerances.contains(tolerance) {
            try refuse(.toleranceOutside, "\(tolerance)")
        }
        if !ProgramSolver.iterationLimits.contains(iterationLimit) {
            try refuse(.iterationsOutside, "\(iterationLimit)")
        }
    }

    func run() throws {
        let files = CommandSurroundings.current.files
        if let output { try checkOutput(output, files) }
        let read = try ProgramFile(at: file, relaxingIntegers: relaxesIntegers, files: files)
        let language = messages.language
        if messages.verbosity != .quiet {
            FindingReport(language: language).report(read.notices)
        }
        tell(
            .readProblem, when: .verbose,
            [
                "file": read.place[language], "rows": "\(read.rowCount)",
                "variables": "\(read.variableCount)",
            ])
        var solver = ProgramSolver()
        solver.tolerance = tolerance
        solver.iterationLimit = iterationLimit
        let result = try solver.solve(read)
        // Shown before it is kept: where standard output fails, no file has changed.
        switch format {
        case .table:
            try OutputStreams.write(
                SolveReport(read, result, tolerance: tolerance, language: language).text)
        case .json: try OutputStreams.write(result.json.rendered)
        }
        if let output {
            try files.replaceFile(at: output, with: read.table(of: result).bytes)
            tell(.solutionWritten, when: .normal, ["path": output])
        }
        switch result.status {
        case .optimal: break
        case .primalInfeasible, .dualInfeasible: throw CommandOutcome(status: .infeasible)
        case .notConverged: throw CommandOutcome(status: .notSolved)
        }
    }

    private func checkOutput(_ output: String, _ files: FileLayer) throws {
        if try files.areSame(output, file) {
            FailureReport().report([
                Finding(
                    .error, Message(SolveMessage.outputIsInput, verbatim: ["path": output]))
            ])
            throw CommandOutcome(status: .usage)
        }
        try files.checkReplaceable(at: output)
    }

    private func tell(
        _ message: SolveMessage, when least: Verbosity, _ arguments: [String: String]
    ) {
        let isAsked =
            messages.verbosity == .verbose || (least == .normal && messages.verbosity == .normal)
        if isAsked {
            OutputStreams.report(
                Message(message, verbatim: arguments).rendered(in: messages.language))
        }
    }
}
