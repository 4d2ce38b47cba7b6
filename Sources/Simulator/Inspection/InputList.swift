/// Every input of the model as a document in Markdown: series by series with values, unit, grade and
/// source, table by table.
public struct InputList: Sendable {
    /// One series of a table: all rows that differ in the year, the month or the second province only.
    public struct Series: Sendable, Hashable {
        /// Words of the key, and the column where a table has several.
        public let name: String
        /// What a parameter means; empty for others, whose table and column say it.
        public let meaning: Text
        public let unit: String
        public let years: String
        public let values: String
        /// In the order in which they occur.
        public let grades: [Grade]
        /// Numbers of the table's sources, from 1.
        public let sources: [Int]
    }

    public struct Table: Sendable {
        public let name: TableName
        public let title: Text
        public let series: [Series]
        /// Document or rule with its address, each once.
        public let sources: [String]
    }

    public let tables: [Table]

    /// Tables that no equation reads: names, published figures, facts, and moves before the base year.
    private static let others: Set<TableName> = [
        .provinces, .reported, .seedChecks, .seedFacts, .transfersHistory,
    ]
    /// Key columns that run along a series.
    private static let running: Set<String> = ["year", "month", "province_b"]

    public init(data: DataSet) {
        tables = TableName.allCases.filter { !Self.others.contains($0) }.map { name in
            Self.table(data[name])
        }
    }

    /// Columns without a rule of their own for grades that enter equations all the same: their grade is
    /// that of the row.
    private static let furtherColumns: [TableName: [String]] = [
        .transfers: ["captive_coal_share", "captive_renewable_share"]
    ]

    private struct Collected {
        var name: String
        var meaning: Text
        var unit: String
        var years: [Int] = []
        var values: [Double] = []
        var grades: [Grade] = []
        var sources: [Int] = []
    }

    private static func table(_ table: DataTable) -> Table {
        let schema = table.schema
        let words = schema.key.filter { !running.contains($0) }
        var places: [String: Int] = [:]
        var collected: [Collected] = []
        var sources: [String] = []
        for row in table.rows {
            let key = words.compactMap { column in
                schema.position(of: column).map { DataTable.keyText(row.cells[$0]) }
            }.filter { !$0.isEmpty }
            for column in schema.valueColumns + (furtherColumns[schema.name] ?? []) {
                let graded = schema.valueColumns.contains(column) ? column : schema.valueColumns[0]
                guard let value = table.number(column, row),
                    let definition = schema.column(column),
                    let provenance = table.provenance(of: graded, in: row)
                else { continue }
                let name = (key + (schema.valueColumns.count > 1 ? [column] : []))
                    .joined(separator: " ")
                let unit = Self.unit(
                    table.unit(of: definition, in: row), of: column, in: schema)
                let place = places["\(name)\u{1F}\(unit)"] ?? collected.count
                if place == collected.count {
                    places["\(name)\u{1F}\(unit)"] = place
                    let meaning =
                        schema.name == .parameters
                        ? key.first.flatMap(ParameterDefinition.definition)?.meaning : nil
                    collected.append(
                        Collected(
                            name: name.isEmpty ? column : name,
                            meaning: meaning ?? Text(verbatim: ""), unit: unit))
                }
                if let year = table.integer("year", row),
                    !collected[place].years.contains(year)
                {
                    collected[place].years.append(year)
                }
                collected[place].values.append(value)
                if !collected[place].grades.contains(provenance.grade) {
                    collected[place].grades.append(provenance.grade)
                }
                let source =
                    provenance.url.isEmpty
                    ? provenance.source : "\(provenance.source) <\(provenance.url)>"
                let number = sources.firstIndex(of: source) ?? sources.count
                if number == sources.count { sources.append(source) }
                if !collected[place].sources.contains(number + 1) {
                    collected[place].sources.append(number + 1)
                }
            }
        }
        return Table(
            name: schema.name, title: schema.title,
            series: collected.map { item in
                Series(
                    name: item.name, meaning: item.meaning, unit: item.unit,
                    years: span(item.years),
                    values: span(item.values), grades: item.grades, sources: item.sources)
            }, sources: sources)
    }

    /// A row that holds several values lists their units with `; ` in the order of the columns.
    private static func unit(_ unit: String, of column: String, in schema: TableSchema) -> String {
        let parts = unit.split(separator: ";").map { part in
            String(part.drop { $0 == " " })
        }
        guard parts.count > 1, parts.count == schema.valueColumns.count,
            let place = schema.valueColumns.firstIndex(of: column)
        else { return unit }
        return parts[place]
    }

    private static func span(_ years: [Int]) -> String {
        guard let first = years.min(), let last = years.max() else { return "" }
        return first == last ? String(first) : "\(first)-\(last)"
    }

    /// Up to four values one by one; more by their ends.
    private static func span(_ values: [Double]) -> String {
        let texts = values.map(DecimalText.short)
        if Set(texts).count == 1 { return texts[0] }
        if texts.count <= 4 { return texts.joined(separator: ", ") }
        guard let least = values.min(), let largest = values.max() else { return "" }
        return "\(DecimalText.short(least)) … \(DecimalText.short(largest)) (\(texts.count))"
    }

    /// The document.
    public func markdown(in language: Language) -> String {
        func say(_ message: InputListMessage) -> String { message.text[language] }
        var text = "# \(say(.title))\n\n\(say(.introduction))\n"
        for table in tables {
            text += "\n## \(table.name.fileName)\n\n\(table.title[language])\n\n"
            let head = [
                say(.input), say(.unit), say(.years), say(.values), say(.grade), say(.source),
            ]
            text += Self.line(head) + Self.line(head.map { _ in "---" })
            for series in table.series {
                text += Self.line([
                    "`\(series.name)`"
                        + (series.meaning[language].isEmpty
                            ? "" : " \(series.meaning[language])"),
                    series.unit, series.years, series.values,
                    series.grades.map(\.rawValue).joined(separator: ", "),
                    series.sources.map(String.init).joined(separator: ", "),
                ])
            }
            text += "\n\(say(.sources))\n\n"
            for (index, source) in table.sources.enumerated() {
                text += "\(index + 1). \(Self.escaped(source))\n"
            }
        }
        return text
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }

    /// What would end a cell or begin markup.
    private static func escaped(_ text: String) -> String {
        PrintableText.escaped(text)
            .replacing("|", with: "\\|")
            .replacing("*", with: "\\*")
    }
}
