import Simulator
import TestSupport
import Testing

@Suite("Accounting identities hold in every shipped scenario")
struct IdentityTests {
    static let outcomes: [(name: String, Outcome)] = Repository.scenarioNames.flatMap { name in
        guard let baseline = try? Repository.baseline(name),
            let plan = try? Planner().plan(baseline)
        else { return [(name: String, Outcome)]() }
        return [("run \(name)", Outcome.withoutPlan(baseline)), ("plan \(name)", plan.outcome)]
    }

    /// Calls a check for every province and year.
    private func forEachCell(
        _ outcome: Outcome, _ check: (ProvinceOutcome, ProvincePower, _ place: String) -> Void
    ) {
        for province in 0..<outcome.inputs.provinceCount {
            for year in 0..<outcome.inputs.yearCount {
                check(
                    outcome.province[province, year],
                    outcome.baseline.power.province[province, year],
                    "\(outcome.inputs.provinces[province].code) year index \(year)")
            }
        }
    }

    @Test("Every shipped scenario loads, projects and plans")
    func everyScenarioIsThere() {
        #expect(Repository.scenarioNames.count >= 6)
        #expect(Self.outcomes.count == 2 * Repository.scenarioNames.count)
    }

    @Test("The capacity ledger closes and stays under the ceiling", arguments: outcomes.map(\.name))
    func ledger(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        #expect(outcome.fleet.ledger.largestImbalance < 1e-12)
        let start = outcome.fleet.nationalCapacity(year: 0)
        for year in 0..<outcome.inputs.yearCount {
            let capacity = outcome.fleet.nationalCapacity(year: year)
            #expect(capacity <= outcome.inputs.parameters[.capacityCeiling] + 1e-9)
            // The ratio is 1 in all shipped data, so no capacity is lost on the way.
            #expect(agree(capacity, start))
        }
        for entry in outcome.fleet.ledger.entries { #expect(entry.closing >= 0) }
    }

    @Test("Electricity adds up before and after options", arguments: outcomes.map(\.name))
    func electricity(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        forEachCell(outcome) { sum, _, place in
            #expect(
                agree(sum.captiveCoal + sum.captiveRenewable + sum.grid, sum.electricity),
                "\(place)")
            #expect(
                agree(
                    sum.captiveCoalAfterOptions + sum.gridAfterOptions + sum.captiveRenewable
                        + sum.optionTotal, sum.electricity), "\(place)")
            #expect(sum.captiveCoalAfterOptions >= 0 && sum.gridAfterOptions >= 0, "\(place)")
        }
    }

    @Test(
        "No MWh counts twice: green power never exceeds what is used",
        arguments: outcomes.map(\.name))
    func greenPower(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        forEachCell(outcome) { sum, power, place in
            for rule in AccountingRule.allCases {
                #expect(sum.green(under: rule) <= sum.electricity * (1 + 1e-12), "\(place)")
            }
            #expect(sum.greenStrict <= sum.greenCredited + 1e-12, "\(place)")
            #expect(sum.greenLocation <= sum.greenClean + 1e-12, "\(place)")
            #expect(sum.gridCredited <= sum.gridAfterOptions + 1e-12, "\(place)")
            let physical =
                sum.captiveRenewable + sum.optionTotal
                + power.gridRenewableShare * sum.gridAfterOptions
            #expect(agree(min(physical, sum.electricity), sum.greenLocation), "\(place)")
        }
    }

    @Test("Blocks add up to provinces", arguments: outcomes.map(\.name))
    func blocks(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        let inputs = outcome.inputs
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                var capacity = 0.0
                var output = 0.0
                var electricity = 0.0
                var emissions = 0.0
                var volume = 0.0
                for (index, block) in outcome.fleet.blocks.enumerated()
                where block.province == province {
                    let result = outcome.block(index, year: year)
                    capacity += result.capacity
                    output += result.output
                    electricity += result.electricity
                    emissions +=
                        result.directEmissions + result.captiveCoalEmissions
                        + result.scope2Location
                    volume += result.evaluatedVolume
                }
                let sum = outcome.province[province, year]
                #expect(agree(capacity, sum.capacity))
                #expect(agree(output, sum.output))
                #expect(agree(electricity, sum.electricity))
                #expect(agree(emissions, sum.scope1 + sum.scope2Location))
                #expect(agree(volume, sum.evaluatedVolume))
                #expect(volume <= output + 1e-12)
            }
        }
    }

    @Test("Quota, shortfall and purchases account for each other", arguments: outcomes.map(\.name))
    func quotas(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        let rule = outcome.inputs.policy.rule
        forEachCell(outcome) { sum, _, place in
            guard sum.hasQuota else { return }
            let met = sum.green(under: rule) + sum.shortfall
            #expect(met >= sum.requirement * (1 - 1e-9), "\(place)")
            #expect(sum.individualNeed >= sum.pooledNeed - 1e-9, "\(place)")
            if sum.shortfall > 0 { #expect(agree(met, sum.requirement), "\(place)") }
        }
        for year in 1..<outcome.inputs.yearCount {
            let certificates = outcome.decisions.purchases.certificates.nationalTotal(year: year)
            #expect(certificates <= outcome.inputs.market.certificateLimit[year] * (1 + 1e-7))
        }
    }

    @Test(
        "Generation adds up and captive plants leave the grid mix", arguments: outcomes.map(\.name))
    func generation(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        forEachCell(outcome) { _, power, place in
            #expect(
                agree(
                    power.hydro + power.wind + power.solar + power.nuclear + power.thermal,
                    power.total), "\(place)")
            #expect(power.thermal >= 0, "\(place)")
            #expect((0...1).contains(power.gridCreditedShare), "\(place)")
            #expect(power.gridStrictShare <= power.gridCreditedShare + 1e-12, "\(place)")
            #expect(power.leastMonthShare <= power.dryHalfYearShare + 1e-12, "\(place)")
            #expect(power.dryHalfYearShare <= power.renewableShare + 1e-12, "\(place)")
        }
    }

    @Test(
        "The long table: China is the sum of its provinces, keys are unique",
        arguments: outcomes.map(\.name))
    func longTable(_ name: String) throws {
        let outcome = try #require(Self.outcomes.first { $0.name == name }?.1)
        let table = ResultTable(outcome)
        var seen = Set<String>()
        var national: [Int: [Int: Double]] = [:]
        var sums: [Int: [Int: Double]] = [:]
        for row in table.rows {
            #expect(row.value.isFinite)
            let key = "\(row.variable)|\(row.province ?? -1)|\(row.year)"
            #expect(seen.insert(key).inserted, "\(key) stands twice")
            if row.province == nil {
                national[row.variable, default: [:]][row.year] = row.value
            } else {
                sums[row.variable, default: [:]][row.year, default: 0] += row.value
            }
        }
        for (index, variable) in VariableDefinition.all.enumerated() {
            guard case .sum = variable.aggregation else { continue }
            for year in 0..<outcome.inputs.yearCount {
                let whole = try #require(national[index]?[year])
                let parts = try #require(sums[index]?[year])
                #expect(agree(whole, parts), "\(variable.name)")
            }
        }
        let costs = try #require(table["Cost|Aluminum", nil, 2])
        let parts = VariableDefinition.all.filter { $0.name.hasPrefix("Cost|Aluminum|") }
        let sum = parts.reduce(0) { $0 + (table[$1.name, nil, 2] ?? 0) }
        #expect(agree(costs, sum))
    }
}
