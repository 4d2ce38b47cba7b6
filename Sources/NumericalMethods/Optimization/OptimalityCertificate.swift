/// How far a solution is from optimal, recomputed from the data as given.
///
/// This shares no code with any solver: it has loops of its own over the program. All measures are
/// relative. NaN anywhere makes the measures NaN, and the certificate is not accepted then.
public struct OptimalityCertificate: Sendable, Equatable {
    /// The largest violation of a row or variable limit, each relative to the largest of 1, the
    /// limit's size, and for rows the sum of the sizes of the row's terms.
    public let primalResidual: Double
    /// The largest of `|Qx + c - A'y - z|`, each relative to the largest of 1, `|c|`, `|Qx|` and
    /// `|A'y|` of its column, and of the multipliers that push against a limit that does not exist,
    /// relative to the same scale (rows: by what they do to the columns they enter).
    public let dualResidual: Double
    /// The largest product of a multiplier and its limit's slack, relative to the largest of 1 and
    /// the objective.
    public let complementarity: Double
    /// The difference of primal and dual objective, relative to the largest of 1 and the objective.
    public let gap: Double
    /// The objective at the solution's variables.
    public let primalObjective: Double
    /// The lower bound on the optimum that the multipliers prove, as far as they are feasible.
    public let dualObjective: Double
    /// The row with the largest violation, if there is any.
    public let worstRow: Int?
    /// The variable with the largest dual residual, if there is any.
    public let worstVariable: Int?

    /// Recomputes all measures. Arrays of the wrong length give NaN.
    public init(recomputing program: QuadraticProgram, solution: Solution) {
        let count = program.linear.count
        let rows = program.rowLower.count
        guard solution.variables.count == count, solution.boundDuals.count == count,
            solution.rowDuals.count == rows
        else {
            self = .undefined
            return
        }
        var evaluation = CertificateEvaluation(program: program, solution: solution)
        evaluation.checkRows()
        evaluation.checkVariables()
        let scale = max(1, abs(evaluation.primalObjective))
        self = OptimalityCertificate(
            primalResidual: evaluation.primalResidual, dualResidual: evaluation.dualResidual,
            complementarity: evaluation.complementarity / scale,
            gap: abs(evaluation.primalObjective - evaluation.dualObjective) / scale,
            primalObjective: evaluation.primalObjective,
            dualObjective: evaluation.dualObjective, worstRow: evaluation.worstRow,
            worstVariable: evaluation.worstVariable)
    }

    /// The largest of the four measures; NaN if one of them is.
    public var largest: Double {
        let measures = [primalResidual, dualResidual, complementarity, gap]
        return measures.contains(where: \.isNaN) ? .nan : measures.reduce(0, max)
    }

    /// Whether all measures are within a tolerance.
    public func isOptimal(within tolerance: Double = 1e-8) -> Bool {
        largest <= tolerance
    }

    private static let undefined = OptimalityCertificate(
        primalResidual: .nan, dualResidual: .nan, complementarity: .nan, gap: .nan,
        primalObjective: .nan, dualObjective: .nan, worstRow: nil, worstVariable: nil)

    private init(
        primalResidual: Double, dualResidual: Double, complementarity: Double, gap: Double,
        primalObjective: Double, dualObjective: Double, worstRow: Int?, worstVariable: Int?
    ) {
        self.primalResidual = primalResidual
        self.dualResidual = dualResidual
        self.complementarity = complementarity
        self.gap = gap
        self.primalObjective = primalObjective
        self.dualObjective = dualObjective
        self.worstRow = worstRow
        self.worstVariable = worstVariable
    }
}
