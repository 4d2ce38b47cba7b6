import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("What the program measures is what the projection finds")
struct PlanMeasureTests {
    @Test(
        "Capacity, emissions, output lost in dry years and burden of a plan",
        arguments: [
            ("carbon-price-300", []), ("dry-yunnan", ["planning.replacement_ratio.CN-SC=1.2"]),
        ]
            as [(String, [String])])
    func measures(_ name: String, _ options: [String]) throws {
        let baseline = try Repository.baseline(name, options)
        let dryYear = try DryYear(baseline, data: Repository.data())
        var scope = RelocationProblem.Scope()
        scope.additions = [.largestBurden]
        let problem = try RelocationProblem(baseline, scope: scope)
        // A price on the burden, so that its variable is what the moves make it.
        var priced = problem
        let burden = try #require(problem.indexOfVariable[.largestBurden])
        priced.program.linear[burden] += 500
        let solution = try RelocationSolver().solve(priced)
        try #require(solution.status == .optimal)
        let outcome = Outcome(
            baseline, decisions: PlanVariables(solution.variables, problem).decisions)
        #expect(!outcome.decisions.moves.isEmpty)
        let reading = FigureReading(problem, dryYear: dryYear)
        let figures = reading.figures(outcome)
        func total(_ measure: PlanMeasure) -> Double {
            let values = MeasureCoefficients(
                measure, baseline: baseline, effects: problem.effects, dryYear: dryYear
            ).values(of: problem.variables)
            return zip(values, solution.variables).reduce(0) { $0 + $1.0 * $1.1 }
        }
        #expect(agree(total(.capacity), figures.movedCapacity, relative: 1e-6))
        #expect(agree(total(.emissions), figures.emissions, relative: 1e-6, scale: 10))
        #expect(
            agree(
                total(.droughtLoss) + reading.droughtLossOfNothing, figures.droughtLoss,
                relative: 1e-6))
        #expect(agree(total(.burden), figures.largestBurden, relative: 1e-6))
        #expect(
            agree(
                problem.burden(of: solution.variables), figures.largestBurden, relative: 1e-6))
        #expect(
            agree(
                figures.increment, problem.program.objective(at: solution.variables),
                relative: 1e-7, scale: 100))
    }

    /// The structured method reads problems with additions and weights, and what it or the general
    /// method answers is a certified optimum that the general method finds too.
    @Test("Problems with additions and weights have the form, and are solved to certificates")
    func additions() throws {
        let baseline = try Repository.baseline("carbon-price-300")
        let dryYear = try DryYear(baseline, data: Repository.data())
        let plain = try RelocationProblem(baseline)
        var problems: [RelocationProblem] = []
        for measure in [PlanMeasure.capacity, .emissions, .droughtLoss] {
            let coefficients = MeasureCoefficients(
                measure, baseline: baseline, effects: plain.effects, dryYear: dryYear)
            var weighted = plain
            for (column, value) in coefficients.values(of: plain.variables).enumerated() {
                weighted.program.linear[column] += 40 * value
            }
            problems.append(weighted)
            var scope = RelocationProblem.Scope()
            let limit = measure == .capacity ? 0.7 : measure == .emissions ? -142 : 0.02
            scope.additions = [.limit(coefficients, to: limit)]
            problems.append(try RelocationProblem(baseline, scope: scope))
        }
        var scope = RelocationProblem.Scope()
        scope.additions = [.largestBurden]
        var burdened = try RelocationProblem(baseline, scope: scope)
        let burden = try #require(burdened.indexOfVariable[.largestBurden])
        burdened.program.linear[burden] += 500
        problems.append(burdened)
        for (index, problem) in problems.enumerated() { try check(problem, "\(index)") }
    }

    private func check(_ problem: RelocationProblem, _ name: String) throws {
        #expect(TransferForm(problem) != nil, "\(name)")
        let solution = try RelocationSolver().solve(problem)
        let certificate = OptimalityCertificate(
            recomputing: problem.program, solution: solution)
        #expect(certificate.isOptimal(within: PlanCertificate.tolerance), "\(name)")
        let general = try InteriorPointSolver().solve(problem.program)
        #expect(agree(solution.objective, general.objective, relative: 1e-7), "\(name)")
    }

    @Test("One year in ten is no wetter than a dry year")
    func dryYear() throws {
        #expect(DryYear.index(coefficientOfVariation: 0) == 1)
        // exp(-s^2/2 - 1.2815515655446004 s), s^2 = ln 1.04.
        #expect(
            agree(DryYear.index(coefficientOfVariation: 0.2), 0.760_779_549_333, relative: 1e-9))
        let baseline = try Repository.baseline("policies-as-issued")
        let dry = try DryYear(baseline, data: Repository.data())
        let yunnan = try #require(baseline.inputs.provinceIndex(code: "CN-YN"))
        #expect(dry.index[yunnan] < 1 && dry.index[yunnan] > 0.5)
        #expect(dry.baseline.cut[yunnan, 1] > 0 && baseline.cut[yunnan, 1] == 0)
        #expect(dry.baseline.cut[yunnan, 0] == baseline.cut[yunnan, 0])
    }

    @Test("A place closed by its stock has multipliers that prove the plan without it")
    func closedStock() throws {
        let problem = try RelocationProblem(Repository.baseline("carbon-price-300"))
        let solver = RelocationSolver()
        let cheapest = try solver.solve(problem)
        let places = CountedPlaces(.smelters, problem: problem, plan: cheapest.variables)
        let touched = places.touched(cheapest.variables).sorted()
        try #require(touched.count > 3)
        let closed = problem.closing(smelters: Set(touched.prefix(3)), destinations: [0])
        let found = try solver.solve(closed)
        try check(closed, "closed")
        try check(problem.closing(smelters: Set(touched.prefix(3))), "closed smelters")
        #expect(found.objective > cheapest.objective)
        #expect(places.touched(found.variables).isDisjoint(with: touched.prefix(3)))
    }
}
