import FoundationEssentials

/// What an export reads of a run's `manifest.json`.
struct PublishedManifest: Decodable {
    struct Entry: Decodable {
        let name: String
        let sha256: String
    }

    struct PlanSummary: Decodable {
        let status: String
        let objective: Double?
        let primalResidual: Double?
        let dualResidual: Double?
        let gap: Double?

        enum CodingKeys: String, CodingKey {
            case status, objective, gap
            case primalResidual = "primal_residual"
            case dualResidual = "dual_residual"
        }
    }

    let schema: Int
    let program: String
    let version: String
    let command: String
    /// Only manifests of single runs have these.
    let scenario: String?
    let options: [String]?
    let inputs: [Entry]
    let files: [Entry]
    let plan: PlanSummary?

    static let fileName = RunManifest.fileName

    static func read(_ bytes: [UInt8]) -> PublishedManifest? {
        guard
            let manifest = try? JSONDecoder().decode(PublishedManifest.self, from: Data(bytes)),
            manifest.program == "greenalu", manifest.schema == 1
        else { return nil }
        return manifest
    }
}
