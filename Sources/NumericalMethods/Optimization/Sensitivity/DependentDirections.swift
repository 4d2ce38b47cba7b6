/// Changes of the multipliers of binding rows that no free variable notices: a basis of them.
struct DependentDirections {
    /// Each direction: change by row, 0 where it is not named.
    let directions: [[(row: Int, change: Double)]]

    init(_ program: QuadraticProgram, _ binding: BindingLimits, tolerance: Double) {
        let core = Core(program, binding)
        directions = core.directions(tolerance: tolerance)
    }

    /// What is left of binding rows and free variables when every variable that meets only one row
    /// has taken its row along: that row's multiplier is fixed.
    private struct Core {
        let rows: [Int]
        /// By variable: places among `rows`, with coefficients over the variable's largest.
        var equations: [[(place: Int, value: Double)]]

        init(_ program: QuadraticProgram, _ binding: BindingLimits) {
            let matrix = program.constraints
            var isOpen = [Bool](repeating: false, count: program.rowCount)
            for row in binding.rows { isOpen[row] = true }
            var members = [[Int]](repeating: [], count: program.rowCount)
            var degree = [Int](repeating: 0, count: program.variableCount)
            var queue: [Int] = []
            for column in binding.isFree.indices where binding.isFree[column] {
                for entry in matrix.entries(ofColumn: column)
                where isOpen[matrix.rowIndices[entry]] {
                    degree[column] += 1
                    members[matrix.rowIndices[entry]].append(column)
                }
                if degree[column] == 1 { queue.append(column) }
            }
            while let column = queue.popLast() {
                guard degree[column] == 1 else { continue }
                for entry in matrix.entries(ofColumn: column) {
                    let row = matrix.rowIndices[entry]
                    guard isOpen[row] else { continue }
                    isOpen[row] = false
                    for other in members[row] {
                        degree[other] -= 1
                        if degree[other] == 1 { queue.append(other) }
                    }
                }
            }
            rows = binding.rows.filter { isOpen[$0] }
            var place = [Int](repeating: -1, count: program.rowCount)
            for (index, row) in rows.enumerated() { place[row] = index }
            equations = []
            for column in degree.indices where degree[column] > 0 {
                let entries = matrix.entries(ofColumn: column).filter {
                    place[matrix.rowIndices[$0]] >= 0
                }
                let largest = entries.reduce(0) { max($0, abs(matrix.values[$1])) }
                equations.append(
                    entries.map { (place[matrix.rowIndices[$0]], matrix.values[$0] / largest) })
            }
        }

        /// A basis of what all equations map to zero, by elimination with the largest pivots.
        func directions(tolerance: Double) -> [[(row: Int, change: Double)]] {
            let width = rows.count
            var pivots: [(column: Int, row: [Double])] = []
            var pivotOf = [Int](repeating: -1, count: width)
            for equation in equations {
                var dense = [Double](repeating: 0, count: width)
                for entry in equation { dense[entry.place] = entry.value }
                for pivot in pivots where dense[pivot.column] != 0 {
                    let factor = dense[pivot.column]
                    for place in 0..<width { dense[place] -= factor * pivot.row[place] }
                    dense[pivot.column] = 0
                }
                guard
                    let column = dense.indices.max(by: { abs(dense[$0]) < abs(dense[$1]) }),
                    abs(dense[column]) > tolerance
                else { continue }
                let scale = 1 / dense[column]
                for place in 0..<width { dense[place] *= scale }
                dense[column] = 1
                for index in pivots.indices {
                    let factor = pivots[index].row[column]
                    guard factor != 0 else { continue }
                    for place in 0..<width { pivots[index].row[place] -= factor * dense[place] }
                    pivots[index].row[column] = 0
                }
                pivotOf[column] = pivots.count
                pivots.append((column, dense))
            }
            return (0..<width).filter { pivotOf[$0] < 0 }.map { free in
                var direction: [(row: Int, change: Double)] = [(rows[free], 1)]
                for pivot in pivots where abs(pivot.row[free]) > tolerance {
                    direction.append((rows[pivot.column], -pivot.row[free]))
                }
                return direction
            }
        }
    }
}
