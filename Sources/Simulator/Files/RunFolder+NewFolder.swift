extension RunFolder {
    /// Writes a folder under a name where nothing stands. The name appears with the whole content
    /// or not at all, and whatever stands there already stays.
    ///
    /// The folder is nobody's run: no later run replaces or removes what was written.
    /// - Parameter contents: names with slashes put files into folders inside.
    public static func createNew(
        at path: String, _ contents: [(name: String, bytes: [UInt8])], files: FileLayer
    ) throws {
        guard try files.kind(at: path) == .missing else {
            removeFreeLock(of: path, files: files)
            throw FileLayer.exists(path)
        }
        // There is no manifest to tell later that a half-written folder is ours: its names do.
        let folder = try prepare(at: path, files: files, known: Set(contents.map(\.name)))
        do {
            // Again under the lock: another process may have been quicker.
            guard try files.status(of: folder.name, in: folder.parent).kind == .missing else {
                throw FileLayer.exists(path)
            }
            try folder.stage(contents, staged: [])
            try files.rename(folder.stagingName, to: folder.name, in: folder.parent)
        } catch {
            folder.abandon()
            throw error
        }
        defer { folder.lock.release() }
        do {
            try files.synchronise(folder.parent)
        } catch {
            throw folder.notSynchronised(error)
        }
    }
}

extension RunFolder {
    /// Removes the lock file of one who was killed after the folder had its name, since nobody will
    /// write to that name again. What cannot be removed stays.
    private static func removeFreeLock(of path: String, files: FileLayer) {
        guard let split = SplitPath(path), let parent = try? files.openFolder(at: split.folder),
            case let name = lockName(for: split.name),
            let kind = try? files.status(of: name, in: parent).kind, kind == .regularFile,
            let lock = try? FileLock.take(
                named: name, in: parent, protecting: path, files: files)
        else { return }
        lock.release()
    }
}

extension ShippedInputs {
    /// Writes what is built in into a folder, for editing: as `scenarios` inside the folder, where
    /// the program finds it. The folder is made where it is missing.
    /// - Returns: the path of the folder of the scenarios.
    /// - Throws: ``FileFailure``; then nothing was written, and nothing that stood there changed.
    @discardableResult
    public static func write(into folder: String, files: FileLayer) throws -> String {
        let isNew = try files.kind(at: folder) == .missing
        let inner = InputFolders.standardName
        let contents = names.compactMap { name in
            bytes(of: name).map { (isNew ? "\(inner)/\(name)" : name, $0) }
        }
        let path = "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(inner)"
        try RunFolder.createNew(at: isNew ? folder : path, contents, files: files)
        return path
    }
}
