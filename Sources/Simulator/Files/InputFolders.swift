import Glibc

/// Where the shipped scenarios and data lie: in the working folder, above the program, or in the
/// program itself.
public struct InputFolders: Sendable {
    public let scenarios: String

    /// Names the folder of the data where the command line does not.
    public static let dataVariable = "GREENALU_DATA"

    /// The name a folder of scenarios and data has, here or above the program.
    public static let standardName = "scenarios"

    /// - Parameter asked: the folder of the scenarios, where somebody named it.
    /// - Throws: where the file system does not say what stands at a place: to go on to the next
    ///   would be to compute with other inputs in silence.
    public init(files: FileLayer, scenarios asked: String? = nil) throws(FileFailure) {
        if let asked {
            scenarios = asked
            return
        }
        var candidates = [Self.standardName]
        if let program = try files.resolvedPathIfPresent(of: "/proc/self/exe") {
            var folder = Substring(program)
            for _ in 0..<6 {
                guard let slash = folder.lastIndex(of: "/") else { break }
                folder = folder[..<slash]
                candidates.append("\(folder)/\(Self.standardName)")
            }
        }
        for candidate in candidates where try Self.holdsData(candidate, files: files) {
            scenarios = candidate
            return
        }
        scenarios = ShippedInputs.folder
    }

    /// Whatever stands there is what is meant, be it a link or a folder that cannot be read: whoever
    /// edited tables must not get the shipped ones in their place without a word.
    private static func holdsData(
        _ folder: String, files: FileLayer
    ) throws(FileFailure) -> Bool {
        do {
            return try files.kind(at: "\(folder)/\(ShippedInputs.dataFolder)") != .missing
        } catch {
            guard error.meansAbsence || error.errno == EACCES else { throw error }
            return error.errno == EACCES
        }
    }

    /// The scenarios of the folder.
    public func library(files: FileLayer) -> ScenarioLibrary {
        ScenarioLibrary(folder: scenarios, files: files)
    }

    /// The folder of the data that the environment names; an empty name is none.
    public static var dataOfEnvironment: String? {
        guard let value = getenv(dataVariable) else { return nil }
        let named = String(cString: value)
        return named.isEmpty ? nil : named
    }

    /// The folder of the data: the one asked for, else the environment's, else the shipped one.
    /// - Throws: ``InputRejected`` where the environment names no folder; an empty name is none.
    public func data(asked: String?, files: FileLayer) throws -> String {
        if let asked { return asked }
        guard let named = Self.dataOfEnvironment else {
            return "\(scenarios)/\(ShippedInputs.dataFolder)"
        }
        do {
            _ = try files.names(inFolderAt: named)
        } catch {
            guard error.isUnsuitableInput else { throw error }
            throw InputRejected(
                Finding(
                    .error,
                    Message(ProgressMessage.dataVariableMissing, verbatim: ["path": named])))
        }
        return named
    }
}
