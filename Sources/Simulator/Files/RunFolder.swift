import Glibc

/// The output folder of a run: prepared before the work starts, filled in one step at its end.
///
/// Files are first written to a staging folder beside the target, which then takes the target's
/// name. At every moment the target holds the old run whole, the new run whole, or, where no run
/// stood there, nothing. A process that is killed leaves at most the staging folder, which the
/// next run to the same target removes. Only one process at a time works on a target.
///
/// Files may lie in folders inside the target; see ``commit(_:staged:)``.
///
/// Where the file system cannot exchange two names in one step, the old run is first renamed to
/// `.NAME.greenalu-old`. A process killed in that instant leaves the target absent and the old
/// run under that name; the next run to the target puts it back first.
public struct RunFolder: Sendable {
    let path: String
    let parent: OpenFolder
    let name: String
    let files: FileLayer
    let lock: FileLock
    /// Names of the staging folder that are ours although no list in it says so.
    private let known: Set<String>

    var stagingName: String { Self.stagingName(for: name) }
    private var oldName: String { Self.oldName(for: name) }

    private static func stagingName(for name: String) -> String { ".\(name).greenalu-staging" }
    private static func oldName(for name: String) -> String { ".\(name).greenalu-old" }
    static func lockName(for name: String) -> String { ".\(name).greenalu-lock" }

    // MARK: Before the work

    /// Checks that the target can be written and is ours to replace, takes its lock, and makes
    /// the staging folder.
    public static func prepare(at path: String, files: FileLayer) throws -> RunFolder {
        try prepare(at: path, files: files, known: [])
    }

    /// The same for a folder that will have no manifest.
    static func prepare(
        at path: String, files: FileLayer, known: Set<String>
    ) throws -> RunFolder {
        let (split, parent) = try examine(path, files: files)
        return try files.pass {
            Result { try begin(split, at: path, in: parent, files: files, known: known) }
        }.get()
    }

    private static func begin(
        _ split: SplitPath, at path: String, in parent: OpenFolder, files: FileLayer,
        known: Set<String>
    ) throws -> RunFolder {
        let lock = try FileLock.take(
            named: lockName(for: split.name), in: parent, protecting: path, files: files)
        let folder = RunFolder(
            path: path, parent: parent, name: split.name, files: files, lock: lock, known: known)
        lock.note { folder.takeBack() }
        do {
            try folder.restoreOldRun()
            try checkTarget(split.name, path: path, parent: parent, files: files)
            try folder.remove(folder.stagingName)
            try files.makeFolder(named: folder.stagingName, in: parent)
        } catch {
            folder.abandon()
            throw error
        }
        return folder
    }

    /// Checks that the target could be written and is ours to replace; changes nothing.
    public static func check(_ path: String, files: FileLayer) throws {
        _ = try examine(path, files: files)
    }

    /// A look before the lock is taken, so that a refusal leaves no trace at all.
    private static func examine(
        _ path: String, files: FileLayer
    ) throws -> (target: SplitPath, parent: OpenFolder) {
        // The longest of the names beside the target adds 18 characters to its own.
        guard let split = SplitPath(path), split.name.utf8.count <= 230 else {
            throw FileFailure(
                .makeFolder, path: path, cause: .badName,
                message: Message(FileMessage.badPath, verbatim: ["path": path]))
        }
        let parent = try openParent(split.folder, files: files)
        try checkTarget(split.name, path: path, parent: parent, files: files)
        try files.checkWritable(parent)
        return (split, parent)
    }

    private static func openParent(_ path: String, files: FileLayer) throws(FileFailure)
        -> OpenFolder
    {
        do {
            return try files.openFolder(at: path)
        } catch {
            guard error.errno == ENOENT || error.errno == ENOTDIR else { throw error }
            throw FileFailure(
                .open, path: path, errno: error.errno, cause: .missing,
                message: Message(FileMessage.outputParentMissing, verbatim: ["path": path]))
        }
    }

    private static func checkTarget(
        _ name: String, path: String, parent: OpenFolder, files: FileLayer
    ) throws(FileFailure) {
        let refusal: FileMessage
        var arguments = ["path": path]
        switch try RunFolderContent(of: name, in: parent, files: files) {
        case .absent: return
        case .empty, .ours:
            let status = try files.status(of: name, in: parent)
            if try status.device == files.device(of: parent) {
                try files.checkWritable(files.openFolder(named: name, in: parent))
                return
            }
            refusal = .outputIsMountPoint
        case .foreign(let names):
            refusal = .outputHoldsForeignFiles
            arguments["names"] = names.joined(separator: ", ")
        case .link: refusal = .outputIsLink
        case .notFolder: refusal = .outputIsNoFolder
        }
        throw FileFailure(
            .makeFolder, path: path, cause: .notOurs,
            message: Message(refusal, verbatim: arguments))
    }

    /// Puts back an old run that a killed process had set aside.
    private func restoreOldRun() throws(FileFailure) {
        guard case .ours = try RunFolderContent(of: oldName, in: parent, files: files) else {
            return
        }
        if case .absent = try RunFolderContent(of: name, in: parent, files: files) {
            try files.rename(oldName, to: name, in: parent)
        } else {
            try remove(oldName)
        }
    }

    // MARK: After the work

    /// Writes the files and puts them in the target's place. The last file must be
    /// `manifest.json` and list all others; its presence says that a run is complete.
    ///
    /// On failure the target is as it was, unless the failure says otherwise. Ends the use of
    /// this run folder either way.
    /// - Parameters:
    ///   - contents: a name with slashes, such as `definitions/region/region.yaml`, puts a file
    ///     into folders inside the target, which are made.
    ///   - staged: names of files that were staged before, see `stageLong(_:before:)`.
    public func commit(
        _ contents: [(name: String, bytes: [UInt8])], staged: [String] = []
    ) throws {
        do {
            try check(contents, staged: staged)
            try stage(contents, staged: staged)
            try exchange()
        } catch {
            abandon()
            throw error
        }
        defer { lock.release() }
        // The exchange must be on disk before the old run goes.
        var unsure: FileFailure?
        do {
            try files.synchronise(parent)
        } catch {
            unsure = error
        }
        try tidy()
        if let unsure { throw notSynchronised(unsure) }
    }

    func notSynchronised(_ failure: FileFailure) -> FileFailure {
        FileFailure(
            .synchronise, path: path, errno: failure.errno, cause: .system,
            message: Message(
                FileMessage.outputNotSynchronised,
                [
                    "path": Text(verbatim: path), "error": ErrorNumber.text(failure.errno),
                ]))
    }

    /// Removes what was prepared; the target is as it was. Does nothing where the use of this run
    /// folder has ended already: what lies beside the target then may be another process's.
    public func abandon() {
        guard lock.isHeld else { return }
        // Already failing, or told to stop: what cannot be removed now the next run removes.
        for _ in 0..<2 {
            if (try? remove(stagingName)) != nil { break }
        }
        lock.release()
    }

    /// The same wherever the work was interrupted: an old run that was set aside for the new one
    /// comes back, and one that the new one has replaced goes.
    private func takeBack() {
        try? restoreOldRun()
        abandon()
    }

    private func check(
        _ contents: [(name: String, bytes: [UInt8])], staged: [String]
    ) throws(FileFailure) {
        let names = Set(contents.map(\.name) + staged)
        let isSound =
            contents.last?.name == RunManifest.fileName
            && names.count == contents.count + staged.count
            && ContentPath.folders(holding: names) != nil
            && !names.contains(RunFolderContent.journalName)
            && RunManifest.names(in: contents.last?.bytes ?? []) == names
        guard isSound else {
            throw FileFailure(
                .create, path: path, errno: EINVAL, cause: .badName,
                message: Message(FileMessage.manifestMustBeLast, verbatim: ["path": path]))
        }
    }

    func stage(
        _ contents: [(name: String, bytes: [UInt8])], staged: [String]
    ) throws(FileFailure) {
        let staging = try files.openFolder(named: stagingName, in: parent)
        // Long files were staged under a journal that lists these too.
        if staged.isEmpty { try writeJournal(contents.map(\.name), in: staging) }
        let folders = (ContentPath.folders(holding: contents.map(\.name)) ?? []).compactMap {
            ContentPath($0)
        }
        for path in folders {
            try files.makeFolder(
                named: path.name, in: files.openFolder(holding: path, in: staging))
        }
        for content in contents {
            guard let path = ContentPath(content.name) else { continue }
            try files.createFile(
                named: path.name, in: files.openFolder(holding: path, in: staging),
                bytes: content.bytes)
        }
        // From the innermost out, so that no folder is on disk without its content.
        for path in folders.reversed() {
            try files.synchronise(
                files.openFolder(
                    named: path.name, in: files.openFolder(holding: path, in: staging)))
        }
        try files.removeFile(named: RunFolderContent.journalName, in: staging)
        try files.synchronise(staging)
    }

    /// The list that tells that files of the staging folder are ours, written before any of them.
    private func writeJournal(_ names: [String], in staging: OpenFolder) throws(FileFailure) {
        try files.createFile(
            named: RunFolderContent.journalName, in: staging,
            bytes: Array(names.joined(separator: "\n").utf8))
    }

    /// Writes files of any length to the staging folder, piece by piece, before ``commit(_:staged:)``.
    /// - Parameters:
    ///   - contents: each with what hands its pieces over.
    ///   - others: names of the files that `commit` will add.
    /// - Returns: the digest of each file.
    func stageLong(
        _ contents: [(name: String, fill: (_ write: (String) throws -> Void) throws -> Void)],
        before others: [String]
    ) throws -> [(name: String, sha256: String)] {
        let staging = try files.openFolder(named: stagingName, in: parent)
        try writeJournal(contents.map(\.name) + others, in: staging)
        return try contents.map { content in
            let file = try LongFile.create(named: content.name, in: staging, files: files)
            var digest = FileDigest.Running()
            var length = 0
            try content.fill { piece in
                let bytes = Array(piece.utf8)
                digest.add(bytes)
                try file.write(bytes, at: length)
                length += bytes.count
            }
            try file.synchronise()
            return (content.name, digest.text)
        }
    }

    /// Gives the staging folder the target's name. What stood there takes the staging name, or
    /// the old name where names cannot be exchanged.
    private func exchange() throws(FileFailure) {
        try Self.checkTarget(name, path: path, parent: parent, files: files)
        guard case .ours = try RunFolderContent(of: name, in: parent, files: files) else {
            // Absent, or empty: rename replaces an empty folder in one step.
            try files.rename(stagingName, to: name, in: parent)
            return
        }
        do {
            try files.exchange(stagingName, name, in: parent)
        } catch {
            guard [ENOSYS, EINVAL, EOPNOTSUPP].contains(error.errno) else { throw error }
            try files.rename(name, to: oldName, in: parent)
            do {
                try files.rename(stagingName, to: name, in: parent)
            } catch {
                // Tried twice; what fails then the next run puts back.
                if (try? files.rename(oldName, to: name, in: parent)) == nil {
                    try files.rename(oldName, to: name, in: parent)
                }
                throw error
            }
        }
    }

    /// Removes the old run from where the exchange put it.
    private func tidy() throws(FileFailure) {
        for leftover in [stagingName, oldName] {
            do {
                try remove(leftover)
            } catch {
                if (try? remove(leftover)) != nil { continue }
                throw FileFailure(
                    .removeFolder, path: parent.path(of: leftover), errno: error.errno,
                    cause: .system,
                    message: Message(
                        FileMessage.outputNotTidied,
                        [
                            "path": Text(verbatim: path),
                            "leftover": Text(verbatim: parent.path(of: leftover)),
                            "error": ErrorNumber.text(error.errno),
                        ]))
            }
        }
    }

    /// Removes a folder of ours beside the target, if it is there: only files we wrote, and the
    /// folder only when nothing else is left in it.
    private func remove(_ folderName: String) throws(FileFailure) {
        switch try RunFolderContent(of: folderName, in: parent, files: files, known: known) {
        case .absent: return
        case .empty: break
        case .ours(let names):
            let folder = try files.openFolder(named: folderName, in: parent)
            for name in names { try files.removeContent(name, in: folder) }
        case .foreign, .link, .notFolder:
            let leftover = parent.path(of: folderName)
            throw FileFailure(
                .removeFolder, path: leftover, cause: .notOurs,
                message: Message(
                    FileMessage.outputHoldsForeignFiles,
                    verbatim: ["path": leftover, "names": "…"]))
        }
        try files.removeFolder(named: folderName, in: parent)
    }
}
