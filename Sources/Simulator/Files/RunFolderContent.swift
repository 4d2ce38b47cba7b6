/// What a folder holds, as far as we may touch it.
enum RunFolderContent: Sendable {
    case absent
    case empty
    /// Nothing but files we wrote, and folders that hold them: a finished run listed by its
    /// manifest, or a part of one listed by its journal. Folders end in a slash. The order is that
    /// in which they may be removed: a folder after what it holds, the list that tells they are
    /// ours last.
    case ours([String])
    /// Something we did not write; a few of the names.
    case foreign([String])
    case link
    case notFolder

    /// The list of names a staging folder is to receive, written there before any of them.
    static let journalName = ".greenalu-journal"

    /// Looks into a name of a folder.
    /// - Parameter known: names that are ours although no list in the folder says so.
    init(
        of name: String, in parent: OpenFolder, files: FileLayer, known: Set<String> = []
    ) throws(FileFailure) {
        switch try files.status(of: name, in: parent).kind {
        case .missing: self = .absent
        case .symbolicLink: self = .link
        case .regularFile, .other: self = .notFolder
        case .folder:
            self = try Self.content(
                of: files.openFolder(named: name, in: parent), files: files, known: known)
        }
    }

    private static func content(
        of folder: OpenFolder, files: FileLayer, known: Set<String>
    ) throws(FileFailure) -> RunFolderContent {
        let present = try files.names(in: folder)
        if present.isEmpty { return .empty }
        var lists: [String] = []
        var known = known
        if present.contains(journalName) {
            let bytes = try read(journalName, in: folder, files: files)
            let text = String(decoding: bytes ?? [], as: UTF8.self)
            known.formUnion(text.split(separator: "\n").map(String.init))
            known.insert(journalName)
            lists.append(journalName)
        }
        if present.contains(RunManifest.fileName),
            let bytes = try read(RunManifest.fileName, in: folder, files: files),
            let names = RunManifest.names(in: bytes)
        {
            known.formUnion(names)
            lists.append(RunManifest.fileName)
        }
        var search = ContentSearch(known: known, files: files)
        try search.look(into: folder, at: "")
        guard search.foreign.isEmpty else { return .foreign(Array(search.foreign.prefix(5))) }
        return .ours(
            search.ours.filter { !lists.contains($0) } + lists.filter { present.contains($0) })
    }

    /// The bytes of a list, or nil where it is no regular file of reasonable size.
    private static func read(_ name: String, in folder: OpenFolder, files: FileLayer)
        throws(FileFailure) -> [UInt8]?
    {
        guard try files.status(of: name, in: folder).kind == .regularFile else { return nil }
        do {
            return try files.readFile(named: name, in: folder, limit: RunManifest.sizeLimit)
        } catch {
            guard error.isUnsuitableInput else { throw error }
            return nil
        }
    }
}

/// Goes through a folder and those inside it, and tells what is on the list from what is not.
private struct ContentSearch {
    let known: Set<String>
    let files: FileLayer
    private let knownFolders: Set<String>
    /// What a folder holds before the folder itself.
    private(set) var ours: [String] = []
    private(set) var foreign: [String] = []

    init(known: Set<String>, files: FileLayer) {
        self.known = known
        self.files = files
        knownFolders = Set(known.compactMap(ContentPath.init).flatMap(\.folderPaths))
    }

    mutating func look(into folder: OpenFolder, at prefix: String) throws(FileFailure) {
        for name in try files.names(in: folder) {
            let path = prefix + name
            switch try files.status(of: name, in: folder).kind {
            case .regularFile where known.contains(path): ours.append(path)
            case .folder where knownFolders.contains(path):
                try look(into: files.openFolder(named: name, in: folder), at: "\(path)/")
                ours.append("\(path)/")
            default: foreign.append(path)
            }
        }
    }
}
