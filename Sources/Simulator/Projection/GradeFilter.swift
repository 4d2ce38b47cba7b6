/// Which grades of table rows a scenario admits, and what that left out.
///
/// Only what may be missing is left out: a transfer, a quota, hosting, a green option, a newcomer's
/// price. A value the model cannot do without stays; that it stayed is counted too.
struct GradeFilter {
    enum Rule {
        /// The value may be missing: it is left out.
        case droppable
        /// The model needs the value: it stays.
        case kept
        /// Belongs to a row that is counted by another column.
        case uncounted
    }

    /// Nil where every grade counts.
    private let admitted: Set<Grade>?
    /// Cells, so that one that all provinces read counts once.
    private var leftOut: [TableName: Set<Cell>] = [:]
    private var kept: [TableName: Set<Cell>] = [:]

    private struct Cell: Hashable {
        let line: Int
        let column: String
    }

    init() { admitted = nil }

    init(only grades: Set<Grade>) { admitted = grades }

    /// Whether a value counts.
    mutating func admits(
        _ column: String, in row: TableRow, of table: DataTable, under rule: Rule
    ) -> Bool {
        guard rule != .uncounted, excludes(column, in: row, of: table) else { return true }
        let cell = Cell(line: row.line, column: column)
        switch rule {
        case .droppable:
            leftOut[table.schema.name, default: []].insert(cell)
            return false
        case .kept, .uncounted:
            kept[table.schema.name, default: []].insert(cell)
            return true
        }
    }

    func excludes(_ column: String, in row: TableRow, of table: DataTable) -> Bool {
        guard let admitted, let grade = table.provenance(of: column, in: row)?.grade else {
            return false
        }
        return !admitted.contains(grade)
    }

    /// Warnings on what was left out and what stayed.
    var warnings: [Message] {
        guard let admitted else { return [] }
        let names = Grade.allCases.filter(admitted.contains).map(\.rawValue).joined(separator: ", ")
        func messages(_ message: InputMessage, _ cells: [TableName: Set<Cell>]) -> [Message] {
            TableName.allCases.compactMap { table in
                cells[table].map { cells in
                    Message(
                        message,
                        verbatim: [
                            "count": "\(cells.count)", "table": table.fileName, "grades": names,
                        ])
                }
            }
        }
        return messages(.gradesLeftOut, leftOut) + messages(.gradesKept, kept)
    }
}
