/// The linear system of a Newton step, `[H, -A'; A, E] [dx; dy] = [g; h]` with `H = Q + D`.
///
/// `D` (variables) and `E` (rows) are nonnegative diagonals; a proximal term is added to both before
/// factorisation. The system is reduced to one symmetric positive definite matrix: over the rows,
/// `E + A H^-1 A'`, or over the variables, `H + A' E^-1 A`, whichever takes less work. Solutions are
/// refined against the system with next to nothing of the proximal terms.
struct NewtonSystem: ~Copyable {
    private let program: ScaledProgram
    /// Whether the matrix is formed over the rows.
    let overRows: Bool
    private let vectors: OrderedVectors
    private let couplings: [BlockCoupling]
    private var blocks: BlockDiagonalInverse
    private var cholesky: OrderedCholesky
    private var variableDiagonal: [Double] = []
    private var rowDiagonal: [Double] = []
    private var proximalRows = 0.0
    /// It bounds moves along directions that nothing else decides.
    private let floor: Double
    /// Factorisations done so far.
    private(set) var factorizations = 0

    /// Over what the matrix of the system may be formed.
    enum Form {
        /// Over the variables where that is much less work, else over the rows.
        case cheaper
        /// Over the rows, which keeps more digits with equalities.
        case rows
    }

    /// The matrix over the variables has to save this factor of work.
    private static let columnAdvantage = 4.0

    /// Prepares for a program; `floor` is what the solved system keeps of the proximal terms.
    init(_ program: ScaledProgram, form: Form, floor: Double) {
        self.floor = floor
        self.program = program
        let components = ConnectedComponents(of: program.quadratic)
        let rowCliques = Self.rowCliques(program, components)
        let rowOrdering = MinimumDegreeOrdering(
            order: program.rowCount, cliqueStarts: rowCliques.starts,
            cliqueMembers: rowCliques.members)
        var rowWork = rowOrdering.work
        for component in 0..<components.count {
            let size = Double(components.starts[component + 1] - components.starts[component])
            rowWork += size * size * size
        }
        let columnCliques = Self.columnCliques(program)
        let mayUseColumns =
            form == .cheaper && program.variableCount < 2 * program.rowCount + 64
        let columnOrdering = MinimumDegreeOrdering(
            order: mayUseColumns ? program.variableCount : 0,
            cliqueStarts: mayUseColumns ? columnCliques.starts : [0],
            cliqueMembers: columnCliques.members)
        overRows = !mayUseColumns || rowWork <= Self.columnAdvantage * columnOrdering.work
        if overRows {
            blocks = BlockDiagonalInverse(pattern: program.quadratic)
            cholesky = OrderedCholesky(ordering: rowOrdering)
            vectors = OrderedVectors(
                columnsOf: program.constraints, position: rowOrdering.position)
            couplings = blocks.couplings(of: vectors)
        } else {
            blocks = BlockDiagonalInverse(pattern: SparseMatrix(rowCount: 0, columnCount: 0))
            cholesky = OrderedCholesky(ordering: columnOrdering)
            vectors = OrderedVectors(columnsOf: program.rows, position: columnOrdering.position)
            couplings = []
        }
    }

    /// Factorises for the diagonals of one iteration.
    ///
    /// - Throws: ``GSLError`` when the reduced matrix is not positive definite in floating point.
    mutating func factorize(
        variableDiagonal: [Double], rowDiagonal: [Double], proximal: Double
    ) throws(GSLError) {
        self.variableDiagonal = variableDiagonal.map { $0 + floor }
        self.rowDiagonal = rowDiagonal.map { $0 + floor }
        proximalRows = proximal
        factorizations += 1
        let columns = variableDiagonal.map { $0 + proximal }
        let rows = rowDiagonal.map { $0 + proximal }
        if overRows {
            try blocks.factorize(addingToDiagonal: columns)
            cholesky.reset(diagonal: rows)
            blocks.addCongruence(of: vectors, couplings, to: &cholesky)
        } else {
            cholesky.reset(diagonal: columns)
            cholesky.add(lowerTriangleOf: program.quadratic)
            cholesky.addOuterProducts(of: vectors, weights: rows.map { 1 / $0 })
        }
        try cholesky.factorize()
    }

    /// Solves to a small relative residual, or as far as `refinements` allows.
    ///
    /// The factorised system with its proximal terms is the preconditioner of a short minimal
    /// residual iteration (GMRES) on the system without them; most solves end after one or two steps.
    func solve(
        _ top: [Double], _ bottom: [Double], refinements: Int
    ) throws(GSLError) -> (variables: [Double], rows: [Double]) {
        var (variables, rows) = try solveOnce(top, bottom)
        guard refinements > 0 else { return (variables, rows) }
        let start = weighted(rest(top, bottom, variables, rows))
        let goal = Self.relativeGoal * Self.length(weighted((top, bottom)))
        var krylov = KrylovResidual(start)
        var corrections: [(variables: [Double], rows: [Double])] = []
        while corrections.count < refinements, krylov.residual > goal {
            let direction = unweighted(krylov.newest)
            let correction = try solveOnce(direction.top, direction.bottom)
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
    ) throws(GSLError) -> (variables: [Double], rows: [Double]) {
        if overRows {
            var right = bottom
            program.constraints.accumulate(-1, blocks.apply(top), into: &right)
            let rows = try cholesky.solve(right)
            var pulled = top
            program.constraints.accumulateTransposed(1, rows, into: &pulled)
            return (blocks.apply(pulled), rows)
        }
        var weighted = bottom
        for row in weighted.indices { weighted[row] /= rowDiagonal[row] + proximalRows }
        var right = top
        program.constraints.accumulateTransposed(1, weighted, into: &right)
        let variables = try cholesky.solve(right)
        var rows = bottom
        program.constraints.accumulate(-1, variables, into: &rows)
        for row in rows.indices { rows[row] /= rowDiagonal[row] + proximalRows }
        return (variables, rows)
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

    /// Rows that meet in a variable, or in a block of variables.
    private static func rowCliques(
        _ program: ScaledProgram, _ components: ConnectedComponents
    ) -> (starts: [Int], members: [Int]) {
        var starts = [0]
        var members: [Int] = []
        var seen = [Int](repeating: -1, count: program.rowCount)
        for component in 0..<components.count {
            for place in components.starts[component]..<components.starts[component + 1] {
                for entry in program.constraints.entries(ofColumn: components.members[place]) {
                    let row = program.constraints.rowIndices[entry]
                    if seen[row] < component {
                        seen[row] = component
                        members.append(row)
                    }
                }
            }
            starts.append(members.count)
        }
        return (starts, members)
    }

    /// Variables that meet in a row, or in the quadratic matrix.
    private static func columnCliques(_ program: ScaledProgram) -> (starts: [Int], members: [Int]) {
        var starts = program.rows.columnStarts
        var members = program.rows.rowIndices
        for column in 0..<program.variableCount {
            for entry in program.quadratic.entries(ofColumn: column) {
                let row = program.quadratic.rowIndices[entry]
                guard row > column else { continue }
                members += [column, row]
                starts.append(members.count)
            }
        }
        return (starts, members)
    }
}
