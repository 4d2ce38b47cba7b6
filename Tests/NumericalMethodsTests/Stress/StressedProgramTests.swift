import NumericalMethods
import Testing
import TransferInstances

@Suite("Programs under hardship are solved, proved to have no optimum, or refused")
struct StressedProgramTests {
    static let numbers = 1...25
    /// Contradictions below this, relative to the size of their terms, may pass for rounding.
    static let contradiction = 1e-7

    @Test(
        "Every optimum is the true one and stands a second reckoning; every proof is of the truth",
        arguments: StressFamily.allCases)
    func certified(_ family: StressFamily) throws {
        var refused = 0
        for number in Self.numbers {
            let stressed = try StressedProgram(family, number: number)
            let solution = try InteriorPointSolver().solve(stressed.program)
            switch solution.status {
            case .optimal: checkOptimum(solution, stressed)
            case .primalInfeasible:
                guard case .infeasible = stressed.truth else {
                    Issue.record("\(family) \(number) is called infeasible")
                    continue
                }
                #expect(provesInfeasibility(solution, of: stressed.program))
            case .dualInfeasible:
                #expect(stressed.truth == .unbounded, "\(family) \(number)")
                #expect(provesInfeasibility(solution, of: stressed.program))
            case .notConverged:
                refused += 1
                // Refused with its residuals: there is a point, and its measures are numbers.
                let certificate = OptimalityCertificate(
                    recomputing: stressed.program, solution: solution)
                #expect(certificate.largest.isFinite, "\(family) \(number): \(certificate)")
            }
        }
        #expect(refused <= Self.numbers.count / 5, "\(family): \(refused) refused")
    }

    private func checkOptimum(_ solution: Solution, _ stressed: StressedProgram) {
        let name = "\(stressed.family) \(stressed.number)"
        let certificate = OptimalityCertificate(
            recomputing: stressed.program, solution: solution)
        #expect(certificate.isOptimal(within: 1e-8), "\(name): \(certificate)")
        let again = RecomputedAnswer(stressed.program, solution)
        #expect(again.largest <= 1.1e-8, "\(name): \(again)")
        #expect(agree(again.objective, solution.objective, within: 1e-12), "\(name)")
        switch stressed.truth {
        case .optimal(let objective):
            #expect(
                agree(solution.objective, objective, within: 1e-6),
                "\(name): \(solution.objective) where \(objective) is true")
        case .infeasible(let excess):
            #expect(excess <= Self.contradiction, "\(name) contradicts itself by \(excess)")
        case .unbounded: Issue.record("\(name) is called solved and has no bound")
        }
    }

    @Test("What is known of a program by construction holds", arguments: StressFamily.allCases)
    func construction(_ family: StressFamily) throws {
        for number in Self.numbers {
            let stressed = try StressedProgram(family, number: number)
            guard case .optimal = stressed.truth else { continue }
            let known = Solution(
                status: .optimal, variables: stressed.variables, rowDuals: stressed.rowDuals,
                boundDuals: stressed.boundDuals, objective: 0, iterations: 0, factorizations: 0)
            let again = RecomputedAnswer(stressed.program, known)
            #expect(again.largest <= 1e-8, "\(family) \(number): \(again)")
        }
    }

    @Test("A program written down and read is the same", arguments: StressFamily.allCases)
    func exported(_ family: StressFamily) throws {
        for number in 1...5 {
            let program = try StressedProgram(family, number: number).program
            let problem = QPSProblem(
                name: family.rawValue, program: program,
                rowNames: (0..<program.rowCount).map { "r\($0)" },
                variableNames: (0..<program.variableCount).map { "x\($0)" })
            let read = try QPSReader.read(QPSWriter.text(problem)).program
            #expect(read.quadratic == program.quadratic && read.linear == program.linear)
            #expect(read.constraints == program.constraints)
            #expect(
                agree(
                    read.rowLower.filter(\.isFinite), program.rowLower.filter(\.isFinite),
                    within: 1e-15))
            #expect(read.variableLower == program.variableLower)
            #expect(read.variableUpper == program.variableUpper)
        }
    }

    @Test("A row that stands there three times has one multiplier, shared", arguments: 100...106)
    func sharedMultiplier(seed: Int) throws {
        let known = try KnownOptimumProgram(seed: UInt64(seed), variableCount: 40, rowCount: 4)
        var tripled = known.program
        var triplets: [SparseMatrix.Triplet] = []
        for column in 0..<40 {
            for place in tripled.constraints.entries(ofColumn: column) {
                let row = tripled.constraints.rowIndices[place]
                let value = tripled.constraints.values[place]
                for copy in 0..<3 {
                    triplets.append(.init(row: row + 4 * copy, column: column, value: value))
                }
            }
        }
        tripled.constraints = SparseMatrix(rowCount: 12, columnCount: 40, triplets: triplets)
        tripled.rowLower += known.program.rowLower + known.program.rowLower
        tripled.rowUpper += known.program.rowUpper + known.program.rowUpper
        let solution = try solveToOptimum(tripled)
        #expect(
            agree(solution.objective, known.program.objective(at: known.variables), within: 1e-7))
        let sums = (0..<4).map {
            solution.rowDuals[$0] + solution.rowDuals[$0 + 4] + solution.rowDuals[$0 + 8]
        }
        #expect(agree(sums, known.rowDuals, within: 1e-5))
    }
}
