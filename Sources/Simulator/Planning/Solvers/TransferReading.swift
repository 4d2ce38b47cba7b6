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
    private var siteTerms: [SparseMatrix.Triplet] = []
    private var routeTerms: [SparseMatrix.Triplet] = []

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
    }

    private func place(_ site: Int, _ region: Int, _ period: Int) -> Int {
        (site * program.regionCount + region) * program.periodCount + period
    }

    /// Whether the problem has the form.
    mutating func read() -> Bool {
        readVariables()
        guard readRows() else { return false }
        for site in 0..<program.siteCount {
            let home = program.siteRegion[site]
            let first = columns[place(site, home == 0 ? 1 : 0, 0)]
            if program.regionCount < 2 || first < 0 { program.stockLimit[site] = 0 }
        }
        readCosts()
        readTerms()
        let rows = couplingRows.count
        program.siteTerms = SparseMatrix(
            rowCount: rows, columnCount: program.siteCount * program.periodCount,
            triplets: siteTerms)
        program.routeTerms = SparseMatrix(
            rowCount: rows,
            columnCount: program.regionCount * program.regionCount * program.periodCount,
            triplets: routeTerms)
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
        var terms: [SparseMatrix.Triplet] = []
        for (index, column) in rest.enumerated() {
            for entry in entries(general.constraints, column) {
                guard couplingOfRow[entry.row] >= 0 else { return false }
                terms.append(
                    SparseMatrix.Triplet(
                        row: couplingOfRow[entry.row], column: index, value: entry.value))
            }
        }
        program.restTerms = SparseMatrix(
            rowCount: couplingRows.count, columnCount: rest.count, triplets: terms)
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

    /// Terms of the cumulative sums: those of increments, less those of the next period.
    private mutating func readTerms() {
        for site in movingSites {
            let home = program.siteRegion[site]
            guard let reference = others(home).first else { continue }
            var later: [Int: Double] = [:]
            for period in stride(from: program.periodCount - 1, through: 0, by: -1) {
                let own = siteEntries(site, reference, period)
                for (row, value) in differences(own, later) {
                    siteTerms.append(
                        SparseMatrix.Triplet(
                            row: row, column: program.site(site, period), value: value))
                }
                later = own
            }
        }
        for home in 0..<program.regionCount {
            guard let site = firstSite(home) else { continue }
            for region in others(home) {
                var later: [Int: Double] = [:]
                for period in stride(from: program.periodCount - 1, through: 0, by: -1) {
                    let own = routeEntries(site, home, region, period)
                    for (row, value) in differences(own, later) {
                        routeTerms.append(
                            SparseMatrix.Triplet(
                                row: row, column: program.route(home, region, period),
                                value: value))
                    }
                    later = own
                }
            }
        }
    }

    /// What a move takes from its smelter: rows of its own province, and of the country what its
    /// move to the first destination has.
    private func siteEntries(_ site: Int, _ reference: Int, _ period: Int) -> [Int: Double] {
        let home = program.siteRegion[site]
        var result: [Int: Double] = [:]
        for entry in entries(general.constraints, columns[place(site, reference, period)]) {
            let coupling = couplingOfRow[entry.row]
            guard coupling >= 0 else { continue }
            let province = problem.limits[entry.row].province
            if province == nil || province == home { result[coupling] = entry.value }
        }
        return result
    }

    /// What it brings: rows of the destination, and of the country the difference from the move to the
    /// first destination.
    private func routeEntries(
        _ site: Int, _ home: Int, _ region: Int, _ period: Int
    ) -> [Int: Double] {
        var result: [Int: Double] = [:]
        for entry in entries(general.constraints, columns[place(site, region, period)]) {
            let coupling = couplingOfRow[entry.row]
            guard coupling >= 0 else { continue }
            let province = problem.limits[entry.row].province
            if province == nil || province == region { result[coupling] = entry.value }
        }
        let reference = others(home).first ?? region
        for entry in entries(general.constraints, columns[place(site, reference, period)]) {
            let coupling = couplingOfRow[entry.row]
            guard coupling >= 0, problem.limits[entry.row].province == nil else { continue }
            let rest = (result[coupling] ?? 0) - entry.value
            result[coupling] = rest == 0 ? nil : rest
        }
        return result
    }

    private func differences(
        _ own: [Int: Double], _ later: [Int: Double]
    ) -> [(row: Int, value: Double)] {
        var rows = Set(own.keys)
        rows.formUnion(later.keys)
        return rows.sorted().compactMap { row in
            let value = (own[row] ?? 0) - (later[row] ?? 0)
            return value == 0 ? nil : (row, value)
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

    private func others(_ home: Int) -> [Int] {
        (0..<program.regionCount).filter { $0 != home }
    }

    private func entries(
        _ matrix: SparseMatrix, _ column: Int
    ) -> [(row: Int, value: Double)] {
        (matrix.columnStarts[column]..<matrix.columnStarts[column + 1]).map {
            (matrix.rowIndices[$0], matrix.values[$0])
        }
    }

    private func entry(_ matrix: SparseMatrix, _ row: Int, _ column: Int) -> Double {
        for place in matrix.columnStarts[column]..<matrix.columnStarts[column + 1]
        where matrix.rowIndices[place] == row { return matrix.values[place] }
        return 0
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
