/// Which multipliers of an optimum are not unique, and between what values they lie.
///
/// At an optimum the cost changes along a limit at the rate of its multiplier, both ways, if the
/// multipliers are unique. Otherwise the limit stands at a kink: the rate one way is the smallest, the
/// other way the largest value the multiplier takes among all that prove the optimum. Multipliers are
/// unique when the limits that bind are independent at the variables that are free to change; where
/// they are not, the ranges are optima of small linear programs over the dependent ones.
public struct MultiplierRanges {
    /// When limits count as binding and pulls as dependent.
    public struct Settings: Sendable, Equatable {
        /// The slack of a binding limit, relative to the largest of 1 and the limit. Default 1e-7.
        public var slack = 1e-7
        /// What is left of a row in an elimination when it is dependent, relative. Default 1e-9.
        public var dependence = 1e-9

        public init() {}
    }

    /// From the smallest to the largest value; infinite where no multiplier is the last.
    public struct Range: Sendable, Equatable {
        public var smallest: Double
        public var largest: Double

        public init(smallest: Double, largest: Double) {
            self.smallest = smallest
            self.largest = largest
        }
    }

    let program: QuadraticProgram
    let solution: Solution
    let solver: any QuadraticProgramSolver
    /// The multipliers that may change together, each group on its own.
    let groups: [DependentMultipliers]
    /// The group of a row; nil for multipliers that are unique.
    let groupOfRow: [Int?]
    /// The group of a variable; nil for multipliers that are unique.
    let groupOfVariable: [Int?]

    /// Finds the dependent multipliers of an optimum.
    ///
    /// - Parameters:
    ///   - solution: optimal for the program, to a tolerance well below the slack of the settings.
    ///   - solver: for the linear programs of groups with more than one degree of freedom.
    public init(
        of program: QuadraticProgram, at solution: Solution,
        solver: any QuadraticProgramSolver = InteriorPointSolver(), settings: Settings = Settings()
    ) {
        let binding = BindingLimits(program, solution, slack: settings.slack)
        let directions = DependentDirections(program, binding, tolerance: settings.dependence)
        self.program = program
        self.solution = solution
        self.solver = solver
        groups = DependentMultipliers.groups(program, solution, binding, directions)
        var ofRow = [Int?](repeating: nil, count: program.rowCount)
        var ofVariable = [Int?](repeating: nil, count: program.variableCount)
        for (place, group) in groups.enumerated() {
            for row in group.rows { ofRow[row] = place }
            for variable in group.variables { ofVariable[variable] = place }
        }
        groupOfRow = ofRow
        groupOfVariable = ofVariable
    }

    /// The values of a row's multiplier; nil where it is unique.
    public func range(ofRow row: Int) throws -> Range? {
        try range(of: [Term(row: row, weight: 1)])
    }

    /// The values of the multiplier of a variable's limit; nil where it is unique.
    public func range(ofVariable variable: Int) throws -> Range? {
        guard let place = groupOfVariable[variable] else { return nil }
        let group = groups[place]
        return try group.range(
            around: solution.boundDuals[variable], change: group.change(ofVariable: variable),
            solver: solver)
    }

    /// A row's multiplier in a sum, times a weight.
    public struct Term: Sendable, Equatable {
        public var row: Int
        public var weight: Double

        public init(row: Int, weight: Double) {
            self.row = row
            self.weight = weight
        }
    }

    /// The values of a weighted sum of row multipliers: what a change of several limits at once is
    /// worth. Nil where the sum is unique.
    public func range(of terms: [Term]) throws -> Range? {
        var sums: [(place: Int, change: [Double])] = []
        var value = 0.0
        for term in terms {
            value += term.weight * solution.rowDuals[term.row]
            guard let place = groupOfRow[term.row] else { continue }
            let change = groups[place].change(ofRow: term.row).map { $0 * term.weight }
            if let known = sums.firstIndex(where: { $0.place == place }) {
                for index in change.indices { sums[known].change[index] += change[index] }
            } else {
                sums.append((place, change))
            }
        }
        guard !sums.isEmpty else { return nil }
        var range = Range(smallest: value, largest: value)
        for sum in sums {
            let part = try groups[sum.place].range(around: 0, change: sum.change, solver: solver)
            range.smallest += part.smallest
            range.largest += part.largest
        }
        return range
    }

    /// How many multipliers of rows are not unique.
    public var dependentRowCount: Int { groupOfRow.count { $0 != nil } }
}

/// Which limits bind at a point, and which variables are free to change.
struct BindingLimits {
    /// Rows that bind: those at a limit, and equalities.
    let rows: [Int]
    /// By row: the sign its multiplier may have; 0 for both.
    let rowSign: [Int]
    /// Variables away from their limits.
    let isFree: [Bool]
    /// By variable: the sign its multiplier may have; 0 for both.
    let variableSign: [Int]

    init(_ program: QuadraticProgram, _ solution: Solution, slack: Double) {
        let activity = program.constraints.multiply(solution.variables)
        var rows: [Int] = []
        var rowSign = [Int](repeating: 0, count: activity.count)
        for row in activity.indices {
            let (binds, sign) = Self.side(
                activity[row], program.rowLower[row], program.rowUpper[row], slack)
            rowSign[row] = sign
            if binds { rows.append(row) }
        }
        var isFree = [Bool](repeating: false, count: program.variableCount)
        var variableSign = [Int](repeating: 0, count: program.variableCount)
        for index in isFree.indices {
            let (binds, sign) = Self.side(
                solution.variables[index], program.variableLower[index],
                program.variableUpper[index], slack)
            isFree[index] = !binds
            variableSign[index] = sign
        }
        self.rows = rows
        self.rowSign = rowSign
        self.isFree = isFree
        self.variableSign = variableSign
    }

    /// Whether a value is at a limit, and the sign of a multiplier there.
    private static func side(
        _ value: Double, _ lower: Double, _ upper: Double, _ slack: Double
    ) -> (binds: Bool, sign: Int) {
        let isLow = lower.isFinite && value - lower <= slack * max(1, abs(lower))
        let isHigh = upper.isFinite && upper - value <= slack * max(1, abs(upper))
        return (isLow || isHigh, isLow == isHigh ? 0 : isLow ? 1 : -1)
    }
}
