extension Distribution {
    /// The mean; NaN for a distribution with problems.
    public var mean: Double {
        guard problems().isEmpty else { return .nan }
        switch self {
        case .normal(let mean, _), .lognormal(let mean, _): return mean
        case .triangular(let low, let mode, let high): return low / 3 + mode / 3 + high / 3
        case .uniform(let low, let high): return low / 2 + high / 2
        case .beta(let alpha, let beta, let low, let high):
            return low + (high - low) * (alpha / (alpha + beta))
        case .discrete(let values, let weights): return Self.weightedMean(values, weights)
        case .empirical(let sample): return Self.meanBetweenOrderStatistics(sample)
        }
    }

    /// The standard deviation; NaN for a distribution with problems.
    ///
    /// That of ``empirical(sample:)`` is the one of the distribution that is drawn from, which is
    /// continuous between the sample's numbers: it differs from the sample's own, and so does the
    /// mean, by a share of the order of one over the sample's size.
    public var standardDeviation: Double {
        guard problems().isEmpty else { return .nan }
        switch self {
        case .normal(_, let deviation): return deviation
        case .lognormal(let mean, let variation): return mean * variation
        case .triangular(let low, let mode, let high):
            let left = mode - low
            let right = high - mode
            return ((left * left + left * right + right * right) / 18).squareRoot()
        case .uniform(let low, let high): return (high - low) / (12.0).squareRoot()
        case .beta(let alpha, let beta, let low, let high):
            let sum = alpha + beta
            return (high - low) * (alpha / sum * (beta / sum) / (sum + 1)).squareRoot()
        case .discrete(let values, let weights):
            let mean = Self.weightedMean(values, weights)
            let squares = values.map { ($0 - mean) * ($0 - mean) }
            return Self.weightedMean(squares, weights).squareRoot()
        case .empirical(let sample): return Self.deviationBetweenOrderStatistics(sample)
        }
    }

    private static func weightedMean(_ values: [Double], _ weights: [Double]) -> Double {
        CompensatedSum.of(zip(values, weights).lazy.map { $0 * $1 }) / CompensatedSum.of(weights)
    }

    private static func meanBetweenOrderStatistics(_ sample: [Double]) -> Double {
        guard sample.count > 1 else { return sample.first ?? .nan }
        let middles = zip(sample, sample.dropFirst()).lazy.map { $0 / 2 + $1 / 2 }
        return CompensatedSum.of(middles) / Double(sample.count - 1)
    }

    private static func deviationBetweenOrderStatistics(_ sample: [Double]) -> Double {
        guard sample.count > 1 else { return 0 }
        let mean = meanBetweenOrderStatistics(sample)
        // The mean square of a line from a to b is (a² + a b + b²) / 3.
        let squares = zip(sample, sample.dropFirst()).lazy.map { lower, upper in
            let left = lower - mean
            let right = upper - mean
            return (left * left + left * right + right * right) / 3
        }
        return (CompensatedSum.of(squares) / Double(sample.count - 1)).squareRoot()
    }
}
