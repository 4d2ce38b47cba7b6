import NumericalMethods

/// The measures of an answer, formed anew: dense, row by row, from the definitions alone.
///
/// It shares nothing with the solvers nor with ``OptimalityCertificate``, so that a mistake in either shows.
struct RecomputedAnswer {
    /// The largest violation of a limit, relative to the largest of 1, the limit, and the row's terms.
    private(set) var primal = 0.0
    /// The largest slope that multipliers leave, relative to the largest of 1 and the slope's terms.
    private(set) var dual = 0.0
    /// What the multipliers prove against what the point costs, relative to the larger of 1 and the cost.
    private(set) var gap = 0.0
    private(set) var objective = 0.0

    var largest: Double { max(primal, dual, gap) }

    init(_ program: QuadraticProgram, _ solution: Solution) {
        let rows = Self.dense(program.constraints)
        let square = Self.dense(program.quadratic)
        let point = solution.variables
        var proved = 0.0
        for (row, values) in rows.enumerated() {
            let terms = zip(values, point).map { $0 * $1 }
            let size = terms.reduce(0) { $0 + abs($1) }
            meet(
                terms.reduce(0, +), program.rowLower[row], program.rowUpper[row], size,
                solution.rowDuals[row], &proved)
        }
        for column in point.indices {
            meet(
                point[column], program.variableLower[column], program.variableUpper[column], 0,
                solution.boundDuals[column], &proved)
            let bend = zip(square[column], point).reduce(0) { $0 + $1.0 * $1.1 }
            let pulls = rows.indices.map { rows[$0][column] * solution.rowDuals[$0] }
            let pull = pulls.reduce(0, +)
            let slope = bend + program.linear[column] - pull - solution.boundDuals[column]
            let scale = max(1, abs(bend), abs(program.linear[column]), abs(pull))
            dual = Self.worse(dual, abs(slope) / scale)
            objective += point[column] * (program.linear[column] + bend / 2)
            proved -= point[column] * bend / 2
        }
        objective += program.constant
        proved += program.constant
        gap = abs(objective - proved) / max(1, abs(objective))
    }

    /// Takes one limited value into account, and what its multiplier adds to the proof.
    private mutating func meet(
        _ value: Double, _ lower: Double, _ upper: Double, _ size: Double, _ multiplier: Double,
        _ proved: inout Double
    ) {
        if lower.isFinite {
            primal = Self.worse(primal, (lower - value) / max(1, abs(lower), size))
        }
        if upper.isFinite {
            primal = Self.worse(primal, (value - upper) / max(1, abs(upper), size))
        }
        guard multiplier != 0 else { return }
        let limit = multiplier > 0 ? lower : upper
        // A multiplier on a limit that is not there proves nothing; its size shows in the slope then.
        if limit.isFinite { proved += multiplier * limit }
    }

    private static func worse(_ old: Double, _ new: Double) -> Double {
        new.isNaN ? .infinity : max(old, new)
    }

    static func dense(_ matrix: SparseMatrix) -> [[Double]] {
        var result = [[Double]](
            repeating: Array(repeating: 0, count: matrix.columnCount), count: matrix.rowCount)
        for column in 0..<matrix.columnCount {
            for place in matrix.entries(ofColumn: column) {
                result[matrix.rowIndices[place]][column] = matrix.values[place]
            }
        }
        return result
    }
}
