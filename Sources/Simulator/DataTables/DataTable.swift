/// What stands in one cell of a table.
public enum Cell: Sendable, Hashable {
    /// Empty, or `n/a` where a value may be missing.
    case missing
    case text(String)
    /// A number in the unit the schema names for it. Years are numbers too.
    case number(Double)
}

/// One row of a table, its cells in the order of the schema's columns.
public struct TableRow: Sendable, Hashable {
    /// The 1-based line of the file the row begins on.
    public let line: Int
    public let cells: [Cell]

    public init(line: Int, cells: [Cell]) {
        self.line = line
        self.cells = cells
    }
}

/// A table that was read and checked.
public struct DataTable: Sendable {
    public let schema: TableSchema
    /// The file it came from, without folder.
    public let file: String
    /// The rows in the order of the file.
    public let rows: [TableRow]
    private let positions: [String: Int]

    init(schema: TableSchema, file: String, rows: [TableRow]) {
        self.schema = schema
        self.file = file
        self.rows = rows
        var positions: [String: Int] = [:]
        positions.reserveCapacity(rows.count)
        let columns = schema.key.compactMap { schema.position(of: $0) }
        for (index, row) in rows.enumerated() {
            let key = Self.joined(columns.map { Self.keyText(row.cells[$0]) })
            if positions[key] == nil { positions[key] = index }
        }
        self.positions = positions
    }

    /// The row with the given key parts, in the order of ``TableSchema/key``. Years and months
    /// are written in digits; a missing part is the empty text.
    public func row(key: [String]) -> TableRow? {
        positions[Self.joined(key)].map { rows[$0] }
    }

    /// The number in a column of a row; nil where it is missing or text.
    public func number(_ column: String, _ row: TableRow) -> Double? {
        guard let position = schema.position(of: column),
            case .number(let value) = row.cells[position]
        else { return nil }
        return value
    }

    /// The text in a column of a row; nil where it is missing or a number.
    public func text(_ column: String, _ row: TableRow) -> String? {
        guard let position = schema.position(of: column),
            case .text(let value) = row.cells[position]
        else { return nil }
        return value
    }

    /// The text in a column that the schema lets no row leave empty.
    func requiredText(_ column: String, _ row: TableRow) -> String { text(column, row) ?? "" }

    /// The number in a column that the schema lets no row leave empty.
    func requiredNumber(_ column: String, _ row: TableRow) -> Double { number(column, row) ?? 0 }

    /// The whole number in a column of a row, such as a year.
    public func integer(_ column: String, _ row: TableRow) -> Int? {
        number(column, row).flatMap { Int(exactly: $0) }
    }

    /// A cell as part of a key.
    static func keyText(_ cell: Cell) -> String {
        switch cell {
        case .missing: ""
        case .text(let text): text
        case .number(let value): DecimalText.exact(value)
        }
    }

    /// The key parts of a row.
    func key(of row: TableRow) -> [String] {
        schema.key.compactMap { schema.position(of: $0) }.map { Self.keyText(row.cells[$0]) }
    }

    private static func joined(_ parts: [String]) -> String {
        parts.joined(separator: "\u{1F}")
    }
}
