internal import CGSL

/// The standard normal distribution.
public enum NormalDistribution {
    /// The probability of a value up to `value`; 0 and 1 at the infinities, NaN for NaN.
    public static func cumulative(_ value: Double) -> Double {
        gsl_cdf_ugaussian_P(value)
    }

    /// The value up to which lies the probability `probability`.
    ///
    /// - Parameter probability: from 0 to 1, where the infinities are; NaN for any other.
    public static func quantile(_ probability: Double) -> Double {
        guard probability >= 0, probability <= 1 else { return .nan }
        return gsl_cdf_ugaussian_Pinv(probability)
    }
}

/// The lognormal distribution, by the mean and the coefficient of variation of the variable itself.
enum LognormalDistribution {
    /// The value up to which lies the probability `probability`, from 0 to 1.
    static func quantile(
        _ probability: Double, mean: Double, coefficientOfVariation: Double
    ) -> Double {
        // Without deviation, an infinite end times 0 must not become NaN.
        if coefficientOfVariation == 0 { return mean }
        let logVariance = log1p(coefficientOfVariation * coefficientOfVariation)
        let normal = NormalDistribution.quantile(probability)
        return mean * exp(logVariance.squareRoot() * normal - logVariance / 2)
    }
}

/// The beta distribution on (0, 1).
enum BetaDistribution {
    /// The error, relative to the smaller of the probability and its rest, up to which the library's
    /// inverse is taken.
    static let inverseTolerance = 1e-10

    /// The value up to which lies the probability `probability`, from 0 to 1.
    ///
    /// The library's inverse gives up for many skewed shapes, for example alpha 0.3 and beta 0.05 at
    /// one half; its cumulative function does not. So the inverse is checked and, where it is none,
    /// found by bisection.
    static func quantile(_ probability: Double, alpha: Double, beta: Double) -> Double {
        GSLRuntime.start()
        guard probability >= 0, probability <= 1, alpha > 0, beta > 0 else { return .nan }
        if probability == 0 { return 0 }
        if probability == 1 { return 1 }
        let value = gsl_cdf_beta_Pinv(probability, alpha, beta)
        let error = abs(gsl_cdf_beta_P(value, alpha, beta) - probability)
        if error <= inverseTolerance * min(probability, 1 - probability) { return value }
        // Towards 0 numbers lie dense, towards 1 they do not: the half with the value is searched
        // from its outer end.
        if gsl_cdf_beta_P(0.5, alpha, beta) >= probability {
            return firstNumber { gsl_cdf_beta_P($0, alpha, beta) >= probability }
        }
        return 1 - firstNumber { gsl_cdf_beta_Q(1 - $0, alpha, beta) >= 1 - probability }
    }

    /// The smallest number from 0 to 0.5 with a property that all above it have too.
    ///
    /// Positive numbers are in the order of their bit patterns, so at most 62 steps are needed.
    private static func firstNumber(_ isReached: (Double) -> Bool) -> Double {
        var lower: UInt64 = 0
        var upper = (0.5).bitPattern
        while upper - lower > 1 {
            let middle = lower + (upper - lower) / 2
            if isReached(Double(bitPattern: middle)) { upper = middle } else { lower = middle }
        }
        return Double(bitPattern: upper)
    }
}

/// The binomial distribution.
enum BinomialDistribution {
    /// The probability of at most `count` successes in `trials`.
    static func cumulative(_ count: Int, trials: Int, probability: Double) -> Double {
        GSLRuntime.start()
        guard count >= 0 else { return 0 }
        guard count < trials else { return 1 }
        // P(at most k of n) is a beta integral; the library's own function takes 32-bit counts only.
        return gsl_cdf_beta_Q(probability, Double(count) + 1, Double(trials - count))
    }
}
