import Testing

@testable import NumericalMethods

@Suite("The referee: an augmented Lagrangian on BFGS2")
struct AugmentedLagrangianTests {
    /// Expects a claim of an optimum that holds to 1e-4 by the independent check.
    private func solve(
        _ program: QuadraticProgram, optimum: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let solution = try AugmentedLagrangianSolver().solve(program)
        #expect(solution.status == .optimal, sourceLocation: sourceLocation)
        #expect(
            agree(solution.objective, optimum, within: 1e-4),
            "\(solution.objective), not \(optimum)", sourceLocation: sourceLocation)
        let certificate = OptimalityCertificate(recomputing: program, solution: solution)
        #expect(
            certificate.isOptimal(within: 1e-5), "\(certificate)", sourceLocation: sourceLocation)
        #expect(solution.iterations > 0 && solution.factorizations == 0)
    }

    @Test("A program of each kind has its optimum in closed form")
    func closedForm() throws {
        try solve(
            try program(quadratic: [[4, 1], [1, 3]], linear: [-1, -2]), optimum: -7.5 / 11)
        try solve(
            try program(quadratic: [[2]], linear: [-6], lower: [0], upper: [1]), optimum: -5)
        try solve(
            try program(
                quadratic: [[1, 0], [0, 1]], linear: [0, 0], rows: [[3, 4]], rowLower: [25],
                rowUpper: [25]), optimum: 12.5)
        try solve(
            try program(
                linear: [-1, -1], rows: [[2, 1], [1, 3]], rowLower: [-.infinity, -.infinity],
                rowUpper: [4, 6], lower: [0, 0]), optimum: -2.8)
        // A fixed variable is no variable, but its cost and its share of the row count.
        try solve(
            try program(
                quadratic: [[1, 0], [0, 2]], linear: [0, 1], rows: [[1, 1]], rowLower: [5],
                rowUpper: [.infinity], lower: [0, 3], upper: [.infinity, 3]), optimum: 14)
    }

    @Test("A program in which nothing is free to change is judged, not searched")
    func nothingToDo() throws {
        let empty = try AugmentedLagrangianSolver().solve(try program(linear: [], constant: 7))
        #expect(empty.status == .optimal)
        #expect(empty.objective == 7)
        let fixed = try program(
            linear: [2], rows: [[1]], rowLower: [4], rowUpper: [4], lower: [3], upper: [3])
        let solution = try AugmentedLagrangianSolver().solve(fixed)
        #expect(solution.status == .primalInfeasible)
        #expect(provesInfeasibility(solution, of: fixed))
    }

    private static let published: [PublishedProblem] = {
        let solved: Set = [
            "CVXQP1_S", "CVXQP3_S", "DUAL1", "DUALC1", "DUALC5", "GENHS28", "HS118", "HS35MOD",
            "HS52", "HS76", "PRIMALC1", "PRIMALC5", "QADLITTL", "QPTEST", "TAME",
        ]
        return PublishedProblem.all.filter { solved.contains($0.name) }
    }()

    @Test("Small problems have their published optimum", arguments: published)
    func publishedOptimum(problem: PublishedProblem) throws {
        let read = try QPSReader.read(try Fixtures.text("convex-qp/\(problem.name).SIF"))
        try solve(read.program, optimum: problem.optimum)
    }

    @Test("All fifteen of these are tried")
    func complete() {
        #expect(Self.published.count == 15)
    }

    @Test("Random programs have the optimum they were built around", arguments: 1...20)
    func random(seed: Int) throws {
        let known = try KnownOptimumProgram(
            seed: UInt64(seed), variableCount: 5 + seed, rowCount: 3 + seed)
        try solve(known.program, optimum: known.program.objective(at: known.variables))
    }

    @Test("Programs like the relocation problem agree with the interior point", arguments: 1...12)
    func relocation(seed: Int) throws {
        let program = try RelocationLikeProgram(
            smelters: 3 + seed, destinations: 3 + seed % 3, moveYears: 1 + seed % 2,
            provinces: 4 + seed % 4, seed: UInt64(100 + seed)
        ).make()
        try solve(program, optimum: try InteriorPointSolver().solve(program).objective)
    }

    @Test("Contradictions are told with a proof, unboundedness with a direction")
    func withoutOptimum() throws {
        let chain = try program(
            quadratic: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], linear: [0, 0, 0],
            rows: [[-1, 1, 0], [0, -1, 1], [1, 0, -1]], rowLower: [1, 1, 1],
            rowUpper: [.infinity, .infinity, .infinity])
        let impossible = try AugmentedLagrangianSolver().solve(chain)
        #expect(impossible.status == .primalInfeasible)
        #expect(provesInfeasibility(impossible, of: chain))
        let falling = try program(
            quadratic: [[1, -1], [-1, 1]], linear: [-1, -1], lower: [0, 0])
        let unbounded = try AugmentedLagrangianSolver().solve(falling)
        #expect(unbounded.status == .dualInfeasible)
        #expect(provesInfeasibility(unbounded, of: falling))
    }

    @Test(
        "Published programs without an optimum have their status",
        arguments: [
            ("qpinfeasible", SolverStatus.primalInfeasible), ("galenet", .primalInfeasible),
            ("forest6", .primalInfeasible), ("qpunbounded", .dualInfeasible),
        ])
    func publishedStatus(name: String, expected: SolverStatus) throws {
        let program = try QPSReader.read(
            try Fixtures.text("lp-qp-instances/\(name).mps")
        ).program
        let solution = try AugmentedLagrangianSolver().solve(program)
        #expect(solution.status == expected)
        #expect(provesInfeasibility(solution, of: program))
    }

    @Test("Quotas without room for shortfall are proved impossible")
    func relocationWithoutShortfall() throws {
        var program = try RelocationLikeProgram(smelters: 8, destinations: 4, provinces: 5).make()
        // Shortfalls are the only columns with a price of 150.
        for column in program.linear.indices where program.linear[column] == 150 {
            program.variableUpper[column] = 0
        }
        let solution = try AugmentedLagrangianSolver().solve(program)
        #expect(solution.status == .primalInfeasible)
        #expect(provesInfeasibility(solution, of: program))
    }

    @Test("Stopped early it claims nothing and keeps the best point")
    func limits() throws {
        let program = try RelocationLikeProgram(smelters: 8, destinations: 4, provinces: 5).make()
        let optimum = try InteriorPointSolver().solve(program).objective
        var solver = AugmentedLagrangianSolver()
        solver.stepLimit = 50
        let early = try solver.solve(program)
        #expect(early.status == .notConverged)
        #expect(early.iterations == 50)
        #expect(early.ray == nil)
        #expect(early.variables.count == program.variableCount)
        solver.stepLimit = 200_000
        solver.roundLimit = 3
        let late = try solver.solve(program)
        #expect(late.status == .notConverged)
        #expect(abs(late.objective - optimum) > 1e-4 * abs(optimum))
    }

    @Test("The same program gives the same bits")
    func repeatable() throws {
        let program = try RelocationLikeProgram(smelters: 6, destinations: 4, provinces: 5).make()
        let first = try AugmentedLagrangianSolver().solve(program)
        #expect(try AugmentedLagrangianSolver().solve(program) == first)
    }

    @Test("A program with negative curvature is refused")
    func notConvex() throws {
        let saddle = try program(quadratic: [[1, 0], [0, -1]], linear: [0, 0])
        #expect(throws: QuadraticProgramError.self) {
            try AugmentedLagrangianSolver().solve(saddle)
        }
    }
}

@Suite("GSL's BFGS2 minimiser")
struct BFGSMinimizerTests {
    @Test("It finds the bottom of the curved valley")
    func rosenbrock() throws {
        let minimizer = try BFGSMinimizer(count: 2) { point, gradient in
            // Starts at (-1.2, 1).
            let (x, y) = (point[0] - 1.2, point[1] + 1)
            if !gradient.isEmpty {
                gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
                gradient[1] = 200 * (y - x * x)
            }
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
        }
        try minimizer.startAtOrigin(firstStep: 0.1, lineTolerance: 0.1)
        var steps = 0
        while minimizer.largestSlope > 1e-8, steps < 200 {
            if try minimizer.iterate() == .stalled { try minimizer.restart() }
            steps += 1
        }
        #expect(steps < 200)
        #expect(agree(minimizer.point, [2.2, 0], within: 1e-6))
        #expect(minimizer.value < 1e-12)
    }

    @Test("A point without a slope is a stall, not a failure")
    func flat() throws {
        let minimizer = try BFGSMinimizer(count: 1) { _, gradient in
            if !gradient.isEmpty { gradient[0] = 0 }
            return 3
        }
        try minimizer.startAtOrigin(firstStep: 1, lineTolerance: 0.1)
        #expect(minimizer.largestSlope == 0)
        #expect(try minimizer.iterate() == .stalled)
        #expect(minimizer.point == [0])
    }

    @Test("Without variables there is nothing to minimise")
    func empty() {
        #expect(throws: GSLError.self) { try BFGSMinimizer(count: 0) { _, _ in 0 } }
    }
}
