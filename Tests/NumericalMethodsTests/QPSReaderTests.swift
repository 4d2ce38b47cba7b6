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

    @Test("Halves of a full quadratic matrix that differ in rounding become the same")
    func nearlySymmetric() throws {
        let problem = try QPSReader.read(
            """
            NAME
            ROWS
             N obj
            COLUMNS
             x obj 2
             y obj 3
            QMATRIX
             x x 4
             x y 1
             y x 1.0000000000000002
             y y 4
            ENDATA
            """)
        let quadratic = problem.program.quadratic
        #expect(quadratic == quadratic.transposed())
        #expect(try QPSReader.read(QPSWriter.text(problem)).program == problem.program)
    }

    /// A problem with the rows `c` (N), `l` (L), `g` (G), `e` (E) and the variables `x` and `y`.
    private func small(_ rest: String) throws -> QPSProblem {
        try QPSReader.read(
            "NAME t\nROWS\n N c\n L l\n G g\n E e\nCOLUMNS\n x c 1 l 1\n x g 1 e 1\n y c 1 l 1\n"
                + rest + "\nENDATA\n")
    }

    struct Bounds: Sendable, CustomTestStringConvertible {
        let lines: String
        let lower: Double
        let upper: Double

        init(_ lines: String, _ lower: Double, _ upper: Double) {
            self.lines = lines
            self.lower = lower
            self.upper = upper
        }

        var testDescription: String { lines }
    }

    private static let boundCases: [Bounds] = [
        Bounds("", 0.0, Double.infinity),
        Bounds(" UP b x 4", 0, 4),
        Bounds(" LO b x -4", -4, .infinity),
        Bounds(" UP b x -4", -.infinity, -4),
        Bounds(" UP b x 0", 0, 0),
        Bounds(" UP b x -4\n LO b x -9", -9, -4),
        Bounds(" LO b x -9\n UP b x -4", -9, -4),
        Bounds(" FX b x 3", 3, 3),
        Bounds(" FR b x", -.infinity, .infinity),
        Bounds(" MI b x", -.infinity, .infinity),
        Bounds(" MI b x\n UP b x -1", -.infinity, -1),
        Bounds(" LO b x 2\n PL b x", 2, .infinity),
        Bounds(" UP x 4", 0, 4),
        Bounds(" FR x", -.infinity, .infinity),
        Bounds(" UP b x 1e20", 0, .infinity),
        Bounds(" LO b x -1e30", -.infinity, .infinity),
        Bounds(" UP b x 9.9e19", 0, 9.9e19),
        Bounds(" UP b x inf", 0, .infinity),
        Bounds(" UP b x 1.5D+02", 0, 150),
        Bounds(" UP b x 4\n UP other x 9", 0, 4),
    ]

    @Test("The bounds of a variable follow the conventions", arguments: boundCases)
    func bounds(_ given: Bounds) throws {
        let program = try small(given.lines.isEmpty ? "" : "BOUNDS\n" + given.lines).program
        #expect(program.variableLower == [given.lower, 0])
        #expect(program.variableUpper == [given.upper, .infinity])
    }

    private static let limitCases: [(Bounds, Int)] = [
        (Bounds("RHS\n r l 4\nRANGES\n n l 3", 1.0, 4.0), 0),
        (Bounds("RHS\n r l 4\nRANGES\n n l -3", 1, 4), 0),
        (Bounds("RHS\n r g 4\nRANGES\n n g 3", 4, 7), 1),
        (Bounds("RHS\n r g 4\nRANGES\n n g -3", 4, 7), 1),
        (Bounds("RHS\n r e 4\nRANGES\n n e 3", 4, 7), 2),
        (Bounds("RHS\n r l inf\nRANGES\n n l 1e20", -.infinity, .infinity), 0),
        (Bounds("RHS\n r g -1e30\nRANGES\n n g inf", -.infinity, .infinity), 1),
        (Bounds("RHS\n r e 4\nRANGES\n n e -1e20", -.infinity, 4), 2),
        (Bounds("RHS\n r e 4\nRANGES\n n e -3", 1, 4), 2),
        (Bounds("RHS\n r e 4\nRANGES\n n e 0", 4, 4), 2),
        (Bounds("RANGES\n n l 3", -3, 0), 0),
        (Bounds("RHS\n l 4", -.infinity, 4), 0),
        (Bounds("RHS\n r g -1e20", -.infinity, .infinity), 1),
        (Bounds("RHS\n r l 4\nRANGES\n n l 1e30", -.infinity, 4), 0),
        (Bounds("RHS\n r l 4\n other l 9", -.infinity, 4), 0),
    ]

    @Test("The limits of a row follow the conventions", arguments: limitCases)
    func limits(given: Bounds, row: Int) throws {
        let program = try small(given.lines).program
        #expect(program.rowLower[row] == given.lower)
        #expect(program.rowUpper[row] == given.upper)
    }

    @Test(
        "The sense stands on its own line, on the next, or alone",
        arguments: [
            ("OBJSENSE MAX", true), ("OBJSENSE\n    MAXIMIZE", true), ("OBJSENSE\nmax", true),
            ("MAX", true), ("OBJSENSE MIN", false), ("OBJSENSE\n    MINIMISE", false), ("", false),
        ])
    func sense(lines: String, maximizes: Bool) throws {
        let problem = try QPSReader.read(
            "NAME\n\(lines)\nROWS\n N c\n L l\nCOLUMNS\n x c 3 l 1\nRHS\n r c -5\nENDATA")
        #expect(problem.maximizes == maximizes)
        #expect(problem.program.linear == [maximizes ? -3 : 3])
        #expect(problem.inSenseOfText(problem.program.constant) == 5)
    }

    @Test("Both names of the section with one triangle mean the same")
    func oneTriangle() throws {
        for section in ["QUADOBJ", "QSECTION", "QSECTION c"] {
            let problem = try small("\(section)\n x x 2\n x y -1\n y y 2")
            #expect(
                problem.program.quadratic == matrix([[2, -1], [-1, 2]], rows: 2, columns: 2),
                "\(section)")
        }
    }

    @Test("Fixed columns hold names with blanks; line ends, tabs and comments do not matter")
    func forms() throws {
        let fixed = """
            * a comment
            NAME          TWO WORDS

            ROWS
             N  MY COST
             L  ROW 1
            COLUMNS
            * between
                COL 1     MY COST            1.0   ROW 1              2.0
                COL 2     MY COST           -3.0   ROW 1              1.0
            RHS
                SET 1     ROW 1              8.0   $ a remark
            BOUNDS
             UP BND 1     COL 1          4.0
             FR BND 1     COL 2
            ENDATA
            """
        let read = try QPSReader.read(fixed)
        #expect(read.name == "TWO WORDS")
        #expect(read.rowNames == ["ROW 1"])
        #expect(read.variableNames == ["COL 1", "COL 2"])
        #expect(read.program.linear == [1, -3])
        #expect(read.program.rowUpper == [8])
        #expect(read.program.variableUpper == [4, .infinity])
        #expect(try QPSReader.read(fixed.replacing("\n", with: "\r\n")) == read)

        let free = try small("RHS\n r l 4\nBOUNDS\n UP b x 3\n FR b y")
        let tabbed = try QPSReader.read(
            "\u{FEFF}NAME t\r\nROWS\r\n\tN\tc\r\nL l\nG g\n\tE\te\n\n * note\ncolumns\n\tx\tc\t1\tl\t1\n"
                + "x g 1 e 1\ny c 1 l 1\nRHS\nRHS l 4\nBOUNDS\nUP RHS x 3\nFR\tRHS\ty\nENDATA\nrest"
        )
        #expect(tabbed == free)
    }

    @Test("OBJNAME chooses among the objectives, and the others are remarked on")
    func objectives() throws {
        let text = "ROWS\n N a\n N b\n L l\nCOLUMNS\n x a 1 b 2\n x l 1\nENDATA"
        let first = try QPSReader.read(text)
        #expect(first.program.linear == [1])
        #expect(first.objectiveName == "a")
        #expect(first.remarks == [QPSRemark(line: 3, kind: .ignoredObjectives(count: 1))])
        let second = try QPSReader.read("OBJNAME\n    b\n" + text)
        #expect(second.program.linear == [2])
        #expect(second.rowNames == ["l"])
    }

    @Test("Whole-number variables are refused, or relaxed with a remark")
    func integers() throws {
        let text =
            "ROWS\n N c\nCOLUMNS\n a c 1\n m 'MARKER' 'INTORG'\n b c 1\n d c 1\n m 'MARKER' 'INTEND'\n"
            + " e c 1\n f c 1\nBOUNDS\n UP b d 7\n BV b e\n UI b f 5\nENDATA"
        #expect(
            throws: QPSRejection(faults: [QPSFault(line: 6, kind: .integerVariables(count: 4))])
        ) {
            try QPSReader.read(text)
        }
        let problem = try QPSReader.read(text, relaxingIntegers: true)
        #expect(problem.program.variableLower == [0, 0, 0, 0, 0])
        #expect(problem.program.variableUpper == [.infinity, 1, 7, 1, 5])
        #expect(
            problem.remarks == [
                QPSRemark(line: 6, kind: .relaxedIntegers(count: 4)),
                QPSRemark(line: 6, kind: .binaryByDefault(count: 1)),
            ])
    }

    @Test("What a convention decided is remarked on")
    func remarks() throws {
        let problem = try small(
            "RHS\n r l 1\n s l 2\n s g 2\nRANGES\n n c 1\nBOUNDS\n UP b x -1\n UP b y 1\n UP b y 2")
        #expect(
            problem.remarks.map(\.kind) == [
                .ignoredSet(section: "RHS", name: "s", used: "r"), .ignoredRange(row: "c"),
                .freedLowerBound(variable: "x", upper: -1), .replacedBound(variable: "y"),
            ])
    }
}
