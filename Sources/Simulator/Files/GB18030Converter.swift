import Glibc

/// Turns GB18030 (which contains GBK and GB 2312) into UTF-8 by the C library's iconv.
enum GB18030Converter {
    enum Outcome: Sendable, Equatable {
        case text([UInt8])
        /// The bytes are no GB18030, or end within a character.
        case invalid
        /// The C library has no converter, or one that fails the check.
        case unavailable
    }

    /// 云南 and a character of four bytes (U+20087), in GB18030 and in UTF-8.
    private static let sample: (encoded: [UInt8], decoded: [UInt8]) = (
        [0xD4, 0xC6, 0xC4, 0xCF, 0x95, 0x32, 0x90, 0x31], Array("云南\u{20087}".utf8)
    )

    /// Converts after checking the converter on a known text, since minimal systems lack the
    /// tables and some libraries alias GB18030 to less.
    static func convert(_ bytes: [UInt8]) -> Outcome {
        guard run(sample.encoded) == .text(sample.decoded) else { return .unavailable }
        return run(bytes)
    }

    private static func run(_ bytes: [UInt8]) -> Outcome {
        guard let converter = iconv_open("UTF-8", "GB18030"),
            UInt(bitPattern: converter) != .max
        else { return .unavailable }
        defer { iconv_close(converter) }
        // Two bytes of GB18030 become at most three of UTF-8, and four at most four.
        var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
        var input = bytes
        var inputLeft = input.count
        var outputLeft = output.count
        let failed = input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.bindMemory(to: CChar.self).baseAddress
                var to = target.bindMemory(to: CChar.self).baseAddress
                return iconv(converter, &from, &inputLeft, &to, &outputLeft) == Int.max
                    || inputLeft != 0
            }
        }
        if failed || inputLeft != 0 { return .invalid }
        output.removeLast(outputLeft)
        return .text(output)
    }
}
