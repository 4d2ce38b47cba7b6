/// A point of the interior point iteration: all slacks and limit multipliers are positive.
///
/// Arrays over places have `n + m` values as in ``ScaledProgram``; where a limit is infinite its
/// slack is 1 and its multiplier 0, and neither changes.
struct Iterate {
    /// Variables and row activities.
    var point: [Double]
    /// Multipliers of the rows.
    var rowDuals: [Double]
    var lowerSlack: [Double]
    var upperSlack: [Double]
    var lowerDual: [Double]
    var upperDual: [Double]

    /// The mean product of slack and multiplier; 0 without limits.
    func meanProduct(_ program: ScaledProgram) -> Double {
        var sum = 0.0
        var count = 0
        for place in point.indices {
            if program.lower[place] > -.infinity {
                sum += lowerSlack[place] * lowerDual[place]
                count += 1
            }
            if program.upper[place] < .infinity {
                sum += upperSlack[place] * upperDual[place]
                count += 1
            }
        }
        return count == 0 ? 0 : sum / Double(count)
    }

    /// Moves along a direction, primal and dual parts by their own lengths.
    mutating func move(_ direction: Direction, primal: Double, dual: Double) {
        for place in point.indices {
            point[place] += primal * direction.point[place]
            lowerSlack[place] += primal * direction.lowerSlack[place]
            upperSlack[place] += primal * direction.upperSlack[place]
            lowerDual[place] += dual * direction.lowerDual[place]
            upperDual[place] += dual * direction.upperDual[place]
        }
        for row in rowDuals.indices { rowDuals[row] += dual * direction.rowDuals[row] }
    }
}

/// A step of the iteration; arrays as in ``Iterate``.
struct Direction {
    var point: [Double]
    var rowDuals: [Double]
    var lowerSlack: [Double]
    var upperSlack: [Double]
    var lowerDual: [Double]
    var upperDual: [Double]

    /// The longest primal and dual steps that keep an iterate nonnegative; infinite if all do.
    func longestSteps(from iterate: Iterate) -> (primal: Double, dual: Double) {
        var primal = Double.infinity
        var dual = Double.infinity
        for place in point.indices {
            if lowerSlack[place] < 0 {
                primal = min(primal, -iterate.lowerSlack[place] / lowerSlack[place])
            }
            if upperSlack[place] < 0 {
                primal = min(primal, -iterate.upperSlack[place] / upperSlack[place])
            }
            if lowerDual[place] < 0 {
                dual = min(dual, -iterate.lowerDual[place] / lowerDual[place])
            }
            if upperDual[place] < 0 {
                dual = min(dual, -iterate.upperDual[place] / upperDual[place])
            }
        }
        return (primal, dual)
    }
}

/// The residuals of the optimality conditions at an iterate, on scaled data.
struct Residuals {
    /// `Qx + c - A'y - z` over variables, then `y - z` over inequality activities.
    var stationarity: [Double]
    /// `A x` minus the activity.
    var rows: [Double]
    /// Point minus lower limit minus slack; 0 without a limit.
    var lower: [Double]
    /// Upper limit minus point minus slack; 0 without a limit.
    var upper: [Double]

    init(_ program: ScaledProgram, _ iterate: Iterate) {
        let count = program.variableCount
        let variables = Array(iterate.point[..<count])
        var gradient = program.linear
        program.quadratic.accumulate(1, variables, into: &gradient)
        program.constraints.accumulateTransposed(-1, iterate.rowDuals, into: &gradient)
        stationarity = gradient + iterate.rowDuals
        rows = program.constraints.multiply(variables)
        lower = Array(repeating: 0, count: iterate.point.count)
        upper = lower
        for place in iterate.point.indices {
            stationarity[place] -= iterate.lowerDual[place] - iterate.upperDual[place]
            if program.lower[place] > -.infinity {
                lower[place] =
                    iterate.point[place] - program.lower[place] - iterate.lowerSlack[place]
            }
            if program.upper[place] < .infinity {
                upper[place] =
                    program.upper[place] - iterate.point[place] - iterate.upperSlack[place]
            }
        }
        for row in rows.indices {
            rows[row] -= iterate.point[count + row]
            if program.isEquality[row] { stationarity[count + row] = 0 }
        }
    }

    /// The largest primal residual.
    var primalSize: Double {
        max(Self.size(rows), Self.size(lower), Self.size(upper))
    }

    /// The largest dual residual.
    var dualSize: Double { Self.size(stationarity) }

    static func size(_ values: [Double]) -> Double {
        var size = 0.0
        for value in values { size = max(size, abs(value)) }
        return size
    }
}
