import FoundationEssentials

/// The `manifest.json` of a run, as far as it takes to compute the run again.
public struct StoredManifest: Decodable, Sendable {
    /// A file and the digest of its bytes.
    public struct File: Decodable, Sendable, Hashable {
        public let name: String
        /// SHA-256 in lower-case hexadecimal.
        public let sha256: String
    }

    /// What the manifest says of a plan.
    public struct PlanSummary: Decodable, Sendable {
        public let status: String
        /// Million CNY over doing nothing; nil where there is none.
        public let objective: Double?
        public let solver: String?
        public let wholeLines: WholeLines?

        enum CodingKeys: String, CodingKey {
            case status, objective, solver
            case wholeLines = "whole_lines"
        }
    }

    /// How whole potlines were sought.
    public struct WholeLines: Decodable, Sendable {
        public let askedGap: Double
        public let nodeLimit: Int?
        /// Seconds.
        public let timeLimit: Double?
        /// Whether the same search ends the same way, which the clock can prevent.
        public let isRepeatable: Bool

        enum CodingKeys: String, CodingKey {
            case askedGap = "gap_asked"
            case nodeLimit = "node_limit"
            case timeLimit = "time_limit"
            case isRepeatable = "repeatable"
        }
    }

    public let program: String
    public let version: String
    public let command: String
    /// Name of the scenario; nil for studies of several runs.
    public let scenario: String?
    /// What `--set`, `--mode` and `--lines` said, as `key=value`; nil for studies.
    public let options: [String]?
    public let linearAlgebra: String?
    /// Scenario files, the outermost ancestor first, then tables.
    public let inputs: [File]
    public let files: [File]
    public let plan: PlanSummary?

    enum CodingKeys: String, CodingKey {
        case program, version, command, scenario, options, inputs, files, plan
        case linearAlgebra = "linear_algebra"
    }

    /// Nil where the bytes are no manifest of ours.
    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(StoredManifest.self, from: Data(bytes)),
            read.program == "greenalu"
        else { return nil }
        self = read
    }

    /// Scenario files, the outermost ancestor first.
    public var scenarioFiles: [File] {
        inputs.filter { ScenarioLibrary.stem($0.name) != nil }
    }

    public var tables: [File] {
        inputs.filter { ScenarioLibrary.stem($0.name) == nil }
    }
}
