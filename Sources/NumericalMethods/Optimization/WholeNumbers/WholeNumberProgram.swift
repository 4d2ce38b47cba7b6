/// A convex quadratic program some of whose variables come in whole steps.
public struct WholeNumberProgram: Sendable {
    /// The program without the demand for whole steps. Limits of stepped variables and of counted
    /// rows are rounded inwards to steps.
    public let program: QuadraticProgram
    /// By variable: its step, of which it takes a whole number; nil where it may take any value.
    public let steps: [Double?]
    /// Rows that add up variables of one step with coefficients of 1, and so count steps. A search
    /// splits them as well as single variables.
    public let countedRows: [Int]

    /// Columns that come in steps, ascending.
    let columns: [Int]
    /// By row: the step it counts; nil for the others.
    let rowSteps: [Double?]
    /// Column `r` holds row `r` of the constraints.
    let rows: SparseMatrix
    /// Rows all of whose variables come in steps: they decide alone which counts go together.
    let pureRows: [Int]
    /// Limits on variables that hold, or may be demanded without loss, wherever the counts lie.
    let implied: ImpliedLimits

    /// - Throws: ``QuadraticProgramError/dimension(what:expected:found:)`` where `steps` does not
    ///   fit the program, ``QuadraticProgramError/wholeNumbers(variable:)`` for a step that is not
    ///   positive or a stepped variable without a finite range, which the rows may give, and
    ///   ``QuadraticProgramError/countedRow(row:)`` for a row that does not count steps.
    public init(
        _ program: QuadraticProgram, steps: [Double?], countedRows: [Int] = []
    ) throws(QuadraticProgramError) {
        try program.validate()
        guard steps.count == program.variableCount else {
            throw .dimension(
                what: "steps", expected: program.variableCount, found: steps.count)
        }
        let rows = program.constraints.transposed()
        let columns = steps.indices.filter { steps[$0] != nil }
        var rowSteps = [Double?](repeating: nil, count: program.rowCount)
        for row in countedRows {
            guard row >= 0, row < program.rowCount else { throw .countedRow(row: row) }
            let entries = rows.entries(ofColumn: row)
            guard let first = entries.first, let step = steps[rows.rowIndices[first]] else {
                throw .countedRow(row: row)
            }
            for entry in entries
            where rows.values[entry] != 1 || steps[rows.rowIndices[entry]] != step {
                throw .countedRow(row: row)
            }
            rowSteps[row] = step
        }
        let implied = ImpliedLimits(program, rows: rows, steps: steps)
        var rounded = program
        for column in columns {
            guard let step = steps[column], step > 0, step.isFinite,
                implied.lower[column].isFinite, implied.upper[column].isFinite
            else { throw .wholeNumbers(variable: column) }
            let range = Self.counts(implied.lower[column], implied.upper[column], step)
            rounded.variableLower[column] = Double(range.lower) * step
            rounded.variableUpper[column] = Double(range.upper) * step
        }
        for row in rowSteps.indices {
            guard let step = rowSteps[row] else { continue }
            let range = Self.counts(program.rowLower[row], program.rowUpper[row], step)
            if program.rowLower[row].isFinite {
                rounded.rowLower[row] = Double(range.lower) * step
            }
            if program.rowUpper[row].isFinite {
                rounded.rowUpper[row] = Double(range.upper) * step
            }
        }
        self.program = rounded
        self.steps = steps
        self.countedRows = countedRows
        self.columns = columns
        self.rowSteps = rowSteps
        self.rows = rows
        self.implied = implied
        pureRows = (0..<program.rowCount).filter { row in
            let entries = rows.entries(ofColumn: row)
            return !entries.isEmpty
                && entries.allSatisfy { steps[rows.rowIndices[$0]] != nil }
        }
    }

    /// A limit may be missed by this share of a step, which covers the rounding of data.
    static let stepTolerance = 1e-6
    /// Counts of limits that are not there.
    static let unlimited = 1 << 40

    /// The whole numbers of steps within limits; empty as lower > upper.
    static func counts(
        _ lower: Double, _ upper: Double, _ step: Double
    ) -> (lower: Int, upper: Int) {
        let least = (lower / step - stepTolerance).rounded(.up)
        let most = (upper / step + stepTolerance).rounded(.down)
        let bound = Double(unlimited)
        return (Int(max(-bound, min(bound, least))), Int(max(-bound, min(bound, most))))
    }
}
