import NumericalMethods

/// A small random program of the relocation problem's shape: counts of lines by site, place and
/// period with stock, pace and room, and a need met by moves, priced purchases and, where missing it
/// is allowed, a priced shortfall.
struct SmallCountProgram {
    let program: QuadraticProgram
    let steps: [Double?]
    let countedRows: [Int]
    let columns: [Int]

    init(seed: UInt64) throws {
        var random = TestRandom(seed: seed)
        let sites = 1 + random.index(3)
        let places = 1 + random.index(2)
        let periods = 1 + random.index(2)
        let isHard = random.index(3) == 0
        let isLinear = random.index(4) == 0
        var draft = Draft()
        var bySite: [[Int]] = []
        var byPeriod = [[Int]](repeating: [], count: periods)
        var arriving = [[[Int]]](
            repeating: Array(repeating: [], count: periods), count: places)
        var counted: [Int] = []
        for _ in 0..<sites {
            let size = random.uniform(0.05, 0.4)
            var own: [Int] = []
            for period in 0..<periods {
                var inPeriod: [Int] = []
                for place in 0..<places {
                    let column = draft.column(cost: random.uniform(-60, 40), step: size)
                    inPeriod.append(column)
                    byPeriod[period].append(column)
                    for later in period..<periods { arriving[place][later].append(column) }
                }
                if !isLinear { draft.couple(inPeriod, random.uniform(5, 80)) }
                // A limit between two whole numbers of lines counts as the lower.
                let pace = size * Double(1 + random.index(2)) * random.uniform(1, 1.3)
                counted.append(draft.row(-.infinity, pace, inPeriod.map { ($0, 1) }))
                own += inPeriod
            }
            let stock = size * Double(1 + random.index(3)) * random.uniform(1, 1.2)
            counted.append(draft.row(-.infinity, stock, own.map { ($0, 1) }))
            bySite.append(own)
        }
        for columns in byPeriod {
            draft.row(-.infinity, random.uniform(0.2, 1), columns.map { ($0, 1) })
        }
        for place in arriving {
            for columns in place {
                draft.row(-.infinity, random.uniform(0.2, 0.8), columns.map { ($0, 1 / 1.1) })
            }
        }
        for period in 0..<periods {
            draft.need(period, bySite, periods, places, isHard, &random)
        }
        program = try draft.program(constant: random.uniform(-5, 5))
        steps = draft.steps
        countedRows = counted
        columns = steps.indices.filter { draft.steps[$0] != nil }
    }

    /// The least objective over all counts, each with the best of the rest; nil where none is
    /// feasible.
    func leastByTryingAll() throws -> Double? {
        var best: Double?
        var counts = [Int](repeating: 0, count: columns.count)
        func visit(_ place: Int) throws {
            guard place < columns.count else {
                if let value = try value(counts), value < best ?? .infinity { best = value }
                return
            }
            for count in 0...3 {
                counts[place] = count
                guard keepsCountedRows(counts, upTo: place) else { break }
                try visit(place + 1)
            }
            counts[place] = 0
        }
        try visit(0)
        return best
    }

    private func keepsCountedRows(_ counts: [Int], upTo place: Int) -> Bool {
        var activity = [Double](repeating: 0, count: program.rowCount)
        for index in 0...place {
            let column = columns[index]
            let starts = program.constraints.columnStarts
            for entry in starts[column]..<starts[column + 1] {
                activity[program.constraints.rowIndices[entry]] +=
                    program.constraints.values[entry] * Double(counts[index])
                    * (steps[column] ?? 1)
            }
        }
        return countedRows.allSatisfy { activity[$0] <= program.rowUpper[$0] + 1e-9 }
    }

    private func value(_ counts: [Int]) throws -> Double? {
        var fixed = program
        for (index, column) in columns.enumerated() {
            fixed.variableLower[column] = Double(counts[index]) * (steps[column] ?? 1)
            fixed.variableUpper[column] = fixed.variableLower[column]
        }
        var settings = SolverSettings()
        settings.targetTolerance = 1e-12
        let solution = try InteriorPointSolver().solve(fixed, settings: settings)
        return solution.status == .optimal ? solution.objective : nil
    }
}

/// Gathers columns and rows.
private struct Draft {
    var steps: [Double?] = []
    private var linear: [Double] = []
    private var upper: [Double] = []
    private var quadratic: [SparseMatrix.Triplet] = []
    private var entries: [SparseMatrix.Triplet] = []
    private var rowLower: [Double] = []
    private var rowUpper: [Double] = []

    mutating func column(
        cost: Double, upTo limit: Double = .infinity, step: Double? = nil
    ) -> Int {
        linear.append(cost)
        upper.append(limit)
        steps.append(step)
        return linear.count - 1
    }

    mutating func couple(_ columns: [Int], _ curvature: Double) {
        for first in columns {
            for second in columns {
                let own = first == second ? curvature / 100 : 0
                quadratic.append(.init(row: first, column: second, value: curvature + own))
            }
        }
    }

    @discardableResult
    mutating func row(_ low: Double, _ high: Double, _ terms: [(Int, Double)]) -> Int {
        for (column, value) in terms {
            entries.append(.init(row: rowLower.count, column: column, value: value))
        }
        rowLower.append(low)
        rowUpper.append(high)
        return rowLower.count - 1
    }

    /// What a period needs: less with lines gone, more at their new places.
    mutating func need(
        _ period: Int, _ bySite: [[Int]], _ periods: Int, _ places: Int, _ isHard: Bool,
        _ random: inout TestRandom
    ) {
        let bought = column(cost: random.uniform(1, 20), upTo: random.uniform(0.5, 4))
        quadratic.append(.init(row: bought, column: bought, value: random.uniform(0, 3)))
        var terms = [(bought, 1.0)]
        if !isHard {
            let missing = column(cost: random.uniform(20, 200))
            quadratic.append(.init(row: missing, column: missing, value: random.uniform(0, 5)))
            terms.append((missing, 1))
        }
        for columns in bySite {
            let relief = random.uniform(-1, 8)
            for (index, column) in columns.enumerated() where index / places <= period {
                terms.append((column, relief))
            }
        }
        row(random.uniform(0.5, 5), .infinity, terms)
    }

    func program(constant: Double) throws -> QuadraticProgram {
        let count = linear.count
        return try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: count, columnCount: count, triplets: quadratic),
            linear: linear, constant: constant,
            constraints: SparseMatrix(
                rowCount: rowLower.count, columnCount: count, triplets: entries),
            rowLower: rowLower, rowUpper: rowUpper,
            variableLower: Array(repeating: 0, count: count), variableUpper: upper)
    }
}
