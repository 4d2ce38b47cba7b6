import NumericalMethods
import Testing
import TransferInstances

@Suite("A start from a neighbouring problem")
struct TransferWarmStartTests {
    @Test("Gives the answer of a cold start", arguments: 1...30, [0.01, 0.05, -0.2])
    func sameAnswer(seed: Int, change: Double) throws {
        var options = variedOptions(seed)
        options.allowsShortfall = true
        let program = RelocationInstance(options).program()
        var solver = TransferInteriorPoint()
        _ = try solver.solve(program)
        let point = solver.point
        let neighbour = changed(program, by: change)
        let cold = try solver.solve(neighbour)
        let warm = try solver.solve(neighbour, from: point)
        #expect(warm.status == cold.status)
        guard cold.status == .optimal else { return }
        #expect(relativeDifference(warm.objective, cold.objective) <= 1e-8)
        let general = try neighbour.generalForm().program
        #expect(
            OptimalityCertificate(recomputing: general, solution: warm).isOptimal(within: 1e-8))
    }

    @Test("Takes less than half of the iterations after a change of one per cent")
    func fewerIterations() throws {
        let options = try #require(RelocationInstance.standard("small"))
        let program = RelocationInstance(options).program()
        var solver = TransferInteriorPoint()
        let first = try solver.solve(program)
        let warm = try solver.solve(changed(program, by: 0.01), from: solver.point)
        #expect(solver.startedWarm)
        #expect(2 * warm.iterations < first.iterations)
    }

    @Test("Is left alone where the shape is another")
    func otherShape() throws {
        var options = variedOptions(3)
        options.smelters = 5
        var solver = TransferInteriorPoint()
        _ = try solver.solve(RelocationInstance(options).program())
        let point = solver.point
        options.smelters = 6
        let other = RelocationInstance(options).program()
        let warm = try solver.solve(other, from: point)
        #expect(!solver.startedWarm)
        #expect(warm == (try solver.solve(other)))
    }

    @Test("Finds rows by their labels where some come or go", arguments: 1...20)
    func labels(seed: Int) throws {
        var options = variedOptions(seed)
        options.allowsShortfall = true
        var whole = RelocationInstance(options).program()
        whole.rowLabels = whole.rowLower.indices.map { 7 * $0 + 3 }
        guard let row = whole.rowLower.indices.last(where: { whole.rowLower[$0] == -.infinity })
        else { return }
        let fewer = without(row, whole)
        for (first, second) in [(whole, fewer), (fewer, whole)] {
            var solver = TransferInteriorPoint()
            _ = try solver.solve(first)
            guard let point = solver.point else { continue }
            let cold = try solver.solve(second)
            let warm = try solver.solve(second, from: point)
            #expect(warm.status == cold.status, "seed \(seed)")
            guard cold.status == .optimal else { continue }
            #expect(relativeDifference(warm.objective, cold.objective) <= 1e-8, "seed \(seed)")
        }
    }

    @Test("Opens a region that was closed, and closes one that was open", arguments: 1...20)
    func regions(seed: Int) throws {
        var options = variedOptions(seed)
        options.allowsShortfall = true
        options.hostingFactor = 1
        let open = RelocationInstance(options).program()
        var closed = open
        for period in 0..<closed.periodCount { closed.isOpen[closed.region(0, period)] = false }
        for (first, second) in [(open, closed), (closed, open)] {
            var solver = TransferInteriorPoint()
            _ = try solver.solve(first)
            guard let point = solver.point else { continue }
            let warm = try solver.solve(second, from: point)
            let general = try second.generalForm().program
            let reference = try InteriorPointSolver().solve(general)
            guard reference.status == .optimal, warm.status == .optimal else { continue }
            #expect(
                OptimalityCertificate(recomputing: general, solution: warm)
                    .isOptimal(within: 1e-8), "seed \(seed)")
            #expect(
                relativeDifference(warm.objective, reference.objective) <= 1e-7, "seed \(seed)")
        }
    }

    /// The program without one of its rows.
    private func without(_ row: Int, _ program: TransferProgram) -> TransferProgram {
        func matrix(_ terms: SparseMatrix) -> SparseMatrix {
            var triplets: [SparseMatrix.Triplet] = []
            for column in 0..<terms.columnCount {
                for entry in terms.entries(ofColumn: column)
                where terms.rowIndices[entry] != row {
                    let own = terms.rowIndices[entry]
                    triplets.append(
                        SparseMatrix.Triplet(
                            row: own > row ? own - 1 : own, column: column,
                            value: terms.values[entry]))
                }
            }
            return SparseMatrix(
                rowCount: terms.rowCount - 1, columnCount: terms.columnCount, triplets: triplets)
        }
        var result = program
        result.siteTerms = matrix(program.siteTerms)
        result.routeTerms = matrix(program.routeTerms)
        result.restTerms = matrix(program.restTerms)
        result.rowLower.remove(at: row)
        result.rowUpper.remove(at: row)
        result.rowLabels.remove(at: row)
        return result
    }

    /// Limits and prices moved, every limit by another share of the change.
    private func changed(_ program: TransferProgram, by change: Double) -> TransferProgram {
        var result = program
        var random = TestRandom(seed: 5)
        for row in result.rowLower.indices {
            let factor = 1 + random.uniform(0, change)
            result.rowLower[row] *= factor
            result.rowUpper[row] *= factor
        }
        result.restCost = result.restCost.map { $0 * (1 + 2 * change) }
        result.siteCost = result.siteCost.map { $0 * (1 + change) }
        result.routeCost = result.routeCost.map { $0 * (1 + change) }
        return result
    }
}
