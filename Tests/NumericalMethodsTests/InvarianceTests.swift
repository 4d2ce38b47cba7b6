import NumericalMethods
import Testing

@Suite("What must not change an answer does not")
struct InvarianceTests {
    @Test("Rows scaled by 1e-6 to 1e6 give the same point and scaled multipliers")
    func rowScaling() throws {
        let known = try KnownOptimumProgram(seed: 77, variableCount: 25, rowCount: 10)
        let original = try solveToOptimum(known.program)
        let factors = (0..<10).map { [1e-6, 1e6, 1, 1e3, 1e-3][$0 % 5] }
        var scaled = known.program
        var triplets: [SparseMatrix.Triplet] = []
        for column in 0..<25 {
            let starts = scaled.constraints.columnStarts
            for place in starts[column]..<starts[column + 1] {
                let row = scaled.constraints.rowIndices[place]
                triplets.append(
                    .init(
                        row: row, column: column,
                        value: factors[row] * scaled.constraints.values[place]))
            }
        }
        scaled.constraints = SparseMatrix(rowCount: 10, columnCount: 25, triplets: triplets)
        for row in 0..<10 {
            scaled.rowLower[row] *= factors[row]
            scaled.rowUpper[row] *= factors[row]
        }
        let solution = try solveToOptimum(scaled)
        #expect(agree(solution.variables, original.variables, within: 1e-6))
        let duals = (0..<10).map { solution.rowDuals[$0] * factors[$0] }
        #expect(agree(duals, original.rowDuals, within: 1e-5))
    }

    @Test("Two runs give the same bits")
    func repeatable() throws {
        let relocation = try RelocationLikeProgram(smelters: 12, destinations: 5).make()
        let first = try InteriorPointSolver().solve(relocation)
        let second = try InteriorPointSolver().solve(relocation)
        #expect(first == second)
        #expect(first.variables.map(\.bitPattern) == second.variables.map(\.bitPattern))
        #expect(first.rowDuals.map(\.bitPattern) == second.rowDuals.map(\.bitPattern))
    }

    @Test("A multiple of the objective has the same point and multiplied multipliers")
    func costScaling() throws {
        let known = try KnownOptimumProgram(seed: 78, variableCount: 15, rowCount: 4)
        var dear = known.program
        dear.linear = dear.linear.map { 1e6 * $0 }
        let entries = dear.quadratic
        var triplets: [SparseMatrix.Triplet] = []
        for column in 0..<15 {
            for place in entries.columnStarts[column]..<entries.columnStarts[column + 1] {
                triplets.append(
                    .init(
                        row: entries.rowIndices[place], column: column,
                        value: 1e6 * entries.values[place]))
            }
        }
        dear.quadratic = SparseMatrix(rowCount: 15, columnCount: 15, triplets: triplets)
        let solution = try solveToOptimum(dear)
        #expect(agree(solution.variables, known.variables, within: 1e-6))
    }
}
