import Foundation
import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("Robust scratch")
struct RobustScratch {
    @Test("scratch")
    func scratch() throws {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["ROBUST_NAME"] ?? "policies-as-issued"
        let count = Int(environment["ROBUST_N"] ?? "4") ?? 4
        let risk = PlanningRisk(environment["ROBUST_RISK"] ?? "expected") ?? .expected
        let curvature = environment["ROBUST_CURVATURE"] != "0"
        let base = try Repository.baseline(name)
        let clock = ContinuousClock()
        var start = clock.now
        func lap(_ what: String) {
            let now = clock.now
            print(what, now - start)
            start = now
        }
        let futures = try MadeFutures.make(base, count: count, curvature: curvature)
        lap("futures")
        let solver = RelocationSolver()
        let readings = try futures.map {
            try RobustProblem.reading($0, knows: false, solver: solver)
        }
        lap("readings")
        let problem = try RobustProblem(
            readings, probabilities: Array(repeating: 1, count: count))
        lap("form")
        print(
            "moves", problem.program.moveCount, "sums", problem.program.sumCount, "shared",
            problem.program.sharedLower.count, "groups", problem.program.groupCount,
            "decisions", problem.program.scenarios[0].decisionCount, "rows",
            problem.program.scenarios[0].rowCount)
        var method = TwoStageInteriorPoint()
        method.trace = environment["ROBUST_TRACE"] != nil
        let solution = try method.solve(problem.program, risk: risk.measure)
        lap("solve")
        print(solution.status, solution.iterations, solution.largestResidual)
        guard !solution.moves.isEmpty else { return }
        let certificate = try TwoStageCertificate(
            recomputing: problem.program, risk: risk.measure, solution: solution)
        lap("certificate")
        print(
            certificate.primalResidual, certificate.dualResidual, certificate.upperBound,
            certificate.lowerBound, certificate.gap)
        let evaluation = try TwoStageEvaluation(problem.program, moves: solution.moves)
        lap("evaluation")
        let costs = evaluation.costs
        print(costs.map { risk.value($0, probabilities: problem.program.probabilities) } ?? .nan)
        print("moves", problem.moves(solution.moves).count, problem.moves(solution.moves).prefix(3))
        if environment["ROBUST_GENERAL"] != nil {
            let form = try problem.program.extensiveForm(weights: problem.program.probabilities)
            let general = try InteriorPointSolver().solve(form.program)
            lap("general")
            print(general.status, general.objective, general.iterations)
        }
    }
}
