/// Grid power credited as green, y[p,t], TWh.
///
/// C5: y <= phi[p,t] x grid[p,t], grid after options, phi by the judged rule; y <= pool[p,t] where
/// the scenario caps the green power open to smelters. A premium is paid on it where a scenario
/// gives one, counted against what is credited when nothing moves. Shadow price: CNY/MWh of one
/// more MWh of creditable grid power.
extension RelocationAssembly {
    mutating func addCreditedGrid() {
        for province in provinces {
            for year in decisionYears {
                let share = baseline.power.province[province, year].gridShare(under: rule)
                guard share > 0 else { continue }
                let pool = inputs.policy.greenPool[province, year] ?? .infinity
                let column = builder.addVariable(
                    .creditedGrid(province: province, year: year), to: pool)
                let grid = baseline.operation.province[province, year].grid
                let alpha = baseline.coalDisplacement[province, year]
                builder.addRow(
                    .creditedGrid(province: province, year: year), to: share * grid,
                    [ProgramBuilder.Term(variable: column, coefficient: 1)]
                        + moveTerms(
                            in: province, year: year, leaving: { share * $0.originGrid },
                            arriving: { effect, _ in -share * effect.destinationElectricity })
                        + optionTerms(in: province, year: year, share * (1 - alpha)))
                let premium = GreenPremium.perMegawattHour(inputs, province, year)
                builder.addCost(column, -discount[year] * premium)
                builder.constant += discount[year] * premium * min(pool, share * grid)
            }
        }
    }
}
