extension Presolve {
    /// Spreads values of the remaining variables over all variables; the others get `fixed`.
    func restoreVariables(_ reduced: [Double], fixed: [Double]) -> [Double] {
        var values = fixed
        var next = 0
        for column in columnIsActive.indices where columnIsActive[column] {
            values[column] = reduced[next]
            next += 1
        }
        return values
    }

    /// Spreads values of the remaining rows over all rows; the others get 0.
    func restoreRows(_ reduced: [Double]) -> [Double] {
        var values = [Double](repeating: 0, count: rowIsActive.count)
        var next = 0
        for row in rowIsActive.indices where rowIsActive[row] {
            values[row] = reduced[next]
            next += 1
        }
        return values
    }

    /// Recovers the multipliers of everything removed, the last step first.
    ///
    /// - Parameters:
    ///   - gradient: `Q x + c` at the full point for a solution, zeros for a proof of infeasibility.
    ///   - rowDuals: one value per row, those of removed rows not yet set.
    ///   - boundDuals: one value per variable, those of fixed variables not yet set.
    func restoreMultipliers(
        gradient: [Double], rowDuals: inout [Double], boundDuals: inout [Double]
    ) {
        for step in steps.reversed() {
            switch step {
            case .fixed(let column):
                boundDuals[column] += reducedCost(of: column, gradient, rowDuals, boundDuals)
            case .singleton(let row, let column, let coefficient):
                let multiplier = boundDuals[column]
                let source = multiplier > 0 ? lowerSource[column] : upperSource[column]
                if multiplier != 0, source == row {
                    rowDuals[row] += multiplier / coefficient
                    boundDuals[column] = 0
                }
            case .forcing(let row, let atUpper, let columns):
                restoreForced(
                    row, atUpper, columns, gradient, rowDuals: &rowDuals,
                    boundDuals: &boundDuals)
            }
        }
    }

    /// The forcing row takes just enough for all its variables to stay at their limits gladly.
    private func restoreForced(
        _ row: Int, _ atUpper: Bool, _ columns: [Int], _ gradient: [Double],
        rowDuals: inout [Double], boundDuals: inout [Double]
    ) {
        var coefficients = [Double](repeating: 0, count: columns.count)
        var next = 0
        for entry in rows.entries(ofColumn: row) where next < columns.count {
            if rows.rowIndices[entry] == columns[next] {
                coefficients[next] = rows.values[entry]
                next += 1
            }
        }
        let costs = columns.map { reducedCost(of: $0, gradient, rowDuals, boundDuals) }
        var multiplier = 0.0
        for place in columns.indices {
            let ratio = costs[place] / coefficients[place]
            multiplier = atUpper ? min(multiplier, ratio) : max(multiplier, ratio)
        }
        rowDuals[row] += multiplier
        for place in columns.indices {
            boundDuals[columns[place]] += costs[place] - coefficients[place] * multiplier
        }
    }

    private func reducedCost(
        of column: Int, _ gradient: [Double], _ rowDuals: [Double], _ boundDuals: [Double]
    ) -> Double {
        var sum = gradient[column] - boundDuals[column]
        for entry in program.constraints.entries(ofColumn: column) {
            sum -=
                program.constraints.values[entry]
                * rowDuals[program.constraints.rowIndices[entry]]
        }
        return sum
    }
}
