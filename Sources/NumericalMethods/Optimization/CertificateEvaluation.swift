/// The sums behind an ``OptimalityCertificate``, by loops over the program's own arrays.
struct CertificateEvaluation {
    private let program: QuadraticProgram
    private let solution: Solution
    private var activity: [Double]
    private var activitySize: [Double]
    private var curvature: [Double]
    private var pull: [Double]
    private var columnScale: [Double]

    private(set) var primalResidual = 0.0
    private(set) var dualResidual = 0.0
    private(set) var complementarity = 0.0
    private(set) var primalObjective: Double
    private(set) var dualObjective: Double
    private(set) var worstRow: Int?
    private(set) var worstVariable: Int?

    /// Takes a solution whose arrays have the program's lengths.
    init(program: QuadraticProgram, solution: Solution) {
        self.program = program
        self.solution = solution
        let count = program.linear.count
        activity = Array(repeating: 0, count: program.rowLower.count)
        activitySize = activity
        curvature = Array(repeating: 0, count: count)
        pull = curvature
        columnScale = curvature
        primalObjective = program.constant
        dualObjective = program.constant

        let rows = program.constraints
        let square = program.quadratic
        for column in 0..<count {
            let value = solution.variables[column]
            for place in rows.columnStarts[column]..<rows.columnStarts[column + 1] {
                let row = rows.rowIndices[place]
                let term = rows.values[place] * value
                activity[row] += term
                activitySize[row] += abs(term)
                pull[column] += rows.values[place] * solution.rowDuals[row]
            }
            for place in square.columnStarts[column]..<square.columnStarts[column + 1] {
                curvature[square.rowIndices[place]] += square.values[place] * value
            }
        }
        for column in 0..<count {
            let value = solution.variables[column]
            let linear = program.linear[column]
            primalObjective += value * (linear + curvature[column] / 2)
            dualObjective -= value * curvature[column] / 2
            columnScale[column] = max(1, abs(linear), abs(curvature[column]), abs(pull[column]))
        }
    }

    /// Rows: limits kept, multipliers on the right side, complementarity.
    mutating func checkRows() {
        var rowScale = [Double](repeating: .infinity, count: activity.count)
        let rows = program.constraints
        for column in 0..<columnScale.count {
            for place in rows.columnStarts[column]..<rows.columnStarts[column + 1] {
                let size = abs(rows.values[place])
                guard size > 0 else { continue }
                let row = rows.rowIndices[place]
                rowScale[row] = min(rowScale[row], columnScale[column] / size)
            }
        }
        for row in activity.indices {
            let lower = program.rowLower[row]
            let upper = program.rowUpper[row]
            let below = Self.violation(lower - activity[row], lower, activitySize[row])
            let above = Self.violation(activity[row] - upper, upper, activitySize[row])
            let violation = Self.larger(below, above)
            if !(violation <= primalResidual) {
                primalResidual = violation
                worstRow = row
            }
            take(
                multiplier: solution.rowDuals[row], value: activity[row], lower: lower,
                upper: upper, scale: rowScale[row].isFinite ? rowScale[row] : 1, variable: nil)
        }
    }

    /// Variables: limits kept, stationarity, multipliers on the right side, complementarity.
    mutating func checkVariables() {
        for column in columnScale.indices {
            let value = solution.variables[column]
            let lower = program.variableLower[column]
            let upper = program.variableUpper[column]
            let below = Self.violation(lower - value, lower, 0)
            let above = Self.violation(value - upper, upper, 0)
            primalResidual = Self.larger(primalResidual, Self.larger(below, above))

            let multiplier = solution.boundDuals[column]
            let gradient = curvature[column] + program.linear[column]
            let remainder = abs(gradient - pull[column] - multiplier) / columnScale[column]
            if !(remainder <= dualResidual) {
                dualResidual = remainder
                worstVariable = column
            }
            take(
                multiplier: multiplier, value: value, lower: lower, upper: upper,
                scale: columnScale[column], variable: column)
        }
    }

    /// Adds one multiplier to the dual objective; checks its sign and complementarity.
    private mutating func take(
        multiplier: Double, value: Double, lower: Double, upper: Double, scale: Double,
        variable: Int?
    ) {
        guard multiplier != 0 else { return }
        let limit = multiplier > 0 ? lower : upper
        if limit.isFinite {
            dualObjective += multiplier * limit
            complementarity = Self.larger(complementarity, abs(multiplier * (value - limit)))
        } else {
            let violation = abs(multiplier) / scale
            if !(violation <= dualResidual) {
                dualResidual = violation
                worstVariable = variable ?? worstVariable
            }
        }
    }

    private static func violation(_ excess: Double, _ limit: Double, _ size: Double) -> Double {
        guard limit.isFinite else { return excess.isNaN ? .nan : 0 }
        return excess <= 0 ? 0 : excess / max(1, abs(limit), size)
    }

    private static func larger(_ left: Double, _ right: Double) -> Double {
        left.isNaN || right.isNaN ? .nan : max(left, right)
    }
}
