import NumericalMethods
import Testing

/// A program from dense rows; leave out what does not matter.
func program(
    quadratic: [[Double]]? = nil, linear: [Double], constant: Double = 0, rows: [[Double]] = [],
    rowLower: [Double] = [], rowUpper: [Double] = [], lower: [Double]? = nil,
    upper: [Double]? = nil
) throws -> QuadraticProgram {
    let count = linear.count
    return try QuadraticProgram(
        quadratic: matrix(quadratic ?? [], rows: count, columns: count), linear: linear,
        constant: constant, constraints: matrix(rows, rows: rows.count, columns: count),
        rowLower: rowLower, rowUpper: rowUpper,
        variableLower: lower ?? Array(repeating: -.infinity, count: count),
        variableUpper: upper ?? Array(repeating: .infinity, count: count))
}

/// A sparse matrix from dense rows; missing rows are empty.
func matrix(_ dense: [[Double]], rows: Int, columns: Int) -> SparseMatrix {
    var triplets: [SparseMatrix.Triplet] = []
    for (row, values) in dense.enumerated() {
        for (column, value) in values.enumerated() {
            triplets.append(.init(row: row, column: column, value: value))
        }
    }
    return SparseMatrix(rowCount: rows, columnCount: columns, triplets: triplets)
}

/// Solves and expects a certified optimum.
@discardableResult
func solveToOptimum(
    _ program: QuadraticProgram, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Solution {
    let solution = try InteriorPointSolver().solve(program)
    #expect(solution.status == .optimal, sourceLocation: sourceLocation)
    let certificate = OptimalityCertificate(recomputing: program, solution: solution)
    #expect(certificate.isOptimal(within: 1e-8), "\(certificate)", sourceLocation: sourceLocation)
    return solution
}

/// Whether two numbers agree relative to the larger of 1 and their size.
func agree(_ left: Double, _ right: Double, within tolerance: Double) -> Bool {
    abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}

/// Whether all numbers of two lists agree.
func agree(_ left: [Double], _ right: [Double], within tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { agree($0, $1, within: tolerance) }
}
