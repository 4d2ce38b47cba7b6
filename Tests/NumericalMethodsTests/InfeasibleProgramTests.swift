import NumericalMethods
import Testing

@Suite("Programs without an optimum are told with a proof")
struct InfeasibleProgramTests {
    @Test("Rows that contradict each other are infeasible")
    func contradictingRows() throws {
        let impossible = try program(
            linear: [1, 1], rows: [[1, 1], [1, 1]], rowLower: [2, -.infinity],
            rowUpper: [.infinity, 1])
        let solution = try InteriorPointSolver().solve(impossible)
        #expect(solution.status == .primalInfeasible)
        #expect(provesInfeasibility(solution, of: impossible))
    }

    @Test("A row of a small coefficient that contradicts a limit is too")
    func smallCoefficient() throws {
        // x >= 1, and x <= 1 - 1e-6 ten thousand times smaller; then the other way round.
        for sign in [1.0, -1] {
            let row = sign * 1e-4 * (1 - 1e-6)
            let impossible = try program(
                linear: [1], rows: [[1e-4]], rowLower: [sign > 0 ? -.infinity : row],
                rowUpper: [sign > 0 ? row : .infinity], lower: [sign > 0 ? 1 : -.infinity],
                upper: [sign > 0 ? .infinity : -1])
            let solution = try InteriorPointSolver().solve(impossible)
            #expect(solution.status == .primalInfeasible)
            #expect(provesInfeasibility(solution, of: impossible))
        }
    }

    @Test("Limits that cross by no more than rounding are met where they meet")
    func touching() throws {
        for sign in [1.0, -1] {
            let touching = try program(
                linear: [1], rows: [[1]], rowLower: [sign > 0 ? 1 + 1e-12 : -.infinity],
                rowUpper: [sign > 0 ? .infinity : -1 - 1e-12], lower: [sign > 0 ? 0 : -1],
                upper: [sign > 0 ? 1 : 0])
            let solution = try solveToOptimum(touching)
            #expect(agree(solution.variables, [sign], within: 1e-11))
        }
    }

    @Test("A contradiction over several rows is found with curvature present")
    func chain() throws {
        // x1 <= x2 - 1 <= x3 - 2 <= x1 - 3.
        let impossible = try program(
            quadratic: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], linear: [0, 0, 0],
            rows: [[-1, 1, 0], [0, -1, 1], [1, 0, -1]], rowLower: [1, 1, 1],
            rowUpper: [.infinity, .infinity, .infinity])
        let solution = try InteriorPointSolver().solve(impossible)
        #expect(solution.status == .primalInfeasible)
        #expect(provesInfeasibility(solution, of: impossible))
    }

    @Test("Limits that contradict a row through presolve still give multipliers of the original")
    func throughPresolve() throws {
        let impossible = try program(
            linear: [1, 0, 0], rows: [[2, 0, 0], [1, 1, 0], [0, 1, 1]], rowLower: [8, 5, 6],
            rowUpper: [8, 5, 9], lower: [0, 0, 0], upper: [10, 10, 4])
        let solution = try InteriorPointSolver().solve(impossible)
        #expect(solution.status == .primalInfeasible)
        #expect(provesInfeasibility(solution, of: impossible))
    }

    @Test("A linear program that falls for ever is unbounded")
    func unboundedLinear() throws {
        let endless = try program(
            linear: [-1, -1, 0], rows: [[1, -1, 0], [0, 1, -1]], rowLower: [-2, -.infinity],
            rowUpper: [2, 0], lower: [0, 0, 0])
        let solution = try InteriorPointSolver().solve(endless)
        #expect(solution.status == .dualInfeasible)
        #expect(provesInfeasibility(solution, of: endless))
    }

    @Test("A quadratic program is unbounded along a flat direction only")
    func unboundedQuadratic() throws {
        let flat = try program(
            quadratic: [[1, -1], [-1, 1]], linear: [-1, -1], lower: [0, 0])
        let solution = try InteriorPointSolver().solve(flat)
        #expect(solution.status == .dualInfeasible)
        #expect(provesInfeasibility(solution, of: flat))
        try solveToOptimum(
            try program(quadratic: [[1, -1], [-1, 1.01]], linear: [-1, -1], lower: [0, 0]))
    }

    @Test("A feasible point far away is not called infeasible")
    func farAway() throws {
        let far = try program(
            linear: [1], rows: [[1e-7]], rowLower: [1], rowUpper: [.infinity], lower: [0])
        let solution = try solveToOptimum(far)
        #expect(agree(solution.variables, [1e7], within: 1e-6))
    }

    @Test("A ray that proves nothing is refused")
    func falseRays() throws {
        let feasible = try program(
            linear: [1, 1], rows: [[1, 1]], rowLower: [1], rowUpper: [2], lower: [0, 0])
        let noProof = OptimalityCertificate.primalRayViolation(
            of: feasible, rowMultipliers: [1], boundMultipliers: [0, 0])
        #expect(noProof > 1e-8)
        #expect(OptimalityCertificate.dualRayViolation(of: feasible, direction: [-1, 1]) > 1e-8)
        #expect(OptimalityCertificate.dualRayViolation(of: feasible, direction: [1]) == .infinity)
    }

    @Test("Multipliers whose limits add up to nothing prove nothing")
    func vanishingValue() throws {
        // The point x = 1 is feasible; the sum of limits is 0 up to rounding.
        let touching = try program(
            linear: [1], rows: [[1], [1]], rowLower: [1, -.infinity], rowUpper: [.infinity, 1])
        let violation = OptimalityCertificate.primalRayViolation(
            of: touching, rowMultipliers: [1 + 1e-15, -1], boundMultipliers: [-1e-15])
        #expect(violation > 1e-8)
    }
}
