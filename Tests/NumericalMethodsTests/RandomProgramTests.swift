import NumericalMethods
import Testing

@Suite("Random programs")
struct RandomProgramTests {
    @Test("A program built around an optimum is solved to that optimum", arguments: 1...30)
    func knownOptimum(seed: Int) throws {
        let known = try KnownOptimumProgram(
            seed: UInt64(seed), variableCount: 5 + seed, rowCount: seed / 2)
        let solution = try solveToOptimum(known.program)
        #expect(agree(solution.variables, known.variables, within: 1e-5))
        let objective = known.program.objective(at: known.variables)
        #expect(agree(solution.objective, objective, within: 1e-8))
        #expect(solution.iterations <= 25)
    }

    @Test("Chosen multipliers are recovered where they are unique", arguments: 100...110)
    func knownMultipliers(seed: Int) throws {
        // With few rows and many free variables the binding rows are independent.
        let known = try KnownOptimumProgram(seed: UInt64(seed), variableCount: 40, rowCount: 4)
        let solution = try solveToOptimum(known.program)
        #expect(agree(solution.rowDuals, known.rowDuals, within: 1e-5))
        #expect(agree(solution.boundDuals, known.boundDuals, within: 1e-5))
    }

    @Test("Degenerate programs of whole numbers all end with a certificate or a proof")
    func degenerate() throws {
        var counts: [SolverStatus: Int] = [:]
        for seed in 1...400 {
            let random = try DegenerateProgram(seed: UInt64(seed))
            let solution = try InteriorPointSolver().solve(random.program)
            counts[solution.status, default: 0] += 1
            switch solution.status {
            case .optimal:
                let certificate = OptimalityCertificate(
                    recomputing: random.program, solution: solution)
                #expect(certificate.isOptimal(within: 1e-8), "seed \(seed): \(certificate)")
            case .primalInfeasible:
                #expect(!random.isFeasible, "seed \(seed) has a feasible point")
                #expect(provesInfeasibility(solution, of: random.program), "seed \(seed)")
            case .dualInfeasible:
                #expect(provesInfeasibility(solution, of: random.program), "seed \(seed)")
            case .notConverged:
                Issue.record("seed \(seed) did not converge")
            }
        }
        #expect(SolverStatus.allCases.filter { counts[$0, default: 0] > 10 }.count == 3)
    }
}

/// Whether a solution carries a proof that fits its status, by the certificate's own sums.
func provesInfeasibility(_ solution: Solution, of program: QuadraticProgram) -> Bool {
    switch (solution.status, solution.ray) {
    case (.primalInfeasible, .primal(let rows, let bounds)):
        OptimalityCertificate.primalRayViolation(
            of: program, rowMultipliers: rows, boundMultipliers: bounds) <= 1e-8
    case (.dualInfeasible, .dual(let direction)):
        OptimalityCertificate.dualRayViolation(of: program, direction: direction) <= 1e-8
    default: false
    }
}
