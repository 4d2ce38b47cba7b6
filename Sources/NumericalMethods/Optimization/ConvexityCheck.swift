/// Tells a convex quadratic objective from one with negative curvature.
enum ConvexityCheck {
    /// Curvature may be negative by this share of the largest diagonal entry of its block, which
    /// covers data rounded to eight digits.
    private static let tolerance = 1e-7

    /// Factorises each connected block of `matrix`, slightly raised.
    ///
    /// - Throws: ``QuadraticProgramError/notConvex(variable:)`` with the first variable of the block
    ///   that is not positive semidefinite.
    static func check(_ matrix: SparseMatrix) throws(QuadraticProgramError) {
        let components = ConnectedComponents(of: matrix)
        for component in 0..<components.count {
            let start = components.starts[component]
            let size = components.starts[component + 1] - start
            var dense = [Double](repeating: 0, count: size * size)
            var largest = 0.0
            for place in 0..<size {
                for entry in matrix.entries(ofColumn: components.members[start + place]) {
                    let row = components.place[matrix.rowIndices[entry]]
                    dense[row * size + place] = matrix.values[entry]
                    if row == place { largest = max(largest, abs(matrix.values[entry])) }
                }
            }
            let isEmpty = dense.allSatisfy { $0 == 0 }
            guard !isEmpty else { continue }
            for place in 0..<size { dense[place * size + place] += tolerance * largest }
            var factor = DenseCholesky(order: size)
            do {
                try factor.factorize(dense)
            } catch {
                throw .notConvex(variable: components.members[start])
            }
        }
    }
}
