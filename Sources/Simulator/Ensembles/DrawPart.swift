import FoundationEssentials

/// The draws of one shard as a file, `part-0001-of-0008.draws`: it stands there whole or not at all,
/// and says of which ensemble it is. Bytes: a mark, the length of the header, the header (JSON, filled
/// up to eight bytes), the numbers of each draw, the moves, their count, the digest of all that.
struct DrawPart {
    struct Header: Codable, Sendable {
        let frame: EnsembleFrame
        let shard: EnsembleShard
    }

    private static let mark = Array("GALDRAW1".utf8)
    private static let digestLength = 64
    /// Headers beyond this are not ours.
    private static let headerLimit = 64 << 20
    private static let wordBytes = MemoryLayout<Double>.stride

    let header: Header
    let part: DrawReader.Part

    // MARK: Writing

    /// The bytes before the first draw.
    static func prologue(_ header: Header) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var text = Array(try encoder.encode(header))
        while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
        return mark + word(text.count) + text
    }

    /// Puts moves, count and digest behind the draws of a store.
    static func finish(_ store: DrawStore) throws {
        var end = store.start + store.count * store.columns.count * wordBytes
        let moveBytes = store.moveCount * DrawStore.moveStride * wordBytes
        var copied = 0
        while copied < moveBytes {
            let piece = try store.moves.read(min(1 << 20, moveBytes - copied), at: copied)
            if piece.isEmpty { break }
            try store.values.write(piece, at: end + copied)
            copied += piece.count
        }
        end += moveBytes
        try store.values.write(word(store.moveCount), at: end)
        end += wordBytes
        try store.values.write(Array(try digest(store.values, upTo: end).utf8), at: end)
        try store.values.synchronise()
    }

    private static func digest(_ file: LongFile, upTo end: Int) throws -> String {
        var running = FileDigest.Running()
        var offset = 0
        while offset < end {
            let piece = try file.read(min(1 << 20, end - offset), at: offset)
            if piece.isEmpty { break }
            running.add(piece)
            offset += piece.count
        }
        return running.text
    }

    private static func word(_ number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func number(_ bytes: [UInt8]) -> Int? {
        guard bytes.count == 8, bytes[7] < 0x80 else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    // MARK: Reading

    /// Nil where the file is no whole part of ours. Nothing in it is believed before its digest.
    init?(_ file: LongFile) throws {
        let length = try file.length()
        let tail = Self.wordBytes + Self.digestLength
        let end = length - Self.digestLength
        guard length >= 16 + tail, try file.read(8, at: 0) == Self.mark,
            try Array(Self.digest(file, upTo: end).utf8)
                == file.read(Self.digestLength, at: end),
            let headerLength = Self.number(try file.read(8, at: 8)),
            headerLength <= Self.headerLimit, 16 + headerLength <= length
        else { return nil }
        // Read apart: a header that cannot be read is no damage to the file.
        let headerBytes = Data(try file.read(headerLength, at: 16))
        guard let header = try? JSONDecoder().decode(Header.self, from: headerBytes),
            header.frame.isSound,
            EnsembleShard(header.shard.index, of: header.shard.count) == header.shard
        else { return nil }
        let columns = DrawColumns(header.frame)
        let count = header.shard.size(of: header.frame.draws)
        let start = 16 + headerLength
        // A header may tell of more draws than any file holds.
        let (cells, overflows) = count.multipliedReportingOverflow(by: columns.count)
        guard !overflows, cells <= (length - start) / Self.wordBytes else { return nil }
        let movesStart = start + cells * Self.wordBytes
        let moveBytes = DrawStore.moveStride * Self.wordBytes
        guard movesStart + tail <= length, (length - movesStart - tail) % moveBytes == 0,
            let moveCount = Self.number(try file.read(8, at: length - tail)),
            moveCount == (length - movesStart - tail) / moveBytes
        else { return nil }
        self.header = header
        part = DrawReader.Part(
            file: file, valuesStart: start, count: count, moves: file, movesStart: movesStart,
            moveCount: moveCount)
        guard try DrawReader(columns: columns, parts: [part]).hasSoundMoves(of: header.frame)
        else { return nil }
    }
}
