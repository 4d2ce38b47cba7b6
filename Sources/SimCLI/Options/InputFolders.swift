internal import Simulator

/// Where the shipped scenarios and data lie: in the working folder, or above the program.
struct InputFolders {
    let scenarios: String

    /// Names the folder of the data where `--data` does not.
    static let dataVariable = "GREENALU_DATA"

    init(files: FileLayer) {
        var candidates = ["scenarios"]
        if let program = try? files.resolvedPath(of: "/proc/self/exe") {
            var folder = Substring(program)
            for _ in 0..<6 {
                guard let slash = folder.lastIndex(of: "/") else { break }
                folder = folder[..<slash]
                candidates.append("\(folder)/scenarios")
            }
        }
        scenarios =
            candidates.first { candidate in
                (try? files.kind(at: "\(candidate)/data/china-2024")) == .folder
            } ?? "scenarios"
    }

    /// The folder of the data that the environment names; an empty name is none.
    static var dataOfEnvironment: String? {
        guard let named = OutputStreams.environment(dataVariable), !named.isEmpty else {
            return nil
        }
        return named
    }

    /// The folder of the data: the one asked for, else the environment's, else the shipped one.
    /// - Throws: ``InputRejected`` where the environment names no folder; an empty name is none.
    func data(asked: String?, files: FileLayer) throws -> String {
        if let asked { return asked }
        guard let named = Self.dataOfEnvironment else {
            return "\(scenarios)/data/china-2024"
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
