import NumericalMethods
import Testing

@Suite("Reading QPS texts")
struct QPSReaderTests {
    @Test("Sections, ranges and bounds follow the conventions")
    func conventions() throws {
        let problem = try QPSReader.read(
            """
            * a comment
            NAME          SMALL
            ROWS
             N  COST
             N  OTHER
             L  UPTO
             G  ATLEAST
             E  UP
             E  DOWN
            COLUMNS
                A         COST      1.0        UPTO      2.0
                A         OTHER     9.0        UP        1.0
                B         ATLEAST   3.0        DOWN      1.0
                C         COST      -1.5
            RHS
                RHS       COST      -4.0       UPTO      10.0
                RHS       ATLEAST   1.0        UP        5.0
                RHS       DOWN      6.0
            RANGES
                RNG       UPTO      4.0        ATLEAST   2.0
                RNG       UP        3.0        DOWN      -3.0
            BOUNDS
             UP BND       A         -2.0
             FR BND       B
             LO BND       C         1.0
             UP BND       C         8.0
            QUADOBJ
                A         A         2.0
                B         A         1.0
            ENDATA
            """)
        let program = problem.program
        #expect(problem.name == "SMALL")
        #expect(problem.rowNames == ["UPTO", "ATLEAST", "UP", "DOWN"])
        #expect(problem.variableNames == ["A", "B", "C"])
        #expect(program.constant == 4)
        #expect(program.linear == [1, 0, -1.5])
        #expect(program.rowLower == [6, 1, 5, 3])
        #expect(program.rowUpper == [10, 3, 8, 6])
        #expect(program.variableLower == [-.infinity, -.infinity, 1])
        #expect(program.variableUpper == [-2, .infinity, 8])
        #expect(
            program.quadratic == matrix([[2, 1, 0], [1, 0, 0], [0, 0, 0]], rows: 3, columns: 3))
    }

    @Test("A full quadratic matrix is not doubled, and a maximum is negated")
    func matrixAndMaximum() throws {
        let problem = try QPSReader.read(
            """
            NAME
            OBJSENSE
                MAX
            ROWS
             N obj
            COLUMNS
             x obj 2
             y obj 3
            QMATRIX
             x x -4
             x y 1
             y x 1
             y y -4
            ENDATA
            """)
        #expect(problem.maximizes)
        #expect(problem.program.linear == [-2, -3])
        #expect(problem.program.quadratic == matrix([[4, -1], [-1, 4]], rows: 2, columns: 2))
    }

    @Test(
        "A faulty line is named",
        arguments: [
            ("NAME\nROWS\n N c\n X r\nENDATA", 4),
            ("NAME\nROWS\n N c\n L r\n L r\nENDATA", 5),
            ("NAME\nROWS\n N c\nCOLUMNS\n x nowhere 1\nENDATA", 5),
            ("NAME\nROWS\n N c\nCOLUMNS\n x c one\nENDATA", 5),
            ("NAME\nROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP b z 1\nENDATA", 7),
            ("NAME\nROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n BV b x\nENDATA", 7),
            ("NAME\nROWS\n N c\nCOLUMNS\n m 'MARKER' 'INTORG'\nENDATA", 5),
            ("NAME\nROWS\n N c\nCOLUMNS\n x c 1\nRHS\n c 1 2 3\nENDATA", 7),
            ("NAME\nROWS\n N c\n", 4), ("NAME\n x\n", 2), ("NAME\nROWS\n L r\nENDATA", 4),
        ])
    func faults(text: String, line: Int) {
        #expect {
            try QPSReader.read(text)
        } throws: { error in
            (error as? QPSError)?.line == line
        }
    }

    @Test("A lower bound above its upper bound is refused")
    func crossedBounds() {
        #expect(throws: QuadraticProgramError.self) {
            try QPSReader.read(
                "NAME\nROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n LO b x 3\n UP b x 1\nENDATA")
        }
    }
}
