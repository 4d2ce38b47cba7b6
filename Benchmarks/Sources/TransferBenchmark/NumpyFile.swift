import Foundation

/// Writes arrays of one dimension in NumPy's own format, version 1.0.
enum NumpyFile {
    static func write(_ values: [Double], to file: URL) throws {
        try write(values.map(\.bitPattern.littleEndian), type: "<f8", to: file)
    }

    /// Indices in four bytes each, as sparse matrices elsewhere have them.
    static func write(_ values: [Int], to file: URL) throws {
        try write(values.map { Int32(clamping: $0).littleEndian }, type: "<i4", to: file)
    }

    private static func write<Word>(_ words: [Word], type: String, to file: URL) throws {
        var header =
            "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(words.count),), }"
        // Magic word, version and length take ten bytes; the data begin at a multiple of 64.
        let padding = 63 - (10 + header.utf8.count) % 64
        header += String(repeating: " ", count: padding) + "\n"
        var data = Data([0x93])
        data.append(contentsOf: "NUMPY".utf8)
        data.append(contentsOf: [1, 0])
        let length = UInt16(header.utf8.count)
        data.append(contentsOf: [UInt8(length & 0xff), UInt8(length >> 8)])
        data.append(contentsOf: header.utf8)
        words.withUnsafeBytes { data.append(contentsOf: $0) }
        try data.write(to: file)
    }
}
