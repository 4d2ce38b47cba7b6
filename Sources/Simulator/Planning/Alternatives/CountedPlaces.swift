internal import NumericalMethods

/// Places of which a planner may want few to be touched by chosen moves: smelters that give up
/// capacity, or provinces that lose or receive it.
struct CountedPlaces: Sendable {
    enum Kind: Sendable {
        case smelters, provinces
    }

    let kind: Kind
    let problem: RelocationProblem
    let count: Int
    /// Each place's share by variable: sums of at most 1 over the moves that touch the place.
    private let shares: [(column: Int, place: Int, value: Double)]

    /// - Parameter plan: a plan, by variable, whose balance says whether a province counts by what
    ///   leaves it or by what arrives.
    init(_ kind: Kind, problem: RelocationProblem, plan: [Double]) {
        self.kind = kind
        self.problem = problem
        let inputs = problem.inputs
        let stock = Self.mostMoved(problem)
        switch kind {
        case .smelters:
            count = inputs.smelters.count
            shares = problem.moveColumns.compactMap { move in
                stock[move.smelter] > 0
                    ? (move.column, move.smelter, 1 / stock[move.smelter]) : nil
            }
        case .provinces:
            count = inputs.provinceCount
            var leaving = [Double](repeating: 0, count: count)
            var balance = leaving
            for (smelter, amount) in stock.enumerated() {
                leaving[inputs.smelters[smelter].province] += amount
            }
            for move in problem.moveColumns {
                balance[inputs.smelters[move.smelter].province] += plan[move.column]
                balance[move.destination] -= plan[move.column]
            }
            let lastYear = inputs.yearCount - 1
            let arriving = (0..<count).map { province in
                problem.effects.room[province, lastYear]
                    * inputs.parameters[.replacementRatio, province, lastYear]
            }
            let national = Self.mostMovedNationally(problem)
            var shares: [(column: Int, place: Int, value: Double)] = []
            for move in problem.moveColumns {
                let origin = inputs.smelters[move.smelter].province
                let most = min(leaving[origin], national)
                if balance[origin] >= 0, most > 0 { shares.append((move.column, origin, 1 / most)) }
                let room = min(arriving[move.destination], national)
                if balance[move.destination] < 0, room > 0 {
                    shares.append((move.column, move.destination, 1 / room))
                }
            }
            self.shares = shares
        }
    }

    /// The most that each smelter may move by the last year: stock, and pace of all years.
    private static func mostMoved(_ problem: RelocationProblem) -> [Double] {
        var stock = [Double](repeating: 0, count: problem.inputs.smelters.count)
        var pace = stock
        for (row, limit) in problem.limits.enumerated() {
            switch limit {
            case .stock(let smelter): stock[smelter] = problem.program.rowUpper[row]
            case .smelterPace(let smelter, _): pace[smelter] += problem.program.rowUpper[row]
            default: break
            }
        }
        return zip(stock, pace).map { max(0, min($0, $1)) }
    }

    private static func mostMovedNationally(_ problem: RelocationProblem) -> Double {
        var sum = 0.0
        for (row, limit) in problem.limits.enumerated() {
            if case .nationalPace = limit { sum += problem.program.rowUpper[row] }
        }
        return sum
    }

    /// The sum of the shares of all places but those named: never more than how many of these
    /// places a plan touches.
    func coefficients(without excluded: Set<Int> = []) -> [Double] {
        var result = [Double](repeating: 0, count: problem.variables.count)
        for share in shares where !excluded.contains(share.place) {
            result[share.column] += share.value
        }
        return result
    }

    /// The same problem with some places left alone.
    func closing(_ places: Set<Int>) -> RelocationProblem {
        guard kind == .provinces else { return problem.closing(smelters: places) }
        let smelters = problem.inputs.smelters.indices.filter {
            places.contains(problem.inputs.smelters[$0].province)
        }
        return problem.closing(smelters: Set(smelters), destinations: places)
    }

    /// How much each place moves, lost and received alike, Mt/yr.
    func amounts(_ variables: [Double]) -> [Double] {
        var amounts = [Double](repeating: 0, count: count)
        for move in problem.moveColumns
        where variables[move.column] >= SolutionReading.smallestMove {
            switch kind {
            case .smelters: amounts[move.smelter] += variables[move.column]
            case .provinces:
                amounts[problem.inputs.smelters[move.smelter].province] += variables[move.column]
                amounts[move.destination] += variables[move.column]
            }
        }
        return amounts
    }

    func touched(_ variables: [Double]) -> Set<Int> {
        let amounts = amounts(variables)
        return Set(amounts.indices.filter { amounts[$0] > 0 })
    }
}

extension RelocationProblem {
    var moveColumns: [(column: Int, smelter: Int, destination: Int)] {
        variables.enumerated().compactMap { column, variable in
            guard case .move(let smelter, let destination, _) = variable else { return nil }
            return (column, smelter, destination)
        }
    }
}
