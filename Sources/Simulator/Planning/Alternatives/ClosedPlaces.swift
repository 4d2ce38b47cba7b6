internal import NumericalMethods

/// Smelters and provinces that a plan leaves alone.
extension RelocationProblem {
    /// The same problem with some smelters kept from moving anything, and nothing moved to some
    /// provinces.
    func closing(smelters: Set<Int>, destinations: Set<Int> = []) -> RelocationProblem {
        var problem = self
        for smelter in smelters {
            if let row = indexOfLimit[.stock(smelter: smelter)] {
                problem.program.rowUpper[row] = 0
            }
        }
        guard !destinations.isEmpty else { return problem }
        for (column, variable) in variables.enumerated() {
            if case .move(_, let destination, _) = variable, destinations.contains(destination) {
                problem.program.variableUpper[column] = 0
            }
        }
        return problem
    }

    /// The multipliers of what the structured method leaves out: a smelter whose stock is 0 has no
    /// moves there. Its stock's price is the least reduced cost of its moves where that is
    /// negative, so that none of them has a reason to move.
    func pricingClosedStock(_ solution: Solution) -> Solution {
        var closed: [Int: Int] = [:]
        for (row, limit) in limits.enumerated() {
            if case .stock(let smelter) = limit, program.rowUpper[row] <= 0 {
                closed[smelter] = row
            }
        }
        guard !closed.isEmpty else { return solution }
        var solution = solution
        let columns = ProgramColumns(problem: self)
        var reduced: [(column: Int, row: Int, cost: Double)] = []
        var least: [Int: Double] = [:]
        for (column, variable) in variables.enumerated() {
            guard case .move(let smelter, _, _) = variable, let row = closed[smelter] else {
                continue
            }
            var cost =
                program.linear[column] + columns.curvature(of: column, at: solution.variables)
            for entry in columns.entries(of: column) where entry.row != row {
                cost -= solution.rowDuals[entry.row] * entry.value
            }
            reduced.append((column, row, cost))
            // A move that is closed by its own limit needs no price of the stock.
            if program.variableUpper[column] > 0 { least[row] = min(least[row] ?? 0, cost) }
        }
        for (row, price) in least { solution.rowDuals[row] = price }
        for move in reduced {
            solution.boundDuals[move.column] = move.cost - (least[move.row] ?? 0)
        }
        return solution
    }
}
