import Glibc

/// A part while it is being written, under a hidden name of its own beside the part's.
///
/// Several processes may work on one shard, on one machine or many: each writes a file of its own,
/// and the last to finish puts the same bytes in the place of the first's. The name tells the
/// machine, and the writer holds a lock on the file. A lock ends with its process, so a file of this
/// machine that nobody has locked was left by a writer that was killed, and is removed. Files of
/// other machines are left alone, since not every shared disk shows their locks; a shard that is run
/// again on that machine removes them.
struct WorkingPart {
    let name: String
    let file: LongFile

    private static let owner = ".greenalu-\(HostName.current)-"

    /// A new file for a shard, locked where the file system can.
    static func create(
        for shard: EnsembleShard, in folder: OpenFolder, files: FileLayer
    ) throws -> WorkingPart {
        // Somebody who tidies up may get between the making and the lock.
        for _ in 0..<100 {
            let name = ".\(shard.fileName)\(owner)\(getpid())-\(UInt64.random(in: 0 ... .max))"
            let file = try LongFile.create(named: name, in: folder, files: files)
            do {
                let isTaken = try file.tryLock() == false
                if !isTaken, try files.status(of: name, in: folder).kind == .regularFile {
                    return WorkingPart(name: name, file: file)
                }
            } catch {
                files.removeIfPresent(name, in: folder)
                throw error
            }
        }
        throw FileFailure(.create, path: folder.path(of: shard.fileName), errno: EAGAIN)
    }

    /// Removes what killed writers of this machine left in a folder. What cannot be removed stays.
    static func removeAbandoned(in folder: OpenFolder, files: FileLayer) {
        let names = (try? files.names(in: folder)) ?? []
        for name in names where isOfThisMachine(name) {
            guard let file = try? LongFile.reopen(named: name, in: folder, files: files),
                let lock = try? file.tryLock(), lock
            else { continue }
            files.removeIfPresent(name, in: folder)
        }
    }

    private static func isOfThisMachine(_ name: String) -> Bool {
        guard name.hasPrefix(".part-") else { return false }
        let pieces = name.split(separator: owner, maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces[0].hasSuffix(".draws") else { return false }
        let numbers = pieces[1].split(separator: "-", omittingEmptySubsequences: false)
        return numbers.count == 2 && numbers.allSatisfy { UInt64($0) != nil }
    }
}
