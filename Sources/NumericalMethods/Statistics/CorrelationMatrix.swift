/// A matrix of correlations that passed every check, with a factor that makes independent normal
/// numbers correlated.
public struct CorrelationMatrix: Sendable, Hashable {
    /// The smallest eigenvalue that still counts as 0: eigenvalues are known up to rounding.
    public static let eigenvalueTolerance = 1e-10
    /// How far two entries that should be equal may differ.
    public static let entryTolerance = 1e-12
    /// The smallest remaining variance at which variables are taken in their own order. Below it the
    /// matrix is nearly singular, and they are taken by the largest remaining variance.
    static let safePivot = 1e-6

    /// The number of variables.
    public let order: Int
    /// The correlations, `order` x `order`, row by row.
    public let values: [Double]
    /// `order` x `order` values F, row by row, with F Fᵀ equal to the correlations. Unless the matrix
    /// is singular or nearly so, F is the lower triangle of Cholesky: the first variables then do
    /// not depend on how many follow.
    public let factor: [Double]

    /// Checks and factorises a matrix; singular ones, such as all ones, are good.
    ///
    /// - Parameters:
    ///   - order: the number of variables; 0 is an empty matrix.
    ///   - values: `order` x `order` correlations, row by row.
    /// - Throws: ``CorrelationMatrixError`` with every problem.
    public init(order: Int, values: [Double]) throws(CorrelationMatrixError) {
        let problems = Self.problems(order: order, values: values)
        guard problems.isEmpty else { throw CorrelationMatrixError(problems: problems) }
        self.order = order
        self.values = values
        factor =
            Self.factor(values, order, inOwnOrder: true)
            ?? Self.factor(values, order, inOwnOrder: false) ?? []
    }

    /// Everything that is wrong with a matrix; whether it is positive semidefinite is asked only when
    /// nothing else is wrong.
    public static func problems(order: Int, values: [Double]) -> [CorrelationProblem] {
        guard order >= 0, order.multipliedReportingOverflow(by: order).overflow == false,
            values.count == order * order
        else { return [.wrongCount(order: order, count: values.count)] }
        var found: [CorrelationProblem] = []
        for row in 0..<order {
            let own = values[row * order + row]
            if !(abs(own - 1) <= entryTolerance) { found.append(.diagonalNotOne(row, own)) }
            for column in (row + 1)..<max(order, row + 1) {
                let upper = values[row * order + column]
                let lower = values[column * order + row]
                if !(abs(upper - lower) <= entryTolerance) {
                    found.append(.notSymmetric(row, column, upper: upper, lower: lower))
                } else if !(abs(upper) <= 1) {
                    found.append(.outsideRange(row, column, upper))
                }
            }
        }
        if found.isEmpty, order > 1 { return problemsOfSign(order, values) }
        return found
    }

    private static func problemsOfSign(_ order: Int, _ values: [Double]) -> [CorrelationProblem] {
        let smallest: (value: Double, vector: [Double])
        do {
            smallest = try SymmetricEigenvectors.smallest(of: values, order: order)
        } catch {
            return [.library(error)]
        }
        if smallest.value >= -eigenvalueTolerance { return [] }
        // The form vᵀ R v is the eigenvalue; its diagonal part is 1, so that pairs make it negative.
        // Of equal contributions the first pair is named: rounding must not choose.
        var worst = (row: 0, column: 1, part: Double.infinity)
        for row in 0..<order {
            for column in (row + 1)..<max(order, row + 1) {
                let part =
                    2 * values[row * order + column] * smallest.vector[row]
                    * smallest.vector[column]
                if part < worst.part - 1e-9 { worst = (row, column, part) }
            }
        }
        let correlation = values[worst.row * order + worst.column]
        return [
            .notPositiveSemidefinite(
                worst.row, worst.column, correlation, smallestEigenvalue: smallest.value)
        ]
    }

    /// The factor by Cholesky's method; nil in the variables' own order when a pivot is too small.
    private static func factor(
        _ values: [Double], _ order: Int, inOwnOrder: Bool
    ) -> [Double]? {
        var factor = [Double](repeating: 0, count: order * order)
        var remaining = [Double](repeating: 1, count: order)
        var isTaken = [Bool](repeating: false, count: order)
        for step in 0..<order {
            var pivot = step
            if inOwnOrder {
                if remaining[pivot] < safePivot { return nil }
            } else {
                let open = (0..<order).filter { !isTaken[$0] }
                pivot = open.max { remaining[$0] < remaining[$1] } ?? step
                // What is left is below what the eigenvalues tell from 0.
                if remaining[pivot] <= eigenvalueTolerance { break }
            }
            isTaken[pivot] = true
            let root = remaining[pivot].squareRoot()
            factor[pivot * order + step] = root
            remaining[pivot] = 0
            for row in 0..<order where !isTaken[row] {
                var entry = values[row * order + pivot]
                for column in 0..<step {
                    entry -= factor[row * order + column] * factor[pivot * order + column]
                }
                let share = entry / root
                factor[row * order + step] = share
                remaining[row] -= share * share
            }
        }
        return factor
    }
}

extension CorrelationMatrix {
    /// Makes independent standard normal numbers correlated, in place.
    ///
    /// - Parameters:
    ///   - numbers: `order` of them from `offset` on are replaced; the others stay.
    ///   - offset: nothing happens when the numbers do not reach that far.
    public func correlateNormal(_ numbers: inout [Double], from offset: Int = 0) {
        guard order > 0, offset >= 0, offset <= numbers.count - order else { return }
        let independent = Array(numbers[offset..<(offset + order)])
        for row in 0..<order {
            var sum = 0.0
            for column in 0..<order { sum += factor[row * order + column] * independent[column] }
            numbers[offset + row] = sum
        }
    }

    /// Makes independent uniform numbers correlated by a Gaussian copula, in place: each stays
    /// uniform, strictly inside (0, 1), and their normal scores have these correlations.
    ///
    /// - Parameters:
    ///   - numbers: `order` of them from `offset` on, each strictly inside (0, 1), are replaced.
    ///   - offset: nothing happens when the numbers do not reach that far.
    public func correlateUniform(_ numbers: inout [Double], from offset: Int = 0) {
        guard order > 0, offset >= 0, offset <= numbers.count - order else { return }
        let range = offset..<(offset + order)
        for index in range { numbers[index] = NormalDistribution.quantile(numbers[index]) }
        correlateNormal(&numbers, from: offset)
        for index in range {
            let probability = NormalDistribution.cumulative(numbers[index])
            numbers[index] = min(max(probability, 0x1p-53), 1 - 0x1p-53)
        }
    }
}
