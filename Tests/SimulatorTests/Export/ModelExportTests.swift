import NumericalMethods
import TestSupport
import Testing

@testable import Simulator

@Suite("Exported relocation problems")
struct ModelExportTests {
    private func export(_ name: String, _ options: [String]) throws -> (RelocationProblem, String) {
        let problem = try RelocationProblem(Repository.baseline(name, options))
        let export = ModelExport(problem, scenario: try Repository.scenario(name, options))
        let text = export.text(in: .english) { [$0] }
        return (problem, text)
    }

    @Test("No two limits or variables share a name, with everything given way")
    func relaxedNames() throws {
        var scope = RelocationProblem.Scope()
        scope.relaxed = Set(RepairMeans.allCases)
        let options = [
            "planning.emission_cap.2027=430", "planning.capital_budget=9000",
            "planning.national_clean_share.2027=30", "planning.mode=hard",
        ]
        let problem = try RelocationProblem(
            Repository.baseline("policies-as-issued", options), scope: scope)
        let names = ModelNames(inputs: problem.inputs)
        let variables = problem.variables.map { names.name(of: $0) }
        let limits = problem.limits.map { names.name(of: $0) }
        for list in [variables, limits] {
            #expect(Set(list).count == list.count)
            #expect(list.allSatisfy { !$0.contains(" ") && $0.utf8.allSatisfy { $0 < 128 } })
        }
        for kind in ["hosting_", "pace_total", "capital_budget", "certificates_"] {
            #expect(variables.contains { $0.hasPrefix("relax_\(kind)") }, "\(kind)")
        }
    }

    @Test(
        "The file holds the problem to the last bit, under names that say what they are",
        arguments: [
            ("policies-as-issued", []), ("no-certificates-hard", []), ("dry-yunnan", []),
            (
                "policies-as-issued",
                [
                    "planning.emission_cap.2027=430", "planning.capital_budget=9000",
                    "planning.national_clean_share.2027=30", "parameters.adjustment_cost_gamma=0",
                ]
            ),
        ] as [(String, [String])])
    func exact(name: String, options: [String]) throws {
        let (problem, written) = try export(name, options)
        let read = try QPSReader.read(written)
        #expect(read.program == problem.program)
        #expect(read.name == name)
        #expect(read.remarks.isEmpty)
        let names = ModelNames(inputs: problem.inputs)
        let variableNames = problem.variables.map { names.name(of: $0) }
        let rowNames = problem.limits.map { names.name(of: $0) }
        #expect(read.variableNames == variableNames)
        #expect(read.rowNames == rowNames)
        for name in read.variableNames + read.rowNames {
            #expect(name.utf8.count <= QPSNames.longest)
            #expect(name.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(name)")
        }
        #expect(read.rowNames.contains("quota_CN-SD_2026"))
        #expect(read.variableNames.contains("move_baotou-aluminium_CN-NX_2026"))
    }

    @Test(
        "Solving the file gives the plan's status and objective",
        arguments: [
            "policies-as-issued", "no-certificates-hard", "carbon-price-300",
        ])
    func solved(name: String) throws {
        let folder = try TemporaryFolder()
        let (_, written) = try export(name, [])
        try folder.write("plan.mps", written)
        let file = try ProgramFile(
            at: folder.path("plan.mps"), relaxingIntegers: false, files: FileLayer())
        let result = try ProgramSolver().solve(file)
        let plan = try Planner(seeksRepairs: false).plan(Repository.baseline(name))
        switch plan.status {
        case .optimal:
            #expect(result.status == .optimal)
            let objective = try #require(result.objective)
            #expect(agree(objective, plan.objective, relative: 1e-8))
        case .infeasible:
            #expect(result.status == .primalInfeasible)
            #expect(result.objective == nil)
            #expect(try #require(result.proofViolation) <= 1e-8)
        case .notConverged: Issue.record("\(name) was not solved")
        }
    }

    @Test("Comments differ with the language, the data do not")
    func languages() throws {
        let problem = try RelocationProblem(Repository.baseline("policies-as-issued"))
        let export = ModelExport(
            problem, scenario: try Repository.scenario("policies-as-issued"))
        let english = export.text(in: .english) { [$0] }
        let chinese = export.text(in: .chinese) { [$0] }
        func data(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { !$0.hasPrefix("*") }
        }
        #expect(data(english) == data(chinese))
        #expect(english != chinese)
    }
}
