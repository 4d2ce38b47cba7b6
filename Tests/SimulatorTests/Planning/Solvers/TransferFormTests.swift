import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("The relocation problem as the structured method sees it")
struct TransferFormTests {
    static let variants: [(name: String, options: [String])] =
        Repository.scenarioNames.map { ($0, []) } + [
            ("policies-as-issued", ["planning.quota_follows=stricter"]),
            ("policies-as-issued", ["planning.emission_cap.2027=400"]),
            ("carbon-price-300", ["planning.capital_budget=5000", "planning.mode=hard"]),
            ("carbon-price-300", ["planning.national_clean_share.2027=25"]),
            ("green-bases-open", ["horizon.last_year=2028", "horizon.extend=hold"]),
            ("dry-yunnan", ["planning.replacement_ratio.CN-XJ=1.2"]),
        ]

    @Test("It is the same problem, coefficient by coefficient", arguments: variants)
    func sameProblem(_ variant: (name: String, options: [String])) throws {
        let baseline = try Repository.baseline(variant.name, variant.options)
        guard baseline.inputs.policy.foresight == .perfect else { return }
        let problem = try RelocationProblem(baseline)
        let form = try #require(TransferForm(problem))
        let general = try form.program.generalForm()
        let order = TransferOrder(form.program)
        #expect(order.moves == general.moves)
        var random = SeededNumbers(seed: 7)
        // Random points and multipliers: equal products mean equal coefficients.
        for _ in 0..<3 {
            let count = general.program.variableCount
            let point = Solution(
                status: .optimal, variables: random.numbers(count),
                rowDuals: random.numbers(general.program.rowCount),
                boundDuals: random.numbers(count), objective: 0, iterations: 0,
                factorizations: 0)
            let mapped = form.solution(point, in: order)
            let objective = general.program.objective(at: point.variables)
            #expect(
                agree(
                    problem.program.objective(at: mapped.variables), objective,
                    relative: 1e-12, scale: 1e6))
            let here = product(general.program, point)
            let there = product(problem.program, mapped)
            #expect(agree(there, here, relative: 1e-11, scale: 1e3))
            #expect(limits(general.program) == limits(problem.program))
        }
    }

    @Test("Problems relaxed for a repair are left to the general method")
    func relaxed() throws {
        var scope = RelocationProblem.Scope()
        scope.relaxed = [.moves]
        let problem = try RelocationProblem(
            Repository.baseline("policies-as-issued"), scope: scope)
        #expect(TransferForm(problem) == nil)
    }

    private func product(_ program: QuadraticProgram, _ point: Solution) -> Double {
        zip(program.constraints.multiply(point.variables), point.rowDuals).reduce(0) {
            $0 + $1.0 * $1.1
        }
    }

    /// All finite limits, in an order of their own.
    private func limits(_ program: QuadraticProgram) -> [Double] {
        (program.rowLower + program.rowUpper).filter(\.isFinite).sorted()
    }
}

/// Numbers between 0 and 1, the same on every machine.
private struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func numbers(_ count: Int) -> [Double] {
        (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53
        }
    }
}
