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
        if !isKnownUniquelyReferenced(&memory) { memory = DoubleMemory(count: order * order) }
        let base = unsafe memory.base
        unsafe matrix.withUnsafeBufferPointer { source in
            if let start = source.baseAddress {
                unsafe base.update(from: start, count: source.count)
            }
        }
        unsafe try GSLCholeskyKernel.factorize(base, order: order, stride: order)
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
        var solution = rightHandSide
        unsafe try GSLCholeskyKernel.solve(
            memory.base, order: order, stride: order, &solution, from: 0)
        return solution
    }
}

/// The calls into GSL on square matrices that lie in larger memory.
///
/// `stride` is the distance between the starts of two rows.
enum GSLCholeskyKernel {
    /// Replaces the lower triangle by its Cholesky factor.
    static func factorize(
        _ base: UnsafeMutablePointer<Double>, order: Int, stride: Int
    ) throws(GSLError) {
        guard order > 0 else { return }
        var view = unsafe gsl_matrix_view_array_with_tda(base, order, order, stride)
        let status = unsafe gsl_linalg_cholesky_decomp1(&view.matrix)
        try GSLError.check(status, "Cholesky factorisation", [order, order])
    }

    /// Solves with a Cholesky factor, in place, on `order` values from `offset` on.
    static func solve(
        _ base: UnsafeMutablePointer<Double>, order: Int, stride: Int,
        _ vector: inout [Double], from offset: Int
    ) throws(GSLError) {
        guard order > 0 else { return }
        var view = unsafe gsl_matrix_view_array_with_tda(base, order, order, stride)
        let status = unsafe vector.withUnsafeMutableBufferPointer { values -> Int32 in
            guard let start = values.baseAddress else { return Int32(GSL_EFAULT) }
            var part = unsafe gsl_vector_view_array(start + offset, order)
            return unsafe gsl_linalg_cholesky_svx(&view.matrix, &part.vector)
        }
        try GSLError.check(status, "Cholesky solve", [order, order])
    }
}
