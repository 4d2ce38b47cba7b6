internal import Foundation
internal import GRDB
internal import PlannerPage
internal import Simulator

/// Scenarios that were saved under a name, and the jobs that were asked for, with their results.
///
/// Where the file cannot be used, a store in memory takes its place, and ``history`` says why; the
/// file is left as it is.
final class ScenarioStore: Sendable {
    /// Whether what is saved outlives the server.
    enum History: Sendable {
        case kept
        case unavailable(Message)
    }

    /// The most scenarios that may be saved.
    static let savedLimit = 1000
    /// Finished jobs that are kept; the oldest go.
    static let jobLimit = 200
    /// Bytes of a scenario's text.
    static let yamlLimit = 1 << 20

    let history: History
    let database: DatabaseQueue

    /// - Parameter path: of the file; nil for a store that lives as long as the server.
    /// - Throws: only where not even a store in memory can be made.
    init(path: String?, patience: Double = 2) throws {
        guard let path else {
            history = .unavailable(Message(StoreMessage.notAsked))
            database = try StoreFile.memory()
            return
        }
        do {
            database = try StoreFile(path: path, patience: patience).open()
            history = .kept
        } catch let failure as StoreFailure {
            database = try StoreFile.memory()
            history = .unavailable(failure.message)
        }
    }

    /// Ends the use of the file, which leaves nothing beside it. What comes later fails.
    func close() { try? database.close() }

    /// One saved scenario as the list shows it.
    struct Entry: Sendable, Hashable {
        public let scenario: SavedScenario
        /// When it was saved, in UTC: `2026-11-26T21:44:17Z`.
        public let created: String
    }

    // MARK: - Saved scenarios

    /// Saves a scenario's text, which was checked already. The same text under the same name is
    /// saved once.
    /// - Returns: the scenario, and whether it is new.
    /// - Throws: ``StoreRefusal`` where the store is full or the name is another scenario's;
    ///   ``StoreFailure``.
    func save(
        _ name: ScenarioName, yaml: String
    ) throws -> (entry: Entry, isNew: Bool) {
        try write { database in
            let sameName = "SELECT * FROM saved WHERE name = ?"
            if let row = try Row.fetchOne(database, sql: sameName, arguments: [name.text]) {
                let entry = Self.entry(row)
                if entry.scenario.yaml == yaml { return (entry, false) }
                throw StoreRefusal(
                    reason: .nameTaken,
                    message: Message(
                        StoreMessage.nameTaken,
                        verbatim: [
                            "value": name.text, "number": String(entry.scenario.number),
                        ]))
            }
            let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM saved") ?? 0
            guard count < Self.savedLimit else {
                throw StoreRefusal(
                    reason: .full,
                    message: Message(
                        StoreMessage.tooManySaved, verbatim: ["limit": String(Self.savedLimit)]))
            }
            try database.execute(
                sql: "INSERT INTO saved (name, file, yaml, created) VALUES (?, '', ?, ?)",
                arguments: [name.text, yaml, Self.now])
            let number = Int(database.lastInsertedRowID)
            try database.execute(
                sql: "UPDATE saved SET file = ? WHERE number = ?",
                arguments: [name.fileName(number: number), number])
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT * FROM saved WHERE number = ?", arguments: [number])
            else { throw StoreFailure(message: Message(StoreMessage.full)) }
            return (Self.entry(row), true)
        }
    }

    /// Nil where no scenario has the number.
    func saved(_ number: Int) throws -> SavedScenario? {
        try entry(number)?.scenario
    }

    func entry(_ number: Int) throws -> Entry? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM saved WHERE number = ?", arguments: [number]
            ).map(Self.entry)
        }
    }

    /// The saved scenarios, the newest first.
    /// - Parameter search: part of the name, each character for itself; nil for all.
    func entries(search: String? = nil) throws -> [Entry] {
        try read { database in
            guard let search, !search.isEmpty else {
                return try Row.fetchAll(
                    database, sql: "SELECT * FROM saved ORDER BY number DESC"
                ).map(Self.entry)
            }
            return try Row.fetchAll(
                database,
                sql: "SELECT * FROM saved WHERE name LIKE ? ESCAPE '\\' ORDER BY number DESC",
                arguments: ["%\(Self.escapedPattern(search))%"]
            ).map(Self.entry)
        }
    }

    /// - Returns: whether there was one to delete.
    func delete(_ number: Int) throws -> Bool {
        try write { database in
            try database.execute(
                sql: "DELETE FROM saved WHERE number = ?", arguments: [number])
            return database.changesCount > 0
        }
    }

    /// The wildcards of LIKE stand for themselves. A NUL would end the pattern.
    static func escapedPattern(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars where character.value != 0 {
            if "\\%_".unicodeScalars.contains(character) { result += "\\" }
            result.unicodeScalars.append(character)
        }
        return result
    }

    private static func entry(_ row: Row) -> Entry {
        Entry(
            scenario: SavedScenario(
                number: row["number"], name: row["name"], file: row["file"], yaml: row["yaml"]),
            created: row["created"])
    }

    // MARK: - Doing

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            return try database.read(body)
        } catch let error as DatabaseError {
            throw Self.failure(error)
        }
    }

    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            return try database.write(body)
        } catch let error as DatabaseError {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: DatabaseError) -> StoreFailure {
        error.resultCode == .SQLITE_FULL
            ? StoreFailure(message: Message(StoreMessage.full))
            : StoreFailure(
                message: Message(
                    StoreMessage.writeFailed, verbatim: ["problem": error.message ?? "SQLite"]))
    }

    /// In UTC, to the second.
    static var now: String { Date().formatted(.iso8601) }
}
