import NumericalMethods
import Testing

@Suite("Writing MPS and QPS texts")
struct QPSWriterTests {
    private func numbers(_ problem: QPSProblem) -> QPSProblem {
        var bare = problem
        bare.remarks = []
        return bare
    }

    @Test("Published problems read back to the last bit", arguments: PublishedProblem.all)
    func published(problem: PublishedProblem) throws {
        let read = try QPSReader.read(try Fixtures.text("convex-qp/\(problem.name).SIF"))
        let again = try QPSReader.read(QPSWriter.text(read, comments: ["a remark", ""]))
        #expect(numbers(again) == numbers(read))
        #expect(again.remarks.isEmpty)
    }

    @Test("Every kind of limit reads back", arguments: [false, true])
    func limits(maximizes: Bool) throws {
        let infinity = Double.infinity
        let rows: [(Double, Double)] = [
            (-infinity, infinity), (-infinity, 0.1), (0.1, infinity), (0.3, 0.3), (0.1, 0.7),
            (-1e-20, 1), (-0.3, 1.1), (-infinity, 0), (0, infinity), (0, 0),
        ]
        let variables: [(Double, Double)] = [
            (0, infinity), (-infinity, infinity), (0, 0), (1.1, 1.1), (-infinity, -0.1),
            (-infinity, 0), (-infinity, 3), (-4, -0.1), (0, 0.3), (2, infinity), (-1, 0),
        ]
        let count = variables.count
        // The last column has no entry at all.
        let coefficients: [[Double]] = rows.indices.map { row in
            (0..<(count - 1)).map { column -> Double in
                (column + row) % 3 == 0 ? 1 / Double(column + 2) : 0
            }
        }
        let costs: [Double] = (0..<count).map { $0 == 3 ? 0 : Double($0) / 7 }
        let program = try QuadraticProgram(
            quadratic: matrix([[0.1, -0.05], [-0.05, 0.3]], rows: count, columns: count),
            linear: costs, constant: -1.0 / 3,
            constraints: matrix(coefficients, rows: rows.count, columns: count),
            rowLower: rows.map(\.0), rowUpper: rows.map(\.1),
            variableLower: variables.map(\.0), variableUpper: variables.map(\.1))
        let rowNames: [String] = rows.indices.map { "r\($0)" }
        let variableNames: [String] = variables.indices.map { "x\($0)" }
        let problem = QPSProblem(
            name: "limits", program: program, maximizes: maximizes, objectiveName: "goal",
            rowNames: rowNames, variableNames: variableNames)
        #expect(try numbers(QPSReader.read(QPSWriter.text(problem))) == problem)
    }

    @Test("Numbers of every size read back")
    func values() throws {
        var random = TestRandom(seed: 7)
        let values = (0..<500).map { _ in
            let value = Double(
                sign: .plus, exponent: Int(random.uniform(-60, 60)),
                significand: random.uniform(1, 2))
            return random.index(2) == 0 ? value : -value
        }
        let program = try QuadraticProgram(
            quadratic: matrix([], rows: 500, columns: 500), linear: values, constant: values[0],
            constraints: matrix([values.reversed()], rows: 1, columns: 500),
            rowLower: [values[1]], rowUpper: [.infinity], variableLower: values,
            variableUpper: values.map { $0 + abs($0) })
        let problem = QPSProblem(
            name: "values", program: program, rowNames: ["row"],
            variableNames: (0..<500).map { "x\($0)" })
        #expect(try numbers(QPSReader.read(QPSWriter.text(problem))) == problem)
    }

    @Test("Names become safe, unique and no longer than readers take")
    func names() {
        let long = String(repeating: "n", count: 300)
        let safe = QPSNames.safe([
            "a b", "a_b", "a b", "", "*x", "$x", "'MARKER'", "产能", "ok", "ok", long, long,
        ])
        #expect(Set(safe).count == safe.count)
        #expect(safe[1] == "a_b")
        #expect(safe[8] == "ok")
        for name in safe {
            #expect((1...255).contains(name.utf8.count))
            #expect(name.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(name)")
            #expect(!name.hasPrefix("*") && !name.hasPrefix("$") && name != "'MARKER'")
        }
    }

    @Test("Names that are mended alike are numbered in turn")
    func alikeNames() {
        let names = (0..<300).map { String(repeating: "铝", count: 1 + $0 / 150) }
        let safe = QPSNames.safe(["__2"] + names + ["_3"])
        #expect(Set(safe).count == safe.count)
        #expect(safe.prefix(5) == ["__2", "_", "__3", "__4", "__5"])
        #expect(safe.last == "_3")
    }

    @Test("Problems with unsafe names can be written and read")
    func unsafeNames() throws {
        let problem = QPSProblem(
            name: "two words",
            program: try program(
                linear: [1, 2], rows: [[1, 1], [1, -1]], rowLower: [1, 0],
                rowUpper: [.infinity, 0], lower: [0, 0]),
            rowNames: ["the cost", "RHS"], variableNames: ["a b", "a b"])
        let again = try QPSReader.read(QPSWriter.text(problem))
        #expect(again.program == problem.program)
        #expect(again.rowNames == ["the_cost", "RHS"])
    }
}
