extension InteriorPointSolver {
    /// Proofs are accepted below this value of their violation.
    static let proofTolerance = 1e-9
    /// Multipliers and steps below one of these shares of the largest count as zero in a proof.
    private static let negligible = [1e-8, 0, 1e-6, 1e-4]

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

        /// Adds what it took, and the proof if there is one, to a solution.
        func report(in solution: inout Solution) {
            solution.iterations += iterations
            solution.factorizations += factorizations
            guard let ray else { return }
            solution.status = InteriorPointSolver.status(of: ray)
            solution.ray = ray
        }
    }

    /// Replaces a proof that there is no bound by one that there is no feasible point, if it exists.
    static func preferContradiction(
        _ solution: inout Solution, _ program: QuadraticProgram, _ settings: SolverSettings
    ) throws {
        let search = try searchContradiction(for: program, settings)
        search.report(in: &solution)
    }

    /// Searches a checked proof that a program has no optimum.
    ///
    /// Two linear programs that always have an optimum are solved: the smallest weighted violation of
    /// the rows, whose multipliers are the proof of infeasibility, and the steepest fall of the
    /// objective over bounded directions that keep all limits.
    static func searchProof(
        for program: QuadraticProgram, _ settings: SolverSettings
    ) throws -> ProofSearch {
        var search = try searchContradiction(for: program, settings)
        guard search.ray == nil else { return search }
        let fall = try solve(try directionProgram(program), strict(settings))
        search.iterations += fall.iterations
        search.factorizations += fall.factorizations
        search.ray = endlessFall(program, along: fall.variables)
        return search
    }

    /// Searches a proof that there is no feasible point: the multipliers of the smallest violation.
    private static func searchContradiction(
        for program: QuadraticProgram, _ settings: SolverSettings
    ) throws -> ProofSearch {
        let violation = try solve(try violationProgram(program), strict(settings))
        return ProofSearch(
            ray: contradiction(program, multipliers: violation.rowDuals),
            iterations: violation.iterations, factorizations: violation.factorizations)
    }

    /// Settings for programs whose solution has to hold as a proof.
    private static func strict(_ settings: SolverSettings) -> SolverSettings {
        var settings = settings
        settings.targetTolerance = min(settings.targetTolerance, 1e-13)
        settings.regularization = max(settings.regularization / 100, 1e-14)
        return settings
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

    /// The proof that multipliers of rows give with the best multipliers of variable limits; nil if they
    /// give none.
    static func contradiction(
        _ program: QuadraticProgram, multipliers: [Double]
    ) -> InfeasibilityRay? {
        let weights = rowWeights(program)
        var largest = 0.0
        for row in multipliers.indices {
            largest = max(largest, abs(multipliers[row]) / weights[row])
        }
        guard largest > 0, largest.isFinite else { return nil }
        for share in negligible {
            var rows = multipliers
            for row in rows.indices {
                let limit = rows[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
                let isSmall = abs(rows[row]) <= share * largest * weights[row]
                if isSmall || !limit.isFinite { rows[row] = 0 }
            }
            var bounds = program.constraints.transposeMultiply(rows).map { -$0 }
            for column in bounds.indices {
                let lower = program.variableLower[column]
                let upper = program.variableUpper[column]
                if !(bounds[column] > 0 ? lower : upper).isFinite { bounds[column] = 0 }
            }
            let ray = InfeasibilityRay.primal(rowMultipliers: rows, boundMultipliers: bounds)
            if isProof(ray, of: program) { return ray }
        }
        return nil
    }

    /// The proof that a direction gives once its negligible parts are left out; nil if it gives none.
    static func endlessFall(
        _ program: QuadraticProgram, along direction: [Double]
    ) -> InfeasibilityRay? {
        var largest = 0.0
        for value in direction { largest = max(largest, abs(value)) }
        guard largest > 0, largest.isFinite else { return nil }
        for share in negligible {
            var step = direction.map { abs($0) <= share * largest ? 0 : $0 / largest }
            for column in step.indices {
                let limit =
                    step[column] > 0
                    ? program.variableUpper[column] : program.variableLower[column]
                if limit.isFinite { step[column] = 0 }
            }
            let ray = InfeasibilityRay.dual(direction: step)
            if isProof(ray, of: program) { return ray }
        }
        return nil
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
