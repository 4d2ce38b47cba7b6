internal import GRDB

/// The tables of the store and how older files become newer ones.
enum StoreSchema {
    /// Stands in the file's head and tells our files from those of other programs: "GrAl".
    static let applicationNumber = 0x4772_416C

    /// The `user_version` of our files. A later version may count up, to be refused by this one.
    static let version = 0

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("scenarios-and-jobs") { database in
            try database.execute(
                sql: """
                    CREATE TABLE saved (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        name TEXT NOT NULL UNIQUE,
                        file TEXT NOT NULL,
                        yaml TEXT NOT NULL,
                        created TEXT NOT NULL
                    ) STRICT;
                    CREATE TABLE job (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        kind TEXT NOT NULL,
                        link TEXT NOT NULL,
                        settings TEXT NOT NULL,
                        digest TEXT NOT NULL,
                        status TEXT NOT NULL,
                        done INTEGER NOT NULL,
                        total INTEGER NOT NULL,
                        created TEXT NOT NULL,
                        finished TEXT,
                        csv BLOB,
                        document BLOB,
                        fragment_en BLOB,
                        fragment_zh BLOB,
                        message_en TEXT,
                        message_zh TEXT
                    ) STRICT;
                    """)
        }
        return migrator
    }
}
