internal import NumericalMethods

/// A relocation problem as a transfer program, read off its own rows and columns: smelters are
/// sites, provinces regions, years periods.
///
/// What is in the general program is in this one, and the other way round: a column of a move is the
/// sum of what leaves its smelter and of what arrives by its route, and both are the same for all moves
/// that share them. A plan is certified on the general program, so an error here cannot pass.
struct TransferForm {
    let problem: RelocationProblem
    let program: TransferProgram
    /// The column of a move by site, region and period, -1 where there is none.
    private let columns: [Int]
    /// Columns of the rest.
    private let rest: [Int]
    /// Rows that couple sites, and those of one site.
    private let couplingRows: [Int]
    private let stockRows: [(row: Int, site: Int)]
    private let paceRows: [(row: Int, site: Int, period: Int)]

    /// Nil where the problem has limits of another form: those that are relaxed for a repair, and
    /// moves frozen in earlier years.
    init?(_ problem: RelocationProblem) {
        guard problem.scope.relaxed.isEmpty, problem.scope.frozenMoves.isEmpty,
            !problem.scope.countsLines, problem.scope.onlyYear == nil,
            let firstYear = problem.firstMoveYear
                ?? (problem.scope.omitsClosedMoves ? problem.inputs.horizon.lastIndex : nil)
        else { return nil }
        var reading = TransferReading(problem, firstYear: firstYear)
        guard reading.read() else { return nil }
        self.problem = problem
        program = reading.program
        columns = reading.columns
        rest = reading.rest
        couplingRows = reading.couplingRows
        stockRows = reading.stockRows
        paceRows = reading.paceRows
    }

    /// A solution of the transfer program's general form in the order of the problem.
    func solution(_ found: Solution, in form: TransferOrder) -> Solution {
        let general = problem.program
        var variables = [Double](repeating: 0, count: general.variableCount)
        var rowDuals = [Double](repeating: 0, count: general.rowCount)
        var boundDuals = [Double](repeating: 0, count: general.variableCount)
        for (place, move) in form.moves.enumerated() {
            let column = columns[
                (move.site * program.regionCount + move.region) * program.periodCount
                    + move.period]
            guard column >= 0 else { continue }
            variables[column] = found.variables[place]
            boundDuals[column] = found.boundDuals[place]
        }
        for (place, column) in rest.enumerated() {
            variables[column] = found.variables[form.moves.count + place]
            boundDuals[column] = found.boundDuals[form.moves.count + place]
        }
        for (place, row) in couplingRows.enumerated() { rowDuals[row] = found.rowDuals[place] }
        for (row, site) in stockRows {
            if let place = form.stockRow(site) { rowDuals[row] = found.rowDuals[place] }
        }
        for (row, site, period) in paceRows {
            if let place = form.paceRow(site, period) { rowDuals[row] = found.rowDuals[place] }
        }
        return Solution(
            status: found.status, variables: variables, rowDuals: rowDuals,
            boundDuals: boundDuals, objective: general.objective(at: variables),
            iterations: found.iterations, factorizations: found.factorizations)
    }
}

/// Where things stand in the general form of a transfer program, without writing it out.
struct TransferOrder {
    let moves: [TransferMove]
    private let firstStockRow: Int
    private let periodCount: Int
    private let siteCount: Int
    private let placeOfSite: [Int]

    init(_ program: TransferProgram) {
        var moves: [TransferMove] = []
        var places = [Int](repeating: -1, count: program.siteCount)
        var count = 0
        for site in 0..<program.siteCount where program.stockLimit[site] > 0 {
            places[site] = count
            count += 1
            for region in 0..<program.regionCount where region != program.siteRegion[site] {
                for period in 0..<program.periodCount {
                    moves.append(TransferMove(site: site, region: region, period: period))
                }
            }
        }
        self.moves = moves
        placeOfSite = places
        firstStockRow = program.rowCount
        periodCount = program.periodCount
        siteCount = count
    }

    func stockRow(_ site: Int) -> Int? {
        placeOfSite[site] < 0 ? nil : firstStockRow + placeOfSite[site]
    }

    func paceRow(_ site: Int, _ period: Int) -> Int? {
        placeOfSite[site] < 0
            ? nil : firstStockRow + siteCount + placeOfSite[site] * periodCount + period
    }
}

extension RelocationProblem {
    /// The first year in which a move may take effect; nil where none may.
    var firstMoveYear: Int? {
        var first: Int?
        for variable in variables {
            if case .move(_, _, let year) = variable { first = min(first ?? year, year) }
        }
        return first
    }
}
