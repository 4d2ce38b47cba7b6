/// A program with rows, columns and cost brought to similar sizes, in the form the iteration uses.
///
/// Variables and row activities form one point of `n + m` values with one array of limits: places
/// below `n` are variables, place `n + r` is the activity of row `r`. An equality has no limits on
/// its activity; its activity is a constant. All scales are powers of two, so scaling is exact.
struct ScaledProgram {
    let variableCount: Int
    let rowCount: Int
    let quadratic: SparseMatrix
    let constraints: SparseMatrix
    /// Column `r` holds row `r` of the constraints.
    let rows: SparseMatrix
    let linear: [Double]
    /// `n + m` values; infinite for the activity of an equality.
    let lower: [Double]
    /// `n + m` values; infinite for the activity of an equality.
    let upper: [Double]
    /// `m` values: the required activity of an equality, 0 for other rows.
    let required: [Double]
    let isEquality: [Bool]

    /// Original variable = scale x scaled variable.
    let columnScale: [Double]
    /// Scaled row = scale x original row.
    let rowScale: [Double]
    /// Scaled cost = scale x original cost.
    let costScale: Double

    init(_ program: QuadraticProgram, sweeps: Int) {
        let count = program.variableCount
        let rowCount = program.rowCount
        let equilibration = Equilibration(program, sweeps: sweeps)
        let columnScale = equilibration.columnScale
        let rowScale = equilibration.rowScale
        let costScale = equilibration.costScale

        variableCount = count
        self.rowCount = rowCount
        self.columnScale = columnScale
        self.rowScale = rowScale
        self.costScale = costScale
        quadratic = program.quadratic.mapEntries { row, column, value in
            costScale * columnScale[row] * value * columnScale[column]
        }
        constraints = program.constraints.mapEntries { row, column, value in
            rowScale[row] * value * columnScale[column]
        }
        rows = constraints.transposed()
        linear = (0..<count).map { costScale * columnScale[$0] * program.linear[$0] }

        var lower = (0..<count).map { program.variableLower[$0] / columnScale[$0] }
        var upper = (0..<count).map { program.variableUpper[$0] / columnScale[$0] }
        var required = [Double](repeating: 0, count: rowCount)
        var isEquality = [Bool](repeating: false, count: rowCount)
        for row in 0..<rowCount {
            if program.rowLower[row] == program.rowUpper[row] {
                isEquality[row] = true
                required[row] = rowScale[row] * program.rowLower[row]
                lower.append(-.infinity)
                upper.append(.infinity)
            } else {
                lower.append(rowScale[row] * program.rowLower[row])
                upper.append(rowScale[row] * program.rowUpper[row])
            }
        }
        self.lower = lower
        self.upper = upper
        self.required = required
        self.isEquality = isEquality
    }

    /// Values of variables in original units.
    func originalVariables(_ scaled: [Double]) -> [Double] {
        (0..<variableCount).map { columnScale[$0] * scaled[$0] }
    }

    /// Multipliers of rows in original units.
    func originalRowDuals(_ scaled: [Double]) -> [Double] {
        (0..<rowCount).map { rowScale[$0] * scaled[$0] / costScale }
    }

    /// Multipliers of variable limits in original units.
    func originalBoundDuals(_ scaled: [Double]) -> [Double] {
        (0..<variableCount).map { scaled[$0] / (costScale * columnScale[$0]) }
    }
}

/// Scales that bring all rows and columns of the optimality system near size 1 (Ruiz).
struct Equilibration {
    private(set) var columnScale: [Double]
    private(set) var rowScale: [Double]
    private(set) var costScale = 1.0

    init(_ program: QuadraticProgram, sweeps: Int) {
        columnScale = Array(repeating: 1, count: program.variableCount)
        rowScale = Array(repeating: 1, count: program.rowCount)
        for _ in 0..<sweeps {
            sweep(program)
            rescaleCost(program)
        }
        columnScale = columnScale.map(Self.powerOfTwo)
        rowScale = rowScale.map(Self.powerOfTwo)
        costScale = Self.powerOfTwo(costScale)
    }

    private mutating func sweep(_ program: QuadraticProgram) {
        var columnSize = [Double](repeating: 0, count: columnScale.count)
        var rowSize = [Double](repeating: 0, count: rowScale.count)
        for column in columnScale.indices {
            for entry in program.quadratic.entries(ofColumn: column) {
                let row = program.quadratic.rowIndices[entry]
                let size =
                    costScale * columnScale[row] * columnScale[column]
                    * abs(program.quadratic.values[entry])
                columnSize[column] = max(columnSize[column], size)
            }
            for entry in program.constraints.entries(ofColumn: column) {
                let row = program.constraints.rowIndices[entry]
                let size =
                    rowScale[row] * columnScale[column]
                    * abs(program.constraints.values[entry])
                columnSize[column] = max(columnSize[column], size)
                rowSize[row] = max(rowSize[row], size)
            }
        }
        for column in columnScale.indices where columnSize[column] > 0 {
            columnScale[column] = Self.limited(
                columnScale[column] / columnSize[column].squareRoot())
        }
        for row in rowScale.indices where rowSize[row] > 0 {
            rowScale[row] = Self.limited(rowScale[row] / rowSize[row].squareRoot())
        }
    }

    private mutating func rescaleCost(_ program: QuadraticProgram) {
        var curvature = 0.0
        var linear = 0.0
        for column in columnScale.indices {
            linear = max(linear, abs(program.linear[column]) * columnScale[column])
            var largest = 0.0
            for entry in program.quadratic.entries(ofColumn: column) {
                let row = program.quadratic.rowIndices[entry]
                let size = columnScale[row] * abs(program.quadratic.values[entry])
                largest = max(largest, size * columnScale[column])
            }
            curvature += largest
        }
        let size = max(linear, curvature / Double(max(columnScale.count, 1)))
        if size > 0 { costScale = Self.limited(1 / size) }
    }

    private static func limited(_ scale: Double) -> Double {
        min(max(scale, 1e-12), 1e12)
    }

    private static func powerOfTwo(_ value: Double) -> Double {
        let exponent = value.exponent + (value.significand > 1.414_213_562 ? 1 : 0)
        return Double(sign: .plus, exponent: exponent, significand: 1)
    }
}
