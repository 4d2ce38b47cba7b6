import FoundationEssentials

/// What the file layer needs to know of a run's `manifest.json`: that it is ours, and which files
/// the run wrote.
///
/// The manifest is a JSON object with `"program": "greenalu"` and `"files"`, an array of objects
/// that each have the file's `"name"`, with the folders before it where it lies in some. Everything
/// else in it belongs to its writer.
struct RunManifest: Decodable, Sendable {
    struct Entry: Decodable, Sendable {
        let name: String
    }

    let program: String
    let files: [Entry]

    static let fileName = "manifest.json"
    /// Larger manifests are not ours.
    static let sizeLimit = 16 << 20

    /// The names the run wrote, the manifest included; nil where the bytes are no manifest of
    /// ours or list a name that leads out of the folder.
    static func names(in bytes: [UInt8]) -> Set<String>? {
        guard let manifest = try? JSONDecoder().decode(RunManifest.self, from: Data(bytes)),
            manifest.program == "greenalu",
            manifest.files.allSatisfy({ ContentPath($0.name) != nil })
        else { return nil }
        return Set(manifest.files.map(\.name)).union([fileName])
    }
}
