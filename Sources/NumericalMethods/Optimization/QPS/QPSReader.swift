/// A quadratic program read from a QPS text, with its names.
public struct QPSProblem: Sendable, Equatable {
    /// The name in the NAME line; empty without one.
    public var name: String
    /// The program, to be minimised; for a maximisation all costs are negated.
    public var program: QuadraticProgram
    /// Whether the text asked for a maximum.
    public var maximizes: Bool
    /// Names of rows, objective rows left out.
    public var rowNames: [String]
    /// Names of variables.
    public var variableNames: [String]
}

/// Why a QPS text could not be read: the line, counted from 1, and what is wrong there.
public struct QPSError: Error, Sendable, Equatable, CustomStringConvertible {
    public var line: Int
    public var reason: String

    public var description: String { "line \(line): \(reason)" }
}

/// Reads linear and quadratic programs in MPS and QPS form.
///
/// Sections NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS and one of QUADOBJ (one triangle of
/// `Q` in `1/2 x'Qx`), QMATRIX or QSECTION (both triangles). Fields are separated by blanks, so fixed
/// and free form are both read as long as names hold no blanks. The first row of type N is the
/// objective; others are ignored. A right hand side of the objective is the negative of its constant.
/// An upper bound below zero without a lower bound makes the lower bound infinite. Integer markers
/// are refused.
public enum QPSReader {
    /// Reads a text.
    ///
    /// - Throws: ``QPSError`` naming the line, or ``QuadraticProgramError`` for a program that does
    ///   not hold together.
    public static func read(_ text: String) throws -> QPSProblem {
        var parser = QPSParser()
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard try parser.take(line, number: number) else { break }
        }
        return try parser.problem(lastLine: number)
    }
}
