/// A lower bound on the optimum of a convex quadratic program that holds whatever point and
/// multipliers it is made from.
///
/// For any `x` and any `y` whose signs fit the limits that exist, weak duality gives for every
/// feasible `v`: objective(v) >= constant - 1/2 x'Qx + y'(limits) + z'v with z = Qx + c - A'y. The
/// last term is bounded below by the limits of the variables, so that nothing rests on how exactly
/// a solver made `z` vanish. An allowance for rounding is subtracted.
public struct ProvenLowerBound: Sendable, Equatable {
    /// `-infinity` where a variable without a limit leaves the last term unbounded.
    public let value: Double
    /// `z`: what the bound rises by per unit that a variable is moved off the limit it rests on.
    public let reducedCosts: [Double]

    /// - Parameters:
    ///   - point: `n` values; arrays of the wrong length prove nothing.
    ///   - rowDuals: `m` values; those on limits that do not exist are taken as 0.
    ///   - lower: lower limits of the variables that are known to hold, at least the program's own.
    ///   - upper: upper limits likewise.
    public init(
        _ program: QuadraticProgram, point: [Double], rowDuals: [Double], lower: [Double],
        upper: [Double]
    ) {
        let count = program.variableCount
        guard point.count == count, rowDuals.count == program.rowCount, lower.count == count,
            upper.count == count
        else {
            value = -.infinity
            reducedCosts = []
            return
        }
        var duals = rowDuals
        var sum = program.constant
        var size = abs(program.constant)
        for row in duals.indices where duals[row] != 0 {
            let limit = duals[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            guard limit.isFinite else {
                duals[row] = 0
                continue
            }
            sum += duals[row] * limit
            size += abs(duals[row] * limit)
        }
        let curvature = program.quadratic.multiply(point)
        let matrix = program.constraints
        var costs = [Double](repeating: 0, count: count)
        for column in 0..<count {
            var cost = curvature[column] + program.linear[column]
            var costSize = abs(curvature[column]) + abs(program.linear[column])
            for entry in matrix.entries(ofColumn: column) {
                let term = matrix.values[entry] * duals[matrix.rowIndices[entry]]
                cost -= term
                costSize += abs(term)
            }
            costs[column] = cost
            let half = point[column] * curvature[column] / 2
            sum -= half
            size += abs(half)
            if cost != 0 {
                let limit = cost > 0 ? lower[column] : upper[column]
                sum += cost * limit
                let other = cost > 0 ? upper[column] : lower[column]
                size += max(abs(limit), other.isFinite ? abs(other) : 0) * costSize
            }
        }
        let bound = sum - Self.roundingAllowance * size
        value = bound.isFinite ? bound : -.infinity
        reducedCosts = costs
    }

    /// Share of the sizes of all terms that rounding may have taken.
    private static let roundingAllowance = 4 * Double.ulpOfOne
}
