/// One of the CSV tables of a run folder, its fields as they were written.
public struct RunTable: Sendable {
    public let header: [String]
    public let rows: [[String]]

    /// Where a column stands; nil where the table has none of the name.
    public func position(of column: String) -> Int? { header.firstIndex(of: column) }
}

/// What a column of a run's tables holds.
public struct RunColumn: Sendable {
    public enum Kind: Sendable {
        case text, integer, number
        /// `yes` or `no`.
        case flag
        /// One of the words.
        case choice([String])
    }

    public let name: String
    public let kind: Kind
    /// Empty where the column has none, or every row states its own.
    public let unit: String
    public let meaning: Text
    /// Whether every row has a value.
    public let isRequired: Bool

    init(
        _ name: String, _ kind: Kind, unit: String = "", isRequired: Bool = true, _ meaning: Text
    ) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.meaning = meaning
        self.isRequired = isRequired
    }
}

/// The tables of a run folder: their columns, keys and how they refer to each other.
public enum RunTableName: String, CaseIterable, Sendable {
    case results
    case smelterResults = "smelter_results"
    case moves
    case reasons
    case missedQuotas = "missed_quotas"
    case shadowPrices = "shadow_prices"

    public var fileName: String { "\(rawValue).csv" }

    /// The columns in the order of the file.
    public var columns: [RunColumn] {
        switch self {
        case .results: RunColumn.results
        case .smelterResults: RunColumn.smelterResults
        case .moves: RunColumn.moves
        case .reasons: RunColumn.reasons
        case .missedQuotas: RunColumn.missedQuotas
        case .shadowPrices: RunColumn.shadowPrices
        }
    }

    /// Columns that tell a run's rows apart.
    public var key: [String] {
        switch self {
        case .results: ["region", "variable", "year"]
        case .smelterResults: ["block", "year"]
        case .moves: ["move"]
        case .reasons: ["move", "component"]
        case .missedQuotas: ["province", "year", "way"]
        case .shadowPrices: ["limit", "province", "smelter", "option", "year", "side"]
        }
    }

    public var title: Text {
        switch self {
        case .results:
            Text(en: "Results by variable, region and year", zh: "按变量、地区和年份的结果")
        case .smelterResults:
            Text(en: "Every block of capacity in every year", zh: "各产能单元逐年结果")
        case .moves: Text(en: "Planned transfers and chosen moves", zh: "计划转移与优化转移")
        case .reasons:
            Text(en: "Why the chosen moves pay, by component", zh: "优化转移为何合算，按构成项")
        case .missedQuotas:
            Text(
                en: "Missed quotas and the ways to close each",
                zh: "未完成的配额及补足各缺口的途径")
        case .shadowPrices:
            Text(en: "What one more unit of each limit is worth", zh: "各项限制再放宽一单位的价值")
        }
    }
}

/// A stumble over a table whose columns are not those of this version.
extension RunTable {
    /// Takes a table of a run apart.
    /// - Throws: ``InputRejected`` where the file is damaged or has other columns.
    init(_ bytes: [UInt8], name: RunTableName, file: String) throws(InputRejected) {
        let document = CSVReader(file: file).read(bytes)
        // A run without moves has a table of moves all the same, without rows.
        let headerOnly = "\(CSVMessage.area).\(CSVMessage.headerOnly.rawValue)"
        let faults = document.findings.filter {
            $0.severity == .error && $0.message.identifier != headerOnly
        }
        if !faults.isEmpty { throw InputRejected(faults) }
        let expected = name.columns.map(\.name)
        guard document.header == expected else {
            throw InputRejected(
                Finding(
                    .error,
                    Message(
                        ExportMessage.otherColumns,
                        verbatim: [
                            "found": document.header.joined(separator: ","),
                            "expected": expected.joined(separator: ","),
                        ]), at: Location(file: file, line: 1)))
        }
        header = document.header
        rows = (0..<document.recordCount).map { record in
            expected.indices.map { document.text(record: record, field: $0) }
        }
    }
}
