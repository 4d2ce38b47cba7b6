/// Multipliers that may change together while an optimum stays proved: the steps along a few
/// directions, as far as the signs of multipliers allow.
struct DependentMultipliers {
    /// A linear function of the steps that must not fall below a limit.
    private struct Rule {
        var coefficients: [Double]
        var limit: Double
    }

    private(set) var rows: [Int] = []
    private(set) var variables: [Int] = []
    /// Changes of rows and variables per step along each direction.
    private var rowChanges: [Int: [Double]] = [:]
    private var variableChanges: [Int: [Double]] = [:]
    private var rules: [Rule] = []
    private let count: Int

    func change(ofRow row: Int) -> [Double] { rowChanges[row] ?? [] }
    func change(ofVariable variable: Int) -> [Double] { variableChanges[variable] ?? [] }

    private init(count: Int) { self.count = count }

    /// Directions that have no multiplier in common make groups of their own.
    static func groups(
        _ program: QuadraticProgram, _ solution: Solution, _ binding: BindingLimits,
        _ basis: DependentDirections
    ) -> [DependentMultipliers] {
        let directions = basis.directions
        var ofRow: [Int: [(direction: Int, change: Double)]] = [:]
        for (index, direction) in directions.enumerated() {
            for entry in direction { ofRow[entry.row, default: []].append((index, entry.change)) }
        }
        var leader = Array(directions.indices)
        func first(_ index: Int) -> Int {
            var index = index
            while leader[index] != index { index = leader[index] }
            return index
        }
        func join(_ members: [Int]) {
            guard let start = members.first else { return }
            for other in members {
                let (left, right) = (first(start), first(other))
                leader[max(left, right)] = min(left, right)
            }
        }
        for entries in ofRow.values { join(entries.map(\.direction)) }

        // What each variable's multiplier changes by: minus the pull of the rows.
        let matrix = program.constraints
        var ofVariable: [(variable: Int, changes: [(direction: Int, change: Double)])] = []
        for column in 0..<program.variableCount where !binding.isFree[column] {
            var changes: [(direction: Int, change: Double)] = []
            var size = 0.0
            for entry in matrix.entries(ofColumn: column) {
                for part in ofRow[matrix.rowIndices[entry]] ?? [] {
                    let change = -matrix.values[entry] * part.change
                    size = max(size, abs(change))
                    if let place = changes.firstIndex(where: { $0.direction == part.direction }) {
                        changes[place].change += change
                    } else {
                        changes.append((part.direction, change))
                    }
                }
            }
            changes.removeAll { abs($0.change) <= 1e-9 * size }
            guard !changes.isEmpty else { continue }
            ofVariable.append((column, changes))
            join(changes.map(\.direction))
        }

        let leaders = directions.indices.filter { first($0) == $0 }
        var placeInGroup = [Int](repeating: 0, count: directions.count)
        var sizes = [Int: Int]()
        for index in directions.indices {
            placeInGroup[index] = sizes[first(index), default: 0]
            sizes[first(index), default: 0] += 1
        }
        var groups = leaders.map { DependentMultipliers(count: sizes[$0] ?? 0) }
        var placeOfLeader: [Int: Int] = [:]
        for (place, leader) in leaders.enumerated() { placeOfLeader[leader] = place }
        func dense(_ changes: [(direction: Int, change: Double)], _ count: Int) -> [Double] {
            var result = [Double](repeating: 0, count: count)
            for entry in changes { result[placeInGroup[entry.direction]] = entry.change }
            return result
        }
        for row in ofRow.keys.sorted() {
            guard let changes = ofRow[row], let start = changes.first,
                let place = placeOfLeader[first(start.direction)]
            else { continue }
            let vector = dense(changes, groups[place].count)
            groups[place].rows.append(row)
            groups[place].rowChanges[row] = vector
            groups[place].add(binding.rowSign[row], solution.rowDuals[row], vector)
        }
        for (variable, changes) in ofVariable {
            guard let start = changes.first, let place = placeOfLeader[first(start.direction)]
            else { continue }
            let vector = dense(changes, groups[place].count)
            groups[place].variables.append(variable)
            groups[place].variableChanges[variable] = vector
            groups[place].add(
                binding.variableSign[variable], solution.boundDuals[variable], vector)
        }
        for place in groups.indices { groups[place].dropRepeated() }
        return groups
    }

    /// A multiplier keeps its sign; 0 for one that may have both.
    private mutating func add(_ sign: Int, _ value: Double, _ change: [Double]) {
        guard sign != 0 else { return }
        let largest = change.reduce(0) { max($0, abs($1)) }
        let scale = Double(sign) / largest
        // The wrong sign of a rounded zero would leave no room at all.
        rules.append(
            Rule(coefficients: change.map { $0 * scale }, limit: min(0, -value * scale)))
    }

    /// Of rules with the same coefficients only the strictest says anything.
    private mutating func dropRepeated() {
        func quantum(_ value: Double) -> Double { (value * 1e9).rounded() }
        var strictest: [[Double]: Int] = [:]
        var kept: [Rule] = []
        for rule in rules {
            let key = rule.coefficients.map(quantum)
            if let place = strictest[key] {
                kept[place].limit = max(kept[place].limit, rule.limit)
            } else {
                strictest[key] = kept.count
                kept.append(rule)
            }
        }
        rules = kept
    }

    /// The values of a multiplier that changes so along the directions.
    func range(
        around value: Double, change: [Double], solver: any QuadraticProgramSolver
    ) throws -> MultiplierRanges.Range {
        guard change.contains(where: { $0 != 0 }) else {
            return .init(smallest: value, largest: value)
        }
        if count == 1, let slope = change.first {
            var (low, high) = (-Double.infinity, Double.infinity)
            for rule in rules {
                let bound = rule.limit / rule.coefficients[0]
                if rule.coefficients[0] > 0 {
                    low = max(low, bound)
                } else {
                    high = min(high, bound)
                }
            }
            let ends = [value + slope * low, value + slope * high]
            return .init(smallest: min(ends[0], ends[1]), largest: max(ends[0], ends[1]))
        }
        return .init(
            smallest: value + (try least(change, solver)),
            largest: value - (try least(change.map { -$0 }, solver)))
    }

    /// The least of a linear function of the steps; minus infinity where there is none.
    private func least(
        _ objective: [Double], _ solver: any QuadraticProgramSolver
    ) throws -> Double {
        var triplets: [SparseMatrix.Triplet] = []
        for (row, rule) in rules.enumerated() {
            for (column, value) in rule.coefficients.enumerated() where value != 0 {
                triplets.append(.init(row: row, column: column, value: value))
            }
        }
        let program = try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: count, columnCount: count), linear: objective,
            constraints: SparseMatrix(
                rowCount: rules.count, columnCount: count, triplets: triplets),
            rowLower: rules.map(\.limit), rowUpper: rules.map { _ in .infinity },
            variableLower: Array(repeating: -.infinity, count: count),
            variableUpper: Array(repeating: .infinity, count: count))
        let solution = try solver.solve(program)
        switch solution.status {
        case .optimal: return solution.objective
        case .dualInfeasible: return -.infinity
        case .primalInfeasible, .notConverged: return 0
        }
    }
}
