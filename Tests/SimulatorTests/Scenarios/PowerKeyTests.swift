import Simulator
import TestSupport
import Testing

@Suite("Power, prices and freight of a scenario count as worked out by hand")
struct PowerKeyTests {
    private func outcome(_ options: [String] = []) throws -> Outcome {
        let options = ["accounting.rule=location"] + options
        return Outcome.withoutPlan(try Repository.baseline("policies-as-issued", options))
    }

    @Test(
        "Generation of the base year: the amount, the total and every later year",
        arguments: [("thermal", 10.0), ("hydro", 300), ("wind", 55), ("solar", 41), ("nuclear", 7)])
    func generation(_ technology: String, _ amount: Double) throws {
        let plain = try outcome()
        let changed = try outcome(["generation.\(technology).CN-YN=\(amount)"])
        let yunnan = try plain.inputs.province("CN-YN")
        let before = plain.baseline.power.province[yunnan, 0]
        let after = changed.baseline.power.province[yunnan, 0]
        func parts(_ power: ProvincePower) -> [String: Double] {
            [
                "thermal": power.thermal, "hydro": power.hydro, "wind": power.wind,
                "solar": power.solar, "nuclear": power.nuclear,
            ]
        }
        var expected = parts(before)
        expected[technology] = amount
        for (technology, amount) in parts(after) {
            #expect(agree(amount, try #require(expected[technology])), "\(technology)")
        }
        // The grid's factor follows the clean share, held against that of the data.
        let clean = { (power: ProvincePower) in 1 - power.thermal / power.total }
        let published = plain.inputs.power.publishedGridFactor[yunnan]
        let factor = published * (1 - clean(after)) / (1 - clean(before))
        #expect(agree(after.gridFactor, factor))
        #expect(agree(before.gridFactor, published))
        // All generation grows from the new total.
        let growth = plain.inputs.power.totalGrowth[yunnan, 1]
        let next = changed.baseline.power.province[yunnan, 1]
        #expect(agree(next.total, after.total * (1 + growth)))
    }

    @Test("The grid's emission factor scales location-based emissions and touches no green share")
    func gridFactor() throws {
        let plain = try outcome()
        let changed = try outcome(["grid_emission_factor.CN-SD=0.3"])
        let shandong = try plain.inputs.province("CN-SD")
        let ratio = 0.3 / plain.inputs.power.publishedGridFactor[shandong]
        for year in 0..<plain.inputs.yearCount {
            let (before, after) = (
                plain.province[shandong, year], changed.province[shandong, year]
            )
            #expect(agree(after.scope2Location, before.scope2Location * ratio))
            #expect(after.scope1 == before.scope1)
            #expect(after.greenLocation == before.greenLocation)
            #expect(after.cost == before.cost, "grid power is not covered")
        }
    }

    @Test("Freight: alumina use times the alumina's, plus the ingot's, for each tonne")
    func freight() throws {
        let plain = try outcome()
        let changed = try outcome(["freight.alumina.CN-SD=300", "freight.ingot.CN-SD=70"])
        let shandong = try plain.inputs.province("CN-SD")
        for year in 0..<plain.inputs.yearCount {
            var before = plain.province[shandong, year]
            let after = changed.province[shandong, year]
            #expect(agree(after.cost.freight, (1.92 * 300 + 70) * after.output))
            before.cost.freight = after.cost.freight
            #expect(before == after, "nothing but freight")
        }
    }

    @Test("A price of power enters the cost of that power only")
    func prices() throws {
        let plain = try outcome()
        let changed = try outcome([
            "power_prices.grid.CN-HA.2026=500", "power_prices.captive_coal.CN-SD.2026=200",
        ])
        let henan = try plain.inputs.province("CN-HA")
        let shandong = try plain.inputs.province("CN-SD")
        var before = plain.province[henan, 2]
        #expect(agree(changed.province[henan, 2].cost.grid, 500 * before.grid))
        before.cost.grid = changed.province[henan, 2].cost.grid
        #expect(before == changed.province[henan, 2])
        var coal = plain.province[shandong, 2]
        #expect(agree(changed.province[shandong, 2].cost.captiveCoal, 200 * coal.captiveCoal))
        coal.cost.captiveCoal = changed.province[shandong, 2].cost.captiveCoal
        #expect(coal == changed.province[shandong, 2])
    }

    @Test("Utilisation: output is capacity times it")
    func utilisation() throws {
        let changed = try outcome(["utilisation.CN-SX.2026=80%"])
        let shanxi = try changed.inputs.province("CN-SX")
        let sum = changed.province[shanxi, 2]
        #expect(agree(sum.output, 0.8 * sum.capacity))
    }

    @Test("Growth: a year's generation is the year before times one plus the rate")
    func growth() throws {
        let changed = try outcome(["growth.wind.CN-GS.2026=50%", "growth.total.CN-GS.2026=12"])
        let gansu = try changed.inputs.province("CN-GS")
        let power = changed.baseline.power.province
        #expect(agree(power[gansu, 2].wind, 1.5 * power[gansu, 1].wind))
        #expect(agree(power[gansu, 2].total, 1.12 * power[gansu, 1].total))
    }

    @Test("Hydrology: hydro is that of a normal year times the index")
    func hydrology() throws {
        let plain = try outcome()
        let changed = try outcome(["hydrology.CN-HB.2026=0.9"])
        let hubei = try plain.inputs.province("CN-HB")
        let before = plain.baseline.power.province
        let after = changed.baseline.power.province
        #expect(agree(after[hubei, 2].hydro, 0.9 * before[hubei, 2].hydro))
        #expect(after[hubei, 3] == before[hubei, 3], "the next year is normal again")
    }

    @Test("A parameter of one province: its captive coal's emissions")
    func parameter() throws {
        let plain = try outcome()
        let changed = try outcome(["parameters.captive_coal_emission_factor.山东=0.9"])
        let shandong = try plain.inputs.province("CN-SD")
        for year in 0..<plain.inputs.yearCount {
            let sum = changed.province[shandong, year]
            #expect(agree(sum.captiveCoalEmissions, 0.9 * sum.captiveCoalAfterOptions))
            #expect(sum.electricity == plain.province[shandong, year].electricity)
        }
    }
}
