internal import Dispatch

/// The Newton system of moves and sums: `H dx + L'(S L dx - v) = r` with diagonal `H > 0` by move and
/// symmetric positive semidefinite `S` by sum.
///
/// With `M = L H^-1 L' = C C'` the matrix that is factorised is `I + C' S C`, whose eigenvalues are never
/// below one.
struct SumsSystem: Sendable {
    let order: Int
    let moveCount: Int
    /// By move: the sums it enters. The rows of adjustments come on top, see `slopes`.
    let sums: SparseMatrix
    /// By adjustment that is a sum: its slope by move; the last sums.
    let slopes: [Strip]
    /// Full symmetric matrix over sums.
    let stiffness: Strip
    /// `M`, then its factor `U`, `M = U'U`, upper triangle.
    private let flexibility: Strip
    private let product: Strip
    private let inner: Strip
    private let diagonal: Strip

    init(sums: SparseMatrix, slopes: [Strip]) {
        self.sums = sums
        self.slopes = slopes
        order = sums.rowCount + slopes.count
        moveCount = sums.columnCount
        stiffness = Strip(order * order)
        flexibility = Strip(order * order)
        product = Strip(order * order)
        inner = Strip(order * order)
        diagonal = Strip(moveCount)
    }

    /// `L x`, with the slopes for the last sums.
    func sums(_ moves: Strip) -> Strip {
        let result = Strip(order)
        for move in 0..<moveCount where moves[move] != 0 {
            for entry in sums.entries(ofColumn: move) {
                result[sums.rowIndices[entry]] += sums.values[entry] * moves[move]
            }
        }
        for (index, slope) in slopes.enumerated() {
            result[sums.rowCount + index] = slope.dot(0, moves, 0, moveCount)
        }
        return result
    }

    /// `L' s`.
    func prices(_ bySum: Strip) -> Strip {
        let result = Strip(moveCount)
        for move in 0..<moveCount {
            var sum = 0.0
            for entry in sums.entries(ofColumn: move) {
                sum += sums.values[entry] * bySum[sums.rowIndices[entry]]
            }
            result[move] = sum
        }
        for (index, slope) in slopes.enumerated() {
            result.add(bySum[sums.rowCount + index], slope, moveCount)
        }
        return result
    }

    /// Factorises with a diagonal by move and what is in `stiffness`, whose lower triangle is mirrored.
    func factorize(diagonal values: Strip) {
        diagonal.copy(from: values)
        mirror(stiffness)
        flexibility.clear()
        for move in 0..<moveCount {
            let factor = 1 / diagonal[move]
            let range = sums.entries(ofColumn: move)
            for left in range {
                let value = factor * sums.values[left]
                let line = sums.rowIndices[left] * order
                for right in left..<range.upperBound {
                    flexibility[line + sums.rowIndices[right]] += value * sums.values[right]
                }
            }
        }
        let scaled = Strip(moveCount)
        for (index, slope) in slopes.enumerated() {
            for move in 0..<moveCount { scaled[move] = slope[move] / diagonal[move] }
            let column = self.sums(scaled)
            for row in 0...(sums.rowCount + index) {
                flexibility[row * order + sums.rowCount + index] = column[row]
            }
        }
        Self.factorize(flexibility, order: order, dropsPivots: true)
        formInner()
        Self.factorize(inner, order: order, dropsPivots: false)
    }

    private func mirror(_ matrix: Strip) {
        for row in 0..<order {
            for column in 0..<row { matrix[column * order + row] = matrix[row * order + column] }
        }
    }

    /// `I + U S U'`, upper triangle, line by line.
    private func formInner() {
        let order = order
        let (factor, stiffness, product, inner) = (flexibility, stiffness, product, inner)
        DispatchQueue.concurrentPerform(iterations: order) { row in
            let line = row * order
            product.clear(line, order)
            for inside in row..<order where factor[line + inside] != 0 {
                product.add(factor[line + inside], stiffness, inside * order, to: line, order)
            }
            for column in row..<order {
                inner[line + column] = product.dot(
                    line + column, factor, column * order + column, order - column)
            }
            inner[line + row] += 1
        }
    }

    /// Replaces the upper triangle by its factor `U`, `U'U` the matrix. A pivot that is nothing but
    /// rounding is dropped with its line where the matrix may be singular.
    private static func factorize(_ matrix: Strip, order: Int, dropsPivots: Bool) {
        var sizes = [Double](repeating: 0, count: order)
        for row in 0..<order { sizes[row] = matrix[row * order + row] }
        for step in 0..<order {
            let line = step * order
            let pivot = matrix[line + step]
            guard pivot > (dropsPivots ? 1e-13 * sizes[step] : 0), pivot > 0 else {
                matrix.clear(line + step, order - step)
                if !dropsPivots { matrix[line + step] = 1e150 }
                continue
            }
            let root = pivot.squareRoot()
            let inverse = 1 / root
            matrix[line + step] = root
            for column in (step + 1)..<max(order, step + 1) { matrix[line + column] *= inverse }
            for row in (step + 1)..<max(order, step + 1) where matrix[line + row] != 0 {
                matrix.add(
                    -matrix[line + row], matrix, line + row, to: row * order + row, order - row)
            }
        }
    }

    /// Solves, with refinement on the system itself.
    ///
    /// - Returns: the step of moves, of sums, and of the prices of sums `S ds - v`.
    func solve(_ right: Strip, _ left: Strip) -> (moves: Strip, sums: Strip, prices: Strip) {
        var found = solveOnce(right, left)
        let none = Strip(order)
        var last = Double.infinity
        for _ in 0..<4 {
            let prices = self.prices(found.prices)
            let rest = Strip(moveCount)
            var size = 0.0
            var reference = 0.0
            for move in 0..<moveCount {
                rest[move] = right[move] - diagonal[move] * found.moves[move] - prices[move]
                size = max(size, abs(rest[move]))
                reference = max(reference, abs(right[move]), abs(prices[move]))
            }
            guard size > 1e-14 * reference, size < 0.5 * last else { break }
            last = size
            let change = solveOnce(rest, none)
            for move in 0..<moveCount { found.moves[move] += change.moves[move] }
            found.sums = sums(found.moves)
            found.prices = price(found.sums, left)
        }
        return found
    }

    private func price(_ sums: Strip, _ left: Strip) -> Strip {
        let result = Strip(order)
        for row in 0..<order {
            result[row] =
                stiffness.dot(row * order, sums, 0, order) - left[row]
        }
        return result
    }

    private func solveOnce(
        _ right: Strip, _ left: Strip
    ) -> (moves: Strip, sums: Strip, prices: Strip) {
        let free = Strip(moveCount)
        for move in 0..<moveCount { free[move] = right[move] / diagonal[move] }
        let start = sums(free)
        // (I + U S U') t = U (v - S b), ds = b + U't.
        let pull = price(start, left)
        let target = Strip(order)
        for row in 0..<order {
            target[row] = -flexibility.dot(row * order + row, pull, row, order - row)
        }
        solveInner(target)
        for row in 0..<order where target[row] != 0 {
            start.add(target[row], flexibility, row * order + row, to: row, order - row)
        }
        let prices = price(start, left)
        let bent = self.prices(prices)
        let moves = Strip(moveCount)
        for move in 0..<moveCount { moves[move] = (right[move] - bent[move]) / diagonal[move] }
        return (moves, start, prices)
    }

    /// Solves with the factor of the inner matrix, in place.
    private func solveInner(_ vector: Strip) {
        for step in 0..<order {
            let value = vector[step] / inner[step * order + step]
            vector[step] = value
            guard value != 0 else { continue }
            for column in (step + 1)..<max(order, step + 1) {
                vector[column] -= value * inner[step * order + column]
            }
        }
        for step in stride(from: order - 1, through: 0, by: -1) {
            let rest = inner.dot(
                step * order + step + 1, vector, step + 1, order - step - 1)
            vector[step] = (vector[step] - rest) / inner[step * order + step]
        }
    }
}
