import NumericalMethods

/// A solver of ours, cold and from a neighbour's answer.
struct BenchmarkedSolver {
    /// An answer in the columns and rows of the general form, and what the solver did for it.
    struct Answer {
        var status: String
        var objective: Double
        var variables: [Double]
        var rowDuals: [Double]
        var counts: [String: Int]
    }

    let name: String
    /// Solves the base problem and returns its answer with a call that solves the neighbour from it.
    let solve: (TransferProgram) throws -> (Answer, (TransferProgram) throws -> Answer)

    static var all: [BenchmarkedSolver] { [structured, general] }
    static var names: String { all.map(\.name).joined(separator: ", ") }

    static func named(_ name: String) throws -> BenchmarkedSolver {
        guard let solver = all.first(where: { $0.name == name }) else {
            throw UsageError(message: "no such solver: \(name)")
        }
        return solver
    }

    /// The structured interior point method; a neighbour starts from the points it kept.
    static var structured: BenchmarkedSolver {
        BenchmarkedSolver(name: "structured") { program in
            var first = TransferInteriorPoint()
            let solution = try first.solve(program)
            let point = first.point
            return (
                answer(solution, ["products": first.productCount]),
                { neighbour in
                    var again = TransferInteriorPoint()
                    let solution = try again.solve(neighbour, from: point)
                    return answer(solution, ["products": again.productCount])
                }
            )
        }
    }

    /// The general solver; it knows no warm start, so a neighbour is solved anew.
    static var general: BenchmarkedSolver {
        BenchmarkedSolver(name: "general") { program in
            (try solveGenerally(program), solveGenerally)
        }
    }

    private static func solveGenerally(_ program: TransferProgram) throws -> Answer {
        let solution = try InteriorPointSolver().solve(
            try program.generalForm().program, settings: SolverSettings())
        return answer(solution)
    }

    private static func answer(_ solution: Solution, _ counts: [String: Int] = [:]) -> Answer {
        Answer(
            status: solution.status.rawValue, objective: solution.objective,
            variables: solution.variables, rowDuals: solution.rowDuals,
            counts: counts.merging([
                "iterations": solution.iterations, "factorizations": solution.factorizations,
            ]) { first, _ in first })
    }
}
