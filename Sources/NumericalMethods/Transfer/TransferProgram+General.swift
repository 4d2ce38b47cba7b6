/// A transfer program as a general quadratic program, with the place of everything in it.
///
/// Columns: every move of a site with stock, by site, region and period, then the rest. Rows: the
/// coupling rows, then one of stock for every such site, then one of pace for every such site and
/// period.
public struct GeneralForm: Sendable {
    public let program: QuadraticProgram
    /// The moves by column.
    public let moves: [TransferMove]
    /// The sites that have moves.
    public let sites: [Int]
    /// Coupling rows before the rows of stock and pace.
    public let couplingRowCount: Int

    /// The row of a limit on the stock of the site at a place among ``sites``.
    public func stockRow(_ place: Int) -> Int { couplingRowCount + place }
    /// The row of a limit on the pace.
    public func paceRow(_ place: Int, _ period: Int, periodCount: Int) -> Int {
        couplingRowCount + sites.count + place * periodCount + period
    }
}

/// What one move of a transfer program is.
public struct TransferMove: Sendable, Equatable {
    public let site: Int
    public let region: Int
    public let period: Int

    public init(site: Int, region: Int, period: Int) {
        self.site = site
        self.region = region
        self.period = period
    }
}

extension TransferProgram {
    /// Writes every move out as a column of its own.
    ///
    /// - Throws: ``QuadraticProgramError`` where the program is not valid.
    public func generalForm() throws -> GeneralForm {
        try validate()
        let sites = siteRegion.indices.filter { stockLimit[$0] > 0 }
        var columns = GeneralColumns(program: self)
        for (place, site) in sites.enumerated() {
            columns.addMoves(of: site, place: place, siteCount: sites.count)
        }
        columns.addRest()
        var rowLower = rowLower
        var rowUpper = rowUpper
        rowLower += [Double](repeating: -.infinity, count: sites.count * (1 + periodCount))
        rowUpper += sites.map { stockLimit[$0] }
        for site in sites {
            rowUpper += paceLimit[self.site(site, 0)..<self.site(site, periodCount)]
        }
        let count = columns.linear.count
        let quadratic = SparseMatrix(
            rowCount: count, columnCount: count, triplets: columns.quadratic)
        let constraints = SparseMatrix(
            rowCount: rowLower.count, columnCount: count, columnStarts: columns.starts,
            rowIndices: columns.rows, values: columns.values)
        let program = try QuadraticProgram(
            quadratic: quadratic, linear: columns.linear, constant: constant,
            constraints: constraints, rowLower: rowLower, rowUpper: rowUpper,
            variableLower: columns.lower, variableUpper: columns.upper)
        return GeneralForm(
            program: program, moves: columns.moves, sites: sites, couplingRowCount: rowCount)
    }
}

/// Columns under construction.
private struct GeneralColumns {
    let program: TransferProgram
    var starts = [0]
    var rows: [Int] = []
    var values: [Double] = []
    var linear: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []
    var quadratic: [SparseMatrix.Triplet] = []
    var moves: [TransferMove] = []
    private var column: [Double]
    private var isTouched: [Bool]
    private var touched: [Int] = []
    private let bounds: [Int: TransferProgram.MoveBound]

    init(program: TransferProgram) {
        self.program = program
        column = Array(repeating: 0, count: program.rowCount)
        isTouched = Array(repeating: false, count: program.rowCount)
        var bounds: [Int: TransferProgram.MoveBound] = [:]
        for bound in program.moveBounds {
            bounds[
                (bound.site * program.regionCount + bound.region) * program.periodCount
                    + bound.period] = bound
        }
        self.bounds = bounds
    }

    mutating func addMoves(of site: Int, place: Int, siteCount: Int) {
        let home = program.siteRegion[site]
        let periods = program.periodCount
        for region in 0..<program.regionCount where region != home {
            for period in 0..<periods {
                let index = moves.count
                moves.append(TransferMove(site: site, region: region, period: period))
                for later in period..<periods {
                    add(program.siteTerms, program.site(site, later))
                    add(program.routeTerms, program.route(home, region, later))
                }
                closeCoupling()
                rows.append(program.rowCount + place)
                values.append(1)
                rows.append(program.rowCount + siteCount + place * periods + period)
                values.append(1)
                starts.append(rows.count)
                linear.append(
                    program.siteCost[program.site(site, period)]
                        + program.routeCost[program.route(home, region, period)])
                let own = bounds[(site * program.regionCount + region) * periods + period]
                let isOpen = program.isOpen[program.region(region, period)]
                lower.append(own?.lower ?? 0)
                upper.append(own?.upper ?? (isOpen ? .infinity : 0))
                addCurvature(index, site, period, home: home, region: region)
            }
        }
    }

    /// Columns of a site lie region by region, so those of one period are `T` apart.
    private mutating func addCurvature(
        _ index: Int, _ site: Int, _ period: Int, home: Int, region: Int
    ) {
        let periods = program.periodCount
        let shared = program.sumCurvature[program.site(site, period)]
        let own = program.ownCurvature[program.site(site, period)]
        if own != 0 {
            quadratic.append(SparseMatrix.Triplet(row: index, column: index, value: own))
        }
        guard shared != 0 else { return }
        let place = region < home ? region : region - 1
        let first = index - place * periods
        for other in 0..<(program.regionCount - 1) {
            quadratic.append(
                SparseMatrix.Triplet(row: first + other * periods, column: index, value: shared))
        }
    }

    mutating func addRest() {
        for index in 0..<program.restCount {
            add(program.restTerms, index)
            closeCoupling()
            starts.append(rows.count)
            linear.append(program.restCost[index])
            lower.append(program.restLower[index])
            upper.append(program.restUpper[index])
            if program.restCurvature[index] != 0 {
                let place = linear.count - 1
                quadratic.append(
                    SparseMatrix.Triplet(
                        row: place, column: place, value: program.restCurvature[index]))
            }
        }
    }

    private mutating func add(_ terms: SparseMatrix, _ source: Int) {
        for entry in terms.entries(ofColumn: source) {
            let row = terms.rowIndices[entry]
            if !isTouched[row] {
                isTouched[row] = true
                touched.append(row)
            }
            column[row] += terms.values[entry]
        }
    }

    private mutating func closeCoupling() {
        touched.sort()
        for row in touched {
            if column[row] != 0 {
                rows.append(row)
                values.append(column[row])
            }
            column[row] = 0
            isTouched[row] = false
        }
        touched.removeAll(keepingCapacity: true)
    }
}
