/// Quantiles of numbers in ascending order.
enum SampleQuantile {
    /// Linear between the order statistics, at probabilities (i - 1) / (n - 1): type 7 of Hyndman and
    /// Fan (1996). NaN without numbers and for a probability outside 0 to 1.
    static func linear(_ probability: Double, ofSorted sorted: [Double]) -> Double {
        guard probability >= 0, probability <= 1, let last = sorted.last else { return .nan }
        let place = Double(sorted.count - 1) * probability
        let index = Int(place)
        guard index < sorted.count - 1 else { return last }
        let lower = sorted[index]
        let upper = sorted[index + 1]
        let share = place - Double(index)
        if share == 0 || lower == upper { return lower }
        // From the nearer neighbour, so that the ends are met exactly and order is kept.
        return share < 0.5
            ? lower + (upper - lower) * share : upper - (upper - lower) * (1 - share)
    }
}

/// The two ends of an interval, as numbers that may be NaN when there is no such interval.
public struct ConfidenceInterval: Sendable, Hashable {
    public var lower: Double
    public var upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

/// What a sample of one variable says: exact quantiles, mean, deviation, and how sure they are.
///
/// NaN stands for a missing number; it is counted and left out. Infinite numbers are numbers. Sums
/// run in the order of the sample.
public struct SampleSummary: Sendable {
    /// How many numbers are there, without the missing.
    public let count: Int
    /// How many are missing.
    public let missingCount: Int
    /// The mean; NaN without numbers.
    public let mean: Double
    /// The standard deviation with divisor n - 1; NaN with fewer than two numbers.
    public let standardDeviation: Double
    private let sorted: [Double]

    /// Summarises a sample; pass it on without a copy and no memory is taken.
    public init(_ sample: consuming [Double]) {
        var numbers = sample
        let total = numbers.count
        numbers.removeAll(where: \.isNaN)
        count = numbers.count
        missingCount = total - numbers.count
        let mean = CompensatedSum.of(numbers) / Double(numbers.count)
        self.mean = mean
        if numbers.count > 1 {
            // The second term takes back what rounding of the mean did to the first.
            var squares = CompensatedSum()
            var rest = CompensatedSum()
            for number in numbers {
                squares.add((number - mean) * (number - mean))
                rest.add(number - mean)
            }
            let size = Double(numbers.count)
            let sum = squares.value - rest.value * rest.value / size
            standardDeviation = sum.isNaN ? .nan : (max(sum, 0) / (size - 1)).squareRoot()
        } else {
            standardDeviation = .nan
        }
        numbers.sort()
        sorted = numbers
    }

    /// The smallest number; NaN without numbers.
    public var minimum: Double { sorted.first ?? .nan }
    /// The largest number; NaN without numbers.
    public var maximum: Double { sorted.last ?? .nan }

    /// The standard error of the mean of independent draws. Of a Latin hypercube or a Sobol
    /// sequence the mean is better than this says.
    public var standardErrorOfMean: Double { standardDeviation / Double(count).squareRoot() }

    /// The value up to which lies the share `probability` of the sample: type 7 of Hyndman and Fan
    /// (1996), linear between order statistics. NaN without numbers and outside 0 to 1.
    public func quantile(_ probability: Double) -> Double {
        SampleQuantile.linear(probability, ofSorted: sorted)
    }

    /// An interval between two order statistics that holds the quantile of the population with at
    /// least the confidence, whatever the distribution, for independent draws.
    ///
    /// The count of draws below the quantile is binomial; each side is left out with at most half of
    /// what the confidence leaves (Conover, "Practical Nonparametric Statistics", section 3.2).
    ///
    /// - Parameters:
    ///   - probability: of the quantile, between 0 and 1.
    ///   - confidence: between 0 and 1.
    /// - Returns: nil when the sample is too small for such an interval, or a parameter is outside.
    public func quantileInterval(
        _ probability: Double, confidence: Double
    ) -> ConfidenceInterval? {
        guard probability > 0, probability < 1, confidence > 0, confidence < 1, count > 0 else {
            return nil
        }
        let tail = (1 - confidence) / 2
        func mass(upTo successes: Int) -> Double {
            BinomialDistribution.cumulative(successes, trials: count, probability: probability)
        }
        // Smallest counts whose mass passes the limits; of 0 ... count, where the mass is 1.
        let firstAboveTail = firstCount { mass(upTo: $0) > tail }
        let firstReaching = firstCount { mass(upTo: $0) >= 1 - tail }
        guard firstAboveTail >= 1, firstReaching < count else { return nil }
        return ConfidenceInterval(lower: sorted[firstAboveTail - 1], upper: sorted[firstReaching])
    }

    private func firstCount(_ isReached: (Int) -> Bool) -> Int {
        var lower = 0
        var upper = count
        while lower < upper {
            let middle = (lower + upper) / 2
            if isReached(middle) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}
