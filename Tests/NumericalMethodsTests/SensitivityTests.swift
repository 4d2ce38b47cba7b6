import NumericalMethods
import Testing

@Suite("Multipliers are the slopes of the optimum")
struct SensitivityTests {
    private func base() throws -> QuadraticProgram {
        try program(
            quadratic: [[2, 0.5, 0], [0.5, 1, 0], [0, 0, 0.5]], linear: [-3, -1, -2],
            rows: [[1, 2, 1], [1, -1, 3], [0, 1, 1]], rowLower: [-.infinity, 0.5, 0.75],
            rowUpper: [1.9, 0.5, .infinity], lower: [0, 0, 0], upper: [0.8, 4, 4])
    }

    private func slope(_ change: (inout QuadraticProgram, Double) -> Void) throws -> Double {
        let step = 1e-4
        var raised = try base()
        change(&raised, step)
        var lowered = try base()
        change(&lowered, -step)
        let difference =
            try solveToOptimum(raised).objective - solveToOptimum(lowered).objective
        return difference / (2 * step)
    }

    @Test("Each row multiplier equals the finite difference of the objective")
    func rows() throws {
        let solution = try solveToOptimum(try base())
        let slopes = [
            try slope { $0.rowUpper[0] += $1 },
            try slope { program, step in
                program.rowLower[1] += step
                program.rowUpper[1] += step
            },
            try slope { $0.rowLower[2] += $1 },
        ]
        #expect(agree(solution.rowDuals, slopes, within: 1e-5))
        #expect(slopes.contains { abs($0) > 0.1 })
    }

    @Test("A bound multiplier equals the finite difference of the objective")
    func bounds() throws {
        var capped = try base()
        capped.variableUpper[0] = 0.3
        let solution = try solveToOptimum(capped)
        let slope = try slope { $0.variableUpper[0] = 0.3 + $1 }
        #expect(agree(solution.boundDuals[0], slope, within: 1e-5))
        #expect(slope < -0.1)
    }

    @Test("The multiplier of a fixed variable is the slope in its value")
    func fixedVariable() throws {
        var fixed = try base()
        fixed.variableLower[2] = 0.2
        fixed.variableUpper[2] = 0.2
        let solution = try solveToOptimum(fixed)
        let slope = try slope {
            $0.variableLower[2] = 0.2 + $1
            $0.variableUpper[2] = 0.2 + $1
        }
        #expect(agree(solution.boundDuals[2], slope, within: 1e-5))
    }
}
