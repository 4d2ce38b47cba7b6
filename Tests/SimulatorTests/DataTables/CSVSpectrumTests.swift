import FoundationEssentials
import Simulator
import Testing

@Suite("The files of csv-spectrum")
struct CSVSpectrumTests {
    /// All but the one that RFC 4180 does not allow.
    static let readable = [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
        "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ]

    private func document(_ name: String) throws -> CSVDocument {
        let path = "\(ScratchDataSet.fixturesFolder)/csv-spectrum/csvs/\(name).csv"
        let bytes = try FileLayer().readFile(at: path, limit: 1 << 20)
        return CSVReader(file: "\(name).csv").read(bytes)
    }

    private func expected(_ name: String) throws -> [[String: String]] {
        let path = "\(ScratchDataSet.fixturesFolder)/csv-spectrum/json/\(name).json"
        let bytes = Data(try FileLayer().readFile(at: path, limit: 1 << 20))
        if let one = try? JSONDecoder().decode([String: String].self, from: bytes) { return [one] }
        return try JSONDecoder().decode([[String: String]].self, from: bytes)
    }

    @Test("are read as their authors say", arguments: readable)
    func read(_ name: String) throws {
        let document = try document(name)
        #expect(document.findings.isEmpty, "\(document.findings.listing)")
        let records = (0..<document.recordCount).map { record in
            var fields: [String: String] = [:]
            for (field, column) in document.header.enumerated() {
                fields[column] = document.text(record: record, field: field)
            }
            return fields
        }
        #expect(try records == expected(name))
    }

    @Test("with a bare double quote inside a field are refused, as RFC 4180 has it")
    func bareQuote() throws {
        let document = try document("location_coordinates")
        #expect(document.findings.map(\.message.identifier) == ["csv.quote_inside_field"])
        #expect(document.findings.first?.location.line == 2)
        #expect(document.recordCount == 0)
    }
}
