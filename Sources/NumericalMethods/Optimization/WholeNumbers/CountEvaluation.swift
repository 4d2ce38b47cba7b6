/// What is left of a whole-number program once all counts are given: a program in the other
/// variables, put together once.
struct CountEvaluation: Sendable {
    private let program: WholeNumberProgram
    private let others: [Int]
    private let mixedRows: [Int]
    private let rest: QuadraticProgram
    private let settings: SolverSettings

    /// Counts with the best of the rest.
    struct Result: Sendable {
        var counts: [Int32]
        /// All variables and rows of the whole program; rows of counts alone have no multipliers.
        var solution: Solution
    }

    init(_ program: WholeNumberProgram, settings: SolverSettings) throws {
        self.program = program
        self.settings = settings
        others = program.steps.indices.filter { program.steps[$0] == nil }
        let pure = Set(program.pureRows)
        mixedRows = (0..<program.program.rowCount).filter { !pure.contains($0) }
        let whole = program.program
        rest = try QuadraticProgram(
            quadratic: whole.quadratic.restricted(rows: others, columns: others),
            linear: others.map { whole.linear[$0] },
            constraints: whole.constraints.restricted(rows: mixedRows, columns: others),
            rowLower: mixedRows.map { whole.rowLower[$0] },
            rowUpper: mixedRows.map { whole.rowUpper[$0] },
            variableLower: others.map { whole.variableLower[$0] },
            variableUpper: others.map { whole.variableUpper[$0] })
    }

    /// Solves the rest for given counts; the status says whether that could be done.
    func evaluate(_ counts: [Int32], settings own: SolverSettings? = nil) throws -> Result {
        let whole = program.program
        var point = [Double](repeating: 0, count: whole.variableCount)
        for (place, column) in program.columns.enumerated() {
            point[column] = Double(counts[place]) * (program.steps[column] ?? 1)
        }
        let activity = whole.constraints.multiply(point)
        let curvature = whole.quadratic.multiply(point)
        var part = rest
        for (index, row) in mixedRows.enumerated() {
            part.rowLower[index] -= activity[row]
            part.rowUpper[index] -= activity[row]
        }
        for (index, column) in others.enumerated() { part.linear[index] += curvature[column] }
        var solution = try InteriorPointSolver().solve(part, settings: own ?? settings)
        for (index, column) in others.enumerated() { point[column] = solution.variables[index] }
        var rowDuals = [Double](repeating: 0, count: whole.rowCount)
        for (index, row) in mixedRows.enumerated() { rowDuals[row] = solution.rowDuals[index] }
        var boundDuals = gradient(at: point, rowDuals)
        for (index, column) in others.enumerated() {
            boundDuals[column] = solution.boundDuals[index]
        }
        solution.ray = nil
        solution.variables = point
        solution.rowDuals = rowDuals
        solution.boundDuals = boundDuals
        solution.objective = whole.objective(at: point)
        return Result(counts: counts, solution: solution)
    }

    /// Qx + c - A'y
    private func gradient(at point: [Double], _ rowDuals: [Double]) -> [Double] {
        let whole = program.program
        var result = whole.quadratic.multiply(point)
        for column in result.indices {
            result[column] += whole.linear[column]
            for entry in whole.constraints.entries(ofColumn: column) {
                result[column] -=
                    whole.constraints.values[entry]
                    * rowDuals[whole.constraints.rowIndices[entry]]
            }
        }
        return result
    }
}
