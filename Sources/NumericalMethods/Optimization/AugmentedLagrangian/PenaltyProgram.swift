/// A program without its fixed variables, with columns, rows and cost of similar sizes.
///
/// Columns are scaled by the lengths of their entries, then rows to length 1; then all variables so
/// that limits are about 1, and the cost so that slopes are. All scales are powers of two, so they change no digit.
struct PenaltyProgram {
    /// Which variables of the given program are free to change, ascending.
    let places: [Int]
    let quadratic: SparseMatrix
    let constraints: SparseMatrix
    let linear: [Double]
    let rowLower: [Double]
    let rowUpper: [Double]
    let lower: [Double]
    let upper: [Double]
    /// Given variable = scale x scaled variable.
    let columnScale: [Double]
    /// Scaled row = scale x given row.
    let rowScale: [Double]
    /// Scaled cost = scale x given cost.
    let costScale: Double

    private let given: QuadraticProgram

    init(_ program: QuadraticProgram) {
        given = program
        let fixed = (0..<program.variableCount).map {
            program.variableLower[$0] == program.variableUpper[$0] ? program.variableLower[$0] : 0
        }
        let places = (0..<program.variableCount).filter {
            program.variableLower[$0] < program.variableUpper[$0]
        }
        let rows = program.constraints.restricted(
            rows: Array(0..<program.rowCount), columns: places)
        let square = program.quadratic.restricted(rows: places, columns: places)
        let taken = program.constraints.multiply(fixed)
        let pulled = program.quadratic.multiply(fixed)
        let linear = places.map { program.linear[$0] + pulled[$0] }

        var columnScale = Self.columnScale(rows, square)
        var lengths = [Double](repeating: 0, count: program.rowCount)
        for column in places.indices {
            for entry in rows.entries(ofColumn: column) {
                let value = rows.values[entry] * columnScale[column]
                lengths[rows.rowIndices[entry]] += value * value
            }
        }
        let rowLengths = lengths.map { $0 > 0 ? $0.squareRoot() : 1 }
        let sizes = taken.indices.map { row in
            let low = program.rowLower[row] - taken[row]
            let high = program.rowUpper[row] - taken[row]
            let size = min(abs(low), abs(high)) > 0 ? min(abs(low), abs(high)) : max(low, -high)
            return size.isFinite ? size / rowLengths[row] : 0
        }
        let reach = Self.powerOfTwo(Self.mean(sizes))
        columnScale = columnScale.map { $0 * reach }
        let rowScale = rowLengths.map { Self.powerOfTwo(1 / $0) / reach }
        let slopes = places.indices.map { abs(linear[$0]) * columnScale[$0] }
        let costScale = Self.powerOfTwo(1 / Self.mean(slopes))

        self.places = places
        self.columnScale = columnScale
        self.rowScale = rowScale
        self.costScale = costScale
        quadratic = square.mapEntries { row, column, value in
            costScale * columnScale[row] * value * columnScale[column]
        }
        constraints = rows.mapEntries { row, column, value in
            rowScale[row] * value * columnScale[column]
        }
        self.linear = places.indices.map { costScale * columnScale[$0] * linear[$0] }
        rowLower = taken.indices.map { rowScale[$0] * (program.rowLower[$0] - taken[$0]) }
        rowUpper = taken.indices.map { rowScale[$0] * (program.rowUpper[$0] - taken[$0]) }
        lower = places.indices.map { program.variableLower[places[$0]] / columnScale[$0] }
        upper = places.indices.map { program.variableUpper[places[$0]] / columnScale[$0] }
    }

    private static func columnScale(_ rows: SparseMatrix, _ square: SparseMatrix) -> [Double] {
        (0..<rows.columnCount).map { column in
            var sum = 0.0
            for entry in rows.entries(ofColumn: column) {
                sum += rows.values[entry] * rows.values[entry]
            }
            if sum == 0 {
                for entry in square.entries(ofColumn: column)
                where square.rowIndices[entry] == column { sum = square.values[entry] }
            }
            return sum > 0 ? powerOfTwo(1 / sum.squareRoot()) : 1
        }
    }

    /// The mean of the sizes above 0; 1 if there are none.
    private static func mean(_ sizes: [Double]) -> Double {
        let positive = sizes.filter { $0 > 0 }
        return positive.isEmpty ? 1 : positive.reduce(0, +) / Double(positive.count)
    }

    private static func powerOfTwo(_ value: Double) -> Double {
        let limited = min(max(value, 0x1p-40), 0x1p40)
        return Double(sign: .plus, exponent: limited.exponent, significand: 1)
    }

    /// All variables in the units given, within their limits.
    func variables(_ scaled: [Double]) -> [Double] {
        var result = given.variableLower
        for (index, place) in places.enumerated() {
            result[place] = min(
                max(columnScale[index] * scaled[index], given.variableLower[place]),
                given.variableUpper[place])
        }
        return result
    }

    /// A direction in the units given; fixed variables do not move.
    func direction(_ scaled: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: given.variableCount)
        for (index, place) in places.enumerated() {
            result[place] = columnScale[index] * scaled[index]
        }
        return result
    }

    /// Multipliers of rows in the units given.
    func rowDuals(_ scaled: [Double]) -> [Double] {
        scaled.indices.map { rowScale[$0] * scaled[$0] / costScale }
    }
}
