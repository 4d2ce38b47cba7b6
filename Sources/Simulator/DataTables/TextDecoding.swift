/// Makes UTF-8 of the bytes of a file: strict UTF-8 first, then GB18030, else a finding.
///
/// A file that is broken UTF-8 is never tried as GB18030, since the bytes of Chinese UTF-8 text
/// often make some other text there: it counts as broken UTF-8 when it has a byte order mark,
/// when its only fault is a character cut off at the end, or when its well-formed characters of
/// several bytes outnumber its faults.
enum TextDecoding {
    /// Valid UTF-8 without a byte order mark; nil where the file cannot be read.
    static func decode(_ bytes: [UInt8], file: String, into findings: inout [Finding]) -> [UInt8]? {
        let location = Location(file: file)
        if isWorkbook(bytes) {
            findings.append(Finding(.error, Message(CSVMessage.workbook), at: location))
            return nil
        }
        if isUTF16(bytes) {
            findings.append(Finding(.error, Message(CSVMessage.utf16), at: location))
            return nil
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let survey = UTF8Survey(bytes)
        guard let offset = survey.firstFault else {
            return hasMark ? Array(bytes[3...]) : bytes
        }
        let place = Location(file: file, line: LineCount.line(of: offset, in: bytes))
        let arguments = [
            "offset": String(offset), "byte": String(bytes[offset], radix: 16, uppercase: true),
        ]
        let onlyCutOff = survey.faults == 1 && survey.isCutOffAtEnd
        if hasMark || onlyCutOff || survey.wellFormed > survey.faults {
            findings.append(
                Finding(.error, Message(CSVMessage.truncatedText, verbatim: arguments), at: place))
            return nil
        }
        switch GB18030Converter.convert(bytes) {
        case .text(let text):
            findings.append(Finding(.notice, Message(CSVMessage.decodedAsGB18030), at: location))
            return text
        case .invalid:
            findings.append(
                Finding(.error, Message(CSVMessage.notText, verbatim: arguments), at: place))
        case .unavailable:
            findings.append(
                Finding(.error, Message(CSVMessage.noConverter, verbatim: arguments), at: place))
        }
        return nil
    }

    /// Whether the bytes begin as workbooks do: a zip archive, or a compound file of older ones.
    private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Whether the bytes are marked as UTF-16 or, as text of mostly Latin letters in it is, have
    /// null bytes at every other place and only there.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let start = bytes.prefix(64)
        let nulls = [0, 1].map { parity in
            start.enumerated().count { $0.offset % 2 == parity && $0.element == 0 }
        }
        return start.count >= 8 && nulls.contains(0) && nulls.contains { $0 >= start.count / 4 }
    }

    /// Control characters other than tab and line ends, with their lines: at most `limit` of
    /// them, and how many there are in all.
    static func controlCharacters(in bytes: [UInt8], limit: Int) -> (
        places: [(offset: Int, byte: UInt8)], count: Int
    ) {
        var places: [(offset: Int, byte: UInt8)] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
            if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
            count += 1
            if places.count < limit { places.append((offset, byte)) }
        }
        return (places, count)
    }
}

/// Lines as the CSV reader counts them: CRLF, LF and CR each end one.
enum LineCount {
    /// The 1-based line a byte stands on.
    static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in 0..<min(offset, bytes.count) {
            if bytes[index] == 0x0A, index == 0 || bytes[index - 1] != 0x0D { line += 1 }
            if bytes[index] == 0x0D { line += 1 }
        }
        return line
    }
}

/// Where and how often bytes fail to be UTF-8 by the rules of the Unicode Standard, table 3-7:
/// no overlong forms, no surrogates, nothing above U+10FFFF.
struct UTF8Survey {
    private(set) var firstFault: Int?
    private(set) var faults = 0
    /// Well-formed characters of two bytes and more.
    private(set) var wellFormed = 0
    /// Whether the bytes end within a character that is well-formed so far.
    private(set) var isCutOffAtEnd = false

    init(_ bytes: [UInt8]) {
        var index = 0
        let count = bytes.count
        while index < count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let (length, low, high) = Self.shape(ofLead: lead)
            var taken = 1
            while taken < length, index + taken < count {
                let next = bytes[index + taken]
                let fits = taken == 1 ? next >= low && next <= high : next & 0xC0 == 0x80
                if !fits { break }
                taken += 1
            }
            if length > 0, taken == length {
                wellFormed += 1
            } else {
                if firstFault == nil { firstFault = index }
                faults += 1
                isCutOffAtEnd = length > 0 && index + taken == count
            }
            index += taken
        }
    }

    /// Length of the character a byte begins and the range of the byte after it; 0 where no
    /// character begins so.
    private static func shape(ofLead lead: UInt8) -> (length: Int, low: UInt8, high: UInt8) {
        switch lead {
        case 0xC2...0xDF: (2, 0x80, 0xBF)
        case 0xE0: (3, 0xA0, 0xBF)
        case 0xED: (3, 0x80, 0x9F)
        case 0xE1...0xEF: (3, 0x80, 0xBF)
        case 0xF0: (4, 0x90, 0xBF)
        case 0xF4: (4, 0x80, 0x8F)
        case 0xF1...0xF3: (4, 0x80, 0xBF)
        default: (0, 0, 0)
        }
    }
}
