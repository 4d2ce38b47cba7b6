import Testing

@testable import Simulator

/// A text that is no MPS or QPS file, the line that is at fault, and what is to be said of it.
struct FaultyModelFile: Sendable, CustomTestStringConvertible {
    let message: ModelFileMessage
    let text: String
    let line: Int
    /// What the English words hold, values in their places.
    let words: String
    /// The values that the Chinese words hold.
    let values: [String]

    init(
        _ message: ModelFileMessage, _ text: String, line: Int, _ words: String,
        values: [String] = []
    ) {
        self.message = message
        self.text = text
        self.line = line
        self.words = words
        self.values = values
    }

    var testDescription: String { message.rawValue }

    /// Eight lines of a file that is right so far.
    private static let head =
        "NAME\nROWS\n N c\n L l\n E e\nCOLUMNS\n x c 1 l 1\n y c 1 e 1\n"

    static let all: [FaultyModelFile] = rows + columns + bounds + quadratic

    private static let rows: [FaultyModelFile] = [
        FaultyModelFile(
            .unknownSection, head + "FOO\n a b 1\nENDATA", line: 9, "'FOO' is no section",
            values: ["“FOO”"]),
        FaultyModelFile(
            .unsupportedSection, head + "SOS\n S1 s 1\nENDATA", line: 9,
            "section SOS cannot be honoured", values: [" SOS "]),
        FaultyModelFile(.dataOutsideSection, "NAME\n x\n", line: 2, "before any section"),
        FaultyModelFile(
            .unknownSense, "OBJSENSE\n UP\nROWS\n N c\nENDATA", line: 2,
            "sense 'UP' is neither MIN nor MAX", values: ["“UP”"]),
        FaultyModelFile(
            .incompleteRow, "ROWS\n N c\n L\nENDATA", line: 3, "a type (N, E, L or G) and one"),
        FaultyModelFile(
            .unknownRowType, "ROWS\n X r\n N c\nENDATA", line: 2, "'X' is no type of row",
            values: ["“X”"]),
        FaultyModelFile(
            .duplicateRow, "ROWS\n N c\n L r\n L r\nENDATA", line: 4,
            "row 'r' was named on line 3 already", values: ["“r”", "第 3 行"]),
        FaultyModelFile(.noObjective, "ROWS\n L r\nENDATA", line: 3, "has no row of type N"),
        FaultyModelFile(
            .unknownObjective, "OBJNAME\n z\nROWS\n N c\nENDATA", line: 2,
            "objective 'z' of OBJNAME", values: ["“z”"]),
        FaultyModelFile(.noEnd, head, line: 8, "ENDATA is missing"),
    ]

    private static let columns: [FaultyModelFile] = [
        FaultyModelFile(
            .incompletePairs, "ROWS\n N c\nCOLUMNS\n x c\nENDATA", line: 4,
            "one or two pairs of a name and a number"),
        FaultyModelFile(
            .unknownRow, "ROWS\n N c\nCOLUMNS\n x n 1\nENDATA", line: 4,
            "row 'n' does not stand in ROWS", values: ["“n”"]),
        FaultyModelFile(
            .notANumber, "ROWS\n N c\nCOLUMNS\n x c one\nENDATA", line: 4,
            "'one' is not a number", values: ["“one”"]),
        FaultyModelFile(
            .notFinite, "ROWS\n N c\nCOLUMNS\n x c 1e400\nENDATA", line: 4,
            "'1e400' is infinite or too large", values: ["“1e400”"]),
        FaultyModelFile(
            .splitColumn, "ROWS\n N c\n L l\nCOLUMNS\n x c 1\n y c 1\n x l 2\nENDATA", line: 7,
            "variable 'x' began on line 5", values: ["“x”", "第 5 行"]),
        FaultyModelFile(
            .duplicateEntry, "ROWS\n N c\nCOLUMNS\n x c 1\n x c 2\nENDATA", line: 5,
            "variable 'x' has a coefficient in row 'c' on line 4",
            values: ["“x”", "“c”", "第 4 行"]),
        FaultyModelFile(
            .duplicateLimit, head + "RHS\n r l 1\n r l 2\nENDATA", line: 11,
            "row 'l' has a value in this section on line 10", values: ["“l”", "第 10 行"]),
        FaultyModelFile(
            .infiniteLimit, head + "RHS\n r l -inf\nENDATA", line: 10,
            "row 'l' has a limit that nothing can meet", values: ["“l”"]),
        FaultyModelFile(
            .unknownMarker, "ROWS\n N c\nCOLUMNS\n m 'MARKER' 'INT'\n x c 1\nENDATA", line: 4,
            "''INT'' is no marker", values: ["“'INT'”"]),
        FaultyModelFile(
            .integerVariables, head + "BOUNDS\n BV b x\n BV b y\nENDATA", line: 10,
            "2 variable(s) must be whole numbers", values: [" 2 个"]),
    ]

    private static let bounds: [FaultyModelFile] = [
        FaultyModelFile(
            .incompleteBound, head + "BOUNDS\n UP b x\nENDATA", line: 10,
            "a type, a set, a variable"),
        FaultyModelFile(
            .unknownBoundType, head + "BOUNDS\n ZZ b x 1\nENDATA", line: 10,
            "'ZZ' is no type of bound", values: ["“ZZ”"]),
        FaultyModelFile(
            .unsupportedBoundType, head + "BOUNDS\n SC b x 1\nENDATA", line: 10,
            "bound type SC makes a variable semi-continuous", values: [" SC "]),
        FaultyModelFile(
            .unknownVariable, head + "BOUNDS\n UP b z 1\nENDATA", line: 10,
            "variable 'z' does not stand in COLUMNS", values: ["“z”"]),
        FaultyModelFile(
            .infiniteBound, head + "BOUNDS\n LO b x inf\nENDATA", line: 10,
            "the bound inf of variable 'x'", values: ["“x”", " inf "]),
    ]

    private static let quadratic: [FaultyModelFile] = [
        FaultyModelFile(
            .duplicateQuadratic, head + "QUADOBJ\n x y 1\n y x 1\nENDATA", line: 11,
            "the pair 'y', 'x' stands on line 10", values: ["“y”", "“x”", "第 10 行"]),
        FaultyModelFile(
            .asymmetricQuadratic, head + "QMATRIX\n x x 2\n x y 1\nENDATA", line: 11,
            "'x', 'y' has no equal entry", values: ["“x”", "“y”"]),
        FaultyModelFile(
            .quadraticRow, head + "QSECTION l\n x x 1\nENDATA", line: 9,
            "quadratic terms in row 'l'", values: ["“l”"]),
        FaultyModelFile(
            .tooManyFaults,
            "ROWS\n N c\nCOLUMNS\n" + String(repeating: " x nowhere 1\n", count: 600) + "ENDATA",
            line: 503, "the rest was not read"),
    ]
}
