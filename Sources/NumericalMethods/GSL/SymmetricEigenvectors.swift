internal import CGSL

/// The eigenvalues and eigenvectors of a dense symmetric matrix.
enum SymmetricEigenvectors {
    /// The smallest eigenvalue and a vector of length 1 that belongs to it.
    ///
    /// - Parameter matrix: `order` x `order` values, row by row; `order` at least 1.
    static func smallest(
        of matrix: [Double], order: Int
    ) throws(GSLError) -> (value: Double, vector: [Double]) {
        GSLRuntime.start()
        guard order > 0, matrix.count == order * order else {
            throw .badLength("eigenvalues", [order, order])
        }
        let workspace = unsafe try GSLError.allocated(
            gsl_eigen_symmv_alloc(order), "eigenvalues", [order, order])
        defer { unsafe gsl_eigen_symmv_free(workspace) }
        let copy = DoubleMemory(matrix)
        let values = DoubleMemory(count: order)
        let vectors = DoubleMemory(count: matrix.count)
        // The library keeps the addresses only for the length of the call.
        let status = withExtendedLifetime((copy, values, vectors)) {
            var copyView = unsafe gsl_matrix_view_array(copy.base, order, order)
            var valueView = unsafe gsl_vector_view_array(values.base, order)
            var vectorView = unsafe gsl_matrix_view_array(vectors.base, order, order)
            return unsafe gsl_eigen_symmv(
                &copyView.matrix, &valueView.vector, &vectorView.matrix, workspace)
        }
        try GSLError.check(status, "eigenvalues", [order, order])
        let found = values.values
        var smallest = 0
        for index in 1..<max(order, 1) where found[index] < found[smallest] { smallest = index }
        // Eigenvectors are the columns.
        let columns = vectors.values
        return (found[smallest], (0..<order).map { columns[$0 * order + smallest] })
    }
}
