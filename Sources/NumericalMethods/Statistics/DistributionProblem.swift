/// What is wrong with the parameters of a ``Distribution``.
public enum DistributionProblem: Sendable, Hashable {
    /// A parameter of a distribution; the raw value is its English name.
    public enum Parameter: String, Sendable, Hashable, CaseIterable {
        case mean
        case standardDeviation
        case coefficientOfVariation
        case low
        case mode
        case high
        case alpha
        case beta
    }

    /// A parameter is infinite or NaN.
    case parameterNotFinite(Parameter, Double)
    /// The value or number of a sample at this index (from 0) is infinite or NaN.
    case valueNotFinite(index: Int, Double)
    /// The weight at this index (from 0) is infinite or NaN.
    case weightNotFinite(index: Int, Double)
    /// A parameter that may be 0 is negative.
    case negative(Parameter, Double)
    /// A parameter that must be above 0 is not.
    case notPositive(Parameter, Double)
    /// The lower end lies above the upper.
    case lowOverHigh(low: Double, high: Double)
    /// The mode lies outside the ends.
    case modeOutside(low: Double, mode: Double, high: Double)
    /// The distance of the ends is more than a number can hold.
    case tooWide(low: Double, high: Double)
    /// There are no values.
    case empty
    /// There are not as many weights as values.
    case countsDiffer(values: Int, weights: Int)
    /// The weight at this index (from 0) is negative.
    case negativeWeight(index: Int, Double)
    /// All weights are 0, or their sum is more than a number can hold.
    case weightsWithoutSum(Double)
    /// The value at this index (from 0) is below the one before it.
    case notAscending(index: Int, Double, after: Double)
}

extension Distribution {
    /// Everything that is wrong with the parameters; empty when the distribution can be used.
    public func problems() -> [DistributionProblem] {
        switch self {
        case .normal(let mean, let deviation):
            let found = Self.notFinite([(.mean, mean), (.standardDeviation, deviation)])
            return found + (deviation < 0 ? [.negative(.standardDeviation, deviation)] : [])
        case .lognormal(let mean, let variation):
            let found = Self.notFinite([(.mean, mean), (.coefficientOfVariation, variation)])
            return found + (mean <= 0 ? [.notPositive(.mean, mean)] : [])
                + (variation < 0 ? [.negative(.coefficientOfVariation, variation)] : [])
        case .triangular(let low, let mode, let high):
            let found = Self.notFinite([(.low, low), (.mode, mode), (.high, high)])
            if !found.isEmpty { return found }
            let ends = Self.problemsOfEnds(low, high)
            if !ends.isEmpty { return ends }
            let isInside = low <= mode && mode <= high
            return isInside ? [] : [.modeOutside(low: low, mode: mode, high: high)]
        case .uniform(let low, let high):
            let found = Self.notFinite([(.low, low), (.high, high)])
            return found.isEmpty ? Self.problemsOfEnds(low, high) : found
        case .beta(let alpha, let beta, let low, let high):
            let shapes: [(DistributionProblem.Parameter, Double)] = [
                (.alpha, alpha), (.beta, beta),
            ]
            let ends = Self.notFinite([(.low, low), (.high, high)])
            return Self.notFinite(shapes)
                + shapes.filter { $0.1 <= 0 }.map { .notPositive($0.0, $0.1) }
                + (ends.isEmpty ? Self.problemsOfEnds(low, high) : ends)
        case .discrete(let values, let weights):
            return Self.problemsOfValues(values) + Self.problemsOfWeights(weights, values.count)
        case .empirical(let sample):
            return Self.problemsOfValues(sample)
        }
    }

    private static func notFinite(
        _ parameters: [(DistributionProblem.Parameter, Double)]
    ) -> [DistributionProblem] {
        parameters.filter { !$0.1.isFinite }.map { .parameterNotFinite($0.0, $0.1) }
    }

    private static func problemsOfEnds(_ low: Double, _ high: Double) -> [DistributionProblem] {
        if low > high { return [.lowOverHigh(low: low, high: high)] }
        return (high - low).isFinite ? [] : [.tooWide(low: low, high: high)]
    }

    private static func problemsOfValues(_ values: [Double]) -> [DistributionProblem] {
        if values.isEmpty { return [.empty] }
        var found: [DistributionProblem] = []
        for (index, value) in values.enumerated() {
            if !value.isFinite {
                found.append(.valueNotFinite(index: index, value))
            } else if index > 0, value < values[index - 1] {
                found.append(.notAscending(index: index, value, after: values[index - 1]))
            }
        }
        return found
    }

    private static func problemsOfWeights(
        _ weights: [Double], _ valueCount: Int
    ) -> [DistributionProblem] {
        var found: [DistributionProblem] = []
        if weights.count != valueCount {
            found.append(.countsDiffer(values: valueCount, weights: weights.count))
        }
        for (index, weight) in weights.enumerated() {
            if !weight.isFinite {
                found.append(.weightNotFinite(index: index, weight))
            } else if weight < 0 {
                found.append(.negativeWeight(index: index, weight))
            }
        }
        if found.isEmpty, !weights.isEmpty {
            let sum = CompensatedSum.of(weights)
            if !(sum > 0 && sum.isFinite) { found.append(.weightsWithoutSum(sum)) }
        }
        return found
    }
}
