import Foundation
import NumericalMethods
import Testing

@Suite("Distributions of one number")
struct DistributionTests {
    private static let good: [Distribution] = [
        .normal(mean: 3, standardDeviation: 2), .normal(mean: -1, standardDeviation: 0),
        .lognormal(mean: 250, coefficientOfVariation: 0.4),
        .lognormal(mean: 1, coefficientOfVariation: 0),
        .triangular(low: 1, mode: 2, high: 5), .triangular(low: 1, mode: 1, high: 5),
        .triangular(low: 1, mode: 5, high: 5), .triangular(low: 4, mode: 4, high: 4),
        .uniform(low: -3, high: 8), .uniform(low: 0.1, high: 0.1),
        .beta(alpha: 2, beta: 5, low: 10, high: 20), .beta(alpha: 0.5, beta: 0.5, low: 0, high: 1),
        .beta(alpha: 2, beta: 3, low: 7, high: 7),
        .discrete(values: [1, 2, 10], weights: [3, 0, 1]), .discrete(values: [4], weights: [0.2]),
        .empirical(sample: [1, 1.5, 4, 9]), .empirical(sample: [6]),
    ]

    private static func fixture(_ row: (name: String, numbers: [Double])) -> Distribution? {
        let at = row.numbers
        switch row.name {
        case "normal": return .normal(mean: at[0], standardDeviation: at[1])
        case "lognormal": return .lognormal(mean: at[0], coefficientOfVariation: at[1])
        case "triangular": return .triangular(low: at[0], mode: at[1], high: at[2])
        case "uniform": return .uniform(low: at[0], high: at[1])
        case "beta": return .beta(alpha: at[0], beta: at[1], low: at[2], high: at[3])
        default: return nil
        }
    }

    @Test("Quantiles are SciPy's")
    func scipy() throws {
        let rows = try NumberFixture("quantiles.csv").rows
        #expect(rows.count > 150)
        for row in rows {
            let distribution = try #require(Self.fixture(row))
            let expected = row.numbers[row.numbers.count - 1]
            let probability = row.numbers[row.numbers.count - 2]
            let found = distribution.quantile(probability)
            #expect(
                agree(found, expected, within: 1e-10), "\(row): \(found)")
        }
    }

    @Test("The normal quantile and the cumulative probability undo each other")
    func roundTrip() {
        for probability in [1e-300, 1e-17, 1e-9, 0.02, 0.5, 0.7, 0.999, 1 - 1e-12] {
            let back = NormalDistribution.cumulative(NormalDistribution.quantile(probability))
            #expect(abs(back - probability) <= 1e-12 * probability)
        }
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.cumulative(-.infinity) == 0)
        #expect(NormalDistribution.cumulative(.infinity) == 1)
        #expect(NormalDistribution.cumulative(.nan).isNaN)
        for outside in [-0.1, 1.1, .nan] { #expect(NormalDistribution.quantile(outside).isNaN) }
    }

    @Test("Quantiles ascend, from one end to the other", arguments: good)
    func ascending(distribution: Distribution) {
        #expect(distribution.problems().isEmpty)
        let probabilities =
            [0, 0x1p-53, 1e-12] + (1..<200).map { Double($0) / 200 }
            + [1 - 1e-12, 1 - 0x1p-53, 1]
        let values = probabilities.map(distribution.quantile)
        #expect(values.allSatisfy { !$0.isNaN })
        for (lower, upper) in zip(values, values.dropFirst()) { #expect(lower <= upper) }
        #expect(values[1].isFinite && values[values.count - 2].isFinite)
        for outside in [-0.001, 1.001, .nan, .infinity] {
            #expect(distribution.quantile(outside).isNaN)
        }
    }

    @Test("Mean and standard deviation are those of the quantiles", arguments: good)
    func moments(distribution: Distribution) {
        let count = 100_000
        let summary = SampleSummary(
            (0..<count).map { distribution.quantile((Double($0) + 0.5) / Double(count)) })
        #expect(agree(summary.mean, distribution.mean, within: 1e-4))
        #expect(agree(summary.standardDeviation, distribution.standardDeviation, within: 2e-3))
    }

    @Test("Ends are met exactly")
    func ends() {
        let triangle = Distribution.triangular(low: 0.1, mode: 0.2, high: 0.7)
        #expect(triangle.quantile(0) == 0.1 && triangle.quantile(1) == 0.7)
        let band = Distribution.uniform(low: 0.1, high: 0.3)
        #expect(band.quantile(0) == 0.1 && band.quantile(1) == 0.3)
        let stretched = Distribution.beta(alpha: 2, beta: 2, low: 0.1, high: 0.3)
        #expect(stretched.quantile(0) == 0.1 && stretched.quantile(1) == 0.3)
        let positive = Distribution.lognormal(mean: 2, coefficientOfVariation: 1)
        #expect(positive.quantile(0) == 0 && positive.quantile(1) == .infinity)
    }

    @Test("A discrete value has its weight's share, one of no weight none")
    func discrete() {
        let dice = Distribution.discrete(of: [10, 1, 2], weights: [1, 3, 0])
        #expect(dice == .discrete(values: [1, 2, 10], weights: [3, 0, 1]))
        #expect([0, 0.5, 0.75].map(dice.quantile) == [1, 1, 1])
        #expect([0.7500001, 1].map(dice.quantile) == [10, 10])
        #expect(dice.mean == 3.25)
    }

    @Test("A sample's quantiles lie in lines between its numbers")
    func empirical() {
        let sample = Distribution.empirical(of: [4, 1, 2])
        #expect([0, 0.25, 0.5, 0.75, 1].map(sample.quantile) == [1, 1.5, 2, 3, 4])
        #expect(sample.mean == 2.25)
    }

    @Test("Each bad parameter is named with its value")
    func problems() {
        let infinity = Double.infinity
        let cases: [(Distribution, [DistributionProblem])] = [
            (.normal(mean: 0, standardDeviation: -1), [.negative(.standardDeviation, -1)]),
            (.normal(mean: infinity, standardDeviation: 1), [.parameterNotFinite(.mean, infinity)]),
            (
                .lognormal(mean: 0, coefficientOfVariation: -0.1),
                [.notPositive(.mean, 0), .negative(.coefficientOfVariation, -0.1)]
            ),
            (.triangular(low: 3, mode: 2, high: 1), [.lowOverHigh(low: 3, high: 1)]),
            (
                .triangular(low: 0, mode: 2, high: 1),
                [.modeOutside(low: 0, mode: 2, high: 1)]
            ),
            (.uniform(low: 2, high: 1), [.lowOverHigh(low: 2, high: 1)]),
            (.uniform(low: -1e308, high: 1e308), [.tooWide(low: -1e308, high: 1e308)]),
            (
                .beta(alpha: 0, beta: -2, low: 1, high: 0),
                [.notPositive(.alpha, 0), .notPositive(.beta, -2), .lowOverHigh(low: 1, high: 0)]
            ),
            (
                .beta(alpha: 1e-3, beta: 1e6, low: 0, high: 1),
                [
                    .shapeOutsideLimits(.alpha, 1e-3, low: 1e-2, high: 1e5),
                    .shapeOutsideLimits(.beta, 1e6, low: 1e-2, high: 1e5),
                ]
            ),
            (.discrete(values: [], weights: []), [.empty]),
            (.discrete(values: [1, 2], weights: [1]), [.countsDiffer(values: 2, weights: 1)]),
            (.discrete(values: [1, 2], weights: [2, -1]), [.negativeWeight(index: 1, -1)]),
            (.discrete(values: [1, 2], weights: [0, 0]), [.weightsWithoutSum(0)]),
            (
                .discrete(values: [2, 1], weights: [infinity, 1]),
                [.notAscending(index: 1, 1, after: 2), .weightNotFinite(index: 0, infinity)]
            ),
            (.empirical(sample: []), [.empty]),
            (.empirical(sample: [1, infinity]), [.valueNotFinite(index: 1, infinity)]),
        ]
        for (distribution, expected) in cases {
            #expect(distribution.problems() == expected)
            #expect(distribution.mean.isNaN && distribution.standardDeviation.isNaN)
        }
        #expect(Distribution.empirical(of: [.nan, 1]).problems().count == 1)
    }

    @Test("Nonsense never traps", arguments: [UInt64](1...20))
    func nonsense(seed: UInt64) {
        var random = TestRandom(seed: seed)
        let numbers = [
            .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 1e308, -1e308, .leastNonzeroMagnitude,
            0.5,
        ]
        func next() -> Double { numbers[random.index(numbers.count)] }
        for _ in 0..<200 {
            let list = (0..<random.index(4)).map { _ in next() }
            let weights = (0..<random.index(4)).map { _ in next() }
            let all: [Distribution] = [
                .normal(mean: next(), standardDeviation: next()),
                .lognormal(mean: next(), coefficientOfVariation: next()),
                .triangular(low: next(), mode: next(), high: next()),
                .uniform(low: next(), high: next()),
                .beta(alpha: next(), beta: next(), low: next(), high: next()),
                .discrete(values: list, weights: weights), .discrete(of: list, weights: weights),
                .empirical(sample: list), .empirical(of: list),
            ]
            for distribution in all {
                let middle = distribution.quantile(0.3)
                _ = (distribution.quantile(next()), distribution.mean)
                if distribution.problems().isEmpty { #expect(!middle.isNaN, "\(distribution)") }
            }
        }
    }

    @Test("A sum of normal inputs has the quantiles of its closed form", arguments: [UInt64](1...3))
    func linearGaussian(seed: UInt64) throws {
        // 2 a - 3 b + c with a, b correlated by 0.6: mean 1, variance 16 + 9 * 0.25 - 3.6 * 2 + 1.
        let correlation = try CorrelationMatrix(order: 2, values: [1, 0.6, 0.6, 1])
        let sampler = try UnitSampler(
            method: .sobol, dimensionCount: 3, seed: seed, drawCount: 16384)
        let inputs: [Distribution] = [
            .normal(mean: 1, standardDeviation: 2), .normal(mean: 1, standardDeviation: 0.5),
            .normal(mean: 2, standardDeviation: 1),
        ]
        var sample: [Double] = []
        for var point in try points(sampler) {
            correlation.correlateUniform(&point)
            let value = zip(inputs, point).map { $0.quantile($1) }
            sample.append(2 * value[0] - 3 * value[1] + value[2])
        }
        let summary = SampleSummary(sample)
        let deviation = (16 + 2.25 - 7.2 + 1).squareRoot()
        #expect(agree(summary.mean, 1, within: 1e-3))
        for probability in [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] {
            let score = NormalDistribution.quantile(probability)
            let density = exp(-score * score / 2) / (2 * Double.pi).squareRoot()
            // The standard error that a quantile of independent draws would have.
            let error = deviation * (probability * (1 - probability) / 16384).squareRoot() / density
            #expect(
                abs(summary.quantile(probability) - (1 + deviation * score)) < 1.5 * error,
                "\(probability), seed \(seed)")
        }
    }
}
