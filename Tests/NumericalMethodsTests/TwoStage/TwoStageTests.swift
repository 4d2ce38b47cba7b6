import Testing
import TransferInstances

@testable import NumericalMethods

@Suite("Two-stage programs")
struct TwoStageTests {
    /// Scenarios of one made-up relocation problem: limits, prices and curvatures differ.
    static func programs(
        _ count: Int, seed: UInt64 = 3, differsInCurvature: Bool = true
    ) -> [TransferProgram] {
        var options = RelocationInstance.Options()
        options.provinces = 6
        options.smelters = 12
        options.seed = seed
        let base = RelocationInstance(options).program()
        return (0..<count).map { index in
            var random = TestRandom(seed: seed &* 977 &+ UInt64(index))
            var program = base
            for place in program.siteCost.indices {
                program.siteCost[place] *= random.uniform(0.9, 1.1)
            }
            for place in program.restCost.indices {
                program.restCost[place] *= random.uniform(0.7, 1.4)
            }
            for place in program.stockLimit.indices {
                program.stockLimit[place] *= random.uniform(0.8, 1.2)
            }
            if differsInCurvature {
                let factor = random.uniform(0.5, 2)
                for place in program.ownCurvature.indices {
                    program.ownCurvature[place] *= factor
                    program.sumCurvature[place] *= factor
                }
            }
            return program
        }
    }

    static func form(
        _ programs: [TransferProgram], _ probabilities: [Double]? = nil
    ) throws -> TwoStageTransfer {
        try TwoStageTransfer(
            programs, probabilities: probabilities ?? programs.map { _ in 1 })
    }

    private func certified(
        _ program: TwoStageProgram, _ risk: RiskMeasure
    ) throws -> TwoStageCertificate {
        let solution = try TwoStageInteriorPoint().solve(program, risk: risk)
        let certificate = try TwoStageCertificate(
            recomputing: program, risk: risk, solution: solution)
        #expect(certificate.primalResidual <= 1e-7)
        #expect(certificate.gap <= 1e-7, "\(risk): \(certificate)")
        return certificate
    }

    static let risks: [RiskMeasure] = [
        .expected, .conditionalValueAtRisk(level: 0.6), .conditionalValueAtRisk(level: 0.95),
        .worst,
    ]

    @Test("The mean is that of the extensive form by the general method", arguments: [1, 2, 5])
    func extensive(_ count: Int) throws {
        let program = try Self.form(Self.programs(count)).program
        let form = try program.extensiveForm(weights: program.probabilities)
        let general = try InteriorPointSolver().solve(form.program)
        try #require(general.status == .optimal)
        let found = try certified(program, .expected)
        #expect(
            abs(found.upperBound - general.objective) <= 1e-7 * max(1, abs(general.objective)))
    }

    /// The first row that holds moves only and can be met by staying: what a region can host.
    private static func rowOfMoves(_ program: TransferProgram) -> Int? {
        let others = Set(program.restTerms.rowIndices)
        return (0..<program.rowCount).first {
            !others.contains($0) && program.rowLower[$0] == -.infinity
                && program.rowUpper[$0] > 0
        }
    }

    @Test("A row that allows nothing closes its moves, and the optimum is that without them")
    func closingRow() throws {
        var programs = Self.programs(2)
        let open = try Self.form(programs)
        let row = try #require(Self.rowOfMoves(programs[0]))
        programs[1].rowUpper[row] = 0
        let closed = try Self.form(programs)
        #expect(closed.moves.count < open.moves.count)
        let form = try closed.program.extensiveForm(weights: closed.program.probabilities)
        let general = try InteriorPointSolver().solve(form.program)
        let found = try certified(closed.program, .expected)
        #expect(
            abs(found.upperBound - general.objective) <= 1e-7 * max(1, abs(general.objective)))
        let free = try certified(open.program, .expected)
        #expect(found.upperBound >= free.lowerBound)
    }

    @Test("Limits on moves that contradict those of another scenario are a contradiction")
    func contradictingRows() throws {
        var programs = Self.programs(3)
        let row = try #require(Self.rowOfMoves(programs[0]))
        (programs[0].rowLower[row], programs[0].rowUpper[row]) = (2, 3)
        #expect(try Self.form(programs).contradiction == 1)
        for index in programs.indices { programs[index].rowUpper[row] = 2 - 1e-12 }
        programs[0].rowUpper[row] = 2
        #expect(try Self.form(programs).contradiction == nil)
    }

    @Test("Scenarios of different sizes are refused")
    func differentSizes() {
        var options = RelocationInstance.Options()
        options.provinces = 5
        options.smelters = 12
        let other = RelocationInstance(options).program()
        #expect(throws: QuadraticProgramError.self) {
            try Self.form([Self.programs(1)[0], other])
        }
    }

    @Test("Every risk is certified by weights and multipliers", arguments: risks)
    func gaps(_ risk: RiskMeasure) throws {
        for differs in [false, true] {
            let programs = Self.programs(7, differsInCurvature: differs)
            let certificate = try certified(Self.form(programs).program, risk)
            #expect(abs(certificate.weights.reduce(0, +) - 1) <= 1e-9)
        }
    }

    @Test("Copies of one scenario are that scenario", arguments: risks)
    func copies(_ risk: RiskMeasure) throws {
        let one = Self.programs(1)
        let alone = try certified(Self.form(one).program, .expected)
        let many = try certified(
            Self.form(Array(repeating: one[0], count: 6)).program, risk)
        #expect(
            abs(alone.upperBound - many.upperBound) <= 1e-8 * max(1, abs(alone.upperBound)))
    }

    @Test("The order of scenarios changes nothing", arguments: risks)
    func order(_ risk: RiskMeasure) throws {
        let programs = Self.programs(5)
        let forwards = try certified(Self.form(programs).program, risk)
        let backwards = try certified(Self.form(programs.reversed()).program, risk)
        let scale = max(1, abs(forwards.upperBound))
        #expect(abs(forwards.upperBound - backwards.upperBound) <= 1e-7 * scale)
    }

    @Test("A scenario of twice the probability is one that stands twice", arguments: risks)
    func probabilities(_ risk: RiskMeasure) throws {
        let programs = Self.programs(4)
        let weighted = try certified(Self.form(programs, [2, 1, 1, 1]).program, risk)
        let repeated = try certified(Self.form([programs[0]] + programs).program, risk)
        let scale = max(1, abs(weighted.upperBound))
        #expect(abs(weighted.upperBound - repeated.upperBound) <= 1e-7 * scale)
    }

    @Test("Risk grows from the mean over the tail to the worst")
    func levels() throws {
        let program = try Self.form(Self.programs(8)).program
        let values = try Self.risks.map { try certified(program, $0).upperBound }
        for (low, high) in zip(values, values.dropFirst()) {
            #expect(low <= high + 1e-7 * max(1, abs(high)))
        }
    }

    @Test("Moves as found cost what was found, each scenario for itself")
    func evaluation() throws {
        let program = try Self.form(Self.programs(4)).program
        let solution = try TwoStageInteriorPoint().solve(program, risk: .expected)
        let certificate = try TwoStageCertificate(
            recomputing: program, risk: .expected, solution: solution)
        let costs = try #require(
            try TwoStageEvaluation(program, moves: solution.moves).costs)
        for (cost, found) in zip(costs, certificate.costs) {
            #expect(abs(cost - found) <= 1e-6 * max(1, abs(found)))
        }
        let staying = try #require(
            try TwoStageEvaluation(
                program, moves: Array(repeating: 0, count: program.moveCount)
            ).costs)
        let mean = staying.reduce(0, +) / 4
        #expect(mean >= certificate.lowerBound - 1e-7 * max(1, abs(mean)))
    }

    @Test("An answer that is not the best is not certified")
    func wrongAnswer() throws {
        let program = try Self.form(Self.programs(3)).program
        var solution = try TwoStageInteriorPoint().solve(program, risk: .expected)
        solution.decisions[1] = solution.decisions[1].map { $0 + 0.01 }
        let certificate = try TwoStageCertificate(
            recomputing: program, risk: .expected, solution: solution)
        #expect(!certificate.isOptimal(within: 1e-6))
    }

    @Test("A scenario that nothing meets is infeasible, the others are not")
    func infeasible() throws {
        var programs = Self.programs(3)
        // A row of one decision that asks for more than its limit.
        let row = try #require(
            (0..<programs[1].rowCount).first { programs[1].restTerms.rowIndices.contains($0) })
        programs[1].rowLower[row] = 1e7
        programs[1].rowUpper[row] = .infinity
        programs[1].restUpper = programs[1].restUpper.map { min($0, 1e3) }
        let program = try Self.form(programs).program
        let outcomes = try TwoStageEvaluation(
            program, moves: Array(repeating: 0, count: program.moveCount)
        ).outcomes
        #expect(outcomes[1] == .infeasible)
        for index in [0, 2] {
            guard case .solved = outcomes[index] else {
                Issue.record("scenario \(index) is not solved")
                continue
            }
        }
    }

    @Test("Scenarios of other sizes are refused")
    func otherSizes() throws {
        var options = RelocationInstance.Options()
        options.provinces = 5
        options.smelters = 12
        let other = RelocationInstance(options).program()
        #expect(throws: QuadraticProgramError.self) {
            try Self.form(Self.programs(1) + [other])
        }
    }
}

@Suite("Risk measures")
struct RiskMeasureTests {
    @Test("They are what the definitions say")
    func definitions() {
        let costs = [4.0, 1, 3, 2]
        let equal = [0.25, 0.25, 0.25, 0.25]
        func value(_ risk: RiskMeasure) -> Double {
            risk.value(costs, probabilities: equal).risk
        }
        #expect(value(.expected) == 2.5)
        #expect(value(.worst) == 4)
        #expect(abs(value(.conditionalValueAtRisk(level: 0.5)) - 3.5) < 1e-15)
        // The dearest 37.5 %: all of one scenario and half of another.
        #expect(abs(value(.conditionalValueAtRisk(level: 0.625)) - (4 * 2 + 3) / 3) < 1e-14)
    }

    @Test("Weights within the limits are kept, others brought to them")
    func admissible() {
        let risk = RiskMeasure.conditionalValueAtRisk(level: 0.5)
        let equal = [0.25, 0.25, 0.25, 0.25]
        #expect(
            risk.admissible([0.5, 0.25, 0.25, 0], probabilities: equal) == [0.5, 0.25, 0.25, 0])
        let found = risk.admissible([0.9, 0.2, -0.1, 0], probabilities: equal)
        #expect(abs(found.reduce(0, +) - 1) < 1e-15)
        #expect(found.allSatisfy { $0 >= 0 && $0 <= 0.5 })
    }
}
