/// The cells of a table as its file has them, before units are converted and numbers rounded to
/// what a `Double` holds. For showing a table; computing uses ``DataTable``.
public struct WrittenTable: Sendable {
    private let document: CSVDocument
    private let schema: TableSchema
    /// For each column of the schema the field it stands in.
    private let fields: [Int?]
    private let recordOfLine: [Int: Int]

    /// Reads the file of a table again.
    /// - Parameter table: a table of a data set that was accepted, so that its file is sound.
    public init(_ table: DataTable, in directory: String, files: FileLayer) throws {
        let limits = CSVReader.Limits()
        let bytes = try files.readFile(
            at: "\(directory)/\(table.file)", limit: limits.fileBytes)
        self.init(CSVReader(file: table.file, limits: limits).read(bytes), schema: table.schema)
    }

    init(_ document: CSVDocument, schema: TableSchema) {
        var findings = TableFindings(file: document.file)
        fields = HeaderReader(schema: schema, file: document.file).fields(
            of: document.header, into: &findings)
        self.document = document
        self.schema = schema
        recordOfLine = Dictionary(
            (0..<document.recordCount).map { (document.line(ofRecord: $0), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What stands in a column of a row; empty where the row has no such cell.
    public func text(_ column: String, _ row: TableRow) -> String {
        guard let position = schema.position(of: column), let field = fields[position],
            let record = recordOfLine[row.line]
        else { return "" }
        return document.text(record: record, field: field)
    }
}
