extension QPSParser {
    /// The program that the lines describe.
    func problem(lastLine: Int) throws -> QPSProblem {
        guard hasEnded else { throw QPSError(line: lastLine, reason: "ENDATA is missing") }
        guard objectiveName != nil else {
            throw QPSError(line: lastLine, reason: "there is no objective row")
        }
        let sign: Double = maximizes ? -1 : 1
        let count = variableNames.count
        var rowLower: [Double] = []
        var rowUpper: [Double] = []
        for row in rowNames.indices {
            let limits = limits(ofRow: row)
            rowLower.append(limits.lower)
            rowUpper.append(limits.upper)
        }
        let variableUpper = upper.map { $0 ?? .infinity }
        let variableLower = (0..<count).map { index in
            if let given = lower[index] { return given }
            return variableUpper[index] < 0 ? -.infinity : 0
        }
        let program = try QuadraticProgram(
            quadratic: SparseMatrix(
                rowCount: count, columnCount: count,
                triplets: quadraticEntries.map {
                    SparseMatrix.Triplet(row: $0.row, column: $0.column, value: sign * $0.value)
                }),
            linear: linear.map { sign * $0 }, constant: -sign * objectiveRightHandSide,
            constraints: SparseMatrix(
                rowCount: rowNames.count, columnCount: count, triplets: entries),
            rowLower: rowLower, rowUpper: rowUpper, variableLower: variableLower,
            variableUpper: variableUpper)
        return QPSProblem(
            name: name, program: program, maximizes: maximizes, rowNames: rowNames,
            variableNames: variableNames)
    }

    private func limits(ofRow row: Int) -> (lower: Double, upper: Double) {
        let value = rightHandSides[row]
        guard let range = ranges[row] else {
            switch rowTypes[row] {
            case "L": return (-.infinity, value)
            case "G": return (value, .infinity)
            default: return (value, value)
            }
        }
        switch rowTypes[row] {
        case "L": return (value - abs(range), value)
        case "G": return (value, value + abs(range))
        default: return range < 0 ? (value + range, value) : (value, value + range)
        }
    }
}
