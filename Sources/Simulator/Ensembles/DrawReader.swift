/// The draws of an ensemble in the order of their numbers, wherever they lie: in one file, or dealt
/// out to the parts of several processes.
struct DrawReader: Sendable {
    /// One file of draws.
    struct Part: Sendable {
        let file: LongFile
        let valuesStart: Int
        let count: Int
        let moves: LongFile
        let movesStart: Int
        let moveCount: Int
    }

    let columns: DrawColumns
    /// Draw k lies in part k modulo the number of parts.
    let parts: [Part]
    let count: Int

    init(columns: DrawColumns, parts: [Part]) {
        self.columns = columns
        self.parts = parts
        count = parts.reduce(0) { $0 + $1.count }
    }

    init(_ store: DrawStore) {
        self.init(
            columns: store.columns,
            parts: [
                Part(
                    file: store.values, valuesStart: store.start, count: store.count,
                    moves: store.moves,
                    movesStart: 0, moveCount: store.moveCount)
            ])
    }

    private static let wordBytes = MemoryLayout<Double>.stride

    /// Columns of all draws, each with its draws in order.
    func block(_ wanted: Range<Int>) throws(FileFailure) -> [[Double]] {
        var result = [[Double]](
            repeating: [Double](repeating: .nan, count: count), count: wanted.count)
        let width = wanted.count
        for draw in 0..<count {
            let part = parts[draw % parts.count]
            let row = draw / parts.count
            let numbers = try DrawStore.numbers(
                part.file, count: width,
                at: part.valuesStart + (row * columns.count + wanted.lowerBound) * Self.wordBytes)
            for (place, number) in numbers.enumerated() { result[place][draw] = number }
        }
        return result
    }

    func column(_ place: Int) throws(FileFailure) -> [Double] {
        try block(place..<(place + 1)).first ?? []
    }

    /// The numbers of one draw, or the first of them.
    func draw(_ number: Int, first wanted: Int? = nil) throws(FileFailure) -> [Double] {
        let part = parts[number % parts.count]
        return try DrawStore.numbers(
            part.file, count: wanted ?? columns.count,
            at: part.valuesStart + (number / parts.count) * columns.count * Self.wordBytes)
    }

    /// Chosen moves, part by part, in pieces that stay small.
    /// - Parameter body: called with the number of a draw and a move of it.
    func eachMove(_ body: (_ draw: Int, _ move: ChosenMove) -> Void) throws(FileFailure) {
        try eachRecord { index, numbers, place in
            body(
                Int(numbers[place]) * parts.count + index,
                ChosenMove(
                    smelter: Int(numbers[place + 1]), destination: Int(numbers[place + 2]),
                    year: Int(numbers[place + 3]), capacity: numbers[place + 4]))
        }
    }

    /// Whether the moves that were read are moves of the frame's smelters, in draws that are there.
    func hasSoundMoves(of frame: EnsembleFrame) throws(FileFailure) -> Bool {
        var isSound = true
        try eachRecord { index, numbers, place in
            guard isSound, let draw = Int(exactly: numbers[place]),
                (0..<parts[index].count).contains(draw),
                let smelter = Int(exactly: numbers[place + 1]),
                let destination = Int(exactly: numbers[place + 2]),
                let year = Int(exactly: numbers[place + 3]),
                frame.allows(smelter: smelter, destination: destination, year: year),
                numbers[place + 4].isFinite
            else {
                isSound = false
                return
            }
        }
        return isSound
    }

    /// The numbers of each move with the index of its part, and where among the numbers it begins.
    private func eachRecord(
        _ body: (_ part: Int, _ numbers: [Double], _ place: Int) -> Void
    ) throws(FileFailure) {
        let stride = DrawStore.moveStride
        let piece = 4096
        for (index, part) in parts.enumerated() {
            var start = 0
            while start < part.moveCount {
                let size = min(piece, part.moveCount - start)
                let numbers = try DrawStore.numbers(
                    part.moves, count: size * stride,
                    at: part.movesStart + start * stride * Self.wordBytes)
                for move in 0..<(numbers.count / stride) {
                    body(index, numbers, move * stride)
                }
                start += size
            }
        }
    }
}
