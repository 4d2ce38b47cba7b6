/// One table: its columns, its key, and the rules that hold for its rows.
public struct TableSchema: Sendable {
    /// What the `unit` column must say.
    public enum UnitRule: Sendable, Hashable {
        /// No unit column.
        case none
        /// Exactly this text. Several values in a row have their units listed with `; `.
        case exactly(String)
        /// `%`; `1` and `fraction` are also read, and converted.
        case percent
        /// `fraction` or `1`; `%` is also read, and converted.
        case fraction
        /// Whatever the parameter of the row needs.
        case ofParameter
        /// Any unit: the table holds figures of many kinds.
        case free
    }

    /// What `low` and `high` refer to.
    public enum RangeRule: Sendable, Hashable {
        case none
        /// Bounds of one column, in its unit.
        case bounds(of: String)
        /// Factors on these columns.
        case factors(on: [String])
    }

    /// Where the grade of a value stands.
    public enum GradeRule: Sendable, Hashable {
        /// The values have none: names, codes, remarks.
        case none
        case column(String)
        /// A column of its own for each value column.
        case columns([String: String])
        case fixed(Grade)
    }

    public let name: TableName
    public let title: Text
    public let columns: [ColumnSchema]
    public let key: [String]
    /// The columns that hold the figures the table is there for.
    public let valueColumns: [String]
    public let unitRule: UnitRule
    public let rangeRule: RangeRule
    public let gradeRule: GradeRule
    private let positions: [String: Int]

    init(
        _ name: TableName, title: Text, key: [String], values: [String],
        units: UnitRule = .none, range: RangeRule = .none, grade: GradeRule = .column("grade"),
        columns: [ColumnSchema]
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.key = key
        valueColumns = values
        unitRule = units
        rangeRule = range
        gradeRule = grade
        positions = Dictionary(
            columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The position of a column in ``columns`` and in the cells of every row.
    public func position(of column: String) -> Int? { positions[column] }

    public func column(_ name: String) -> ColumnSchema? {
        positions[name].map { columns[$0] }
    }

    /// Every table, in the order of ``TableName``.
    public static let all: [TableSchema] = TableName.allCases.map { schema(for: $0) }

    public static func schema(for name: TableName) -> TableSchema {
        switch name {
        case .certificates: certificates
        case .freight: freight
        case .generation: generation
        case .generationGrowth: generationGrowth
        case .greenSupply: greenSupply
        case .gridEmissionFactors: gridEmissionFactors
        case .hosting: hosting
        case .hydroCorrelation: hydroCorrelation
        case .hydrology: hydrology
        case .parameters: parameters
        case .powerPrices: powerPrices
        case .provinces: provinces
        case .quotas: quotas
        case .relocationCosts: relocationCosts
        case .reported: reported
        case .seedChecks: seedChecks
        case .seedFacts: seedFacts
        case .smelters: smelters
        case .transfers: transfers
        case .transfersHistory: transfersHistory
        case .utilisation: utilisation
        }
    }
}
