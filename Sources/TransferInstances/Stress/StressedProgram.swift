public import NumericalMethods

/// A made-up convex quadratic program under hardship, whose answer is known from how it was built.
///
/// It starts from a program built around a point and multipliers that meet the optimality conditions;
/// every hardship keeps such a pair, or takes all feasible points or all bounds away. The family and the
/// number alone decide the program.
public struct StressedProgram: Sendable {
    /// What is true of a program, by construction.
    public enum Truth: Sendable, Equatable {
        /// The optimum, up to the rounding of the data.
        case optimal(objective: Double)
        /// No point meets all limits; by how much they contradict each other, relative to their size.
        case infeasible(excess: Double)
        /// The objective has no lower bound.
        case unbounded
    }

    public let family: StressFamily
    public let number: Int
    public let program: QuadraticProgram
    public let truth: Truth
    /// The size of the objective, its terms added without their signs.
    public let objectiveSize: Double
    /// A point and multipliers that are optimal, where there is an optimum.
    public let variables: [Double]
    public let rowDuals: [Double]
    public let boundDuals: [Double]

    /// - Throws: ``QuadraticProgramError`` never, unless the construction is wrong.
    public init(_ family: StressFamily, number: Int) throws {
        let place = StressFamily.allCases.firstIndex(of: family) ?? 0
        var random = SplitMix(seed: UInt64(number) &* 1_000_003 &+ UInt64(place) &* 7_919)
        var draft = StressDraft(&random)
        draft.apply(family, &random)
        self.family = family
        self.number = number
        program = try draft.program()
        objectiveSize = draft.objectiveSize
        truth = draft.end ?? .optimal(objective: draft.objective)
        variables = draft.point
        rowDuals = draft.rows.map(\.dual)
        boundDuals = draft.boundDuals
    }
}

/// A program in the making: dense, with a point and multipliers that are optimal.
struct StressDraft {
    struct Row {
        var values: [Double]
        var lower: Double
        var upper: Double
        var dual: Double
    }

    var square: [[Double]]
    var cost: [Double] = []
    var rows: [Row] = []
    var lower: [Double] = []
    var upper: [Double] = []
    var point: [Double]
    var boundDuals: [Double] = []
    /// What became of the optimum, if there is none any more.
    var end: StressedProgram.Truth?

    var count: Int { point.count }

    /// A program of 3 to 20 variables; a third are linear.
    init(_ random: inout SplitMix) {
        let count = 3 + random.index(18)
        let rowCount = 1 + random.index(12)
        point = (0..<count).map { _ in random.uniform(-5, 5) }
        square = Array(repeating: Array(repeating: 0, count: count), count: count)
        let terms = random.index(3) == 0 ? 0 : 1 + random.index(count)
        for _ in 0..<terms {
            let members = (0..<3).map { _ in random.index(count) }
            let weights = members.map { _ in random.uniform(-1, 1) }
            for (first, left) in zip(members, weights) {
                for (second, right) in zip(members, weights) {
                    square[first][second] += left * right
                }
            }
        }
        for _ in 0..<rowCount {
            let values = (0..<count).map { _ in
                random.uniform(0, 1) < 0.4 ? random.uniform(-3, 3) : 0
            }
            addRow(values, &random)
        }
        for value in point {
            let limits = Self.limits(around: value, &random)
            lower.append(limits.lower)
            upper.append(limits.upper)
            boundDuals.append(limits.dual)
        }
        settleCost()
    }

    /// Adds a row that the point meets, binding with a multiplier or not.
    mutating func addRow(_ values: [Double], _ random: inout SplitMix) {
        let limits = Self.limits(around: activity(values), &random)
        rows.append(
            Row(values: values, lower: limits.lower, upper: limits.upper, dual: limits.dual))
    }

    func activity(_ values: [Double]) -> Double {
        zip(values, point).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Chooses the linear cost so that point and multipliers are optimal.
    mutating func settleCost() {
        cost = (0..<count).map { column in
            var sum = boundDuals[column]
            for row in rows { sum += row.values[column] * row.dual }
            for other in 0..<count { sum -= square[column][other] * point[other] }
            return sum
        }
    }

    var objective: Double {
        var sum = 0.0
        for column in 0..<count {
            sum += point[column] * (cost[column] + activity(square[column]) / 2)
        }
        return sum
    }

    var objectiveSize: Double {
        var sum = 0.0
        for column in 0..<count {
            sum += abs(point[column] * cost[column])
            sum += abs(point[column] * activity(square[column]) / 2)
        }
        return sum
    }

    func program() throws -> QuadraticProgram {
        try QuadraticProgram(
            quadratic: Self.matrix(square, columns: count), linear: cost,
            constraints: Self.matrix(rows.map(\.values), columns: count),
            rowLower: rows.map(\.lower), rowUpper: rows.map(\.upper), variableLower: lower,
            variableUpper: upper)
    }

    private static func matrix(_ dense: [[Double]], columns: Int) -> SparseMatrix {
        var triplets: [SparseMatrix.Triplet] = []
        for (row, values) in dense.enumerated() {
            for (column, value) in values.enumerated() where value != 0 {
                triplets.append(.init(row: row, column: column, value: value))
            }
        }
        return SparseMatrix(rowCount: dense.count, columnCount: columns, triplets: triplets)
    }

    static func limits(
        around value: Double, _ random: inout SplitMix
    ) -> (lower: Double, upper: Double, dual: Double) {
        let dual = random.uniform(0.1, 4)
        let room = random.uniform(0.5, 3)
        switch random.index(7) {
        case 0: return (value, .infinity, dual)
        case 1: return (-.infinity, value, -dual)
        case 2: return (value, value + room, dual)
        case 3: return (value - room, value + room, 0)
        case 4: return (-.infinity, .infinity, 0)
        case 5: return (value, value, random.uniform(-3, 3))
        default: return (value - room, .infinity, 0)
        }
    }
}

extension SplitMix {
    /// An index below `count`.
    mutating func index(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// Ten to a power between two.
    mutating func power(_ low: Double, _ high: Double) -> Double {
        // Steps of a half: the same on every machine without a library's exponential.
        let steps = Int((high - low) * 2)
        let half = low * 2 + Double(index(steps + 1))
        var result = Int(half) % 2 == 0 ? 1.0 : half < 0 ? 1 / 3.0 : 3.0
        for _ in 0..<(abs(Int(half)) / 2) { result = half < 0 ? result / 10 : result * 10 }
        return result
    }
}
