internal import NumericalMethods

/// Reads a solution back into the words of the domain.
struct SolutionReading {
    let problem: RelocationProblem
    let solution: Solution

    var inputs: ModelInputs { problem.inputs }

    /// Moves under ten tonnes a year are the solver's rounding, not a plan.
    static let smallestMove = 1e-5
    /// Purchases under one MWh (1e-6 TWh) likewise.
    static let smallestPurchase = 1e-6

    func value(_ variable: PlanningVariable) -> Double {
        problem.indexOfVariable[variable].map { solution.variables[$0] } ?? 0
    }

    /// Multiplier of a row; 0 where the program has no such row.
    func dual(_ limit: PlanningLimit) -> Double {
        problem.indexOfLimit[limit].map { solution.rowDuals[$0] } ?? 0
    }

    /// Decisions with the solver's rounding cleared: the credited grid power at its bound, the
    /// certificates at what the quota then needs.
    func decisions() -> Decisions {
        var moves: [ChosenMove] = []
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(let smelter, let destination, let year) = variable,
                solution.variables[index] >= Self.smallestMove
            else { continue }
            moves.append(
                ChosenMove(
                    smelter: smelter, destination: destination, year: year,
                    capacity: solution.variables[index]))
        }
        moves.sort {
            ($0.year, $0.smelter, $0.destination) < ($1.year, $1.smelter, $1.destination)
        }
        var purchases = Purchases(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount)
        for option in GreenOption.allCases {
            for province in 0..<inputs.provinceCount {
                for year in 1..<max(1, inputs.yearCount) {
                    let limit = inputs.market.optionLimit[option.index][province, year]
                    let bought = value(.option(option, province: province, year: year))
                    purchases.options[option.index][province, year] =
                        bought < Self.smallestPurchase ? 0 : min(bought, limit)
                }
            }
        }
        let needs = Outcome.shortfalls(
            problem.baseline, decisions: Decisions(moves: moves, purchases: purchases))
        for province in 0..<inputs.provinceCount {
            for year in 1..<max(1, inputs.yearCount) {
                guard
                    problem.indexOfVariable[.certificates(province: province, year: year)] != nil
                else { continue }
                let need = needs[province, year]
                let bought = value(.certificates(province: province, year: year))
                let missed = value(.shortfall(province: province, year: year))
                if missed <= 1e-7 * max(1, need) {
                    purchases.certificates[province, year] = need
                } else if bought >= Self.smallestPurchase {
                    purchases.certificates[province, year] = min(bought, need)
                }
            }
        }
        return Decisions(moves: moves, purchases: purchases)
    }

    func moves(_ chosen: [ChosenMove]) -> [PlannedMove] {
        let routes = Dictionary(
            problem.effects.routes.map { (RouteKey($0.smelter, $0.destination), $0) },
            uniquingKeysWith: { first, _ in first })
        let columns = ProgramColumns(problem: problem)
        return chosen.compactMap { move in
            guard let route = routes[RouteKey(move.smelter, move.destination)] else { return nil }
            let cost = problem.presentValue(route, from: move.year) { $0.total }
            return PlannedMove(
                move: move, cost: cost * move.capacity,
                emissionEffect: route.effects[inputs.yearCount - 1].emissions * move.capacity,
                reason: MoveReason(move, route: route, reading: self, columns: columns))
        }
    }

    private struct RouteKey: Hashable {
        let smelter: Int
        let destination: Int

        init(_ smelter: Int, _ destination: Int) {
            self.smelter = smelter
            self.destination = destination
        }
    }

    /// Limits that an elastic solution misses, the largest failure first.
    func failedLimits() -> [FailedLimit] {
        var result: [FailedLimit] = []
        for (index, variable) in problem.variables.enumerated() {
            guard let limit = variable.limitItRelaxes else { continue }
            // In soft mode a quota may be missed at its price: it does not fail.
            if case .quota = limit, inputs.policy.mode == .soft { continue }
            // To a millionth, so that equal failures come in the order of their years.
            let amount = (solution.variables[index] * 1e6).rounded() / 1e6
            if amount > 1e-6 { result.append(FailedLimit(limit: limit, amount: amount)) }
        }
        // Variables stand in the order of provinces and years, which breaks ties.
        return result.enumerated().sorted {
            $0.element.amount != $1.element.amount
                ? $0.element.amount > $1.element.amount : $0.offset < $1.offset
        }.map(\.element)
    }
}

extension PlanningVariable {
    /// The limit a shortfall or excess variable relaxes.
    var limitItRelaxes: PlanningLimit? {
        switch self {
        case .shortfall(let province, let year): .quota(province: province, year: year)
        case .excess(let year): .emissionCap(year: year)
        case .overCeiling(let year): .capacityCeiling(year: year)
        case .cleanShortfall(let year): .nationalCleanShare(year: year)
        default: nil
        }
    }
}

/// Columns of the program by variable, for taking reduced costs apart.
struct ProgramColumns {
    let problem: RelocationProblem

    func entries(of column: Int) -> [(row: Int, value: Double)] {
        let matrix = problem.program.constraints
        return (matrix.columnStarts[column]..<matrix.columnStarts[column + 1]).map {
            (matrix.rowIndices[$0], matrix.values[$0])
        }
    }

    /// (Q x)_j
    func curvature(of column: Int, at point: [Double]) -> Double {
        let matrix = problem.program.quadratic
        var sum = 0.0
        for place in matrix.columnStarts[column]..<matrix.columnStarts[column + 1] {
            sum += matrix.values[place] * point[matrix.rowIndices[place]]
        }
        return sum
    }
}
