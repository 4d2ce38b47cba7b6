/// Limits of variables, with what single rows imply where a variable has no limit of its own.
///
/// Implied limits are a little wider than the row says, to cover rounding.
struct ReachOfVariables {
    private(set) var lower: [Double]
    private(set) var upper: [Double]

    private let isOpenBelow: [Bool]
    private let isOpenAbove: [Bool]

    /// By how much implied limits are widened, relative to the terms they come from.
    private static let margin = 1e-9

    init(_ program: QuadraticProgram) {
        lower = program.variableLower
        upper = program.variableUpper
        isOpenBelow = lower.map { !$0.isFinite }
        isOpenAbove = upper.map { !$0.isFinite }
        let matrix = program.constraints
        var least = [RowSide](repeating: RowSide(), count: program.rowLower.count)
        var most = least
        for column in lower.indices {
            for place in matrix.columnStarts[column]..<matrix.columnStarts[column + 1] {
                let row = matrix.rowIndices[place]
                let terms = terms(matrix.values[place], column, program)
                least[row].add(terms.least)
                most[row].add(terms.most)
            }
        }
        for column in program.linear.indices {
            for place in matrix.columnStarts[column]..<matrix.columnStarts[column + 1] {
                let row = matrix.rowIndices[place]
                let value = matrix.values[place]
                guard value != 0 else { continue }
                let terms = terms(value, column, program)
                // Below an upper row limit a positive coefficient bounds from above.
                if let others = least[row].without(terms.least) {
                    take(program.rowUpper[row], others, value, column, isUpper: value > 0)
                }
                if let others = most[row].without(terms.most) {
                    take(program.rowLower[row], others, value, column, isUpper: value < 0)
                }
            }
        }
    }

    private func terms(
        _ value: Double, _ column: Int, _ program: QuadraticProgram
    ) -> (least: Double, most: Double) {
        let first = value * program.variableLower[column]
        let second = value * program.variableUpper[column]
        return (min(first, second), max(first, second))
    }

    /// Takes the limit that a row's limit and the extreme of its other terms leave.
    private mutating func take(
        _ limit: Double, _ others: RowSide, _ value: Double, _ column: Int, isUpper: Bool
    ) {
        guard limit.isFinite, isUpper ? isOpenAbove[column] : isOpenBelow[column] else { return }
        let width = Self.margin * (abs(limit) + others.size) / abs(value)
        let bound = (limit - others.sum) / value
        if isUpper {
            upper[column] = min(upper[column], bound + width)
        } else {
            lower[column] = max(lower[column], bound - width)
        }
    }
}

/// One end of the range of a row's activity.
private struct RowSide {
    /// The sum of the terms that are finite.
    private(set) var sum = 0.0
    /// The sum of their sizes.
    private(set) var size = 0.0
    private var infiniteCount = 0

    mutating func add(_ term: Double) {
        if term.isFinite {
            sum += term
            size += abs(term)
        } else {
            infiniteCount += 1
        }
    }

    /// What the other terms add up to; nil where that is infinite.
    func without(_ term: Double) -> RowSide? {
        guard infiniteCount == (term.isFinite ? 0 : 1) else { return nil }
        var rest = self
        if term.isFinite { rest.sum -= term }
        return rest
    }
}
