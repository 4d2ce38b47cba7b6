/// Tells a convex quadratic objective from one with negative curvature.
enum ConvexityCheck {
    /// Curvature may be negative by this share of the diagonal, which covers rounded data.
    private static let tolerance = 1e-7

    /// Checks each connected block of a symmetric matrix, scaled to a unit diagonal.
    ///
    /// - Throws: ``QuadraticProgramError/notConvex(variable:)`` with the first variable of the block
    ///   that is not positive semidefinite, or the variable itself where its diagonal entry shows it.
    static func check(_ matrix: SparseMatrix) throws(QuadraticProgramError) {
        var diagonal = [Double](repeating: 0, count: matrix.columnCount)
        for column in diagonal.indices {
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
        let components = ConnectedComponents(of: matrix)
        for component in 0..<components.count {
            let members = components.starts[component]..<components.starts[component + 1]
            guard members.count > 1 else { continue }
            try check(components.members[members], components, matrix, diagonal)
        }
    }

    private static func check(
        _ members: ArraySlice<Int>, _ components: ConnectedComponents, _ matrix: SparseMatrix,
        _ diagonal: [Double]
    ) throws(QuadraticProgramError) {
        let size = members.count
        var dense = [Double](repeating: 0, count: size * size)
        for column in members {
            let place = components.place[column]
            for entry in matrix.entries(ofColumn: column) {
                let row = matrix.rowIndices[entry]
                let scale = diagonal[row].squareRoot() * diagonal[column].squareRoot()
                dense[components.place[row] * size + place] = matrix.values[entry] / scale
            }
            dense[place * size + place] += tolerance
        }
        var factor = DenseCholesky(order: size)
        do {
            try factor.factorize(dense)
        } catch {
            throw .notConvex(variable: components.members[members.startIndex])
        }
    }
}
