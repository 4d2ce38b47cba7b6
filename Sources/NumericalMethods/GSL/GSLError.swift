internal import CGSL

/// A failure reported by the GNU Scientific Library.
///
/// It keeps the library's code and text, and says in our words which operation failed and on what
/// dimensions.
public struct GSLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The library's status, for example 1 for a value outside the domain.
    public let code: Int
    /// The library's own text for the code.
    public let reason: String
    /// What was attempted, for example "Cholesky factorisation".
    public let operation: String
    /// The sizes involved, outermost first.
    public let dimensions: [Int]

    /// Describes a failure with the library's text for `code`.
    public init(code: Int, operation: String, dimensions: [Int]) {
        self.code = code
        self.reason =
            unsafe gsl_strerror(Int32(truncatingIfNeeded: code)).map { unsafe String(cString: $0) }
            ?? ""
        self.operation = operation
        self.dimensions = dimensions
    }

    public var description: String {
        let sizes = dimensions.map(String.init).joined(separator: " x ")
        return "\(operation) (\(sizes)): \(reason) (GSL code \(code))"
    }

    /// An argument outside the domain of the operation.
    static func domain(_ operation: String, _ dimensions: [Int]) -> GSLError {
        GSLError(code: GSL_EDOM, operation: operation, dimensions: dimensions)
    }

    /// Arrays whose lengths do not fit together.
    static func badLength(_ operation: String, _ dimensions: [Int]) -> GSLError {
        GSLError(code: GSL_EBADLEN, operation: operation, dimensions: dimensions)
    }

    /// What an allocating function of the library returned; it returns nothing where there is no
    /// memory.
    static func allocated<Object>(
        _ object: UnsafeMutablePointer<Object>?, _ operation: @autoclosure () -> String,
        _ dimensions: @autoclosure () -> [Int]
    ) throws(GSLError) -> UnsafeMutablePointer<Object> {
        guard let object = unsafe object else {
            throw GSLError(code: GSL_ENOMEM, operation: operation(), dimensions: dimensions())
        }
        return unsafe object
    }

    /// Throws unless `status` says success.
    static func check(
        _ status: Int32, _ operation: @autoclosure () -> String,
        _ dimensions: @autoclosure () -> [Int]
    ) throws(GSLError) {
        guard status == 0 else {
            throw GSLError(code: Int(status), operation: operation(), dimensions: dimensions())
        }
    }
}
