/// The power balance of a province: what wind, water, sun and nuclear give, thermal power for the
/// rest, curtailment where there is more than is needed, and the factor of the grid.
extension ExplanationBuilder {
    private static let clean: [Technology] = [.hydro, .wind, .solar, .nuclear]

    private mutating func baseGeneration(_ technology: Technology, _ province: Int) -> Int {
        needed(
            .baseGeneration, "generation.\(technology.rawValue)", province,
            subject: .technology(technology))
    }

    /// G[t] = G[t-1] (1 + g[t]), TWh; hydro of a normal year.
    mutating func normalGeneration(
        _ technology: Technology, _ province: Int, _ year: Int
    ) -> Int {
        if year == 0 { return baseGeneration(technology, province) }
        let label = ExplainedLabel(.normalGeneration, .technology(technology), province, year)
        if let place = known(label) { return place }
        let before = normalGeneration(technology, province, year - 1)
        let growth = needed(
            .growth, "growth.\(technology.rawValue)", province, year,
            subject: .technology(technology))
        return define(label, [before, growth]) { $0[0] * (1 + .percent($0[1])) }
    }

    private mutating func wantedGeneration(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.wantedGeneration, nil, province, year)
        if let place = known(label) { return place }
        if year == 0 {
            var parts: [Int] = []
            for technology in Technology.allCases {
                parts.append(baseGeneration(technology, province))
            }
            return total(label, parts)
        }
        let before = wantedGeneration(province, year - 1)
        let growth = needed(.totalGrowth, "growth.total", province, year)
        return define(label, [before, growth]) { $0[0] * (1 + .percent($0[1])) }
    }

    /// What all plants together give, less what smelters shed in a dry year.
    private mutating func neededGeneration(_ province: Int, _ year: Int) -> Int {
        let wanted = wantedGeneration(province, year)
        let shedLabel = ExplainedLabel(.shedPower, nil, province, year)
        let cut = cut(province, year)
        let electricity = uncutElectricity(province, year)
        let shed = define(shedLabel, [cut, electricity]) { $0[0] * $0[1] }
        return define(ExplainedLabel(.neededGeneration, nil, province, year), [wanted, shed]) {
            .maximum([0, $0[0] - $0[1]])
        }
    }

    /// Hydro as water allows, the others as grown.
    private mutating func possible(
        _ technology: Technology, _ province: Int, _ year: Int
    ) -> Int {
        let normal = normalGeneration(technology, province, year)
        guard technology == .hydro, let water = hydrology(province, year) else { return normal }
        let label = ExplainedLabel(.possibleGeneration, .technology(.hydro), province, year)
        return define(label, [normal, water]) { $0[0] * $0[1] }
    }

    private mutating func possibleClean(_ province: Int, _ year: Int) -> Int {
        var parts: [Int] = []
        for technology in Self.clean { parts.append(possible(technology, province, year)) }
        return total(ExplainedLabel(.possibleClean, nil, province, year), parts)
    }

    private mutating func possibleWindSolar(_ province: Int, _ year: Int) -> Int {
        let parts = [possible(.wind, province, year), possible(.solar, province, year)]
        return total(ExplainedLabel(.possibleWindSolar, nil, province, year), parts)
    }

    private mutating func excess(_ province: Int, _ year: Int) -> Int {
        let operands = [possibleClean(province, year), neededGeneration(province, year)]
        return define(ExplainedLabel(.excessGeneration, nil, province, year), operands) {
            .maximum([0, $0[0] - $0[1]])
        }
    }

    /// Wind and solar give way first, then hydro, then nuclear.
    mutating func curtailedWindSolar(_ province: Int, _ year: Int) -> Int {
        let operands = [excess(province, year), possibleWindSolar(province, year)]
        return define(ExplainedLabel(.curtailedWindSolar, nil, province, year), operands) {
            .minimum([$0[0], $0[1]])
        }
    }

    mutating func curtailedHydro(_ province: Int, _ year: Int) -> Int {
        let operands = [
            excess(province, year), curtailedWindSolar(province, year),
            possible(.hydro, province, year),
        ]
        return define(ExplainedLabel(.curtailedHydro, nil, province, year), operands) {
            .minimum([$0[0] - $0[1], $0[2]])
        }
    }

    mutating func curtailedNuclear(_ province: Int, _ year: Int) -> Int {
        let operands = [
            excess(province, year), curtailedWindSolar(province, year),
            curtailedHydro(province, year), possible(.nuclear, province, year),
        ]
        return define(ExplainedLabel(.curtailedNuclear, nil, province, year), operands) {
            .minimum([$0[0] - $0[1] - $0[2], $0[3]])
        }
    }

    /// TWh that reach the users.
    mutating func generation(_ technology: Technology, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.generation, .technology(technology), province, year)
        if let place = known(label) { return place }
        switch technology {
        case .thermal:
            let operands = [neededGeneration(province, year), possibleClean(province, year)]
            return define(label, operands) { .maximum([0, $0[0] - $0[1]]) }
        case .hydro, .nuclear:
            let possible = possible(technology, province, year)
            let curtailed =
                technology == .hydro
                ? curtailedHydro(province, year) : curtailedNuclear(province, year)
            return define(label, [possible, curtailed]) { $0[0] - $0[1] }
        case .wind, .solar:
            let operands = [
                possible(technology, province, year), curtailedWindSolar(province, year),
                possibleWindSolar(province, year),
            ]
            return define(label, operands) { $0[0] - $0[1] * $0[0] / $0[2] }
        }
    }

    private mutating func generation(
        _ quantity: ExplainedQuantity, of technologies: [Technology], _ province: Int, _ year: Int
    ) -> Int {
        var parts: [Int] = []
        for technology in technologies { parts.append(generation(technology, province, year)) }
        return total(ExplainedLabel(quantity, nil, province, year), parts)
    }

    mutating func totalGeneration(_ province: Int, _ year: Int) -> Int {
        generation(
            .totalGeneration, of: [.hydro, .wind, .solar, .nuclear, .thermal], province, year)
    }

    mutating func renewableGeneration(_ province: Int, _ year: Int) -> Int {
        generation(.renewableGeneration, of: [.hydro, .wind, .solar], province, year)
    }

    mutating func cleanGeneration(_ province: Int, _ year: Int) -> Int {
        generation(.cleanGeneration, of: Self.clean, province, year)
    }

    private mutating func cleanShare(_ province: Int, _ year: Int) -> Int {
        let operands = [cleanGeneration(province, year), totalGeneration(province, year)]
        return define(ExplainedLabel(.cleanShare, nil, province, year), operands) {
            $0[0] / $0[1]
        }
    }

    /// The clean share of the data's base year, whatever the scenario says.
    private mutating func referenceCleanShare(_ province: Int) -> Int {
        let label = ExplainedLabel(.referenceCleanShare, nil, province)
        if let place = known(label) { return place }
        var clean: [Int] = []
        var all: [Int] = []
        for technology in Technology.allCases {
            let key = [
                inputs.provinces[province].code, String(data.horizon.baseYear),
                technology.rawValue,
            ]
            guard let cell = data.cell(.generation, key: key, column: "value") else { continue }
            let place = leaf(
                ExplainedLabel(.publishedGeneration, .technology(technology), province),
                .cell(.generation, key: key, column: "value"), cell.number)
            if technology.isClean { clean.append(all.count) }
            all.append(place)
        }
        return define(label, all) { operands in
            .sum(clean.map { operands[$0] }) / .sum(operands)
        }
    }

    /// ef = last published (1 - cs) / (1 - cs0), tCO2/MWh; 0 where cs0 = 1.
    mutating func gridFactor(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.gridFactor, nil, province, year)
        if let place = known(label) { return place }
        let operands = [
            needed(.publishedGridFactor, "grid_emission_factor", province),
            cleanShare(province, year), referenceCleanShare(province),
        ]
        return define(label, operands) { $0[0] * (1 - $0[1]) / (1 - $0[2]) }
    }
}
