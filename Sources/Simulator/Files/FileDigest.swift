import Crypto

/// What identifies the bytes of a file.
public enum FileDigest {
    /// SHA-256 in lower-case hexadecimal.
    public static func sha256(_ bytes: [UInt8]) -> String {
        var running = Running()
        running.add(bytes)
        return running.text
    }

    /// The digest of bytes that come piece by piece.
    struct Running {
        private var hash = SHA256()

        mutating func add(_ bytes: [UInt8]) {
            bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }

        var text: String { FileDigest.hexadecimal(hash.finalize()) }
    }

    private static func hexadecimal(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
