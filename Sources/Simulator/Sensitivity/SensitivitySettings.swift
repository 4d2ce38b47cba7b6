internal import NumericalMethods

/// How it is found out which inputs decide.
public enum SensitivityMethod: String, Sendable, Hashable, CaseIterable {
    /// Shares of the variance, by a design made for them.
    case sobol
    /// Distances between distributions, from the draws of an ordinary ensemble.
    case pawn
}

public struct SensitivitySettings: Sendable {
    public var method: SensitivityMethod
    /// Base draws of Sobol's design, futures of PAWN.
    public var draws: Int
    public var seed: UInt64
    /// Nil for the best there is: see `sampling(factors:)`.
    public var sampling: EnsembleSampling?
    public var treatment: EnsembleTreatment
    /// Calendar year of the yearly results; nil for the last.
    public var year: Int?
    public var threads: Int

    /// Fewest and most groups of a Sobol design: with one there is nothing to compare, and each
    /// costs an evaluation for every base draw.
    public static let groupRange = 2...20
    /// The most evaluations of a study.
    public static let evaluationLimit = 1_000_000
    /// The most numbers of inputs that PAWN holds in memory, draws x factors.
    public static let inputLimit = 50_000_000
    /// How often draws are drawn anew for the confidence intervals.
    public static let resamples = 100
    /// Of the intervals.
    public static let confidence = 0.95
    /// Intervals into which PAWN cuts the range of an input.
    public static let pawnIntervals = 10
    /// The most of the draws that may be lost before nothing is said.
    public static let lostShare = 0.5

    public init(
        method: SensitivityMethod, draws: Int, seed: UInt64 = EnsembleSettings.standardSeed,
        sampling: EnsembleSampling? = nil, treatment: EnsembleTreatment = .anew,
        year: Int? = nil, threads: Int = 1
    ) {
        self.method = method
        self.draws = draws
        self.seed = seed
        self.sampling = sampling
        self.treatment = treatment
        self.year = year
        self.threads = threads
    }

    /// As asked for; else, for Sobol's design, Sobol's sequence as far as its dimensions reach in
    /// twice the factors and a Latin hypercube beyond, and for PAWN what an ensemble takes.
    func sampling(factors: Int) -> EnsembleSampling {
        if let sampling { return sampling }
        switch method {
        case .pawn: return .random
        case .sobol:
            let fits = SaltelliDesign.preferredMethod(dimensionCount: factors) == .sobol
            return fits ? .sobol : .latinHypercube
        }
    }
}
