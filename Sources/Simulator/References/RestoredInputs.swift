extension DataSet {
    /// The tables with some changes undone, so that what they cause can be told apart.
    func undoing(_ changes: [CellChange]) -> DataSet {
        guard !changes.isEmpty else { return self }
        var tables: [TableName: DataTable] = [:]
        for name in TableName.allCases {
            let own = changes.filter { $0.table == name }
            tables[name] = own.isEmpty ? self[name] : self[name].undoing(own)
        }
        return DataSet(
            directory: directory, tables: tables, provinces: provinces, digests: digests,
            notices: notices)
    }
}

extension DataTable {
    /// - Parameter changes: all of this table. A row that is gone comes back with what was
    ///   recorded of it, its texts missing; one that was added goes.
    fileprivate func undoing(_ changes: [CellChange]) -> DataTable {
        let byKey = Dictionary(grouping: changes, by: \.key)
        var rows: [TableRow] = []
        for row in self.rows {
            guard let own = byKey[key(of: row)] else {
                rows.append(row)
                continue
            }
            if own.contains(where: { $0.column == nil && $0.recorded == nil }) { continue }
            var cells = row.cells
            for change in own {
                guard let column = change.column, let position = schema.position(of: column) else {
                    continue
                }
                cells[position] = schema.columns[position].cell(change.recorded)
            }
            rows.append(TableRow(line: row.line, cells: cells))
        }
        for change in changes where change.column == nil && change.found == nil {
            rows.append(lostRow(change))
        }
        return DataTable(schema: schema, file: file, rows: rows)
    }
}

extension DataTable {
    fileprivate func lostRow(_ change: CellChange) -> TableRow {
        var texts = Dictionary(
            change.lostCells.map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first })
        for (column, text) in zip(schema.key, change.key) { texts[column] = text }
        return TableRow(line: 0, cells: schema.columns.map { $0.cell(texts[$0.name]) })
    }
}

extension ColumnSchema {
    /// What a recorded text stands for.
    fileprivate func cell(_ text: String?) -> Cell {
        guard let text, !text.isEmpty else { return .missing }
        return isNumeric ? Double(text).map(Cell.number) ?? .missing : .text(text)
    }
}
