/// The results of a run as a reference keeps them: a row for a variable and region, a column for a
/// year.
public struct RecordedResults: Sendable, Hashable {
    public struct Place: Sendable, Hashable {
        public let variable: String
        /// `China` or `China|Yunnan`.
        public let region: String
        public let year: Int
    }

    /// As exported, with 12 significant digits.
    public private(set) var values: [Place: Double]
    public private(set) var units: [String: String]
    public let years: [Int]
    /// Variables and regions in the order of the catalogue.
    private var rows: [(variable: String, region: String)]

    public init(_ table: ResultTable) {
        var values: [Place: Double] = [:]
        var rows: [(variable: String, region: String)] = []
        var units: [String: String] = [:]
        for row in table.rows {
            let variable = VariableDefinition.all[row.variable]
            let region = row.province.map { table.regions[$0] } ?? ResultTable.region(nil)
            units[variable.name] = variable.unit
            if rows.last.map({ $0.variable != variable.name || $0.region != region }) ?? true {
                rows.append((variable.name, region))
            }
            let place = Place(
                variable: variable.name, region: region, year: table.horizon.year(at: row.year))
            values[place] = DecimalText.significant(row.value, digits: 12)
        }
        self.values = values
        self.units = units
        self.rows = rows
        years = (0..<table.horizon.yearCount).map { table.horizon.year(at: $0) }
    }

    public static func == (first: RecordedResults, second: RecordedResults) -> Bool {
        first.values == second.values && first.units == second.units
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(values)
    }

    /// Every place in the order of the file.
    public var places: [Place] {
        rows.flatMap { row in
            years.map { Place(variable: row.variable, region: row.region, year: $0) }
        }.filter { values[$0] != nil }
    }

    /// Adds the objective of a plan, million CNY, under the last year.
    mutating func add(objective: Double) {
        let name = ReferenceCheck.objectiveName
        let region = ResultTable.region(nil)
        rows.insert((name, region), at: 0)
        units[name] = "million CNY"
        let place = Place(variable: name, region: region, year: years.last ?? 0)
        values[place] = DecimalText.significant(objective, digits: 12)
    }

    // MARK: - As a file

    private static let header = ["variable", "unit", "region"]

    public var csv: CSVText {
        var text = CSVText(header: (Self.header + years.map(String.init)).joined(separator: ","))
        for row in rows {
            let cells = years.map { year in
                values[Place(variable: row.variable, region: row.region, year: year)]
                    .map(DecimalText.exported) ?? ""
            }
            text.append([row.variable, units[row.variable] ?? "", row.region] + cells)
        }
        return text
    }

    /// Reads the file back; nil where it is none of ours.
    init?(_ document: CSVDocument) {
        let head = Self.header.count
        let years = document.header.dropFirst(head).compactMap { Int($0) }
        guard document.isSound, Array(document.header.prefix(head)) == Self.header,
            years.count == document.header.count - head
        else { return nil }
        var values: [Place: Double] = [:]
        var rows: [(variable: String, region: String)] = []
        var units: [String: String] = [:]
        for record in 0..<document.recordCount {
            let variable = document.text(record: record, field: 0)
            let region = document.text(record: record, field: 2)
            units[variable] = document.text(record: record, field: 1)
            rows.append((variable, region))
            for (index, year) in years.enumerated() {
                let text = document.text(record: record, field: head + index)
                if text.isEmpty { continue }
                guard let value = Double(text), value.isFinite else { return nil }
                values[Place(variable: variable, region: region, year: year)] = value
            }
        }
        self.values = values
        self.units = units
        self.rows = rows
        self.years = years
    }
}
