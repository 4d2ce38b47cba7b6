internal import Simulator

/// A run as an export takes it: a folder or a scenario, under a name of its own where one stands
/// before an equals sign.
struct RunForExport {
    /// What the user wrote for the run, without the name.
    let written: String
    let name: String?

    init(_ text: String, files: FileLayer) throws(FileFailure) {
        // A path may hold an equals sign itself.
        if let split = text.firstIndex(of: "="), try files.kind(at: text) == .missing {
            name = String(text[..<split])
            written = String(text[text.index(after: split)...])
        } else {
            name = nil
            written = text
        }
    }
}
