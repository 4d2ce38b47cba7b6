extension InteriorPointSolver {
    /// Proofs are accepted below this value of their violation.
    static let proofTolerance = 1e-8
    /// Multipliers and steps below this share of their limit count as zero in a proof.
    private static let negligible = 1e-8

    /// Whether a ray proves, on the program as given, that there is no optimum.
    static func isProof(_ ray: InfeasibilityRay, of program: QuadraticProgram) -> Bool {
        switch ray {
        case .primal(let rowMultipliers, let boundMultipliers):
            OptimalityCertificate.primalRayViolation(
                of: program, rowMultipliers: rowMultipliers, boundMultipliers: boundMultipliers)
                <= proofTolerance
        case .dual(let direction):
            OptimalityCertificate.dualRayViolation(of: program, direction: direction)
                <= proofTolerance
        }
    }

    /// What a search for a proof found, and what it took.
    struct ProofSearch {
        var ray: InfeasibilityRay?
        var iterations = 0
        var factorizations = 0
    }

    /// Searches a checked proof that a program has no optimum.
    ///
    /// Two linear programs that always have an optimum are solved: the smallest weighted violation of
    /// the rows, whose multipliers are the proof of infeasibility, and the steepest fall of the
    /// objective over bounded directions that keep all limits.
    static func searchProof(
        for program: QuadraticProgram, _ settings: SolverSettings
    ) throws -> ProofSearch {
        var search = ProofSearch()
        var settings = settings
        settings.targetTolerance = min(settings.targetTolerance, 1e-13)
        settings.regularization = max(settings.regularization / 100, 1e-14)
        let violation = try solveOnce(try violationProgram(program), settings)
        search.iterations += violation.iterations
        search.factorizations += violation.factorizations
        let contradiction = contradiction(program, multipliers: violation.rowDuals)
        if isProof(contradiction, of: program) {
            search.ray = contradiction
            return search
        }
        let fall = try solveOnce(try directionProgram(program), settings)
        search.iterations += fall.iterations
        search.factorizations += fall.factorizations
        let direction = fall.variables.map { abs($0) < negligible ? 0 : $0 }
        if isProof(.dual(direction: direction), of: program) {
            search.ray = .dual(direction: direction)
        }
        return search
    }

    private static func rowWeights(_ program: QuadraticProgram) -> [Double] {
        var weights = [Double](repeating: 0, count: program.rowCount)
        for (row, value) in zip(program.constraints.rowIndices, program.constraints.values) {
            weights[row] = max(weights[row], abs(value))
        }
        return weights.map { $0 > 0 ? 1 / $0 : 1 }
    }

    /// Minimises the weighted violation of rows: two more variables for each.
    private static func violationProgram(
        _ program: QuadraticProgram
    ) throws(QuadraticProgramError) -> QuadraticProgram {
        let count = program.variableCount
        let weights = rowWeights(program)
        var triplets = program.constraints.triplets
        for row in 0..<program.rowCount {
            triplets.append(.init(row: row, column: count + 2 * row, value: 1))
            triplets.append(.init(row: row, column: count + 2 * row + 1, value: -1))
        }
        let total = count + 2 * program.rowCount
        let extra = 2 * program.rowCount
        return try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: total, columnCount: total),
            linear: Array(repeating: 0, count: count) + weights.flatMap { [$0, $0] },
            constraints: SparseMatrix(
                rowCount: program.rowCount, columnCount: total, triplets: triplets),
            rowLower: program.rowLower, rowUpper: program.rowUpper,
            variableLower: program.variableLower + Array(repeating: 0, count: extra),
            variableUpper: program.variableUpper + Array(repeating: .infinity, count: extra))
    }

    /// The ray that multipliers of rows give with the best multipliers of variable limits.
    private static func contradiction(
        _ program: QuadraticProgram, multipliers: [Double]
    ) -> InfeasibilityRay {
        let weights = rowWeights(program)
        var rows = multipliers
        for row in rows.indices {
            let limit = rows[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            if abs(rows[row]) < negligible * weights[row] || !limit.isFinite { rows[row] = 0 }
        }
        var bounds = program.constraints.transposeMultiply(rows).map { -$0 }
        for column in bounds.indices {
            let lower = program.variableLower[column]
            let upper = program.variableUpper[column]
            if !(bounds[column] > 0 ? lower : upper).isFinite { bounds[column] = 0 }
        }
        return .primal(rowMultipliers: rows, boundMultipliers: bounds)
    }

    /// Minimises the linear cost over directions of size at most 1 without curvature.
    private static func directionProgram(
        _ program: QuadraticProgram
    ) throws(QuadraticProgramError) -> QuadraticProgram {
        let count = program.variableCount
        var triplets = program.constraints.triplets
        for entry in program.quadratic.triplets {
            triplets.append(
                .init(row: program.rowCount + entry.row, column: entry.column, value: entry.value))
        }
        let none = [Double](repeating: 0, count: count)
        return try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: count, columnCount: count),
            linear: program.linear,
            constraints: SparseMatrix(
                rowCount: program.rowCount + count, columnCount: count, triplets: triplets),
            rowLower: program.rowLower.map { $0.isFinite ? 0 : -.infinity } + none,
            rowUpper: program.rowUpper.map { $0.isFinite ? 0 : .infinity } + none,
            variableLower: program.variableLower.map { $0.isFinite ? 0 : -1 },
            variableUpper: program.variableUpper.map { $0.isFinite ? 0 : 1 })
    }
}
