/// Finds Newton directions at one iterate from one factorisation.
struct DirectionFinder {
    private let program: ScaledProgram
    private let iterate: Iterate
    private let residuals: Residuals
    private let refinements: Int
    /// `D`: the pull of the limits on each place.
    let barrier: [Double]

    init(_ program: ScaledProgram, _ iterate: Iterate, _ residuals: Residuals, refinements: Int) {
        self.program = program
        self.iterate = iterate
        self.residuals = residuals
        self.refinements = refinements
        var barrier = [Double](repeating: 0, count: iterate.point.count)
        for place in barrier.indices {
            barrier[place] =
                iterate.lowerDual[place] / iterate.lowerSlack[place]
                + iterate.upperDual[place] / iterate.upperSlack[place]
        }
        self.barrier = barrier
    }

    /// Factorises the Newton system at this iterate.
    func factorize(_ system: inout NewtonSystem, proximal: Double) throws(FactorizationError) {
        let count = program.variableCount
        var rowDiagonal = [Double](repeating: 0, count: program.rowCount)
        for row in rowDiagonal.indices where !program.isEquality[row] {
            rowDiagonal[row] = 1 / barrier[count + row]
        }
        try system.factorize(
            variableDiagonal: Array(barrier[..<count]), rowDiagonal: rowDiagonal,
            proximal: proximal)
    }

    /// The direction along which products of slack and multiplier change by the given amounts.
    ///
    /// - Parameters:
    ///   - lowerChange: wanted change of slack times multiplier, to first order; `n + m` values.
    ///   - upperChange: likewise for upper limits.
    func direction(
        _ system: borrowing NewtonSystem, lowerChange: [Double], upperChange: [Double]
    ) -> Direction {
        let count = program.variableCount
        var push = residuals.stationarity.map { -$0 }
        for place in push.indices {
            push[place] +=
                (lowerChange[place] - iterate.lowerDual[place] * residuals.lower[place])
                / iterate.lowerSlack[place]
            push[place] -=
                (upperChange[place] - iterate.upperDual[place] * residuals.upper[place])
                / iterate.upperSlack[place]
        }
        var bottom = residuals.rows.map { -$0 }
        for row in bottom.indices where !program.isEquality[row] {
            bottom[row] += push[count + row] / barrier[count + row]
        }
        let (variables, rows) = system.solve(
            Array(push[..<count]), bottom, refinements: refinements)

        var point = variables
        point.append(contentsOf: program.constraints.multiply(variables))
        for row in rows.indices {
            let place = count + row
            if program.isEquality[row] {
                point[place] = 0
            } else if barrier[place] >= 1 {
                point[place] = (push[place] - rows[row]) / barrier[place]
            } else {
                point[place] += residuals.rows[row]
            }
        }
        return complete(point, rows, lowerChange, upperChange)
    }

    private func complete(
        _ point: [Double], _ rows: [Double], _ lowerChange: [Double], _ upperChange: [Double]
    ) -> Direction {
        let none = [Double](repeating: 0, count: point.count)
        var direction = Direction(
            point: point, rowDuals: rows, lowerSlack: none, upperSlack: none, lowerDual: none,
            upperDual: none)
        for place in point.indices {
            if program.lower[place] > -.infinity {
                let slack = point[place] + residuals.lower[place]
                direction.lowerSlack[place] = slack
                direction.lowerDual[place] =
                    (lowerChange[place] - iterate.lowerDual[place] * slack)
                    / iterate.lowerSlack[place]
            }
            if program.upper[place] < .infinity {
                let slack = residuals.upper[place] - point[place]
                direction.upperSlack[place] = slack
                direction.upperDual[place] =
                    (upperChange[place] - iterate.upperDual[place] * slack)
                    / iterate.upperSlack[place]
            }
        }
        return direction
    }
}
