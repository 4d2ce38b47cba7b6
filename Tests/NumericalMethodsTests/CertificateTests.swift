import NumericalMethods
import Testing

@Suite("The certificate accepts optima and nothing else")
struct CertificateTests {
    private func problem() throws -> QuadraticProgram {
        try program(
            quadratic: [[3, 1, 0], [1, 2, 0], [0, 0, 1]], linear: [-5, -4, -3],
            rows: [[1, 1, 1], [1, 0, 2]], rowLower: [2, -.infinity], rowUpper: [2, 2.2],
            lower: [0, 0, 0.9], upper: [5, 5, 5])
    }

    @Test("Changing any value of the point by 0.1 % is rejected", arguments: 0..<3)
    func changedVariable(index: Int) throws {
        let problem = try problem()
        var solution = try solveToOptimum(problem)
        solution.variables[index] *= 1.001
        let certificate = OptimalityCertificate(recomputing: problem, solution: solution)
        #expect(!certificate.isOptimal(within: 1e-8))
    }

    @Test("Changing any multiplier that is not zero by 0.1 % is rejected")
    func changedMultipliers() throws {
        let problem = try problem()
        let solution = try solveToOptimum(problem)
        var changes = 0
        for row in solution.rowDuals.indices where abs(solution.rowDuals[row]) > 1e-6 {
            var changed = solution
            changed.rowDuals[row] *= 1.001
            let certificate = OptimalityCertificate(recomputing: problem, solution: changed)
            #expect(!certificate.isOptimal(within: 1e-8))
            changes += 1
        }
        for column in solution.boundDuals.indices where abs(solution.boundDuals[column]) > 1e-6 {
            var changed = solution
            changed.boundDuals[column] *= 1.001
            let certificate = OptimalityCertificate(recomputing: problem, solution: changed)
            #expect(!certificate.isOptimal(within: 1e-8))
            changes += 1
        }
        #expect(changes >= 2)
    }

    @Test("A multiplier on the wrong side or without a limit counts as dual residual")
    func wrongSign() throws {
        let simple = try program(linear: [1], lower: [0])
        var solution = try solveToOptimum(simple)
        solution.boundDuals = [-1]
        solution.variables = [0]
        let certificate = OptimalityCertificate(recomputing: simple, solution: solution)
        #expect(certificate.dualResidual >= 1)
        #expect(certificate.worstVariable == 0)
        // Nothing but the multiplier's side is wrong: the slopes add up.
        let falling = try program(linear: [-1], lower: [0])
        solution.boundDuals = [-1]
        let endless = OptimalityCertificate(recomputing: falling, solution: solution)
        #expect(endless.dualResidual >= 1)
        #expect(endless.worstVariable == 0)
    }

    @Test("A multiplier away from its limit counts as complementarity and gap")
    func complementarity() throws {
        let simple = try program(linear: [1], lower: [0], upper: [10])
        var solution = try solveToOptimum(simple)
        solution.variables = [0.5]
        let certificate = OptimalityCertificate(recomputing: simple, solution: solution)
        #expect(agree(certificate.complementarity, 0.5, within: 1e-9))
        #expect(agree(certificate.gap, 0.5, within: 1e-9))
    }

    @Test("A violated row is named")
    func worstRow() throws {
        let problem = try problem()
        var solution = try solveToOptimum(problem)
        solution.variables = [0, 0, 3]
        let certificate = OptimalityCertificate(recomputing: problem, solution: solution)
        #expect(certificate.worstRow == 1)
        #expect(agree(certificate.primalResidual, 3.8 / 6, within: 1e-9))
    }

    @Test("Numbers that are none, and arrays of the wrong length, are never accepted")
    func notANumber() throws {
        let problem = try problem()
        let solution = try solveToOptimum(problem)
        var broken = solution
        broken.variables[1] = .nan
        #expect(!OptimalityCertificate(recomputing: problem, solution: broken).isOptimal())
        broken = solution
        broken.rowDuals[0] = .nan
        #expect(!OptimalityCertificate(recomputing: problem, solution: broken).isOptimal())
        broken = solution
        broken.boundDuals.removeLast()
        let short = OptimalityCertificate(recomputing: problem, solution: broken)
        #expect(!short.isOptimal(within: .infinity))
    }
}
