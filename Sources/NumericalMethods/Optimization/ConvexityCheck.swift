/// Tells a convex quadratic objective from one with negative curvature.
enum ConvexityCheck {
    /// Curvature may be negative by this share of the diagonal, which covers rounded data.
    private static let tolerance = 1e-7

    /// Checks a symmetric matrix, scaled to a unit diagonal, by factorising it.
    ///
    /// - Throws: ``QuadraticProgramError/notConvex(variable:)`` with the first variable of a connected
    ///   block that is not positive semidefinite, or the variable itself where its diagonal entry
    ///   shows it.
    static func check(_ matrix: SparseMatrix) throws(QuadraticProgramError) {
        let count = matrix.columnCount
        var diagonal = [Double](repeating: 0, count: count)
        for column in 0..<count {
            let entries = matrix.entries(ofColumn: column)
            for entry in entries where matrix.rowIndices[entry] == column {
                diagonal[column] = matrix.values[entry]
            }
            // Without curvature of its own a variable may not be coupled to others.
            let isCoupled = !entries.isEmpty
            if diagonal[column] < 0 || (diagonal[column] == 0 && isCoupled) {
                throw .notConvex(variable: column)
            }
        }
        let roots = diagonal.map { $0.squareRoot() }
        var places: [SparseCholesky.Entry] = []
        var values: [Double] = []
        for column in 0..<count {
            for entry in matrix.entries(ofColumn: column) {
                let row = matrix.rowIndices[entry]
                guard row > column else { continue }
                places.append(.init(row: row, column: column))
                values.append(matrix.values[entry] / roots[row] / roots[column])
            }
        }
        guard !places.isEmpty else { return }
        var cholesky = SparseCholesky(
            signs: Array(repeating: 1, count: count), entries: places)
        do {
            try cholesky.factorize(
                diagonal: Array(repeating: 1 + tolerance, count: count), entries: values)
        } catch {
            let components = ConnectedComponents(of: matrix)
            let failed = components.component[cholesky.structure.index(atStep: error.step)]
            throw .notConvex(variable: components.members[components.starts[failed]])
        }
    }
}
