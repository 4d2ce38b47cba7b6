/// A way to place draws in the unit cube.
public enum UnitSampling: String, Sendable, Hashable, CaseIterable {
    /// Independent uniform numbers.
    case random
    /// Each dimension cut into as many strata as there are draws, one draw in each (McKay, Beckman
    /// and Conover, Technometrics 21 (1979) 239-245); a random order and a random place within.
    case latinHypercube
    /// Sobol's low-discrepancy sequence with a random digital shift.
    case sobol
}

/// A sampler that cannot be made, or a draw it does not have.
public enum UnitSamplingError: Error, Sendable, Equatable {
    /// The count of dimensions is negative.
    case negativeDimensionCount(Int)
    /// The count of draws is negative.
    case negativeDrawCount(Int)
    /// The method has direction numbers for `limit` dimensions only.
    case tooManyDimensions(Int, limit: Int)
    /// The method has `limit` draws only.
    case tooManyDraws(Int, limit: Int)
    /// The number of a draw is not in 0 ..< count.
    case noSuchDraw(Int, count: Int)
    /// The library failed.
    case library(GSLError)
}
