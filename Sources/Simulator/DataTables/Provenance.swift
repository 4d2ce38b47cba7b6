/// Where one value of a data set comes from and how far it may be off.
public struct Provenance: Sendable, Hashable {
    public let table: TableName
    public let file: String
    public let line: Int
    public let column: String
    public let unit: String
    /// Bounds of a plausible range, in `unit`; nil where the table gives none for this column.
    public let low: Double?
    public let high: Double?
    public let grade: Grade
    public let source: String
    public let url: String
    public let note: String
}

extension DataTable {
    /// The provenance of a value; nil for columns that have none, such as names and codes.
    public func provenance(of column: String, in row: TableRow) -> Provenance? {
        guard schema.valueColumns.contains(column), let definition = schema.column(column),
            let grade = grade(of: column, in: row)
        else { return nil }
        let bounds = bounds(of: column, in: row)
        return Provenance(
            table: schema.name, file: file, line: row.line, column: column,
            unit: unit(of: definition, in: row), low: bounds.low, high: bounds.high,
            grade: grade, source: text("source", row) ?? text("quote_zh", row) ?? "",
            url: text("url", row) ?? "", note: text("note", row) ?? "")
    }

    private func grade(of column: String, in row: TableRow) -> Grade? {
        switch schema.gradeRule {
        case .none: nil
        case .fixed(let grade): grade
        case .column(let name): text(name, row).flatMap { Grade(rawValue: $0) }
        case .columns(let names):
            names[column].flatMap { text($0, row) }.flatMap { Grade(rawValue: $0) }
        }
    }

    /// The unit of a column's number in a row.
    public func unit(of column: ColumnSchema, in row: TableRow) -> String {
        switch column.unit {
        case .none: ""
        case .fixed(let unit): unit
        case .ofRow: text("unit", row) ?? ""
        }
    }

    /// The plausible range of a column's number, in its unit.
    public func bounds(of column: String, in row: TableRow) -> (low: Double?, high: Double?) {
        let low = number("low", row)
        let high = number("high", row)
        switch schema.rangeRule {
        case .none: return (nil, nil)
        case .bounds(let bounded): return bounded == column ? (low, high) : (nil, nil)
        case .factors(let columns):
            guard columns.contains(column), let value = number(column, row) else {
                return (nil, nil)
            }
            return (low.map { $0 * value }, high.map { $0 * value })
        }
    }
}
