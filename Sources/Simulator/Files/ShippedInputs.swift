internal import CShippedInputs

/// The scenarios and tables that are built into the program, for where no folder of them lies.
///
/// They are reached by paths below ``folder``, so that whoever reads inputs through the file layer
/// reads these too. Nothing is ever written there.
public enum ShippedInputs {
    /// The folder of the scenarios that are built in.
    public static let folder = "greenalu:scenarios"

    /// The folder of tables inside a folder of scenarios.
    public static let dataFolder = "data/china-2024"

    private struct File: @unchecked Sendable {
        /// Bytes of the program itself: they never change and never go.
        let bytes: UnsafeBufferPointer<UInt8>
    }

    private static let files: [String: File] = {
        var count = 0
        guard let first = cshipped_files(&count) else { return [:] }
        var files: [String: File] = [:]
        for file in UnsafeBufferPointer(start: first, count: count) {
            files[String(cString: file.name)] = File(
                bytes: UnsafeBufferPointer(start: file.bytes, count: file.length))
        }
        return files
    }()

    /// Paths inside the folder, sorted.
    public static var names: [String] { files.keys.sorted() }

    /// Nil where no file is called so.
    public static func bytes(of name: String) -> [UInt8]? {
        files[name].map { Array($0.bytes) }
    }

    /// Whether a path leads to what is built in.
    public static func hold(_ path: String) -> Bool { ShippedPath(path) != nil }

    static func isFile(_ name: String) -> Bool { files[name] != nil }

    /// Names of what lies directly in a folder inside, sorted; empty where there is no such folder.
    static func names(inFolder folder: String) -> [String] {
        let prefix = folder.isEmpty ? "" : "\(folder)/"
        let inside = files.keys.lazy.filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count).prefix { $0 != "/" })
        }
        return Set(inside).sorted()
    }
}

/// A path that leads to what is built in.
struct ShippedPath: Sendable {
    /// The whole path, as it was written.
    let path: String
    /// The path inside the folder; nil where it leads nowhere, as one with `..` does.
    let inner: String?

    /// Nil for a path on the disk.
    init?(_ path: String) {
        guard path.hasPrefix(ShippedInputs.folder) else { return nil }
        let rest = path.dropFirst(ShippedInputs.folder.count)
        guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
        self.path = path
        let parts = rest.split(separator: "/").filter { $0 != "." }
        inner = parts.contains("..") ? nil : parts.joined(separator: "/")
    }

    var kind: FileKind {
        guard let inner else { return .missing }
        if ShippedInputs.isFile(inner) { return .regularFile }
        return ShippedInputs.names(inFolder: inner).isEmpty ? .missing : .folder
    }

    func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}
