import NumericalMethods
import Testing

@Suite("A proven bound holds whatever it is made from")
struct ProvenLowerBoundTests {
    @Test("Any point and any multipliers bound from below", arguments: UInt64(1)...60)
    func holds(_ seed: UInt64) throws {
        let known = try KnownOptimumProgram(seed: seed, variableCount: 12, rowCount: 8)
        let optimum = known.program.objective(at: known.variables)
        var random = TestRandom(seed: seed &+ 1000)
        // Limits that the optimum keeps, so that no bound is infinite.
        let lower = known.variables.indices.map {
            max(known.program.variableLower[$0], known.variables[$0] - 10)
        }
        let upper = known.variables.indices.map {
            min(known.program.variableUpper[$0], known.variables[$0] + 10)
        }
        for noise in [0, 1e-6, 0.1, 3] {
            let bound = ProvenLowerBound(
                known.program,
                point: known.variables.map { $0 + random.uniform(-noise, noise) },
                rowDuals: known.rowDuals.map { $0 + random.uniform(-noise, noise) },
                lower: lower, upper: upper)
            #expect(bound.value <= optimum + 1e-9 * max(1, abs(optimum)), "seed \(seed)")
            #expect(bound.value > -.infinity)
            if noise == 0 { #expect(agree(bound.value, optimum, within: 1e-9), "seed \(seed)") }
        }
    }

    @Test("A reduced cost says what leaving a limit costs at least")
    func reducedCosts() throws {
        let two = try program(
            linear: [3, 1], rows: [[1, 1]], rowLower: [2], rowUpper: [.infinity], lower: [0, 0],
            upper: [5, 5])
        let bound = ProvenLowerBound(
            two, point: [0, 2], rowDuals: [1], lower: [0, 0], upper: [5, 5])
        #expect(agree(bound.value, 2, within: 1e-12))
        #expect(agree(bound.reducedCosts[0], 2, within: 1e-12))
    }

    @Test("Without a limit that holds, nothing is proved")
    func unbounded() throws {
        let one = try program(linear: [-1], lower: [0])
        let bound = ProvenLowerBound(
            one, point: [4], rowDuals: [], lower: [0], upper: [.infinity])
        #expect(bound.value == -.infinity)
        let wrong = ProvenLowerBound(one, point: [], rowDuals: [], lower: [0], upper: [1])
        #expect(wrong.value == -.infinity)
    }
}
