/// A convex quadratic program with ranges on rows and variables.
///
/// Minimise `1/2 x'Qx + c'x + constant` subject to `rowLower <= A x <= rowUpper` and
/// `variableLower <= x <= variableUpper`. Bounds may be infinite; an equality has equal bounds.
/// With `n` variables and `m` rows, `Q` is `n` x `n` and `A` is `m` x `n`.
public struct QuadraticProgram: Sendable, Equatable {
    /// `Q`: symmetric, both triangles stored, positive semidefinite.
    public var quadratic: SparseMatrix
    /// `c`: `n` values.
    public var linear: [Double]
    /// Added to the objective; changes no decision.
    public var constant: Double
    /// `A`: `m` rows, `n` columns.
    public var constraints: SparseMatrix
    /// `m` values, `-infinity` where there is no lower limit.
    public var rowLower: [Double]
    /// `m` values, `+infinity` where there is no upper limit.
    public var rowUpper: [Double]
    /// `n` values, `-infinity` where there is no lower limit.
    public var variableLower: [Double]
    /// `n` values, `+infinity` where there is no upper limit.
    public var variableUpper: [Double]

    /// Builds and checks a program.
    ///
    /// - Throws: ``QuadraticProgramError`` for dimensions that do not fit, values that are not
    ///   numbers, a lower bound above its upper bound, or a `Q` that is not symmetric.
    public init(
        quadratic: SparseMatrix, linear: [Double], constant: Double = 0,
        constraints: SparseMatrix, rowLower: [Double], rowUpper: [Double],
        variableLower: [Double], variableUpper: [Double]
    ) throws(QuadraticProgramError) {
        self.quadratic = quadratic
        self.linear = linear
        self.constant = constant
        self.constraints = constraints
        self.rowLower = rowLower
        self.rowUpper = rowUpper
        self.variableLower = variableLower
        self.variableUpper = variableUpper
        try validate()
    }

    /// The number of variables.
    public var variableCount: Int { linear.count }
    /// The number of rows.
    public var rowCount: Int { constraints.rowCount }

    /// Repeats the checks of the initialiser, for a program that was changed since.
    public func validate() throws(QuadraticProgramError) {
        let count = linear.count
        try Self.check(quadratic.columnCount, count, "columns of the quadratic matrix")
        try Self.check(quadratic.rowCount, count, "rows of the quadratic matrix")
        try Self.check(constraints.columnCount, count, "columns of the constraints")
        try Self.check(rowLower.count, rowCount, "lower row limits")
        try Self.check(rowUpper.count, rowCount, "upper row limits")
        try Self.check(variableLower.count, count, "lower variable limits")
        try Self.check(variableUpper.count, count, "upper variable limits")
        guard constant.isFinite else { throw .notFinite(what: "constant", index: 0) }
        try Self.checkFinite(linear, "linear cost")
        try Self.checkFinite(quadratic.values, "quadratic entry")
        try Self.checkFinite(constraints.values, "constraint entry")
        try Self.checkBounds(rowLower, rowUpper, "row")
        try Self.checkBounds(variableLower, variableUpper, "variable")
        try checkSymmetry()
    }

    /// The objective at a point of `variableCount` values.
    public func objective(at point: [Double]) -> Double {
        let product = quadratic.multiply(point)
        var sum = constant
        for index in point.indices {
            sum += point[index] * (linear[index] + product[index] / 2)
        }
        return sum
    }

    private func checkSymmetry() throws(QuadraticProgramError) {
        let other = quadratic.transposed()
        guard other.columnStarts == quadratic.columnStarts,
            other.rowIndices == quadratic.rowIndices
        else { throw .notSymmetric }
        for place in quadratic.values.indices {
            let difference = abs(quadratic.values[place] - other.values[place])
            guard difference <= 1e-12 * abs(quadratic.values[place]) else { throw .notSymmetric }
        }
    }

    private static func check(
        _ found: Int, _ expected: Int, _ what: String
    ) throws(QuadraticProgramError) {
        guard found == expected else {
            throw .dimension(what: what, expected: expected, found: found)
        }
    }

    private static func checkFinite(
        _ values: [Double], _ what: String
    ) throws(QuadraticProgramError) {
        if let index = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(what: what, index: index)
        }
    }

    private static func checkBounds(
        _ lower: [Double], _ upper: [Double], _ what: String
    ) throws(QuadraticProgramError) {
        for index in lower.indices {
            guard !lower[index].isNaN, !upper[index].isNaN, lower[index] < .infinity,
                upper[index] > -.infinity
            else { throw .notFinite(what: "\(what) limit", index: index) }
            guard lower[index] <= upper[index] else {
                throw .crossedBounds(
                    what: what, index: index, lower: lower[index], upper: upper[index])
            }
        }
    }
}
