/// A run that lies in a folder, or its manifest alone.
public struct StoredRun: Sendable {
    public let manifest: StoredManifest
    /// Path of the manifest as it was named.
    public let path: String
    /// The folder the manifest lies in.
    public let folder: String
    private let files: FileLayer

    /// Files of a run beyond this are not ours.
    static let sizeLimit = 256 << 20

    /// - Parameter path: a run folder, or a manifest.
    /// - Throws: ``InputRejected`` where there is no manifest of a run; ``FileFailure``.
    public init(at path: String, files: FileLayer) throws {
        let trimmed = Self.withoutTrailingSlash(path)
        let isFolder = try Self.isFolder(trimmed, files: files)
        self.path = isFolder ? "\(trimmed)/\(RunManifest.fileName)" : trimmed
        folder = isFolder ? trimmed : ScenarioLibrary.folderPart(trimmed)
        self.files = files
        let bytes: [UInt8]
        do {
            bytes = try files.readFile(at: self.path, limit: RunManifest.sizeLimit)
        } catch let failure {
            guard failure.isUnsuitableInput else { throw failure }
            throw InputRejected(
                Finding(
                    .error,
                    Message(ReproductionMessage.noManifest, ["reason": failure.message.asText]),
                    at: Location(file: self.path)))
        }
        guard let manifest = StoredManifest(bytes) else {
            throw InputRejected(
                Finding(
                    .error, Message(ReproductionMessage.notAManifest),
                    at: Location(file: self.path)))
        }
        guard ["run", "plan"].contains(manifest.command), manifest.scenario != nil,
            manifest.options != nil
        else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        ReproductionMessage.notASingleRun, verbatim: ["command": manifest.command]),
                    at: Location(file: self.path)))
        }
        self.manifest = manifest
    }

    /// Whether a path is that of a folder with a manifest in it.
    public static func isRunFolder(
        _ path: String, files: FileLayer
    ) throws(FileFailure) -> Bool {
        let folder = withoutTrailingSlash(path)
        guard try isFolder(folder, files: files) else { return false }
        return try files.isRegularFile(at: "\(folder)/\(RunManifest.fileName)")
    }

    /// Links are followed: a published run may lie behind one.
    private static func isFolder(
        _ path: String, files: FileLayer
    ) throws(FileFailure) -> Bool {
        try files.namesIfPresent(inFolderAt: path) != nil
    }

    private static func withoutTrailingSlash(_ path: String) -> String {
        var path = Substring(path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    /// The bytes of a file of the run; nil where it does not lie beside the manifest.
    public func bytes(of name: String) throws(FileFailure) -> [UInt8]? {
        guard SplitPath.isName(name) else { return nil }
        do {
            return try files.readFile(at: "\(folder)/\(name)", limit: Self.sizeLimit)
        } catch let failure {
            guard failure.isUnsuitableInput else { throw failure }
            return nil
        }
    }

    /// What became of the run's files since it was written.
    public func alterations() throws(FileFailure) -> [FileAlteration] {
        var found: [FileAlteration] = []
        for file in manifest.files {
            guard let bytes = try bytes(of: file.name) else {
                found.append(FileAlteration(name: file.name, isMissing: true))
                continue
            }
            if FileDigest.sha256(bytes) != file.sha256 {
                found.append(FileAlteration(name: file.name, isMissing: false))
            }
        }
        return found
    }
}

/// A file of a run that is not as the run wrote it.
public struct FileAlteration: Sendable, Hashable {
    public let name: String
    /// Gone; else changed.
    public let isMissing: Bool
}
