/// The augmented Lagrangian of a program around a centre, in steps from it.
///
/// A limit with penalty `r` and multiplier `y` adds `r/2 e^2`, where `e` is how far `a - y/r` lies
/// outside the range of the activity `a`. Variables keep their limits by the same term, and the
/// distance from the centre is charged as well, so that there always is one lowest point. Values are
/// differences from the centre's, which keeps the digits of small steps.
///
/// A reference type, because the minimiser's callback writes to its working memory.
final class AugmentedFunction {
    let program: PenaltyProgram
    /// Multipliers and penalties of rows, then of variables.
    var rowDuals: [Double]
    var rowPenalties: [Double]
    var boundDuals: [Double]
    var boundPenalties: [Double]
    /// What a step's squared length costs, twice.
    var proximity: Double

    private(set) var centre: [Double]
    /// Variables move by step x stride; strides give all of them about the same curvature.
    private(set) var strides: [Double]
    private var centreActivity: [Double]
    private var centreSlope: [Double]
    private var rowExcess: [Double]
    private var boundExcess: [Double]

    // Working memory of the last point.
    private var step: [Double]
    private var activityChange: [Double]
    private var slopeChange: [Double]
    private var lastPoint: [Double]
    private(set) var evaluations = 0

    init(_ program: PenaltyProgram, penalty: Double, proximity: Double) {
        let count = program.linear.count
        let rows = program.rowLower.count
        self.program = program
        self.proximity = proximity
        rowDuals = Array(repeating: 0, count: rows)
        rowPenalties = Array(repeating: penalty, count: rows)
        boundDuals = Array(repeating: 0, count: count)
        boundPenalties = Array(repeating: penalty, count: count)
        centre = zip(program.lower, program.upper).map { min(max(0, $0), $1) }
        strides = Array(repeating: 1, count: count)
        centreActivity = rowDuals
        centreSlope = boundDuals
        rowExcess = rowDuals
        boundExcess = boundDuals
        step = boundDuals
        activityChange = rowDuals
        slopeChange = boundDuals
        lastPoint = Array(repeating: .nan, count: count)
    }

    /// Moves the centre and takes multipliers and penalties as they now are.
    func recentre(at point: [Double]) {
        centre = point
        centreActivity = program.constraints.multiply(point)
        centreSlope = program.quadratic.multiply(point)
        for index in point.indices { centreSlope[index] += program.linear[index] }
        for row in rowExcess.indices { rowExcess[row] = excess(ofRow: row, centreActivity[row]) }
        for index in point.indices { boundExcess[index] = excess(ofBound: index, point[index]) }
        setStrides()
        lastPoint = Array(repeating: .nan, count: point.count)
    }

    /// The point a number of strides from the centre.
    func point(at steps: [Double]) -> [Double] {
        steps.indices.map { centre[$0] + strides[$0] * steps[$0] }
    }

    /// What the multipliers of rows become at a point, and how far each is from its limit.
    func nextRowDuals(at point: [Double]) -> [Double] {
        let activity = program.constraints.multiply(point)
        return activity.indices.map { -rowPenalties[$0] * excess(ofRow: $0, activity[$0]) }
    }

    /// What the multipliers of variables become at a point.
    func nextBoundDuals(at point: [Double]) -> [Double] {
        point.indices.map { -boundPenalties[$0] * excess(ofBound: $0, point[$0]) }
    }

    private func excess(ofRow row: Int, _ activity: Double) -> Double {
        let shifted = activity - rowDuals[row] / rowPenalties[row]
        return shifted - min(max(shifted, program.rowLower[row]), program.rowUpper[row])
    }

    private func excess(ofBound index: Int, _ value: Double) -> Double {
        let shifted = value - boundDuals[index] / boundPenalties[index]
        return shifted - min(max(shifted, program.lower[index]), program.upper[index])
    }

    private func setStrides() {
        var curvature = [Double](repeating: proximity, count: strides.count)
        let square = program.quadratic
        let rows = program.constraints
        for column in strides.indices {
            for entry in square.entries(ofColumn: column)
            where square.rowIndices[entry] == column {
                curvature[column] += square.values[entry]
            }
            for entry in rows.entries(ofColumn: column) {
                let row = rows.rowIndices[entry]
                guard rowExcess[row] != 0 else { continue }
                curvature[column] += rowPenalties[row] * rows.values[entry] * rows.values[entry]
            }
            if boundExcess[column] != 0 { curvature[column] += boundPenalties[column] }
            strides[column] = 1 / curvature[column].squareRoot()
        }
    }

    /// The value at a point given in strides, over the centre's; the gradient where there is room.
    func evaluate(_ steps: Span<Double>, _ gradient: inout MutableSpan<Double>) -> Double {
        if !isLast(steps) { take(steps) }
        var value = 0.0
        for index in step.indices {
            let change = step[index]
            value += change * (centreSlope[index] + slopeChange[index] / 2)
            value += proximity / 2 * change * change
            let old = boundExcess[index]
            let new = excess(ofBound: index, centre[index] + change)
            value += boundPenalties[index] / 2 * (new - old) * (new + old)
            guard !gradient.isEmpty else { continue }
            gradient[index] =
                centreSlope[index] + slopeChange[index] + proximity * change
                + boundPenalties[index] * new
        }
        for row in activityChange.indices {
            let old = rowExcess[row]
            let new = excess(ofRow: row, centreActivity[row] + activityChange[row])
            value += rowPenalties[row] / 2 * (new - old) * (new + old)
            rowPull[row] = rowPenalties[row] * new
        }
        guard !gradient.isEmpty else { return value }
        let rows = program.constraints
        for column in step.indices {
            var sum = gradient[column]
            for entry in rows.columnStarts[column]..<rows.columnStarts[column + 1] {
                sum += rows.values[entry] * rowPull[rows.rowIndices[entry]]
            }
            gradient[column] = sum * strides[column]
        }
        return value
    }

    private lazy var rowPull = [Double](repeating: 0, count: rowDuals.count)

    private func isLast(_ steps: Span<Double>) -> Bool {
        for index in steps.indices where steps[index] != lastPoint[index] { return false }
        return true
    }

    /// Computes what value and gradient share.
    private func take(_ steps: Span<Double>) {
        evaluations += 1
        for index in step.indices {
            lastPoint[index] = steps[index]
            step[index] = steps[index] * strides[index]
            slopeChange[index] = 0
        }
        for row in activityChange.indices { activityChange[row] = 0 }
        program.constraints.accumulate(1, step, into: &activityChange)
        program.quadratic.accumulate(1, step, into: &slopeChange)
    }
}
