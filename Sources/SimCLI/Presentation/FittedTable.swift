/// A table that fits a width by cutting the columns that may be cut: the last one down to a dozen
/// characters, then the widest.
struct FittedTable {
    struct Column {
        let alignment: TextTable.Alignment
        /// The least width the column is cut to; nil for one that is never cut.
        let least: Int?

        static let text = Column(alignment: .left, least: nil)
        static let number = Column(alignment: .right, least: nil)

        static func cut(to least: Int) -> Column { Column(alignment: .left, least: least) }
    }

    /// What is left of the last column before others are cut.
    private static let keptOfLast = 12

    private let columns: [Column]
    private let gap: Int
    private var rows: [[String]] = []

    init(_ columns: [Column], gap: Int = 1) {
        self.columns = columns
        self.gap = gap
    }

    mutating func append(_ cells: [String]) {
        rows.append(cells)
    }

    func text(width: Int = 80) -> String {
        var widths = columns.indices.map { column in
            rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        // A column that is empty throughout takes no room.
        let shown = columns.indices.filter { widths[$0] > 0 }
        var excess = shown.reduce(0) { $0 + widths[$1] } + gap * (shown.count - 1) - width
        while excess > 0 {
            let open = shown.filter { column in
                columns[column].least.map { widths[column] > $0 } ?? false
            }
            guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
            if let last = open.last, last == shown.last, widths[last] > Self.keptOfLast {
                widths[last] -= 1
            } else {
                widths[widest] -= 1
            }
            excess -= 1
        }
        var table = TextTable(shown.map { columns[$0].alignment }, gap: gap)
        for row in rows {
            table.append(shown.map { DisplayWidth.cut(row[$0], to: widths[$0]) })
        }
        return table.text(width: width)
    }
}
