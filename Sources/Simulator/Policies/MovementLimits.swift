/// How much capacity may move: stock, pace and hosting.
///
/// C1: what a smelter moves by the last year <= movable share x base capacity less planned
/// departures. (What stands in a year is then never less: capacity less all planned departures is
/// at least that.) C2: a smelter moves at most pace x base capacity in a year, the country at most
/// the national pace less planned moves between provinces. C3: arrivals in a province up to a year
/// <= hosting less planned arrivals, rebuilds included. With whole
/// potlines C1 and C2 of a smelter are rounded, see ``PotlineLimits``. Shadow prices: CNY per t/yr that one more
/// t/yr allowed would save.
extension RelocationAssembly {
    mutating func addStockAndPace() {
        let years = inputs.yearCount
        var bySmelter = [[ProgramBuilder.Term]](repeating: [], count: inputs.smelters.count)
        var byYear = [[ProgramBuilder.Term]](repeating: [], count: years)
        var byBoth = [[ProgramBuilder.Term]](repeating: [], count: inputs.smelters.count * years)
        for move in moves {
            let term = ProgramBuilder.Term(variable: move.column, coefficient: 1)
            bySmelter[move.smelter].append(term)
            byYear[move.year].append(term)
            byBoth[move.smelter * years + move.year].append(term)
        }
        for smelter in inputs.smelters.indices where !bySmelter[smelter].isEmpty {
            let limits = movementLimits(of: smelter)
            builder.addRow(.stock(smelter: smelter), to: limits.stock, bySmelter[smelter])
            let home = inputs.smelters[smelter].province
            for year in decisionYears where !byBoth[smelter * years + year].isEmpty {
                builder.addRow(
                    .smelterPace(smelter: smelter, year: year),
                    to: limits.pace,
                    byBoth[smelter * years + year]
                        + relaxation(.smelterPace(province: home)).map {
                            ProgramBuilder.Term(
                                variable: $0.variable,
                                coefficient: $0.coefficient * inputs.smelters[smelter].capacity)
                        })
            }
        }
        for year in decisionYears where !byYear[year].isEmpty {
            let planned = inputs.plannedBetweenProvinces(year)
            builder.addRow(
                .nationalPace(year: year),
                to: max(0, inputs.parameters[.paceNational] - planned),
                byYear[year] + relaxation(.nationalPace))
        }
    }

    mutating func addHosting() {
        for province in provinces {
            for year in limitedYears
            where effects.room[province, year] > 1e-12 || scope.relaxed.contains(.moves) {
                let coefficient = 1 / inputs.parameters[.replacementRatio, province, year]
                let terms = movesArriving(in: province).compactMap { place in
                    moves[place].year > year
                        ? nil
                        : ProgramBuilder.Term(
                            variable: moves[place].column, coefficient: coefficient)
                }
                guard !terms.isEmpty else { continue }
                builder.addRow(
                    .hosting(province: province, year: year),
                    to: effects.room[province, year],
                    terms + relaxation(.hosting(province: province, year: year)))
            }
        }
    }
}

extension ModelInputs {
    /// Capacity of planned transfers between provinces that take effect in a year, Mt/yr: what the
    /// national pace leaves no room for.
    func plannedBetweenProvinces(_ year: Int) -> Double {
        transfers.filter { $0.year == year && smelters[$0.smelter].province != $0.destination }
            .reduce(0) { $0 + $1.capacity }
    }
}
