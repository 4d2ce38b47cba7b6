import NumericalMethods

/// A random strictly convex program built around a chosen optimum and its multipliers.
struct KnownOptimumProgram {
    let program: QuadraticProgram
    let variables: [Double]
    let rowDuals: [Double]
    let boundDuals: [Double]

    /// Builds a program with `Q` in dense blocks of up to four variables.
    init(seed: UInt64, variableCount count: Int, rowCount: Int) throws {
        var random = TestRandom(seed: seed)
        let point = (0..<count).map { _ in random.uniform(-5, 5) }
        let quadratic = Self.blocks(count, &random)
        var triplets: [SparseMatrix.Triplet] = []
        for row in 0..<rowCount {
            for column in 0..<count where random.uniform(0, 1) < 0.3 {
                triplets.append(.init(row: row, column: column, value: random.uniform(-3, 3)))
            }
        }
        let constraints = SparseMatrix(rowCount: rowCount, columnCount: count, triplets: triplets)
        let activity = constraints.multiply(point)
        var rowLimits = Limits()
        for row in 0..<rowCount { rowLimits.add(activity[row], &random) }
        var bounds = Limits()
        for column in 0..<count { bounds.add(point[column], &random) }

        // Stationarity fixes the linear cost: c = A'y + z - Qx.
        let curvature = quadratic.multiply(point)
        let pull = constraints.transposeMultiply(rowLimits.duals)
        program = try QuadraticProgram(
            quadratic: quadratic,
            linear: (0..<count).map { pull[$0] + bounds.duals[$0] - curvature[$0] },
            constraints: constraints, rowLower: rowLimits.lower, rowUpper: rowLimits.upper,
            variableLower: bounds.lower, variableUpper: bounds.upper)
        variables = point
        rowDuals = rowLimits.duals
        boundDuals = bounds.duals
    }

    private static func blocks(_ count: Int, _ random: inout TestRandom) -> SparseMatrix {
        var triplets: [SparseMatrix.Triplet] = []
        var start = 0
        while start < count {
            let size = min(1 + random.index(4), count - start)
            for _ in 0...size {
                let vector = (0..<size).map { _ in random.uniform(-1, 1) }
                for row in 0..<size {
                    for column in 0..<size {
                        triplets.append(
                            .init(
                                row: start + row, column: start + column,
                                value: vector[row] * vector[column]))
                    }
                }
            }
            for place in start..<(start + size) {
                triplets.append(.init(row: place, column: place, value: 0.1))
            }
            start += size
        }
        return SparseMatrix(rowCount: count, columnCount: count, triplets: triplets)
    }

    /// Limits around values, with multipliers that fit: binding below or above, ranges, equalities.
    private struct Limits {
        var lower: [Double] = []
        var upper: [Double] = []
        var duals: [Double] = []

        mutating func add(_ value: Double, _ random: inout TestRandom) {
            let multiplier = random.uniform(0.1, 4)
            let room = random.uniform(0.5, 3)
            switch random.index(6) {
            case 0: append(value, .infinity, multiplier)
            case 1: append(-.infinity, value, -multiplier)
            case 2: append(value, value + room, multiplier)
            case 3: append(value - room, value + room, 0)
            case 4: append(-.infinity, .infinity, 0)
            default: append(value - room, .infinity, 0)
            }
        }

        private mutating func append(_ low: Double, _ high: Double, _ dual: Double) {
            lower.append(low)
            upper.append(high)
            duals.append(dual)
        }
    }
}

/// A random program of small whole numbers, with all kinds of degeneracy; it need have no optimum.
struct DegenerateProgram {
    let program: QuadraticProgram
    /// Whether a feasible point was built in.
    let isFeasible: Bool

    init(seed: UInt64) throws {
        var random = TestRandom(seed: seed)
        let count = 1 + random.index(12)
        let rowCount = random.index(12)
        let quadratic = Self.curvature(count, &random)
        let constraints = Self.rows(rowCount, count, &random)
        let isFeasible = random.index(4) > 0
        let point = (0..<count).map { _ in Double(random.index(11)) - 5 }
        let activity = constraints.multiply(point)
        var limits: [(lower: Double, upper: Double)] = []
        for row in 0..<rowCount {
            let centre = isFeasible ? activity[row] : Double(random.index(21)) - 10
            limits.append(Self.limits(around: centre, &random))
        }
        let bounds = point.map { Self.limits(around: $0, &random) }
        self.isFeasible = isFeasible
        program = try QuadraticProgram(
            quadratic: quadratic, linear: (0..<count).map { _ in Double(random.index(9)) - 4 },
            constraints: constraints, rowLower: limits.map(\.lower), rowUpper: limits.map(\.upper),
            variableLower: bounds.map(\.lower), variableUpper: bounds.map(\.upper))
    }

    private static func curvature(_ count: Int, _ random: inout TestRandom) -> SparseMatrix {
        var triplets: [SparseMatrix.Triplet] = []
        let terms = random.index(3) == 0 ? 0 : random.index(count + 1)
        for _ in 0..<terms {
            let members = (0..<(1 + random.index(3))).map { _ in random.index(count) }
            let values = members.map { _ in Double(random.index(7)) - 3 }
            for (first, left) in zip(members, values) {
                for (second, right) in zip(members, values) {
                    triplets.append(.init(row: first, column: second, value: left * right))
                }
            }
        }
        return SparseMatrix(rowCount: count, columnCount: count, triplets: triplets)
    }

    private static func rows(
        _ rowCount: Int, _ count: Int, _ random: inout TestRandom
    ) -> SparseMatrix {
        let density = random.uniform(0.1, 0.9)
        let repeatsFirst = random.index(3) == 0 && rowCount > 1
        var dense = (0..<rowCount).map { _ in
            (0..<count).map { _ in
                random.uniform(0, 1) < density ? Double(random.index(9)) - 4 : 0
            }
        }
        if repeatsFirst { dense[rowCount - 1] = dense[0] }
        return matrix(dense, rows: rowCount, columns: count)
    }

    private static func limits(
        around centre: Double, _ random: inout TestRandom
    ) -> (lower: Double, upper: Double) {
        let below = centre - Double(random.index(4))
        let above = centre + Double(random.index(4))
        switch random.index(5) {
        case 0: return (centre, centre)
        case 1: return (below, .infinity)
        case 2: return (-.infinity, above)
        case 3: return (-.infinity, .infinity)
        default: return (below, above)
        }
    }
}
