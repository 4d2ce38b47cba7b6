import NumericalMethods
import Testing

@Suite("Faults of MPS and QPS texts are named, all of them")
struct QPSFaultTests {
    private func faults(_ text: String) -> [QPSFault] {
        do {
            _ = try QPSReader.read(text)
            return []
        } catch {
            return error.faults
        }
    }

    private static let head =
        "NAME\nROWS\n N c\n L l\n E e\nCOLUMNS\n x c 1 l 1\n y c 1 e 1\n"

    private static let cases: [(String, Int, QPSFault.Kind)] = [
        ("ROWS\n X r\n N c\nENDATA", 2, QPSFault.Kind.unknownRowType("X")),
        ("ROWS\n N c\n L r\n L r\nENDATA", 4, .duplicateRow("r", firstLine: 3)),
        ("ROWS\n N c\n L\nENDATA", 3, .incompleteRow),
        ("ROWS\n L r\nENDATA", 3, .noObjective),
        ("OBJNAME\n z\nROWS\n N c\nENDATA", 2, .unknownObjective("z")),
        ("OBJSENSE\n UP\nROWS\n N c\nENDATA", 2, .unknownSense("UP")),
        ("ROWS\n N c\nCOLUMNS\n x n 1\nENDATA", 4, .unknownRow("n")),
        ("ROWS\n N c\nCOLUMNS\n x c one\nENDATA", 4, .notANumber("one")),
        ("ROWS\n N c\nCOLUMNS\n x c nan\nENDATA", 4, .notANumber("nan")),
        ("ROWS\n N c\nCOLUMNS\n x c 0x1p4\nENDATA", 4, .notANumber("0x1p4")),
        ("ROWS\n N c\nCOLUMNS\n x c 1e400\nENDATA", 4, .notFinite("1e400")),
        ("ROWS\n N c\nCOLUMNS\n x c\nENDATA", 4, .incompletePairs),
        (
            "ROWS\n N c\nCOLUMNS\n x c 1\n x c 2\nENDATA", 5,
            .duplicateEntry(row: "c", column: "x", firstLine: 4)
        ),
        (
            "ROWS\n N c\n L l\nCOLUMNS\n x c 1\n y c 1\n x l 2\nENDATA", 7,
            .splitColumn("x", firstLine: 5)
        ),
        (
            "ROWS\n N c\nCOLUMNS\n m 'MARKER' 'INT'\n x c 1\nENDATA", 4,
            .unknownMarker("'INT'")
        ),
        (head + "RHS\n r l 1\n r l 2\nENDATA", 11, .duplicateLimit(row: "l", firstLine: 10)),
        (head + "RHS\n r n 1\nENDATA", 10, .unknownRow("n")),
        (head + "RHS\n r l -inf\nENDATA", 10, .infiniteLimit(row: "l")),
        (head + "RHS\n r e 1e20\nENDATA", 10, .infiniteLimit(row: "e")),
        (head + "BOUNDS\n UP b z 1\nENDATA", 10, .unknownVariable("z")),
        (head + "BOUNDS\n UP b x\nENDATA", 10, .incompleteBound),
        (head + "BOUNDS\n FR b z\nENDATA", 10, .unknownVariable("z")),
        (head + "BOUNDS\n UP x\nENDATA", 10, .incompleteBound),
        (head + "BOUNDS\n ZZ b x 1\nENDATA", 10, .unknownBoundType("ZZ")),
        (head + "BOUNDS\n SC b x 1\nENDATA", 10, .unsupportedBoundType("SC")),
        (
            head + "BOUNDS\n LO b x inf\nENDATA", 10,
            .infiniteBound(variable: "x", value: "inf")
        ),
        (
            head + "BOUNDS\n LO b x 3\n UP b x 1\nENDATA", 11,
            .crossedBounds(variable: "x", lower: 3, upper: 1)
        ),
        (
            head + "BOUNDS\n LO b x 0\n UP b x -1\nENDATA", 11,
            .crossedBounds(variable: "x", lower: 0, upper: -1)
        ),
        (head + "BOUNDS\n BV b x\nENDATA", 10, .integerVariables(count: 1)),
        (
            head + "QUADOBJ\n x y 1\n y x 1\nENDATA", 11,
            .duplicateQuadratic("y", "x", firstLine: 10)
        ),
        (head + "QMATRIX\n x x 2\n x y 1\nENDATA", 11, .asymmetricQuadratic("x", "y")),
        (head + "QUADOBJ\n x z 1\nENDATA", 10, .unknownVariable("z")),
        (head + "QSECTION l\n x x 1\nENDATA", 9, .quadraticRow("l")),
        (head + "QCMATRIX l\n x x 1\nENDATA", 9, .unsupportedSection("QCMATRIX")),
        (head + "SOS\n S1 s 1\nENDATA", 9, .unsupportedSection("SOS")),
        (head + "FOO\n a b 1\nENDATA", 9, .unknownSection("FOO")),
        (head, 8, .noEnd),
        ("", 1, .noEnd),
        ("NAME\n x\n", 2, .dataOutsideSection),
    ]

    @Test("Each fault has its line and kind", arguments: cases.indices)
    func each(index: Int) {
        let (text, line, kind) = Self.cases[index]
        let found = faults(text)
        #expect(found.contains(QPSFault(line: line, kind: kind)), "\(found)")
    }

    @Test("All faults of a text come at once, in the order of lines, and none twice")
    func together() {
        let found = faults(
            "NAME\nROWS\n N c\n Z z\n L l\nCOLUMNS\n x c one z 1\n y nowhere 1\nRHS\n r l two\n"
                + "BOUNDS\n UP b q 1\nENDATA")
        #expect(
            found == [
                QPSFault(line: 4, kind: .unknownRowType("Z")),
                QPSFault(line: 7, kind: .notANumber("one")),
                QPSFault(line: 8, kind: .unknownRow("nowhere")),
                QPSFault(line: 10, kind: .notANumber("two")),
                QPSFault(line: 12, kind: .unknownVariable("q")),
            ])
    }

    @Test("A fault in fixed columns is not hidden behind those of the free form")
    func fixedColumns() {
        let found = faults(
            """
            NAME
            ROWS
             N  MY COST
             L  ROW 1
            COLUMNS
                COL 1     MY COST            1.0   ROW 1              two
            ENDATA
            """)
        #expect(found == [QPSFault(line: 6, kind: .notANumber("two"))])
    }

    @Test("A compressed file and an endless list of faults are cut short")
    func cutShort() {
        #expect(throws: QPSRejection(faults: [QPSFault(line: 1, kind: .compressed)])) {
            try QPSReader.read(bytes: [0x1F, 0x8B, 8, 0])
        }
        let lines = String(repeating: " x nowhere 1\n", count: 10_000)
        let found = faults("ROWS\n N c\nCOLUMNS\n" + lines + "ENDATA")
        #expect(found.count < 1000)
        #expect(found.contains { $0.kind == .tooManyFaults })
    }
}
