import Testing

@testable import NumericalMethods

@Suite("The sparse factorisation agrees with GSL's dense one")
struct SparseFactorizationTests {
    @Test(
        "Positive definite matrices of every density",
        arguments: [(1, 0.0), (7, 0.4), (40, 0.05), (40, 1.0), (150, 0.02), (150, 0.6)])
    func positiveDefinite(order: Int, density: Double) throws {
        var random = TestRandom(seed: UInt64(order) * 100 + UInt64(density * 50))
        let sample = SymmetricSample(order: order, density: density, &random)
        var sparse = SparseCholesky(
            signs: Array(repeating: 1, count: order), entries: sample.entries)
        try sparse.factorize(diagonal: sample.diagonal, entries: sample.values)
        var dense = DenseCholesky(order: order)
        try dense.factorize(sample.dense)
        let right = (0..<order).map { _ in random.uniform(-1, 1) }
        #expect(agree(sparse.solve(right), try dense.solve(right), within: 1e-12))
    }

    @Test("A quasidefinite matrix is solved in every order of its signs")
    func quasidefinite() throws {
        var random = TestRandom(seed: 3)
        for _ in 0..<20 {
            let order = 30
            let sample = SymmetricSample(order: order, density: 0.15, &random)
            let signs = (0..<order).map { _ in random.uniform(-1, 1) < 0 ? -1.0 : 1.0 }
            // Entries within one sign follow that sign; those between the two are free.
            let values = zip(sample.entries, sample.values).map { entry, value in
                signs[entry.row] == signs[entry.column] ? signs[entry.row] * value : 9 * value
            }
            let diagonal = zip(signs, sample.diagonal).map { $0 * $1 }
            var sparse = SparseCholesky(signs: signs, entries: sample.entries)
            try sparse.factorize(diagonal: diagonal, entries: values)
            let wanted = (0..<order).map { _ in random.uniform(-1, 1) }
            var right = zip(diagonal, wanted).map { $0 * $1 }
            for (entry, value) in zip(sample.entries, values) {
                right[entry.row] += value * wanted[entry.column]
                right[entry.column] += value * wanted[entry.row]
            }
            #expect(agree(sparse.solve(right), wanted, within: 1e-10))
        }
    }

    @Test("A pivot of the wrong sign is an error")
    func wrongSign() {
        var sparse = SparseCholesky(
            signs: [1, 1, 1], entries: [.init(row: 1, column: 0), .init(row: 2, column: 1)])
        #expect(throws: FactorizationError.self) {
            try sparse.factorize(diagonal: [1, 1, 1], entries: [2, 0])
        }
    }

    @Test("An arrow is ordered so that it does not fill, whichever way it points")
    func arrow() {
        let order = 3000
        for hub in [0, order / 2, order - 1] {
            let entries = (0..<order).filter { $0 != hub }.map {
                SparseCholesky.Entry(row: max($0, hub), column: min($0, hub))
            }
            let sparse = SparseCholesky(signs: Array(repeating: 1, count: order), entries: entries)
            #expect(sparse.structure.valueCount < 8 * order)
        }
    }

    @Test("A grid fills far less than its band")
    func grid() {
        let side = 60
        var entries: [SparseCholesky.Entry] = []
        for row in 0..<side {
            for column in 0..<side {
                let place = row * side + column
                if column > 0 { entries.append(.init(row: place, column: place - 1)) }
                if row > 0 { entries.append(.init(row: place, column: place - side)) }
            }
        }
        let sparse = SparseCholesky(
            signs: Array(repeating: 1, count: side * side), entries: entries)
        #expect(sparse.structure.valueCount < side * side * side / 2)
    }
}

/// A random symmetric matrix that its diagonal makes positive definite.
private struct SymmetricSample {
    var entries: [SparseCholesky.Entry] = []
    var values: [Double] = []
    var diagonal: [Double]
    var dense: [Double]

    init(order: Int, density: Double, _ random: inout TestRandom) {
        diagonal = Array(repeating: 0.5, count: order)
        dense = Array(repeating: 0, count: order * order)
        for row in 0..<order {
            for column in 0..<row where random.uniform(0, 1) < density {
                let value = random.uniform(-1, 1)
                entries.append(.init(row: row, column: column))
                values.append(value)
                dense[row * order + column] = value
                diagonal[row] += abs(value)
                diagonal[column] += abs(value)
            }
        }
        for place in 0..<order { dense[place * order + place] = diagonal[place] }
    }
}
