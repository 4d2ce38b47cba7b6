/// Why sensitivity indices cannot be estimated.
public enum SensitivityFailure: Error, Sendable, Equatable {
    /// The count of results is not the base draws times the groups and two.
    case wrongCount(results: Int, groups: Int)
    /// The count of inputs is not the draws times the inputs.
    case wrongInputCount(values: Int, draws: Int, inputs: Int)
    /// There are no groups or inputs.
    case noGroups
    /// A group names an input that does not exist, or none.
    case badGroup(Int)
    /// The confidence is not between 0 and 1.
    case badConfidence(Double)
    /// The resamples are not 2 or more.
    case badResamples(Int)
    /// The conditioning intervals are not 1 or more.
    case badIntervals(Int)
    /// Too few draws have all their numbers.
    case tooFewDraws(usable: Int, needed: Int)
}
