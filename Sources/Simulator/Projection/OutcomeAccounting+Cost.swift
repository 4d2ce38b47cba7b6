extension OutcomeAccounting {
    mutating func fillCost() {
        fillBlockCost()
        fillMovementCost()
        for year in 0..<inputs.yearCount {
            let bought = purchases.certificates.nationalTotal(year: year)
            let slope = inputs.market.certificateSlope[year]
            let price = inputs.market.certificatePrice[year] + slope * bought
            let meanPrice = inputs.market.certificatePrice[year] + slope * bought / 2
            certificatePrice[year] = price
            for index in 0..<inputs.provinceCount {
                var result = province[index, year]
                result.cost.certificates = meanPrice * result.certificates
                result.cost.certificatePayment = price * result.certificates
                for option in GreenOption.allCases {
                    let amount = result.options[option.index]
                    result.cost.options +=
                        inputs.market.optionPrice[option.index][index, year] * amount
                        + inputs.market.optionSlope[option.index][index, year] * amount * amount
                        / 2
                }
                result.cost.freight = inputs.market.freight[index] * result.output
                result.cost.carbon = carbonCost(result, index, year)
                let premium = inputs.parameters[.greenPremium, index, year]
                let reference = UnitConversion.megawattHoursPerTonne(
                    fromKilowattHoursPerTonne: inputs.parameters[
                        .greenPremiumReferenceElectricity, index, year])
                let physical =
                    result.captiveRenewable + result.gridCredited + result.optionTotal
                result.cost.premium = -premium * physical / reference
                province[index, year] = result
            }
        }
    }

    /// Carbon: price x (covered emissions - free share x benchmark x output). The benchmark is
    /// anode and PFC per tonne; free allowances come with the coverage of direct emissions.
    private func carbonCost(_ result: ProvinceOutcome, _ index: Int, _ year: Int) -> Double {
        let market = inputs.market
        var covered = 0.0
        if market.coversDirect || year == 0 {
            covered += result.directEmissions * (1 - market.freeAllowanceShare[year])
        }
        // A scenario widens coverage after the base year, which is over.
        if market.coversCaptiveCoal, year > 0 { covered += result.captiveCoalEmissions }
        if market.coversGrid, year > 0 { covered += result.scope2Location }
        return market.carbonPrice[year] * covered
    }

    /// Power by source before options, and the value of output lost to drought or to a ratio.
    private mutating func fillBlockCost() {
        let market = inputs.market
        for index in fleet.blocks.indices {
            let home = fleet.blocks[index].province
            let isNewcomer = fleet.blocks[index].isNewcomer
            let isChosen = fleet.blocks[index].kind == .chosen
            let utilisedAs = fleet.blocks[index].utilisationProvince
            for year in 0..<inputs.yearCount {
                let place = index * inputs.yearCount + year
                var gridPrice = market.gridPrice[home, year] ?? 0
                if isNewcomer, let newcomer = market.newcomerPrice[home, year] {
                    gridPrice = newcomer
                }
                let coalPrice = market.captiveCoalPrice[home, year] ?? 0
                let renewablePrice = inputs.parameters[.captiveRenewableCost, home, year]
                var lost = operation.lostOutput[place]
                if isChosen {
                    let ratio = inputs.parameters[.replacementRatio, home, year]
                    let possible =
                        fleet.blocks[index].capacity[year]
                        * inputs.relocation.utilisation[utilisedAs, year]
                    lost += possible * (ratio - 1)
                }
                province[home, year].cost.captiveCoal += operation.captiveCoal[place] * coalPrice
                province[home, year].cost.captiveRenewable +=
                    operation.captiveRenewable[place] * renewablePrice
                province[home, year].cost.grid += operation.grid[place] * gridPrice
                province[home, year].cost.lostOutput +=
                    lost * inputs.parameters[.lostOutputValue, home, year]
            }
        }
    }

    /// Annuities of capital, closing and permits, from the year of the move on.
    private mutating func fillMovementCost() {
        let annuity = Annuity.factor(inputs)
        for movement in fleet.movements {
            let origin = fleet.blocks[movement.from].province
            let destination = fleet.blocks[movement.to].province
            for year in movement.year..<inputs.yearCount {
                province[destination, year].cost.capital +=
                    annuity * inputs.relocation.newBuildCapital[destination] * movement.opened
                province[origin, year].cost.closing +=
                    annuity * inputs.relocation.closing[origin] * movement.closed
                if inputs.relocation.paysPermit, movement.kind == .chosen {
                    province[destination, year].cost.permitPayment +=
                        annuity * inputs.relocation.permit[destination] * movement.opened
                }
            }
        }
    }
}

/// Yearly payment per unit of capital.
enum Annuity {
    /// r / (1 - (1 + r)^-n); 1 / n where the rate is zero. Powers by repeated multiplication, so
    /// that every machine gives the same bits; a life that is no whole number of years is
    /// rounded to the nearest.
    static func factor(rate: Double, years: Double) -> Double {
        let count = max(1, Int(years.rounded()))
        if rate == 0 { return 1 / Double(count) }
        var growth = 1.0
        for _ in 0..<count { growth *= 1 + rate }
        return rate / (1 - 1 / growth)
    }

    static func factor(_ inputs: ModelInputs) -> Double {
        factor(rate: inputs.parameters[.discountRate], years: inputs.parameters[.plantLife])
    }

    /// d[t] = (1 + rate)^-(t - base year), by year index.
    static func discountFactors(_ inputs: ModelInputs) -> [Double] {
        var result = [1.0]
        for _ in 1..<max(1, inputs.yearCount) {
            result.append((result.last ?? 1) / (1 + inputs.parameters[.discountRate]))
        }
        return result
    }
}
