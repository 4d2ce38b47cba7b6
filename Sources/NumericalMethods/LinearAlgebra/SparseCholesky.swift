/// The signed Cholesky factorisation of a sparse symmetric matrix, `K = L S L'` with `S` diagonal,
/// its entries 1 or -1 and known beforehand.
///
/// Matrices are positive definite (all signs 1) or quasidefinite, `[H, A'; A, -E]` with positive
/// definite `H` and `E`, whose signs hold in every order of elimination. The structure is analysed
/// once. The value cannot be copied, so it owns its memory alone.
struct SparseCholesky: ~Copyable {
    let structure: EliminationStructure
    private let signs: DoubleMemory
    private let values: DoubleMemory
    /// Where each entry of the lower triangle, as it was given, lies among the values.
    private let entryPlaces: [Int]
    private let diagonalPlaces: [Int]
    private var workspace: Workspace

    /// One entry of a symmetric matrix below or right of its diagonal.
    struct Entry {
        var row: Int
        var column: Int
    }

    /// Analyses the structure.
    ///
    /// - Parameters:
    ///   - signs: the sign of each pivot, 1 or -1, by original index.
    ///   - entries: each pair off the diagonal once, in either order.
    init(signs: [Double], entries: [Entry]) {
        let order = signs.count
        let graph = Self.graph(order, entries)
        let structure = EliminationStructure(
            starts: graph.starts, neighbours: graph.neighbours, isFirstKind: signs.map { $0 > 0 })
        self.structure = structure
        values = DoubleMemory(count: structure.valueCount + BlockProduct.tile)
        self.signs = DoubleMemory(count: order)
        for index in 0..<order { unsafe self.signs.base[structure.position[index]] = signs[index] }
        entryPlaces = entries.map {
            Self.place(structure, structure.position[$0.row], structure.position[$0.column])
        }
        diagonalPlaces = (0..<order).map {
            Self.place(structure, structure.position[$0], structure.position[$0])
        }
        workspace = Workspace(structure)
    }

    /// Where the entry of two places lies among the values.
    private static func place(_ structure: EliminationStructure, _ first: Int, _ second: Int) -> Int
    {
        let column = min(first, second)
        let row = Int32(truncatingIfNeeded: max(first, second))
        let panel = Int(structure.panelOfColumn[column])
        var low = structure.rowStarts[panel]
        var high = structure.rowStarts[panel + 1]
        let height = high - low
        while high - low > 1 {
            let middle = (low + high) / 2
            if structure.rows[middle] <= row { low = middle } else { high = middle }
        }
        let offset = column - structure.panelStarts[panel]
        return structure.valueStarts[panel] + offset * height + low - structure.rowStarts[panel]
    }

    private static func graph(
        _ order: Int, _ entries: [Entry]
    ) -> (starts: [Int], neighbours: [Int32]) {
        var starts = [Int](repeating: 0, count: order + 1)
        for entry in entries {
            starts[entry.row + 1] += 1
            starts[entry.column + 1] += 1
        }
        for index in 0..<order { starts[index + 1] += starts[index] }
        var next = starts
        var neighbours = [Int32](repeating: 0, count: 2 * entries.count)
        for entry in entries {
            neighbours[next[entry.row]] = Int32(truncatingIfNeeded: entry.column)
            neighbours[next[entry.column]] = Int32(truncatingIfNeeded: entry.row)
            next[entry.row] += 1
            next[entry.column] += 1
        }
        return (starts, neighbours)
    }

    /// Factorises the matrix with these values.
    ///
    /// - Parameters:
    ///   - diagonal: by original index.
    ///   - entries: one value for each entry the structure was analysed with.
    /// - Throws: ``FactorizationError`` at the first pivot that has not its sign.
    mutating func factorize(diagonal: [Double], entries: [Double]) throws(FactorizationError) {
        values.clear()
        let base = unsafe values.base
        for (place, value) in zip(entryPlaces, entries) { unsafe base[place] = value }
        for (place, value) in zip(diagonalPlaces, diagonal) { unsafe base[place] = value }
        workspace.start()
        for panel in 0..<structure.panelCount {
            let starts = structure.panelStarts
            workspace.mapRows(structure, panel)
            unsafe workspace.update(structure, panel, values: base, signs: signs.base)
            if let column = unsafe workspace.factorize(
                structure, panel, values: base, signs: signs.base)
            {
                throw FactorizationError(step: starts[panel] + column)
            }
            workspace.passOn(structure, panel)
        }
    }

    /// Solves with the factor; vectors in original indices.
    func solve(_ rightHandSide: [Double]) -> [Double] {
        let order = structure.order
        var vector = [Double](repeating: 0, count: order)
        for index in 0..<order { vector[structure.position[index]] = rightHandSide[index] }
        unsafe vector.withUnsafeMutableBufferPointer { buffer in
            guard let x = buffer.baseAddress else { return }
            unsafe structure.rows.withUnsafeBufferPointer { rows in
                guard let rows = rows.baseAddress else { return }
                unsafe descend(x, rows)
                for place in 0..<order { unsafe x[place] *= signs.base[place] }
                unsafe ascend(x, rows)
            }
        }
        var solution = [Double](repeating: 0, count: order)
        for index in 0..<order { solution[index] = vector[structure.position[index]] }
        return solution
    }

    private func descend(_ x: UnsafeMutablePointer<Double>, _ rows: UnsafePointer<Int32>) {
        for panel in 0..<structure.panelCount {
            let first = structure.panelStarts[panel]
            let width = structure.panelStarts[panel + 1] - first
            let rowBase = unsafe rows + structure.rowStarts[panel]
            let height = structure.rowStarts[panel + 1] - structure.rowStarts[panel]
            var column = unsafe UnsafePointer(values.base + structure.valueStarts[panel])
            for step in 0..<width {
                let value = unsafe x[first + step] / column[step]
                unsafe x[first + step] = value
                if value != 0 {
                    for row in (step + 1)..<max(width, step + 1) {
                        unsafe x[first + row] -= value * column[row]
                    }
                    for row in width..<height { unsafe x[Int(rowBase[row])] -= value * column[row] }
                }
                unsafe column += height
            }
        }
    }

    private func ascend(_ x: UnsafeMutablePointer<Double>, _ rows: UnsafePointer<Int32>) {
        for panel in stride(from: structure.panelCount - 1, through: 0, by: -1) {
            let first = structure.panelStarts[panel]
            let width = structure.panelStarts[panel + 1] - first
            let rowBase = unsafe rows + structure.rowStarts[panel]
            let height = structure.rowStarts[panel + 1] - structure.rowStarts[panel]
            for step in stride(from: width - 1, through: 0, by: -1) {
                let column = unsafe values.base + structure.valueStarts[panel] + step * height
                var sum = unsafe x[first + step]
                for row in (step + 1)..<max(width, step + 1) {
                    unsafe sum -= column[row] * x[first + row]
                }
                for row in width..<height { unsafe sum -= column[row] * x[Int(rowBase[row])] }
                unsafe x[first + step] = sum / column[step]
            }
        }
    }
}

/// A pivot without its sign: the matrix is not quasidefinite in floating point.
struct FactorizationError: Error {
    /// The step of the elimination, counted from 0.
    let step: Int
}
