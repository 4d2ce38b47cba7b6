/// Computes an ``Outcome`` from a fleet in operation and what was bought. One pass per concern:
/// electricity, green power and quota, emissions, cost, indicators.
struct OutcomeAccounting {
    let baseline: Baseline
    let inputs: ModelInputs
    let fleet: Fleet
    let operation: FleetOperation
    let purchases: Purchases
    var province: ProvinceYearTable<ProvinceOutcome>
    var blocks: [BlockOutcome]
    var certificatePrice: [Double]

    init(baseline: Baseline, fleet: Fleet, operation: FleetOperation, purchases: Purchases) {
        self.baseline = baseline
        self.fleet = fleet
        self.operation = operation
        self.purchases = purchases
        inputs = baseline.inputs
        province = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount,
            repeating: ProvinceOutcome())
        blocks = [BlockOutcome](
            repeating: BlockOutcome(), count: fleet.blocks.count * inputs.yearCount)
        certificatePrice = [Double](repeating: 0, count: inputs.yearCount)
    }

    mutating func run() {
        fillElectricity()
        fillMovements()
        fillGreenPower()
        fillBlocks()
        fillEmissions()
        fillCost()
        fillIndicators()
    }

    /// What quotas ask for and what meets them, nothing else.
    mutating func runUpToQuotas() {
        fillElectricity()
        fillGreenPower()
    }

    var rule: AccountingRule { inputs.policy.rule }

    func power(_ index: Int, _ year: Int) -> ProvincePower { baseline.power.province[index, year] }

    private mutating func fillElectricity() {
        for index in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                let sum = operation.province[index, year]
                var result = ProvinceOutcome()
                result.capacity = sum.capacity
                result.output = sum.output
                result.droughtLostOutput = sum.lostOutput
                result.electricity = sum.electricity
                result.captiveCoal = sum.captiveCoal
                result.captiveRenewable = sum.captiveRenewable
                result.grid = sum.grid
                for option in GreenOption.allCases {
                    result.options[option.index] = purchases.options[option.index][index, year]
                }
                result.certificates = purchases.certificates[index, year]
                let displaced = baseline.coalDisplacement[index, year] * result.optionTotal
                result.captiveCoalAfterOptions = Self.rest(sum.captiveCoal, displaced)
                result.gridAfterOptions = Self.rest(sum.grid, result.optionTotal - displaced)
                province[index, year] = result
            }
        }
    }

    /// What is left of an amount, with the residue of rounding cleared.
    private static func rest(_ amount: Double, _ taken: Double) -> Double {
        let left = amount - taken
        return left < 1e-12 * max(1, amount) ? 0 : left
    }

    private mutating func fillMovements() {
        for movement in fleet.movements {
            let origin = fleet.blocks[movement.from].province
            let destination = fleet.blocks[movement.to].province
            if movement.kind == .chosen {
                province[origin, movement.year].chosenDepartures += movement.closed
                province[destination, movement.year].chosenArrivals += movement.opened
            } else {
                province[origin, movement.year].plannedDepartures += movement.closed
                province[destination, movement.year].plannedArrivals += movement.opened
            }
        }
    }

    private mutating func fillGreenPower() {
        for index in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                var result = province[index, year]
                let mix = power(index, year)
                let own = result.captiveRenewable + result.optionTotal
                let most = result.electricity
                func credited(_ rule: AccountingRule) -> Double {
                    let counted = mix.gridShare(under: rule) * result.gridAfterOptions
                    guard rule == self.rule, let pool = inputs.policy.greenPool[index, year] else {
                        return counted
                    }
                    return min(counted, pool)
                }
                result.gridCredited = credited(rule)
                result.greenLocation = min(most, own + credited(.location))
                result.greenClean = min(most, own + credited(.clean))
                result.greenCredited = min(most, own + credited(.credited) + result.certificates)
                result.greenStrict = min(most, own + credited(.strict) + result.certificates)
                if let quota = inputs.policy.quota[index, year] {
                    result.hasQuota = result.electricity > 0
                    result.requirement =
                        quota * result.electricity + strictness(index, year, quota: quota)
                    result.shortfall = max(0, result.requirement - result.green(under: rule))
                    if result.shortfall < 1e-11 * max(1, result.requirement) {
                        result.shortfall = 0
                    }
                    let before =
                        result.captiveRenewable
                        + min(
                            mix.gridShare(under: rule) * result.grid,
                            inputs.policy.greenPool[index, year] ?? .infinity)
                    result.pooledNeed = max(0, result.requirement - before)
                }
                province[index, year] = result
            }
        }
    }

    /// What chosen newcomers add to the requirement where the stricter quota goes with them.
    private func strictness(_ index: Int, _ year: Int, quota: Double) -> Double {
        guard inputs.policy.quotaFollows == .stricter else { return 0 }
        var extra = 0.0
        for place in fleet.blocks.indices
        where fleet.blocks[place].kind == .chosen && fleet.blocks[place].province == index {
            let origin = inputs.smelters[fleet.blocks[place].smelter].province
            let other = inputs.policy.quota[origin, year] ?? 0
            extra +=
                max(0, other - quota) * operation.electricity[place * inputs.yearCount + year]
        }
        return extra
    }

    private mutating func fillEmissions() {
        for index in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                var result = province[index, year]
                let mix = power(index, year)
                let perTonne =
                    inputs.parameters[.anodeEmissions, index, year]
                    + inputs.parameters[.perfluorocarbonEmissions, index, year]
                let coalFactor = inputs.parameters[.captiveCoalEmissionFactor, index, year]
                result.directEmissions = result.output * perTonne
                result.captiveCoalEmissions = result.captiveCoalAfterOptions * coalFactor
                result.scope2Location = result.gridAfterOptions * mix.gridFactor
                result.scope2Market =
                    mix.residualFactor
                    * max(
                        0, result.gridAfterOptions - result.gridCredited - result.certificates)
                result.avoidedEmissions =
                    result.electricity * coalFactor - result.powerEmissions
                province[index, year] = result
            }
        }
    }
}
