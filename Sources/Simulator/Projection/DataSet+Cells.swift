extension DataSet {
    /// A number in the row with a key, and where it stands.
    func cell(
        _ table: TableName, key: [String], column: String
    ) -> (number: Double, file: String, line: Int)? {
        let source = self[table]
        guard let row = source.row(key: key), let number = source.number(column, row) else {
            return nil
        }
        return (number, source.file, row.line)
    }

    /// A text in the row with a key, and where it stands.
    func textCell(
        _ table: TableName, key: [String], column: String
    ) -> (text: String, file: String, line: Int)? {
        let source = self[table]
        guard let row = source.row(key: key), let text = source.text(column, row) else {
            return nil
        }
        return (text, source.file, row.line)
    }
}
