import NumericalMethods
import Testing

@Suite("Multipliers that are not unique, and their ranges")
struct MultiplierRangeTests {
    /// The slope of the optimum when a row's limit changes by a little.
    private func slope(
        _ program: QuadraticProgram, row: Int, step: Double
    ) throws -> Double {
        var changed = program
        if changed.rowLower[row].isFinite { changed.rowLower[row] += step }
        if changed.rowUpper[row].isFinite { changed.rowUpper[row] += step }
        let here = try solveToOptimum(program).objective
        return (try solveToOptimum(changed).objective - here) / step
    }

    private func ranges(_ program: QuadraticProgram) throws -> MultiplierRanges {
        var settings = SolverSettings()
        settings.targetTolerance = 1e-12
        let solution = try InteriorPointSolver().solve(program, settings: settings)
        return MultiplierRanges(of: program, at: solution)
    }

    @Test("Independent limits have one multiplier each")
    func unique() throws {
        let ranges = try ranges(
            try program(
                linear: [-1, -1], rows: [[2, 1], [1, 3]], rowLower: [-.infinity, -.infinity],
                rowUpper: [4, 6], lower: [0, 0]))
        #expect(ranges.dependentRowCount == 0)
        #expect(try ranges.range(ofRow: 0) == nil)
        #expect(try ranges.range(ofRow: 1) == nil)
    }

    @Test("Two limits on the same sum share its worth in any way; together they have one")
    func parallel() throws {
        let ranges = try ranges(
            try program(
                quadratic: [[1, 0], [0, 1]], linear: [-3, -3], rows: [[1, 1], [2, 2]],
                rowLower: [-.infinity, -.infinity], rowUpper: [2, 4]))
        let first = try #require(try ranges.range(ofRow: 0))
        #expect(agree(first.smallest, -2, within: 1e-6) && agree(first.largest, 0, within: 1e-6))
        let second = try #require(try ranges.range(ofRow: 1))
        #expect(agree(second.smallest, -1, within: 1e-6) && agree(second.largest, 0, within: 1e-6))
        let both = try #require(
            try ranges.range(of: [.init(row: 0, weight: 1), .init(row: 1, weight: 2)]))
        #expect(agree(both.smallest, -2, within: 1e-6) && agree(both.largest, -2, within: 1e-6))
    }

    @Test("A limit of zero below a bound of zero has no last multiplier")
    func zero() throws {
        // x <= 0 as a row and x >= 0 as a bound: more room is worth 5, less is impossible.
        let ranges = try ranges(
            try program(
                linear: [-5], rows: [[1]], rowLower: [-.infinity], rowUpper: [0], lower: [0]))
        let range = try #require(try ranges.range(ofRow: 0))
        #expect(range.smallest == -.infinity)
        #expect(agree(range.largest, -5, within: 1e-8))
    }

    @Test("Three limits meet in one corner: the ranges are the slopes of new solutions")
    func corner() throws {
        let corner = try program(
            quadratic: [[1, 0], [0, 2]], linear: [-9, -12],
            rows: [[1, 0], [0, 1], [1, 1], [1, 2]],
            rowLower: Array(repeating: -.infinity, count: 4), rowUpper: [2, 3, 5, 8])
        let ranges = try ranges(corner)
        #expect(ranges.dependentRowCount == 4)
        for row in 0..<4 {
            let range = try #require(try ranges.range(ofRow: row))
            let falling = try slope(corner, row: row, step: -1e-4)
            let rising = try slope(corner, row: row, step: 1e-4)
            #expect(agree(range.smallest, falling, within: 1e-3), "\(row)")
            #expect(agree(range.largest, rising, within: 1e-3), "\(row)")
            #expect(range.largest - range.smallest > 0.1)
        }
    }

    @Test("The multiplier of a variable's limit has a range as well")
    func bound() throws {
        let ranges = try ranges(
            try program(
                linear: [-4], rows: [[2]], rowLower: [-.infinity], rowUpper: [2], lower: [0],
                upper: [1]))
        let range = try #require(try ranges.range(ofVariable: 0))
        #expect(agree(range.smallest, -4, within: 1e-7) && agree(range.largest, 0, within: 1e-7))
    }

    @Test("On programs like the relocation problem every range is what new solutions show")
    func relocation() throws {
        var program = try RelocationLikeProgram(
            smelters: 12, destinations: 4, provinces: 4, seed: 5
        ).make()
        // Stock at the pace of one year: both bind together where all goes in that year.
        for row in program.rowUpper.indices.prefix(36) where row % 3 == 2 {
            program.rowUpper[row] = program.rowUpper[row - 1]
        }
        let ranges = try ranges(program)
        #expect(ranges.dependentRowCount >= 2)
        for row in program.rowUpper.indices {
            guard let range = try ranges.range(ofRow: row) else { continue }
            let sizes = [range.smallest, range.largest].map(abs).filter(\.isFinite)
            let scale = sizes.reduce(1, max)
            if range.smallest.isFinite {
                let falling = try slope(program, row: row, step: -1e-6)
                #expect(abs(range.smallest - falling) <= 0.01 * scale, "\(row)")
            }
            let rising = try slope(program, row: row, step: 1e-6)
            #expect(abs(range.largest - rising) <= 0.01 * scale, "\(row)")
        }
    }
}
