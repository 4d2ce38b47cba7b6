import Testing

@testable import NumericalMethods

@Suite("The Cholesky factorisation by tiles")
struct TiledCholeskyTests {
    @Test("Solves as GSL's does", arguments: [1, 2, 3, 4, 5, 31, 64, 97])
    func agreesWithGSL(order: Int) throws {
        var random = TestRandom(seed: UInt64(order))
        let factor = (0..<(order * order)).map { _ in random.uniform(-1, 1) }
        var matrix = [Double](repeating: 0, count: order * order)
        for row in 0..<order {
            for column in 0..<order {
                for inner in 0..<order {
                    matrix[row * order + column] +=
                        factor[row * order + inner] * factor[column * order + inner]
                }
            }
            matrix[row * order + row] += 1
        }
        let right = (0..<order).map { _ in random.uniform(-1, 1) }
        var referee = DenseCholesky(order: order)
        try referee.factorize(matrix)
        let expected = try referee.solve(right)
        var tiled = TiledCholesky()
        tiled.reset(order: order)
        for row in 0..<order {
            for column in 0...row {
                tiled.matrix[row * tiled.stride + column] = matrix[row * order + column]
            }
        }
        tiled.factorize()
        let found = Strip(right)
        tiled.solve(found)
        #expect(agree(found.array, expected, within: 1e-11))
    }
}
