/// Limits on the whole country: capacity ceiling, and where a scenario sets them an emission cap,
/// a capital budget and a clean share.
///
/// C9: national capacity <= ceiling, Mt/yr. C10: scope 1 + location-based scope 2 <= cap, MtCO2e;
/// sum of capital x moved capacity over all years <= budget, million CNY; clean power >= share x
/// electricity, TWh. None of these may be missed in soft mode. Shadow prices: CNY per t/yr, CNY per
/// tCO2e, CNY per CNY of budget, CNY/MWh.
extension RelocationAssembly {
    mutating func addCeiling() {
        let ceiling = inputs.parameters[.capacityCeiling]
        for year in limitedYears {
            let planned = baseline.fleet.nationalCapacity(year: year)
            let coefficients = provinces.map {
                1 / inputs.parameters[.replacementRatio, $0, year] - 1
            }
            let terms = moves.compactMap { move in
                move.year > year || coefficients[move.destination] == 0
                    ? nil
                    : ProgramBuilder.Term(
                        variable: move.column, coefficient: coefficients[move.destination])
            }
            let rounding = 1e-9 * max(1, ceiling)
            if terms.isEmpty, planned <= ceiling + rounding {
                continue
            }
            builder.addRow(
                .capacityCeiling(year: year), to: ceiling - planned,
                terms + elasticTerms(.overCeiling(year: year), -1))
        }
    }

    mutating func addEmissionCap() {
        for year in decisionYears {
            guard let cap = inputs.relocation.emissionCap[year] else { continue }
            var planned = 0.0
            var terms: [ProgramBuilder.Term] = moves.filter { $0.year <= year }.map {
                ProgramBuilder.Term(
                    variable: $0.column, coefficient: effect($0, year).emissions)
            }
            for province in provinces {
                let sum = baseline.operation.province[province, year]
                let parameters = inputs.parameters
                let gridFactor = baseline.power.province[province, year].gridFactor
                let coalFactor = parameters[.captiveCoalEmissionFactor, province, year]
                planned +=
                    sum.output
                    * (parameters[.anodeEmissions, province, year]
                        + parameters[.perfluorocarbonEmissions, province, year])
                    + sum.captiveCoal * coalFactor + sum.grid * gridFactor
                let alpha = baseline.coalDisplacement[province, year]
                terms += optionTerms(
                    in: province, year: year, -alpha * coalFactor - (1 - alpha) * gridFactor)
            }
            builder.addRow(
                .emissionCap(year: year), to: cap - planned,
                terms + elasticTerms(.excess(year: year), -1))
        }
    }

    mutating func addCapitalBudget() {
        guard let budget = inputs.relocation.capitalBudget else { return }
        let terms = moves.map { move in
            let destination = move.destination
            return ProgramBuilder.Term(
                variable: move.column,
                coefficient: inputs.relocation.newBuildCapital[destination]
                    / inputs.parameters[.replacementRatio, destination, move.year])
        }
        if !terms.isEmpty {
            builder.addRow(.capitalBudget, to: budget, terms + relaxation(.capitalBudget))
        }
    }

    mutating func addNationalCleanShare() {
        for year in decisionYears {
            guard let least = inputs.relocation.nationalCleanShare[year] else { continue }
            var lacking = 0.0
            var terms: [ProgramBuilder.Term] = []
            for province in provinces {
                let sum = baseline.operation.province[province, year]
                let clean = baseline.power.province[province, year].gridCleanShare
                let alpha = baseline.coalDisplacement[province, year]
                lacking += least * sum.electricity - sum.captiveRenewable - clean * sum.grid
                terms += optionTerms(in: province, year: year, 1 - clean * (1 - alpha))
            }
            for move in moves where move.year <= year {
                let effect = effect(move, year)
                let homeClean = baseline.power.province[move.origin, year].gridCleanShare
                let awayClean =
                    baseline.power.province[move.destination, year].gridCleanShare
                let change =
                    effect.destinationElectricity * (awayClean - least)
                    - effect.originCaptiveRenewable - homeClean * effect.originGrid
                    + least * effect.originElectricity
                terms.append(
                    ProgramBuilder.Term(variable: move.column, coefficient: change))
            }
            builder.addRow(
                .nationalCleanShare(year: year), from: lacking,
                terms + elasticTerms(.cleanShortfall(year: year), 1))
        }
    }

    /// In the elastic problem, a variable by which a limit may be missed at a price above all else.
    private mutating func elasticTerms(
        _ variable: PlanningVariable, _ coefficient: Double
    ) -> [ProgramBuilder.Term] {
        guard scope.relaxed.contains(.requirements) else { return [] }
        let column = builder.addVariable(variable)
        builder.addCost(column, RelocationProblem.elasticPrice)
        builder.addCurvature(column, 1)
        return [ProgramBuilder.Term(variable: column, coefficient: coefficient)]
    }
}
