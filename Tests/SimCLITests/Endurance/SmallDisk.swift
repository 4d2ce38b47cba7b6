import Foundation

/// A disk of a few megabytes in memory, there for as long as this object is.
///
/// It is mounted in a namespace of a process of its own, so that no other program sees it; its
/// folder is reached through that process.
final class SmallDisk {
    let folder: String
    private let holder = Process()
    private let leash = Pipe()
    private let said = Pipe()
    private let mountPoint: String

    /// Words that start a namespace here; nil where this machine allows none.
    private static let starter: [String]? = [["-m"], ["-r", "-m"]].first { words in
        (try? SmallDisk(words, kibibytes: 64)) != nil
    }

    static let isPossible = starter != nil
    static let reason = "the machine allows no mount: neither root nor user namespaces"

    /// - Parameter kibibytes: its size.
    convenience init(kibibytes: Int) throws {
        try self.init(Self.starter ?? [], kibibytes: kibibytes)
    }

    private init(_ starter: [String], kibibytes: Int) throws {
        mountPoint = "\(NSTemporaryDirectory())/greenalu-disk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: mountPoint, withIntermediateDirectories: true)
        let script = """
            mount -t tmpfs -o size=\(kibibytes)k,mode=700 none "$1" && mkdir "$1/out" || exit 1
            echo ready
            while read -r line; do
                mount -o "remount,$line" none "$1"
                echo "$line"
            done
            """
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        holder.arguments = ["unshare"] + starter + ["sh", "-c", script, "sh", mountPoint]
        holder.standardInput = leash
        holder.standardOutput = said
        holder.standardError = FileHandle.nullDevice
        try holder.run()
        folder = "/proc/\(holder.processIdentifier)/root\(mountPoint)"
        guard hears("ready"), FileManager.default.fileExists(atPath: watched) else {
            throw CaseFault("no disk can be mounted")
        }
    }

    deinit {
        try? leash.fileHandleForWriting.close()
        holder.waitUntilExit()
        try? FileManager.default.removeItem(atPath: mountPoint)
    }

    /// The folder on it that commands write to.
    var watched: String { "\(folder)/out" }

    /// Forbids to write on it, or allows it again.
    func setReadOnly(_ isReadOnly: Bool) throws {
        let word = isReadOnly ? "ro" : "rw"
        leash.fileHandleForWriting.write(Data("\(word)\n".utf8))
        guard hears(word) else { throw CaseFault("the disk cannot be mounted \(word)") }
    }

    private func hears(_ word: String) -> Bool {
        said.fileHandleForReading.availableData == Data("\(word)\n".utf8)
    }

    // MARK: Room

    /// Fills it up until so much is free.
    /// - Returns: false where less is free already.
    func leave(kibibytes: Int) throws -> Bool {
        let filler = "\(folder)/filler"
        try? FileManager.default.removeItem(atPath: filler)
        let excess = try freeBytes - kibibytes * 1024
        if excess < 0 { return false }
        let descriptor = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CaseFault("\(filler): error \(errno)") }
        defer { close(descriptor) }
        if excess > 0 {
            let number = posix_fallocate(descriptor, 0, excess)
            guard number == 0 else { throw CaseFault("\(filler): error \(number)") }
        }
        return true
    }

    private var freeBytes: Int {
        get throws {
            var information = statvfs()
            guard statvfs(folder, &information) == 0 else { throw CaseFault("\(folder): \(errno)") }
            return Int(information.f_bavail) * Int(information.f_bsize)
        }
    }
}
