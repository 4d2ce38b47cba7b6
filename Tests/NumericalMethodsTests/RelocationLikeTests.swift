import NumericalMethods
import Testing

@Suite("Programs with the structure of the relocation problem")
struct RelocationLikeTests {
    @Test("They take at most 25 iterations to 1e-9", arguments: 1...3)
    func fewIterations(seed: Int) throws {
        let program = try RelocationLikeProgram(
            smelters: 30, destinations: 8, seed: UInt64(seed)
        ).make()
        let solution = try solveToOptimum(program)
        #expect(solution.iterations <= 25)
        let certificate = OptimalityCertificate(recomputing: program, solution: solution)
        #expect(certificate.isOptimal(within: 1e-9))
    }

    @Test("Closing all room for shortfall gives an optimum or a proof, never silence")
    func withoutShortfall() throws {
        var program = try RelocationLikeProgram(smelters: 20, destinations: 6).make()
        // Shortfalls are the only columns with a price of 150.
        for column in program.linear.indices where program.linear[column] == 150 {
            program.variableUpper[column] = 0
        }
        let solution = try InteriorPointSolver().solve(program)
        #expect(solution.status == .primalInfeasible)
        #expect(provesInfeasibility(solution, of: program))
    }
}
