/// Finds rows with the same key, whether or not their values agree.
struct KeyCheck {
    let schema: TableSchema

    func check(_ table: inout ReadTable) {
        let positions = schema.key.compactMap { schema.position(of: $0) }
        var firstRows: [String: Int] = [:]
        firstRows.reserveCapacity(table.rows.count)
        for (index, row) in table.rows.enumerated() where !table.unkeyedRows.contains(index) {
            let parts = positions.map { DataTable.keyText(row.cells[$0]) }
            let key = parts.joined(separator: "\u{1F}")
            guard let first = firstRows[key] else {
                firstRows[key] = index
                continue
            }
            let isSame = table.rows[first].cells == row.cells
            table.findings.error(
                Message(
                    isSame ? RowMessage.duplicateKeySame : RowMessage.duplicateKeyDifferent,
                    verbatim: [
                        "key": parts.filter { !$0.isEmpty }.joined(separator: ", "),
                        "line": String(table.rows[first].line),
                    ]),
                line: row.line, column: schema.key.last)
        }
    }
}
