extension SparseMatrix {
    /// The product with a vector of `columnCount` values: `rowCount` values.
    public func multiply(_ vector: [Double]) -> [Double] {
        var product = [Double](repeating: 0, count: rowCount)
        accumulate(1, vector, into: &product)
        return product
    }

    /// The product of the transposed matrix with a vector of `rowCount` values: `columnCount` values.
    public func transposeMultiply(_ vector: [Double]) -> [Double] {
        var product = [Double](repeating: 0, count: columnCount)
        accumulateTransposed(1, vector, into: &product)
        return product
    }

    /// The matrix with rows and columns exchanged.
    public func transposed() -> SparseMatrix {
        var starts = [Int](repeating: 0, count: rowCount + 1)
        for row in rowIndices { starts[row + 1] += 1 }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
        var next = starts
        var columns = [Int](repeating: 0, count: values.count)
        var entries = [Double](repeating: 0, count: values.count)
        for column in 0..<columnCount {
            for place in columnStarts[column]..<columnStarts[column + 1] {
                let target = next[rowIndices[place]]
                next[rowIndices[place]] += 1
                columns[target] = column
                entries[target] = values[place]
            }
        }
        return SparseMatrix(
            rowCount: columnCount, columnCount: rowCount, columnStarts: starts,
            rowIndices: columns, values: entries)
    }

    /// Adds `factor * matrix * vector` to `target`.
    func accumulate(_ factor: Double, _ vector: [Double], into target: inout [Double]) {
        precondition(vector.count == columnCount && target.count == rowCount)
        for column in 0..<columnCount where vector[column] != 0 {
            let scaled = factor * vector[column]
            for place in columnStarts[column]..<columnStarts[column + 1] {
                target[rowIndices[place]] += values[place] * scaled
            }
        }
    }

    /// Adds `factor * transposed matrix * vector` to `target`.
    func accumulateTransposed(_ factor: Double, _ vector: [Double], into target: inout [Double]) {
        precondition(vector.count == rowCount && target.count == columnCount)
        for column in 0..<columnCount {
            var sum = 0.0
            for place in columnStarts[column]..<columnStarts[column + 1] {
                sum += values[place] * vector[rowIndices[place]]
            }
            target[column] += factor * sum
        }
    }

    /// A matrix with the same places, whose entry in row `i`, column `j` is `value(i, j, old)`.
    func mapEntries(_ value: (Int, Int, Double) -> Double) -> SparseMatrix {
        var entries = values
        for column in 0..<columnCount {
            for place in columnStarts[column]..<columnStarts[column + 1] {
                entries[place] = value(rowIndices[place], column, values[place])
            }
        }
        return SparseMatrix(
            rowCount: rowCount, columnCount: columnCount, columnStarts: columnStarts,
            rowIndices: rowIndices, values: entries)
    }
}

extension SparseMatrix {
    /// The matrix of the given rows and columns, both ascending, in that order.
    func restricted(rows: [Int], columns: [Int]) -> SparseMatrix {
        var newRow = [Int](repeating: -1, count: rowCount)
        for (place, row) in rows.enumerated() { newRow[row] = place }
        var starts = [0]
        var indices: [Int] = []
        var entries: [Double] = []
        starts.reserveCapacity(columns.count + 1)
        for column in columns {
            for place in columnStarts[column]..<columnStarts[column + 1] {
                let row = newRow[rowIndices[place]]
                guard row >= 0 else { continue }
                indices.append(row)
                entries.append(values[place])
            }
            starts.append(indices.count)
        }
        return SparseMatrix(
            rowCount: rows.count, columnCount: columns.count, columnStarts: starts,
            rowIndices: indices, values: entries)
    }
}
