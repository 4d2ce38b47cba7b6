import NumericalMethods
import Testing
import TransferInstances

@Suite("The structured solver agrees with the general one")
struct TransferAgreementTests {
    @Test("On varied relocation problems, feasible or not", arguments: 1...60)
    func varied(seed: Int) throws {
        let program = RelocationInstance(variedOptions(seed)).program()
        let general = try program.generalForm().program
        let expected = try InteriorPointSolver().solve(general)
        var solver = TransferInteriorPoint()
        let found = try solver.solve(program)
        guard expected.status == .optimal else {
            #expect(expected.status == .primalInfeasible)
            #expect(found.status == .notConverged)
            #expect(found.iterations < 60)
            return
        }
        #expect(found.status == .optimal)
        #expect(relativeDifference(found.objective, expected.objective) <= 1e-7)
        let certificate = OptimalityCertificate(recomputing: general, solution: found)
        #expect(certificate.isOptimal(within: 1e-8))
    }

    @Test("With nothing to decide, closed ways, no stock, no pace, or no limits at all")
    func edges() throws {
        for program in try edgePrograms() {
            let general = try program.generalForm().program
            let expected = try InteriorPointSolver().solve(general)
            var solver = TransferInteriorPoint()
            let found = try solver.solve(program)
            #expect(expected.status == .optimal)
            #expect(found.status == .optimal)
            #expect(relativeDifference(found.objective, expected.objective) <= 1e-7)
        }
    }

    @Test("The same bits twice")
    func repeatable() throws {
        let program = RelocationInstance(variedOptions(7)).program()
        var first = TransferInteriorPoint()
        var second = TransferInteriorPoint()
        let one = try first.solve(program)
        let other = try second.solve(program)
        #expect(one.variables.map(\.bitPattern) == other.variables.map(\.bitPattern))
        #expect(one.rowDuals.map(\.bitPattern) == other.rowDuals.map(\.bitPattern))
        #expect(first.point == second.point)
    }

    /// Counts repeat from run to run and machine to machine; times do not. Ten per cent of room.
    @Test("Standard instances take no more iterations and products than they did")
    func counts() throws {
        for (name, iterations, products) in [("small", 36, 300), ("medium", 68, 960)] {
            let options = try #require(RelocationInstance.standard(name))
            var solver = TransferInteriorPoint()
            let solution = try solver.solve(RelocationInstance(options).program())
            #expect(solution.status == .optimal)
            #expect(solution.iterations <= iterations)
            #expect(solution.factorizations <= iterations)
            #expect(solver.productCount <= products)
        }
    }

    private func edgePrograms() throws -> [TransferProgram] {
        var single = TransferProgram(regionCount: 1, periodCount: 1, siteRegion: [0])
        single.stockLimit = [1]
        single.paceLimit = [1]
        var linear = TransferProgram(regionCount: 2, periodCount: 1, siteRegion: [0])
        linear.routeCost[linear.route(0, 1, 0)] = -3
        linear.stockLimit = [2]
        linear.paceLimit = [1.5]
        var options = variedOptions(1)
        (options.provinces, options.smelters, options.years) = (4, 6, 3)
        options.allowsShortfall = true
        options.quotaFactor = 1
        let base = RelocationInstance(options).program()
        var closed = base
        closed.isOpen = closed.isOpen.map { _ in false }
        var withoutStock = base
        withoutStock.stockLimit = withoutStock.stockLimit.map { _ in 0 }
        var withoutPace = base
        withoutPace.paceLimit = withoutPace.paceLimit.map { _ in 0 }
        var someWithout = base
        someWithout.stockLimit[0] = 0
        someWithout.paceLimit[someWithout.site(1, 1)] = 0
        return [single, linear, closed, withoutStock, withoutPace, someWithout]
    }
}

/// The difference relative to the larger of 1 and the second.
func relativeDifference(_ found: Double, _ expected: Double) -> Double {
    abs(found - expected) / max(1, abs(expected))
}
