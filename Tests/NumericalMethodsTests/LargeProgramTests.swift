import NumericalMethods
import Testing

/// Published families of large problems that are given by formulas, in sizes at which a factor kept
/// as a full square would take gigabytes. Their published optima are those of Maros and Meszaros (1999).
@Suite("Large sparse programs")
struct LargeProgramTests {
    @Test("CVXQP1 to 3 with 1000 variables reach their published optima", arguments: 1...3)
    func connectedCurvature(kind: Int) throws {
        let optima = [1.087_511_57e6, 8.201_554_31e5, 1.362_828_74e6]
        let solution = try solveToOptimum(try Self.connected(kind: kind, count: 1000))
        #expect(agree(solution.objective, optima[kind - 1], within: 1e-6))
        #expect(solution.iterations <= 25)
    }

    @Test("POWELL20 with 10000 variables reaches its published optimum")
    func ring() throws {
        let count = 10_000
        var triplets: [SparseMatrix.Triplet] = []
        var limits: [Double] = []
        for place in 0..<count {
            let number = Double(place + 1)
            triplets.append(.init(row: place, column: place, value: -1))
            triplets.append(.init(row: place, column: (place + 1) % count, value: 1))
            limits.append(place % 2 == 0 ? -0.5 - number : -0.5 + number)
        }
        limits[count - 1] = Double(count) - 0.5
        let solution = try solveToOptimum(
            try QuadraticProgram(
                quadratic: Self.diagonal(Array(repeating: 1, count: count)),
                linear: Array(repeating: 0, count: count),
                constraints: SparseMatrix(
                    rowCount: count, columnCount: count, triplets: triplets),
                rowLower: limits, rowUpper: Array(repeating: .infinity, count: count),
                variableLower: Array(repeating: -.infinity, count: count),
                variableUpper: Array(repeating: .infinity, count: count)))
        #expect(agree(solution.objective, 5.208_958_28e10, within: 1e-6))
    }

    @Test(
        "YAO with 2000 rows, whose multipliers grow a million times, reaches its published optimum")
    func convexFit() throws {
        let rows = 2000
        let count = rows + 2
        var triplets: [SparseMatrix.Triplet] = []
        for row in 0..<rows {
            for (offset, value) in [1.0, -2.0, 1.0].enumerated() {
                triplets.append(.init(row: row, column: row + offset, value: value))
            }
        }
        let data = (1...count).map { sine(Double($0) / Double(count)) }
        var lower = [Double](repeating: -.infinity, count: count)
        var upper = [Double](repeating: .infinity, count: count)
        lower[0] = 0.08
        for place in [count - 2, count - 1] {
            lower[place] = 0
            upper[place] = 0
        }
        let solution = try solveToOptimum(
            try QuadraticProgram(
                quadratic: Self.diagonal(Array(repeating: 1, count: count)),
                linear: data.map { -$0 }, constant: data.reduce(0) { $0 + $1 * $1 / 2 },
                constraints: SparseMatrix(rowCount: rows, columnCount: count, triplets: triplets),
                rowLower: Array(repeating: 0, count: rows),
                rowUpper: Array(repeating: .infinity, count: rows), variableLower: lower,
                variableUpper: upper))
        #expect(agree(solution.objective, 197.704_6, within: 1e-6))
    }

    @Test("Columns that meet every row do not fill the factor")
    func denseColumns() throws {
        var random = TestRandom(seed: 8)
        let (count, rows) = (6000, 5000)
        var triplets: [SparseMatrix.Triplet] = []
        for column in 0..<count {
            let met = column < 8 ? Array(0..<rows) : [random.index(rows), random.index(rows)]
            for row in met {
                triplets.append(.init(row: row, column: column, value: random.uniform(0.1, 1)))
            }
        }
        let solution = try solveToOptimum(
            try QuadraticProgram(
                quadratic: Self.diagonal((0..<count).map { $0 % 2 == 0 ? 0 : 0.5 }),
                linear: (0..<count).map { _ in random.uniform(-3, 0) },
                constraints: SparseMatrix(rowCount: rows, columnCount: count, triplets: triplets),
                rowLower: Array(repeating: -.infinity, count: rows),
                rowUpper: (0..<rows).map { _ in random.uniform(1, 5) },
                variableLower: Array(repeating: 0, count: count),
                variableUpper: Array(repeating: 5, count: count)))
        #expect(solution.iterations <= 40)
    }

    private static func diagonal(_ values: [Double]) -> SparseMatrix {
        SparseMatrix(
            rowCount: values.count, columnCount: values.count,
            triplets: values.indices.map { .init(row: $0, column: $0, value: values[$0]) })
    }

    /// Squares of sums of three variables each, under equations of three variables each.
    private static func connected(kind: Int, count: Int) throws -> QuadraticProgram {
        var square: [SparseMatrix.Triplet] = []
        for number in 1...count {
            let members = [number - 1, (2 * number - 1) % count, (3 * number - 1) % count]
            for row in members {
                for column in members {
                    square.append(.init(row: row, column: column, value: Double(number)))
                }
            }
        }
        let rows = [count / 2, count / 4, 3 * count / 4][kind - 1]
        var triplets: [SparseMatrix.Triplet] = []
        for row in 0..<rows {
            let number = row + 1
            triplets.append(.init(row: row, column: row, value: 1))
            triplets.append(.init(row: row, column: (4 * number - 1) % count, value: 2))
            triplets.append(.init(row: row, column: (5 * number - 1) % count, value: 3))
        }
        return try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: count, columnCount: count, triplets: square),
            linear: Array(repeating: 0, count: count),
            constraints: SparseMatrix(rowCount: rows, columnCount: count, triplets: triplets),
            rowLower: Array(repeating: 6, count: rows), rowUpper: Array(repeating: 6, count: rows),
            variableLower: Array(repeating: 0.1, count: count),
            variableUpper: Array(repeating: 10, count: count))
    }

    /// The sine by its series, for arguments from 0 to 1, so that the data are the same everywhere.
    private func sine(_ angle: Double) -> Double {
        var term = angle
        var sum = angle
        for step in 1...10 {
            term *= -angle * angle / Double((2 * step) * (2 * step + 1))
            sum += term
        }
        return sum
    }
}
