import NumericalMethods
import Testing
import TransferInstances

@Suite("A start from a neighbouring problem")
struct TransferWarmStartTests {
    @Test("Gives the answer of a cold start", arguments: 1...30, [0.01, 0.05, -0.2])
    func sameAnswer(seed: Int, change: Double) throws {
        var options = variedOptions(seed)
        options.allowsShortfall = true
        let program = RelocationInstance(options).program()
        var solver = TransferInteriorPoint()
        _ = try solver.solve(program)
        let point = solver.point
        let neighbour = changed(program, by: change)
        let cold = try solver.solve(neighbour)
        let warm = try solver.solve(neighbour, from: point)
        #expect(warm.status == cold.status)
        guard cold.status == .optimal else { return }
        #expect(relativeDifference(warm.objective, cold.objective) <= 1e-8)
        let general = try neighbour.generalForm().program
        #expect(
            OptimalityCertificate(recomputing: general, solution: warm).isOptimal(within: 1e-8))
    }

    @Test("Takes less than half of the iterations after a change of one per cent")
    func fewerIterations() throws {
        let options = try #require(RelocationInstance.standard("small"))
        let program = RelocationInstance(options).program()
        var solver = TransferInteriorPoint()
        let first = try solver.solve(program)
        let warm = try solver.solve(changed(program, by: 0.01), from: solver.point)
        #expect(solver.startedWarm)
        #expect(2 * warm.iterations < first.iterations)
    }

    @Test("Is left alone where the shape is another")
    func otherShape() throws {
        var options = variedOptions(3)
        options.smelters = 5
        var solver = TransferInteriorPoint()
        _ = try solver.solve(RelocationInstance(options).program())
        let point = solver.point
        options.smelters = 6
        let other = RelocationInstance(options).program()
        let warm = try solver.solve(other, from: point)
        #expect(!solver.startedWarm)
        #expect(warm == (try solver.solve(other)))
    }

    /// Limits and prices moved, every limit by another share of the change.
    private func changed(_ program: TransferProgram, by change: Double) -> TransferProgram {
        var result = program
        var random = TestRandom(seed: 5)
        for row in result.rowLower.indices {
            let factor = 1 + random.uniform(0, change)
            result.rowLower[row] *= factor
            result.rowUpper[row] *= factor
        }
        result.restCost = result.restCost.map { $0 * (1 + 2 * change) }
        result.siteCost = result.siteCost.map { $0 * (1 + change) }
        result.routeCost = result.routeCost.map { $0 * (1 + change) }
        return result
    }
}
