/// The figures of the tables a run read, as a reference keeps them: one line for a row of a table,
/// texts and plausible ranges left out, numbers in the unit of the schema.
public struct RecordedInputs: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public let table: TableName
        /// Key parts, in the order of the schema's key.
        public let key: [String]
        /// Column and value, in the order of the schema; what is missing has no entry.
        public let cells: [Cell]
        /// Line of the file; nil for rows read from a reference.
        public let line: Int?

        /// `CN-YN 2026`, as a person names the row.
        public var name: String { key.filter { !$0.isEmpty }.joined(separator: " ") }
    }

    public struct Cell: Sendable, Hashable {
        public let column: String
        public let text: String
    }

    public let rows: [Row]

    /// Tables that no projection and no plan reads: what was published, the source's own words,
    /// transfers of the past, and what is drawn together in ensembles.
    static let unreadTables: Set<TableName> = [
        .reported, .seedChecks, .seedFacts, .transfersHistory, .hydroCorrelation,
    ]

    public init(_ data: DataSet) {
        var rows: [Row] = []
        for name in TableName.allCases where !Self.unreadTables.contains(name) {
            let table = data[name]
            let columns = Self.columns(of: table.schema)
            for row in table.rows {
                let cells = columns.compactMap { column -> Cell? in
                    guard let position = table.schema.position(of: column) else { return nil }
                    let text = DataTable.keyText(row.cells[position])
                    return text.isEmpty ? nil : Cell(column: column, text: text)
                }
                rows.append(
                    Row(table: name, key: table.key(of: row), cells: cells, line: row.line))
            }
        }
        self.rows = rows.sorted(by: Self.isBefore)
    }

    /// The order of the rows in a file does not matter to a run, so it does not to a reference.
    private static func isBefore(_ first: Row, _ second: Row) -> Bool {
        first.table != second.table
            ? first.table.rawValue < second.table.rawValue
            : first.key.lexicographicallyPrecedes(second.key)
    }

    /// Columns that a run reads: figures, choices and references, beyond the key.
    static func columns(of schema: TableSchema) -> [String] {
        schema.columns.filter { column in
            guard !schema.key.contains(column.name), !["low", "high"].contains(column.name),
                column.name != "grade", !column.name.hasSuffix("_grade")
            else { return false }
            switch column.kind {
            case .text(.name), .text(.prose), .unit: return false
            default: return true
            }
        }.map(\.name)
    }

    // MARK: - As a file

    static let header = "table,row,values"

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for row in rows {
            text.append([
                row.table.rawValue, row.key.joined(separator: "/"),
                row.cells.map { "\($0.column)=\($0.text)" }.joined(separator: " "),
            ])
        }
        return text
    }

    /// Reads the file back; nil where it is none of ours.
    init?(_ document: CSVDocument) {
        guard document.isSound, document.header.joined(separator: ",") == Self.header else {
            return nil
        }
        var rows: [Row] = []
        for record in 0..<document.recordCount {
            guard let table = TableName(rawValue: document.text(record: record, field: 0)) else {
                return nil
            }
            let key = document.text(record: record, field: 1)
                .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard key.count == TableSchema.schema(for: table).key.count else { return nil }
            var cells: [Cell] = []
            for word in document.text(record: record, field: 2).split(separator: " ") {
                guard let equals = word.firstIndex(of: "=") else { return nil }
                cells.append(
                    Cell(
                        column: String(word[..<equals]),
                        text: String(word[word.index(after: equals)...])))
            }
            rows.append(Row(table: table, key: key, cells: cells, line: nil))
        }
        self.rows = rows
    }

    // MARK: - Differences

    /// What is not the same now.
    public func changes(to present: RecordedInputs) -> [CellChange] {
        struct Place: Hashable {
            let table: TableName
            let key: [String]
        }
        func byPlace(_ rows: [Row]) -> [Place: Row] {
            Dictionary(
                rows.map { (Place(table: $0.table, key: $0.key), $0) },
                uniquingKeysWith: { first, _ in first })
        }
        let before = byPlace(rows)
        let after = byPlace(present.rows)
        var found: [CellChange] = []
        for row in rows {
            guard let now = after[Place(table: row.table, key: row.key)] else {
                found.append(CellChange(row, column: nil, recorded: row.name, found: nil))
                continue
            }
            let recorded = Dictionary(
                row.cells.map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first })
            let columns = Self.columns(of: TableSchema.schema(for: row.table))
            let values = Dictionary(
                now.cells.map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first })
            for column in columns where recorded[column] != values[column] {
                found.append(
                    CellChange(
                        now, column: column, recorded: recorded[column], found: values[column]))
            }
        }
        for row in present.rows where before[Place(table: row.table, key: row.key)] == nil {
            found.append(CellChange(row, column: nil, recorded: nil, found: row.name))
        }
        return found
    }
}

/// A cell, or a whole row, of a table that is not as it was recorded.
public struct CellChange: Sendable, Hashable {
    public let table: TableName
    public let key: [String]
    /// Line of the file now; nil where the row is gone.
    public let line: Int?
    /// Nil where the whole row came or went.
    public let column: String?
    /// Nil where there was or is none.
    public let recorded: String?
    public let found: String?
    /// All cells of a row that is gone, so that it can be put back; else empty.
    let lostCells: [RecordedInputs.Cell]

    init(_ row: RecordedInputs.Row, column: String?, recorded: String?, found: String?) {
        table = row.table
        key = row.key
        line = row.line
        self.column = column
        self.recorded = recorded
        self.found = found
        lostCells = column == nil && found == nil ? row.cells : []
    }

    /// `hydrology.csv:13: CN-YN index 2026 value`.
    public var place: String {
        let name = key.filter { !$0.isEmpty }.joined(separator: " ")
        return table.fileName + (line.map { ":\($0)" } ?? "") + ": " + name
            + (column.map { " \($0)" } ?? "")
    }
}
