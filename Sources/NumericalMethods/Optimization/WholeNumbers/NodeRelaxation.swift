/// What became of a part of the search once counts may be broken.
public struct NodeSolution: Sendable {
    /// No counts, whole or broken, are feasible; proved.
    public var isInfeasible: Bool
    /// How far the proof of that is from exact; 0 where nothing was to be proved.
    public var proofViolation: Double
    /// The point found, all variables; where none was found, of no use but never empty.
    public var point: [Double]
    /// What no point of this part lies below, and what leaving a limit costs.
    public var bound: ProvenLowerBound
    public var iterations: Int
    public var factorizations: Int

    public init(
        isInfeasible: Bool, proofViolation: Double, point: [Double], bound: ProvenLowerBound,
        iterations: Int, factorizations: Int
    ) {
        self.isInfeasible = isInfeasible
        self.proofViolation = proofViolation
        self.point = point
        self.bound = bound
        self.iterations = iterations
        self.factorizations = factorizations
    }
}

/// A method that solves parts of a whole-number program with counts that may be broken.
public protocol NodeRelaxation: Sendable {
    /// - Parameter bounds: ranges of the counts and of the counted rows; all else is the program's.
    func solve(_ program: WholeNumberProgram, within bounds: CountBounds) throws -> NodeSolution
}

extension WholeNumberProgram {
    /// The program without whole steps within ranges of counts.
    public func relaxed(within bounds: CountBounds) -> QuadraticProgram {
        var result = program
        for (place, column) in columns.enumerated() {
            let step = steps[column] ?? 1
            result.variableLower[column] = Double(bounds.lower[place]) * step
            result.variableUpper[column] = Double(bounds.upper[place]) * step
        }
        for (place, row) in countedRows.enumerated() {
            let step = rowSteps[row] ?? 1
            if bounds.rowLower[place] > -Int32.max / 2 {
                result.rowLower[row] = Double(bounds.rowLower[place]) * step
            }
            if bounds.rowUpper[place] < Int32.max / 2 {
                result.rowUpper[row] = Double(bounds.rowUpper[place]) * step
            }
        }
        return result
    }

    /// The bound that a point and multipliers prove within ranges of counts.
    public func bound(
        _ relaxed: QuadraticProgram, point: [Double], rowDuals: [Double]
    ) -> ProvenLowerBound {
        var lower = implied.lower
        var upper = implied.upper
        for column in columns {
            lower[column] = relaxed.variableLower[column]
            upper[column] = relaxed.variableUpper[column]
        }
        return ProvenLowerBound(
            relaxed, point: point, rowDuals: rowDuals, lower: lower, upper: upper)
    }
}

/// Solves parts of the search by the general interior point method.
public struct InteriorPointRelaxation: NodeRelaxation {
    let settings: SolverSettings

    public init(settings: SolverSettings) {
        self.settings = settings
    }

    public func solve(
        _ program: WholeNumberProgram, within bounds: CountBounds
    ) throws -> NodeSolution {
        let relaxed = program.relaxed(within: bounds)
        let solution = try InteriorPointSolver().solve(relaxed, settings: settings)
        var violation = Double.infinity
        if case .primal(let rows, let variables)? = solution.ray {
            violation = OptimalityCertificate.primalRayViolation(
                of: relaxed, rowMultipliers: rows, boundMultipliers: variables)
        }
        let isInfeasible =
            solution.status == .primalInfeasible && violation <= WholeNumberSearch.proofTolerance
        return NodeSolution(
            isInfeasible: isInfeasible, proofViolation: isInfeasible ? violation : 0,
            point: solution.variables,
            bound: program.bound(
                relaxed, point: solution.variables, rowDuals: solution.rowDuals),
            iterations: solution.iterations, factorizations: solution.factorizations)
    }
}
