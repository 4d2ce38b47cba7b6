import NumericalMethods
import Testing

@Suite("Programs and settings are checked")
struct ProgramValidationTests {
    @Test("Wrong dimensions are refused")
    func dimensions() {
        #expect(throws: QuadraticProgramError.self) { try program(linear: [1], lower: [0, 0]) }
        #expect(throws: QuadraticProgramError.self) {
            try program(linear: [1], rows: [[1]], rowLower: [], rowUpper: [1])
        }
        #expect(
            throws: QuadraticProgramError.dimension(
                what: "upper row limits", expected: 1, found: 2)
        ) {
            try program(linear: [1], rows: [[1]], rowLower: [0], rowUpper: [1, 1])
        }
    }

    @Test("Values that are no numbers, and crossed limits, are refused")
    func values() {
        #expect(throws: QuadraticProgramError.notFinite(what: "linear cost", index: 1)) {
            try program(linear: [1, .nan])
        }
        #expect(throws: QuadraticProgramError.notFinite(what: "variable limit", index: 0)) {
            try program(linear: [1], lower: [.nan])
        }
        #expect(throws: QuadraticProgramError.notFinite(what: "variable limit", index: 0)) {
            try program(linear: [1], lower: [.infinity])
        }
        #expect(
            throws: QuadraticProgramError.crossedBounds(
                what: "variable", index: 0, lower: 2, upper: 1)
        ) {
            try program(linear: [1], lower: [2], upper: [1])
        }
    }

    @Test("One triangle alone is not symmetric")
    func symmetry() {
        #expect(throws: QuadraticProgramError.notSymmetric) {
            try program(quadratic: [[1, 2], [0, 5]], linear: [0, 0])
        }
    }

    @Test(
        "Negative curvature is refused, wherever it hides",
        arguments: [
            [[-1.0, 0, 0], [0, 1, 0], [0, 0, 1]], [[1, 2, 0], [2, 1, 0], [0, 0, 1]],
            [[0, 0, 1], [0, 1, 0], [1, 0, 0]],
        ])
    func convexity(quadratic: [[Double]]) throws {
        let program = try program(
            quadratic: quadratic, linear: [0, 0, 0], lower: [0, 0, 0], upper: [1, 1, 1])
        #expect(throws: QuadraticProgramError.self) { try InteriorPointSolver().solve(program) }
    }

    @Test("Settings out of range are refused")
    func settings() throws {
        let program = try program(linear: [1], lower: [0])
        var settings = SolverSettings()
        settings.targetTolerance = 0
        #expect(throws: QuadraticProgramError.setting(name: "targetTolerance", value: 0)) {
            try InteriorPointSolver().solve(program, settings: settings)
        }
        settings = SolverSettings()
        settings.iterationLimit = 0
        #expect(throws: QuadraticProgramError.self) { try settings.validate() }
        settings = SolverSettings()
        settings.acceptableTolerance = 1e-12
        #expect(throws: QuadraticProgramError.self) { try settings.validate() }
    }

    @Test("A limit of one iteration is not called optimal")
    func iterationLimit() throws {
        let known = try KnownOptimumProgram(seed: 4, variableCount: 12, rowCount: 6)
        var settings = SolverSettings()
        settings.iterationLimit = 1
        let solution = try InteriorPointSolver().solve(known.program, settings: settings)
        #expect(solution.status == .notConverged)
        #expect(solution.ray == nil)
    }
}

@Suite("Sparse matrices")
struct SparseMatrixEntryTests {
    @Test("Entries at one place are added, rows sorted, zeros left out")
    func triplets() {
        let matrix = SparseMatrix(
            rowCount: 3, columnCount: 2,
            triplets: [
                .init(row: 2, column: 0, value: 1), .init(row: 0, column: 0, value: 2),
                .init(row: 2, column: 0, value: 3), .init(row: 1, column: 1, value: 5),
                .init(row: 1, column: 1, value: -5),
            ])
        #expect(matrix.columnStarts == [0, 2, 2])
        #expect(matrix.rowIndices == [0, 2])
        #expect(matrix.values == [2, 4])
    }

    @Test("Products agree with the transposed matrix")
    func products() {
        let wide = matrix([[1, 0, 2], [0, -3, 4]], rows: 2, columns: 3)
        #expect(wide.multiply([1, 2, 3]) == [7, 6])
        #expect(wide.transposeMultiply([1, 2]) == [1, -6, 10])
        #expect(wide.transposed().multiply([1, 2]) == [1, -6, 10])
        #expect(wide.transposed().transposed() == wide)
    }
}
