import Foundation
import NumericalMethods

/// Solves random relocation problems by each of our methods and writes problems and answers down, a
/// folder for each problem, so that a foreign solver can be asked.
struct RandomRun {
    /// What `answers.json` holds; the answers themselves lie beside it.
    private struct Report: Codable {
        var number: Int
        var options: RandomRelocation.Description
        var answers: [Answer]
    }

    private struct Answer: Codable {
        var solver: String
        var status: String
        /// By the solver's own account.
        var objective: Double
        var counts: [String: Int]
    }

    let arguments: Arguments

    init(_ arguments: Arguments) {
        self.arguments = arguments
    }

    func run() throws {
        let folder = try arguments.requiredFolder()
        for number in arguments.first..<(arguments.first + arguments.count) {
            try solve(
                RandomRelocation(number: number, seed: arguments.seed),
                folder.appendingPathComponent(String(number)))
        }
    }

    private func solve(_ problem: RandomRelocation, _ folder: URL) throws {
        let program = problem.program()
        try InstanceFolder(folder).write(program, named: "problem")
        var answers: [Answer] = []
        for solver in BenchmarkedSolver.all {
            let (answer, _) = try solver.solve(program)
            answers.append(
                Answer(
                    solver: solver.name, status: answer.status, objective: answer.objective,
                    counts: answer.counts))
            try SolverRun.write(answer, solver.name, folder)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let report = Report(
            number: problem.number, options: problem.description, answers: answers)
        // Last, so that where it is missing the program ended on this problem.
        try encoder.encode(report).write(to: folder.appendingPathComponent("answers.json"))
    }
}
