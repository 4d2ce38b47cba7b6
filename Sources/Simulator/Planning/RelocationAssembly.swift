/// Writes the relocation problem down, row by row. Each policy adds its own rows; see `Policies/`.
struct RelocationAssembly {
    let baseline: Baseline
    let inputs: ModelInputs
    let effects: MoveEffectTable
    let scope: RelocationProblem.Scope
    let discount: [Double]
    var builder: ProgramBuilder
    /// Chosen moves in the program, with the column of each.
    private(set) var moves: [Move] = []
    /// Places among the moves of those that leave each province, and of those that go there.
    private var leaving: [[Int]]
    private var arriving: [[Int]]

    struct Move {
        let smelter: Int
        let origin: Int
        let destination: Int
        let year: Int
        let column: Int
        /// Where the effects of its route begin.
        let effects: Int
    }

    init(
        baseline: Baseline, effects: MoveEffectTable, scope: RelocationProblem.Scope
    ) {
        self.baseline = baseline
        self.effects = effects
        self.scope = scope
        inputs = baseline.inputs
        discount = Annuity.discountFactors(inputs)
        builder = ProgramBuilder(ProgramExtent(inputs))
        leaving = Array(repeating: [], count: inputs.provinceCount)
        arriving = leaving
    }

    /// What a move changes in a year.
    func effect(_ move: Move, _ year: Int) -> MoveEffect { effects.values[move.effects + year] }

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
        let years = first..<max(first, decisionYears.upperBound)
        let allOpen = scope.relaxed.contains(.moves)
        let isOpen = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount
        ) { province, year in
            scope.allowsMoves && (allOpen || effects.isOpen(province, from: year))
        }
        moves.reserveCapacity(effects.smelters.count * years.count)
        for route in effects.smelters.indices {
            let destination = effects.destinations[route]
            for move in scope.frozenMoves
            where move.smelter == effects.smelters[route] && move.destination == destination {
                addMove(route, year: move.year, from: move.capacity, to: move.capacity)
            }
            for year in years {
                addMove(
                    route, year: year, from: 0, to: isOpen[destination, year] ? .infinity : 0)
            }
        }
        addAdjustment()
    }

    private mutating func addMove(
        _ route: Int, year: Int, from lower: Double, to upper: Double
    ) {
        let smelter = effects.smelters[route]
        let destination = effects.destinations[route]
        let column = builder.addVariable(
            .move(smelter: smelter, destination: destination, year: year), from: lower, to: upper)
        let origin = inputs.smelters[smelter].province
        let move = Move(
            smelter: smelter, origin: origin, destination: destination, year: year,
            column: column, effects: route * effects.yearCount)
        leaving[origin].append(moves.count)
        arriving[destination].append(moves.count)
        moves.append(move)
        for later in max(year, decisionYears.lowerBound)..<decisionYears.upperBound {
            builder.addCost(
                column, discount[later] * effects.values[move.effects + later].cost.total)
        }
    }

    /// The cost of adjustment, charged in the year of the move.
    private mutating func addAdjustment() {
        let years = inputs.yearCount
        var groups = [[Int]](repeating: [], count: inputs.smelters.count * years)
        for move in moves where decisionYears.contains(move.year) {
            groups[move.smelter * years + move.year].append(move.column)
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
    @inline(__always)
    func moveTerms(
        in province: Int, year: Int, leaving: (MoveEffect) -> Double,
        arriving: (_ effect: MoveEffect, _ origin: Int) -> Double
    ) -> [ProgramBuilder.Term] {
        var terms = departureTerms(in: province, year: year, leaving)
        terms.reserveCapacity(terms.count + self.arriving[province].count)
        for place in self.arriving[province] where moves[place].year <= year {
            let coefficient = arriving(
                effects.values[moves[place].effects + year], moves[place].origin)
            if coefficient != 0 {
                terms.append(
                    ProgramBuilder.Term(variable: moves[place].column, coefficient: coefficient))
            }
        }
        return terms
    }

    /// Terms of a quantity that only departures change.
    @inline(__always)
    func departureTerms(
        in province: Int, year: Int, _ perUnit: (MoveEffect) -> Double
    ) -> [ProgramBuilder.Term] {
        var terms: [ProgramBuilder.Term] = []
        terms.reserveCapacity(leaving[province].count)
        for place in leaving[province] where moves[place].year <= year {
            let coefficient = perUnit(effects.values[moves[place].effects + year])
            if coefficient != 0 {
                terms.append(
                    ProgramBuilder.Term(variable: moves[place].column, coefficient: coefficient))
            }
        }
        return terms
    }

    /// The places among ``moves`` of those that go to a province.
    func movesArriving(in province: Int) -> [Int] { arriving[province] }

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
