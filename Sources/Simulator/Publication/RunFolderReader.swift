/// Reads the folder of a run for publication, without the tables it was computed from.
public struct RunFolderReader: Sendable {
    private let files: FileLayer
    /// The longest file of a run folder that is read.
    static let sizeLimit = 64 << 20

    public init(files: FileLayer) {
        self.files = files
    }

    /// - Parameters:
    ///   - path: the folder.
    ///   - name: what to call the run; without it, the name of its scenario.
    /// - Throws: ``InputRejected`` with every problem; ``FileFailure`` where the machine is at
    ///   fault.
    public func read(_ path: String, named name: String? = nil) throws -> PublishedRun {
        var place = path
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        var contents: [(name: String, bytes: [UInt8])] = []
        let manifestName = PublishedManifest.fileName
        if let bytes = try bytes(of: manifestName, in: place) {
            contents.append((manifestName, bytes))
            for file in PublishedManifest.read(bytes)?.files ?? []
            where SplitPath.isName(file.name) && file.name != manifestName {
                if let bytes = try self.bytes(of: file.name, in: place) {
                    contents.append((file.name, bytes))
                }
            }
        }
        return try PublishedRun(files: contents, from: place, named: name)
    }

    /// The command that wrote a folder, by its manifest; nil where there is none of ours.
    public func command(of path: String) throws(FileFailure) -> String? {
        try bytes(of: PublishedManifest.fileName, in: path).flatMap(PublishedManifest.read)?
            .command
    }

    /// Nil where there is no file of the name.
    private func bytes(of name: String, in folder: String) throws(FileFailure) -> [UInt8]? {
        do {
            return try files.readFile(at: "\(folder)/\(name)", limit: Self.sizeLimit)
        } catch {
            guard error.isUnsuitableInput else { throw error }
            return nil
        }
    }
}
