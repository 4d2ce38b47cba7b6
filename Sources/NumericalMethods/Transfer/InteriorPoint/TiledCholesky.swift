/// Cholesky factorisation by tiles of 4 x 4; rows of a multiple of four.
struct TiledCholesky {
    /// The order without padding.
    private(set) var order = 0
    private(set) var stride = 0
    private(set) var matrix = Strip(0)
    private var scratch = Strip(0)

    /// Takes a zero matrix of an order, padded with ones on the diagonal.
    mutating func reset(order: Int) {
        self.order = order
        stride = (order + 3) / 4 * 4
        if matrix.count < stride * stride {
            matrix = Strip(stride * stride)
            scratch = Strip(stride)
        } else {
            matrix.clear(0, stride * stride)
        }
        for index in order..<max(order, stride) { matrix[index * stride + index] = 1 }
    }

    /// Subtracts from the lower triangle the products of each two rows of another matrix, `rows` of
    /// `width` values, which both are multiples of four.
    func subtractProducts(of other: Strip, rows: Int, width: Int) {
        precondition(rows >= 0 && width >= 0 && rows <= stride && rows * width <= other.count)
        let base = unsafe matrix.base
        let source = unsafe other.base
        for row in Swift.stride(from: 0, to: rows, by: 4) {
            for column in Swift.stride(from: 0, through: row, by: 4) {
                unsafe StripKernel.subtractTile(
                    base + row * stride + column, stride, left: source + row * width, width,
                    right: source + column * width, width, width)
            }
        }
    }

    /// Replaces the lower triangle by its factor; a pivot that is not positive is raised.
    func factorize() {
        let base = unsafe matrix.base
        for row in 0..<stride { scratch[row] = matrix[row * stride + row] }
        var column = 0
        while column < stride {
            var row = column
            while row < stride {
                if column > 0 {
                    unsafe StripKernel.subtractTile(
                        base + row * stride + column, stride, left: base + row * stride, stride,
                        right: base + column * stride, stride, column)
                }
                if row == column { factorizeTile(column) } else { solveTile(row, column) }
                row += 4
            }
            column += 4
        }
    }

    private func factorizeTile(_ start: Int) {
        for row in start..<(start + 4) {
            for column in start...row {
                var sum = matrix[row * stride + column]
                for inner in start..<column {
                    sum -= matrix[row * stride + inner] * matrix[column * stride + inner]
                }
                if row == column {
                    matrix[row * stride + row] =
                        sum > 1e-15 * scratch[row] ? sum.squareRoot() : 1e100
                } else {
                    matrix[row * stride + column] = sum / matrix[column * stride + column]
                }
            }
        }
    }

    private func solveTile(_ first: Int, _ start: Int) {
        for row in first..<(first + 4) {
            for column in start..<(start + 4) {
                var sum = matrix[row * stride + column]
                for inner in start..<column {
                    sum -= matrix[row * stride + inner] * matrix[column * stride + inner]
                }
                matrix[row * stride + column] = sum / matrix[column * stride + column]
            }
        }
    }

    /// Solves in place.
    func solve(_ vector: Strip) {
        for row in 0..<order {
            let sum = vector[row] - matrix.dot(row * stride, vector, 0, row)
            vector[row] = sum / matrix[row * stride + row]
        }
        var row = order - 1
        while row >= 0 {
            let value = vector[row] / matrix[row * stride + row]
            vector[row] = value
            vector.add(-value, matrix, row * stride, to: 0, row)
            row -= 1
        }
    }
}
