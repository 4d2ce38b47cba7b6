import NumericalMethods
import Testing

@testable import Simulator

@Suite("What is wrong with an MPS or QPS file is said in both languages")
struct ModelFileFaultTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func read(_ bytes: [UInt8], relaxing: Bool = false) throws -> ProgramFile {
        try folder.write("a.mps", bytes)
        return try ProgramFile(
            at: folder.path("a.mps"), relaxingIntegers: relaxing, files: FileLayer())
    }

    private func refusal(_ bytes: [UInt8]) throws -> [Finding] {
        try #require(throws: InputRejected.self) { try read(bytes) }.findings
    }

    /// Nothing is left to be filled in, and nothing is filled in that has no place.
    private func expectFilled(
        _ message: Message, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for language in Language.allCases {
            let text = message.rendered(in: language)
            #expect(!text.contains("{"), "\(text)", sourceLocation: sourceLocation)
            for name in message.arguments.keys {
                #expect(
                    message.text[language].contains("{\(name)}"), "\(name)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test(
        "With the line, and with names and numbers in their places", arguments: FaultyModelFile.all)
    func fault(_ faulty: FaultyModelFile) throws {
        let findings = try refusal(Array(faulty.text.utf8))
        let identifier = "model_file.\(faulty.message.rawValue)"
        let finding = try #require(
            findings.first { $0.message.identifier == identifier }, "\(findings.listing)")
        #expect(finding.severity == .error)
        #expect(
            finding.location == Location(file: folder.path("a.mps"), line: faulty.line))
        let english = finding.message.rendered(in: .english)
        #expect(english.contains(faulty.words), "\(english)")
        let chinese = finding.message.rendered(in: .chinese)
        for value in faulty.values { #expect(chinese.contains(value), "\(chinese)") }
        expectFilled(finding.message)
    }

    @Test("A compressed file is told to be unpacked")
    func compressed() throws {
        let findings = try refusal([0x1F, 0x8B, 8, 0])
        #expect(findings.map(\.message.identifier) == ["model_file.compressed"])
        #expect(findings.first?.location.line == 1)
        #expect(findings.first?.rendered(in: .english).contains("gunzip -c FILE") == true)
        #expect(findings.first?.rendered(in: .chinese).contains("请先解压") == true)
    }

    @Test("Bounds that contradict each other refuse no file, but nothing meets them")
    func crossed() throws {
        let text =
            "ROWS\n N c\nCOLUMNS\n x c 1\n y c 1\nBOUNDS\n LO b x 3\n UP b x 1.5\n"
            + " LO b y 0\n UP b y -1\nENDATA"
        let file = try read(Array(text.utf8))
        #expect(file.contradictionCount == 2)
        #expect(file.notices.map(\.severity) == [.warning, .warning])
        #expect(file.notices.map(\.location.line) == [8, 10])
        let first = try #require(file.notices.first).message
        #expect(first.identifier == "model_file.crossed_bounds")
        #expect(
            first.rendered(in: .english).hasPrefix(
                "the lower bound 3 of variable 'x' lies above its upper bound 1.5,"))
        #expect(first.rendered(in: .chinese).hasPrefix("变量 “x” 的下界 3 大于上界 1.5"))
        expectFilled(first)
    }

    /// No text is known that gives this; it is there for one that is not.
    @Test("What no other fault describes is passed on")
    func inconsistent() {
        let message = QPSFault(line: 1, kind: .inconsistent("rows {a}")).message
        #expect(message.identifier == "model_file.inconsistent")
        #expect(message.rendered(in: .english).contains("does not hold together: rows {a};"))
        #expect(message.rendered(in: .chinese).contains("前后不一致：rows {a}；"))
    }

    @Test("What a convention decided is remarked on, as a warning where it changes the problem")
    func remarks() throws {
        let text =
            "ROWS\n N c\n N d\n L l\n G g\nCOLUMNS\n x c 1 l 1\n y c 1 g 1\n"
            + "RHS\n r l 1\n s l 2\nRANGES\n n c 1\n"
            + "BOUNDS\n UP b x -1.5\n UP b y 1\n UP b y 2\nENDATA"
        let notices = try read(Array(text.utf8)).notices
        let expected: [(identifier: String, line: Int, severity: Finding.Severity)] = [
            ("ignored_objectives", 3, .notice), ("ignored_set", 11, .warning),
            ("ignored_range", 13, .notice), ("freed_lower_bound", 15, .warning),
            ("replaced_bound", 17, .warning),
        ]
        #expect(notices.map(\.message.identifier) == expected.map { "model_file.\($0.identifier)" })
        #expect(notices.map(\.location.line) == expected.map(\.line))
        #expect(notices.map(\.severity) == expected.map(\.severity))
        let texts = notices.map { $0.message.rendered(in: .english) }
        for (text, words) in zip(
            texts,
            [
                "1 row(s) of type N besides", "RHS holds several sets; 'r' counts", "row 'c' means",
                "variable 'x' has the upper bound -1.5", "of variable 'y' is given twice",
            ])
        {
            #expect(text.contains(words), "\(text)")
        }
        for notice in notices { expectFilled(notice.message) }
    }

    @Test("Whole numbers taken as continuous are counted, and those without bounds")
    func relaxed() throws {
        let text =
            "ROWS\n N c\nCOLUMNS\n m 'MARKER' 'INTORG'\n x c 1\n y c 1\n m 'MARKER' 'INTEND'\n"
            + "BOUNDS\n UP b y 7\nENDATA"
        let notices = try read(Array(text.utf8), relaxing: true).notices
        #expect(
            notices.map(\.message.identifier) == [
                "model_file.relaxed_integers", "model_file.binary_by_default",
            ])
        #expect(notices.allSatisfy { $0.severity == .warning })
        #expect(notices.map { $0.message.arguments["count"]?.english } == ["2", "1"])
        for notice in notices { expectFilled(notice.message) }
    }

    @Test("Every message on such files is one of these, or on the curvature of the objective")
    func complete() {
        let told = Set(FaultyModelFile.all.map(\.message)).union([
            .compressed, .crossedBounds, .inconsistent, .ignoredObjectives, .ignoredSet,
            .ignoredRange, .freedLowerBound, .replacedBound, .relaxedIntegers, .binaryByDefault,
        ])
        #expect(
            Set(ModelFileMessage.allCases).subtracting(told)
                == [.standardInput, .notConvex, .notConcave])
    }
}
