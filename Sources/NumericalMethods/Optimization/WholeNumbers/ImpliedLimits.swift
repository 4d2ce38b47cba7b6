/// Limits of variables that follow from the rows, and for variables that only fill a need, what the
/// largest need is: at some optimum they are no larger.
struct ImpliedLimits: Sendable {
    private(set) var lower: [Double]
    private(set) var upper: [Double]

    private static let sweeps = 5

    /// - Parameter rows: column `r` holds row `r` of the constraints.
    /// - Parameter steps: variables that come in steps have no limit from a need: between two steps
    ///   it would cut off the one above.
    init(_ program: QuadraticProgram, rows: SparseMatrix, steps: [Double?] = []) {
        lower = program.variableLower
        upper = program.variableUpper
        for _ in 0..<Self.sweeps {
            for row in 0..<program.rowCount { tighten(row, program, rows) }
        }
        for column in lower.indices
        where upper[column] == .infinity && !(column < steps.count && steps[column] != nil) {
            limitToNeed(column, program, rows)
        }
    }

    /// Least and most that the terms of a row add to, infinite ones counted apart.
    private struct Activity {
        var least = 0.0
        var most = 0.0
        var infiniteLeast = 0
        var infiniteMost = 0

        mutating func add(_ value: Double, _ lower: Double, _ upper: Double) {
            let low = value > 0 ? value * lower : value * upper
            let high = value > 0 ? value * upper : value * lower
            if low.isFinite { least += low } else { infiniteLeast += 1 }
            if high.isFinite { most += high } else { infiniteMost += 1 }
        }

        /// The least of all terms but one.
        func least(without value: Double, _ lower: Double, _ upper: Double) -> Double {
            let own = value > 0 ? value * lower : value * upper
            if own.isFinite { return infiniteLeast == 0 ? least - own : -.infinity }
            return infiniteLeast == 1 ? least : -.infinity
        }

        func most(without value: Double, _ lower: Double, _ upper: Double) -> Double {
            let own = value > 0 ? value * upper : value * lower
            if own.isFinite { return infiniteMost == 0 ? most - own : .infinity }
            return infiniteMost == 1 ? most : .infinity
        }
    }

    private func activity(_ row: Int, _ rows: SparseMatrix) -> Activity {
        var activity = Activity()
        for entry in rows.entries(ofColumn: row) {
            let column = rows.rowIndices[entry]
            activity.add(rows.values[entry], lower[column], upper[column])
        }
        return activity
    }

    /// Gives a limit to variables that have none; finite ones stay, so that no rounding creeps in.
    private mutating func tighten(
        _ row: Int, _ program: QuadraticProgram, _ rows: SparseMatrix
    ) {
        let entries = rows.entries(ofColumn: row)
        guard
            entries.contains(where: {
                let column = rows.rowIndices[$0]
                return upper[column] == .infinity || lower[column] == -.infinity
            })
        else { return }
        let activity = activity(row, rows)
        for entry in entries {
            let column = rows.rowIndices[entry]
            let value = rows.values[entry]
            let (low, high) = (lower[column], upper[column])
            guard low == -.infinity || high == .infinity else { continue }
            let above = (program.rowUpper[row] - activity.least(without: value, low, high)) / value
            let below = (program.rowLower[row] - activity.most(without: value, low, high)) / value
            let (largest, smallest) = value > 0 ? (above, below) : (below, above)
            if high == .infinity, largest < .infinity { upper[column] = max(low, largest) }
            if low == -.infinity, smallest > -.infinity { lower[column] = min(high, smallest) }
        }
    }

    /// A variable whose growth costs and that every row only asks for is no larger than the largest
    /// need.
    private mutating func limitToNeed(
        _ column: Int, _ program: QuadraticProgram, _ rows: SparseMatrix
    ) {
        guard lower[column].isFinite, program.linear[column] >= 0 else { return }
        let square = program.quadratic
        for entry in square.entries(ofColumn: column)
        where square.rowIndices[entry] != column || lower[column] < 0 { return }
        var need = lower[column]
        let matrix = program.constraints
        for entry in matrix.entries(ofColumn: column) {
            let row = matrix.rowIndices[entry]
            let value = matrix.values[entry]
            let activity = activity(row, rows)
            if value > 0, program.rowUpper[row] == .infinity {
                let others = activity.least(without: value, lower[column], upper[column])
                need = max(need, (program.rowLower[row] - others) / value)
            } else if value < 0, program.rowLower[row] == -.infinity {
                let others = activity.most(without: value, lower[column], upper[column])
                need = max(need, (program.rowUpper[row] - others) / value)
            } else {
                return
            }
        }
        if need < .infinity { upper[column] = need }
    }
}
