/// A sparse matrix stored by compressed columns.
///
/// Column `j` holds the entries `columnStarts[j] ..< columnStarts[j + 1]` of `rowIndices` and
/// `values`, with rows ascending and no duplicates. Entries that are exactly zero are not stored.
public struct SparseMatrix: Sendable, Equatable {
    /// One entry given by its place; entries at one place are added.
    public struct Triplet: Sendable, Equatable {
        public var row: Int
        public var column: Int
        public var value: Double

        public init(row: Int, column: Int, value: Double) {
            self.row = row
            self.column = column
            self.value = value
        }
    }

    public let rowCount: Int
    public let columnCount: Int
    /// `columnCount + 1` offsets into the entries.
    public let columnStarts: [Int]
    public let rowIndices: [Int]
    public let values: [Double]

    /// Builds a matrix from entries in any order; those at one place are added in the order given.
    ///
    /// The indices must lie within the dimensions: as with an array, one outside stops the program.
    public init(rowCount: Int, columnCount: Int, triplets: [Triplet]) {
        let inside = triplets.allSatisfy {
            (0..<rowCount).contains($0.row) && (0..<columnCount).contains($0.column)
        }
        precondition(inside, "a triplet lies outside \(rowCount) x \(columnCount)")

        let byRow = Self.stableOrder(triplets.indices.map { $0 }, keys: rowCount) {
            triplets[$0].row
        }
        let order = Self.stableOrder(byRow, keys: columnCount) { triplets[$0].column }

        var starts = [0]
        starts.reserveCapacity(columnCount + 1)
        var rows: [Int] = []
        var entries: [Double] = []
        rows.reserveCapacity(order.count)
        entries.reserveCapacity(order.count)
        var next = 0
        for column in 0..<columnCount {
            while next < order.count, triplets[order[next]].column == column {
                let row = triplets[order[next]].row
                var sum = 0.0
                while next < order.count, triplets[order[next]].column == column,
                    triplets[order[next]].row == row
                {
                    sum += triplets[order[next]].value
                    next += 1
                }
                if sum != 0 {
                    rows.append(row)
                    entries.append(sum)
                }
            }
            starts.append(rows.count)
        }
        self.init(
            rowCount: rowCount, columnCount: columnCount, columnStarts: starts, rowIndices: rows,
            values: entries)
    }

    /// A matrix without entries.
    public init(rowCount: Int, columnCount: Int) {
        self.init(rowCount: rowCount, columnCount: columnCount, triplets: [])
    }

    /// Takes arrays that already have the form described above.
    init(
        rowCount: Int, columnCount: Int, columnStarts: [Int], rowIndices: [Int], values: [Double]
    ) {
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.columnStarts = columnStarts
        self.rowIndices = rowIndices
        self.values = values
    }

    /// The number of stored entries.
    public var entryCount: Int { values.count }

    /// The places of the entries of one column.
    func entries(ofColumn column: Int) -> Range<Int> {
        columnStarts[column]..<columnStarts[column + 1]
    }

    /// Sorts indices by a small integer key, keeping the order of equal keys.
    private static func stableOrder(
        _ items: [Int], keys: Int, key: (Int) -> Int
    ) -> [Int] {
        var next = [Int](repeating: 0, count: keys + 1)
        for item in items { next[key(item) + 1] += 1 }
        for index in 0..<keys { next[index + 1] += next[index] }
        var sorted = [Int](repeating: 0, count: items.count)
        for item in items {
            sorted[next[key(item)]] = item
            next[key(item)] += 1
        }
        return sorted
    }
}

extension SparseMatrix {
    /// All entries, by columns.
    var triplets: [Triplet] {
        var triplets: [Triplet] = []
        triplets.reserveCapacity(values.count)
        for column in 0..<columnCount {
            for place in columnStarts[column]..<columnStarts[column + 1] {
                triplets.append(
                    Triplet(row: rowIndices[place], column: column, value: values[place]))
            }
        }
        return triplets
    }
}
