import NumericalMethods
import Testing

@Suite("Programs that break solvers")
struct NastyProgramTests {
    @Test("Nothing to decide: no variables, with and without rows")
    func noVariables() throws {
        let empty = try solveToOptimum(try program(linear: [], constant: 3))
        #expect(empty.objective == 3)
        try solveToOptimum(
            try program(linear: [], rows: [[], []], rowLower: [-1, 0], rowUpper: [1, 0]))
        let solution = try InteriorPointSolver().solve(
            try program(linear: [], rows: [[]], rowLower: [1], rowUpper: [2]))
        #expect(solution.status == .primalInfeasible)
    }

    @Test("No rows: a free quadratic, a bounded line, an endless line")
    func noRows() throws {
        let bowl = try solveToOptimum(
            try program(quadratic: [[2, 1], [1, 2]], linear: [-3, -3]))
        #expect(agree(bowl.variables, [1, 1], within: 1e-7))
        let line = try solveToOptimum(try program(linear: [-1], lower: [0], upper: [7]))
        #expect(line.objective == -7)
        let endless = try InteriorPointSolver().solve(try program(linear: [-1], lower: [0]))
        #expect(endless.status == .dualInfeasible)
    }

    @Test("An empty row that asks for something is infeasible, a costly empty column unbounded")
    func emptyButDemanding() throws {
        let row = try InteriorPointSolver().solve(
            try program(
                linear: [1, 1], rows: [[1, 1], [0, 0]], rowLower: [1, 1e-3],
                rowUpper: [.infinity, .infinity], lower: [0, 0]))
        #expect(row.status == .primalInfeasible)
        let column = try InteriorPointSolver().solve(
            try program(
                linear: [1, 1e-3], rows: [[1, 0]], rowLower: [1], rowUpper: [.infinity],
                lower: [0, -.infinity]))
        #expect(column.status == .dualInfeasible)
    }

    @Test("What has neither a feasible point nor a bound is called infeasible")
    func neither() throws {
        let solution = try InteriorPointSolver().solve(
            try program(
                linear: [-1, 0, 0], rows: [[0, 1, 1], [0, 1, 1]], rowLower: [2, -.infinity],
                rowUpper: [.infinity, 1], lower: [0, -.infinity, -.infinity]))
        #expect(solution.status == .primalInfeasible)
    }

    @Test("No cost at all: any point of an affine space of free variables will do")
    func noCost() throws {
        try solveToOptimum(
            try program(
                linear: [0, 0, 0], rows: [[1, 1, 1], [1, -1, 0]], rowLower: [1e3, -2],
                rowUpper: [1e3, -2]))
    }

    @Test(
        "Equations that depend on each other, in units from a millionth to a million",
        arguments: [1e-6, 1e-3, 1, 1e3, 1e6])
    func dependentRows(unit: Double) throws {
        var random = TestRandom(seed: 17)
        var rows = (0..<6).map { _ in (0..<15).map { _ in random.uniform(-1, 1) } }
        let point = (0..<15).map { _ in random.uniform(0.5, 2) }
        for index in 0..<6 {
            let (left, right) = (rows[index], rows[(index + 1) % 6])
            rows.append(zip(left, right).map { unit * ($0 - 3 * $1) })
        }
        let values = rows.map { row in
            var sum = 0.0
            for place in row.indices { sum += row[place] * point[place] }
            return sum
        }
        let solution = try solveToOptimum(
            try program(
                quadratic: unitSquare(15),
                linear: (0..<15).map { _ in random.uniform(-1, 1) }, rows: rows,
                rowLower: values, rowUpper: values, lower: Array(repeating: 0, count: 15)))
        #expect(solution.iterations <= 40)
    }

    @Test(
        "Columns in units from a millionth to a million keep the optimum",
        arguments: [UInt64(1), 2, 3, 4])
    func badlyScaledColumns(seed: UInt64) throws {
        var random = TestRandom(seed: seed)
        let units = (0..<10).map { _ in [1e-6, 1e-3, 1, 1e3, 1e6][random.index(5)] }
        let plainRows = (0..<6).map { _ in (0..<10).map { _ in random.uniform(0, 1) } }
        let costs = (0..<10).map { _ in random.uniform(0.5, 2) }
        func times(_ values: [Double], _ units: [Double]) -> [Double] {
            zip(values, units).map { $0 * $1 }
        }
        func scaled(_ units: [Double]) throws -> QuadraticProgram {
            var square = [[Double]](repeating: Array(repeating: 0, count: 10), count: 10)
            for place in stride(from: 0, to: 10, by: 2) {
                square[place][place] = units[place] * units[place]
            }
            return try program(
                quadratic: square, linear: times(costs, units),
                rows: plainRows.map { times($0, units) },
                rowLower: Array(repeating: 1, count: 6),
                rowUpper: Array(repeating: .infinity, count: 6),
                lower: Array(repeating: 0, count: 10))
        }
        let plain = try solveToOptimum(try scaled(Array(repeating: 1, count: 10)))
        let other = try solveToOptimum(try scaled(units))
        #expect(agree(plain.objective, other.objective, within: 1e-7))
    }

    @Test("An optimum that a whole face shares has one objective")
    func sharedOptimum() throws {
        let solution = try solveToOptimum(
            try program(
                linear: [-1, -1, -1], rows: [[1, 1, 1], [1, 1, 1]],
                rowLower: [-.infinity, -.infinity], rowUpper: [5, 5], lower: [0, 0, 0],
                upper: [4, 4, 4]))
        #expect(agree(solution.objective, -5, within: 1e-8))
    }

    @Test(
        "Infeasible by much or by little, it is proved; feasible by as little, it is solved",
        arguments: [1e6, 1, 1e-3, 1e-5, 1e-6])
    func nearlyFeasible(gap: Double) throws {
        // Rows over the same sum of many variables that bounds do not decide.
        var random = TestRandom(seed: 23)
        let count = 40
        let mix = (0..<count).map { _ in random.uniform(0.5, 1.5) }
        var halves = [mix, mix]
        for place in 0..<count { halves[place % 2][place] = 0 }
        let costs = (0..<count).map { _ in random.uniform(-1, 1) }
        func demand(_ last: Double) throws -> QuadraticProgram {
            try program(
                quadratic: unitSquare(count), linear: costs, rows: [mix] + halves,
                rowLower: [last, -.infinity, -.infinity], rowUpper: [.infinity, 10, 20],
                lower: Array(repeating: 0, count: count))
        }
        try solveToOptimum(try demand(30 - min(gap, 20)))
        let impossible = try demand(30 + gap)
        let solution = try InteriorPointSolver().solve(impossible)
        #expect(solution.status == .primalInfeasible)
        guard case .primal(let rows, let bounds) = solution.ray else {
            Issue.record("there is no proof")
            return
        }
        let violation = OptimalityCertificate.primalRayViolation(
            of: impossible, rowMultipliers: rows, boundMultipliers: bounds)
        #expect(violation <= 1e-8)
    }

    @Test("A slope that only a far boundary stops is bounded, without the boundary endless")
    func farBoundary() throws {
        let rows = [[1.0, -1.0, 0.0]]
        let square = [[1.0, -1.0, 0.0], [-1.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
        let endless = try program(
            quadratic: square, linear: [-1e-3, 0, 1], rows: rows, rowLower: [-1], rowUpper: [1],
            lower: [0, 0, 0])
        #expect(try InteriorPointSolver().solve(endless).status == .dualInfeasible)
        let bounded = try solveToOptimum(
            try program(
                quadratic: square, linear: [-1e-3, 0, 1], rows: rows, rowLower: [-1],
                rowUpper: [1], lower: [0, 0, 0], upper: [.infinity, 1e4, .infinity]))
        #expect(agree(bounded.variables[1], 1e4, within: 1e-6))
    }

    private func unitSquare(_ order: Int) -> [[Double]] {
        var square = [[Double]](repeating: Array(repeating: 0, count: order), count: order)
        for place in 0..<order { square[place][place] = 1 }
        return square
    }
}
