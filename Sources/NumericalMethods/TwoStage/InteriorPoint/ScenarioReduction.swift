/// A scenario without what is settled before any iteration: fixed decisions, rows of one decision, and
/// rows that leave their decisions no room. With the way back for multipliers.
struct ScenarioReduction: Sendable {
    let decisions: [Int]
    let rows: [Int]
    /// Of the kept decisions.
    let lower: [Double]
    let upper: [Double]
    /// Of the kept rows, less what fixed decisions take.
    let rowLower: [Double]
    let rowUpper: [Double]
    /// Values of all decisions; those kept are 0.
    let fixed: [Double]
    /// Whether limits contradict each other.
    let isContradictory: Bool

    private enum Step {
        /// A row that became a limit of its only decision.
        case limit(row: Int, decision: Int, coefficient: Double, raised: Bool, cut: Bool)
        /// A row that holds all its decisions at limits.
        case held(row: Int, decisions: [(index: Int, coefficient: Double)], atUpper: Bool)
    }
    private let steps: [Step]

    init(_ scenario: TwoStageProgram.Scenario) {
        var state = Reducer(scenario)
        state.run()
        decisions = scenario.cost.indices.filter { !state.isFixed[$0] }
        rows = scenario.rowLower.indices.filter { state.isActive[$0] }
        lower = decisions.map { state.lower[$0] }
        upper = decisions.map { state.upper[$0] }
        rowLower = rows.map { scenario.rowLower[$0] - state.settled[$0] }
        rowUpper = rows.map { scenario.rowUpper[$0] - state.settled[$0] }
        fixed = scenario.cost.indices.map { state.isFixed[$0] ? state.lower[$0] : 0 }
        isContradictory = state.isContradictory
        steps = state.steps
    }

    private struct Reducer {
        let scenario: TwoStageProgram.Scenario
        var lower: [Double]
        var upper: [Double]
        var isFixed: [Bool]
        var isActive: [Bool]
        /// What fixed decisions take of each row.
        var settled: [Double]
        var steps: [Step] = []
        var isContradictory = false
        private let columns: SparseMatrix

        init(_ scenario: TwoStageProgram.Scenario) {
            self.scenario = scenario
            lower = scenario.lower
            upper = scenario.upper
            isFixed = Array(repeating: false, count: lower.count)
            isActive = Array(repeating: true, count: scenario.rowCount)
            settled = Array(repeating: 0, count: scenario.rowCount)
            columns = scenario.terms.transposed()
        }

        mutating func run() {
            for decision in lower.indices { fixIfTight(decision) }
            var changed = true
            while changed {
                changed = false
                for row in isActive.indices
                where isActive[row] && scenario.sumTerms.entries(ofColumn: row).isEmpty {
                    if examine(row) { changed = true }
                }
            }
        }

        private mutating func fixIfTight(_ decision: Int) {
            let scale = max(1, abs(lower[decision]))
            guard !isFixed[decision], upper[decision] - lower[decision] <= 1e-12 * scale else {
                return
            }
            if upper[decision] < lower[decision] - 1e-9 * scale { isContradictory = true }
            isFixed[decision] = true
            upper[decision] = lower[decision]
            for entry in columns.entries(ofColumn: decision) {
                settled[columns.rowIndices[entry]] += columns.values[entry] * lower[decision]
            }
        }

        /// Whether a row without sums could be settled.
        private mutating func examine(_ row: Int) -> Bool {
            var open: [(index: Int, coefficient: Double)] = []
            for entry in scenario.terms.entries(ofColumn: row) {
                let decision = scenario.terms.rowIndices[entry]
                if !isFixed[decision] { open.append((decision, scenario.terms.values[entry])) }
            }
            let low = scenario.rowLower[row] - settled[row]
            let high = scenario.rowUpper[row] - settled[row]
            if open.count <= 1 {
                isActive[row] = false
                if let only = open.first {
                    tighten(row, only.index, only.coefficient, low, high)
                } else if low > 1e-9 * max(1, abs(settled[row]))
                    || high < -1e-9 * max(1, abs(settled[row]))
                {
                    isContradictory = true
                }
                return true
            }
            return hold(row, open, low, high)
        }

        private mutating func tighten(
            _ row: Int, _ decision: Int, _ coefficient: Double, _ low: Double, _ high: Double
        ) {
            let first = low / coefficient
            let second = high / coefficient
            let newLower = min(first, second)
            let newUpper = max(first, second)
            let raises = newLower > lower[decision]
            let cuts = newUpper < upper[decision]
            if raises { lower[decision] = newLower }
            if cuts { upper[decision] = newUpper }
            steps.append(
                .limit(
                    row: row, decision: decision, coefficient: coefficient, raised: raises,
                    cut: cuts))
            fixIfTight(decision)
        }

        /// Whether a row can only be met with all its decisions at limits, which are fixed then.
        private mutating func hold(
            _ row: Int, _ open: [(index: Int, coefficient: Double)], _ low: Double,
            _ high: Double
        ) -> Bool {
            var least = 0.0
            var most = 0.0
            for (index, coefficient) in open {
                least += coefficient * (coefficient > 0 ? lower[index] : upper[index])
                most += coefficient * (coefficient > 0 ? upper[index] : lower[index])
            }
            let scale = 1e-12 * max(1, abs(settled[row]))
            let atUpper = least.isFinite && high - least <= scale
            let atLower = most.isFinite && most - low <= scale
            guard atUpper || atLower else { return false }
            if atUpper && high - least < -1e3 * scale || atLower && most - low < -1e3 * scale {
                isContradictory = true
            }
            isActive[row] = false
            steps.append(.held(row: row, decisions: open, atUpper: atUpper))
            for (index, coefficient) in open {
                if (coefficient > 0) == atUpper {
                    upper[index] = lower[index]
                } else {
                    lower[index] = upper[index]
                }
                fixIfTight(index)
            }
            return true
        }
    }

    /// Multipliers of all rows and decisions from those of the kept ones.
    ///
    /// - Parameters:
    ///   - gradient: of the weighted cost by all decisions.
    ///   - rowDuals: by kept row.
    ///   - boundDuals: by kept decision.
    func restored(
        _ scenario: TwoStageProgram.Scenario, gradient: [Double], rowDuals: [Double],
        boundDuals: [Double]
    ) -> (rows: [Double], decisions: [Double]) {
        let columns = scenario.terms.transposed()
        var duals = [Double](repeating: 0, count: scenario.rowCount)
        for (place, row) in rows.enumerated() { duals[row] = rowDuals[place] }
        var bounds = [Double](repeating: 0, count: scenario.decisionCount)
        var isKept = [Bool](repeating: false, count: scenario.decisionCount)
        for (place, decision) in decisions.enumerated() {
            bounds[decision] = boundDuals[place]
            isKept[decision] = true
        }
        func reduced(_ decision: Int) -> Double {
            if isKept[decision] { return bounds[decision] }
            var sum = gradient[decision]
            for entry in columns.entries(ofColumn: decision) {
                sum -= columns.values[entry] * duals[columns.rowIndices[entry]]
            }
            return sum
        }
        for step in steps.reversed() {
            switch step {
            case .limit(let row, let decision, let coefficient, let raised, let cut):
                let push = reduced(decision)
                guard raised && push > 0 || cut && push < 0 else { continue }
                duals[row] = push / coefficient
                if isKept[decision] { bounds[decision] = 0 }
            case .held(let row, let held, let atUpper):
                var dual = 0.0
                for (index, coefficient) in held {
                    let wanted = reduced(index) / coefficient
                    dual = atUpper ? min(dual, wanted) : max(dual, wanted)
                }
                duals[row] = dual
            }
        }
        for decision in bounds.indices where !isKept[decision] {
            bounds[decision] = reduced(decision)
        }
        return (duals, bounds)
    }
}
