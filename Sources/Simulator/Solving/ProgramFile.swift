internal import NumericalMethods

/// A linear or quadratic program read from an MPS or QPS file.
public struct ProgramFile: Sendable {
    private let path: String
    /// Nil where bounds of variables contradict each other: there is nothing to solve then.
    let problem: QPSProblem?
    /// Conventions that a reader should know of, and bounds that contradict each other.
    public let notices: [Finding]
    /// How many variables have a lower bound above their upper bound.
    public let contradictionCount: Int

    /// The most bytes that are read.
    public static let sizeLimit = 1 << 28

    /// The path that stands for standard input.
    public static let standardInput = "-"

    /// Reads a file, or standard input.
    ///
    /// - Parameter relaxingIntegers: whether whole-number variables are taken as continuous instead
    ///   of refused.
    /// - Throws: ``InputRejected`` with all faults of the file; ``FileFailure``.
    public init(at path: String, relaxingIntegers: Bool, files: FileLayer) throws {
        self.path = path
        do {
            let read = try QPSReader.read(
                bytes: Self.bytes(at: path, files: files), relaxingIntegers: relaxingIntegers)
            problem = read
            notices = read.remarks.map { Self.finding($0, path) }
            contradictionCount = 0
        } catch let rejection as QPSRejection {
            let contradicts = rejection.faults.allSatisfy(\.isContradiction)
            let findings = rejection.faults.map {
                Self.finding($0, path, severity: contradicts ? .warning : .error)
            }
            guard contradicts else { throw InputRejected(findings) }
            problem = nil
            notices = findings
            contradictionCount = findings.count
        }
    }

    /// What to call the place it was read from.
    public var place: Text {
        path == Self.standardInput
            ? ModelFileMessage.standardInput.text : Text(verbatim: path)
    }

    /// The place for findings on the whole file.
    var location: Location { Location(file: path) }

    public var rowCount: Int { problem?.rowNames.count ?? 0 }
    public var variableCount: Int { problem?.variableNames.count ?? 0 }

    private static func bytes(at path: String, files: FileLayer) throws -> [UInt8] {
        do {
            return path == standardInput
                ? try files.readStandardInput(limit: sizeLimit)
                : try files.readFile(at: path, limit: sizeLimit)
        } catch {
            guard error.isUnsuitableInput else { throw error }
            throw InputRejected(Finding(.error, error.message))
        }
    }

    private static func location(_ path: String, _ line: Int) -> Location {
        Location(file: path, line: line)
    }

    private static func finding(_ remark: QPSRemark, _ path: String) -> Finding {
        let changesProblem =
            switch remark.kind {
            case .ignoredObjectives, .ignoredRange: false
            default: true
            }
        return Finding(
            changesProblem ? .warning : .notice, remark.message, at: location(path, remark.line))
    }

    private static func finding(
        _ fault: QPSFault, _ path: String, severity: Finding.Severity
    ) -> Finding {
        Finding(severity, fault.message, at: location(path, fault.line))
    }
}

extension QPSFault {
    /// Whether the text can be read, only that no point meets it.
    fileprivate var isContradiction: Bool {
        if case .crossedBounds = kind { return true }
        return false
    }
}
