internal import Foundation

@testable internal import Simulator

extension PropertyCheck {
    /// The part of an ensemble that another machine worked out. The first line of an input is the
    /// header, the rest its numbers; length and digest are put to them here, since no fuzzer finds
    /// a digest. What is taken for a part can be read to its end.
    static let ensemblePart = PropertyCheck(name: "ensemble-part", lengthLimit: 8192) { bytes in
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
        let whole = try completed(
            header: Array(bytes[..<end]), numbers: Array(bytes[end...].dropFirst()))
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let file = try LongFile.temporary(inFolderAt: folder, files: FileLayer())
        try file.write(whole, at: 0)
        guard let part = try DrawPart(file) else { return }
        let columns = DrawColumns(part.header.frame)
        let reader = DrawReader(columns: columns, parts: [part.part])
        try require(reader.count == part.part.count, "another number of draws")
        for draw in 0..<reader.count {
            let numbers = try reader.draw(draw)
            try require(numbers.count == columns.count, "draw \(draw) is cut off")
        }
        var moves = 0
        try reader.eachMove { _, _ in moves += 1 }
        try require(moves == part.part.moveCount, "another number of moves")
    }

    private static func word(_ number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func completed(header: [UInt8], numbers: [UInt8]) throws -> [UInt8] {
        var header = header
        while header.count % 8 != 0 { header.append(0x20) }
        var numbers = numbers
        if let read = try? JSONDecoder().decode(DrawPart.Header.self, from: Data(header)),
            read.frame.isSound,
            EnsembleShard(read.shard.index, of: read.shard.count) == read.shard
        {
            let draws = read.shard.size(of: read.frame.draws)
            let (cells, overflows) = draws.multipliedReportingOverflow(
                by: DrawColumns(read.frame).count)
            if !overflows, cells <= 10_000, numbers.count < cells * 8 {
                numbers += [UInt8](repeating: 0, count: cells * 8 - numbers.count)
            }
            if !overflows, cells <= 10_000 {
                let moves = (numbers.count - cells * 8) / (DrawStore.moveStride * 8)
                numbers.removeLast(numbers.count - cells * 8 - moves * DrawStore.moveStride * 8)
                numbers += word(moves)
            }
        }
        let body = Array("GALDRAW1".utf8) + word(header.count) + header + numbers
        return body + Array(FileDigest.sha256(body).utf8)
    }
}
