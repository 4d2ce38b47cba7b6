import Simulator
import TestSupport
import Testing

@Suite("The years of a run can be fewer or more than those of the tables")
struct HorizonTests {
    /// Names of the shipped scenarios with the projection of each.
    static let full: [(name: String, outcome: Outcome)] = Repository.scenarioNames.compactMap {
        name in
        (try? Repository.baseline(name)).map { (name, Outcome.withoutPlan($0)) }
    }

    private func sameYears(_ first: Outcome, _ second: Outcome, upTo lastYear: Int) throws {
        #expect(first.inputs.provinceCount == second.inputs.provinceCount)
        for year in 0...(try first.inputs.year(lastYear)) {
            for province in 0..<first.inputs.provinceCount {
                #expect(
                    first.province[province, year] == second.province[province, year],
                    "\(first.inputs.provinces[province].code), year \(year)")
                #expect(
                    first.baseline.power.province[province, year]
                        == second.baseline.power.province[province, year])
            }
            #expect(first.certificatePrice[year] == second.certificatePrice[year])
        }
    }

    @Test(
        "A shorter run's projection is the first years of the longer one",
        arguments: Repository.scenarioNames, [2025, 2026])
    func shorter(_ name: String, _ lastYear: Int) throws {
        let whole = try #require(Self.full.first { $0.name == name }).outcome
        let short = Outcome.withoutPlan(
            try Repository.baseline(name, ["horizon.last_year=\(lastYear)"]))
        #expect(short.inputs.horizon.lastYear == lastYear)
        #expect(short.inputs.yearCount == lastYear - 2023)
        try sameYears(short, whole, upTo: lastYear)
    }

    @Test(
        "A longer run that holds its last values keeps the first years",
        arguments: Repository.scenarioNames)
    func longer(_ name: String) throws {
        let whole = try #require(Self.full.first { $0.name == name }).outcome
        let long = Outcome.withoutPlan(
            try Repository.baseline(name, ["horizon.last_year=2031", "horizon.extend=hold"]))
        #expect(long.inputs.yearCount == 8)
        try sameYears(whole, long, upTo: 2027)
    }

    @Test("What is held is the last value, and says so")
    func held() throws {
        let inputs = try Repository.baseline(
            "policies-as-issued", ["horizon.last_year=2030", "horizon.extend=hold"]
        ).inputs
        let last = try inputs.year(2027)
        for year in (last + 1)..<inputs.yearCount {
            #expect(inputs.market.carbonPrice[year] == inputs.market.carbonPrice[last])
            #expect(inputs.market.certificateLimit[year] == inputs.market.certificateLimit[last])
            for province in 0..<inputs.provinceCount {
                #expect(inputs.policy.quota[province, year] == inputs.policy.quota[province, last])
                #expect(
                    inputs.power.totalGrowth[province, year]
                        == inputs.power.totalGrowth[province, last])
                #expect(
                    inputs.relocation.hosting[province, year]
                        == inputs.relocation.hosting[province, last])
                #expect(inputs.policy.legalStatus[province, year] == .extrapolated)
                #expect(inputs.power.hydrologyIndex[province, year] == 1)
            }
        }
        let address = ScenarioAddress("carbon.price", year: 2029)
        let value = try #require(inputs.effectiveValues.first { $0.address == address })
        #expect(value.origin == .held(fromYear: 2027))
    }

    @Test("Growth goes on: generation of 2028 is that of 2027 times the held rate")
    func growthGoesOn() throws {
        let outcome = try WrittenScenario.outcome("horizon: {last_year: 2028, extend: hold}\n")
        let power = outcome.baseline.power.province
        for province in 0..<outcome.inputs.provinceCount {
            let rate = try #require(outcome.inputs.power.growth[.nuclear])[province, 4]
            let expected = power[province, 3].nuclear * (1 + rate)
            #expect(agree(power[province, 4].nuclear, expected))
        }
    }

    @Test("Without hold each series that ends is refused once, and nothing else is said of it")
    func refused() throws {
        for body in [
            "horizon: {last_year: 2029}\n", "horizon: {last_year: 2029, extend: refuse}\n",
        ] {
            let errors = try WrittenScenario.findings(body).errors
            let paths = errors.compactMap(\.location.keyPath)
            #expect(errors.allSatisfy { $0.message.identifier == "input.series_ends" })
            #expect(Set(paths).count == paths.count, "one finding for a key")
            // Every key whose table has years, and none of those the scenario may do without.
            for path in [
                "carbon.price", "certificates.limit", "growth.total", "growth.wind", "hosting",
                "quotas.value", "power_prices.grid", "utilisation", "accounting.credit.hydro",
                "green_supply.captive_wind_solar.limit", "parameters.liquid_delivery_share",
            ] { #expect(paths.contains(path), "\(path)") }
            for path in ["hydrology", "quotas.shift", "planning.emission_cap", "green_pool"] {
                #expect(!paths.contains(path), "\(path)")
            }
            #expect(errors.first?.rendered(in: .english).contains("horizon.extend: hold") == true)
        }
    }

    @Test("A later value a scenario names joins the table by the curve, the years between included")
    func joined() throws {
        let inputs = try WrittenScenario.inputs(
            "horizon: {last_year: 2030, extend: hold}\ncarbon: {price: {2029: 185}}\n")
        let price = inputs.market.carbonPrice
        #expect(price[3] == 85 && price[5] == 185)
        #expect(price[4] > 85 && price[4] < 185)
        #expect(price[6] == 185, "after the last named year it is held")
        let address = ScenarioAddress("carbon.price", year: 2028)
        let value = try #require(inputs.effectiveValues.first { $0.address == address })
        #expect(value.origin == .interpolated(years: [2027, 2029]))
    }

    @Test("Where every series has a value in the last year, no hold is needed")
    func everySeriesNamed() throws {
        let data = try Repository.data()
        let inputs = try ModelInputs(data: data, scenario: .tablesOnly)
        // Restate each series' value of 2027 for 2029.
        let last = inputs.effectiveValues.filter { $0.address.year == 2027 }
        var options = ["horizon.last_year=2029"]
        for value in last {
            guard case .number(let number) = value.value,
                let key = ScenarioKey.byPath[value.address.path], key.standard == nil
            else { continue }
            let address = ScenarioAddress(
                value.address.path, province: value.address.province, year: 2029)
            options.append("\(address.written)=\(DecimalText.exact(number))")
        }
        let long = try Repository.baseline("policies-as-issued", options).inputs
        #expect(long.horizon.lastYear == 2029)
        for province in 0..<long.provinceCount {
            #expect(
                long.relocation.utilisation[province, 4]
                    == long.relocation.utilisation[province, 3])
        }
    }

    @Test("The last year is after the base year, and says so where it is not")
    func tooEarly() throws {
        for year in [2024, 2020] {
            let errors = try WrittenScenario.findings("horizon: {last_year: \(year)}\n").errors
            #expect(errors.map(\.message.identifier) == ["scenario.last_year_too_early"])
            #expect(errors.first?.location.line == 2)
        }
    }

    @Test("However the last year is written, bare values fill every year of the run")
    func spelling() throws {
        for text in ["2030", "\"2030\"", "+2030"] {
            let inputs = try WrittenScenario.inputs(
                "carbon: {price: 120}\nhorizon: {last_year: \(text), extend: hold}\n")
            #expect(inputs.market.carbonPrice.dropFirst().allSatisfy { $0 == 120 }, "\(text)")
            #expect(inputs.market.carbonPrice.count == 7)
        }
    }

    @Test("Years and transfers after the end of a shortened run are passed over with a notice")
    func passedOver() throws {
        let body = """
            horizon: {last_year: 2026}
            carbon: {price: {2026: 90, 2027: 100}}
            hosting: {all: {2027: 3}}
            transfers:
              add:
                late: {smelter: henan-wanji, to_province: CN-SC, capacity: 0.1, year: 2027}

            """
        let inputs = try WrittenScenario.inputs(body)
        #expect(!inputs.transfers.contains { $0.identifier == "late" })
        #expect(!inputs.transfers.contains { $0.identifier == "weiqiao-yunnan-2027" })
        let passed = inputs.notices.filter {
            $0.message.identifier == "scenario.year_after_end"
        }
        #expect(
            passed.compactMap(\.location.keyPath) == ["carbon.price.2027", "hosting.2027"],
            "one for each entry, not one for each province")
        let late = inputs.notices.filter { $0.message.identifier == "scenario.transfer_after_end" }
        #expect(late.contains { $0.location.keyPath == "transfers.add.late" })
        #expect(late.contains { $0.rendered(in: .english).contains("weiqiao-yunnan-2027") })
    }

    @Test("A year neither in the run nor in the tables is refused")
    func outside() throws {
        for body in [
            "carbon: {price: {2028: 90}}\n",
            "horizon: {last_year: 2026}\ncarbon: {price: {2028: 90}}\n",
            "hosting: {all: {2040: 1}}\n",
        ] {
            let errors = try WrittenScenario.findings(body).errors
            #expect(errors.map(\.message.identifier) == ["scenario.year_outside"], "\(body)")
        }
    }

    @Test("Planning a longer run keeps all limits and closes its ledger")
    func plansLonger() throws {
        let plan = try Repository.plan(
            "carbon-price-300", ["horizon.last_year=2030", "horizon.extend=hold"])
        #expect(plan.status == .optimal)
        #expect(plan.outcome.fleet.ledger.largestImbalance < 1e-12)
        let inputs = plan.inputs
        for year in 1..<inputs.yearCount {
            for province in 0..<inputs.provinceCount {
                let chosen = plan.outcome.decisions.moves
                    .filter { $0.destination == province && $0.year <= year }
                    .reduce(0) { $0 + $1.capacity }
                let planned = plan.outcome.fleet.plannedArrivals(in: province, upTo: year)
                let room = max(0, inputs.relocation.hosting[province, year] - planned)
                #expect(chosen <= room + 1e-7)
            }
        }
        #expect(plan.outcome.decisions.moves.contains { $0.year > 3 } || plan.movedCapacity > 1)
    }
}
