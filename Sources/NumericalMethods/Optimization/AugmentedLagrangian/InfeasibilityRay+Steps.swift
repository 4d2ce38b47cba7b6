extension InfeasibilityRay {
    /// Entries below this share of the largest are taken for rounding.
    private static let negligible = 1e-9
    private static let small = 1e-5
    private static let passLimit = 20
    private static let stepLimit = 500
    private static let smallestShareOfSquares = 1e-30

    /// The contradiction that multipliers of rows lead to, with the multipliers of variables that
    /// complete it.
    ///
    /// - Parameter repairs: whether the multipliers are moved, as little as can be, so that they
    ///   cancel where no limit of a variable could make up for them.
    static func contradiction(
        of program: QuadraticProgram, rowMultipliers: [Double], repairs: Bool
    ) -> InfeasibilityRay {
        var rows = cleared(rowMultipliers, below: repairs ? small : negligible)
        for row in rows.indices {
            let limit = rows[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            if !limit.isFinite { rows[row] = 0 }
        }
        if repairs { rows = cancelled(program, rows) }
        var bounds = program.constraints.transposeMultiply(rows).map { -$0 }
        for index in bounds.indices where !stands(program, index, bounds[index]) {
            bounds[index] = 0
        }
        return .primal(rowMultipliers: rows, boundMultipliers: bounds)
    }

    private static func stands(
        _ program: QuadraticProgram, _ index: Int, _ multiplier: Double
    ) -> Bool {
        (multiplier > 0 ? program.variableLower[index] : program.variableUpper[index]).isFinite
    }

    /// Multipliers near these, zero where they are zero, that pull at no variable whose limits cannot
    /// hold against it. Cancelling one pull may turn another, so it is done until none is left.
    private static func cancelled(_ program: QuadraticProgram, _ start: [Double]) -> [Double] {
        var rows = start
        var isFree = [Bool](repeating: false, count: program.variableCount)
        for _ in 0..<passLimit {
            var found = false
            for (index, pull) in program.constraints.transposeMultiply(rows).enumerated()
            where !isFree[index] && pull != 0 && !stands(program, index, -pull) {
                isFree[index] = true
                found = true
            }
            guard found else { break }
            rows = cancelled(program.constraints, rows, isFree)
        }
        return rows
    }

    /// The nearest multipliers that pull at none of the marked variables: by conjugate gradients on the
    /// squares of these pulls.
    private static func cancelled(
        _ matrix: SparseMatrix, _ start: [Double], _ isFree: [Bool]
    ) -> [Double] {
        /// Pulls at the variables that nothing holds.
        func pulls(_ rows: [Double]) -> [Double] {
            var pulls = matrix.transposeMultiply(rows)
            for index in pulls.indices where !isFree[index] { pulls[index] = 0 }
            return pulls
        }
        /// How the squares of the pulls grow with each multiplier.
        func slopes(_ pulls: [Double]) -> [Double] {
            var slopes = matrix.multiply(pulls)
            for row in slopes.indices where start[row] == 0 { slopes[row] = 0 }
            return slopes
        }
        func square(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }

        var rows = start
        var remaining = pulls(rows)
        var slope = slopes(remaining)
        var direction = slope
        var size = square(slope)
        let goal = size * smallestShareOfSquares
        for _ in 0..<min(2 * rows.count + 10, stepLimit) where size > goal {
            let image = pulls(direction)
            let curvature = square(image)
            guard curvature > 0 else { break }
            let step = size / curvature
            for row in rows.indices { rows[row] -= step * direction[row] }
            for index in remaining.indices { remaining[index] -= step * image[index] }
            slope = slopes(remaining)
            let next = square(slope)
            for row in rows.indices { direction[row] = slope[row] + next / size * direction[row] }
            size = next
        }
        return rows
    }

    /// The direction that a step takes, as far as the limits of variables allow it.
    static func fall(of program: QuadraticProgram, direction: [Double]) -> InfeasibilityRay {
        var steps = cleared(direction, below: negligible)
        for index in steps.indices {
            let limit =
                steps[index] < 0 ? program.variableLower[index] : program.variableUpper[index]
            if limit.isFinite { steps[index] = 0 }
        }
        return .dual(direction: steps)
    }

    /// Whether the independent check accepts the ray.
    func proves(_ program: QuadraticProgram, within tolerance: Double) -> Bool {
        switch self {
        case .primal(let rows, let bounds):
            OptimalityCertificate.primalRayViolation(
                of: program, rowMultipliers: rows, boundMultipliers: bounds) <= tolerance
        case .dual(let direction):
            OptimalityCertificate.dualRayViolation(of: program, direction: direction) <= tolerance
        }
    }

    /// What the ray says of its program.
    var status: SolverStatus {
        switch self {
        case .primal: .primalInfeasible
        case .dual: .dualInfeasible
        }
    }

    private static func cleared(_ values: [Double], below share: Double) -> [Double] {
        let largest = values.reduce(0) { max($0, abs($1)) }
        return values.map { abs($0) <= share * largest ? 0 : $0 }
    }
}
