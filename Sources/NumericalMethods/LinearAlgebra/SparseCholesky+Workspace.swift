extension SparseCholesky {
    /// What one factorisation needs besides its values.
    struct Workspace {
        /// Where each row lies in the current panel.
        private var rowMap: [Int32]
        /// The first panel, by linked list, that has rows to pass on to each panel.
        private var firstSource: [Int]
        private var nextSource: [Int]
        /// The next row of each panel that is not passed on yet.
        private var nextRow: [Int]
        private let packed: DoubleMemory
        private let product: DoubleMemory

        init(_ structure: EliminationStructure) {
            rowMap = Array(repeating: 0, count: structure.order)
            firstSource = Array(repeating: -1, count: structure.panelCount)
            nextSource = firstSource
            nextRow = firstSource
            var tallest = 0
            var widest = 0
            for panel in 0..<structure.panelCount {
                tallest = max(
                    tallest, structure.rowStarts[panel + 1] - structure.rowStarts[panel])
                widest = max(
                    widest, structure.panelStarts[panel + 1] - structure.panelStarts[panel])
            }
            let tile = BlockProduct.tile
            packed = DoubleMemory(count: (widest + tile) * widest)
            product = DoubleMemory(count: (tallest + 2 * tile) * (widest + tile))
        }

        mutating func start() {
            for panel in firstSource.indices { firstSource[panel] = -1 }
        }

        mutating func mapRows(_ structure: EliminationStructure, _ panel: Int) {
            let begin = structure.rowStarts[panel]
            for place in begin..<structure.rowStarts[panel + 1] {
                rowMap[Int(structure.rows[place])] = Int32(truncatingIfNeeded: place - begin)
            }
        }

        /// Subtracts what earlier panels contribute.
        mutating func update(
            _ structure: EliminationStructure, _ panel: Int,
            values: UnsafeMutablePointer<Double>, signs: UnsafePointer<Double>
        ) {
            let end = structure.panelStarts[panel + 1]
            let height = structure.rowStarts[panel + 1] - structure.rowStarts[panel]
            let target = unsafe values + structure.valueStarts[panel]
            var source = firstSource[panel]
            while source >= 0 {
                let following = nextSource[source]
                let from = nextRow[source]
                let last = structure.rowStarts[source + 1]
                var until = from
                while until < last, Int(structure.rows[until]) < end { until += 1 }
                unsafe subtract(
                    structure, source, rows: from..<last, columns: until - from,
                    values: values, signs: signs, target: target, targetHeight: height)
                hand(structure, source, on: until)
                source = following
            }
        }

        /// Enters a finished panel in the list of the first panel it contributes to.
        mutating func passOn(_ structure: EliminationStructure, _ panel: Int) {
            let width = structure.panelStarts[panel + 1] - structure.panelStarts[panel]
            hand(structure, panel, on: structure.rowStarts[panel] + width)
        }

        private mutating func hand(_ structure: EliminationStructure, _ source: Int, on row: Int) {
            guard row < structure.rowStarts[source + 1] else { return }
            nextRow[source] = row
            let target = Int(structure.panelOfColumn[Int(structure.rows[row])])
            nextSource[source] = firstSource[target]
            firstSource[target] = source
        }

        private func subtract(
            _ structure: EliminationStructure, _ source: Int, rows: Range<Int>, columns: Int,
            values: UnsafeMutablePointer<Double>, signs: UnsafePointer<Double>,
            target: UnsafeMutablePointer<Double>, targetHeight: Int
        ) {
            let first = structure.panelStarts[source]
            let depth = structure.panelStarts[source + 1] - first
            let begin = structure.rowStarts[source]
            let stride = structure.rowStarts[source + 1] - begin
            let block = unsafe UnsafePointer(
                values + structure.valueStarts[source] + rows.lowerBound - begin)
            let height = rows.count
            unsafe structure.rows.withUnsafeBufferPointer { indices in
                unsafe rowMap.withUnsafeBufferPointer { map in
                    guard let indices = indices.baseAddress, let map = map.baseAddress else {
                        return
                    }
                    let names = unsafe indices + rows.lowerBound
                    let firstColumn = unsafe Int(map[Int(names[0])])
                    let offset = unsafe firstColumn - Int(names[0])
                    if depth == 1 {
                        let sign = unsafe signs[first]
                        for column in 0..<columns {
                            let factor = unsafe sign * block[column]
                            guard factor != 0 else { continue }
                            let place = unsafe target + (Int(names[column]) + offset) * targetHeight
                            for row in column..<height {
                                unsafe place[Int(map[Int(names[row])])] -= factor * block[row]
                            }
                        }
                        return
                    }
                    unsafe BlockProduct.pack(
                        block, stride: stride, count: columns, depth: depth,
                        signs: signs + first, into: packed.base)
                    let productStride = (height + 3) / 4 * 4
                    unsafe BlockProduct.multiply(
                        block, stride: stride, height: height, width: columns, depth: depth,
                        packed: packed.base, target: product.base, targetStride: productStride)
                    for column in 0..<columns {
                        let place = unsafe target + (Int(names[column]) + offset) * targetHeight
                        let change = unsafe product.base + column * productStride
                        for row in column..<height {
                            unsafe place[Int(map[Int(names[row])])] -= change[row]
                        }
                    }
                }
            }
        }

        /// Factorises a panel that all earlier panels have contributed to, four columns at a time; the
        /// column whose pivot has not its sign, if there is one.
        func factorize(
            _ structure: EliminationStructure, _ panel: Int,
            values: UnsafeMutablePointer<Double>, signs: UnsafePointer<Double>
        ) -> Int? {
            let first = structure.panelStarts[panel]
            let width = structure.panelStarts[panel + 1] - first
            let height = structure.rowStarts[panel + 1] - structure.rowStarts[panel]
            let base = unsafe values + structure.valueStarts[panel]
            let tile = BlockProduct.tile
            for start in stride(from: 0, to: width, by: tile) {
                let size = min(tile, width - start)
                if start > 0 {
                    let rows = height - start
                    let productStride = (rows + 3) / 4 * 4
                    unsafe BlockProduct.pack(
                        base + start, stride: height, count: size, depth: start,
                        signs: signs + first, into: packed.base)
                    unsafe BlockProduct.multiply(
                        base + start, stride: height, height: rows, width: size, depth: start,
                        packed: packed.base, target: product.base, targetStride: productStride)
                    for column in 0..<size {
                        let place = unsafe base + (start + column) * height + start
                        let change = unsafe product.base + column * productStride
                        for row in column..<rows { unsafe place[row] -= change[row] }
                    }
                }
                for step in start..<(start + size) {
                    let column = unsafe base + step * height
                    let sign = unsafe signs[first + step]
                    let pivot = unsafe sign * column[step]
                    guard pivot > 0, pivot.isFinite else { return step }
                    let root = pivot.squareRoot()
                    let factor = sign / root
                    unsafe column[step] = root
                    for row in (step + 1)..<max(height, step + 1) { unsafe column[row] *= factor }
                    for other in (step + 1)..<max(start + size, step + 1) {
                        let target = unsafe base + other * height
                        let share = unsafe sign * column[other]
                        for row in other..<height { unsafe target[row] -= share * column[row] }
                    }
                }
            }
            return nil
        }
    }
}
