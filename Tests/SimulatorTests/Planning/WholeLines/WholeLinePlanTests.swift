import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("Plans of whole potlines")
struct WholeLinePlanTests {
    private static let whole = "planning.lines=whole"

    private func plan(
        _ name: String, _ options: [String] = [], gap: Double = 0.01, nodeLimit: Int? = nil
    ) throws -> Plan {
        var planner = Planner(seeksRepairs: false)
        planner.wholeLines.gap = gap
        planner.wholeLines.nodeLimit = nodeLimit
        return try planner.plan(Repository.baseline(name, [Self.whole] + options))
    }

    static let cases: [(name: String, options: [String])] = [
        ("policies-as-issued", []), ("carbon-price-300", []), ("green-bases-open", []),
        ("strict-rule", []), ("carbon-price-300", ["planning.replacement_ratio=1.25"]),
        ("carbon-price-300", ["planning.capital_budget=5000"]),
        ("carbon-price-300", ["planning.emission_cap.2027=342"]),
    ]

    @Test(
        "Lines are whole, limits are kept, and bound, gap and certificate are true",
        arguments: cases)
    func isTrue(_ name: String, _ options: [String]) throws {
        let plan = try plan(name, options)
        let result = try #require(plan.wholeLines)
        let bound = try #require(result.bound)
        let gap = try #require(result.gap)
        #expect(plan.status == .optimal && result.ending == .withinGap)
        #expect(plan.certificate.isAccepted, "\(plan.certificate)")
        #expect(bound <= plan.objective)
        let recomputed = (plan.objective - bound) / max(1, abs(plan.objective))
        #expect(gap <= 0.01 && agree(gap, recomputed, relative: 1e-6, scale: 1e-6))
        var lines = 0
        var bySmelter = [Int](repeating: 0, count: plan.inputs.smelters.count)
        var byYear: [[Int]] = Array(repeating: bySmelter, count: plan.inputs.yearCount)
        for move in plan.outcome.decisions.moves {
            let size = plan.inputs.smelters[move.smelter].lineSize
            let count = (move.capacity / size).rounded()
            #expect(abs(move.capacity - count * size) <= 1e-12 && count >= 1)
            lines += Int(count)
            bySmelter[move.smelter] += Int(count)
            byYear[move.year][move.smelter] += Int(count)
        }
        #expect(lines == result.lineCount)
        let effects = MoveEffectTable(plan.outcome.baseline)
        for smelter in plan.inputs.smelters.indices {
            let limits = plan.inputs.potlines(of: smelter, stock: effects.stock[smelter])
            #expect(bySmelter[smelter] <= limits.stock)
            for year in byYear { #expect(year[smelter] <= limits.pace) }
            // More than stands never leaves.
            for year in 0..<plan.inputs.yearCount {
                #expect(plan.outcome.fleet.ledger[smelter, year].closing >= -1e-9)
            }
        }
        for year in 1..<plan.inputs.yearCount {
            let moved = plan.outcome.decisions.moves.filter { $0.year == year }
                .reduce(0) { $0 + $1.capacity }
            let planned = plan.inputs.plannedBetweenProvinces(year)
            #expect(moved <= max(0, plan.inputs.parameters[.paceNational] - planned) + 1e-8)
            for province in 0..<plan.inputs.provinceCount {
                let arrived = plan.outcome.decisions.moves
                    .filter { $0.destination == province && $0.year <= year }
                    .reduce(0) {
                        $0 + $1.capacity
                            / plan.inputs.parameters[.replacementRatio, province, year]
                    }
                #expect(arrived <= effects.room[province, year] + 1e-8)
            }
        }
    }

    @Test("The default scenario's best plan of whole lines, proved", .timeLimit(.minutes(5)))
    func provedOptimum() throws {
        let coarse = try plan("policies-as-issued")
        let exact = try plan("policies-as-issued", gap: 1e-6)
        let bound = try #require(exact.wholeLines?.bound)
        #expect(exact.status == .optimal)
        #expect(exact.objective <= coarse.objective + 1e-6)
        #expect(try #require(coarse.wholeLines?.bound) <= bound + 1e-3)
        #expect(agree(exact.objective, bound, relative: 2e-6))
    }

    /// Three smelters and two provinces to go to: few enough to try all counts.
    @Test("Few smelters: the plan is the best of all counts", arguments: ["soft", "hard"])
    func agreesWithTryingAll(_ mode: String) throws {
        var scope = RelocationProblem.Scope()
        scope.countsLines = true
        let baseline = try Repository.baseline(
            "carbon-price-300", [Self.whole, "planning.mode=\(mode)"])
        var problem = try RelocationProblem(baseline, scope: scope)
        let open = ["guizhou-zunyi", "shandong-nanshan", "chongqing-qineng"]
        let places = ["CN-YN", "CN-SC"]
        let inputs = problem.inputs
        var free: [Int] = []
        for (index, variable) in problem.variables.enumerated() {
            guard case .move(let smelter, let destination, let year) = variable else { continue }
            let isOpen =
                open.contains(inputs.smelters[smelter].identifier)
                && places.contains(inputs.provinces[destination].code) && year == 2
                && problem.program.variableUpper[index] > 0
            if isOpen { free.append(index) } else { problem.program.variableUpper[index] = 0 }
        }
        try #require(free.count == 6)
        var settings = WholeNumberSettings()
        settings.gap = 0
        settings.finalSettings = RelocationSolver.standardSettings
        var search = try WholeNumberSearch(
            problem.wholeNumberProgram(),
            relaxation: InteriorPointRelaxation(settings: RelocationSolver.standardSettings),
            settings: settings)
        let found = try #require(try search.run().solution)
        var least = Double.infinity
        for code in 0..<729 {
            var counts = [Int](repeating: 0, count: problem.variables.count)
            var rest = code
            for index in free {
                counts[index] = rest % 3
                rest /= 3
            }
            guard keepsRowsOfMoves(problem, counts) else { continue }
            let solution = try InteriorPointSolver().solve(
                problem.fixing(counts).program, settings: RelocationSolver.standardSettings)
            if solution.status == .optimal { least = min(least, solution.objective) }
        }
        #expect(agree(found.objective, least, relative: 1e-9))
    }

    private func keepsRowsOfMoves(_ problem: RelocationProblem, _ counts: [Int]) -> Bool {
        let point = problem.fixing(counts).program.variableLower.enumerated().map {
            counts[$0.offset] > 0 ? $0.element : 0
        }
        let activity = problem.program.constraints.multiply(point)
        return problem.limits.enumerated().allSatisfy { row, limit in
            switch limit {
            case .stock, .smelterPace, .nationalPace, .hosting:
                activity[row] <= problem.program.rowUpper[row] + 1e-9
            default: true
            }
        }
    }

    @Test("Moving nothing is never better than the plan")
    func nothing() throws {
        let plan = try plan("carbon-price-300")
        let still = try Repository.plan("carbon-price-300", ["pace.national=0"])
        #expect(plan.objective < still.objective)
        let none = try self.plan("carbon-price-300", ["pace.national=0"])
        #expect(agree(none.objective, still.objective, relative: 1e-8))
        #expect(none.wholeLines?.lineCount == 0 && none.moves.isEmpty)
    }

    @Test("A limit of parts ends the search at the same place, with a true gap")
    func nodeLimit() throws {
        let first = try plan("carbon-price-300", gap: 1e-5, nodeLimit: 4)
        let second = try plan("carbon-price-300", gap: 1e-5, nodeLimit: 4)
        let result = try #require(first.wholeLines)
        #expect(first.status == .notConverged && result.ending == .nodeLimit)
        #expect(result.nodes == 4 && result.isRepeatable)
        #expect(try #require(result.gap) > 1e-5)
        #expect(first.outcome.decisions == second.outcome.decisions)
        #expect(result.bound == second.wholeLines?.bound)
    }

    @Test("Without time there is a plan with a true gap, and it is said not to repeat")
    func noTime() throws {
        var planner = Planner()
        planner.wholeLines.gap = 0
        planner.wholeLines.timeLimit = 0
        planner.wholeLines.isTimeOver = { true }
        let plan = try planner.plan(Repository.baseline("carbon-price-300", [Self.whole]))
        let result = try #require(plan.wholeLines)
        #expect(plan.status == .notConverged && result.ending == .timeLimit)
        #expect(!result.isRepeatable && result.nodes == 1)
        let better = try #require(try self.plan("carbon-price-300").wholeLines?.objective)
        #expect(try #require(result.bound) <= better)
        #expect(try #require(result.gap) > 0)
    }

    @Test("Limits of moves have no price, quotas have one; parts of moves are not taken apart")
    func prices() throws {
        let plan = try plan("carbon-price-300")
        #expect(plan.shadowPrices.contains { $0.kind == .quota && $0.value > 0 })
        #expect(!plan.shadowPrices.contains { $0.kind.isOfMoves })
        #expect(ReasonTable(plan).rows.isEmpty)
        let continuous = try Repository.plan("carbon-price-300")
        #expect(continuous.wholeLines == nil)
        #expect(continuous.shadowPrices.contains { $0.kind.isOfMoves })
    }

    @Test("A quota's price is what one more MWh costs with the lines where they are")
    func quotaPrice() throws {
        let plan = try plan("strict-rule")
        let price = try #require(
            plan.shadowPrices.filter { $0.kind == .quota && $0.value > 1 }.first)
        let province = try #require(price.province)
        let year = try #require(price.year)
        var scope = RelocationProblem.Scope()
        scope.countsLines = true
        let problem = try RelocationProblem(plan.outcome.baseline, scope: scope)
        var counts = [Int](repeating: 0, count: problem.variables.count)
        for move in plan.outcome.decisions.moves {
            let variable = PlanningVariable.move(
                smelter: move.smelter, destination: move.destination, year: move.year)
            counts[try #require(problem.indexOfVariable[variable])] = plan.inputs.lines(of: move)
        }
        let row = try #require(
            problem.indexOfLimit[.quota(province: province, year: year)])
        func cost(_ more: Double) throws -> Double {
            var program = problem.fixing(counts).program
            program.rowLower[row] += more
            return try InteriorPointSolver().solve(
                program, settings: RelocationSolver.standardSettings
            )
            .objective
        }
        let slope = try (cost(1e-3) - cost(-1e-3)) / 2e-3 / problem.discount[year]
        #expect(agree(slope, price.value, relative: 1e-3))
    }

    @Test(
        "Where broken lines fail too, it is said as for any plan; where not, all parts are excluded"
    )
    func infeasible() throws {
        let broken = try plan("no-certificates-hard")
        #expect(broken.status == .infeasible && !broken.failedLimits.isEmpty)
        #expect(broken.repairs.isEmpty)
        let wholeOnly = try plan("physical-by-2027-repaired")
        #expect(wholeOnly.status == .infeasible && wholeOnly.wholeLines?.ending == .infeasible)
        #expect(wholeOnly.wholeLines?.hasPlan == false)
        let violation = try #require(wholeOnly.certificate.proofViolation)
        #expect(violation <= PlanCertificate.proofTolerance)
        #expect(try #require(wholeOnly.wholeLines?.nodes) > 1)
    }
}
