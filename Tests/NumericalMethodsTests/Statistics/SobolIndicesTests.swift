import Foundation
import Testing

@testable import NumericalMethods

/// The test function of Ishigami and Homma (1990) at a point of the unit cube.
func ishigami(_ point: [Double]) -> Double {
    let x = point.map { (2 * $0 - 1) * Double.pi }
    return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
}

@Suite("Variance-based sensitivity")
struct SobolIndicesTests {
    @Test(
        "Indices and intervals are SALib's on the same results", arguments: ["single", "grouped"])
    func salib(label: String) throws {
        let fixture = try NumberFixture("sobol-indices.csv")
        let rows = fixture.all("\(label)-rows")
        #expect(rows.count == 20)
        let found = try SobolIndices.estimate(
            results: fixture["\(label)-results"], groupCount: label == "single" ? 3 : 2,
            resamples: 20, confidence: 0.9
        ) { resample, place, _ in Int(rows[resample][place]) }
        #expect(found.usedCount == 64 && found.droppedCount == 0 && !found.isConstant)
        #expect(agree(found.groups.map(\.first), fixture["\(label)-S1"], within: 1e-12))
        #expect(agree(found.groups.map(\.total), fixture["\(label)-ST"], within: 1e-12))
        #expect(
            agree(found.groups.map(\.firstHalfWidth), fixture["\(label)-S1_conf"], within: 1e-12))
        #expect(
            agree(found.groups.map(\.totalHalfWidth), fixture["\(label)-ST_conf"], within: 1e-12))
    }

    private func results(
        _ groups: [[Int]], baseCount: Int, seed: UInt64, method: UnitSampling = .sobol
    ) throws -> [Double] {
        let design = try SaltelliDesign(
            dimensionCount: 3, groups: groups, baseCount: baseCount, seed: seed, method: method)
        var point: [Double] = []
        return try (0..<design.evaluationCount).map { evaluation in
            try design.point(evaluation, into: &point)
            return ishigami(point)
        }
    }

    @Test("Ishigami's analytic indices lie in the intervals", arguments: UnitSampling.allCases)
    func analytic(method: UnitSampling) throws {
        let fourth = pow(Double.pi, 4)
        let variance = 49.0 / 8 + 0.1 * fourth / 5 + 0.01 * fourth * fourth / 18 + 0.5
        let first = [0.5 * pow(1 + 0.1 * fourth / 5, 2) / variance, 49.0 / 8 / variance, 0]
        let shared = 0.01 * fourth * fourth * (1.0 / 18 - 1.0 / 50) / variance
        let total = [first[0] + shared, first[1], shared]
        let single = try SobolIndices.estimate(
            results: results([[0], [1], [2]], baseCount: 4096, seed: 1, method: method),
            groupCount: 3, confidence: 0.999, seed: 2)
        for (index, group) in single.groups.enumerated() {
            #expect(abs(group.first - first[index]) <= group.firstHalfWidth, "\(index)")
            #expect(abs(group.total - total[index]) <= group.totalHalfWidth, "\(index)")
            #expect(group.firstHalfWidth < 0.12 && group.totalHalfWidth < 0.12)
        }
        // Together the first and the third have no interaction with the second.
        let grouped = try SobolIndices.estimate(
            results: results([[0, 2], [1]], baseCount: 4096, seed: 1, method: method),
            groupCount: 2, confidence: 0.999, seed: 2)
        for (group, expected) in zip(grouped.groups, [1 - first[1], first[1]]) {
            #expect(abs(group.first - expected) <= group.firstHalfWidth)
            #expect(abs(group.total - expected) <= group.totalHalfWidth)
        }
    }

    @Test("A base draw without all its results is left out and counted")
    func dropped() throws {
        var all = try results([[0], [1], [2]], baseCount: 64, seed: 3)
        let without = Array(all[0..<50]) + Array(all[55...])
        all[52] = .nan
        let expected = try SobolIndices.estimate(results: without, groupCount: 3, seed: 1)
        let found = try SobolIndices.estimate(results: all, groupCount: 3, seed: 1)
        #expect(found.groups == expected.groups)
        #expect(found.usedCount == 63 && found.droppedCount == 1)
    }

    @Test("The seed decides the intervals and nothing else")
    func seeds() throws {
        let all = try results([[0], [1], [2]], baseCount: 64, seed: 3)
        let one = try SobolIndices.estimate(results: all, groupCount: 3, seed: 1)
        let same = try SobolIndices.estimate(results: all, groupCount: 3, seed: 1)
        let other = try SobolIndices.estimate(results: all, groupCount: 3, seed: 2)
        #expect(one == same)
        #expect(one.groups.map(\.first) == other.groups.map(\.first))
        #expect(one.groups.map(\.firstHalfWidth) != other.groups.map(\.firstHalfWidth))
    }

    @Test("Nothing decides a result that does not change", arguments: [0, 0.1, -3e7])
    func constant(value: Double) throws {
        var results = [Double](repeating: value, count: 40)
        results[3] = results[3].nextUp
        let found = try SobolIndices.estimate(results: results, groupCount: 2, seed: 1)
        #expect(found.isConstant == (value != 0))
        if value != 0 {
            #expect(found.groups.allSatisfy { $0.first == 0 && $0.total == 0 })
        }
    }

    @Test("What cannot be estimated is an error that says why")
    func errors() {
        func failure(
            _ count: Int, groups: Int = 2, resamples: Int = 10, confidence: Double = 0.9
        ) -> SensitivityFailure? {
            do {
                _ = try SobolIndices.estimate(
                    results: (0..<count).map(Double.init), groupCount: groups,
                    resamples: resamples, confidence: confidence, seed: 1)
                return nil
            } catch {
                return error
            }
        }
        #expect(failure(8) == nil)
        #expect(failure(9) == .wrongCount(results: 9, groups: 2))
        #expect(failure(4) == .tooFewDraws(usable: 1, needed: 2))
        #expect(failure(0) == .tooFewDraws(usable: 0, needed: 2))
        #expect(failure(8, groups: 0) == .noGroups)
        #expect(failure(8, resamples: 1) == .badResamples(1))
        #expect(failure(8, confidence: 1) == .badConfidence(1))
    }
}
