/// How many values of a table, or of several, have each grade.
public struct GradeShares: Sendable, Hashable {
    private var counts: [Grade: Int] = [:]

    public init() {}

    /// Graded values in all.
    public var total: Int { counts.values.reduce(0, +) }

    public func count(_ grade: Grade) -> Int { counts[grade] ?? 0 }

    /// The share of a grade in per cent; nil where nothing is graded.
    public func percentage(_ grade: Grade) -> Double? {
        total > 0 ? 100 * Double(count(grade)) / Double(total) : nil
    }

    public mutating func add(_ grade: Grade) {
        counts[grade, default: 0] += 1
    }

    public mutating func add(_ other: GradeShares) {
        for grade in Grade.allCases { counts[grade, default: 0] += other.count(grade) }
    }
}

extension DataTable {
    /// The columns that say how well a value is founded.
    public var gradeColumns: [String] {
        switch schema.gradeRule {
        case .none, .fixed: []
        case .column(let name): [name]
        // One column may grade several values; it counts once, in the order of the file.
        case .columns(let names):
            schema.columns.map(\.name).filter { Set(names.values).contains($0) }
        }
    }

    /// What the grade columns say, row by row. A table without such columns has no shares, even
    /// where all its values are of one grade by rule.
    public var gradeShares: GradeShares {
        var shares = GradeShares()
        for row in rows {
            for column in gradeColumns {
                if let grade = text(column, row).flatMap(Grade.init(rawValue:)) {
                    shares.add(grade)
                }
            }
        }
        return shares
    }

    /// The grades of a row's values, those by rule included.
    public func grades(of row: TableRow) -> Set<Grade> {
        Set(schema.valueColumns.compactMap { provenance(of: $0, in: row)?.grade })
    }
}

extension DataSet {
    /// Rows of all tables.
    public var rowCount: Int { TableName.allCases.reduce(0) { $0 + self[$1].rows.count } }

    /// The shares over all tables with grade columns.
    public var gradeShares: GradeShares {
        var shares = GradeShares()
        for name in TableName.allCases { shares.add(self[name].gradeShares) }
        return shares
    }
}
