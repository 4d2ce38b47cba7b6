internal import Foundation
internal import GRDB
internal import Simulator

#if canImport(Glibc)
    internal import Glibc
#endif

/// Opens the store's file, and never makes another in place of one it cannot read.
///
/// SQLite opens, writes and synchronises the file itself, so what stands here goes past the file layer
/// too: it only makes the file the owner's alone before SQLite finds it.
struct StoreFile {
    let path: String
    /// How long another program's lock is waited for.
    var patience: Double = 2

    /// - Throws: ``StoreFailure`` with what to do.
    func open() throws -> DatabaseQueue {
        try prepare()
        try checkJournalling()
        do {
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try check(database)
            tighten()
            try StoreSchema.migrator.migrate(database)
            // Where not even this can be written, nothing can.
            try database.write { try ScenarioStore.markInterrupted($0) }
            return database
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }

    /// A store in memory, for a server that keeps nothing.
    static func memory() throws -> DatabaseQueue {
        let database = try DatabaseQueue()
        try StoreSchema.migrator.migrate(database)
        return database
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            // One server for a store: a second could not know which jobs the first is at.
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// The folder for the owner alone, and the file too, before anything is in it.
    private func prepare() throws(StoreFailure) {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try makeFolder(folder)
        }
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw StoreFailure(
                    message: Message(StoreMessage.notAFile, verbatim: ["file": path]))
            }
            return
        }
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES
                ? StoreFailure(message: Message(StoreMessage.readOnly, verbatim: ["file": path]))
                : cannotOpen(String(cString: strerror(errno)))
        }
        close(descriptor)
    }

    /// A store that others may read is closed to them, once it is known to be one of ours.
    private func tighten() {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & 0o077 != 0 { _ = chmod(path, 0o600) }
    }

    /// Refuses a file with a write-ahead log, which this version never makes: SQLite would move the
    /// log's pages into the file in opening and closing it, before anything could be judged.
    private func checkJournalling() throws(StoreFailure) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        // Where it cannot be read, opening says why.
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 100)
        guard read(descriptor, &head, head.count) == head.count,
            head.starts(with: "SQLite format 3\0".utf8), head[18] > 1 || head[19] > 1
        else { return }
        let number = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
        throw StoreFailure(
            message: Message(
                number == StoreSchema.applicationNumber ? StoreMessage.newer : .foreign,
                verbatim: ["file": path]))
    }

    private func makeFolder(_ folder: String) throws(StoreFailure) {
        var parent = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
            parent += (parent.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
            var status = stat()
            if stat(parent, &status) == 0 { continue }
            guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
                throw errno == EROFS || errno == EACCES
                    ? StoreFailure(
                        message: Message(StoreMessage.readOnly, verbatim: ["file": path]))
                    : cannotOpen(String(cString: strerror(errno)))
            }
        }
    }

    /// Everything about the file is judged before anything is written to it.
    private func check(_ database: DatabaseQueue) throws {
        try database.inDatabase { database in
            let number = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let tables =
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard number == StoreSchema.applicationNumber || (number == 0 && tables == 0) else {
                throw StoreFailure(
                    message: Message(StoreMessage.foreign, verbatim: ["file": path]))
            }
            if tables > 0 {
                let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
                guard verdict == "ok" else { throw damaged(verdict ?? "quick_check") }
                let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                guard version <= StoreSchema.version,
                    try !StoreSchema.migrator.hasBeenSuperseded(database)
                else {
                    throw StoreFailure(
                        message: Message(StoreMessage.newer, verbatim: ["file": path]))
                }
            }
            // Takes the lock for the server's life, and finds out whether it may write.
            try database.inTransaction(.exclusive) {
                try database.execute(
                    sql: "PRAGMA application_id = \(StoreSchema.applicationNumber)")
                return .commit
            }
        }
    }

    private func failure(_ error: DatabaseError) -> StoreFailure {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreFailure(message: Message(StoreMessage.locked, verbatim: ["file": path]))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: damaged(error.message ?? "SQLite")
        case .SQLITE_READONLY, .SQLITE_PERM:
            StoreFailure(message: Message(StoreMessage.readOnly, verbatim: ["file": path]))
        default: cannotOpen(error.message ?? "SQLite")
        }
    }

    private func damaged(_ problem: String) -> StoreFailure {
        StoreFailure(
            message: Message(
                StoreMessage.damaged, verbatim: ["file": path, "problem": problem]))
    }

    private func cannotOpen(_ problem: String) -> StoreFailure {
        StoreFailure(
            message: Message(
                StoreMessage.cannotOpen, verbatim: ["file": path, "problem": problem]))
    }
}
