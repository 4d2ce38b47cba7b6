@testable internal import NumericalMethods
@testable internal import Simulator

extension PropertyCheck {
    /// A program that is read, written and read again is the same. A small one is solved, and its
    /// answer holds what its status says.
    static let program = PropertyCheck(name: "program", lengthLimit: 4096) { bytes in
        do {
            try requireSame(try QPSReader.read(bytes: bytes, relaxingIntegers: true))
        } catch let rejection as QPSRejection {
            try require(!rejection.faults.isEmpty, "refused without a fault")
            try requireReadable(
                rejection.faults.map {
                    Finding(.error, $0.message, at: Location(file: "input.qps", line: $0.line))
                })
        }
    }

    private static func requireSame(_ problem: QPSProblem) throws {
        try requireReadable(problem.remarks.map { Finding(.warning, $0.message) })
        let program = problem.program
        try program.validate()
        let text = QPSWriter.text(problem)
        let again: QPSProblem
        do {
            again = try QPSReader.read(text)
        } catch {
            throw PropertyBroken(description: "refused once written: \(error)\n\(text)")
        }
        // A range is written to within rounding where no two numbers give its limits exactly.
        try require(
            again.program.linear == program.linear && again.program.constant == program.constant
                && again.program.constraints == program.constraints
                && again.program.quadratic == program.quadratic
                && again.program.variableLower == program.variableLower
                && again.program.variableUpper == program.variableUpper
                && again.maximizes == problem.maximizes,
            "another program once written\n\(text)")
        for row in 0..<program.rowCount {
            let pairs = [
                (program.rowLower[row], again.program.rowLower[row]),
                (program.rowUpper[row], again.program.rowUpper[row]),
            ]
            let size = [program.rowLower[row], program.rowUpper[row]].map(abs)
                .filter(\.isFinite).max() ?? 0
            for (old, new) in pairs {
                try require(
                    old == new || abs(old - new) <= 4 * size.ulp,
                    "row \(row): limit \(old) became \(new)")
            }
        }
        try require(
            QPSWriter.text(again) == text, "another text once written twice\n\(text)")
        if program.variableCount <= 8, program.rowCount <= 8 { try requireAnswer(program) }
    }

    private static func requireAnswer(_ program: QuadraticProgram) throws {
        let solution: Solution
        do {
            solution = try InteriorPointSolver().solve(program)
        } catch is QuadraticProgramError {
            return
        }
        let count = program.variableCount
        try require(
            solution.variables.count == count && solution.boundDuals.count == count
                && solution.rowDuals.count == program.rowCount,
            "a solution of another size")
        switch solution.status {
        case .optimal:
            let numbers =
                solution.variables + solution.rowDuals + solution.boundDuals
                + [solution.objective]
            try require(numbers.allSatisfy(\.isFinite), "an optimum that is no number")
        case .primalInfeasible, .dualInfeasible:
            try require(solution.ray != nil, "no optimum, and no proof of it")
        case .notConverged: break
        }
    }
}
