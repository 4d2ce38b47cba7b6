import TestSupport
import Testing

@testable import Simulator

@Suite("Limits of moves in whole potlines")
struct PotlineLimitTests {
    struct Case: Sendable, CustomStringConvertible {
        let capacity: Double
        let line: Double
        let stock: Double
        var departures = 0.0
        var pace = 0.4
        let lines: Int
        let perYear: Int

        var description: String { "\(capacity) in \(line), \(stock) movable" }
    }

    static let cases = [
        // 0.2 x 1.41 is 1.2 lines, 0.4 x 1.41 is 2.4.
        Case(capacity: 1.41, line: 0.235, stock: 0.282, lines: 2, perYear: 3),
        // Capacities and lines are rounded: 1.4 / 0.2 is 6.999…
        Case(capacity: 1.4, line: 0.2, stock: 0.2, lines: 1, perYear: 3),
        Case(capacity: 0.79, line: 0.263, stock: 0.79, lines: 3, perYear: 2),
        // More cannot leave than stands: one line of 0.25 is planned to go.
        Case(capacity: 0.5, line: 0.25, stock: 0.2, departures: 0.25, lines: 1, perYear: 1),
        Case(capacity: 0.5, line: 0.25, stock: 0.2, departures: 0.3, lines: 0, perYear: 1),
        Case(capacity: 0.5, line: 0.25, stock: 0, departures: 0.5, lines: 0, perYear: 1),
        // What is over whole lines never moves.
        Case(capacity: 0.5, line: 0.3, stock: 0.5, lines: 1, perYear: 1),
        Case(capacity: 0.5, line: 0.6, stock: 0.5, lines: 0, perYear: 1),
        Case(capacity: 0.5, line: 0.25, stock: 0.1, pace: 0, lines: 1, perYear: 0),
        Case(capacity: 0.5, line: 0.25, stock: 0.5, pace: 1, lines: 2, perYear: 2),
    ]

    @Test("Stock and pace are rounded up, never above what stands", arguments: cases)
    func rounding(_ example: Case) {
        let smelter = Smelter(
            identifier: "a", name: Text(verbatim: "a"), province: 0, capacity: example.capacity,
            electricityIntensity: 13, captiveCoalShare: 0, captiveRenewableShare: 0,
            movableShare: 1, lineSize: example.line)
        let limits = PotlineLimits(
            smelter, stock: example.stock, departures: example.departures, pace: example.pace)
        #expect(limits.stock == example.lines)
        #expect(limits.pace == example.perYear)
    }

    @Test("The program without whole lines keeps its limits")
    func continuousStays() throws {
        let baseline = try Repository.baseline("carbon-price-300")
        let problem = try RelocationProblem(baseline)
        for (row, limit) in problem.limits.enumerated() {
            guard case .stock(let smelter) = limit else { continue }
            #expect(problem.program.rowUpper[row] == problem.effects.stock[smelter])
        }
    }

    @Test("Only a rest that is no rounding is remarked on, and only with whole lines")
    func remarks() throws {
        let rest = "smelters.change.liaoning-yingkou.line_size=0.3"
        func remarks(_ options: [String]) throws -> [Finding] {
            try Repository.baseline("policies-as-issued", options).inputs.potlineRemarks
        }
        #expect(try remarks(["planning.lines=whole"]).isEmpty)
        #expect(try remarks([rest]).isEmpty)
        let found = try remarks(["planning.lines=whole", rest])
        #expect(found.count == 1)
        #expect(try #require(found.first).rendered(in: .english).contains("0.2 over"))
    }
}
