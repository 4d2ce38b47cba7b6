/// A point and row multipliers in the units given, with the multipliers of variables that fit best,
/// and how far from optimal they are.
struct AugmentedLagrangianVerdict {
    let variables: [Double]
    let rowDuals: [Double]
    let boundDuals: [Double]
    /// The largest of the certificate's measures, and of what all errors together are worth relative
    /// to the objective. Errors are not allowed to cancel, so the objective is right to about this.
    let measure: Double

    /// - Parameters:
    ///   - variables: within their limits.
    ///   - rowDuals: positive only on rows with a lower limit, negative only with an upper one.
    init(of program: QuadraticProgram, variables: [Double], rowDuals: [Double]) {
        let activity = program.constraints.multiply(variables)
        let pull = program.constraints.transposeMultiply(rowDuals)
        let curvature = program.quadratic.multiply(variables)
        var boundDuals = [Double](repeating: 0, count: variables.count)
        var worth = 0.0
        var objective = program.constant
        for index in variables.indices {
            let value = variables[index]
            let slope = curvature[index] + program.linear[index] - pull[index]
            objective += value * (program.linear[index] + curvature[index] / 2)
            let limit =
                slope > 0 ? program.variableLower[index] : program.variableUpper[index]
            // A slope is a multiplier where it costs least to call it one, else an error.
            let asMultiplier = limit.isFinite ? abs(slope * (value - limit)) : .infinity
            let asError = abs(slope * value)
            if asMultiplier <= asError {
                boundDuals[index] = slope
                worth += asMultiplier
            } else {
                worth += asError
            }
        }
        for row in activity.indices where rowDuals[row] != 0 {
            let limit = rowDuals[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            worth += abs(rowDuals[row] * (activity[row] - limit))
        }
        self.variables = variables
        self.rowDuals = rowDuals
        self.boundDuals = boundDuals
        let solution = Solution(
            status: .notConverged, variables: variables, rowDuals: rowDuals,
            boundDuals: boundDuals, objective: objective, iterations: 0, factorizations: 0)
        let certificate = OptimalityCertificate(recomputing: program, solution: solution)
        let whole = worth / max(1, abs(objective))
        measure = whole.isNaN ? .nan : max(certificate.largest, whole)
    }
}
