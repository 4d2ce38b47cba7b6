import Foundation
import NumericalMethods
import Testing

/// One line of `optima.csv`.
struct PublishedProblem: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: Int
    let columns: Int
    let optimum: Double

    var testDescription: String { name }

    static let all: [PublishedProblem] = {
        guard let text = try? Fixtures.text("convex-qp/optima.csv") else { return [] }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: ",").map(String.init)
            guard fields.count == 4, let rows = Int(fields[1]), let columns = Int(fields[2]),
                let optimum = Double(fields[3])
            else { return nil }
            return PublishedProblem(
                name: fields[0], rows: rows, columns: columns, optimum: optimum)
        }
    }()
}

/// Files beside the tests.
enum Fixtures {
    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let file = folder.appendingPathComponent("Fixtures").appendingPathComponent(name)
        return try String(contentsOf: file, encoding: .utf8)
    }
}

@Suite("Problems with published optima")
struct PublishedProblemTests {
    @Test("All 28 problems are there")
    func complete() {
        #expect(PublishedProblem.all.count == 28)
    }

    @Test("The optimum is the published one, certified to 1e-8", arguments: PublishedProblem.all)
    func optimum(problem: PublishedProblem) throws {
        let read = try QPSReader.read(try Fixtures.text("convex-qp/\(problem.name).SIF"))
        #expect(read.program.rowCount == problem.rows)
        #expect(read.program.variableCount == problem.columns)
        let solution = try solveToOptimum(read.program)
        #expect(agree(solution.objective, problem.optimum, within: 1e-6))
        #expect(solution.iterations <= 40)
    }

    @Test(
        "Linear and quadratic programs have their published status",
        arguments: [
            ("qpinfeasible", SolverStatus.primalInfeasible),
            ("galenet", .primalInfeasible), ("klein1", .primalInfeasible),
            ("forest6", .primalInfeasible), ("qpunbounded", .dualInfeasible),
            ("afiro", .optimal), ("2821-quadobj", .optimal),
        ])
    func status(name: String, expected: SolverStatus) throws {
        let program = try QPSReader.read(
            try Fixtures.text("lp-qp-instances/\(name).mps")
        ).program
        let solution = try InteriorPointSolver().solve(program)
        #expect(solution.status == expected)
        guard expected == .optimal else {
            #expect(provesInfeasibility(solution, of: program))
            return
        }
        let optimum = name == "afiro" ? -464.753142857 : -6
        #expect(agree(solution.objective, optimum, within: 1e-8))
    }
}
