internal import Foundation
internal import GRDB
internal import Simulator

/// Jobs as rows, so that their results outlive the server.
extension ScenarioStore {
    /// A new job gets its number; numbers are never given twice.
    func add(_ request: JobRequest, total: Int) throws -> JobRecord {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO job (kind, link, settings, digest, status, done, total, created)
                    VALUES (?, ?, ?, ?, ?, 0, ?, ?)
                    """,
                arguments: [
                    request.kind.rawValue, request.link, request.settingsDocument.rendered,
                    request.digest, JobStatus.waiting.rawValue, total, Self.now,
                ])
            let number = Int(database.lastInsertedRowID)
            try database.execute(
                sql: """
                    DELETE FROM job WHERE status NOT IN ('waiting', 'running') AND number NOT IN
                    (SELECT number FROM job ORDER BY number DESC LIMIT ?)
                    """,
                arguments: [Self.jobLimit])
            guard let record = try Self.job(number, database) else {
                throw StoreFailure(message: Message(StoreMessage.full))
            }
            return record
        }
    }

    func job(_ number: Int) throws -> JobRecord? {
        try read { try Self.job(number, $0) }
    }

    /// The newest first.
    func jobs() throws -> [JobRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT \(Self.columns) FROM job ORDER BY number DESC"
            ).compactMap(JobRecord.init)
        }
    }

    func note(_ status: JobStatus, of number: Int) throws {
        try write { database in
            try database.execute(
                sql: "UPDATE job SET status = ? WHERE number = ?",
                arguments: [status.rawValue, number])
        }
    }

    /// Writes how a job ended. A job that was ended already stays as it is.
    func end(_ record: JobRecord, result: JobResult?) throws {
        try write { database in
            try database.execute(
                sql: """
                    UPDATE job SET status = ?, done = ?, total = ?, finished = ?, message_en = ?,
                    message_zh = ?, csv = ?, document = ?, fragment_en = ?, fragment_zh = ?
                    WHERE number = ? AND status IN ('waiting', 'running')
                    """,
                arguments: [
                    record.status.rawValue, record.done, record.total, record.finished,
                    record.message?.english, record.message?.chinese,
                    result.map { Data($0.csv.utf8) }, result.map { Data($0.document.utf8) },
                    result?.fragment.map { Data($0.english.utf8) },
                    result?.fragment.map { Data($0.chinese.utf8) }, record.number,
                ])
        }
    }

    /// What a finished job found; nil without one.
    func result(of number: Int) throws -> JobResult? {
        try read { database in
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT csv, document, fragment_en, fragment_zh FROM job WHERE number = ?",
                    arguments: [number]),
                let csv: Data = row["csv"], let document: Data = row["document"]
            else { return nil }
            func text(_ data: Data?) -> String? { data.map { String(decoding: $0, as: UTF8.self) } }
            var fragment: Text?
            if let english = text(row["fragment_en"]), let chinese = text(row["fragment_zh"]) {
                fragment = Text(en: english, zh: chinese)
            }
            return JobResult(
                csv: String(decoding: csv, as: UTF8.self),
                document: String(decoding: document, as: UTF8.self), fragment: fragment)
        }
    }

    /// Ends the jobs that a server which is no more was at: only one has the store at a time.
    static func markInterrupted(_ database: Database) throws {
        let message = Message(JobMessage.interrupted).asText
        try database.execute(
            sql: """
                UPDATE job SET status = ?, finished = ?, message_en = ?, message_zh = ?
                WHERE status IN ('waiting', 'running')
                """,
            arguments: [JobStatus.interrupted.rawValue, now, message.english, message.chinese])
    }

    private static let columns = """
        number, kind, link, settings, digest, status, done, total, created, finished,
        message_en, message_zh
        """

    private static func job(_ number: Int, _ database: Database) throws -> JobRecord? {
        try Row.fetchOne(
            database, sql: "SELECT \(columns) FROM job WHERE number = ?", arguments: [number]
        ).flatMap(JobRecord.init)
    }
}

extension JobRecord {
    fileprivate init?(_ row: Row) {
        guard let kind = JobKind(rawValue: row["kind"]),
            let status = JobStatus(rawValue: row["status"])
        else { return nil }
        var message: Text?
        if let english: String = row["message_en"], let chinese: String = row["message_zh"] {
            message = Text(en: english, zh: chinese)
        }
        self.init(
            number: row["number"], kind: kind, link: row["link"],
            settings: row["settings"], digest: row["digest"], status: status, done: row["done"],
            total: row["total"], created: row["created"], finished: row["finished"],
            message: message)
    }
}
