/// Distribution-based sensitivity indices from given draws, whatever design they come from:
/// Pianosi and Wagener, Environmental Modelling & Software 108 (2018) 197-207.
///
/// An input's range is cut at its quantiles into intervals with as many draws each. The distance
/// (Kolmogorov-Smirnov) of the distribution of the results in one interval from that of all results
/// says how much knowing the input changes the result; an index is the mean, median or maximum over
/// the intervals. Numbers equal SALib's `pawn.analyze` on the same draws. Where the largest value of
/// an input occurs more than once, SALib leaves these draws out; here they belong to the last
/// interval, without which an input of few values would lose a part of its draws.
public struct PawnIndices: Sendable, Equatable {
    /// The distances of an input's intervals in three numbers, each from 0 to 1.
    public struct Statistics: Sendable, Equatable {
        public var mean: Double
        public var median: Double
        public var maximum: Double
    }

    /// The indices of one group of inputs: the means of those of its inputs.
    public struct Group: Sendable, Equatable {
        public let estimate: Statistics
        /// Lower ends of the confidence intervals: the resamples' quantiles, moved so that the middle
        /// of the resamples lies at the estimate, and kept within 0 to 1. Draws that a resample
        /// repeats enlarge its distances; unmoved, an interval might lie above its own estimate.
        public let lower: Statistics
        /// Upper ends of the confidence intervals.
        public let upper: Statistics
    }

    /// One for each group.
    public let groups: [Group]
    /// What an input that has no influence at all stays below with the confidence, by chance: an
    /// index of a single input above it is not noise. Of random inputs drawn beside the results.
    public let dummyThreshold: Statistics
    /// The largest of the dummies' indices: where many inputs are looked at, some pass
    /// ``dummyThreshold`` by chance, few pass this.
    public let dummyMaximum: Statistics
    /// Draws of which all numbers are there.
    public let usedCount: Int
    /// Draws left out because a number is not (NaN or infinite).
    public let droppedCount: Int

    /// Estimates the indices.
    ///
    /// - Parameters:
    ///   - inputs: draws x `inputCount` values, draw by draw; only their order within an input
    ///     matters, so unit numbers do as well.
    ///   - results: one for each draw; NaN where there is none.
    ///   - groups: the inputs of each group, from 0; nil for each input alone.
    ///   - intervals: the count of intervals.
    ///   - resamples: how often draws are drawn anew, with replacement, for the confidence
    ///     intervals, and dummies for the threshold.
    ///   - confidence: between 0 and 1.
    ///   - seed: of the resamples and dummies.
    public static func estimate(
        inputs: [Double], inputCount: Int, results: [Double], groups: [[Int]]? = nil,
        intervals: Int = 10, resamples: Int = 100, confidence: Double = 0.95, seed: UInt64
    ) throws(SensitivityFailure) -> PawnIndices {
        let groups = groups ?? (0..<max(inputCount, 0)).map { [$0] }
        guard inputCount > 0, !groups.isEmpty else { throw .noGroups }
        guard inputs.count == results.count.multipliedReportingOverflow(by: inputCount).partialValue
        else {
            throw .wrongInputCount(
                values: inputs.count, draws: results.count, inputs: inputCount)
        }
        for (index, group) in groups.enumerated() {
            guard !group.isEmpty, group.allSatisfy({ $0 >= 0 && $0 < inputCount }) else {
                throw .badGroup(index)
            }
        }
        guard intervals >= 1 else { throw .badIntervals(intervals) }
        guard resamples >= 2 else { throw .badResamples(resamples) }
        guard confidence > 0, confidence < 1 else { throw .badConfidence(confidence) }
        let usable = results.indices.filter { draw in
            results[draw].isFinite
                && inputs[(draw * inputCount)..<((draw + 1) * inputCount)].allSatisfy(\.isFinite)
        }
        let needed = max(intervals, 2)
        guard usable.count >= needed else {
            throw .tooFewDraws(usable: usable.count, needed: needed)
        }

        let distances = ConditionalDistances(
            results: usable.map { results[$0] }, intervals: intervals)
        let ranked = (0..<inputCount).map { input in
            RankedInput(usable.map { inputs[$0 * inputCount + input] })
        }
        let generator = CounterGenerator(seed: seed)
        func statistics(_ weights: [Int]) -> [Statistics] {
            let single = ranked.map { Statistics(of: distances.distances($0, weights)) }
            return groups.map { group in Statistics(meanOf: group.map { single[$0] }) }
        }
        let everyDrawOnce = [Int](repeating: 1, count: usable.count)
        let estimate = statistics(everyDrawOnce)
        var again: [[Statistics]] = []
        var dummies: [Statistics] = []
        for resample in 0..<resamples {
            var weights = [Int](repeating: 0, count: usable.count)
            var dummy: [Double] = []
            for place in usable.indices {
                let index = generator.words(.resample, UInt64(resample), UInt64(place)).0
                weights[Int(index.multipliedFullWidth(by: UInt64(usable.count)).high)] += 1
                let number = generator.words(.dummyInput, UInt64(resample), UInt64(place)).0
                dummy.append(UnitFraction.high(number))
            }
            again.append(statistics(weights))
            dummies.append(
                Statistics(of: distances.distances(RankedInput(dummy), everyDrawOnce)))
        }
        let tail = (1 - confidence) / 2
        return PawnIndices(
            groups: groups.indices.map { group in
                let sample = again.map { $0[group] }
                return Group(
                    estimate: estimate[group],
                    lower: estimate[group].moved(by: sample, quantile: tail),
                    upper: estimate[group].moved(by: sample, quantile: 1 - tail))
            },
            dummyThreshold: Statistics(quantile: confidence, of: dummies),
            dummyMaximum: Statistics(quantile: 1, of: dummies),
            usedCount: usable.count, droppedCount: results.count - usable.count)
    }
}

extension PawnIndices.Statistics {
    /// Of the distances of an input's intervals.
    init(of distances: [Double]) {
        let sorted = distances.sorted()
        mean = CompensatedSum.of(distances) / Double(distances.count)
        median = SampleQuantile.linear(0.5, ofSorted: sorted)
        maximum = sorted.last ?? .nan
    }

    /// Each the mean of several.
    init(meanOf several: [PawnIndices.Statistics]) {
        let count = Double(several.count)
        mean = CompensatedSum.of(several.lazy.map(\.mean)) / count
        median = CompensatedSum.of(several.lazy.map(\.median)) / count
        maximum = CompensatedSum.of(several.lazy.map(\.maximum)) / count
    }

    /// Each moved by how far the quantile of a sample lies from the sample's middle, within 0 to 1.
    func moved(
        by sample: [PawnIndices.Statistics], quantile probability: Double
    ) -> PawnIndices.Statistics {
        let end = PawnIndices.Statistics(quantile: probability, of: sample)
        let middle = PawnIndices.Statistics(quantile: 0.5, of: sample)
        func within(_ value: Double) -> Double { min(max(value, 0), 1) }
        return PawnIndices.Statistics(
            mean: within(mean + (end.mean - middle.mean)),
            median: within(median + (end.median - middle.median)),
            maximum: within(maximum + (end.maximum - middle.maximum)))
    }

    /// Each the quantile of a sample.
    init(quantile probability: Double, of sample: [PawnIndices.Statistics]) {
        func quantile(_ numbers: [Double]) -> Double {
            SampleQuantile.linear(probability, ofSorted: numbers.sorted())
        }
        mean = quantile(sample.map(\.mean))
        median = quantile(sample.map(\.median))
        maximum = quantile(sample.map(\.maximum))
    }
}
