/// A convex quadratic program of two stages: first-stage decisions are one for all scenarios, those
/// of the second stage are taken when the scenario is known.
///
/// First-stage decisions `x[j] >= 0` enter everything only through sums `s = L x`. With the cost of
/// scenario `k`
/// `f_k = constant + sumCost' s + cost' w_k + 1/2 w_k' curvature w_k + sum over groups of
/// adjustment[g] A_g(x)`, where
/// `A_g(x) = 1/2 sum of moveCurvature x^2 over moves of g + 1/2 sum of sharedCurvature (a's)^2 over
/// shared rows a of g`, minimise the risk of `f` subject to
/// `sharedLower <= a's <= sharedUpper` and, in each scenario, `rowLower <= T s + W w_k <= rowUpper`
/// and `lower <= w_k <= upper`.
///
/// With `n` moves, `m` sums: the adjustments of a group need not be the same in all scenarios; their mean
/// over the probabilities is 1.
public struct TwoStageProgram: Sendable {
    /// The second stage in one scenario, with `n` decisions of its own and `r` rows.
    public struct Scenario: Sendable {
        public var constant = 0.0
        /// Of the sums: `m` values.
        public var sumCost: [Double] = []
        public var cost: [Double] = []
        /// Zero or more.
        public var curvature: [Double] = []
        public var lower: [Double] = []
        public var upper: [Double] = []
        /// `T` transposed: `m` x `r`; column `i` holds row `i`.
        public var sumTerms = SparseMatrix(rowCount: 0, columnCount: 0)
        /// `W` transposed: `n` x `r`.
        public var terms = SparseMatrix(rowCount: 0, columnCount: 0)
        public var rowLower: [Double] = []
        public var rowUpper: [Double] = []
        /// By group.
        public var adjustment: [Double] = []

        public init() {}

        public var decisionCount: Int { cost.count }
        public var rowCount: Int { rowLower.count }
    }

    /// `L`: `m` x moves.
    public var sums: SparseMatrix
    /// By move, zero or more.
    public var moveCurvature: [Double]
    /// By move.
    public var moveGroup: [Int]
    /// The shared rows, transposed: `m` x rows; column `i` holds row `i`.
    public var sharedTerms: SparseMatrix
    public var sharedLower: [Double]
    public var sharedUpper: [Double]
    /// By shared row, zero or more.
    public var sharedCurvature: [Double]
    /// By shared row.
    public var sharedGroup: [Int]
    public var groupCount: Int
    public var scenarios: [Scenario]
    /// By scenario: above 0, together 1.
    public var probabilities: [Double]

    public var moveCount: Int { sums.columnCount }
    public var sumCount: Int { sums.rowCount }

    /// A program without moves, rows and scenarios.
    public init() {
        sums = SparseMatrix(rowCount: 0, columnCount: 0)
        moveCurvature = []
        moveGroup = []
        sharedTerms = SparseMatrix(rowCount: 0, columnCount: 0)
        sharedLower = []
        sharedUpper = []
        sharedCurvature = []
        sharedGroup = []
        groupCount = 0
        scenarios = []
        probabilities = []
    }

    /// Checks dimensions, curvatures and limits.
    ///
    /// - Throws: ``QuadraticProgramError`` for the first that does not fit.
    public func validate() throws(QuadraticProgramError) {
        try check(moveCurvature.count, moveCount, "move curvatures")
        try check(moveGroup.count, moveCount, "move groups")
        try check(sharedTerms.rowCount, sumCount, "sums of the shared rows")
        let shared = sharedTerms.columnCount
        for (count, what) in [
            (sharedLower.count, "lower shared limits"), (sharedUpper.count, "upper shared limits"),
            (sharedCurvature.count, "shared curvatures"), (sharedGroup.count, "shared groups"),
        ] { try check(count, shared, what) }
        try checkGroups()
        try check(probabilities.count, scenarios.count, "probabilities")
        guard probabilities.allSatisfy({ $0 > 0 }) else {
            throw .notFinite(what: "probability", index: 0)
        }
        try Self.checkCurvatures(moveCurvature + sharedCurvature)
        try Self.checkLimits(sharedLower, sharedUpper, "shared row")
        for scenario in scenarios {
            try check(scenario.sumCost.count, sumCount, "costs of sums")
            try check(scenario.sumTerms.rowCount, sumCount, "sums of a scenario's rows")
            try check(scenario.adjustment.count, groupCount, "adjustments")
            let rows = scenario.rowCount
            try check(scenario.sumTerms.columnCount, rows, "rows of a scenario's sums")
            try check(scenario.terms.columnCount, rows, "rows of a scenario")
            try check(scenario.rowUpper.count, rows, "upper limits of a scenario")
            let count = scenario.decisionCount
            try check(scenario.terms.rowCount, count, "decisions of a scenario's rows")
            try check(scenario.curvature.count, count, "curvatures of a scenario")
            try check(scenario.lower.count, count, "lower limits of decisions")
            try check(scenario.upper.count, count, "upper limits of decisions")
            try Self.checkCurvatures(scenario.curvature)
            try Self.checkCurvatures(scenario.adjustment)
            try Self.checkLimits(scenario.rowLower, scenario.rowUpper, "row")
            try Self.checkLimits(scenario.lower, scenario.upper, "variable")
        }
    }

    private func checkGroups() throws(QuadraticProgramError) {
        for group in moveGroup + sharedGroup where !(0..<max(groupCount, 1)).contains(group) {
            throw .dimension(what: "group", expected: groupCount, found: group)
        }
    }

    private func check(
        _ found: Int, _ expected: Int, _ what: String
    ) throws(QuadraticProgramError) {
        guard found == expected else {
            throw .dimension(what: what, expected: expected, found: found)
        }
    }

    private static func checkCurvatures(_ values: [Double]) throws(QuadraticProgramError) {
        if let index = values.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .notConvex(variable: index)
        }
    }

    private static func checkLimits(
        _ lower: [Double], _ upper: [Double], _ what: String
    ) throws(QuadraticProgramError) {
        for index in lower.indices where !(lower[index] <= upper[index]) {
            throw .crossedBounds(
                what: what, index: index, lower: lower[index], upper: upper[index])
        }
    }
}

extension TwoStageProgram {
    /// `A_g(x)` by group.
    func adjustments(_ moves: [Double], sums: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: groupCount)
        for (move, value) in moves.enumerated() {
            result[moveGroup[move]] += moveCurvature[move] / 2 * value * value
        }
        for row in sharedCurvature.indices where sharedCurvature[row] > 0 {
            var activity = 0.0
            for entry in sharedTerms.entries(ofColumn: row) {
                activity += sharedTerms.values[entry] * sums[sharedTerms.rowIndices[entry]]
            }
            result[sharedGroup[row]] += sharedCurvature[row] / 2 * activity * activity
        }
        return result
    }

    /// What a scenario costs without its second stage, at moves with these sums and adjustments.
    func firstStageCost(_ scenario: Int, sums: [Double], adjustments: [Double]) -> Double {
        let stage = scenarios[scenario]
        var cost = stage.constant
        for (index, value) in stage.sumCost.enumerated() { cost += value * sums[index] }
        for (group, value) in stage.adjustment.enumerated() { cost += value * adjustments[group] }
        return cost
    }
}
