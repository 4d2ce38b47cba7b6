/// A CSV file taken apart: header and records, with the line each record begins on.
///
/// All fields lie behind each other in one array of bytes, quotes already resolved.
public struct CSVDocument: Sendable {
    public let file: String
    public let header: [String]
    /// What was found on the way; an error here means that records are missing or doubtful.
    public internal(set) var findings: [Finding] = []
    /// The text of all fields, one behind the other.
    let content: [UInt8]
    /// Where each field ends in `content`; it begins where the one before it ends.
    let fieldEnds: [Int]
    /// The first field of each record, and one past the last field of all.
    let recordStarts: [Int]
    let recordLines: [Int]

    public var recordCount: Int { recordLines.count }

    /// Whether a file was read without error.
    public var isSound: Bool { !findings.contains { $0.severity == .error } }

    /// The 1-based line the record's first field stands on.
    public func line(ofRecord record: Int) -> Int { recordLines[record] }

    public func fieldCount(ofRecord record: Int) -> Int {
        recordStarts[record + 1] - recordStarts[record]
    }

    /// The bytes of a field, valid UTF-8.
    public func bytes(record: Int, field: Int) -> ArraySlice<UInt8> {
        let index = recordStarts[record] + field
        return content[(index == 0 ? 0 : fieldEnds[index - 1])..<fieldEnds[index]]
    }

    public func text(record: Int, field: Int) -> String {
        String(decoding: bytes(record: record, field: field), as: UTF8.self)
    }

    /// A document without records, for a file that could not be read.
    static func unreadable(_ file: String, findings: [Finding]) -> CSVDocument {
        CSVDocument(
            file: file, header: [], findings: findings, content: [], fieldEnds: [],
            recordStarts: [0], recordLines: [])
    }
}
