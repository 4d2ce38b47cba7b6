import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("Three methods, one plan")
struct PlanningSolverTests {
    @Test(
        "The structured and the general method agree on status and objective",
        arguments: Repository.scenarioNames)
    func agreement(_ name: String) throws {
        let baseline = try Repository.baseline(name)
        let structured = try Planner(method: .structured, seeksRepairs: false).plan(baseline)
        let general = try Planner(method: .general, seeksRepairs: false).plan(baseline)
        #expect(structured.status == general.status)
        #expect(agree(structured.objective, general.objective, relative: 1e-9))
        #expect(abs(structured.movedCapacity - general.movedCapacity) < 1e-4)
    }

    @Test("Nearly every shipped scenario is solved by the structured method itself")
    func fewFallbacks() throws {
        var own = 0
        var all = 0
        for name in Repository.feasibleScenarioNames {
            let baseline = try Repository.baseline(name)
            guard baseline.inputs.policy.foresight == .perfect else { continue }
            let problem = try RelocationProblem(baseline)
            all += 1
            if try RelocationSolver(method: .structured).solveByStructure(problem) != nil {
                own += 1
            }
        }
        #expect(all >= 20)
        #expect(own * 10 >= all * 8, "\(own) of \(all)")
    }

    @Test(
        "Linear costs of moving are solved too",
        arguments: ["policies-as-issued", "carbon-price-300"])
    func linear(_ name: String) throws {
        let baseline = try Repository.baseline(name, ["parameters.adjustment_cost_gamma=0"])
        let structured = try Planner(method: .structured).plan(baseline)
        let general = try Planner(method: .general).plan(baseline)
        #expect(structured.status == .optimal)
        #expect(agree(structured.objective, general.objective, relative: 1e-9))
    }

    @Test("A plan with one number changed by 0.1 % is not accepted")
    func mutatedPlan() throws {
        let problem = try RelocationProblem(Repository.baseline("carbon-price-300"))
        let solution = try RelocationSolver().solve(problem)
        #expect(
            OptimalityCertificate(recomputing: problem.program, solution: solution)
                .isOptimal(within: PlanCertificate.tolerance))
        var kinds: Set<String> = []
        for (column, variable) in problem.variables.enumerated()
        where abs(solution.variables[column]) > 1e-2 {
            // One of each kind: moves, credited power, options, certificates.
            let kind = String(String(describing: variable).prefix { $0 != "(" })
            guard kinds.insert(kind).inserted else { continue }
            var mutated = solution
            mutated.variables[column] *= 1.001
            #expect(
                !OptimalityCertificate(recomputing: problem.program, solution: mutated)
                    .isOptimal(within: PlanCertificate.tolerance), "\(variable)")
        }
        #expect(kinds.count >= 4)
        var prices = 0
        for row in solution.rowDuals.indices where abs(solution.rowDuals[row]) > 1 {
            var mutated = solution
            mutated.rowDuals[row] *= 1.001
            #expect(
                !OptimalityCertificate(recomputing: problem.program, solution: mutated)
                    .isOptimal(within: PlanCertificate.tolerance), "\(problem.limits[row])")
            prices += 1
            if prices == 20 { break }
        }
        #expect(prices == 20)
    }
}
