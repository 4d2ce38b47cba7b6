/// What is wrong with a matrix of correlations; rows and columns count from 0, rows first.
public enum CorrelationProblem: Sendable, Hashable {
    /// There are not `order` x `order` values.
    case wrongCount(order: Int, count: Int)
    /// The correlation of a variable with itself is not 1.
    case diagonalNotOne(Int, Double)
    /// The two entries of a pair differ, or one is NaN.
    case notSymmetric(Int, Int, upper: Double, lower: Double)
    /// The correlation of a pair is not from -1 to 1.
    case outsideRange(Int, Int, Double)
    /// No variables can have these correlations together: a weighted sum of them would have a
    /// negative variance. Of all pairs, the correlation of this one adds most to what is negative.
    case notPositiveSemidefinite(Int, Int, Double, smallestEigenvalue: Double)
    /// The library failed.
    case library(GSLError)
}

/// A matrix that is none of correlations, with everything that is wrong with it.
public struct CorrelationMatrixError: Error, Sendable, Hashable {
    public let problems: [CorrelationProblem]

    public init(problems: [CorrelationProblem]) {
        self.problems = problems
    }
}
