/// A Cholesky factorisation in a given elimination order: sparse pivots first, then one dense rest.
///
/// The values lie in one square memory in elimination order. Rows of sparse pivots use the part
/// right of the diagonal, the dense rest its lower triangle, which GSL factorises. The value cannot
/// be copied, so it owns its memory alone.
struct OrderedCholesky: ~Copyable {
    let order: Int
    private let ordering: MinimumDegreeOrdering
    private let memory: DoubleMemory

    init(ordering: MinimumDegreeOrdering) {
        GSLRuntime.start()
        order = ordering.position.count
        self.ordering = ordering
        memory = DoubleMemory(count: order * order)
    }

    /// Starts a new matrix with a diagonal given in original indices.
    mutating func reset(diagonal: [Double]) {
        memory.clear()
        for index in 0..<order {
            let place = ordering.position[index]
            memory.base[place * order + place] = diagonal[index]
        }
    }

    /// Adds `sum of weight[k] * v_k * v_k'` over sparse vectors in elimination order.
    mutating func addOuterProducts(of vectors: OrderedVectors, weights: [Double]) {
        let base = memory.base
        let leading = ordering.leadingCount
        let order = order
        for vector in 0..<vectors.count where weights[vector] != 0 {
            let weight = weights[vector]
            let end = vectors.starts[vector + 1]
            var first = vectors.starts[vector]
            while first < end, vectors.places[first] < leading {
                let scaled = weight * vectors.values[first]
                let row = base + vectors.places[first] * order
                for second in first..<end {
                    row[vectors.places[second]] += scaled * vectors.values[second]
                }
                first += 1
            }
            for second in first..<end {
                let scaled = weight * vectors.values[second]
                let row = base + vectors.places[second] * order
                for third in first...second {
                    row[vectors.places[third]] += scaled * vectors.values[third]
                }
            }
        }
    }

    /// Adds what one block of variables contributes.
    ///
    /// - Parameter inner: products of the coupling's directions under the inverse of the block.
    mutating func add(_ coupling: BlockCoupling, inner: [Double]) {
        let base = memory.base
        let order = order
        let places = coupling.places
        let factors = coupling.factors
        let directions = coupling.directionOfRow
        let width = coupling.directionCount
        let split = places.firstIndex { $0 >= ordering.leadingCount } ?? places.count
        for first in places.indices {
            let row = base + places[first] * order
            let factor = factors[first]
            let offset = directions[first] * width
            let others = first < split ? first..<places.count : split..<(first + 1)
            for second in others {
                row[places[second]] +=
                    factor * factors[second] * inner[offset + directions[second]]
            }
        }
    }

    /// Adds the lower triangle of a symmetric matrix given in original indices.
    mutating func add(lowerTriangleOf matrix: SparseMatrix) {
        for column in 0..<matrix.columnCount {
            for entry in matrix.entries(ofColumn: column) where matrix.rowIndices[entry] >= column {
                let row = ordering.position[matrix.rowIndices[entry]]
                let low = min(row, ordering.position[column])
                let high = max(row, ordering.position[column])
                let target =
                    low < ordering.leadingCount ? low * order + high : high * order + low
                memory.base[target] += matrix.values[entry]
            }
        }
    }

    /// Factorises the matrix that was put together.
    ///
    /// - Throws: ``GSLError`` when the matrix is not positive definite.
    mutating func factorize() throws(GSLError) {
        let base = memory.base
        let leading = ordering.leadingCount
        let order = order
        let touched = ordering.touched
        for pivot in 0..<leading {
            let row = base + pivot * order
            guard row[pivot] > 0, row[pivot].isFinite else {
                throw .domain("sparse Cholesky factorisation", [order, pivot])
            }
            let diagonal = row[pivot].squareRoot()
            row[pivot] = diagonal
            let start = ordering.touchedStarts[pivot]
            let end = ordering.touchedStarts[pivot + 1]
            for entry in start..<end { row[touched[entry]] /= diagonal }
            var first = start
            while first < end, touched[first] < leading {
                let factor = row[touched[first]]
                let target = base + touched[first] * order
                if factor != 0 {
                    for second in first..<end {
                        target[touched[second]] -= factor * row[touched[second]]
                    }
                }
                first += 1
            }
            for second in first..<end {
                let factor = row[touched[second]]
                guard factor != 0 else { continue }
                let target = base + touched[second] * order
                for third in first...second {
                    target[touched[third]] -= factor * row[touched[third]]
                }
            }
        }
        let dense = base + leading * order + leading
        try GSLCholeskyKernel.factorize(dense, order: order - leading, stride: order)
    }

    /// Solves with the factor; vectors in original indices.
    func solve(_ rightHandSide: [Double]) throws(GSLError) -> [Double] {
        let base = memory.base
        let leading = ordering.leadingCount
        var vector = [Double](repeating: 0, count: order)
        for index in 0..<order { vector[ordering.position[index]] = rightHandSide[index] }
        for pivot in 0..<leading {
            let row = base + pivot * order
            let value = vector[pivot] / row[pivot]
            vector[pivot] = value
            for entry in ordering.touchedStarts[pivot]..<ordering.touchedStarts[pivot + 1] {
                vector[ordering.touched[entry]] -= row[ordering.touched[entry]] * value
            }
        }
        let dense = base + leading * order + leading
        try GSLCholeskyKernel.solve(
            dense, order: order - leading, stride: order, &vector, from: leading)
        for pivot in stride(from: leading - 1, through: 0, by: -1) {
            let row = base + pivot * order
            var sum = vector[pivot]
            for entry in ordering.touchedStarts[pivot]..<ordering.touchedStarts[pivot + 1] {
                sum -= row[ordering.touched[entry]] * vector[ordering.touched[entry]]
            }
            vector[pivot] = sum / row[pivot]
        }
        var solution = [Double](repeating: 0, count: order)
        for index in 0..<order { solution[index] = vector[ordering.position[index]] }
        return solution
    }
}

/// Sparse vectors whose indices are places in an elimination order, ascending in each vector.
struct OrderedVectors {
    let starts: [Int]
    let places: [Int]
    let values: [Double]

    var count: Int { starts.count - 1 }

    /// The columns of a matrix, with rows renumbered by their place.
    init(columnsOf matrix: SparseMatrix, position: [Int]) {
        starts = matrix.columnStarts
        var places: [Int] = []
        var values: [Double] = []
        places.reserveCapacity(matrix.entryCount)
        values.reserveCapacity(matrix.entryCount)
        for column in 0..<matrix.columnCount {
            let entries = matrix.entries(ofColumn: column).sorted {
                position[matrix.rowIndices[$0]] < position[matrix.rowIndices[$1]]
            }
            for entry in entries {
                places.append(position[matrix.rowIndices[entry]])
                values.append(matrix.values[entry])
            }
        }
        self.places = places
        self.values = values
    }
}
