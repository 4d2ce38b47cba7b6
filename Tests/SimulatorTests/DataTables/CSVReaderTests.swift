import Testing

@testable import Simulator

@Suite("CSV files")
struct CSVReaderTests {
    private func read(_ text: String, limits: CSVReader.Limits = .init()) -> CSVDocument {
        CSVReader(file: "t.csv", limits: limits).read(Array(text.utf8))
    }

    private func records(_ document: CSVDocument) -> [[String]] {
        (0..<document.recordCount).map { record in
            (0..<document.fieldCount(ofRecord: record)).map {
                document.text(record: record, field: $0)
            }
        }
    }

    @Test("give each record the line it begins on, whatever the line ends")
    func lines() {
        let document = read("a,b\r\n1,\"x\ny\r\nz\rw\"\r3,4\n5,6")
        #expect(document.header == ["a", "b"])
        #expect(records(document) == [["1", "x\ny\r\nz\rw"], ["3", "4"], ["5", "6"]])
        #expect((0..<3).map(document.line(ofRecord:)) == [2, 6, 7])
        #expect(document.isSound)
    }

    @Test("skip a byte order mark and nothing else")
    func mark() {
        #expect(read("\u{FEFF}a,b\n1,2\n").header == ["a", "b"])
        #expect(read(" a,b \n1,2\n").header == [" a", "b "])
        #expect(read("a\n\u{FEFF}1\n").text(record: 0, field: 0) == "\u{FEFF}1")
    }

    @Test(
        "with a fault in a row name the line and leave the row out",
        arguments: [
            ("a,b\n1\n3,4\n", "ragged_row", 2, 1), ("a,b\n1,2,3\n3,4\n", "ragged_row", 2, 1),
            ("a,b\n1,2,\n3,4\n", "ragged_row", 2, 1), ("a,b\n1,2\n\n3,4\n", "blank_line", 3, 2),
            ("a,b\n1,x\"y\n3,4\n", "quote_inside_field", 2, 1),
            ("a,b\n1,\"x\"y\n3,4\n", "text_after_quote", 2, 1),
            ("a,b\n1,\"x\" \n3,4\n", "text_after_quote", 2, 1),
            ("a,b\n1,2\n\"p\nq\",\"x\n3,4\n", "unclosed_quote", 4, 1),
            ("a,b\n1,2\n3,\"", "unclosed_quote", 3, 1),
        ])
    func rowFaults(_ text: String, _ message: String, _ line: Int, _ kept: Int) {
        let document = read(text)
        #expect(document.findings.map(\.message.identifier) == ["csv.\(message)"])
        #expect(document.findings.first?.location.line == line)
        #expect(document.recordCount == kept)
    }

    @Test("with several faults report them all")
    func allFaults() {
        let document = read("a,b\n1\n2,x\"\n3,4\n\n5,\"6\"7\n8,\"9\n")
        #expect(
            document.findings.map(\.message.identifier) == [
                "csv.ragged_row", "csv.quote_inside_field", "csv.blank_line",
                "csv.text_after_quote", "csv.unclosed_quote",
            ])
        #expect(records(document) == [["3", "4"]])
    }

    @Test("are divided by what the header shows: comma first, then semicolon, then tab")
    func delimiters() {
        #expect(read("a;b\n1,5;2\n").text(record: 0, field: 0) == "1,5")
        #expect(read("a\tb\n1;2\t3\n").header == ["a", "b"])
        #expect(read("a,b;c\n1,2\n").header == ["a", "b;c"])
        #expect(read("\"a,x\";b\n1;2\n").header == ["a,x", "b"])
        let notice = read("a;b\n1;2\n").findings.first
        #expect(notice?.severity == .notice)
        #expect(notice?.message.identifier == "csv.other_delimiter")
    }

    @Test("with control characters name each by its byte and line")
    func controlCharacters() {
        let document = read("a,b\n1,\u{0}\n2,\u{1B}[31m\n")
        #expect(
            document.findings.map(\.message.identifier) == [
                "csv.control_character", "csv.control_character",
            ])
        #expect(document.findings.map(\.location.line) == [2, 3])
        #expect(document.findings.first?.rendered(in: .english).contains("Byte 6 ") == true)
        let zeros = CSVReader(file: "t.csv").read([UInt8](repeating: 0, count: 1 << 16))
        #expect(zeros.findings.count == 21)
        #expect(zeros.findings.last?.rendered(in: .english).contains("65516 more") == true)
    }

    @Test("beyond a limit are refused with bounded effort")
    func limits() {
        var limits = CSVReader.Limits()
        limits.fieldBytes = 10
        #expect(
            read("a,b\n1,\"\(String(repeating: "x", count: 11))\"\n", limits: limits).findings.map(
                \.message.identifier) == ["csv.field_too_long"])
        let wide = String(repeating: ",", count: 100_000)
        #expect(read(wide + "\n1\n").findings.map(\.message.identifier) == ["csv.too_many_columns"])
        limits.cells = 100
        let long = "a\n" + String(repeating: "1\n", count: 200)
        #expect(
            read(long, limits: limits).findings.map(\.message.identifier) == ["csv.too_many_cells"])
        let blank = read("a,b\n" + String(repeating: "\n", count: 100_000) + "1,2\n")
        #expect(blank.findings.count == 1_001)
        #expect(blank.findings.last?.rendered(in: .english).contains("99000 more") == true)
    }
}

@Suite("The encoding of a CSV file")
struct CSVEncodingTests {
    private func identifiers(_ bytes: [UInt8]) -> [String] {
        CSVReader(file: "t.csv").read(bytes).findings.map(\.message.identifier)
    }

    private let head = Array("a,b\n1,".utf8)

    @Test("is strict UTF-8, else GB18030 with a notice")
    func gb18030() throws {
        let text = Array("a,b\n1,云南铝业𠂇€\n".utf8)
        #expect(identifiers(text).isEmpty)
        let converted = try ScratchDataSet.gb18030(text)
        let document = CSVReader(file: "t.csv").read(converted)
        #expect(document.findings.map(\.message.identifier) == ["csv.decoded_as_gb18030"])
        #expect(document.text(record: 0, field: 1) == "云南铝业𠂇€")
    }

    @Test("that is neither is refused with the byte and its line")
    func neither() {
        let document = CSVReader(file: "t.csv").read(head + [0xFF, 0x0A])
        #expect(document.findings.map(\.message.identifier) == ["csv.not_text"])
        #expect(document.findings.first?.location.line == 2)
        #expect(
            document.findings.first?.rendered(in: .english).contains("Byte 6 (0xFF") == true)
        #expect(identifiers(head + [0x81, 0x0A]) == ["csv.not_text"])
    }

    @Test("that is UTF-8 cut off or damaged is not taken for GB18030")
    func damaged() {
        let name = Array("云南铝业".utf8)
        #expect(identifiers(head + name.dropLast()) == ["csv.truncated_text"])
        #expect(identifiers(head + name[..<2]) == ["csv.truncated_text"])
        #expect(identifiers(head + name + [0xE4, 0x0A] + name) == ["csv.truncated_text"])
        #expect(identifiers([0xEF, 0xBB, 0xBF] + head + [0xD4, 0xC6]) == ["csv.truncated_text"])
    }

    @Test(
        "that is overlong, a surrogate or beyond Unicode is no UTF-8",
        arguments: [
            [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xFE],
        ] as [[UInt8]])
    func malformed(_ bytes: [UInt8]) {
        #expect(UTF8Survey(bytes).firstFault == 0)
        #expect(UTF8Survey(Array("é€𝄞".utf8)).firstFault == nil)
    }

    @Test("that is UTF-16 is named as such")
    func utf16() {
        #expect(identifiers([0xFF, 0xFE, 0x61, 0x00]) == ["csv.utf_16"])
        #expect(identifiers([0xFE, 0xFF, 0x00, 0x61]) == ["csv.utf_16"])
    }
}
