/// A line of an MPS or QPS text that cannot be read, and why.
public struct QPSFault: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Not a text at all but a compressed file.
        case compressed
        case unknownSection(String)
        /// A section for what a convex program with linear rows cannot hold.
        case unsupportedSection(String)
        case dataOutsideSection
        case unknownSense(String)
        case incompleteRow
        case unknownRowType(String)
        case duplicateRow(String, firstLine: Int)
        case incompletePairs
        case unknownRow(String)
        case notANumber(String)
        case notFinite(String)
        /// A variable whose entries do not stand together.
        case splitColumn(String, firstLine: Int)
        case duplicateEntry(row: String, column: String, firstLine: Int)
        /// A second right hand side or range of a row.
        case duplicateLimit(row: String, firstLine: Int)
        /// A row that nothing could meet: its lower limit is +infinity or its upper -infinity.
        case infiniteLimit(row: String)
        case unknownMarker(String)
        /// Variables that must be whole numbers, all of them counted at the first.
        case integerVariables(count: Int)
        case incompleteBound
        case unknownBoundType(String)
        /// Semi-continuous variables.
        case unsupportedBoundType(String)
        case unknownVariable(String)
        /// A lower bound of +infinity or an upper bound of -infinity.
        case infiniteBound(variable: String, value: String)
        case crossedBounds(variable: String, lower: Double, upper: Double)
        /// A pair given twice where each may be given once, either way round.
        case duplicateQuadratic(String, String, firstLine: Int)
        /// Both triangles are due, and the other entry is missing or differs.
        case asymmetricQuadratic(String, String)
        /// Quadratic terms in a row other than the objective.
        case quadraticRow(String)
        case noObjective
        case unknownObjective(String)
        case noEnd
        /// More lines are faulty than are worth listing; the rest was not read.
        case tooManyFaults
        /// The program does not hold together in a way no other fault describes.
        case inconsistent(String)
    }

    /// Counted from 1.
    public var line: Int
    public var kind: Kind

    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }
}

/// Why a text could not be read: every fault of it, in the order of lines.
public struct QPSRejection: Error, Sendable, Equatable, CustomStringConvertible {
    public var faults: [QPSFault]

    public init(faults: [QPSFault]) {
        self.faults = faults
    }

    public var description: String {
        faults.map { "line \($0.line): \($0.kind)" }.joined(separator: "; ")
    }
}
