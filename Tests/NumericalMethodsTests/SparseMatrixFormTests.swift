import NumericalMethods
import Testing

@Suite("Sparse matrices are built alike, whatever the way")
struct SparseMatrixFormTests {
    @Test("From entries by ascending rows as from entries in any order", arguments: 1...20)
    func ascendingRows(seed: Int) {
        var random = TestRandom(seed: UInt64(seed))
        let (rows, columns) = (1 + seed % 7, 1 + seed % 5)
        var triplets: [SparseMatrix.Triplet] = []
        for row in 0..<rows {
            for _ in 0..<6 {
                let column = min(columns - 1, Int(random.uniform(0, Double(columns))))
                let value = random.uniform(-1, 1).rounded(.awayFromZero)
                triplets.append(SparseMatrix.Triplet(row: row, column: column, value: value))
            }
        }
        let expected = SparseMatrix(rowCount: rows, columnCount: columns, triplets: triplets)
        let found = SparseMatrix(
            rowCount: rows, columnCount: columns, ascendingRows: triplets.map(\.row),
            columns: triplets.map(\.column), values: triplets.map(\.value))
        #expect(found == expected, "seed \(seed)")
    }

    @Test("Without entries")
    func empty() {
        #expect(
            SparseMatrix(rowCount: 3, columnCount: 2)
                == SparseMatrix(rowCount: 3, columnCount: 2, triplets: []))
    }
}
