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
    private(set) var leftOut: [TableName: Int] = [:]
    private(set) var kept: [TableName: Int] = [:]

    init() { admitted = nil }

    init(only grades: Set<Grade>) { admitted = grades }

    /// Whether a value counts.
    mutating func admits(
        _ column: String, in row: TableRow, of table: DataTable, under rule: Rule
    ) -> Bool {
        guard rule != .uncounted, excludes(column, in: row, of: table) else { return true }
        switch rule {
        case .droppable:
            leftOut[table.schema.name, default: 0] += 1
            return false
        case .kept, .uncounted:
            kept[table.schema.name, default: 0] += 1
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
        func messages(_ message: InputMessage, _ counts: [TableName: Int]) -> [Message] {
            TableName.allCases.compactMap { table in
                counts[table].map { count in
                    Message(
                        message,
                        verbatim: [
                            "count": "\(count)", "table": table.fileName, "grades": names,
                        ])
                }
            }
        }
        return messages(.gradesLeftOut, leftOut) + messages(.gradesKept, kept)
    }
}
