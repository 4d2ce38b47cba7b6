import NumericalMethods
import Testing
import TransferInstances

@Suite("The structured and the general method under hardship never disagree silently")
struct StressedTransferTests {
    /// A relocation problem whose data are changed in a way that breaks solvers.
    enum Hardship: String, CaseIterable, Sendable {
        case plain, costsUp, costsDown, rowUnits, doubledRows, nearlyDoubledRows, noHosting
        case noStock, oneRegionClosed, tinyStock, hugeStock, freePrices, dearPrices
    }

    @Test("In status and objective", arguments: Hardship.allCases)
    func agreement(_ hardship: Hardship) throws {
        var settled = 0
        for seed in 1...8 {
            var options = variedOptions(seed)
            if hardship == .noHosting { options.hostingFactor = 0 }
            var program = RelocationInstance(options).program()
            var random = TestRandom(seed: UInt64(seed))
            apply(hardship, to: &program, &random)
            let general = try program.generalForm().program
            let expected = try InteriorPointSolver().solve(general)
            var solver = TransferInteriorPoint()
            let found = try solver.solve(program)
            let name = "\(hardship) \(seed)"
            if found.status == .optimal {
                settled += 1
                let again = RecomputedAnswer(general, found)
                #expect(again.largest <= 1.1e-8, "\(name): \(again)")
                #expect(expected.status != .primalInfeasible, "\(name) has no solution")
            }
            if expected.status == .optimal {
                let again = RecomputedAnswer(general, expected)
                #expect(again.largest <= 1.1e-8, "\(name): \(again)")
            }
            guard found.status == .optimal, expected.status == .optimal else { continue }
            #expect(
                relativeDifference(found.objective, expected.objective) <= 1e-7,
                "\(name): \(found.objective) and \(expected.objective)")
        }
        #expect(settled > 0, "\(hardship): the structured method settled none")
    }

    private func apply(
        _ hardship: Hardship, to program: inout TransferProgram, _ random: inout TestRandom
    ) {
        switch hardship {
        case .plain, .noHosting: break
        case .costsUp: scaleCosts(of: &program, by: 1e6)
        case .costsDown: scaleCosts(of: &program, by: 1e-6)
        case .rowUnits: scaleRows(of: &program, &random)
        case .doubledRows: doubleRows(of: &program, off: 0)
        case .nearlyDoubledRows: doubleRows(of: &program, off: 1e-9)
        case .noStock:
            program.stockLimit = program.stockLimit.map { $0 * Double(random.index(2)) }
        case .oneRegionClosed:
            for period in 0..<program.periodCount {
                program.isOpen[program.region(0, period)] = false
            }
        case .tinyStock:
            program.stockLimit = program.stockLimit.map { $0 * 1e-6 }
            program.paceLimit = program.paceLimit.map { $0 * 1e-6 }
        case .hugeStock:
            program.stockLimit = program.stockLimit.map { $0 * 1e6 }
            program.paceLimit = program.paceLimit.map { $0 * 1e6 }
        case .freePrices: program.restCost = program.restCost.map { _ in 0 }
        case .dearPrices: program.restCost = program.restCost.map { $0 + 1e6 }
        }
    }

    private func scaleCosts(of program: inout TransferProgram, by factor: Double) {
        program.siteCost = program.siteCost.map { $0 * factor }
        program.routeCost = program.routeCost.map { $0 * factor }
        program.sumCurvature = program.sumCurvature.map { $0 * factor }
        program.ownCurvature = program.ownCurvature.map { $0 * factor }
        program.restCost = program.restCost.map { $0 * factor }
        program.restCurvature = program.restCurvature.map { $0 * factor }
        program.constant *= factor
    }

    private func scaleRows(of program: inout TransferProgram, _ random: inout TestRandom) {
        let units = (0..<program.rowCount).map { _ in [1e-6, 1e-3, 1, 1e3, 1e6][random.index(5)] }
        func scaled(_ terms: SparseMatrix) -> SparseMatrix {
            SparseMatrix(
                rowCount: terms.rowCount, columnCount: terms.columnCount,
                columnStarts: terms.columnStarts, rowIndices: terms.rowIndices,
                values: zip(terms.rowIndices, terms.values).map { units[$0] * $1 })
        }
        program.siteTerms = scaled(program.siteTerms)
        program.routeTerms = scaled(program.routeTerms)
        program.restTerms = scaled(program.restTerms)
        program.rowLower = zip(program.rowLower, units).map { $0 * $1 }
        program.rowUpper = zip(program.rowUpper, units).map { $0 * $1 }
    }

    /// All rows again, a little off or not.
    private func doubleRows(of program: inout TransferProgram, off difference: Double) {
        let count = program.rowCount
        func doubled(_ terms: SparseMatrix) -> SparseMatrix {
            var triplets: [SparseMatrix.Triplet] = []
            for column in 0..<terms.columnCount {
                for place in terms.entries(ofColumn: column) {
                    let row = terms.rowIndices[place]
                    let value = terms.values[place]
                    triplets.append(.init(row: row, column: column, value: value))
                    triplets.append(
                        .init(row: row + count, column: column, value: value * (1 + difference)))
                }
            }
            return SparseMatrix(
                rowCount: 2 * count, columnCount: terms.columnCount, triplets: triplets)
        }
        program.siteTerms = doubled(program.siteTerms)
        program.routeTerms = doubled(program.routeTerms)
        program.restTerms = doubled(program.restTerms)
        program.rowLower += program.rowLower.map { $0 * (1 + difference) }
        program.rowUpper += program.rowUpper.map { $0 * (1 + difference) }
        program.rowLabels = []
    }
}
