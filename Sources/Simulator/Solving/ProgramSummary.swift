internal import NumericalMethods

/// What a program from a file is, for people.
public struct ProgramSummary: Sendable {
    /// Empty where the file gives none.
    public let name: String
    public let maximizes: Bool
    public let rowCount: Int
    public let variableCount: Int
    public let entryCount: Int
    /// Entries of one triangle of the quadratic matrix.
    public let quadraticCount: Int
}

extension ProgramFile {
    /// Nil where bounds contradict each other.
    public var summary: ProgramSummary? {
        guard let problem else { return nil }
        let square = problem.program.quadratic
        var triangle = 0
        for column in 0..<square.columnCount {
            let entries = square.columnStarts[column]..<square.columnStarts[column + 1]
            triangle += entries.count { square.rowIndices[$0] >= column }
        }
        return ProgramSummary(
            name: problem.name, maximizes: problem.maximizes,
            rowCount: problem.rowNames.count, variableCount: problem.variableNames.count,
            entryCount: problem.program.constraints.entryCount, quadraticCount: triangle)
    }

    /// Variables and rows with their values, limits and duals, one a line.
    ///
    /// A dual is the change of the objective per unit of the limit that binds, in the sense of the
    /// file. For infeasible states there are no values: `proof` holds the multipliers of the limits
    /// that contradict each other, or the direction without end. A missing limit is blank.
    public func table(of result: ProgramResult) -> CSVText {
        var text = CSVText(header: "status,kind,name,value,lower_limit,upper_limit,dual,proof")
        guard let problem, let solution = result.solution else { return text }
        let program = problem.program
        let hasPoint = result.status == .optimal || result.status == .notConverged
        let activity = program.constraints.multiply(solution.variables)
        var variableProof: [Double]?
        var rowProof: [Double]?
        if !hasPoint {
            switch solution.ray {
            case .primal(let rows, let bounds): (variableProof, rowProof) = (bounds, rows)
            case .dual(let direction):
                (variableProof, rowProof) = (direction, program.constraints.multiply(direction))
            case nil: break
            }
        }
        func cell(_ value: Double?) -> String {
            value.map { $0.isFinite ? DecimalText.exact($0) : "" } ?? ""
        }
        func append(
            _ kind: String, _ name: String, _ value: Double, _ lower: Double, _ upper: Double,
            _ dual: Double, _ proof: Double?
        ) {
            text.append([
                result.status.rawValue, kind, name, cell(hasPoint ? value : nil), cell(lower),
                cell(upper), cell(hasPoint ? problem.inSenseOfText(dual) : nil), cell(proof),
            ])
        }
        for (index, name) in problem.variableNames.enumerated() {
            append(
                "variable", name, solution.variables[index], program.variableLower[index],
                program.variableUpper[index], solution.boundDuals[index], variableProof?[index])
        }
        for (index, name) in problem.rowNames.enumerated() {
            append(
                "row", name, activity[index], program.rowLower[index], program.rowUpper[index],
                solution.rowDuals[index], rowProof?[index])
        }
        return text
    }
}
