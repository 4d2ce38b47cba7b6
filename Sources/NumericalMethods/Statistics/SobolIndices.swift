/// Variance-based sensitivity indices of groups, from the evaluations of a ``SaltelliDesign``.
///
/// With A, B and ABᵢ (A with group i from B) the results of the base draws, V the variance of A and
/// B together:
///
/// - first order, Saltelli and others (2010): mean of B (ABᵢ - A), over V;
/// - total, Jansen (1999): mean of (A - ABᵢ)² / 2, over V.
///
/// Results are first shifted by their mean and divided by their standard deviation, as SALib does:
/// the estimator of the first order is better for results around 0. Numbers equal SALib's
/// `sobol.analyze` on the same results.
public struct SobolIndices: Sendable, Equatable {
    /// The indices of one group, with half the width of their confidence intervals.
    ///
    /// An estimate may lie slightly outside 0 to 1 by chance.
    public struct Group: Sendable, Equatable {
        /// The share of the variance that the group explains alone.
        public let first: Double
        /// Half the width of the interval around ``first``.
        public let firstHalfWidth: Double
        /// The share of the variance that would remain if all other groups were known: what the group
        /// explains alone and together with others.
        public let total: Double
        /// Half the width of the interval around ``total``.
        public let totalHalfWidth: Double
    }

    /// One for each group. All zeros when the results are constant.
    public let groups: [Group]
    /// Base draws of which every evaluation has a result.
    public let usedCount: Int
    /// Base draws left out because an evaluation has none (NaN or infinite).
    public let droppedCount: Int
    /// Whether all results are equal up to rounding: then nothing decides anything.
    public let isConstant: Bool

    /// The spread, relative to the largest result, up to which results count as equal.
    public static let constantTolerance = 1e-13

    /// Estimates the indices.
    ///
    /// - Parameters:
    ///   - results: one for each evaluation of the design, in its order; NaN where there is none.
    ///   - groupCount: the groups of the design.
    ///   - resamples: how often base draws are drawn anew, with replacement, for the intervals.
    ///   - confidence: of the intervals, between 0 and 1. They are those of a normal distribution
    ///     with the deviation among the resamples (Archer, Saltelli and Sobol, 1997).
    ///   - seed: of the resamples.
    public static func estimate(
        results: [Double], groupCount: Int, resamples: Int = 100, confidence: Double = 0.95,
        seed: UInt64
    ) throws(SensitivityFailure) -> SobolIndices {
        let generator = CounterGenerator(seed: seed)
        return try estimate(
            results: results, groupCount: groupCount, resamples: resamples, confidence: confidence
        ) { resample, place, count in
            let words = generator.words(.resample, UInt64(resample), UInt64(place))
            return Int(words.0.multipliedFullWidth(by: UInt64(count)).high)
        }
    }

    /// As above, with the rows of a resample given: of (resample, place, count) one below the count.
    static func estimate(
        results: [Double], groupCount: Int, resamples: Int, confidence: Double,
        row: (Int, Int, Int) -> Int
    ) throws(SensitivityFailure) -> SobolIndices {
        guard groupCount > 0 else { throw .noGroups }
        guard confidence > 0, confidence < 1 else { throw .badConfidence(confidence) }
        guard resamples >= 2 else { throw .badResamples(resamples) }
        let width = groupCount + 2
        guard results.count % width == 0 else {
            throw .wrongCount(results: results.count, groups: groupCount)
        }
        var usable: [Double] = []
        usable.reserveCapacity(results.count)
        for start in stride(from: 0, to: results.count, by: width) {
            let draw = results[start..<(start + width)]
            if draw.allSatisfy(\.isFinite) { usable += draw }
        }
        let count = usable.count / width
        guard count >= 2 else { throw .tooFewDraws(usable: count, needed: 2) }
        let dropped = results.count / width - count
        guard SaltelliResults.standardize(&usable) else {
            let zero = Group(first: 0, firstHalfWidth: 0, total: 0, totalHalfWidth: 0)
            return SobolIndices(
                groups: Array(repeating: zero, count: groupCount), usedCount: count,
                droppedCount: dropped, isConstant: true)
        }
        let table = SaltelliResults(values: usable, groupCount: groupCount)
        let estimate = table.indices { $0 }
        var first = [[Double]](repeating: [], count: groupCount)
        var total = first
        for resample in 0..<resamples {
            let rows = (0..<count).map { row(resample, $0, count) }
            let again = table.indices { rows[$0] }
            for group in 0..<groupCount {
                first[group].append(again[group].first)
                total[group].append(again[group].total)
            }
        }
        let score = NormalDistribution.quantile(0.5 + confidence / 2)
        let groups = (0..<groupCount).map { group in
            Group(
                first: estimate[group].first,
                firstHalfWidth: score * SampleSummary(first[group]).standardDeviation,
                total: estimate[group].total,
                totalHalfWidth: score * SampleSummary(total[group]).standardDeviation)
        }
        return SobolIndices(
            groups: groups, usedCount: count, droppedCount: dropped, isConstant: false)
    }
}

/// Standardised results, base draw by base draw: A, ABᵢ for each group, B.
private struct SaltelliResults {
    let values: [Double]
    let groupCount: Int

    /// Gives results the mean 0 and the variance 1; false when they are all equal up to rounding.
    static func standardize(_ values: inout [Double]) -> Bool {
        let low = values.min() ?? 0
        let high = values.max() ?? 0
        guard high - low > SobolIndices.constantTolerance * max(abs(low), abs(high)) else {
            return false
        }
        let size = Double(values.count)
        let mean = CompensatedSum.of(values) / size
        let variance = CompensatedSum.of(values.lazy.map { ($0 - mean) * ($0 - mean) }) / size
        let deviation = variance.squareRoot()
        for index in values.indices { values[index] = (values[index] - mean) / deviation }
        return true
    }

    /// The indices of every group from the base draws that `row` names.
    func indices(row: (Int) -> Int) -> [(first: Double, total: Double)] {
        let width = groupCount + 2
        let count = values.count / width
        var sum = CompensatedSum()
        for place in 0..<count {
            let start = row(place) * width
            sum.add(values[start])
            sum.add(values[start + width - 1])
        }
        let mean = sum.value / Double(2 * count)
        var squares = CompensatedSum()
        var first = [CompensatedSum](repeating: CompensatedSum(), count: groupCount)
        var total = first
        for place in 0..<count {
            let start = row(place) * width
            let inA = values[start]
            let inB = values[start + width - 1]
            squares.add((inA - mean) * (inA - mean))
            squares.add((inB - mean) * (inB - mean))
            for group in 0..<groupCount {
                let mixed = values[start + 1 + group]
                first[group].add(inB * (mixed - inA))
                total[group].add((inA - mixed) * (inA - mixed))
            }
        }
        let variance = squares.value / Double(2 * count)
        // A and B may be constant where only a mixture is not.
        guard variance > .ulpOfOne else {
            return Array(repeating: (first: 0, total: 0), count: groupCount)
        }
        return (0..<groupCount).map { group in
            (
                first: first[group].value / Double(count) / variance,
                total: 0.5 * total[group].value / Double(count) / variance
            )
        }
    }
}
