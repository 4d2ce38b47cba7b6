import NumericalMethods
import Testing

@Suite("What a sample says")
struct SampleSummaryTests {
    @Test("Mean, deviation and quantiles are NumPy's")
    func numpy() throws {
        let fixture = try NumberFixture("summaries.csv")
        let summary = SampleSummary(fixture["sample"])
        #expect(summary.count == 37 && summary.missingCount == 0)
        #expect(agree([summary.mean], fixture["mean"], within: 1e-14))
        #expect(agree([summary.standardDeviation], fixture["deviation"], within: 1e-14))
        #expect(
            summary.standardErrorOfMean == summary.standardDeviation / (37.0).squareRoot())
        #expect(fixture["probabilities"].map(summary.quantile) == fixture["quantiles"])
        #expect(summary.minimum == fixture["sample"].min())
        #expect(summary.maximum == fixture["sample"].max())
    }

    @Test("Missing numbers are counted and left out")
    func missing() {
        let summary = SampleSummary([.nan, 3, 1, .nan, 2])
        #expect(summary.count == 3 && summary.missingCount == 2)
        #expect(summary.mean == 2 && summary.standardDeviation == 1)
        #expect(summary.quantile(0.5) == 2)
    }

    @Test("Of no number nothing is known, of one its value")
    func few() {
        for sample in [[], [Double.nan]] {
            let none = SampleSummary(sample)
            #expect(none.count == 0 && none.missingCount == sample.count)
            #expect(none.mean.isNaN && none.standardDeviation.isNaN && none.quantile(0.5).isNaN)
            #expect(none.minimum.isNaN && none.maximum.isNaN)
            #expect(none.quantileInterval(0.5, confidence: 0.9) == nil)
        }
        let one = SampleSummary([4])
        #expect(one.mean == 4 && one.standardDeviation.isNaN && one.standardErrorOfMean.isNaN)
        #expect([0, 0.3, 1].map(one.quantile) == [4, 4, 4])
        #expect(one.quantile(1.1).isNaN && one.quantile(.nan).isNaN)
    }

    @Test("Infinite numbers are numbers")
    func infinite() {
        let summary = SampleSummary([1, .infinity, 2])
        #expect(summary.mean == .infinity && summary.quantile(0.5) == 2)
        #expect(summary.maximum == .infinity && summary.standardDeviation.isNaN)
        #expect(SampleSummary([-.infinity, .infinity]).mean.isNaN)
    }

    @Test("Sums keep what is small beside what is large")
    func compensated() {
        #expect(CompensatedSum.of([1, 1e100, 1, -1e100]) == 2)
        #expect(CompensatedSum.of([]) == 0)
        #expect(CompensatedSum.of([.infinity, 1]) == .infinity)
        #expect(CompensatedSum.of([.infinity, -.infinity]).isNaN)
        let shifted = SampleSummary((0..<1000).map { 1e9 + Double($0 % 2) })
        #expect(agree(shifted.standardDeviation, (250.0 / 999).squareRoot(), within: 1e-12))
        let tenths = SampleSummary([Double](repeating: 0.1, count: 1_000_000))
        #expect(tenths.mean == 0.1 && tenths.standardDeviation < 1e-16)
    }

    @Test("The interval of a quantile lies between SciPy's ranks")
    func ranks() throws {
        let cases = try NumberFixture("summaries.csv").all("ranks")
        #expect(cases.count == 3)
        for at in cases {
            let summary = SampleSummary((1...Int(at[0])).map(Double.init).reversed())
            let interval = try #require(summary.quantileInterval(at[1], confidence: at[2]))
            #expect(interval.lower == at[3] && interval.upper == at[4])
        }
    }

    @Test("The interval holds the quantile as often as it says", arguments: [0.1, 0.5])
    func coverage(probability: Double) throws {
        let generator = CounterGenerator(seed: 8)
        var held = 0
        for trial in 0..<2000 {
            let sample = (0..<60).map { place in
                Double(generator.words(UInt64(trial), UInt64(place)).0) * 0x1p-64
            }
            let interval = try #require(
                SampleSummary(sample).quantileInterval(probability, confidence: 0.9))
            if interval.lower <= probability, probability <= interval.upper { held += 1 }
        }
        // At least 90 %, less four standard errors; with 60 draws not much more.
        #expect(held > 1746 && held < 1980, "\(held)")
    }

    @Test("A sample too small for an interval has none")
    func tooSmall() {
        let summary = SampleSummary((0..<20).map(Double.init))
        #expect(summary.quantileInterval(0.5, confidence: 0.9) != nil)
        #expect(summary.quantileInterval(0.99, confidence: 0.9) == nil)
        #expect(summary.quantileInterval(0.01, confidence: 0.9) == nil)
        for bad in [0, 1, -1, .nan] {
            #expect(summary.quantileInterval(bad, confidence: 0.9) == nil)
            #expect(summary.quantileInterval(0.5, confidence: bad) == nil)
        }
    }
}
