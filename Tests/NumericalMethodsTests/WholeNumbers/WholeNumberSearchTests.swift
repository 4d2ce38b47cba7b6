import NumericalMethods
import Testing

@Suite("A search for whole numbers finds what trying all of them finds")
struct WholeNumberSearchTests {
    private static func settings(gap: Double) -> WholeNumberSettings {
        var result = WholeNumberSettings()
        result.gap = gap
        result.finalSettings.targetTolerance = 1e-12
        return result
    }

    private static func relaxation(_ tolerance: Double = 1e-10) -> InteriorPointRelaxation {
        var settings = SolverSettings()
        settings.targetTolerance = tolerance
        settings.acceptableTolerance = max(1e-8, tolerance)
        return InteriorPointRelaxation(settings: settings)
    }

    private func run(
        _ small: SmallCountProgram, _ settings: WholeNumberSettings, tolerance: Double = 1e-10
    ) throws -> WholeNumberOutcome {
        var search = try WholeNumberSearch(
            WholeNumberProgram(
                small.program, steps: small.steps, countedRows: small.countedRows),
            relaxation: Self.relaxation(tolerance), settings: settings)
        return try search.run(startingFrom: [
            [Int](repeating: 0, count: small.program.variableCount)
        ])
    }

    @Test(
        "The optimum, its counts and its proof, on random programs", arguments: UInt64(1)...120)
    func agreesWithTryingAll(_ seed: UInt64) throws {
        let small = try SmallCountProgram(seed: seed)
        let least = try small.leastByTryingAll()
        let outcome = try run(small, Self.settings(gap: 0))
        guard let least else {
            #expect(outcome.ending == .infeasible && outcome.counts == nil, "seed \(seed)")
            return
        }
        #expect(outcome.ending == .proved, "seed \(seed): \(outcome.ending)")
        let found = try #require(outcome.solution)
        #expect(agree(found.objective, least, within: 1e-9), "seed \(seed)")
        #expect(outcome.bound <= least + 1e-9 * max(1, abs(least)), "seed \(seed)")
        #expect(outcome.gap <= 1e-8, "seed \(seed)")
        let counts = try #require(outcome.counts)
        for column in small.columns {
            let step = small.steps[column] ?? 0
            #expect(found.variables[column] == Double(counts[column]) * step, "seed \(seed)")
        }
    }

    /// Both outcomes must occur, or the test above says little.
    @Test("The random programs are of all kinds")
    func kinds() throws {
        var feasible = 0
        var withMoves = 0
        var hard = 0
        for seed in UInt64(1)...120 {
            let small = try SmallCountProgram(seed: seed)
            let outcome = try run(small, Self.settings(gap: 0))
            if let counts = outcome.counts {
                feasible += 1
                if counts.contains(where: { $0 > 0 }) { withMoves += 1 }
                if outcome.nodes > 1 { hard += 1 }
            }
        }
        #expect(feasible > 60 && feasible < 120, "\(feasible)")
        #expect(withMoves > 40, "\(withMoves)")
        #expect(hard > 15, "\(hard)")
    }

    @Test(
        "Ended early or asked for little, the bound is never above the optimum and the gap is true",
        arguments: UInt64(1)...40)
    func boundIsTrue(_ seed: UInt64) throws {
        let small = try SmallCountProgram(seed: seed)
        guard let least = try small.leastByTryingAll() else { return }
        let slack = 1e-9 * max(1, abs(least))
        for nodes in [1, 2, 5] {
            var settings = Self.settings(gap: 0)
            settings.nodeLimit = nodes
            // Relaxations that are solved badly must not spoil the bound.
            for tolerance in [1e-10, 1e-3] {
                let outcome = try run(small, settings, tolerance: tolerance)
                #expect(outcome.nodes <= nodes)
                #expect(outcome.bound <= least + slack, "seed \(seed)")
                if let found = outcome.solution {
                    #expect(found.objective >= least - slack, "seed \(seed)")
                    let gap = (found.objective - outcome.bound) / max(1, abs(found.objective))
                    #expect(agree(outcome.gap, max(0, gap), within: 1e-12), "seed \(seed)")
                }
            }
        }
        for gap in [0.3, 0.02] {
            let outcome = try run(small, Self.settings(gap: gap))
            #expect(outcome.ending == .proved && outcome.gap <= gap, "seed \(seed)")
            #expect(outcome.bound <= least + slack, "seed \(seed)")
        }
    }

    @Test("A search that is told to stop looks at one part and keeps what it has")
    func stopped() throws {
        let small = try SmallCountProgram(seed: 2)
        var settings = Self.settings(gap: 0)
        settings.shouldStop = { true }
        let outcome = try run(small, settings)
        #expect(outcome.nodes == 1)
        #expect(outcome.bound > -.infinity)
        #expect([.stopped, .proved].contains(outcome.ending))
    }

    @Test("The same program gives the same search", arguments: [UInt64(3), 17, 55])
    func repeats(_ seed: UInt64) throws {
        let small = try SmallCountProgram(seed: seed)
        let first = try run(small, Self.settings(gap: 0))
        let second = try run(small, Self.settings(gap: 0))
        #expect(first.counts == second.counts && first.nodes == second.nodes)
        #expect(first.bound == second.bound)
        #expect(first.solution == second.solution)
    }

    @Test("What cannot be counted is refused")
    func refusals() throws {
        let two = try program(
            linear: [-1, 1], rows: [[1, 1]], rowLower: [0], rowUpper: [1], lower: [0, 0])
        #expect(throws: QuadraticProgramError.wholeNumbers(variable: 0)) {
            try WholeNumberProgram(two, steps: [0, nil])
        }
        #expect(throws: QuadraticProgramError.countedRow(row: 0)) {
            try WholeNumberProgram(two, steps: [0.5, nil], countedRows: [0])
        }
        #expect(throws: QuadraticProgramError.countedRow(row: 1)) {
            try WholeNumberProgram(two, steps: [0.5, 0.5], countedRows: [1])
        }
        let endless = try program(linear: [-1], lower: [0])
        #expect(throws: QuadraticProgramError.wholeNumbers(variable: 0)) {
            try WholeNumberProgram(endless, steps: [1])
        }
        #expect(throws: QuadraticProgramError.self) {
            try WholeNumberProgram(two, steps: [nil])
        }
    }

    @Test("A variable without an upper limit that only fills a need is rounded up, not cut off")
    func needBetweenSteps() throws {
        let program = try QuadraticProgram(
            quadratic: SparseMatrix(rowCount: 2, columnCount: 2), linear: [1, 0],
            constraints: SparseMatrix(
                rowCount: 2, columnCount: 2,
                triplets: [
                    .init(row: 0, column: 0, value: 1), .init(row: 1, column: 0, value: 1),
                    .init(row: 1, column: 1, value: 1),
                ]),
            rowLower: [2.5, -.infinity], rowUpper: [.infinity, 10],
            variableLower: [0, 0], variableUpper: [.infinity, .infinity])
        var search = try WholeNumberSearch(
            WholeNumberProgram(program, steps: [1, nil], countedRows: []),
            relaxation: Self.relaxation(), settings: Self.settings(gap: 0))
        let outcome = try search.run(startingFrom: [])
        #expect(outcome.ending == .proved)
        #expect(outcome.counts?.first == 3)
    }
}
