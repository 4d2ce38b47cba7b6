/// The grid's own mix, what its power counts as green, and the months.
extension ExplanationBuilder {
    private static let mixSwitch = "accounting.grid_mix"

    /// Generation of a technology in the grid's mix: captive renewable power is taken from wind and
    /// solar in proportion, then from hydro, captive coal power from thermal.
    private mutating func gridGeneration(
        _ technology: Technology, _ province: Int, _ year: Int
    ) -> Int {
        let all = generation(technology, province, year)
        guard inputs.power.gridMix == .withoutCaptive, technology != .nuclear else { return all }
        let label = ExplainedLabel(.gridGeneration, .technology(technology), province, year)
        if let place = known(label) { return place }
        switch technology {
        case .nuclear: return all
        case .thermal:
            let coal = captiveCoal(province, year, planned: true)
            return define(label, [all, coal], switches: [Self.mixSwitch]) {
                .maximum([0, $0[0] - $0[1]])
            }
        case .hydro:
            let taken = captiveFromHydro(province, year)
            return define(label, [all, taken], switches: [Self.mixSwitch]) {
                .maximum([0, $0[0] - $0[1]])
            }
        case .wind, .solar:
            let taken = captiveFromWindSolar(province, year)
            let operands = [
                taken, generation(.wind, province, year), generation(.solar, province, year),
            ]
            return define(label, operands, switches: [Self.mixSwitch]) {
                let own = $0[technology == .wind ? 1 : 2]
                return own - $0[0] * own / ($0[1] + $0[2])
            }
        }
    }

    private mutating func captiveFromWindSolar(_ province: Int, _ year: Int) -> Int {
        let operands = [
            captiveRenewable(province, year, planned: true), generation(.wind, province, year),
            generation(.solar, province, year),
        ]
        return define(ExplainedLabel(.captiveFromWindSolar, nil, province, year), operands) {
            .minimum([$0[0], $0[1] + $0[2]])
        }
    }

    private mutating func captiveFromHydro(_ province: Int, _ year: Int) -> Int {
        let operands = [
            captiveRenewable(province, year, planned: true), captiveFromWindSolar(province, year),
        ]
        return define(ExplainedLabel(.captiveFromHydro, nil, province, year), operands) {
            $0[0] - $0[1]
        }
    }

    private mutating func totalGridGeneration(_ province: Int, _ year: Int) -> Int {
        var parts: [Int] = []
        for technology in [Technology.hydro, .wind, .solar, .nuclear, .thermal] {
            parts.append(gridGeneration(technology, province, year))
        }
        return total(ExplainedLabel(.totalGridGeneration, nil, province, year), parts)
    }

    private mutating func credit(_ technology: Technology, _ year: Int) -> Int {
        let parameter: Parameter =
            switch technology {
            case .wind: .gridCreditWind
            case .solar: .gridCreditSolar
            default: .gridCreditHydro
            }
        return self.parameter(.gridCredit, parameter, 0, year, subject: .technology(technology))
    }

    /// What one MWh of grid power counts as green under a rule, a fraction.
    mutating func greenGridShare(_ rule: AccountingRule, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.greenGridShare, .rule(rule), province, year)
        if let place = known(label) { return place }
        let technologies: [Technology] =
            switch rule {
            case .location, .credited: [.hydro, .wind, .solar]
            case .strict: [.hydro]
            case .clean: [.hydro, .wind, .solar, .nuclear]
            }
        var operands: [Int] = [totalGridGeneration(province, year)]
        for technology in technologies {
            operands.append(gridGeneration(technology, province, year))
        }
        let isCredited = rule == .credited || rule == .strict
        if isCredited {
            for technology in technologies { operands.append(credit(technology, year)) }
        }
        let count = technologies.count
        return define(label, operands) { operands in
            let parts: [Formula] = (1...count).map { place in
                isCredited ? operands[count + place] * operands[place] : operands[place]
            }
            return .sum(parts) / operands[0]
        }
    }

    /// Factor of power whose green attribute nobody holds: fossil factor x thermal / (thermal +
    /// nuclear), tCO2/MWh.
    mutating func residualFactor(_ province: Int, _ year: Int) -> Int {
        let operands = [
            parameter(.fossilFactor, .fossilGridEmissionFactor, province, year),
            gridGeneration(.thermal, province, year), gridGeneration(.nuclear, province, year),
        ]
        return define(ExplainedLabel(.residualFactor, nil, province, year), operands) {
            $0[0] * $0[1] / ($0[1] + $0[2])
        }
    }

    // MARK: - Months

    /// Shares of the months as the table states them; empty where it does not state all twelve.
    private mutating func hydroShares(_ province: Int) -> [Int] {
        var result: [Int] = []
        var sum = 0.0
        for month in 1...12 {
            let key = [inputs.provinces[province].code, "monthly_share", String(month)]
            guard let cell = data.cell(.hydrology, key: key, column: "value") else { return [] }
            sum += cell.number
            result.append(
                leaf(
                    ExplainedLabel(.hydroShareOfMonth, .month(month), province),
                    .cell(.hydrology, key: key, column: "value"), cell.number))
        }
        return sum > 0 ? result : []
    }

    private mutating func hydro(month: Int, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.hydroOfMonth, .month(month), province, year)
        if let place = known(label) { return place }
        let hydro = generation(.hydro, province, year)
        let shares = hydroShares(province)
        return define(label, [hydro] + shares) { operands in
            shares.isEmpty
                ? operands[0] / 12
                : operands[0] * operands[month] / .sum(Array(operands.dropFirst()))
        }
    }

    /// With flat wind and solar and a flat total.
    private mutating func renewableShare(month: Int, _ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.renewableShareOfMonth, .month(month), province, year)
        if let place = known(label) { return place }
        let operands = [
            hydro(month: month, province, year), generation(.wind, province, year),
            generation(.solar, province, year), totalGeneration(province, year),
        ]
        return define(label, operands) {
            .minimum([1, ($0[0] + ($0[1] + $0[2]) / 12) / ($0[3] / 12)])
        }
    }

    mutating func leastMonthShare(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.leastMonthShare, nil, province, year)
        if let place = known(label) { return place }
        var months: [Int] = []
        for month in 1...12 { months.append(renewableShare(month: month, province, year)) }
        return define(label, months) { .minimum($0) }
    }

    mutating func dryHalfYearShare(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.dryHalfYearShare, nil, province, year)
        if let place = known(label) { return place }
        var halves: [Int] = []
        for first in 0..<12 {
            var months: [Int] = []
            for offset in 0..<6 {
                months.append(renewableShare(month: (first + offset) % 12 + 1, province, year))
            }
            halves.append(
                define(
                    ExplainedLabel(
                        .renewableShareOfHalfYear, .month(first + 1), province, year), months
                ) { .sum($0) / 6 })
        }
        return define(label, halves) { .minimum($0) }
    }
}
