/// The ranges within which a part of the search looks for counts.
public struct CountBounds: Sendable, Equatable {
    /// By place in the program's list of stepped columns.
    var lower: [Int32]
    var upper: [Int32]
    /// By place in the program's list of counted rows.
    var rowLower: [Int32]
    var rowUpper: [Int32]

    /// The ranges of a whole program.
    init(_ program: WholeNumberProgram) {
        func count(_ value: Double, _ step: Double) -> Int32 {
            let bound = Double(Int32.max / 2)
            return Int32(max(-bound, min(bound, (value / step).rounded())))
        }
        lower = program.columns.map {
            count(program.program.variableLower[$0], program.steps[$0] ?? 1)
        }
        upper = program.columns.map {
            count(program.program.variableUpper[$0], program.steps[$0] ?? 1)
        }
        let counted = program.countedRows
        rowLower = counted.map {
            count(program.program.rowLower[$0], program.rowSteps[$0] ?? 1)
        }
        rowUpper = counted.map {
            count(program.program.rowUpper[$0], program.rowSteps[$0] ?? 1)
        }
    }

    var isFixed: Bool { lower == upper }
}

/// Tightens ranges of counts by the rows that hold counts alone.
struct CountPropagation: Sendable {
    private struct Row {
        let places: [Int]
        /// What one more of each counts in the row.
        let weights: [Double]
        let lower: Double
        let upper: Double
        /// Place among the counted rows; nil for the others.
        let counted: Int?
        let step: Double
    }

    private let rows: [Row]
    private static let sweepLimit = 20

    init(_ program: WholeNumberProgram) {
        var place = [Int](repeating: -1, count: program.steps.count)
        for (index, column) in program.columns.enumerated() { place[column] = index }
        var counted: [Int: Int] = [:]
        for (index, row) in program.countedRows.enumerated() { counted[row] = index }
        rows = program.pureRows.map { row in
            let entries = program.rows.entries(ofColumn: row)
            return Row(
                places: entries.map { place[program.rows.rowIndices[$0]] },
                weights: entries.map {
                    program.rows.values[$0] * (program.steps[program.rows.rowIndices[$0]] ?? 1)
                },
                lower: program.program.rowLower[row], upper: program.program.rowUpper[row],
                counted: counted[row], step: program.rowSteps[row] ?? 1)
        }
    }

    /// Limits of a row within ranges of counts.
    private func limits(_ row: Row, _ bounds: CountBounds) -> (lower: Double, upper: Double) {
        guard let counted = row.counted else { return (row.lower, row.upper) }
        let least = row.lower.isFinite || bounds.rowLower[counted] > 0
        let most = row.upper.isFinite || bounds.rowUpper[counted] < Int32.max / 2
        return (
            least ? Double(bounds.rowLower[counted]) * row.step : -.infinity,
            most ? Double(bounds.rowUpper[counted]) * row.step : .infinity
        )
    }

    /// False where no counts are left.
    func tighten(_ bounds: inout CountBounds) -> Bool {
        for place in bounds.lower.indices where bounds.lower[place] > bounds.upper[place] {
            return false
        }
        for place in bounds.rowLower.indices where bounds.rowLower[place] > bounds.rowUpper[place] {
            return false
        }
        for _ in 0..<Self.sweepLimit {
            var changed = false
            for row in rows where !tighten(row, &bounds, &changed) { return false }
            if !changed { break }
        }
        return true
    }

    private func tighten(_ row: Row, _ bounds: inout CountBounds, _ changed: inout Bool) -> Bool {
        let (low, high) = limits(row, bounds)
        var least = 0.0
        var most = 0.0
        var size = 0.0
        for (place, weight) in zip(row.places, row.weights) {
            let first = weight * Double(bounds.lower[place])
            let second = weight * Double(bounds.upper[place])
            least += min(first, second)
            most += max(first, second)
            size = max(size, abs(weight))
        }
        let tolerance = Self.tolerance(size, low, high)
        if least > high + tolerance || most < low - tolerance { return false }
        guard most > high + tolerance || least < low - tolerance else { return true }
        for (place, weight) in zip(row.places, row.weights) {
            guard bounds.lower[place] < bounds.upper[place] else { continue }
            let first = weight * Double(bounds.lower[place])
            let second = weight * Double(bounds.upper[place])
            // The most that this count may add in the row, and the least.
            let room = high - (least - min(first, second)) + tolerance
            let need = low - (most - max(first, second)) - tolerance
            var lower = bounds.lower[place]
            var upper = bounds.upper[place]
            if weight > 0 {
                if room < second { upper = Self.whole((room / weight).rounded(.down)) }
                if need > first { lower = Self.whole((need / weight).rounded(.up)) }
            } else {
                if room < first { lower = Self.whole((room / weight).rounded(.up)) }
                if need > second { upper = Self.whole((need / weight).rounded(.down)) }
            }
            lower = max(lower, bounds.lower[place])
            upper = min(upper, bounds.upper[place])
            guard lower <= upper else { return false }
            if lower != bounds.lower[place] || upper != bounds.upper[place] {
                let newFirst = weight * Double(lower)
                let newSecond = weight * Double(upper)
                least += min(newFirst, newSecond) - min(first, second)
                most += max(newFirst, newSecond) - max(first, second)
                bounds.lower[place] = lower
                bounds.upper[place] = upper
                changed = true
            }
        }
        return true
    }

    /// Rows of counts are kept to this share of their limits and terms, which covers rounding.
    private static let rowTolerance = 1e-9

    private static func tolerance(_ size: Double, _ low: Double, _ high: Double) -> Double {
        rowTolerance * max(size, low.isFinite ? abs(low) : 0, high.isFinite ? abs(high) : 0)
    }

    private static func whole(_ value: Double) -> Int32 {
        Int32(max(-1e9, min(1e9, value)))
    }

    /// Whether counts keep every row that holds counts alone.
    func allows(_ counts: [Int32], within bounds: CountBounds) -> Bool {
        for place in counts.indices
        where counts[place] < bounds.lower[place] || counts[place] > bounds.upper[place] {
            return false
        }
        return rows.allSatisfy { row in
            let (low, high) = limits(row, bounds)
            var sum = 0.0
            var size = 0.0
            for (place, weight) in zip(row.places, row.weights) {
                sum += weight * Double(counts[place])
                size = max(size, abs(weight))
            }
            let tolerance = Self.tolerance(size, low, high)
            return sum <= high + tolerance && sum >= low - tolerance
        }
    }
}
