/// The results of a run as one long table, a row per variable, region and year.
public struct ResultTable: Sendable {
    public struct Row: Sendable, Hashable {
        /// Index into ``VariableDefinition/all``.
        public let variable: Int
        /// Index of the province, or nil for China.
        public let province: Int?
        /// Index of the year.
        public let year: Int
        public let value: Double
    }

    public let scenario: String
    public let regions: [String]
    public let horizon: PlanningHorizon
    public let rows: [Row]

    /// Rows in the order of the catalogue, China before the provinces by code, years ascending.
    /// What has no value has no row.
    public init(_ outcome: Outcome) {
        let inputs = outcome.inputs
        scenario = inputs.scenarioIdentifier
        horizon = inputs.horizon
        regions = inputs.provinces.map { Self.region($0) }
        let cells = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount
        ) { province, year in
            VariableDefinition.Cell(
                outcome: outcome.province[province, year],
                power: outcome.baseline.power.province[province, year],
                cut: outcome.baseline.cut[province, year])
        }
        var rows: [Row] = []
        for (index, variable) in VariableDefinition.all.enumerated() {
            for year in 0..<inputs.yearCount {
                let value = Self.nationalValue(variable, cells, outcome, year)
                if let value {
                    rows.append(Row(variable: index, province: nil, year: year, value: value))
                }
            }
            for province in 0..<inputs.provinceCount {
                for year in 0..<inputs.yearCount {
                    guard let value = Self.value(variable, cells[province, year]) else { continue }
                    rows.append(
                        Row(variable: index, province: province, year: year, value: value))
                }
            }
        }
        self.rows = rows
    }

    /// `China` or `China|Yunnan`, as IAMC tables name regions.
    public static func region(_ province: Province?) -> String {
        province.map { "China|\($0.name.english)" } ?? "China"
    }

    /// The value of a variable, or nil where there is none.
    public subscript(name: String, province: Int?, year: Int) -> Double? {
        guard let variable = Self.places[name] else { return nil }
        let sought = (variable, province ?? -1, year)
        // Rows ascend by variable, region with China first, and year.
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            let row = rows[middle]
            if (row.variable, row.province ?? -1, row.year) < sought {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < rows.count else { return nil }
        let row = rows[low]
        return (row.variable, row.province ?? -1, row.year) == sought ? row.value : nil
    }

    /// Where a variable stands in the catalogue.
    private static let places = Dictionary(
        VariableDefinition.all.enumerated().map { ($1.name, $0) },
        uniquingKeysWith: { first, _ in first })

    private static func value(
        _ variable: VariableDefinition, _ cell: VariableDefinition.Cell
    ) -> Double? {
        switch variable.aggregation {
        case .sum(let read): return read(cell)
        case .ratio(let scale, let part, let whole):
            let denominator = whole(cell)
            return denominator > 0 ? scale * part(cell) / denominator : nil
        case .weightedMean(let read, _): return read(cell)
        case .provinces(let read): return read(cell)
        case .national: return nil
        }
    }

    private static func nationalValue(
        _ variable: VariableDefinition,
        _ cells: ProvinceYearTable<VariableDefinition.Cell>, _ outcome: Outcome, _ year: Int
    ) -> Double? {
        func total(_ read: (VariableDefinition.Cell) -> Double) -> Double {
            var sum = 0.0
            for province in 0..<cells.provinceCount { sum += read(cells[province, year]) }
            return sum
        }
        switch variable.aggregation {
        case .sum(let read): return total(read)
        case .ratio(let scale, let part, let whole):
            let denominator = total(whole)
            return denominator > 0 ? scale * total(part) / denominator : nil
        case .weightedMean(let read, let weight):
            let sum = total(weight)
            return sum > 0 ? total { read($0) * weight($0) } / sum : nil
        case .provinces: return nil
        case .national(let read): return read(outcome, year)
        }
    }

    public static let header = "model,scenario,region,variable,unit,year,value"

    /// The table as CSV.
    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for row in rows {
            let variable = VariableDefinition.all[row.variable]
            text.append([
                "greenalu", scenario, row.province.map { regions[$0] } ?? "China", variable.name,
                variable.unit, String(horizon.year(at: row.year)), DecimalText.exported(row.value),
            ])
        }
        return text
    }
}

/// A CSV file being written: LF line ends, fields quoted where they must be.
public struct CSVText: Sendable {
    public private(set) var text: String

    public init(header: String) {
        text = header + "\n"
    }

    /// - Parameter columns: names of columns, quoted where they must be.
    public init(columns: [String]) {
        text = columns.map(Self.quoted).joined(separator: ",") + "\n"
    }

    public mutating func append(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { text += "," }
            text += Self.quoted(field)
        }
        text += "\n"
    }

    public var bytes: [UInt8] { Array(text.utf8) }

    static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { byte in
            byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return field }
        return "\""
            + field.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
