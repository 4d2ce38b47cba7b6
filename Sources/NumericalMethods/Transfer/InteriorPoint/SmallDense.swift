/// Dense matrices of a few rows, row by row, on memory that the caller gives.
enum SmallDense {
    typealias Pointer = UnsafeMutablePointer<Double>

    /// The lower Cholesky factor into `factor`; what is above the diagonal is not touched.
    static func cholesky(_ matrix: Pointer, _ order: Int, into factor: Pointer) {
        for row in 0..<order {
            for column in 0...row {
                var sum = matrix[row * order + column]
                for inner in 0..<column {
                    sum -= factor[row * order + inner] * factor[column * order + inner]
                }
                factor[row * order + column] =
                    row == column
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
            var sum = vector[row * stride]
            for inner in 0..<row {
                sum -= factor[row * order + inner] * vector[inner * stride]
            }
            vector[row * stride] = sum / factor[row * order + row]
        }
    }

    /// Solves with the transposed factor, in place.
    static func solveUpper(
        _ factor: Pointer, _ order: Int, _ vector: Pointer, _ stride: Int
    ) {
        var row = order - 1
        while row >= 0 {
            var sum = vector[row * stride]
            var inner = row + 1
            while inner < order {
                sum -= factor[inner * order + row] * vector[inner * stride]
                inner += 1
            }
            vector[row * stride] = sum / factor[row * order + row]
            row -= 1
        }
    }

    /// The inverse of a positive definite matrix into `result`; `factor` is overwritten.
    static func inverse(
        _ matrix: Pointer, _ order: Int, into result: Pointer, factor: Pointer
    ) {
        cholesky(matrix, order, into: factor)
        result.update(repeating: 0, count: order * order)
        for column in 0..<order {
            result[column * order + column] = 1
            solveLower(factor, order, result + column, order)
            solveUpper(factor, order, result + column, order)
        }
    }

    /// Eigenvalues, on the diagonal of `matrix` afterwards, and vectors as columns, by Jacobi.
    static func eigenvectors(_ matrix: Pointer, _ order: Int, into vectors: Pointer) {
        vectors.update(repeating: 0, count: order * order)
        for index in 0..<order { vectors[index * order + index] = 1 }
        for _ in 0..<12 {
            var rotated = false
            for p in 0..<order {
                var q = p + 1
                while q < order {
                    if rotate(matrix, order, vectors, p, q) { rotated = true }
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
        let off = matrix[p * order + q]
        let first = matrix[p * order + p]
        let last = matrix[q * order + q]
        guard abs(off) > 1e-12, abs(off) > 1e-8 * (abs(first * last)).squareRoot() else {
            return false
        }
        let ratio = (last - first) / (2 * off)
        let tangent = (ratio >= 0 ? 1 : -1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for k in 0..<order {
            let a = matrix[k * order + p]
            let b = matrix[k * order + q]
            matrix[k * order + p] = cosine * a - sine * b
            matrix[k * order + q] = sine * a + cosine * b
        }
        for k in 0..<order {
            let a = matrix[p * order + k]
            let b = matrix[q * order + k]
            matrix[p * order + k] = cosine * a - sine * b
            matrix[q * order + k] = sine * a + cosine * b
            let c = vectors[k * order + p]
            let e = vectors[k * order + q]
            vectors[k * order + p] = cosine * c - sine * e
            vectors[k * order + q] = sine * c + cosine * e
        }
        return true
    }
}
