import NumericalMethods
import Testing

@Suite("Distribution-based sensitivity from given draws")
struct PawnIndicesTests {
    private func draws(
        _ count: Int, seed: UInt64, _ result: ([Double]) -> Double
    ) throws -> (inputs: [Double], results: [Double]) {
        let sampler = try UnitSampler(
            method: .random, dimensionCount: 3, seed: seed, drawCount: count)
        let all = try points(sampler)
        return (all.flatMap { $0 }, all.map(result))
    }

    @Test("Indices are SALib's on the same draws", arguments: [4, 7, 10])
    func salib(intervals: Int) throws {
        let fixture = try NumberFixture("pawn-indices.csv")
        let draws = fixture.all("draw")
        #expect(draws.count == 300)
        for (label, groups) in [("single", nil), ("grouped", [[0, 2], [1]])] {
            let found = try PawnIndices.estimate(
                inputs: draws.flatMap { $0.dropLast() }, inputCount: 3,
                results: draws.compactMap(\.last), groups: groups, intervals: intervals,
                resamples: 2, seed: 1)
            let estimates = found.groups.map(\.estimate)
            for (name, ours) in [
                ("mean", estimates.map(\.mean)), ("median", estimates.map(\.median)),
                ("maximum", estimates.map(\.maximum)),
            ] {
                let theirs = fixture["\(label)-\(name)-\(intervals)"]
                #expect(agree(ours, theirs, within: 1e-12), "\(label) \(name)")
            }
        }
    }

    @Test("An input without influence stays below the threshold, one with influence does not")
    func dummy() throws {
        let sample = try draws(2000, seed: 4) { $0[0] + 0.3 * $0[1] }
        let found = try PawnIndices.estimate(
            inputs: sample.inputs, inputCount: 3, results: sample.results, confidence: 0.99, seed: 7
        )
        let threshold = found.dummyThreshold
        for index in 0..<2 {
            #expect(found.groups[index].estimate.median > threshold.median)
            #expect(found.groups[index].estimate.mean > threshold.mean)
            #expect(found.groups[index].estimate.maximum > threshold.maximum)
        }
        #expect(found.groups[0].estimate.median > found.groups[1].estimate.median)
        #expect(found.groups[2].estimate.median <= threshold.median)
        #expect(found.groups[2].estimate.mean <= threshold.mean)
        for group in found.groups {
            #expect(group.lower.mean <= group.estimate.mean)
            #expect(group.estimate.mean <= group.upper.mean)
            #expect(group.lower.median <= group.estimate.median)
            #expect(group.estimate.median <= group.upper.median)
            #expect(group.lower.maximum <= group.estimate.maximum)
            #expect(group.estimate.maximum <= group.upper.maximum)
        }
        #expect(found.groups[0].lower.median > found.groups[1].upper.median)
    }

    @Test("The order of an input's values matters, their size does not")
    func monotone() throws {
        let sample = try draws(500, seed: 5) { $0[0] * $0[1] }
        let stretched = sample.inputs.map { $0 * $0 * $0 - 7 }
        // A power of two and one of intervals put no edge between two draws.
        let found = try [sample.inputs, stretched].map { inputs in
            try PawnIndices.estimate(
                inputs: inputs, inputCount: 3, results: sample.results, intervals: 8, resamples: 5,
                seed: 1)
        }
        #expect(found[0] == found[1])
    }

    @Test("An input of few values keeps the draws of its largest")
    func discrete() throws {
        // The result is the input, 0 or 1: each half of it is far from the whole by one half.
        let inputs = (0..<100).map { Double($0 % 2) }
        let found = try PawnIndices.estimate(
            inputs: inputs, inputCount: 1, results: inputs, intervals: 5, resamples: 5, seed: 1)
        #expect(found.groups[0].estimate.median == 0.5)
        #expect(found.groups[0].estimate.maximum == 0.5)
        // Known apart only by the largest value, of which SALib would see nothing.
        let results = (0..<100).map { $0 % 4 == 3 ? 1.0 : 0 }
        let other = try PawnIndices.estimate(
            inputs: (0..<100).map { Double($0 % 4 / 3) }, inputCount: 1, results: results,
            intervals: 5, resamples: 5, seed: 1)
        #expect(other.groups[0].estimate.maximum == 0.75)
    }

    @Test(
        "Nothing decides a result that does not change, and an input that does not change nothing")
    func constant() throws {
        let still = try draws(50, seed: 1) { _ in 4 }
        let found = try PawnIndices.estimate(
            inputs: still.inputs, inputCount: 3, results: still.results, seed: 1)
        #expect(found.groups.allSatisfy { $0.estimate.maximum == 0 })
        let fixed = try PawnIndices.estimate(
            inputs: [Double](repeating: 2, count: 50), inputCount: 1,
            results: (0..<50).map(Double.init), seed: 1)
        #expect(fixed.groups[0].estimate.maximum == 0)
    }

    @Test("Draws with a missing number are left out and counted")
    func dropped() throws {
        var sample = try draws(200, seed: 6, ishigami)
        let expected = try PawnIndices.estimate(
            inputs: Array(sample.inputs.dropLast(6)), inputCount: 3,
            results: Array(sample.results.dropLast(2)), seed: 1)
        sample.results[199] = .nan
        sample.inputs[198 * 3 + 1] = .infinity
        let found = try PawnIndices.estimate(
            inputs: sample.inputs, inputCount: 3, results: sample.results, seed: 1)
        #expect(found.groups == expected.groups)
        #expect(found.usedCount == 198 && found.droppedCount == 2)
    }

    @Test("What cannot be estimated is an error that says why")
    func errors() {
        func failure(
            inputs: Int = 40, inputCount: Int = 2, groups: [[Int]]? = nil, intervals: Int = 5,
            resamples: Int = 5, confidence: Double = 0.9
        ) -> SensitivityFailure? {
            do {
                _ = try PawnIndices.estimate(
                    inputs: (0..<inputs).map(Double.init), inputCount: inputCount,
                    results: (0..<20).map(Double.init), groups: groups, intervals: intervals,
                    resamples: resamples, confidence: confidence, seed: 1)
                return nil
            } catch {
                return error
            }
        }
        #expect(failure() == nil)
        #expect(failure(inputs: 39) == .wrongInputCount(values: 39, draws: 20, inputs: 2))
        #expect(failure(inputCount: 0) == .noGroups)
        #expect(failure(groups: []) == .noGroups)
        #expect(failure(groups: [[0], [2]]) == .badGroup(1))
        #expect(failure(groups: [[]]) == .badGroup(0))
        #expect(failure(intervals: 0) == .badIntervals(0))
        #expect(failure(intervals: 21) == .tooFewDraws(usable: 20, needed: 21))
        #expect(failure(resamples: 1) == .badResamples(1))
        #expect(failure(confidence: 0) == .badConfidence(0))
    }
}
