import NumericalMethods

/// A synthetic program with the structure of the relocation problem: moves of smelters to
/// destinations by year, with pace, stock and hosting limits, and quotas met by grid power, priced
/// options, certificates and a priced shortfall.
struct RelocationLikeProgram {
    var smelters = 60
    var destinations = 10
    var moveYears = 2
    var provinces = 17
    var years = 3
    var seed: UInt64 = 1

    /// The program; the same parameters always give the same one.
    func make() throws -> QuadraticProgram {
        var builder = RelocationBuilder(self)
        builder.addMoves()
        builder.addQuotas()
        return try builder.program()
    }
}

/// Builds the columns and rows of a ``RelocationLikeProgram``.
private struct RelocationBuilder {
    let shape: RelocationLikeProgram
    var random: TestRandom
    var quadratic: [SparseMatrix.Triplet] = []
    var entries: [SparseMatrix.Triplet] = []
    var linear: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []
    var rowLower: [Double] = []
    var rowUpper: [Double] = []
    var capacity: [Double] = []
    var home: [Int] = []
    var intensity: [Double] = []
    /// The move of a smelter to a destination in a move year; nil to its own province.
    var moves: [[[Int?]]] = []

    init(_ shape: RelocationLikeProgram) {
        self.shape = shape
        random = TestRandom(seed: shape.seed)
        for smelter in 0..<shape.smelters {
            capacity.append(random.uniform(0.05, 2.5))
            home.append(smelter % shape.provinces)
            intensity.append(random.uniform(13.0, 13.9))
        }
    }

    mutating func column(cost: Double, upper limit: Double = .infinity) -> Int {
        linear.append(cost)
        lower.append(0)
        upper.append(limit)
        return linear.count - 1
    }

    mutating func row(_ low: Double, _ high: Double, _ terms: [(Int, Double)]) {
        for (column, value) in terms {
            entries.append(.init(row: rowLower.count, column: column, value: value))
        }
        rowLower.append(low)
        rowUpper.append(high)
    }

    mutating func addMoves() {
        let gamma = 4000.0
        for smelter in 0..<shape.smelters {
            var byYear: [[Int?]] = []
            for year in 0..<shape.moveYears {
                var columns: [Int?] = []
                for place in 0..<shape.destinations {
                    let isHome = place == home[smelter]
                    let cost = random.uniform(-900, 2500) * (1 - 0.05 * Double(year))
                    columns.append(isHome ? nil : column(cost: cost))
                }
                let used = columns.compactMap { $0 }
                for first in used {
                    for second in used {
                        let own = first == second ? gamma / 100 : 0
                        quadratic.append(
                            .init(
                                row: first, column: second,
                                value: (gamma + own) / capacity[smelter]))
                    }
                }
                row(-.infinity, 0.2 * capacity[smelter], used.map { ($0, 1) })
                byYear.append(columns)
            }
            moves.append(byYear)
            let all = byYear.flatMap { $0 }.compactMap { $0 }
            row(-.infinity, (smelter % 3 == 0 ? 0.3 : 0.7) * capacity[smelter], all.map { ($0, 1) })
        }
        for year in 0..<shape.moveYears {
            let all = moves.flatMap { $0[year] }.compactMap { $0 }
            row(-.infinity, 2.0, all.map { ($0, 1) })
            for place in 0..<shape.destinations {
                let arriving = moves.flatMap { $0[...year].map { $0[place] } }.compactMap { $0 }
                let room = place == 3 ? 0 : random.uniform(0.1, 1.5) * Double(year + 1) / 2
                row(-.infinity, room, arriving.map { ($0, 1 / 1.05) })
            }
        }
    }

    mutating func addQuotas() {
        for year in 0..<shape.years {
            let total = column(cost: 6, upper: 60)
            quadratic.append(.init(row: total, column: total, value: 0.2))
            var shares: [(Int, Double)] = [(total, -1)]
            for province in 0..<shape.provinces {
                shares.append((addQuota(province, year), 1))
            }
            row(0, 0, shares)
        }
    }

    /// The rows of one province and year; returns the certificate column.
    private mutating func addQuota(_ province: Int, _ year: Int) -> Int {
        var use = 0.0
        var change: [(column: Int, value: Double)] = []
        for smelter in 0..<shape.smelters {
            if home[smelter] == province { use += capacity[smelter] * intensity[smelter] }
            for moveYear in 0..<min(shape.moveYears, year + 1) {
                for place in 0..<shape.destinations {
                    guard let move = moves[smelter][moveYear][place] else { continue }
                    if home[smelter] == province { change.append((move, -intensity[smelter])) }
                    if place == province { change.append((move, 13.1 / 1.05)) }
                }
            }
        }
        let quota = random.uniform(0.25, 0.7)
        let credit = random.uniform(0.02, 0.75)
        let green = column(cost: 0)
        let options = (0..<3).map { option in
            column(cost: 25 + 15 * Double(option), upper: random.uniform(0, 0.1) * use)
        }
        for option in options { quadratic.append(.init(row: option, column: option, value: 2)) }
        let certificates = column(cost: 0)
        let shortfall = column(cost: 150)
        quadratic.append(.init(row: shortfall, column: shortfall, value: 1))
        var grid: [(Int, Double)] = change.map { ($0.column, -credit * $0.value) }
        grid.append((green, 1))
        grid += options.map { ($0, credit) }
        row(-.infinity, credit * use, grid)
        var balance: [(Int, Double)] = change.map { ($0.column, -quota * $0.value) }
        balance += ([green, certificates, shortfall] + options).map { ($0, 1) }
        row(quota * use, .infinity, balance)
        var limit: [(Int, Double)] = change.map { ($0.column, -0.3 * quota * $0.value) }
        limit.append((certificates, 1))
        row(-.infinity, 0.3 * quota * use, limit)
        return certificates
    }

    func program() throws -> QuadraticProgram {
        let count = linear.count
        return try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: count, columnCount: count, triplets: quadratic),
            linear: linear,
            constraints: SparseMatrix(
                rowCount: rowLower.count, columnCount: count, triplets: entries),
            rowLower: rowLower, rowUpper: rowUpper, variableLower: lower, variableUpper: upper)
    }
}
