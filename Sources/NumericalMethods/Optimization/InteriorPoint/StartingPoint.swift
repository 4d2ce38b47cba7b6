extension Iterate {
    /// A start after Mehrotra: a regularised least squares point, shifted into the interior.
    ///
    /// - Throws: ``FactorizationError`` when the system of the start cannot be factorised.
    init(
        startingAt program: ScaledProgram, _ system: inout NewtonSystem, proximal: Double
    ) throws(FactorizationError) {
        let count = program.variableCount
        let total = count + program.rowCount
        var reference = [Double](repeating: 0, count: total)
        var diagonal = [Double](repeating: 0, count: count)
        var top = program.linear.map { -$0 }
        for place in 0..<total {
            reference[place] = min(max(0, program.lower[place]), program.upper[place])
        }
        for place in 0..<count
        where program.lower[place] > -.infinity || program.upper[place] < .infinity {
            diagonal[place] = 1
            top[place] += reference[place]
        }
        var rowDiagonal = [Double](repeating: 1, count: program.rowCount)
        var bottom = Array(reference[count...])
        for row in 0..<program.rowCount where program.isEquality[row] {
            rowDiagonal[row] = 0
            bottom[row] = program.required[row]
        }
        try system.factorize(
            variableDiagonal: diagonal, rowDiagonal: rowDiagonal, proximal: proximal)
        let (variables, rows) = system.solve(top, bottom, refinements: 1)

        point = variables
        point.append(contentsOf: program.constraints.multiply(variables))
        var pull = (0..<count).map { diagonal[$0] * (reference[$0] - variables[$0]) }
        pull.append(contentsOf: rows)
        for row in 0..<program.rowCount where program.isEquality[row] {
            point[count + row] = program.required[row]
            pull[count + row] = 0
        }
        rowDuals = rows
        lowerSlack = Array(repeating: 1, count: total)
        upperSlack = lowerSlack
        lowerDual = Array(repeating: 0, count: total)
        upperDual = lowerDual
        shiftInside(program, pull)
    }

    /// Makes all slacks and limit multipliers positive and their products similar.
    private mutating func shiftInside(_ program: ScaledProgram, _ pull: [Double]) {
        var leastSlack = Double.infinity
        var leastDual = Double.infinity
        for place in point.indices {
            if program.lower[place] > -.infinity {
                lowerSlack[place] = point[place] - program.lower[place]
                lowerDual[place] = pull[place]
                leastSlack = min(leastSlack, lowerSlack[place])
                leastDual = min(leastDual, lowerDual[place])
            }
            if program.upper[place] < .infinity {
                upperSlack[place] = program.upper[place] - point[place]
                upperDual[place] = -pull[place]
                leastSlack = min(leastSlack, upperSlack[place])
                leastDual = min(leastDual, upperDual[place])
            }
        }
        guard leastSlack.isFinite else { return }
        addToAll(program, slack: max(-1.5 * leastSlack, 0), dual: max(-1.5 * leastDual, 0))
        var products = 0.0
        var slacks = 0.0
        var duals = 0.0
        for place in point.indices {
            if program.lower[place] > -.infinity {
                products += lowerSlack[place] * lowerDual[place]
                slacks += lowerSlack[place]
                duals += lowerDual[place]
            }
            if program.upper[place] < .infinity {
                products += upperSlack[place] * upperDual[place]
                slacks += upperSlack[place]
                duals += upperDual[place]
            }
        }
        let floor = 1e-3
        addToAll(
            program, slack: max(duals > 0 ? products / duals / 2 : 0, floor),
            dual: max(slacks > 0 ? products / slacks / 2 : 0, floor))
        for row in rowDuals.indices where !program.isEquality[row] {
            let place = program.variableCount + row
            rowDuals[row] = lowerDual[place] - upperDual[place]
        }
    }

    private mutating func addToAll(_ program: ScaledProgram, slack: Double, dual: Double) {
        for place in point.indices {
            if program.lower[place] > -.infinity {
                lowerSlack[place] += slack
                lowerDual[place] += dual
            }
            if program.upper[place] < .infinity {
                upperSlack[place] += slack
                upperDual[place] += dual
            }
        }
    }
}
