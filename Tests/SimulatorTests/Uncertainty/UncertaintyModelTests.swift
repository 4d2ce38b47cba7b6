import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("Futures follow the conventions of the model")
struct UncertaintyModelTests {
    private func model(_ body: String = "") throws -> UncertaintyModel {
        try UncertaintyModel(WrittenScenario.inputs(body), data: Repository.data())
    }

    private func middle(_ model: UncertaintyModel) -> [Double] {
        [Double](repeating: 0.5, count: model.factors.count)
    }

    @Test("Every value with a range is drawn, once")
    func coverage() throws {
        let model = try model()
        let addresses = model.factors.flatMap { $0.targets.map(\.address) }
        #expect(Set(addresses).count == addresses.count)
        let drawn = Set(addresses)
        let data = try Repository.data()
        var missed: [String] = []
        for effective in model.base.effectiveValues {
            guard case .table(let file, let line, let column) = effective.origin,
                case .number? = ScenarioKey.byPath[effective.address.path]?.kind,
                let table = TableName.allCases.first(where: { $0.fileName == file }),
                let row = data[table].rows.first(where: { $0.line == line })
            else { continue }
            let bounds = data[table].bounds(of: column, in: row)
            guard let low = bounds.low, let high = bounds.high, low < high else { continue }
            // Capacities are not drawn unless a scenario asks.
            let isCapacity =
                effective.address.path.hasSuffix(".capacity")
                || effective.address.path == "planning.capacity_ceiling"
            if drawn.contains(effective.address) == isCapacity {
                missed.append(effective.address.written)
            }
        }
        #expect(missed == [])
    }

    @Test("At low and high every ranged value stands at the ends of its range")
    func ends() throws {
        let model = try model("uncertainty:\n  standard: [quotas, hosting, power_prices]\n")
        let data = try Repository.data()
        for (quantile, isLow) in [(1e-12, true), (1 - 1e-12, false)] {
            let future = model.future(
                at: [Double](repeating: quantile, count: model.factors.count))
            let yunnan = try model.base.province("CN-YN")
            let row = try #require(data[.hosting].row(key: ["CN-YN", "2027"]))
            let bounds = data[.hosting].bounds(of: "value", in: row)
            let expected = try #require(isLow ? bounds.low : bounds.high)
            #expect(
                agree(
                    future.inputs.relocation.hosting[yunnan, 3], expected, relative: 1e-5))
        }
    }

    @Test("All years of a series move together")
    func series() throws {
        let model = try model("uncertainty:\n  standard: [quotas]\n")
        let factor = try #require(model.factors.first { $0.name == "quotas.CN-SD" })
        #expect(Set(factor.targets.compactMap(\.address.year)).count > 1)
        #expect(model.factors.filter { $0.name.hasPrefix("quotas.CN-SD") }.count == 1)
    }

    @Test("A national parameter is one factor, whatever provinces read it")
    func national() throws {
        let model = try model("uncertainty:\n  standard: [parameters]\n")
        let factor = try #require(model.factors.first { $0.name == "parameters.anode_co2" })
        #expect(factor.targets.count == model.base.provinceCount)
    }

    @Test(
        "Water has mean 1, the table's spread, and the table's correlations; years are independent")
    func water() throws {
        let model = try model("uncertainty:\n  standard: [hydrology]\n")
        let data = try Repository.data()
        let draws = 20_000
        let sampler = try UnitSampler(
            method: .random, dimensionCount: model.factors.count, seed: 3, drawCount: draws)
        let yunnan = try #require(
            model.factors.firstIndex { $0.name == "hydrology.CN-YN.2026" })
        let guizhou = try #require(
            model.factors.firstIndex { $0.name == "hydrology.CN-GZ.2026" })
        let later = try #require(
            model.factors.firstIndex { $0.name == "hydrology.CN-YN.2027" })
        var point = [Double](repeating: 0, count: model.factors.count)
        var sums = [Double](repeating: 0, count: 5)
        var water: [Double] = []
        for draw in 0..<draws {
            try sampler.point(draw, into: &point)
            let quantiles = model.quantiles(point)
            let one = NormalDistribution.quantile(quantiles[yunnan])
            let other = NormalDistribution.quantile(quantiles[guizhou])
            let next = NormalDistribution.quantile(quantiles[later])
            sums[0] += one * other
            sums[1] += one * next
            sums[2] += one * one
            water.append(
                model.factors[yunnan].targets[0].value(at: quantiles[yunnan], from: 1).value)
        }
        let expected = try #require(
            data.cell(.hydroCorrelation, key: ["CN-GZ", "CN-YN"], column: "value")
        ).number
        let spread = try #require(
            data.cell(
                .hydrology, key: ["CN-YN", "coefficient_of_variation", ""], column: "value")
        ).number
        let count = Double(draws)
        #expect(abs(sums[0] / count - expected) < 0.03)
        #expect(abs(sums[1] / count) < 0.03)
        #expect(abs(sums[2] / count - 1) < 0.04)
        let summary = SampleSummary(water)
        #expect(abs(summary.mean - 1) < 0.005)
        #expect(abs(summary.standardDeviation - spread) < 0.005)
    }

    @Test("Captive shares stay within one, and stand off by 0.1 at most")
    func shares() throws {
        let model = try model("uncertainty:\n  standard: [smelters]\n")
        let high = model.future(at: [Double](repeating: 1 - 1e-9, count: model.factors.count))
        for (drawn, base) in zip(high.inputs.smelters, model.base.smelters) {
            #expect(drawn.captiveCoalShare + drawn.captiveRenewableShare <= 1 + 1e-12)
            #expect(drawn.captiveCoalShare <= base.captiveCoalShare + 0.1 + 1e-9)
            #expect(drawn.gridShare >= -1e-12)
            #expect(
                agree(
                    drawn.electricityIntensity, min(15, base.electricityIntensity * 1.015),
                    relative: 1e-4))
            #expect(drawn.capacity == base.capacity)
        }
    }

    @Test("What a scenario sets is certain, what it declares is drawn as declared")
    func declared() throws {
        let model = try model(
            """
            hosting: {CN-YN: {2027: 2}}
            uncertainty:
              standard: [hosting]
              inputs:
                carbon:
                  key: carbon.price
                  distribution: uniform
                  low: 100
                  high: 200
                wind: {key: growth.wind, distribution: normal, mean: 1, sd: 0.1, applies: factor, separate: province}

            """)
        #expect(
            !model.factors.contains { factor in
                factor.targets.contains { $0.address.written == "hosting.CN-YN.2027" }
            })
        let carbon = try #require(model.factors.firstIndex { $0.name == "carbon" })
        #expect(model.factors[carbon].targets.count == 3)
        var point = middle(model)
        point[carbon] = 0.25
        let future = model.future(at: point)
        #expect(future.inputs.market.carbonPrice.dropFirst().allSatisfy { abs($0 - 125) < 1e-9 })
        #expect(future.inputs.market.carbonPrice[0] == model.base.market.carbonPrice[0])
        #expect(model.factors.filter { $0.group == "wind" }.count == model.base.provinceCount)
        let base = try #require(model.base.power.growth[.wind])
        let drawn = try #require(future.inputs.power.growth[.wind])
        for year in 1..<4 { #expect(agree(drawn[0, year], base[0, year], relative: 1e-12)) }
    }

    @Test("Declared correlations hold for the normal scores")
    func correlated() throws {
        let model = try model(
            """
            uncertainty:
              standard: none
              inputs:
                a: {key: carbon.price, distribution: uniform, low: 0, high: 1}
                b: {key: certificates.price, distribution: uniform, low: 0, high: 1}
              correlations:
                ab: {first: a, second: b, value: 1}

            """)
        let quantiles = model.quantiles([0.2, 0.9])
        #expect(abs(quantiles[0] - quantiles[1]) < 1e-9)
    }

    @Test("Numbers drawn beyond the key's range are taken at its end and counted")
    func cut() throws {
        let model = try model(
            """
            uncertainty:
              standard: none
              inputs:
                a: {key: hosting.CN-YN.2027, distribution: normal, mean: 0, sd: 1}

            """)
        let low = model.future(at: [0.1])
        #expect(low.cutCount == 1)
        #expect(try low.inputs.relocation.hosting[model.base.province("CN-YN"), 3] == 0)
        #expect(model.future(at: [0.9]).cutCount == 0)
    }
}
