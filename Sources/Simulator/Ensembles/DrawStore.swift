internal import NumericalMethods

/// A draw that has been worked out.
struct DrawRecord: Sendable {
    let values: [Double]
    let moves: [ChosenMove]
}

/// The draws of one process on disk, in order, of any number: a file of numbers, one stride a draw,
/// and a file of chosen moves. Written by one thread; an interrupted run leaves whole draws.
struct DrawStore {
    let columns: DrawColumns
    let values: LongFile
    let moves: LongFile
    /// Where the numbers begin in their file.
    let start: Int
    private(set) var count: Int
    private(set) var moveCount: Int

    /// Numbers of a move: the draw's place, smelter, destination, year, capacity.
    static let moveStride = 5

    private var stride: Int { columns.count * MemoryLayout<Double>.stride }
    private static var moveBytes: Int { moveStride * MemoryLayout<Double>.stride }

    init(columns: DrawColumns, values: LongFile, moves: LongFile, start: Int = 0) {
        self.start = start
        self.columns = columns
        self.values = values
        self.moves = moves
        count = 0
        moveCount = 0
    }

    /// Takes up what an interrupted run left: whole draws count, a rest is cut off.
    init(resuming columns: DrawColumns, values: LongFile, moves: LongFile) throws {
        self.init(columns: columns, values: values, moves: moves)
        count = try values.length() / stride
        // A draw's moves are written before its numbers, so they may be ahead.
        var kept = try moves.length() / Self.moveBytes
        while kept > 0 {
            let last = try Self.numbers(
                moves, count: 1, at: (kept - 1) * Self.moveBytes)
            if let draw = last.first, draw < Double(count) { break }
            kept -= 1
        }
        moveCount = kept
        try values.truncate(to: count * stride)
        try moves.truncate(to: kept * Self.moveBytes)
    }

    mutating func append(_ record: DrawRecord) throws {
        if !record.moves.isEmpty {
            var numbers: [Double] = []
            numbers.reserveCapacity(record.moves.count * Self.moveStride)
            for move in record.moves {
                numbers += [
                    Double(count), Double(move.smelter), Double(move.destination),
                    Double(move.year), move.capacity,
                ]
            }
            try moves.write(numbers, at: moveCount * Self.moveBytes)
            moveCount += record.moves.count
        }
        try values.write(record.values, at: start + count * stride)
        count += 1
    }

    static func numbers(_ file: LongFile, count: Int, at offset: Int) throws(FileFailure)
        -> [Double]
    {
        var numbers = [Double](repeating: .nan, count: count)
        let result = numbers.withUnsafeMutableBytes { buffer in
            Result<Int, FileFailure> { () throws(FileFailure) in
                try file.read(into: buffer, at: offset)
            }
        }
        let filled = try result.get() / MemoryLayout<Double>.stride
        if filled < count { numbers.removeLast(count - filled) }
        return numbers
    }
}
