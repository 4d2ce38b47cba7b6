extension OptimalityCertificate {
    /// Limits that contradict each other by less than this, relative to the sum of the sizes of their
    /// terms, count as rounded data and prove nothing.
    static let leastContradiction = 1e-11

    /// How far multipliers are from proving that a program has no feasible point.
    ///
    /// They prove it when `A'y + z = 0` while the limits they stand on add up to more than zero. What is
    /// left of `A'y + z` in a variable is charged to the limit of the variable that bounds it, its own or
    /// one that a row implies; where there is none, it counts as a violation. The result is the largest such `|A'y + z|` relative to
    /// the sum of the sizes of its terms, times the sum of the sizes of the limit terms relative to
    /// their sum: the proof would fail only for points whose terms cancel to this fraction. Sums are
    /// formed with twice the usual digits. Infinity is no proof.
    ///
    /// - Parameters:
    ///   - rowMultipliers: `m` values; positive on a lower, negative on an upper row limit.
    ///   - boundMultipliers: `n` values for the limits of variables.
    public static func primalRayViolation(
        of program: QuadraticProgram, rowMultipliers: [Double], boundMultipliers: [Double]
    ) -> Double {
        guard rowMultipliers.count == program.rowLower.count,
            boundMultipliers.count == program.linear.count
        else { return .infinity }
        var value = ExactSum()
        var size = 0.0
        func stand(_ multiplier: Double, _ lower: Double, _ upper: Double) {
            guard multiplier != 0 else { return }
            let limit = multiplier > 0 ? lower : upper
            value.add(multiplier, limit)
            size += abs(multiplier * limit)
        }
        for row in rowMultipliers.indices {
            stand(rowMultipliers[row], program.rowLower[row], program.rowUpper[row])
        }
        var worst = 0.0
        let reach = ReachOfVariables(program)
        let matrix = program.constraints
        for column in boundMultipliers.indices {
            let lower = program.variableLower[column]
            let upper = program.variableUpper[column]
            stand(boundMultipliers[column], lower, upper)
            var sum = ExactSum()
            sum.add(boundMultipliers[column], 1)
            var sizes = abs(boundMultipliers[column])
            for place in matrix.columnStarts[column]..<matrix.columnStarts[column + 1] {
                let multiplier = rowMultipliers[matrix.rowIndices[place]]
                guard multiplier != 0 else { continue }
                sum.add(matrix.values[place], multiplier)
                sizes += abs(matrix.values[place] * multiplier)
            }
            guard sizes.isFinite else { return .infinity }
            let rest = sum.value
            let farthest = rest > 0 ? reach.upper[column] : reach.lower[column]
            if rest != 0, farthest.isFinite {
                stand(-rest, farthest, farthest)
            } else if rest != 0 {
                worst = max(worst, abs(rest) / sizes)
            }
        }
        let contradiction = value.value
        guard size.isFinite, contradiction > leastContradiction * size else { return .infinity }
        return max(worst, Double.ulpOfOne * Double.ulpOfOne) * size / contradiction
    }

    /// How far a direction is from proving that a program has no lower bound on its objective.
    ///
    /// It proves it, if any point is feasible, when it has no curvature, keeps every limit however far
    /// one goes, and the objective falls along it. The result is the largest wrong change of a row or
    /// gradient relative to the sum of the sizes of its terms, times the sum of the sizes of the cost
    /// terms relative to the fall. Rounding of the sums counts, so the result is never quite 0;
    /// infinity is no proof.
    ///
    /// - Parameter direction: `n` values.
    public static func dualRayViolation(
        of program: QuadraticProgram, direction: [Double]
    ) -> Double {
        guard direction.count == program.linear.count else { return .infinity }
        var change = [Double](repeating: 0, count: program.rowLower.count)
        var changeSize = change
        var gradient = [Double](repeating: 0, count: direction.count)
        var gradientSize = gradient
        var fall = 0.0
        var fallSize = 0.0
        var terms = 0.0
        let rows = program.constraints
        let square = program.quadratic
        for column in direction.indices {
            let step = direction[column]
            guard step.isFinite else { return .infinity }
            if step < 0, program.variableLower[column].isFinite { return .infinity }
            if step > 0, program.variableUpper[column].isFinite { return .infinity }
            fall -= program.linear[column] * step
            fallSize += abs(program.linear[column] * step)
            if step != 0 { terms += 1 }
            for place in rows.columnStarts[column]..<rows.columnStarts[column + 1] {
                change[rows.rowIndices[place]] += rows.values[place] * step
                changeSize[rows.rowIndices[place]] += abs(rows.values[place] * step)
            }
            for place in square.columnStarts[column]..<square.columnStarts[column + 1] {
                gradient[square.rowIndices[place]] += square.values[place] * step
                gradientSize[square.rowIndices[place]] += abs(square.values[place] * step)
            }
        }
        var worst = 0.0
        for column in gradient.indices where gradientSize[column] > 0 {
            worst = max(worst, abs(gradient[column]) / gradientSize[column])
        }
        for row in change.indices where changeSize[row] > 0 {
            let forbidden =
                (change[row] < 0 && program.rowLower[row].isFinite)
                || (change[row] > 0 && program.rowUpper[row].isFinite)
            if forbidden { worst = max(worst, abs(change[row]) / changeSize[row]) }
        }
        guard fall > 0, fallSize.isFinite else { return .infinity }
        return max(worst, terms * Double.ulpOfOne) * fallSize / fall
    }
}

/// A sum of products that carries the rounding of each step along.
private struct ExactSum {
    private var sum = 0.0
    private var rest = 0.0

    var value: Double { sum + rest }

    mutating func add(_ left: Double, _ right: Double) {
        let product = left * right
        let missing = (-product).addingProduct(left, right)
        let total = sum + product
        let moved = total - sum
        rest += (sum - (total - moved)) + (product - moved) + missing
        sum = total
    }
}
