extension Presolve {
    /// The range of a row's activity under the limits of its variables.
    private struct Activity {
        var least = 0.0
        var most = 0.0
        var size = 0.0
        var count = 0
        var lastColumn = -1
        var lastCoefficient = 0.0
    }

    /// Removes a row that is implied, has one variable, or forces all; finds contradictions.
    mutating func reduceRow(_ row: Int, _ changed: inout Bool) -> InfeasibilityRay? {
        let rowLower = program.rowLower[row]
        let rowUpper = program.rowUpper[row]
        let activity = activity(of: row)
        let lowerScale = max(1, rowLower.isFinite ? abs(rowLower) : 0, activity.size)
        let upperScale = max(1, rowUpper.isFinite ? abs(rowUpper) : 0, activity.size)

        if activity.least > rowUpper + Self.infeasibilityTolerance * upperScale {
            return contradiction(row: row, multiplier: -1)
        }
        if activity.most < rowLower - Self.infeasibilityTolerance * lowerScale {
            return contradiction(row: row, multiplier: 1)
        }
        let lowerIsImplied = activity.least >= rowLower - Self.redundancyTolerance * lowerScale
        let upperIsImplied = activity.most <= rowUpper + Self.redundancyTolerance * upperScale
        if (lowerIsImplied && upperIsImplied) || activity.count == 0 {
            rowIsActive[row] = false
            changed = true
            return nil
        }
        if activity.count == 1 {
            rowIsActive[row] = false
            changed = true
            return tighten(
                activity.lastColumn, by: row, coefficient: activity.lastCoefficient)
        }
        if activity.least >= rowUpper - Self.redundancyTolerance * upperScale {
            force(row: row, atUpper: true)
            changed = true
        } else if activity.most <= rowLower + Self.redundancyTolerance * lowerScale {
            force(row: row, atUpper: false)
            changed = true
        }
        return nil
    }

    private func activity(of row: Int) -> Activity {
        var activity = Activity()
        for entry in rows.entries(ofColumn: row) {
            let column = rows.rowIndices[entry]
            let coefficient = rows.values[entry]
            guard columnIsActive[column] else {
                let term = coefficient * fixedValues[column]
                activity.least += term
                activity.most += term
                activity.size += abs(term)
                continue
            }
            activity.count += 1
            activity.lastColumn = column
            activity.lastCoefficient = coefficient
            let atLower = coefficient * lower[column]
            let atUpper = coefficient * upper[column]
            activity.least += min(atLower, atUpper)
            activity.most += max(atLower, atUpper)
            if atLower.isFinite { activity.size += abs(atLower) }
            if atUpper.isFinite { activity.size += abs(atUpper) }
        }
        return activity
    }

    /// Moves the limits of a row with one variable to that variable.
    private mutating func tighten(
        _ column: Int, by row: Int, coefficient: Double
    ) -> InfeasibilityRay? {
        var shift = 0.0
        for entry in rows.entries(ofColumn: row) {
            shift += rows.values[entry] * fixedValues[rows.rowIndices[entry]]
        }
        let first = (program.rowLower[row] - shift) / coefficient
        let second = (program.rowUpper[row] - shift) / coefficient
        let newLower = min(first, second)
        let newUpper = max(first, second)
        if newLower > lower[column] {
            lower[column] = newLower
            lowerSource[column] = row
        }
        if newUpper < upper[column] {
            upper[column] = newUpper
            upperSource[column] = row
        }
        steps.append(.singleton(row: row, column: column, coefficient: coefficient))

        let excess = lower[column] - upper[column]
        guard excess > 0 else { return nil }
        if excess > Self.infeasibilityTolerance * max(1, abs(lower[column]), abs(upper[column])) {
            var boundMultipliers = [Double](repeating: 0, count: program.variableCount)
            var rowMultipliers = [Double](repeating: 0, count: program.rowCount)
            stand(on: column, 1, &rowMultipliers, &boundMultipliers)
            stand(on: column, -1, &rowMultipliers, &boundMultipliers)
            return restoredRay(rowMultipliers, boundMultipliers)
        }
        if lowerSource[column] == row {
            lower[column] = upper[column]
        } else {
            upper[column] = lower[column]
        }
        return nil
    }

    /// Fixes all variables of a row at the limits that meet the row's limit.
    private mutating func force(row: Int, atUpper: Bool) {
        var columns: [Int] = []
        for entry in rows.entries(ofColumn: row) {
            let column = rows.rowIndices[entry]
            guard columnIsActive[column] else { continue }
            let takesLower = (rows.values[entry] > 0) == atUpper
            setFixed(column, at: takesLower ? lower[column] : upper[column])
            columns.append(column)
        }
        rowIsActive[row] = false
        steps.append(.forcing(row: row, atUpper: atUpper, columns: columns))
    }

    /// The proof that a row contradicts the limits of its variables.
    private func contradiction(row: Int, multiplier: Double) -> InfeasibilityRay {
        var rowMultipliers = [Double](repeating: 0, count: program.rowCount)
        var boundMultipliers = [Double](repeating: 0, count: program.variableCount)
        rowMultipliers[row] = multiplier
        for entry in rows.entries(ofColumn: row) {
            let column = rows.rowIndices[entry]
            if columnIsActive[column] {
                boundMultipliers[column] = -multiplier * rows.values[entry]
            }
        }
        return restoredRay(rowMultipliers, boundMultipliers)
    }

    /// Puts a multiplier on a variable's limit, or on the row that limit came from.
    private func stand(
        on column: Int, _ multiplier: Double, _ rowMultipliers: inout [Double],
        _ boundMultipliers: inout [Double]
    ) {
        let source = multiplier > 0 ? lowerSource[column] : upperSource[column]
        guard source >= 0 else {
            boundMultipliers[column] += multiplier
            return
        }
        for entry in rows.entries(ofColumn: source) where rows.rowIndices[entry] == column {
            rowMultipliers[source] += multiplier / rows.values[entry]
        }
    }

    private func restoredRay(
        _ rowMultipliers: [Double], _ boundMultipliers: [Double]
    ) -> InfeasibilityRay {
        var rowValues = rowMultipliers
        var boundValues = boundMultipliers
        let none = [Double](repeating: 0, count: program.variableCount)
        restoreMultipliers(gradient: none, rowDuals: &rowValues, boundDuals: &boundValues)
        return .primal(rowMultipliers: rowValues, boundMultipliers: boundValues)
    }
}
