/// Finds the schema's columns in a header. Names must match exactly; order is free.
struct HeaderReader {
    let schema: TableSchema
    let file: String

    /// For each column of the schema the field it stands in, nil where it is missing.
    func fields(of header: [String], into findings: inout TableFindings) -> [Int?] {
        var fields = [Int?](repeating: nil, count: schema.columns.count)
        var misspelt: Set<String> = []
        for (index, name) in header.enumerated() {
            guard let position = schema.position(of: name) else {
                if ProvinceDirectory.trimmed(name).isEmpty {
                    findings.error(
                        Message(
                            TableMessage.unnamedColumn,
                            verbatim: [
                                "number": String(index + 1), "total": String(header.count),
                                "list": schema.columns.map(\.name).joined(separator: ", "),
                            ]),
                        line: 1, column: "\(index + 1)")
                    continue
                }
                reportUnknown(name, misspelt: &misspelt, into: &findings)
                continue
            }
            if fields[position] == nil {
                fields[position] = index
            } else {
                findings.error(
                    Message(TableMessage.duplicateColumn, verbatim: ["column": name]), line: 1,
                    column: name)
            }
        }
        for (position, column) in schema.columns.enumerated()
        where fields[position] == nil && !misspelt.contains(column.name) {
            findings.error(
                Message(
                    TableMessage.missingColumn,
                    ["column": Text(verbatim: column.name), "meaning": column.meaning]),
                line: 1, column: column.name)
        }
        return fields
    }

    private func reportUnknown(
        _ name: String, misspelt: inout Set<String>, into findings: inout TableFindings
    ) {
        let names = schema.columns.map(\.name)
        let folded = ProvinceDirectory.trimmed(name).lowercased()
        if let meant = names.first(where: { $0 == folded }) {
            misspelt.insert(meant)
            findings.error(
                Message(
                    TableMessage.columnSpelling,
                    verbatim: ["column": name, "suggestion": meant]),
                line: 1, column: name)
            return
        }
        var arguments = ["column": name, "list": names.joined(separator: ", ")]
        guard let nearest = Spelling.nearest(to: name, among: names) else {
            findings.error(
                Message(TableMessage.unknownColumn, verbatim: arguments), line: 1, column: name)
            return
        }
        arguments["suggestion"] = nearest
        findings.error(
            Message(TableMessage.unknownColumnNear, verbatim: arguments), line: 1, column: name)
    }
}
