/// Writes the relocation problem down, row by row. Each policy adds its own rows; see `Policies/`.
struct RelocationAssembly {
    let baseline: Baseline
    let inputs: ModelInputs
    let effects: MoveEffectTable
    let scope: RelocationProblem.Scope
    let discount: [Double]
    var builder = ProgramBuilder()
    /// Chosen moves in the program, with the column of each.
    private(set) var moves: [Move] = []

    struct Move {
        let route: MoveEffectTable.Route
        let year: Int
        let column: Int
    }

    init(
        baseline: Baseline, effects: MoveEffectTable, scope: RelocationProblem.Scope
    ) {
        self.baseline = baseline
        self.effects = effects
        self.scope = scope
        inputs = baseline.inputs
        discount = Annuity.discountFactors(inputs)
    }

    var provinces: Range<Int> { 0..<inputs.provinceCount }
    /// Years whose costs and quotas the problem holds.
    var decisionYears: Range<Int> {
        if let year = scope.onlyYear { return year..<(year + 1) }
        return 1..<max(1, inputs.yearCount)
    }

    /// Years in which limits known beforehand hold: the decided ones and those after them.
    var limitedYears: Range<Int> { decisionYears.lowerBound..<max(1, inputs.yearCount) }

    var rule: AccountingRule { inputs.policy.rule }

    mutating func assemble() {
        addMoves()
        addGreenOptions()
        addCreditedGrid()
        addCertificateMarket()
        addQuotas()
        addStockAndPace()
        addHosting()
        addCeiling()
        addEmissionCap()
        addCapitalBudget()
        addNationalCleanShare()
        addAdditions()
    }

    /// Variables x[i,q,t] with their yearly costs and the cost of adjustment. Moves exist only
    /// from the first decision year plus the lead time on (C4), and where there is stock. One to a
    /// province without room is held at zero: its reduced cost says what room would be worth.
    private mutating func addMoves() {
        let first = max(inputs.relocation.firstMoveYear, decisionYears.lowerBound)
        guard first < inputs.yearCount else { return }
        for route in effects.routes {
            for move in scope.frozenMoves
            where move.smelter == route.smelter && move.destination == route.destination {
                addMove(route, year: move.year, from: move.capacity, to: move.capacity)
            }
            for year in first..<max(first, decisionYears.upperBound) {
                let isOpen =
                    scope.allowsMoves
                    && (scope.relaxed.contains(.moves)
                        || effects.isOpen(route.destination, from: year))
                addMove(route, year: year, from: 0, to: isOpen ? .infinity : 0)
            }
        }
        addAdjustment()
    }

    private mutating func addMove(
        _ route: MoveEffectTable.Route, year: Int, from lower: Double, to upper: Double
    ) {
        let column = builder.addVariable(
            .move(smelter: route.smelter, destination: route.destination, year: year),
            from: lower, to: upper)
        moves.append(Move(route: route, year: year, column: column))
        for later in max(year, decisionYears.lowerBound)..<decisionYears.upperBound {
            builder.addCost(column, discount[later] * route.effects[later].cost.total)
        }
    }

    /// The cost of adjustment, charged in the year of the move.
    private mutating func addAdjustment() {
        let years = inputs.yearCount
        var groups = [[Int]](repeating: [], count: inputs.smelters.count * years)
        for move in moves where decisionYears.contains(move.year) {
            groups[move.route.smelter * years + move.year].append(move.column)
        }
        for (place, columns) in groups.enumerated() where !columns.isEmpty {
            let smelter = place / years
            let home = inputs.smelters[smelter].province
            let gamma = inputs.parameters[.adjustmentCostGamma, home, 0]
            let scale = discount[place % years] / inputs.smelters[smelter].capacity
            builder.addCurvature(ofSum: columns, gamma * scale)
            for column in columns { builder.addCurvature(column, gamma / 100 * scale) }
        }
    }

    /// The variable by which a limit may be exceeded, where the scope relaxes it, with the sign it
    /// has on the limit's side.
    mutating func relaxation(_ relaxation: Relaxation) -> [ProgramBuilder.Term] {
        guard scope.relaxed.contains(relaxation.means) else { return [] }
        let variable = PlanningVariable.relaxation(relaxation)
        if let column = builder.index(variable) {
            return [ProgramBuilder.Term(variable: column, coefficient: -1)]
        }
        let column = builder.addVariable(variable)
        builder.addCost(column, RelocationProblem.elasticPrice)
        return [ProgramBuilder.Term(variable: column, coefficient: -1)]
    }

    /// Terms of a quantity that a move changes in a year: `leaving` per Mt/yr at the origin,
    /// `arriving` at the destination.
    func moveTerms(
        in province: Int, year: Int, leaving: (MoveEffect) -> Double,
        arriving: (_ effect: MoveEffect, _ origin: Int) -> Double
    ) -> [ProgramBuilder.Term] {
        var terms: [ProgramBuilder.Term] = []
        for move in moves where move.year <= year {
            let origin = inputs.smelters[move.route.smelter].province
            var coefficient = 0.0
            if origin == province { coefficient += leaving(move.route.effects[year]) }
            if move.route.destination == province {
                coefficient += arriving(move.route.effects[year], origin)
            }
            if coefficient != 0 {
                terms.append(
                    ProgramBuilder.Term(variable: move.column, coefficient: coefficient))
            }
        }
        return terms
    }

    func optionTerms(
        in province: Int, year: Int, _ coefficient: Double
    ) -> [ProgramBuilder.Term] {
        GreenOption.allCases.compactMap { option in
            builder.index(.option(option, province: province, year: year)).map {
                ProgramBuilder.Term(variable: $0, coefficient: coefficient)
            }
        }
    }

    func term(_ variable: PlanningVariable, _ coefficient: Double) -> [ProgramBuilder.Term] {
        builder.index(variable).map {
            [ProgramBuilder.Term(variable: $0, coefficient: coefficient)]
        } ?? []
    }
}
