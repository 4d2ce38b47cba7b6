internal import NumericalMethods

/// How futures are placed.
public enum EnsembleSampling: String, Sendable, Hashable, CaseIterable, Codable {
    case random
    case latinHypercube = "latin-hypercube"
    case sobol

    var method: UnitSampling {
        switch self {
        case .random: .random
        case .latinHypercube: .latinHypercube
        case .sobol: .sobol
        }
    }
}

/// What is done in each future.
public enum EnsembleTreatment: String, Sendable, Hashable, CaseIterable, Codable {
    /// Planned anew, knowing the future.
    case anew
    /// Today's plan moves what it moves; purchases follow the merit order.
    case today
    /// No plan: purchases follow the merit order.
    case none
}

/// The part of the draws that one process does: every `count`-th, from `index` on.
public struct EnsembleShard: Sendable, Hashable, Codable {
    /// From 1 to `count`.
    public let index: Int
    public let count: Int

    public static let whole = EnsembleShard(index: 1, count: 1)
    public static let limit = 9999

    /// - Returns: nil unless the index is from 1 to the count.
    public init?(_ index: Int, of count: Int) {
        guard count >= 1, count <= Self.limit, (1...count).contains(index) else { return nil }
        self.init(index: index, count: count)
    }

    private init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Draws of this shard among so many.
    public func size(of draws: Int) -> Int { (draws - index + count) / count }

    /// The draw at a place of the shard, from 0.
    public func draw(at place: Int) -> Int { index - 1 + place * count }

    /// `part-0001-of-0008.draws`.
    public var fileName: String {
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
        return "part-\(padded(index))-of-\(padded(count)).draws"
    }
}

public struct EnsembleSettings: Sendable {
    public var draws: Int
    public var seed: UInt64
    public var sampling: EnsembleSampling
    public var treatment: EnsembleTreatment
    public var threads: Int

    /// The most draws of an ensemble.
    public static let drawLimit = 1_000_000
    /// A future's range in an ensemble without one.
    public static let standardSeed: UInt64 = 1

    public init(
        draws: Int, seed: UInt64 = Self.standardSeed, sampling: EnsembleSampling = .random,
        treatment: EnsembleTreatment = .anew, threads: Int = 1
    ) {
        self.draws = draws
        self.seed = seed
        self.sampling = sampling
        self.treatment = treatment
        self.threads = threads
    }
}
