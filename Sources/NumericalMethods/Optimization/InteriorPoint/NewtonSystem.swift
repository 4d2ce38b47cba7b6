/// The linear system of a Newton step, `[H, -A'; A, E] [dx; dy] = [g; h]` with `H = Q + D`.
///
/// `D` (variables) and `E` (rows) are nonnegative diagonals; a proximal term is added to both before
/// factorisation. With the sign of `dy` turned the matrix is symmetric and quasidefinite, so that it
/// can be factorised in any order, the one that keeps the factor sparse. Solutions are refined against
/// the system with next to nothing of the proximal terms.
struct NewtonSystem: ~Copyable {
    private let program: ScaledProgram
    private var cholesky: SparseCholesky
    /// The entries off the diagonal of the matrix that is factorised.
    private let entries: [Double]
    private let curvature: [Double]
    private var variableDiagonal: [Double] = []
    private var rowDiagonal: [Double] = []
    /// It bounds moves along directions that nothing else decides.
    private let floor: Double
    /// Factorisations done so far.
    private(set) var factorizations = 0

    /// Prepares for a program; `floor` is what the solved system keeps of the proximal terms.
    init(_ program: ScaledProgram, floor: Double) {
        self.floor = floor
        self.program = program
        let count = program.variableCount
        var places: [SparseCholesky.Entry] = []
        var values: [Double] = []
        var curvature = [Double](repeating: 0, count: count)
        for column in 0..<count {
            for entry in program.quadratic.entries(ofColumn: column) {
                let row = program.quadratic.rowIndices[entry]
                if row == column {
                    curvature[column] = program.quadratic.values[entry]
                } else if row > column {
                    places.append(.init(row: row, column: column))
                    values.append(program.quadratic.values[entry])
                }
            }
            for entry in program.constraints.entries(ofColumn: column) {
                places.append(
                    .init(row: count + program.constraints.rowIndices[entry], column: column))
                values.append(program.constraints.values[entry])
            }
        }
        entries = values
        self.curvature = curvature
        let signs =
            [Double](repeating: 1, count: count)
            + [Double](repeating: -1, count: program.rowCount)
        cholesky = SparseCholesky(signs: signs, entries: places)
    }

    /// Factorises for the diagonals of one iteration.
    ///
    /// - Throws: ``FactorizationError`` when the matrix is not quasidefinite in floating point.
    mutating func factorize(
        variableDiagonal: [Double], rowDiagonal: [Double], proximal: Double
    ) throws(FactorizationError) {
        self.variableDiagonal = variableDiagonal.map { $0 + floor }
        self.rowDiagonal = rowDiagonal.map { $0 + floor }
        factorizations += 1
        var diagonal = curvature
        for index in diagonal.indices { diagonal[index] += variableDiagonal[index] + proximal }
        diagonal.append(contentsOf: rowDiagonal.map { -($0 + proximal) })
        try cholesky.factorize(diagonal: diagonal, entries: entries)
    }

    /// Solves to a small relative residual, or as far as `refinements` allows.
    ///
    /// The factorised system with its proximal terms is the preconditioner of a short minimal
    /// residual iteration (GMRES) on the system without them; most solves end after one or two steps.
    func solve(
        _ top: [Double], _ bottom: [Double], refinements: Int
    ) -> (variables: [Double], rows: [Double]) {
        var (variables, rows) = solveOnce(top, bottom)
        guard refinements > 0 else { return (variables, rows) }
        let start = weighted(rest(top, bottom, variables, rows))
        let goal = Self.relativeGoal * Self.length(weighted((top, bottom)))
        var krylov = KrylovResidual(start)
        var corrections: [(variables: [Double], rows: [Double])] = []
        while corrections.count < refinements, krylov.residual > goal {
            let direction = unweighted(krylov.newest)
            let correction = solveOnce(direction.top, direction.bottom)
            let image = weighted(product(correction.variables, correction.rows))
            guard krylov.append(image) else { break }
            corrections.append(correction)
        }
        let shares = krylov.shares()
        for (share, correction) in zip(shares, corrections) where share.isFinite {
            for index in variables.indices {
                variables[index] += share * correction.variables[index]
            }
            for index in rows.indices { rows[index] += share * correction.rows[index] }
        }
        return (variables, rows)
    }

    /// Solves end when the residual is this small against the right hand side.
    private static let relativeGoal = 1e-9

    private func solveOnce(
        _ top: [Double], _ bottom: [Double]
    ) -> (variables: [Double], rows: [Double]) {
        let solution = cholesky.solve(top + bottom)
        return (Array(solution[..<top.count]), solution[top.count...].map { -$0 })
    }

    /// What the solution leaves of the right hand side, without the proximal terms.
    private func rest(
        _ top: [Double], _ bottom: [Double], _ variables: [Double], _ rows: [Double]
    ) -> (top: [Double], bottom: [Double]) {
        var topRest = top
        for index in topRest.indices {
            topRest[index] -= variableDiagonal[index] * variables[index]
        }
        program.quadratic.accumulate(-1, variables, into: &topRest)
        program.constraints.accumulateTransposed(1, rows, into: &topRest)
        var bottomRest = bottom
        for index in bottomRest.indices { bottomRest[index] -= rowDiagonal[index] * rows[index] }
        program.constraints.accumulate(-1, variables, into: &bottomRest)
        return (topRest, bottomRest)
    }

    /// The system without proximal terms times a vector.
    private func product(
        _ variables: [Double], _ rows: [Double]
    ) -> (top: [Double], bottom: [Double]) {
        var top = [Double](repeating: 0, count: variables.count)
        for index in top.indices { top[index] = variableDiagonal[index] * variables[index] }
        program.quadratic.accumulate(1, variables, into: &top)
        program.constraints.accumulateTransposed(-1, rows, into: &top)
        var bottom = [Double](repeating: 0, count: rows.count)
        for index in bottom.indices { bottom[index] = rowDiagonal[index] * rows[index] }
        program.constraints.accumulate(1, variables, into: &bottom)
        return (top, bottom)
    }

    /// Both parts in one array, each equation relative to 1 plus its diagonal.
    private func weighted(_ parts: (top: [Double], bottom: [Double])) -> [Double] {
        var joined = parts.top
        for index in joined.indices { joined[index] /= 1 + variableDiagonal[index] }
        joined.append(contentsOf: parts.bottom)
        for index in parts.bottom.indices {
            joined[parts.top.count + index] /= 1 + rowDiagonal[index]
        }
        return joined
    }

    private func unweighted(_ joined: [Double]) -> (top: [Double], bottom: [Double]) {
        let count = variableDiagonal.count
        var top = Array(joined[..<count])
        var bottom = Array(joined[count...])
        for index in top.indices { top[index] *= 1 + variableDiagonal[index] }
        for index in bottom.indices { bottom[index] *= 1 + rowDiagonal[index] }
        return (top, bottom)
    }

    private static func length(_ vector: [Double]) -> Double {
        var sum = 0.0
        for value in vector { sum += value * value }
        return sum.squareRoot()
    }
}
