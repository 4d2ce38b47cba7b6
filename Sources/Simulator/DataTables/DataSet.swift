/// The tables of one data folder, read and checked, with what identifies them.
public struct DataSet: Sendable {
    /// The folder as it was named to the loader.
    public let directory: String
    public let provinces: ProvinceDirectory
    /// SHA-256 of each table's file, in hexadecimal, sorted by file name.
    public let digests: [(file: String, sha256: String)]
    /// What was done or noticed while reading, none of it an error.
    public let notices: [Finding]
    private let tables: [TableName: DataTable]

    init(
        directory: String, tables: [TableName: DataTable], provinces: ProvinceDirectory,
        digests: [(file: String, sha256: String)], notices: [Finding]
    ) {
        self.directory = directory
        self.tables = tables
        self.provinces = provinces
        self.digests = digests
        self.notices = notices
    }

    /// A table. The loader never returns a data set that lacks one.
    public subscript(name: TableName) -> DataTable {
        tables[name]
            ?? DataTable(schema: TableSchema.schema(for: name), file: name.fileName, rows: [])
    }

    /// Where the value in a column of a table's row comes from.
    public func provenance(_ table: TableName, _ row: TableRow, _ column: String) -> Provenance? {
        self[table].provenance(of: column, in: row)
    }
}
