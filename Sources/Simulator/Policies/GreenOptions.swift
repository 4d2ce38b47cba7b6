/// Green options v[o,p,t], TWh: own wind and solar, green trade within the province and from
/// others.
///
/// They displace captive coal by alpha and grid power by 1 - alpha, alpha that of the planned
/// fleet. C7: 0 <= v <= limit. Captive coal and grid power left after them stay >= 0.
/// Cost: d[t] (price x v + 1/2 slope x v^2); carbon saved where captive coal or grid power is
/// covered; a premium earned where a scenario gives one. Shadow price of a limit: CNY/MWh that one
/// more MWh on offer would save.
extension RelocationAssembly {
    mutating func addGreenOptions() {
        for province in provinces {
            for year in decisionYears {
                let alpha = baseline.coalDisplacement[province, year]
                let perUnit = baseline.optionSaving(province, year)
                for option in GreenOption.allCases {
                    let limit = inputs.market.optionLimit[option.index][province, year]
                    let isRelaxed = scope.relaxed.contains(.greenSupply)
                    guard limit > 0 || isRelaxed else { continue }
                    let column = builder.addVariable(
                        .option(option, province: province, year: year),
                        to: isRelaxed ? .infinity : limit)
                    if isRelaxed {
                        builder.addRow(
                            .optionLimit(option, province: province, year: year), to: limit,
                            [ProgramBuilder.Term(variable: column, coefficient: 1)]
                                + relaxation(
                                    .greenOption(option, province: province, year: year)))
                    }
                    let price = inputs.market.optionPrice[option.index][province, year]
                    builder.addCost(column, discount[year] * (price + perUnit))
                    builder.addCurvature(
                        column,
                        discount[year] * inputs.market.optionSlope[option.index][province, year])
                }
                addWhatIsLeft(province, year, alpha: alpha)
            }
        }
    }

    private mutating func addWhatIsLeft(_ province: Int, _ year: Int, alpha: Double) {
        let sum = baseline.operation.province[province, year]
        let coalTerms =
            departureTerms(in: province, year: year) { $0.originCaptiveCoal }
            + optionTerms(in: province, year: year, alpha)
        if alpha > 0 {
            builder.addRow(
                .captiveCoalLeft(province: province, year: year), to: sum.captiveCoal, coalTerms)
        }
        let gridTerms =
            moveTerms(
                in: province, year: year, leaving: { $0.originGrid },
                arriving: { effect, _ in -effect.destinationElectricity })
            + optionTerms(in: province, year: year, 1 - alpha)
        if alpha < 1 {
            builder.addRow(.gridLeft(province: province, year: year), to: sum.grid, gridTerms)
        }
    }
}

extension Baseline {
    /// Change of carbon cost and premium per TWh of option, million CNY: what it displaces where
    /// that is covered, and the premium it earns.
    func optionSaving(_ province: Int, _ year: Int) -> Double {
        let market = inputs.market
        let alpha = coalDisplacement[province, year]
        var saved = 0.0
        if market.coversCaptiveCoal {
            saved += alpha * inputs.parameters[.captiveCoalEmissionFactor, province, year]
        }
        if market.coversGrid {
            saved += (1 - alpha) * power.province[province, year].gridFactor
        }
        return -market.carbonPrice[year] * saved
            - GreenPremium.perMegawattHour(inputs, province, year)
    }
}
