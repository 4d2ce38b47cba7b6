/// A quadratic program with the names of an MPS or QPS text.
public struct QPSProblem: Sendable, Equatable {
    /// The name in the NAME line; empty without one.
    public var name: String
    /// The program, to be minimised; for a maximisation all costs are negated.
    public var program: QuadraticProgram
    /// Whether the text asks for a maximum.
    public var maximizes: Bool
    /// The name of the objective row.
    public var objectiveName: String
    /// Names of rows, objective rows left out.
    public var rowNames: [String]
    /// Names of variables.
    public var variableNames: [String]
    /// What a reader of the text should know; empty for a problem that was not read.
    public var remarks: [QPSRemark]

    public init(
        name: String, program: QuadraticProgram, maximizes: Bool = false,
        objectiveName: String = "cost", rowNames: [String], variableNames: [String],
        remarks: [QPSRemark] = []
    ) {
        self.name = name
        self.program = program
        self.maximizes = maximizes
        self.objectiveName = objectiveName
        self.rowNames = rowNames
        self.variableNames = variableNames
        self.remarks = remarks
    }

    /// A cost of the program, or a change of its cost, in the sense of the text: for a maximum the
    /// sign is turned.
    public func inSenseOfText(_ cost: Double) -> Double {
        maximizes && cost != 0 ? -cost : cost
    }
}

/// Something in a text that was read by a convention which a writer of it may not have had in mind.
public struct QPSRemark: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Rows of type N after the first are left out, with a count of them.
        case ignoredObjectives(count: Int)
        /// Only the first right hand side, range or bound set counts; this one was left out.
        case ignoredSet(section: String, name: String, used: String)
        /// A range on an objective row means nothing.
        case ignoredRange(row: String)
        /// An upper bound below zero without a lower one makes the lower one infinite.
        case freedLowerBound(variable: String, upper: Double)
        /// A bound was given twice; the last one counts.
        case replacedBound(variable: String)
        /// Whole-number variables were taken as continuous.
        case relaxedIntegers(count: Int)
        /// Whole-number variables without bounds lie between 0 and 1.
        case binaryByDefault(count: Int)
    }

    /// Counted from 1.
    public var line: Int
    public var kind: Kind

    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }
}
