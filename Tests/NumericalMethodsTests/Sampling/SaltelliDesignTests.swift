import NumericalMethods
import Testing

@Suite("Saltelli's design")
struct SaltelliDesignTests {
    private func evaluations(_ design: SaltelliDesign) throws -> [[Double]] {
        try (0..<design.evaluationCount).map { evaluation in
            var point: [Double] = []
            try design.point(evaluation, into: &point)
            return point
        }
    }

    @Test("Each base draw has A, A with each group from B, and B", arguments: UnitSampling.allCases)
    func matrices(method: UnitSampling) throws {
        let design = try SaltelliDesign(
            dimensionCount: 4, groups: [[2], [0, 3], [1]], baseCount: 8, seed: 6, method: method)
        #expect(design.evaluationCount == 40)
        let base = try UnitSampler(method: method, dimensionCount: 8, seed: 6, drawCount: 8)
        let all = try evaluations(design)
        for draw in 0..<8 {
            var both: [Double] = []
            try base.point(draw, into: &both)
            let inA = Array(both[0..<4])
            let inB = Array(both[4..<8])
            #expect(all[draw * 5] == inA)
            #expect(all[draw * 5 + 1] == [inA[0], inA[1], inB[2], inA[3]])
            #expect(all[draw * 5 + 2] == [inB[0], inA[1], inA[2], inB[3]])
            #expect(all[draw * 5 + 3] == [inA[0], inB[1], inA[2], inA[3]])
            #expect(all[draw * 5 + 4] == inB)
        }
    }

    @Test("Sobol's sequence is preferred as far as it reaches")
    func preferred() throws {
        #expect(SaltelliDesign.preferredMethod(dimensionCount: 20) == .sobol)
        #expect(SaltelliDesign.preferredMethod(dimensionCount: 21) == .latinHypercube)
        let groups = [Array(0..<21)]
        #expect(throws: SaltelliDesign.Failure.sampling(.tooManyDimensions(42, limit: 40))) {
            try SaltelliDesign(
                dimensionCount: 21, groups: groups, baseCount: 4, seed: 1, method: .sobol)
        }
        _ = try SaltelliDesign(
            dimensionCount: 21, groups: groups, baseCount: 4, seed: 1, method: .latinHypercube)
    }

    @Test("Groups that do not part the dimensions are errors")
    func badGroups() {
        let cases: [([[Int]], SaltelliDesign.Failure)] = [
            ([], .noGroups), ([[0, 1], []], .emptyGroup(1)),
            ([[0], [2]], .noSuchDimension(2, group: 1)), ([[-1]], .noSuchDimension(-1, group: 0)),
            ([[0], [0, 1]], .dimensionTwice(0, group: 1)), ([[0]], .dimensionWithoutGroup(1)),
        ]
        for (groups, failure) in cases {
            #expect(throws: failure) {
                try SaltelliDesign(
                    dimensionCount: 2, groups: groups, baseCount: 4, seed: 1, method: .random)
            }
        }
        for count in [0, -1, Int.max] {
            #expect(throws: SaltelliDesign.Failure.badBaseCount(count)) {
                try SaltelliDesign(
                    dimensionCount: 1, groups: [[0]], baseCount: count, seed: 1, method: .random)
            }
        }
    }

    @Test("An evaluation outside is an error")
    func outside() throws {
        let design = try SaltelliDesign(
            dimensionCount: 1, groups: [[0]], baseCount: 2, seed: 1, method: .random)
        var point: [Double] = []
        for evaluation in [-1, 6] {
            #expect(throws: SaltelliDesign.Failure.noSuchEvaluation(evaluation, count: 6)) {
                try design.point(evaluation, into: &point)
            }
        }
    }
}
