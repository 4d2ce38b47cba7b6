import Testing

@testable import Simulator

@Suite("A table damaged at random")
struct DamagedTableTests {
    /// Bytes that mean something to a CSV reader or a number, and some that mean nothing.
    private static let bytes: [UInt8] =
        Array("\",;\t\r\n0123456789.-+eE%'=@ /aN".utf8) + [0, 0x1B, 0x7F, 0x80, 0xC3, 0xE4, 0xFF]

    private func damaged(_ original: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        var bytes = original
        for _ in 0...Int.random(in: 0..<4, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = Self.bytes.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = byte
            case 1: bytes.insert(byte, at: place)
            case 2: bytes.remove(at: place)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
            default:
                bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
            }
            if bytes.isEmpty { return original }
        }
        return bytes
    }

    @Test(
        "is read or refused with findings that can be shown, and never crashes",
        arguments: [TableName.certificates, .freight, .transfers, .transfersHistory])
    func neverCrashes(_ table: TableName) throws {
        let schema = TableSchema.schema(for: table)
        let original = try #require(ScratchDataSet.shipped[table.fileName])
        var generator = SplitMix(state: 2024)
        var refused = 0
        for _ in 0..<150 {
            let bytes = damaged(original, &generator)
            let document = CSVReader(file: table.fileName).read(bytes)
            var reader = TableReader(document, schema: schema, context: ReadingContext())
            var result = reader.read()
            CompletenessCheck(neededProvinces: []).check(&result)
            if result.hasErrors { refused += 1 }
            for finding in result.findings.all {
                #expect(finding.location.file == table.fileName)
                for language in Language.allCases {
                    let text = finding.rendered(in: language)
                    #expect(!text.unicodeScalars.contains { PrintableText.isUnsafe($0) })
                }
            }
            for row in result.rows { #expect(row.cells.count == schema.columns.count) }
        }
        #expect(refused > 75)
    }
}
