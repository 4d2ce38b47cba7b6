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
        self.init(
            rowCount: rowCount, columnCount: columnCount,
            columnStarts: [Int](repeating: 0, count: columnCount + 1), rowIndices: [], values: [])
    }

    /// Builds a matrix from entries whose rows ascend, given as three arrays of one length; those at
    /// one place are added in the order given. One pass, where entries in any order take two sorts.
    ///
    /// The indices must lie within the dimensions, and the rows must not descend: as with an array,
    /// one that does not fit stops the program.
    public init(
        rowCount: Int, columnCount: Int, ascendingRows rows: [Int], columns: [Int],
        values: [Double]
    ) {
        precondition(rows.count == columns.count && rows.count == values.count)
        let count = rows.count
        var starts = [Int](repeating: 0, count: columnCount + 1)
        var rowBefore = 0
        for entry in 0..<count {
            precondition(rows[entry] >= rowBefore && rows[entry] < rowCount)
            rowBefore = rows[entry]
            starts[columns[entry] + 1] += 1
        }
        for column in 0..<columnCount { starts[column + 1] += starts[column] }
        var sortedRows = [Int](repeating: 0, count: count)
        var sorted = [Double](repeating: 0, count: count)
        var next = starts
        for entry in 0..<count {
            let place = next[columns[entry]]
            next[columns[entry]] = place + 1
            sortedRows[place] = rows[entry]
            sorted[place] = values[entry]
        }
        // Entries at one place lie side by side: add them, and leave out what comes to nothing.
        var kept = 0
        var place = 0
        for column in 0..<columnCount {
            let end = starts[column + 1]
            starts[column] = kept
            while place < end {
                let row = sortedRows[place]
                var sum = 0.0
                while place < end, sortedRows[place] == row {
                    sum += sorted[place]
                    place += 1
                }
                if sum != 0 {
                    sortedRows[kept] = row
                    sorted[kept] = sum
                    kept += 1
                }
            }
        }
        starts[columnCount] = kept
        sortedRows.removeLast(count - kept)
        sorted.removeLast(count - kept)
        self.init(
            rowCount: rowCount, columnCount: columnCount, columnStarts: starts,
            rowIndices: sortedRows, values: sorted)
    }

    /// Takes arrays that already have the form described above.
    public init(
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
    public func entries(ofColumn column: Int) -> Range<Int> {
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
