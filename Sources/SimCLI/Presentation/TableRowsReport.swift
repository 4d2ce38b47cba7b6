internal import Simulator

/// The chosen rows of a table: a line for each value with unit, range, grade and source, and the
/// sources and notes in full below. Numbers stand as the file has them.
struct TableRowsReport {
    let selection: TableSelection
    let written: WrittenTable
    let data: DataSet
    let language: Language

    init(
        _ selection: TableSelection, written: WrittenTable, data: DataSet, language: Language
    ) {
        self.selection = selection
        self.written = written
        self.data = data
        self.language = language
    }

    var table: DataTable { selection.table }
    var schema: TableSchema { table.schema }

    // MARK: - For people

    var text: String {
        let caption = say(
            .caption, ["title": schema.title[language], "file": table.file])
        guard !selection.rows.isEmpty else {
            return DisplayWidth.wrapped(caption) + "\n"
                + say(.noRows, ["count": String(table.rows.count)]) + "\n"
        }
        var remarks = Remarks()
        var result = DisplayWidth.wrapped(caption) + "\n"
        result += hasBlocks ? blocks(&remarks) : oneTable(&remarks)
        result += "\n"
        result += say(
            .rowsShown,
            ["shown": String(selection.rows.count), "count": String(table.rows.count)])
        result += "\n"
        if !remarks.texts.isEmpty { result += "\n" + label(.sources) + "\n" }
        for (index, remark) in remarks.texts.enumerated() {
            let line = say(.sourceLine, ["number": String(index + 1), "text": remark])
            result += DisplayWidth.wrapped(line, indent: "   ") + "\n"
        }
        return result
    }

    /// Sources and notes in full, each once, numbered as they come.
    private struct Remarks {
        private(set) var texts: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(of text: String) -> Int {
            if let known = numbers[text] { return known }
            texts.append(text)
            numbers[text] = texts.count
            return texts.count
        }
    }

    /// Whether a row has several values, which then stand in lines of their own below its key.
    private var hasBlocks: Bool { schema.valueColumns.count > 1 }

    private func oneTable(_ remarks: inout Remarks) -> String {
        let leading = leadingColumns
        var lines: [[String]] = []
        for row in selection.rows {
            let values = valueLines(of: row, remarks: &remarks).first
            lines.append(
                leading.map { shown($0.column, row) } + (values.map { Array($0.dropFirst()) } ?? [])
            )
        }
        var fitted = FittedTable(
            leading.map { $0.least.map { .cut(to: $0) } ?? .text } + Self.valueColumns.dropFirst())
        fitted.append(leading.map { label($0.heading) } + headings(for: lines).dropFirst())
        for line in lines { fitted.append(line) }
        return fitted.text()
    }

    private func blocks(_ remarks: inout Remarks) -> String {
        let blocks = selection.rows.map { row in
            (
                leadingColumns.map { shown($0.column, row) }.filter { !$0.isEmpty }
                    .joined(separator: "  "), valueLines(of: row, remarks: &remarks)
            )
        }
        var fitted = FittedTable(Self.valueColumns)
        fitted.append(headings(for: blocks.flatMap(\.1)))
        for block in blocks {
            for line in block.1 { fitted.append(["  \(line[0])"] + line.dropFirst()) }
        }
        var rest = fitted.text().split(separator: "\n", omittingEmptySubsequences: false)[...]
        var result = "\(rest.popFirst() ?? "")\n"
        for block in blocks {
            result += block.0 + "\n"
            for _ in block.1 { result += "\(rest.popFirst() ?? "")\n" }
        }
        return result
    }

    /// Quantity, value, unit, range, grade and source.
    private static let valueColumns: [FittedTable.Column] = [
        .text, .number, .cut(to: 8), .number, .text, .cut(to: 6),
    ]

    /// The headings of the value columns; none over a column that is empty throughout.
    private func headings(for lines: [[String]]) -> [String] {
        let words: [DataMessage] = [
            .headQuantity, .headValue, .headUnit, .headRange, .headGrade, .headSource,
        ]
        return words.enumerated().map { index, word in
            let place = words.count - index
            return lines.contains { !$0[$0.count - place].isEmpty } ? label(word) : ""
        }
    }

    /// A line for each value of a row; one where the table has no values.
    private func valueLines(of row: TableRow, remarks: inout Remarks) -> [[String]] {
        let source = sourceCell(row, remarks: &remarks)
        let columns = schema.valueColumns.filter { !cell($0, row).isEmpty }
        guard !columns.isEmpty else { return [["", "", "", "", "", source]] }
        return columns.enumerated().map { index, column in
            [
                column, cell(column, row), unit(of: column, row), range(of: column, row),
                table.provenance(of: column, in: row)?.grade.rawValue ?? "",
                index == 0 ? source : "",
            ]
        }
    }

    /// The number of the remark and how its source begins.
    private func sourceCell(_ row: TableRow, remarks: inout Remarks) -> String {
        var parts = ["source", "note", "reason", "quote_zh", "check", "text", "url"].map {
            schema.column($0) == nil ? "" : cell($0, row)
        }
        if schema.name == .reported || schema.name == .seedFacts {
            parts.insert(cell("quantity", row), at: 0)
        }
        if let definition = ParameterDefinition.definition(for: cell("key", row)) {
            parts.insert(definition.meaning[language], at: 0)
        }
        parts = parts.filter { !$0.isEmpty }
        guard let first = parts.first else { return "" }
        let number = remarks.number(of: parts.joined(separator: "; "))
        return "\(number) \(first)"
    }

    private func unit(of column: String, _ row: TableRow) -> String {
        guard let definition = schema.column(column) else { return "" }
        switch definition.unit {
        case .fixed(let unit): return unit
        // As the file has it: the value beside it is not converted either. Some figures that
        // are text have a unit too.
        case .ofRow, .none: return schema.column("unit") == nil ? "" : cell("unit", row)
        }
    }

    private func range(of column: String, _ row: TableRow) -> String {
        let prefix: String
        switch schema.rangeRule {
        case .none: return ""
        case .bounds(let bounded):
            guard bounded == column else { return "" }
            prefix = ""
        case .factors(let columns):
            guard columns.contains(column) else { return "" }
            prefix = "x "
        }
        let bounds = [cell("low", row), cell("high", row)].map(Self.shortened)
        return bounds.allSatisfy(\.isEmpty) ? "" : prefix + bounds.joined(separator: "-")
    }

    /// A bound with so many digits that no table could hold it is rounded.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > 8, let number = Double(text) else { return text }
        return DecimalText.short(number)
    }

    func cell(_ column: String, _ row: TableRow) -> String {
        PrintableText.escaped(written.text(column, row), limit: 4_000)
    }

    func label(_ message: DataMessage) -> String { message.text[language] }

    func say(_ message: DataMessage, _ arguments: [String: String]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }
}
