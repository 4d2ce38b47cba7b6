/// Fields of single smelters and transfers.
extension InputResolver {
    /// A field as the scenario gives it, else as the table has it.
    mutating func itemField(
        _ group: String, _ item: String, _ field: String, inTable: ScenarioValue? = nil,
        row: TableRow? = nil, of table: DataTable? = nil
    ) -> ScenarioValue? {
        let address = ScenarioAddress("\(group).\(field)", item: item)
        if let assignment = scenario[address], let value = assignment.value {
            noteRestatement(assignment, beneath: inTable)
            record(address, value, Self.origin(assignment))
            return value
        }
        guard let inTable, let row, let table else { return nil }
        if table.schema.valueColumns.contains(field) {
            _ = admits(field, in: row, of: table, under: .kept)
        }
        record(address, inTable, .table(file: table.file, line: row.line, column: field))
        return inTable
    }

    /// Names of smelters or transfers below a group such as `transfers.add`, sorted.
    func items(under group: String) -> [String] {
        let names = scenario.assignments.keys
            .filter { $0.path.hasPrefix(group + ".") }
            .compactMap(\.item)
        return Set(names).sorted()
    }

    func originLocation(_ group: String, _ item: String) -> Location {
        let first = scenario.assignments
            .filter { $0.key.path.hasPrefix(group + ".") && $0.key.item == item }
            .min { $0.key < $1.key }
        return Location(
            file: first?.value.file, line: first?.value.line, keyPath: "\(group).\(item)")
    }
}
