/// Transfer programs of several scenarios that share their moves, as one two-stage program.
///
/// A move must be allowed in every scenario: by the tightest of all limits on stock and pace, and by
/// every row that holds no other decision. The sums are what has left each site by each period, and what has
/// arrived in each region by each period, weighted by region of origin in as few ways as the rows
/// and costs of all scenarios tell apart.
public struct TwoStageTransfer: Sendable {
    public let program: TwoStageProgram
    /// The moves, by column.
    public let moves: [TransferMove]
    /// A scenario whose limits on moves alone contradict each other or those of the scenarios before it,
    /// which proves that no moves suit all; nil where there is none.
    public let contradiction: Int?

    /// - Parameters:
    ///   - programs: one for each scenario, with the same regions, periods and sites.
    ///   - probabilities: above 0; scaled to add to 1.
    /// - Throws: ``QuadraticProgramError`` where dimensions differ or a program is not valid.
    public init(
        _ programs: [TransferProgram], probabilities: [Double]
    ) throws(QuadraticProgramError) {
        for program in programs {
            try program.validate()
            guard program.siteRegion == programs[0].siteRegion,
                program.periodCount == programs[0].periodCount,
                program.regionCount == programs[0].regionCount
            else {
                throw .dimension(
                    what: "sites", expected: programs[0].siteCount, found: program.siteCount)
            }
        }
        guard !programs.isEmpty, programs.count == probabilities.count else {
            throw .dimension(
                what: "probabilities", expected: programs.count, found: probabilities.count)
        }
        let total = probabilities.reduce(0, +)
        var assembly = TwoStageAssembly(programs, probabilities.map { $0 / total })
        assembly.assemble()
        program = assembly.program
        moves = assembly.moves
        contradiction = assembly.contradiction
        if contradiction == nil { try program.validate() }
    }
}

/// A two-stage program under construction.
private struct TwoStageAssembly {
    let programs: [TransferProgram]
    var program = TwoStageProgram()
    var moves: [TransferMove] = []
    var contradiction: Int?

    private let first: TransferProgram
    private var stock: [Double]
    private var pace: [Double]
    /// The sum of each site and period, -1 where nothing can have left.
    private var sumOfSite: [Int]
    /// The sums of each region and period: place, and weight by region of origin.
    private var sumsOfRegion: [[(sum: Int, weights: [Double])]]
    private var isShared: [[Bool]] = []
    /// Rows with the same sums, to find those with the same coefficients.
    private var sharedRows: [[Int]: [Int]] = [:]
    private var sharedEntries: [[(sum: Int, value: Double)]] = []

    init(_ programs: [TransferProgram], _ probabilities: [Double]) {
        self.programs = programs
        program.probabilities = probabilities
        first = programs[0]
        stock = first.stockLimit
        pace = first.paceLimit
        for program in programs.dropFirst() {
            for site in stock.indices { stock[site] = min(stock[site], program.stockLimit[site]) }
            for place in pace.indices { pace[place] = min(pace[place], program.paceLimit[place]) }
        }
        sumOfSite = Array(repeating: -1, count: first.siteCount * first.periodCount)
        sumsOfRegion = Array(repeating: [], count: first.regionCount * first.periodCount)
    }

    private var periods: Range<Int> { 0..<first.periodCount }
    private var regions: Range<Int> { 0..<first.regionCount }

    mutating func assemble() {
        isShared = programs.map { program in
            var shared = [Bool](repeating: true, count: program.rowCount)
            for row in program.restTerms.rowIndices { shared[row] = false }
            return shared
        }
        openMoves()
        placeSums()
        writeSums()
        addStockAndPace()
        for index in programs.indices { addScenario(index) }
        program.sharedTerms = Self.byRows(sharedEntries, width: program.sums.rowCount)
    }

    // MARK: moves

    private mutating func openMoves() {
        let tiny = 1e-12
        var isOpen = [Bool](repeating: true, count: first.regionCount * first.periodCount)
        for program in programs {
            for place in isOpen.indices where !program.isOpen[place] { isOpen[place] = false }
        }
        for site in 0..<first.siteCount where stock[site] > tiny {
            for region in regions where region != first.siteRegion[site] {
                for period in periods
                where isOpen[first.region(region, period)]
                    && pace[first.site(site, period)] > tiny
                {
                    moves.append(TransferMove(site: site, region: region, period: period))
                }
            }
        }
        // A row that nothing can exceed zero in closes what would.
        for (index, program) in programs.enumerated() {
            for row in 0..<program.rowCount
            where isShared[index][row] && program.rowUpper[row] <= tiny {
                let terms = coefficients(program, row)
                guard terms.allSatisfy({ $0 >= -tiny }) else { continue }
                moves = zip(moves, terms).filter { $0.1 <= tiny }.map(\.0)
            }
        }
    }

    /// What each move has in a coupling row.
    private func coefficients(_ program: TransferProgram, _ row: Int) -> [Double] {
        let bySite = Self.row(program.siteTerms, row)
        let byRoute = Self.row(program.routeTerms, row)
        return moves.map { move in
            var sum = 0.0
            for later in move.period..<first.periodCount {
                sum += bySite[first.site(move.site, later)] ?? 0
                let home = first.siteRegion[move.site]
                sum += byRoute[first.route(home, move.region, later)] ?? 0
            }
            return sum
        }
    }

    private static func row(_ matrix: SparseMatrix, _ row: Int) -> [Int: Double] {
        var result: [Int: Double] = [:]
        for column in 0..<matrix.columnCount {
            for entry in matrix.entries(ofColumn: column) where matrix.rowIndices[entry] == row {
                result[column] = matrix.values[entry]
            }
        }
        return result
    }

    // MARK: sums

    /// Gives every sum that is not always zero a place, period by period.
    private mutating func placeSums() {
        var origins = [Set<Int>](repeating: [], count: sumsOfRegion.count)
        var leaves = [Bool](repeating: false, count: sumOfSite.count)
        for move in moves {
            for later in move.period..<first.periodCount {
                leaves[first.site(move.site, later)] = true
                origins[first.region(move.region, later)].insert(first.siteRegion[move.site])
            }
        }
        var directions = origins.map { ArrivalDirections(origins: $0.sorted()) }
        for program in programs {
            for region in regions {
                for period in periods {
                    let place = first.region(region, period)
                    guard !origins[place].isEmpty else { continue }
                    directions[place].take(program, region: region, period: period)
                }
            }
        }
        var count = 0
        for period in periods {
            for site in 0..<first.siteCount where leaves[first.site(site, period)] {
                sumOfSite[first.site(site, period)] = count
                count += 1
            }
            for region in regions {
                for weights in directions[first.region(region, period)].basis {
                    sumsOfRegion[first.region(region, period)].append((count, weights))
                    count += 1
                }
            }
        }
        program.sums = SparseMatrix(rowCount: count, columnCount: 0)
    }

    private mutating func writeSums() {
        var triplets: [SparseMatrix.Triplet] = []
        for (column, move) in moves.enumerated() {
            let home = first.siteRegion[move.site]
            for later in move.period..<first.periodCount {
                triplets.append(
                    SparseMatrix.Triplet(
                        row: sumOfSite[first.site(move.site, later)], column: column, value: 1))
                for (sum, weights) in sumsOfRegion[first.region(move.region, later)] {
                    triplets.append(
                        SparseMatrix.Triplet(row: sum, column: column, value: weights[home]))
                }
            }
        }
        program.sums = SparseMatrix(
            rowCount: program.sums.rowCount, columnCount: moves.count, triplets: triplets)
    }

    // MARK: limits and curvature of moves

    private mutating func addStockAndPace() {
        var groups = AdjustmentGroups(probabilities: program.probabilities)
        let sites = Set(moves.map(\.site)).sorted()
        for site in sites {
            let last = sumOfSite[first.site(site, first.periodCount - 1)]
            addShared([(last, 1)], from: -.infinity, to: stock[site], curvature: 0, group: 0)
        }
        for site in sites {
            for period in periods {
                let place = first.site(site, period)
                guard sumOfSite[place] >= 0 else { continue }
                var terms = [(sumOfSite[place], 1.0)]
                if period > 0, sumOfSite[place - 1] >= 0 {
                    terms.insert((sumOfSite[place - 1], -1), at: 0)
                }
                let (mean, group) = groups.group(of: programs.map { $0.sumCurvature[place] })
                addShared(
                    terms, from: -.infinity, to: pace[place], curvature: mean, group: group)
            }
        }
        for move in moves {
            let place = first.site(move.site, move.period)
            let (mean, group) = groups.group(of: programs.map { $0.ownCurvature[place] })
            program.moveCurvature.append(mean)
            program.moveGroup.append(group)
        }
        program.groupCount = groups.factors.count
        program.scenarios = programs.indices.map { index in
            var scenario = TwoStageProgram.Scenario()
            scenario.adjustment = groups.factors.map { $0[index] }
            return scenario
        }
    }

    private mutating func addShared(
        _ terms: [(sum: Int, value: Double)], from lower: Double, to upper: Double,
        curvature: Double, group: Int
    ) {
        sharedRows[terms.map(\.sum), default: []].append(sharedEntries.count)
        sharedEntries.append(terms)
        program.sharedLower.append(lower)
        program.sharedUpper.append(upper)
        program.sharedCurvature.append(curvature)
        program.sharedGroup.append(group)
    }

    // MARK: scenarios

    private mutating func addScenario(_ index: Int) {
        let source = programs[index]
        var scenario = program.scenarios[index]
        scenario.constant = source.constant
        scenario.sumCost = sumCosts(source)
        scenario.cost = source.restCost
        scenario.curvature = source.restCurvature
        scenario.lower = source.restLower
        scenario.upper = source.restUpper
        let sums = rowsOfSums(source)
        let rest = source.restTerms.transposed()
        var own: [[(sum: Int, value: Double)]] = []
        var decisions: [[(sum: Int, value: Double)]] = []
        for row in 0..<source.rowCount {
            if isShared[index][row] {
                share(sums[row], from: source.rowLower[row], to: source.rowUpper[row], index)
                continue
            }
            own.append(sums[row])
            decisions.append(
                rest.entries(ofColumn: row).map { (rest.rowIndices[$0], rest.values[$0]) })
            scenario.rowLower.append(source.rowLower[row])
            scenario.rowUpper.append(source.rowUpper[row])
        }
        scenario.sumTerms = Self.byRows(own, width: program.sumCount)
        scenario.terms = Self.byRows(decisions, width: source.restCount)
        program.scenarios[index] = scenario
    }

    /// Joins a limit with one of the same coefficients, if there is one.
    private mutating func share(
        _ terms: [(sum: Int, value: Double)], from lower: Double, to upper: Double, _ index: Int
    ) {
        guard !terms.isEmpty else {
            let tolerance = 1e-9
            if lower > tolerance || upper < -tolerance { contradiction = contradiction ?? index }
            return
        }
        for row in sharedRows[terms.map(\.sum)] ?? [] {
            let isSame = zip(sharedEntries[row], terms).allSatisfy { old, new in
                abs(old.value - new.value) <= 1e-12 * max(abs(old.value), abs(new.value))
            }
            guard isSame else { continue }
            program.sharedLower[row] = max(program.sharedLower[row], lower)
            program.sharedUpper[row] = min(program.sharedUpper[row], upper)
            let (low, high) = (program.sharedLower[row], program.sharedUpper[row])
            if low > high {
                // A difference that is rounding is none.
                if low - high <= 1e-9 * max(1, abs(low), abs(high)) {
                    program.sharedLower[row] = high
                } else {
                    contradiction = contradiction ?? index
                }
            }
            return
        }
        addShared(terms, from: lower, to: upper, curvature: 0, group: 0)
    }

    private func sumCosts(_ source: TransferProgram) -> [Double] {
        var result = [Double](repeating: 0, count: program.sumCount)
        for site in 0..<first.siteCount {
            for period in periods {
                let place = first.site(site, period)
                guard sumOfSite[place] >= 0 else { continue }
                let later = period + 1 < first.periodCount ? source.siteCost[place + 1] : 0
                result[sumOfSite[place]] = source.siteCost[place] - later
            }
        }
        for region in regions {
            for period in periods {
                for (sum, weights) in sumsOfRegion[first.region(region, period)] {
                    result[sum] = ArrivalDirections.cost(
                        source, region: region, period: period, along: weights)
                }
            }
        }
        return result
    }

    /// The coupling rows over sums.
    private func rowsOfSums(_ source: TransferProgram) -> [[(sum: Int, value: Double)]] {
        var rows = [[(sum: Int, value: Double)]](repeating: [], count: source.rowCount)
        for place in sumOfSite.indices where sumOfSite[place] >= 0 {
            for entry in source.siteTerms.entries(ofColumn: place) {
                rows[source.siteTerms.rowIndices[entry]].append(
                    (sumOfSite[place], source.siteTerms.values[entry]))
            }
        }
        var found = [Double](repeating: 0, count: source.rowCount)
        for region in regions {
            for period in periods {
                for (sum, weights) in sumsOfRegion[first.region(region, period)] {
                    var touched: [Int] = []
                    for origin in regions where weights[origin] != 0 {
                        let place = first.route(origin, region, period)
                        for entry in source.routeTerms.entries(ofColumn: place) {
                            let row = source.routeTerms.rowIndices[entry]
                            touched.append(row)
                            found[row] += weights[origin] * source.routeTerms.values[entry]
                        }
                    }
                    for row in touched where found[row] != 0 {
                        rows[row].append((sum, found[row]))
                        found[row] = 0
                    }
                }
            }
        }
        for row in rows.indices {
            let largest = rows[row].reduce(0) { max($0, abs($1.value)) }
            rows[row] = rows[row].filter { abs($0.value) > 1e-13 * largest }
                .sorted { $0.sum < $1.sum }
        }
        return rows
    }

    /// A matrix whose columns are rows.
    private static func byRows(
        _ rows: [[(sum: Int, value: Double)]], width: Int
    ) -> SparseMatrix {
        var starts = [0]
        var indices: [Int] = []
        var values: [Double] = []
        for row in rows {
            indices += row.map(\.sum)
            values += row.map(\.value)
            starts.append(indices.count)
        }
        return SparseMatrix(
            rowCount: width, columnCount: rows.count, columnStarts: starts, rowIndices: indices,
            values: values)
    }
}
