import NumericalMethods
import Testing

@Suite("Degenerate programs are solved like others")
struct DegenerateProgramTests {
    @Test("Rows given twice share one multiplier")
    func duplicateRows() throws {
        let solution = try solveToOptimum(
            try program(
                quadratic: [[1, 0], [0, 1]], linear: [0, 0], rows: [[1, 1], [1, 1], [2, 2]],
                rowLower: [2, 2, 4], rowUpper: [2, 2, 4]))
        #expect(agree(solution.variables, [1, 1], within: 1e-7))
        let sum = solution.rowDuals[0] + solution.rowDuals[1] + 2 * solution.rowDuals[2]
        #expect(agree(sum, 1, within: 1e-6))
    }

    @Test("Empty rows and columns change nothing")
    func emptyRowsAndColumns() throws {
        let solution = try solveToOptimum(
            try program(
                linear: [1, 0, -2, 3], rows: [[1, 0, 0, 0], [0, 0, 0, 0]], rowLower: [2, -1],
                rowUpper: [.infinity, 1], lower: [-5, -1, -3, -4], upper: [5, 1, 6, 2]))
        #expect(agree(solution.objective, -22, within: 1e-8))
        #expect(solution.rowDuals[1] == 0)
    }

    @Test("Free variables need no bounds")
    func freeVariables() throws {
        let solution = try solveToOptimum(
            try program(
                linear: [0, 1, 1], rows: [[1, 1, -1], [1, -1, 0]], rowLower: [3, 1],
                rowUpper: [3, 1], lower: [-.infinity, -2, 0]))
        #expect(agree(solution.objective, 1, within: 1e-7))
    }

    @Test("Fixed variables and rows with one variable recover their multipliers")
    func fixedVariables() throws {
        let solution = try solveToOptimum(
            try program(
                quadratic: [[2, 1], [1, 2]], linear: [-4, -4], rows: [[2, 0], [1, 1]],
                rowLower: [-.infinity, -.infinity], rowUpper: [1, 100], lower: [-10, 1.5],
                upper: [10, 1.5]))
        #expect(agree(solution.variables, [0.5, 1.5], within: 1e-8))
        // 2 * 0.5 + 1.5 - 4 = 2 y_0, and 0.5 + 3 - 4 = z_1.
        #expect(agree(solution.rowDuals, [-0.75, 0], within: 1e-8))
        #expect(agree(solution.boundDuals, [0, -0.5], within: 1e-8))
    }

    @Test("A row that leaves its variables no room takes a multiplier that suits all of them")
    func forcingRow() throws {
        let solution = try solveToOptimum(
            try program(
                quadratic: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], linear: [-3, 2, -1],
                rows: [[1, 2, 0], [1, 1, 1]], rowLower: [-.infinity, -.infinity],
                rowUpper: [0, 0.5], lower: [0, 0, 0]))
        #expect(agree(solution.variables, [0, 0, 0.5], within: 1e-7))
        #expect(solution.rowDuals[0] <= -2.4)
    }

    @Test("A single feasible point is the optimum")
    func singlePoint() throws {
        let solution = try solveToOptimum(
            try program(
                quadratic: [[1, 0], [0, 0]], linear: [1, -1], rows: [[1, 1], [1, -1], [1, 0]],
                rowLower: [3, 1, -.infinity], rowUpper: [3, 1, 2]))
        #expect(agree(solution.variables, [2, 1], within: 1e-7))
    }

    @Test("A flat optimum is reported with its objective")
    func flatOptimum() throws {
        let solution = try solveToOptimum(
            try program(
                quadratic: [[4, 2], [2, 1]], linear: [-4, -2], lower: [1, -.infinity],
                upper: [.infinity, 6]))
        #expect(agree(solution.objective, -2, within: 1e-8))
    }

    @Test("Many more rows than variables are no burden")
    func manyRows() throws {
        var random = TestRandom(seed: 5)
        let rows = (0..<300).map { _ in (0..<4).map { _ in random.uniform(-1, 1) } }
        let solution = try solveToOptimum(
            try program(
                quadratic: (0..<4).map { row in (0..<4).map { $0 == row ? 2 : 0.3 } },
                linear: [1, -2, 3, -4], rows: rows,
                rowLower: Array(repeating: -.infinity, count: 300),
                rowUpper: (0..<300).map { _ in random.uniform(0.1, 1) }))
        #expect(solution.iterations <= 25)
    }
}
