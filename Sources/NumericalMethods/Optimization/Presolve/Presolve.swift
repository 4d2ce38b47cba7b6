/// Simplifies a quadratic program before it is solved, and takes solutions back.
///
/// It fixes variables without room, turns rows with one variable into limits, drops rows that the
/// limits of their variables imply, and fixes all variables of a row that leaves them no room. Every
/// step is recorded so that multipliers of what was removed can be recovered exactly.
struct Presolve {
    /// One recorded step, in the order taken.
    enum Step {
        /// A variable took its only, or its best, value.
        case fixed(column: Int)
        /// A row with one variable became limits of that variable.
        case singleton(row: Int, column: Int, coefficient: Double)
        /// A row forced all its variables to their limits; `atUpper` when its upper limit did.
        case forcing(row: Int, atUpper: Bool, columns: [Int])
    }

    /// What became of the program.
    enum Outcome {
        case reduced
        case infeasible(InfeasibilityRay)
    }

    let program: QuadraticProgram
    /// Column `r` holds row `r` of the constraints.
    let rows: SparseMatrix

    var rowIsActive: [Bool]
    var columnIsActive: [Bool]
    /// Limits of variables, tightened by removed rows.
    var lower: [Double]
    var upper: [Double]
    /// The removed row that gives a limit, or -1 for the variable's own.
    var lowerSource: [Int]
    var upperSource: [Int]
    /// The values of fixed variables, 0 for the others.
    var fixedValues: [Double]
    var steps: [Step] = []
    private(set) var outcome = Outcome.reduced

    /// Removed limits may be missed by this much, relative to the row's terms.
    static let redundancyTolerance = 1e-12
    /// Limits that contradict each other by more than this, relatively, prove infeasibility.
    static let infeasibilityTolerance = 1e-9

    /// Simplification ends after this many passes over all rows.
    private static let sweepLimit = 30

    init(_ program: QuadraticProgram) {
        self.program = program
        rows = program.constraints.transposed()
        rowIsActive = Array(repeating: true, count: program.rowCount)
        columnIsActive = Array(repeating: true, count: program.variableCount)
        lower = program.variableLower
        upper = program.variableUpper
        lowerSource = Array(repeating: -1, count: program.variableCount)
        upperSource = lowerSource
        fixedValues = Array(repeating: 0, count: program.variableCount)
        reduce()
    }

    private mutating func reduce() {
        var changed = true
        var sweeps = 0
        while changed {
            changed = false
            for column in columnIsActive.indices where columnIsActive[column] {
                if let ray = reduceColumn(column, &changed) {
                    outcome = .infeasible(ray)
                    return
                }
            }
            sweeps += 1
            guard sweeps <= Self.sweepLimit else { return }
            for row in rowIsActive.indices where rowIsActive[row] {
                if let ray = reduceRow(row, &changed) {
                    outcome = .infeasible(ray)
                    return
                }
            }
        }
    }

    /// Fixes a variable that has no room, or that nothing but its own cost decides.
    private mutating func reduceColumn(_ column: Int, _ changed: inout Bool) -> InfeasibilityRay? {
        let width = upper[column] - lower[column]
        if lower[column].isFinite, width <= 1e-11 * max(1, abs(lower[column])) {
            fix(column, at: lowerSource[column] < 0 ? lower[column] : upper[column])
            changed = true
            return nil
        }
        let isFree = program.constraints.entries(ofColumn: column).allSatisfy {
            !rowIsActive[program.constraints.rowIndices[$0]]
        }
        guard isFree, program.quadratic.entries(ofColumn: column).isEmpty else { return nil }
        let cost = program.linear[column]
        let best: Double
        if cost > 0 {
            best = lower[column]
        } else if cost < 0 {
            best = upper[column]
        } else {
            best = min(max(0, lower[column]), upper[column])
        }
        guard best.isFinite else {
            var direction = [Double](repeating: 0, count: program.variableCount)
            direction[column] = cost > 0 ? -1 : 1
            return .dual(direction: direction)
        }
        fix(column, at: best)
        changed = true
        return nil
    }

    mutating func fix(_ column: Int, at value: Double) {
        setFixed(column, at: value)
        steps.append(.fixed(column: column))
    }

    mutating func setFixed(_ column: Int, at value: Double) {
        columnIsActive[column] = false
        fixedValues[column] = value
    }

    /// The program that is left, in the order of the original rows and variables.
    func reducedProgram() throws(QuadraticProgramError) -> QuadraticProgram {
        let columns = columnIsActive.indices.filter { columnIsActive[$0] }
        let keptRows = rowIsActive.indices.filter { rowIsActive[$0] }
        let shift = program.constraints.multiply(fixedValues)
        let gradient = program.quadratic.multiply(fixedValues)
        return try QuadraticProgram(
            quadratic: program.quadratic.restricted(rows: columns, columns: columns),
            linear: columns.map { program.linear[$0] + gradient[$0] },
            constraints: program.constraints.restricted(rows: keptRows, columns: columns),
            rowLower: keptRows.map { program.rowLower[$0] - shift[$0] },
            rowUpper: keptRows.map { program.rowUpper[$0] - shift[$0] },
            variableLower: columns.map { lower[$0] }, variableUpper: columns.map { upper[$0] })
    }
}
