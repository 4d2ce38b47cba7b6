import NumericalMethods
import Testing

@Suite("Correlations")
struct CorrelationMatrixTests {
    /// F Fᵀ.
    private func product(_ matrix: CorrelationMatrix) -> [Double] {
        let order = matrix.order
        return (0..<(order * order)).map { place in
            (0..<order).reduce(0) {
                $0 + matrix.factor[place / order * order + $1]
                    * matrix.factor[place % order * order + $1]
            }
        }
    }

    private func equal(_ order: Int, _ correlation: Double) -> [Double] {
        (0..<(order * order)).map { $0 / order == $0 % order ? 1 : correlation }
    }

    @Test("The factor times its transpose is the matrix", arguments: [1, 2, 3, 8, 31])
    func factor(order: Int) throws {
        var random = TestRandom(seed: UInt64(order))
        // Correlations of sums of a few random numbers; fewer numbers than variables are singular.
        for sources in [order + 3, max(1, order / 2)] {
            let loads = (0..<order).map { _ in (0..<sources).map { _ in random.uniform(-1, 1) } }
            func inner(_ left: [Double], _ right: [Double]) -> Double {
                zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
            }
            var values: [Double] = []
            for row in loads {
                for column in loads {
                    let scale = (inner(row, row) * inner(column, column)).squareRoot()
                    values.append(min(max(inner(row, column) / scale, -1), 1))
                }
            }
            let matrix = try CorrelationMatrix(order: order, values: values)
            #expect(agree(product(matrix), values, within: 1e-9))
        }
    }

    @Test("The factor is triangular, so that variables may be added at the end")
    func triangular() throws {
        let two = try CorrelationMatrix(order: 2, values: equal(2, 0.5))
        let three = try CorrelationMatrix(order: 3, values: equal(3, 0.5))
        #expect(two.factor[1] == 0 && three.factor[1] == 0 && three.factor[5] == 0)
        #expect(two.factor[2] == three.factor[3] && two.factor[3] == three.factor[4])
    }

    @Test("Complete dependence is fine, in both directions")
    func singular() throws {
        let same = try CorrelationMatrix(order: 4, values: equal(4, 1))
        var numbers = [0.7, -2, 3, 1]
        same.correlateNormal(&numbers)
        #expect(numbers == [0.7, 0.7, 0.7, 0.7])
        let opposite = try CorrelationMatrix(order: 2, values: [1, -1, -1, 1])
        var uniform = [9, 0.3, 0.8]
        opposite.correlateUniform(&uniform, from: 1)
        #expect(uniform[0] == 9)
        #expect(agree(uniform[1], 0.3, within: 1e-14) && agree(uniform[2], 0.7, within: 1e-14))
    }

    @Test("No variables and one variable are fine")
    func small() throws {
        #expect(try CorrelationMatrix(order: 0, values: []).factor.isEmpty)
        let one = try CorrelationMatrix(order: 1, values: [1])
        var numbers = [0.4]
        one.correlateNormal(&numbers)
        #expect(numbers == [0.4])
        one.correlateNormal(&numbers, from: 1)
        one.correlateUniform(&numbers, from: -1)
        #expect(numbers == [0.4])
    }

    @Test("Normal scores of correlated uniform numbers have the correlations")
    func copula() throws {
        let values = [1, 0.8, -0.3, 0.8, 1, 0.1, -0.3, 0.1, 1]
        let matrix = try CorrelationMatrix(order: 3, values: values)
        let sampler = try UnitSampler(method: .sobol, dimensionCount: 3, seed: 2, drawCount: 8192)
        var products = [Double](repeating: 0, count: 9)
        var means = [Double](repeating: 0, count: 3)
        for var point in try points(sampler) {
            matrix.correlateUniform(&point)
            #expect(point.allSatisfy { $0 > 0 && $0 < 1 })
            let scores = point.map(NormalDistribution.quantile)
            for row in 0..<3 {
                means[row] += point[row] / 8192
                for column in 0..<3 {
                    products[row * 3 + column] += scores[row] * scores[column] / 8192
                }
            }
        }
        #expect(agree(products, values, within: 0.01))
        #expect(agree(means, [0.5, 0.5, 0.5], within: 1e-3))
    }

    @Test("Extreme uniform numbers stay inside 0 and 1")
    func extremes() throws {
        let matrix = try CorrelationMatrix(order: 2, values: equal(2, 0.9))
        for extreme in [0x1p-53, 1 - 0x1p-53] {
            var point = [extreme, extreme]
            matrix.correlateUniform(&point)
            #expect(point.allSatisfy { $0 > 0 && $0 < 1 })
        }
    }

    @Test("Everything wrong with the entries is said at once")
    func entries() {
        let problems = CorrelationMatrix.problems(
            order: 3, values: [1, 0.5, 1.5, 0.4, 2, .nan, 1.5, .nan, 1])
        #expect(problems.count == 4)
        #expect(problems.contains(.notSymmetric(0, 1, upper: 0.5, lower: 0.4)))
        #expect(problems.contains(.outsideRange(0, 2, 1.5)))
        #expect(problems.contains(.diagonalNotOne(1, 2)))
        #expect(
            CorrelationMatrix.problems(order: 2, values: [1]) == [.wrongCount(order: 2, count: 1)])
        #expect(
            CorrelationMatrix.problems(order: -1, values: [1])
                == [.wrongCount(order: -1, count: 1)])
        #expect(
            CorrelationMatrix.problems(order: .max, values: [1])
                == [.wrongCount(order: .max, count: 1)])
        #expect(throws: CorrelationMatrixError.self) {
            try CorrelationMatrix(order: 1, values: [0.5])
        }
    }

    @Test("Correlations that cannot be together name the pair at odds with the others")
    func pair() throws {
        // Four variables that go together, but for one pair.
        for (row, column) in [(0, 1), (1, 3), (2, 3)] {
            var values = equal(4, 0.9)
            values[row * 4 + column] = -0.9
            values[column * 4 + row] = -0.9
            let problems = CorrelationMatrix.problems(order: 4, values: values)
            guard
                case .notPositiveSemidefinite(let first, let second, let entry, let smallest) =
                    problems.first
            else {
                Issue.record("\(problems)")
                continue
            }
            #expect(first == row && second == column && entry == -0.9)
            // Of [[1.9, 1.8], [1.8, 0.1]], what is left by symmetry.
            #expect(agree(smallest, 1 - 4.05.squareRoot(), within: 1e-12))
        }
    }

    @Test("A pair among variables that have nothing to do with it is found")
    func pairAmongMany() {
        // 2 with 5 and 7 strongly, these two strongly against each other.
        var values = equal(9, 0)
        for (row, column, entry) in [(2, 5, 0.9), (2, 7, 0.9), (5, 7, -0.95)] {
            values[row * 9 + column] = entry
            values[column * 9 + row] = entry
        }
        let problems = CorrelationMatrix.problems(order: 9, values: values)
        guard case .notPositiveSemidefinite(5, 7, -0.95, _) = problems.first else {
            Issue.record("\(problems)")
            return
        }
    }

    @Test("The smallest eigenvalue is NumPy's, and its sign decides")
    func numpy() throws {
        for row in try NumberFixture("eigenvalues.csv").all("matrix") {
            let values = Array(row.dropFirst())
            let order = Int(Double(values.count).squareRoot())
            let problems = CorrelationMatrix.problems(order: order, values: values)
            if row[0] >= 0 {
                #expect(problems.isEmpty)
            } else if case .notPositiveSemidefinite(_, _, _, let smallest) = problems.first {
                #expect(agree(smallest, row[0], within: 1e-12))
            } else {
                Issue.record("\(problems)")
            }
        }
    }
}
