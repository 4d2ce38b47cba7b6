import NumericalMethods
import Testing

@Suite("Programs whose optimum is known in closed form")
struct ClosedFormProgramTests {
    @Test("Without limits the optimum solves Q x = -c")
    func unconstrained() throws {
        let solution = try solveToOptimum(
            try program(quadratic: [[4, 1], [1, 3]], linear: [-1, -2], constant: 5))
        let expected = [1.0 / 11, 7.0 / 11]
        #expect(agree(solution.variables, expected, within: 1e-7))
        #expect(agree(solution.objective, 5 - 7.5 / 11, within: 1e-9))
    }

    @Test("A bound that stops the objective carries its slope as multiplier")
    func bindingBound() throws {
        let solution = try solveToOptimum(
            try program(quadratic: [[2]], linear: [-6], lower: [0], upper: [1]))
        #expect(agree(solution.variables, [1], within: 1e-8))
        #expect(agree(solution.boundDuals, [-4], within: 1e-7))
    }

    @Test("The nearest point of a line has the line's normal as gradient")
    func projectionOnLine() throws {
        let solution = try solveToOptimum(
            try program(
                quadratic: [[1, 0], [0, 1]], linear: [0, 0], rows: [[3, 4]], rowLower: [25],
                rowUpper: [25]))
        #expect(agree(solution.variables, [3, 4], within: 1e-8))
        #expect(agree(solution.rowDuals, [1], within: 1e-8))
    }

    @Test("A row multiplier is positive on a lower and negative on an upper limit")
    func signsOfRowMultipliers() throws {
        let atLower = try solveToOptimum(
            try program(linear: [1], rows: [[2]], rowLower: [6], rowUpper: [10]))
        #expect(agree(atLower.variables, [3], within: 1e-8))
        #expect(agree(atLower.rowDuals, [0.5], within: 1e-8))
        let atUpper = try solveToOptimum(
            try program(
                linear: [-1, -1], rows: [[2, 1], [1, 3]], rowLower: [-.infinity, -.infinity],
                rowUpper: [4, 6], lower: [0, 0]))
        #expect(agree(atUpper.variables, [1.2, 1.6], within: 1e-7))
        #expect(agree(atUpper.rowDuals, [-0.4, -0.2], within: 1e-7))
    }

    @Test("A transport problem has its textbook cost")
    func transport() throws {
        // Two plants (20, 30) to three markets (10, 25, 15).
        let costs = [8.0, 6, 10, 9, 12, 7]
        let solution = try solveToOptimum(
            try program(
                linear: costs,
                rows: [
                    [1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [1, 0, 0, 1, 0, 0],
                    [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1],
                ],
                rowLower: [-.infinity, -.infinity, 10, 25, 15],
                rowUpper: [20, 30, .infinity, .infinity, .infinity],
                lower: Array(repeating: 0, count: 6)))
        // 20 at 6, 10 at 9, 5 at 12, 15 at 7.
        #expect(agree(solution.objective, 375, within: 1e-8))
    }

    @Test("A program without variables and rows is optimal at its constant")
    func empty() throws {
        let solution = try solveToOptimum(try program(linear: [], constant: 7))
        #expect(solution.objective == 7)
    }

    @Test("A rank-one block plus diagonal has the water-filling optimum")
    func rankOneBlock() throws {
        // min 1/2 g (sum x)^2 + 1/2 e sum x^2 - sum x, symmetric: every x = 1 / (g n + e).
        let count = 17
        let gamma = 40.0
        let epsilon = 0.4
        let rows = (0..<count).map { row in
            (0..<count).map { $0 == row ? gamma + epsilon : gamma }
        }
        let solution = try solveToOptimum(
            try program(
                quadratic: rows, linear: Array(repeating: -1, count: count),
                lower: Array(repeating: 0, count: count)))
        let expected = 1 / (gamma * Double(count) + epsilon)
        #expect(agree(solution.variables, Array(repeating: expected, count: count), within: 1e-8))
    }
}
