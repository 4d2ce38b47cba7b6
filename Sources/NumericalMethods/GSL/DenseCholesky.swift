internal import CGSL

/// The Cholesky factor of a dense symmetric positive definite matrix.
///
/// The memory is taken once for the order and refilled by every factorisation. Copies are
/// independent: a shared memory is copied before it is written.
public struct DenseCholesky: Sendable {
    /// The number of rows and columns.
    public let order: Int
    /// Whether the memory holds a factor that ``solve(_:)`` can use.
    public private(set) var isFactorized = false

    private var memory: DoubleMemory

    /// Takes memory for a matrix of `order` rows and columns. A negative order counts as 0.
    public init(order: Int) {
        GSLRuntime.start()
        self.order = max(order, 0)
        memory = DoubleMemory(count: self.order * self.order)
    }

    /// Factorises a matrix.
    ///
    /// - Parameter matrix: `order` x `order` values, row by row; only the lower triangle is read.
    /// - Throws: ``GSLError`` when the count of values is wrong, or when the matrix is not positive
    ///   definite; there is no factor then.
    public mutating func factorize(_ matrix: [Double]) throws(GSLError) {
        isFactorized = false
        guard matrix.count == order * order else {
            throw .badLength("Cholesky factorisation", [order, order])
        }
        guard order > 0 else {
            isFactorized = true
            return
        }
        if !isKnownUniquelyReferenced(&memory) { memory = DoubleMemory(count: order * order) }
        for (place, value) in matrix.enumerated() { unsafe memory.base[place] = value }
        var view = unsafe gsl_matrix_view_array(memory.base, order, order)
        let status = unsafe gsl_linalg_cholesky_decomp1(&view.matrix)
        try GSLError.check(status, "Cholesky factorisation", [order, order])
        isFactorized = true
    }

    /// Solves `matrix * x = rightHandSide`.
    ///
    /// - Parameter rightHandSide: `order` values.
    /// - Throws: ``GSLError`` without a factor or with a wrong count of values.
    public func solve(_ rightHandSide: [Double]) throws(GSLError) -> [Double] {
        guard isFactorized else {
            throw .domain("Cholesky solve without a factor", [order, order])
        }
        guard rightHandSide.count == order else {
            throw .badLength("Cholesky solve", [order, rightHandSide.count])
        }
        guard order > 0 else { return [] }
        let solution = DoubleMemory(rightHandSide)
        var view = unsafe gsl_matrix_view_array(memory.base, order, order)
        var vector = unsafe gsl_vector_view_array(solution.base, order)
        let status = unsafe gsl_linalg_cholesky_svx(&view.matrix, &vector.vector)
        try GSLError.check(status, "Cholesky solve", [order, order])
        return solution.values
    }
}
