/// The name of a file of a run folder. It may lie in folders inside it, whose names it then gives:
/// `definitions/region/region.yaml`.
struct ContentPath: Sendable, Hashable {
    /// The folders that lead to the file, the outermost first.
    let folders: [String]
    /// The file's own name.
    let name: String

    /// Folders inside each other; deeper ones are not ours.
    static let depthLimit = 8

    /// Nil where the text leads anywhere but to a file inside the folder.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, parts.allSatisfy(SplitPath.isName),
            parts.count <= Self.depthLimit + 1
        else { return nil }
        folders = parts.dropLast()
        name = last
    }

    /// Each folder on the way, by its whole path, the outermost first.
    var folderPaths: [String] {
        folders.indices.map { folders[...$0].joined(separator: "/") }
    }

    /// The folders that hold files of the given names, those further out first; nil where a name
    /// is unsuitable, or stands for a file and a folder.
    static func folders(holding names: some Sequence<String>) -> [String]? {
        var folders = Set<String>()
        var files = Set<String>()
        for name in names {
            guard let path = ContentPath(name) else { return nil }
            folders.formUnion(path.folderPaths)
            files.insert(name)
        }
        return folders.isDisjoint(with: files) ? folders.sorted() : nil
    }
}

extension FileLayer {
    /// Opens the folder that a file of a run folder lies in, following no symbolic link.
    func openFolder(holding path: ContentPath, in folder: OpenFolder) throws(FileFailure)
        -> OpenFolder
    {
        var current = folder
        for name in path.folders { current = try openFolder(named: name, in: current) }
        return current
    }

    /// Removes a file of a run folder, or one of its folders, written with a slash at its end.
    func removeContent(_ text: String, in folder: OpenFolder) throws(FileFailure) {
        let isFolder = text.hasSuffix("/")
        guard let path = ContentPath(isFolder ? String(text.dropLast()) : text) else {
            throw FileFailure(
                .removeFile, path: folder.path(of: text), cause: .badName,
                message: Message(
                    FileMessage.badPath, verbatim: ["path": folder.path(of: text)]))
        }
        let parent = try openFolder(holding: path, in: folder)
        if isFolder {
            try removeFolder(named: path.name, in: parent)
        } else {
            try removeFile(named: path.name, in: parent)
        }
    }
}
