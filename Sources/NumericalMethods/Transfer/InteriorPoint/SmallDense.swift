/// Dense matrices of a few rows, row by row.
enum SmallDense {
    /// The lower Cholesky factor; what is above the diagonal is zero.
    static func cholesky(_ matrix: [Double], _ order: Int) -> [Double] {
        var factor = [Double](repeating: 0, count: order * order)
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
        return factor
    }

    /// Solves with a factor, in place, for one vector at `offset` with a stride.
    static func solveLower(
        _ factor: [Double], _ order: Int, _ vector: inout [Double], _ offset: Int, _ stride: Int
    ) {
        for row in 0..<order {
            var sum = vector[offset + row * stride]
            for inner in 0..<row {
                sum -= factor[row * order + inner] * vector[offset + inner * stride]
            }
            vector[offset + row * stride] = sum / factor[row * order + row]
        }
    }

    /// Solves with the transposed factor, in place.
    static func solveUpper(
        _ factor: [Double], _ order: Int, _ vector: inout [Double], _ offset: Int, _ stride: Int
    ) {
        var row = order - 1
        while row >= 0 {
            var sum = vector[offset + row * stride]
            for inner in (row + 1)..<max(order, row + 1) {
                sum -= factor[inner * order + row] * vector[offset + inner * stride]
            }
            vector[offset + row * stride] = sum / factor[row * order + row]
            row -= 1
        }
    }

    /// The inverse of a positive definite matrix.
    static func inverse(_ matrix: [Double], _ order: Int) -> [Double] {
        let factor = cholesky(matrix, order)
        var result = [Double](repeating: 0, count: order * order)
        for column in 0..<order {
            result[column * order + column] = 1
            solveLower(factor, order, &result, column, order)
            solveUpper(factor, order, &result, column, order)
        }
        return result
    }

    /// Eigenvalues, on the diagonal of `matrix` afterwards, and vectors as columns, by Jacobi.
    static func eigenvectors(_ matrix: inout [Double], _ order: Int) -> [Double] {
        var vectors = [Double](repeating: 0, count: order * order)
        for index in 0..<order { vectors[index * order + index] = 1 }
        for _ in 0..<12 {
            var rotated = false
            for p in 0..<order {
                for q in (p + 1)..<max(order, p + 1) {
                    let off = matrix[p * order + q]
                    let first = matrix[p * order + p]
                    let last = matrix[q * order + q]
                    guard abs(off) > 1e-8 * (abs(first * last)).squareRoot(), abs(off) > 1e-12
                    else {
                        continue
                    }
                    rotated = true
                    let ratio = (last - first) / (2 * off)
                    let tangent =
                        (ratio >= 0 ? 1 : -1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
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
                }
            }
            if !rotated { break }
        }
        return vectors
    }
}
