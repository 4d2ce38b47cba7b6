/// Why a quadratic program, or the settings to solve it with, cannot be used.
public enum QuadraticProgramError: Error, Sendable, Equatable, CustomStringConvertible {
    /// An array or matrix has the wrong size.
    case dimension(what: String, expected: Int, found: Int)
    /// A value is not a number, or infinite where it must not be.
    case notFinite(what: String, index: Int)
    /// A lower limit lies above its upper limit.
    case crossedBounds(what: String, index: Int, lower: Double, upper: Double)
    /// The quadratic matrix is not symmetric, or holds one triangle only.
    case notSymmetric
    /// The quadratic matrix has a direction of negative curvature among these variables.
    case notConvex(variable: Int)
    /// A setting lies outside its range.
    case setting(name: String, value: Double)
    /// A variable that is to take whole steps has no usable step, or no finite range.
    case wholeNumbers(variable: Int)
    /// A row does not count steps of one size.
    case countedRow(row: Int)

    public var description: String {
        switch self {
        case .dimension(let what, let expected, let found):
            "\(what): expected \(expected), found \(found)"
        case .notFinite(let what, let index):
            "\(what) \(index) is not a usable number"
        case .crossedBounds(let what, let index, let lower, let upper):
            "\(what) \(index): lower limit \(lower) lies above upper limit \(upper)"
        case .notSymmetric:
            "the quadratic matrix must be symmetric with both triangles stored"
        case .notConvex(let variable):
            "the quadratic matrix is not convex near variable \(variable)"
        case .setting(let name, let value):
            "setting \(name) = \(value) lies outside its range"
        case .wholeNumbers(let variable):
            "variable \(variable) cannot take whole steps: its step or its range is not usable"
        case .countedRow(let row):
            "row \(row) does not count steps of one size"
        }
    }
}
