/// A distribution of one number, given by its parameters.
///
/// Anything may be put into it; ``problems()`` says what is wrong with it. With problems, its
/// functions give NaN or a meaningless number, but never trap.
public enum Distribution: Sendable, Hashable {
    /// Normal; a deviation of 0 is a constant.
    case normal(mean: Double, standardDeviation: Double)
    /// The logarithm is normal. The parameters are those of the variable itself: its mean, above 0,
    /// and its standard deviation over its mean. With coefficient of variation c the logarithm's
    /// variance is ln(1 + c²) and its mean ln(mean) - ln(1 + c²) / 2.
    case lognormal(mean: Double, coefficientOfVariation: Double)
    /// Density rising in a line from `low` to `mode` and falling to `high`; either side may be
    /// missing, and all three equal are a constant.
    case triangular(low: Double, mode: Double, high: Double)
    /// The same density everywhere between two ends, which may be equal.
    case uniform(low: Double, high: Double)
    /// Beta with shapes `alpha` and `beta`, stretched from (0, 1) to (`low`, `high`).
    case beta(alpha: Double, beta: Double, low: Double, high: Double)
    /// Some values, in ascending order, with weights that need not sum to 1; see
    /// ``discrete(of:weights:)`` for values in any order.
    case discrete(values: [Double], weights: [Double])
    /// Between the numbers of a sample, in ascending order; see ``empirical(of:)`` for any order.
    /// The quantile function is linear between the order statistics, at probabilities (i - 1) /
    /// (n - 1): type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
    /// Statistician 50 (1996) 361-365. Nothing lies outside the sample's range.
    case empirical(sample: [Double])

    /// Values in any order, with as many weights.
    public static func discrete(of values: [Double], weights: [Double]) -> Distribution {
        guard values.count == weights.count, values.allSatisfy({ !$0.isNaN }) else {
            return .discrete(values: values, weights: weights)
        }
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        return .discrete(values: order.map { values[$0] }, weights: order.map { weights[$0] })
    }

    /// A sample in any order.
    public static func empirical(of sample: [Double]) -> Distribution {
        guard sample.allSatisfy({ !$0.isNaN }) else { return .empirical(sample: sample) }
        return .empirical(sample: sample.sorted())
    }

    /// The smallest value up to which lies at least the probability `probability`.
    ///
    /// - Parameter probability: from 0 to 1, where the ends of the distribution are (of the normal
    ///   and the lognormal, infinite ends and 0); NaN for any other.
    public func quantile(_ probability: Double) -> Double {
        guard probability >= 0, probability <= 1 else { return .nan }
        switch self {
        case .normal(let mean, let deviation):
            // Without deviation, an infinite end times 0 must not become NaN.
            if deviation == 0 { return mean }
            return mean + deviation * NormalDistribution.quantile(probability)
        case .lognormal(let mean, let variation):
            return LognormalDistribution.quantile(
                probability, mean: mean, coefficientOfVariation: variation)
        case .triangular(let low, let mode, let high):
            return Self.triangularQuantile(probability, low, mode, high)
        case .uniform(let low, let high):
            return Self.stretched(probability, low, high)
        case .beta(let alpha, let beta, let low, let high):
            let share = BetaDistribution.quantile(probability, alpha: alpha, beta: beta)
            return Self.stretched(share, low, high)
        case .discrete(let values, let weights):
            return Self.discreteQuantile(probability, values, weights)
        case .empirical(let sample):
            return SampleQuantile.linear(probability, ofSorted: sample)
        }
    }

    private static func stretched(_ share: Double, _ low: Double, _ high: Double) -> Double {
        if low == high { return low }
        // Rounding must not carry a value beyond its end.
        return min(low + share * (high - low), high)
    }

    private static func triangularQuantile(
        _ probability: Double, _ low: Double, _ mode: Double, _ high: Double
    ) -> Double {
        let width = high - low
        guard width > 0 else { return width == 0 ? low : .nan }
        let rising = (mode - low) / width
        if probability <= rising {
            return min(low + width * (probability * rising).squareRoot(), mode)
        }
        return max(high - width * ((1 - probability) * (1 - rising)).squareRoot(), mode)
    }

    private static func discreteQuantile(
        _ probability: Double, _ values: [Double], _ weights: [Double]
    ) -> Double {
        guard values.count == weights.count else { return .nan }
        let total = CompensatedSum.of(weights)
        guard total > 0 else { return .nan }
        var sum = CompensatedSum()
        var largest = Double.nan
        for (value, weight) in zip(values, weights) where weight > 0 {
            sum.add(weight)
            largest = value
            if sum.value >= probability * total { return value }
        }
        return largest
    }
}
