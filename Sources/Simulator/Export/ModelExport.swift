internal import NumericalMethods

/// A relocation problem as an MPS file that other solvers read: the program that is solved, number
/// for number, with names that say what each variable and row stands for.
public struct ModelExport: Sendable {
    private let problem: RelocationProblem
    private let scenario: Scenario

    public init(_ problem: RelocationProblem, scenario: Scenario) {
        self.problem = problem
        self.scenario = scenario
    }

    /// The file. Only the comments above depend on the language.
    ///
    /// - Parameter wrap: breaks a comment into lines.
    public func text(in language: Language, wrap: (String) -> [String]) -> String {
        let names = ModelNames(inputs: problem.inputs)
        return QPSWriter.text(
            QPSProblem(
                name: scenario.identifier, program: problem.program, objectiveName: "cost",
                rowNames: problem.limits.map(names.name(of:)),
                variableNames: problem.variables.map(names.name(of:))),
            comments: comments(in: language).flatMap(wrap))
    }

    private func comments(in language: Language) -> [String] {
        let arguments = [
            "scenario": Text(verbatim: scenario.identifier), "title": scenario.title,
            "version": Text(verbatim: ProgramVersion.current),
            "year": Text(verbatim: "\(problem.inputs.horizon.baseYear)"),
        ]
        func say(_ messages: [ModelExportMessage], indent: String = "") -> [String] {
            messages.map { indent + Message($0, arguments).rendered(in: language) }
        }
        return say([.title, .objective, .names, .reading, .variables])
            + say(
                [.move, .green, .option, .certificate, .certificates, .shortfall, .relaxed],
                indent: "  ")
            + say([.rows])
            + say(
                [
                    .stock, .pace, .nationalPace, .hosting, .greenLimit, .coalLeft, .gridLeft,
                    .quota, .certificateShare, .certificateBalance, .certificateLimit, .ceiling,
                    .emissionCap, .capitalBudget, .cleanShare,
                ], indent: "  ")
    }
}
