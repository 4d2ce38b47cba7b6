/// The largest relative residuals of a point, as the solver watches them while it runs.
///
/// The definitions are those of ``OptimalityCertificate``, which recomputes them by other code. The gap
/// here includes the rounding of the dual objective, which counts where multipliers are huge.
struct ResidualMeasures {
    var primal = 0.0
    var dual = 0.0
    var complementarity = 0.0
    var gap = 0.0

    var largest: Double {
        let sum = primal + dual + complementarity + gap
        return sum.isFinite ? max(max(primal, dual), max(complementarity, gap)) : .infinity
    }
}

/// Takes iterates back to the program as given and measures them there.
struct Judge {
    let program: QuadraticProgram
    let presolve: Presolve
    private let sizes: SparseMatrix

    init(_ program: QuadraticProgram, _ presolve: Presolve) {
        self.program = program
        self.presolve = presolve
        sizes = program.constraints.mapEntries { abs($2) }
    }

    /// A point of the program as given, with its measures.
    struct Verdict {
        var variables: [Double]
        var rowDuals: [Double]
        var boundDuals: [Double]
        var objective: Double
        var measures: ResidualMeasures
    }

    /// Restores a point of the reduced program, in its units, and measures it.
    func verdict(variables: [Double], rowDuals: [Double], boundDuals: [Double]) -> Verdict {
        var full = presolve.restoreVariables(variables, fixed: presolve.fixedValues)
        for index in full.indices where presolve.columnIsActive[index] {
            full[index] = min(max(full[index], presolve.lower[index]), presolve.upper[index])
        }
        let curvature = program.quadratic.multiply(full)
        var gradient = curvature
        for index in gradient.indices { gradient[index] += program.linear[index] }
        var rows = presolve.restoreRows(rowDuals)
        let none = [Double](repeating: 0, count: full.count)
        var bounds = presolve.restoreVariables(boundDuals, fixed: none)
        settle(&bounds, full, gradient, rows)
        presolve.restoreMultipliers(gradient: gradient, rowDuals: &rows, boundDuals: &bounds)
        var verdict = Verdict(
            variables: full, rowDuals: rows, boundDuals: bounds, objective: 0,
            measures: ResidualMeasures())
        measure(&verdict, curvature)
        return verdict
    }

    /// Takes the reduced cost for a limit's multiplier where that costs little in the gap.
    private func settle(
        _ bounds: inout [Double], _ point: [Double], _ gradient: [Double], _ rows: [Double]
    ) {
        var cost = gradient
        program.constraints.accumulateTransposed(-1, rows, into: &cost)
        var objective = program.constant
        for index in point.indices {
            objective += point[index] * (gradient[index] + program.linear[index]) / 2
        }
        let allowance = 1e-12 * max(1, abs(objective))
        for index in bounds.indices where presolve.columnIsActive[index] {
            let limit = cost[index] > 0 ? presolve.lower[index] : presolve.upper[index]
            if limit.isFinite, abs(cost[index] * (point[index] - limit)) <= allowance {
                bounds[index] = cost[index]
            } else if bounds[index] != 0 {
                let current = bounds[index] > 0 ? presolve.lower[index] : presolve.upper[index]
                if !current.isFinite { bounds[index] = 0 }
            }
        }
    }

    private func measure(_ verdict: inout Verdict, _ curvature: [Double]) {
        let point = verdict.variables
        let activity = program.constraints.multiply(point)
        let rowSize = sizes.multiply(point.map { abs($0) })
        let pull = program.constraints.transposeMultiply(verdict.rowDuals)
        var primal = program.constant
        var dual = program.constant
        var size = abs(program.constant)
        var measures = ResidualMeasures()

        func stand(_ multiplier: Double, _ value: Double, _ lower: Double, _ upper: Double) -> Bool
        {
            guard multiplier != 0 else { return true }
            let limit = multiplier > 0 ? lower : upper
            guard limit.isFinite else { return false }
            dual += multiplier * limit
            size += abs(multiplier * limit)
            measures.complementarity = max(
                measures.complementarity, abs(multiplier * (value - limit)))
            return true
        }

        for index in point.indices {
            primal += point[index] * (program.linear[index] + curvature[index] / 2)
            dual -= point[index] * curvature[index] / 2
            let scale = max(
                max(1, abs(program.linear[index])), max(abs(curvature[index]), abs(pull[index])))
            let multiplier = verdict.boundDuals[index]
            var rest = abs(program.linear[index] + curvature[index] - pull[index] - multiplier)
            let lower = program.variableLower[index]
            let upper = program.variableUpper[index]
            if !stand(multiplier, point[index], lower, upper) { rest = max(rest, abs(multiplier)) }
            measures.dual = max(measures.dual, rest / scale)
            measures.primal = max(
                measures.primal, Self.violation(lower - point[index], lower, 0),
                Self.violation(point[index] - upper, upper, 0))
        }
        for row in activity.indices {
            let lower = program.rowLower[row]
            let upper = program.rowUpper[row]
            if !stand(verdict.rowDuals[row], activity[row], lower, upper) {
                measures.dual = max(measures.dual, abs(verdict.rowDuals[row]))
            }
            measures.primal = max(
                measures.primal, Self.violation(lower - activity[row], lower, rowSize[row]),
                Self.violation(activity[row] - upper, upper, rowSize[row]))
        }
        let scale = max(1, abs(primal))
        measures.complementarity /= scale
        measures.gap = (abs(primal - dual) + 4 * Double.ulpOfOne * size) / scale
        verdict.objective = primal
        verdict.measures = measures
    }

    private static func violation(_ excess: Double, _ limit: Double, _ size: Double) -> Double {
        limit.isFinite ? excess / max(1, abs(limit), size) : 0
    }
}
