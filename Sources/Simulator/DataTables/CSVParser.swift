/// The byte machine behind ``CSVReader``. The header is record 0.
///
/// Rows that do not have the header's number of fields, and rows with a quote fault, are
/// reported and left out of the records.
struct CSVParser {
    private let source: [UInt8]
    private let delimiter: UInt8
    private let file: String
    private let limits: CSVReader.Limits
    private var position = 0
    private var line = 1
    private var recordLine = 1
    private var hasFault = false
    private var isStopped = false
    private var omittedFindings = 0
    /// One past the last byte that is no line end; behind it lie blank lines only.
    private let contentEnd: Int

    private(set) var content: [UInt8] = []
    private(set) var fieldEnds: [Int] = []
    private(set) var recordStarts: [Int] = [0]
    private(set) var recordLines: [Int] = []
    private(set) var findings: [Finding] = []

    private enum FieldEnd {
        case delimiter
        case line
        case file
    }

    init(source: [UInt8], delimiter: UInt8, file: String, limits: CSVReader.Limits) {
        self.source = source
        self.delimiter = delimiter
        self.file = file
        self.limits = limits
        contentEnd = (source.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1
        content.reserveCapacity(source.count)
        fieldEnds.reserveCapacity(source.count / 8)
    }

    mutating func parse() {
        while position < source.count, !isStopped { parseRecord() }
        if omittedFindings > 0 {
            findings.append(
                Finding(
                    .error,
                    Message(
                        TableMessage.tooManyFindings, verbatim: ["count": String(omittedFindings)]),
                    at: Location(file: file)))
        }
        if recordLines.count == 1, findings.isEmpty {
            findings.append(
                Finding(.error, Message(CSVMessage.headerOnly), at: Location(file: file, line: 1)))
        }
    }

    private mutating func parseRecord() {
        recordLine = line
        hasFault = false
        let firstField = fieldEnds.count
        let firstByte = content.count
        let start = position
        var end = FieldEnd.delimiter
        while end == .delimiter, !isStopped {
            end = parseField(number: fieldEnds.count - firstField + 1)
            fieldEnds.append(content.count)
            if fieldEnds.count > limits.cells {
                report(.tooManyCells, ["limit": String(limits.cells)])
                isStopped = true
            }
        }
        let found = fieldEnds.count - firstField
        let isHeader = recordLines.isEmpty
        if isHeader, found > limits.columns {
            report(.tooManyColumns, ["found": String(found), "limit": String(limits.columns)])
            isStopped = true
        }
        let expected = isHeader ? found : recordStarts[1]
        if !hasFault, found != expected {
            checkCount(found: found, expected: expected, isBlank: isLineEnd(source[start]))
        }
        if hasFault && !isHeader {
            fieldEnds.removeLast(fieldEnds.count - firstField)
            content.removeLast(content.count - firstByte)
        } else {
            recordStarts.append(fieldEnds.count)
            recordLines.append(recordLine)
        }
    }

    private mutating func checkCount(found: Int, expected: Int, isBlank: Bool) {
        if !isBlank {
            report(.raggedRow, ["found": String(found), "expected": String(expected)])
        } else if position < contentEnd {
            report(.blankLine, ["expected": String(expected)])
        } else {
            // Blank lines at the end of the file hold nothing.
            hasFault = true
            position = source.count
        }
    }

    private mutating func parseField(number: Int) -> FieldEnd {
        let start = content.count
        let end =
            position < source.count && source[position] == UInt8(ascii: "\"")
            ? parseQuotedField(number: number) : parsePlainField(number: number)
        if content.count - start > limits.fieldBytes {
            report(
                .fieldTooLong, ["field": String(number), "limit": String(limits.fieldBytes)])
        }
        return end
    }

    private mutating func parsePlainField(number: Int) -> FieldEnd {
        let start = position
        var hasQuote = false
        while position < source.count {
            let byte = source[position]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\"") { hasQuote = true }
            position += 1
        }
        content.append(contentsOf: source[start..<position])
        if hasQuote { report(.quoteInsideField, ["field": String(number)]) }
        return takeFieldEnd()
    }

    private mutating func parseQuotedField(number: Int) -> FieldEnd {
        let openingLine = line
        position += 1
        while position < source.count {
            let byte = source[position]
            position += 1
            if byte != UInt8(ascii: "\"") {
                content.append(byte)
                countLine(byte)
            } else if position < source.count, source[position] == UInt8(ascii: "\"") {
                content.append(byte)
                position += 1
            } else {
                return endQuotedField(number: number, openingLine: openingLine)
            }
        }
        report(.unclosedQuote, ["field": String(number)], line: openingLine)
        return .file
    }

    /// After the closing quote a delimiter, a line end or the end of the file must follow.
    private mutating func endQuotedField(number: Int, openingLine: Int) -> FieldEnd {
        let start = position
        while position < source.count, source[position] != delimiter,
            !isLineEnd(source[position])
        {
            position += 1
        }
        if position > start {
            let text = String(decoding: source[start..<min(position, start + 40)], as: UTF8.self)
            report(
                .textAfterQuote, ["field": String(number), "text": text], line: openingLine)
        }
        return takeFieldEnd()
    }

    private mutating func takeFieldEnd() -> FieldEnd {
        guard position < source.count else { return .file }
        let byte = source[position]
        position += 1
        if byte == delimiter { return .delimiter }
        if byte == 0x0D, position < source.count, source[position] == 0x0A { position += 1 }
        line += 1
        return .line
    }

    /// Counts a line end inside quotes: LF, or CR not followed by LF.
    private mutating func countLine(_ byte: UInt8) {
        let isCarriageReturn =
            byte == 0x0D && (position >= source.count || source[position] != 0x0A)
        if byte == 0x0A || isCarriageReturn { line += 1 }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func report(
        _ message: CSVMessage, _ arguments: [String: String], line: Int? = nil
    ) {
        hasFault = true
        guard findings.count < limits.findings else {
            omittedFindings += 1
            return
        }
        findings.append(
            Finding(
                .error, Message(message, verbatim: arguments),
                at: Location(file: file, line: line ?? recordLine)))
    }
}
