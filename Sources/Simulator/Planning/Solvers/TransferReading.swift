internal import NumericalMethods

/// Reads the parts of a transfer program off a relocation problem.
struct TransferReading {
    let problem: RelocationProblem
    /// The year of period 0.
    let firstYear: Int
    var program: TransferProgram
    var columns: [Int]
    var rest: [Int] = []
    var couplingRows: [Int] = []
    var stockRows: [(row: Int, site: Int)] = []
    var paceRows: [(row: Int, site: Int, period: Int)] = []
    /// The coupling row of each row, -1 for stock and pace.
    private var couplingOfRow: [Int]
    /// The province of each row, -1 for those of the country.
    private let provinceOfRow: [Int]
    /// The provinces that moves go to.
    private var destinations: [Int] = []

    private var general: QuadraticProgram { problem.program }
    private var inputs: ModelInputs { problem.inputs }

    init(_ problem: RelocationProblem, firstYear: Int) {
        self.problem = problem
        self.firstYear = firstYear
        let periods = problem.inputs.yearCount - firstYear
        program = TransferProgram(
            regionCount: problem.inputs.provinceCount, periodCount: periods,
            siteRegion: problem.inputs.smelters.map(\.province))
        columns = Array(
            repeating: -1,
            count: problem.inputs.smelters.count * problem.inputs.provinceCount * periods)
        couplingOfRow = Array(repeating: -1, count: problem.limits.count)
        provinceOfRow = problem.limits.map { $0.province ?? -1 }
    }

    private func place(_ site: Int, _ region: Int, _ period: Int) -> Int {
        (site * program.regionCount + region) * program.periodCount + period
    }

    /// Whether the problem has the form.
    mutating func read() -> Bool {
        readVariables()
        guard readRows() else { return false }
        var isReached = [Bool](repeating: false, count: program.regionCount)
        for site in 0..<program.siteCount {
            var hasMoves = false
            for region in 0..<program.regionCount where columns[place(site, region, 0)] >= 0 {
                isReached[region] = true
                hasMoves = true
            }
            if !hasMoves { program.stockLimit[site] = 0 }
        }
        destinations = isReached.indices.filter { isReached[$0] }
        for region in isReached.indices where !isReached[region] {
            for period in 0..<program.periodCount {
                program.isOpen[program.region(region, period)] = false
            }
        }
        readCosts()
        program.siteTerms = siteTerms()
        program.routeTerms = routeTerms()
        return true
    }

    private mutating func readVariables() {
        for (column, variable) in problem.variables.enumerated() {
            guard case .move(let site, let region, let year) = variable else {
                rest.append(column)
                continue
            }
            columns[place(site, region, year - firstYear)] = column
            program.isOpen[program.region(region, year - firstYear)] =
                general.variableUpper[column] > 0
        }
        program.restCost = rest.map { general.linear[$0] }
        program.restLower = rest.map { general.variableLower[$0] }
        program.restUpper = rest.map { general.variableUpper[$0] }
        program.restCurvature = rest.map { entry(general.quadratic, $0, $0) }
        program.constant = general.constant
        let extent = problem.extent
        program.restLabels = rest.map {
            problem.variables[$0].place(in: extent)
                ?? PlanningVariable.placeCount(in: extent) + $0
        }
    }

    private mutating func readRows() -> Bool {
        program.stockLimit = Array(repeating: 0, count: program.siteCount)
        for (row, limit) in problem.limits.enumerated() {
            switch limit {
            case .stock(let site):
                stockRows.append((row, site))
                program.stockLimit[site] = general.rowUpper[row]
            case .smelterPace(let site, let year):
                guard year >= firstYear else { return false }
                paceRows.append((row, site, year - firstYear))
                program.paceLimit[program.site(site, year - firstYear)] = general.rowUpper[row]
            default:
                couplingOfRow[row] = couplingRows.count
                couplingRows.append(row)
                program.rowLower.append(general.rowLower[row])
                program.rowUpper.append(general.rowUpper[row])
            }
        }
        program.rowLabels = couplingRows.map { problem.limits[$0].label(in: problem.extent) }
        var terms = ColumnBuilder(rowCount: couplingRows.count)
        for column in rest {
            for entry in general.constraints.entries(ofColumn: column) {
                let coupling = couplingOfRow[general.constraints.rowIndices[entry]]
                guard coupling >= 0 else { return false }
                terms.add(coupling, general.constraints.values[entry])
            }
            terms.endColumn()
        }
        program.restTerms = terms.matrix
        return true
    }

    /// Costs and curvatures: what a smelter's move to its first destination costs is the smelter's,
    /// the difference of another destination the route's.
    private mutating func readCosts() {
        for site in movingSites {
            let home = program.siteRegion[site]
            for period in 0..<program.periodCount {
                let columns = others(home).map { self.columns[place(site, $0, period)] }
                guard let first = columns.first else { continue }
                program.siteCost[program.site(site, period)] = general.linear[first]
                let own = entry(general.quadratic, first, first)
                let shared = columns.count > 1 ? entry(general.quadratic, first, columns[1]) : 0
                program.sumCurvature[program.site(site, period)] = shared
                program.ownCurvature[program.site(site, period)] = own - shared
            }
        }
        for home in 0..<program.regionCount {
            guard let site = firstSite(home) else { continue }
            let first = others(home).first ?? 0
            for region in others(home) {
                for period in 0..<program.periodCount {
                    program.routeCost[program.route(home, region, period)] =
                        general.linear[columns[place(site, region, period)]]
                        - general.linear[columns[place(site, first, period)]]
                }
            }
        }
    }

    /// Terms of the cumulative sums: those of increments, less those of the next period. What a move
    /// takes from its smelter are the rows of its own province, and of the country what its move to
    /// the first destination has.
    private func siteTerms() -> SparseMatrix {
        var terms = ColumnBuilder(rowCount: couplingRows.count)
        var own: [Term] = []
        var later: [Term] = []
        for site in 0..<program.siteCount {
            let home = program.siteRegion[site]
            let reference = program.stockLimit[site] > 0 ? others(home).first : nil
            for period in 0..<program.periodCount {
                if let reference {
                    collect(columns[place(site, reference, period)], home, into: &own)
                    later.removeAll(keepingCapacity: true)
                    if period + 1 < program.periodCount {
                        collect(columns[place(site, reference, period + 1)], home, into: &later)
                    }
                    Self.merge(own, later) { terms.add($0, $1 - $2) }
                }
                terms.endColumn()
            }
        }
        return terms.matrix
    }

    /// What a move brings: rows of the destination, and of the country the difference from the move to
    /// the first destination.
    private func routeTerms() -> SparseMatrix {
        var terms = ColumnBuilder(rowCount: couplingRows.count)
        var own: [Term] = []
        var later: [Term] = []
        for home in 0..<program.regionCount {
            let site = firstSite(home)
            let reference = others(home).first
            for region in 0..<program.regionCount {
                for period in 0..<program.periodCount {
                    if let site, let reference, columns[place(site, region, period)] >= 0 {
                        collectRoute(site, region, reference, period, into: &own)
                        later.removeAll(keepingCapacity: true)
                        if period + 1 < program.periodCount {
                            collectRoute(site, region, reference, period + 1, into: &later)
                        }
                        Self.merge(own, later) { terms.add($0, $1 - $2) }
                    }
                    terms.endColumn()
                }
            }
        }
        return terms.matrix
    }

    private typealias Term = (row: Int, value: Double)

    /// The entries of a column in coupling rows of a province and of the country.
    private func collect(
        _ column: Int, _ province: Int, into result: inout [Term]
    ) {
        result.removeAll(keepingCapacity: true)
        let matrix = general.constraints
        for entry in matrix.entries(ofColumn: column) {
            let row = matrix.rowIndices[entry]
            if provinceOfRow[row] < 0 || provinceOfRow[row] == province, couplingOfRow[row] >= 0 {
                result.append((couplingOfRow[row], matrix.values[entry]))
            }
        }
    }

    private func collectRoute(
        _ site: Int, _ region: Int, _ reference: Int, _ period: Int, into result: inout [Term]
    ) {
        var own: [Term] = []
        var first: [Term] = []
        collect(columns[place(site, region, period)], region, into: &own)
        collect(columns[place(site, reference, period)], -1, into: &first)
        result.removeAll(keepingCapacity: true)
        Self.merge(own, first) { row, left, right in
            if left - right != 0 { result.append((row, left - right)) }
        }
    }

    /// Calls with each row of either list, ascending, and its values in both.
    private static func merge(
        _ left: [Term], _ right: [Term], _ take: (Int, Double, Double) -> Void
    ) {
        var (first, second) = (0, 0)
        while first < left.count || second < right.count {
            let row = min(
                first < left.count ? left[first].row : .max,
                second < right.count ? right[second].row : .max)
            var values = (0.0, 0.0)
            if first < left.count, left[first].row == row {
                values.0 = left[first].value
                first += 1
            }
            if second < right.count, right[second].row == row {
                values.1 = right[second].value
                second += 1
            }
            take(row, values.0, values.1)
        }
    }

    private var movingSites: [Int] {
        (0..<program.siteCount).filter { program.stockLimit[$0] > 0 }
    }

    private func firstSite(_ home: Int) -> Int? {
        (0..<program.siteCount).first {
            program.siteRegion[$0] == home && program.stockLimit[$0] > 0
        }
    }

    private func others(_ home: Int) -> [Int] { destinations.filter { $0 != home } }

    private func entry(_ matrix: SparseMatrix, _ row: Int, _ column: Int) -> Double {
        for place in matrix.columnStarts[column]..<matrix.columnStarts[column + 1]
        where matrix.rowIndices[place] == row { return matrix.values[place] }
        return 0
    }
}

/// A sparse matrix column by column, rows ascending.
private struct ColumnBuilder {
    let rowCount: Int
    private var starts = [0]
    private var rows: [Int] = []
    private var values: [Double] = []

    init(rowCount: Int) {
        self.rowCount = rowCount
    }

    mutating func add(_ row: Int, _ value: Double) {
        guard value != 0 else { return }
        rows.append(row)
        values.append(value)
    }

    mutating func endColumn() { starts.append(rows.count) }

    var matrix: SparseMatrix {
        SparseMatrix(
            rowCount: rowCount, columnCount: starts.count - 1, columnStarts: starts,
            rowIndices: rows, values: values)
    }
}

extension PlanningLimit {
    /// The province whose power or room the row limits; nil for rows of the country.
    var province: Int? {
        switch self {
        case .hosting(let province, _), .creditedGrid(let province, _),
            .captiveCoalLeft(let province, _), .gridLeft(let province, _),
            .quota(let province, _), .certificateShare(let province, _),
            .optionLimit(_, let province, _), .burden(let province):
            province
        case .stock, .smelterPace, .nationalPace, .certificateBalance, .certificateLimit,
            .capacityCeiling, .emissionCap, .capitalBudget, .nationalCleanShare, .total:
            nil
        }
    }
}
