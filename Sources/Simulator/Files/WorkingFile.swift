import Glibc

/// A file of ours while it is being written, under a hidden name of its own beside its target.
///
/// The name tells the machine and the process, and the writer holds a lock on the file. A lock ends
/// with its process, so a file of this machine that nobody has locked was left by a writer that was
/// killed, and is removed by the next. Files of other machines are left alone, since not every
/// shared disk shows their locks.
struct WorkingFile: Sendable {
    let name: String
    let file: LongFile
    private let folder: OpenFolder
    /// The number under which the file is noted as pending.
    private let noted: UInt64?

    /// Bytes of the target's name in the hidden one, which has at most 255.
    private static let nameLimit = 120
    private static let owner = ".greenalu-\(HostName.current)-"

    /// A new file, locked where the file system can.
    static func create(
        for target: String, in folder: OpenFolder, files: FileLayer
    ) throws(FileFailure) -> WorkingFile {
        // Somebody who tidies up may get between the making and the lock.
        for _ in 0..<100 {
            let name = beginning(target) + "\(getpid())-\(UInt64.random(in: 0 ... .max))"
            // Noted first; nobody else has the name.
            let noted = files.pending?.begin { files.removeIfPresent(name, in: folder) }
            var isKept = false
            defer { if !isKept, let noted { files.pending?.end(noted) } }
            let file = try LongFile.create(named: name, in: folder, files: files)
            do {
                let isTaken = try file.tryLock() == false
                if !isTaken, try files.status(of: name, in: folder).kind == .regularFile {
                    isKept = true
                    return WorkingFile(name: name, file: file, folder: folder, noted: noted)
                }
            } catch {
                files.removeIfPresent(name, in: folder)
                throw error
            }
        }
        throw FileFailure(.create, path: folder.path(of: target), errno: EAGAIN)
    }

    /// Gives the file its target's name, in place of what stands there.
    func rename(to target: String) throws(FileFailure) {
        try file.files.rename(name, to: target, in: folder)
        end()
    }

    /// Takes the file its name; what is open stays so.
    func removeName() throws(FileFailure) {
        try file.files.removeFile(named: name, in: folder)
        end()
    }

    private func end() {
        if let noted { file.files.pending?.end(noted) }
    }

    /// Removes the file.
    func abandon() {
        file.files.removeIfPresent(name, in: folder)
        end()
    }

    /// Removes what killed writers of this machine left of targets. What cannot be removed stays.
    static func removeAbandoned(
        in folder: OpenFolder, files: FileLayer, whereTarget isMeant: (Substring) -> Bool
    ) {
        let names = (try? files.names(in: folder)) ?? []
        for name in names {
            guard let target = target(of: name), isMeant(target),
                let file = try? LongFile.reopen(named: name, in: folder, files: files),
                let lock = try? file.tryLock(), lock
            else { continue }
            files.removeIfPresent(name, in: folder)
        }
    }

    /// Removes what killed writers of this machine left of one target.
    static func removeAbandoned(of target: String, in folder: OpenFolder, files: FileLayer) {
        let known = cut(target)
        removeAbandoned(in: folder, files: files) { $0 == known }
    }

    /// The target of a hidden name of this machine, as far as the name has it.
    private static func target(of name: String) -> Substring? {
        guard name.hasPrefix(".") else { return nil }
        let pieces = name.dropFirst().split(
            separator: owner, maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces.count == 2 else { return nil }
        let numbers = pieces[1].split(separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2, numbers.allSatisfy({ UInt64($0) != nil }) else { return nil }
        return pieces[0]
    }

    private static func beginning(_ target: String) -> String { ".\(cut(target))\(owner)" }

    /// As many whole characters as there is room for.
    private static func cut(_ target: String) -> Substring {
        var length = 0
        return target.prefix { character in
            length += character.utf8.count
            return length <= nameLimit
        }
    }
}
