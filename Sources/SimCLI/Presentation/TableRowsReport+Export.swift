internal import Simulator

/// The rows for programs: every column as the file has it.
extension TableRowsReport {
    /// Every column as the file has it, and the line of the file.
    var csv: CSVText {
        let names = schema.columns.map(\.name)
        var text = CSVText(header: (["line"] + names).joined(separator: ","))
        for row in selection.rows {
            text.append([String(row.line)] + names.map { written.text($0, row) })
        }
        return text
    }

    var json: JSONValue {
        .object([
            ("schema", .integer(1)), ("table", .text(schema.name.rawValue)),
            ("title", .text(schema.title[language])), ("file", .text(table.file)),
            (
                "columns",
                .array(
                    schema.columns.map {
                        .object([
                            ("name", .text($0.name)), ("meaning", .text($0.meaning[language])),
                        ])
                    })
            ),
            (
                "rows",
                .array(
                    selection.rows.map { row in
                        .object(
                            [("line", .integer(row.line))]
                                + schema.columns.map { ($0.name, json($0, row)) })
                    })
            ),
        ])
    }

    /// A cell as the file has it: a number where it is one, null where it is empty.
    private func json(_ column: ColumnSchema, _ row: TableRow) -> JSONValue {
        let text = written.text(column.name, row)
        if text.isEmpty { return .null }
        guard column.isNumeric, let number = Double(text), number.isFinite else {
            return .text(text)
        }
        return .number(number)
    }
}
