/// Reads CSV by RFC 4180: fields in double quotes may hold delimiters, line ends and doubled
/// quotes; records end with CRLF, LF or CR, mixed or not, and the last may go without.
///
/// What the RFC leaves open is settled so: a byte order mark is skipped; the delimiter is the
/// comma, unless the header has none and has semicolons or tabs; rows with more or fewer fields
/// than the header are errors; blank lines are errors except at the end of the file; nothing
/// is trimmed. Every fault found is in the document's findings.
public struct CSVReader: Sendable {
    /// Sizes beyond which a file is refused, so that memory stays bounded.
    public struct Limits: Sendable {
        public var fileBytes = 64 << 20
        public var fieldBytes = 4 << 20
        public var columns = 1_000
        public var cells = 1_000_000
        /// Findings of one sort that are listed for one file.
        public var findings = 1_000

        public init() {}
    }

    public let file: String
    public let limits: Limits

    /// - Parameter file: the name findings give for the file.
    public init(file: String, limits: Limits = Limits()) {
        self.file = file
        self.limits = limits
    }

    public func read(_ bytes: [UInt8]) -> CSVDocument {
        var findings: [Finding] = []
        let location = Location(file: file)
        guard let text = TextDecoding.decode(bytes, file: file, into: &findings) else {
            return .unreadable(file, findings: findings)
        }
        guard !text.isEmpty else {
            findings.append(Finding(.error, Message(CSVMessage.empty), at: location))
            return .unreadable(file, findings: findings)
        }
        guard checkControlCharacters(bytes, into: &findings) else {
            return .unreadable(file, findings: findings)
        }
        let delimiter = detectDelimiter(text, into: &findings)
        var parser = CSVParser(source: text, delimiter: delimiter, file: file, limits: limits)
        parser.parse()
        findings += parser.findings
        return document(parser, findings: findings)
    }

    /// Reports control characters; false where there are so many that the file is no text.
    private func checkControlCharacters(_ bytes: [UInt8], into findings: inout [Finding]) -> Bool {
        let found = TextDecoding.controlCharacters(in: bytes, limit: 20)
        for (offset, byte) in found.places {
            let code = String(byte, radix: 16, uppercase: true)
            findings.append(
                Finding(
                    .error,
                    Message(
                        CSVMessage.controlCharacter,
                        verbatim: [
                            "offset": String(offset),
                            "character": "U+" + String(repeating: "0", count: 4 - code.count)
                                + code,
                        ]),
                    at: Location(file: file, line: LineCount.line(of: offset, in: bytes))))
        }
        if found.count > found.places.count {
            findings.append(
                Finding(
                    .error,
                    Message(
                        TableMessage.tooManyFindings,
                        verbatim: ["count": String(found.count - found.places.count)]),
                    at: Location(file: file)))
            return false
        }
        return true
    }

    /// Comma, unless the header has none outside quotes but has semicolons or else tabs.
    private func detectDelimiter(_ text: [UInt8], into findings: inout [Finding]) -> UInt8 {
        var isQuoted = false
        var hasSemicolon = false
        var hasTab = false
        scan: for byte in text {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case 0x0A, 0x0D: if !isQuoted { break scan }
            case UInt8(ascii: ","): if !isQuoted { return byte }
            case UInt8(ascii: ";"): if !isQuoted { hasSemicolon = true }
            case 0x09: if !isQuoted { hasTab = true }
            default: break
            }
        }
        guard hasSemicolon || hasTab else { return UInt8(ascii: ",") }
        let name =
            hasSemicolon
            ? Text(en: "semicolons", zh: "分号") : Text(en: "tabs", zh: "制表符")
        findings.append(
            Finding(
                .notice, Message(CSVMessage.otherDelimiter, ["delimiter": name]),
                at: Location(file: file, line: 1)))
        return hasSemicolon ? UInt8(ascii: ";") : 0x09
    }

    private func document(_ parser: CSVParser, findings: [Finding]) -> CSVDocument {
        let headerCount = parser.recordStarts.count > 1 ? parser.recordStarts[1] : 0
        let header = (0..<headerCount).map { field in
            let start = field == 0 ? 0 : parser.fieldEnds[field - 1]
            return String(decoding: parser.content[start..<parser.fieldEnds[field]], as: UTF8.self)
        }
        return CSVDocument(
            file: file, header: header, findings: findings, content: parser.content,
            fieldEnds: parser.fieldEnds, recordStarts: Array(parser.recordStarts.dropFirst()),
            recordLines: Array(parser.recordLines.dropFirst()))
    }
}
