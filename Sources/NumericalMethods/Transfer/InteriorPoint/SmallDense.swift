/// Dense matrices of a few rows, row by row, on memory that the caller gives.
enum SmallDense {
    typealias Pointer = UnsafeMutablePointer<Double>

    /// The lower Cholesky factor into `factor`; what is above the diagonal is not touched.
    static func cholesky(_ matrix: Pointer, _ order: Int, into factor: Pointer) {
        for row in 0..<order {
            for column in 0...row {
                var sum = unsafe matrix[row * order + column]
                for inner in 0..<column {
                    unsafe sum -= factor[row * order + inner] * factor[column * order + inner]
                }
                unsafe factor[row * order + column] =
                    unsafe row == column
                    ? max(sum, 1e-15 * abs(matrix[row * order + row]), 1e-300).squareRoot()
                    : sum / factor[column * order + column]
            }
        }
    }

    /// Solves with a factor, in place, for one vector with a stride.
    static func solveLower(
        _ factor: Pointer, _ order: Int, _ vector: Pointer, _ stride: Int
    ) {
        for row in 0..<order {
            var sum = unsafe vector[row * stride]
            for inner in 0..<row {
                unsafe sum -= factor[row * order + inner] * vector[inner * stride]
            }
            unsafe vector[row * stride] = sum / factor[row * order + row]
        }
    }

    /// Solves with the transposed factor, in place.
    static func solveUpper(
        _ factor: Pointer, _ order: Int, _ vector: Pointer, _ stride: Int
    ) {
        var row = order - 1
        while row >= 0 {
            var sum = unsafe vector[row * stride]
            var inner = row + 1
            while inner < order {
                unsafe sum -= factor[inner * order + row] * vector[inner * stride]
                inner += 1
            }
            unsafe vector[row * stride] = sum / factor[row * order + row]
            row -= 1
        }
    }

    /// The inverse of a positive definite matrix into `result`; `factor` is overwritten.
    static func inverse(
        _ matrix: Pointer, _ order: Int, into result: Pointer, factor: Pointer
    ) {
        unsafe cholesky(matrix, order, into: factor)
        unsafe result.update(repeating: 0, count: order * order)
        for column in 0..<order {
            unsafe result[column * order + column] = 1
            unsafe solveLower(factor, order, result + column, order)
            unsafe solveUpper(factor, order, result + column, order)
        }
    }

    /// Eigenvalues, on the diagonal of `matrix` afterwards, and vectors as columns, by Jacobi.
    static func eigenvectors(_ matrix: Pointer, _ order: Int, into vectors: Pointer) {
        unsafe vectors.update(repeating: 0, count: order * order)
        for index in 0..<order { unsafe vectors[index * order + index] = 1 }
        for _ in 0..<12 {
            var rotated = false
            for p in 0..<order {
                var q = p + 1
                while q < order {
                    if unsafe rotate(matrix, order, vectors, p, q) { rotated = true }
                    q += 1
                }
            }
            if !rotated { break }
        }
    }

    /// Makes one entry off the diagonal zero; false where it is small enough already.
    private static func rotate(
        _ matrix: Pointer, _ order: Int, _ vectors: Pointer, _ p: Int, _ q: Int
    ) -> Bool {
        let off = unsafe matrix[p * order + q]
        let first = unsafe matrix[p * order + p]
        let last = unsafe matrix[q * order + q]
        guard abs(off) > 1e-12, abs(off) > 1e-8 * (abs(first * last)).squareRoot() else {
            return false
        }
        let ratio = (last - first) / (2 * off)
        let tangent = (ratio >= 0 ? 1 : -1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for k in 0..<order {
            let a = unsafe matrix[k * order + p]
            let b = unsafe matrix[k * order + q]
            unsafe matrix[k * order + p] = cosine * a - sine * b
            unsafe matrix[k * order + q] = sine * a + cosine * b
        }
        for k in 0..<order {
            let a = unsafe matrix[p * order + k]
            let b = unsafe matrix[q * order + k]
            unsafe matrix[p * order + k] = cosine * a - sine * b
            unsafe matrix[q * order + k] = sine * a + cosine * b
            let c = unsafe vectors[k * order + p]
            let e = unsafe vectors[k * order + q]
            unsafe vectors[k * order + p] = cosine * c - sine * e
            unsafe vectors[k * order + q] = sine * c + cosine * e
        }
        return true
    }
}
