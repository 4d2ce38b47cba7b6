public import Simulator

/// Reads JSON from outside under limits that hold while it is read, so that neither nesting nor
/// size can exhaust the program.
///
/// Stricter than most readers: no member twice, no lone surrogate, no number that a `Double`
/// cannot hold, nothing after the value.
public struct JSONReader {
    /// Levels of arrays and objects.
    public static let depthLimit = 32
    /// Values of all levels together.
    public static let valueLimit = 100_000

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var values = 0

    /// - Throws: ``InputRejected`` with the place of the first fault.
    public static func read(_ bytes: [UInt8]) throws(InputRejected) -> JSONValue {
        var reader = JSONReader(bytes)
        return try reader.whole()
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark says nothing that is not known already.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private mutating func whole() throws(InputRejected) -> JSONValue {
        let result = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault(.more) }
        return result
    }

    // MARK: - Values

    private mutating func value(depth: Int) throws(InputRejected) -> JSONValue {
        values += 1
        guard values <= Self.valueLimit else {
            throw refused(.tooManyValues, limit: Self.valueLimit)
        }
        skipSpace()
        guard let first = peek else { throw fault(.ends) }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        default: throw fault(.value)
        }
    }

    private mutating func object(depth: Int) throws(InputRejected) -> JSONValue {
        try checkDepth(depth)
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        var names = Set<String>()
        skipSpace()
        if peek == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault(.name) }
            let name = try string()
            guard names.insert(name).inserted else {
                throw InputRejected(
                    RequestMessage.memberTwice.finding(at: name, value: name, line: line))
            }
            skipSpace()
            guard peek == UInt8(ascii: ":") else { throw fault(.colon) }
            position += 1
            members.append((name, try value(depth: depth)))
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(InputRejected) -> JSONValue {
        try checkDepth(depth)
        position += 1
        var items: [JSONValue] = []
        skipSpace()
        if peek == UInt8(ascii: "]") {
            position += 1
            return .array(items)
        }
        while true {
            items.append(try value(depth: depth))
            if try ends(with: UInt8(ascii: "]")) { return .array(items) }
        }
    }

    /// After a member or an item: whether it was the last.
    private mutating func ends(with closing: UInt8) throws(InputRejected) -> Bool {
        skipSpace()
        guard let next = peek else { throw fault(.ends) }
        position += 1
        if next == closing { return true }
        guard next == UInt8(ascii: ",") else {
            position -= 1
            throw fault(.comma)
        }
        return false
    }

    private func checkDepth(_ depth: Int) throws(InputRejected) {
        guard depth <= Self.depthLimit else { throw refused(.tooDeep, limit: Self.depthLimit) }
    }

    private mutating func word(
        _ text: StaticString, _ value: JSONValue
    ) throws(InputRejected) -> JSONValue {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[position..<end].elementsEqual("\(text)".utf8)
        else { throw fault(.value) }
        position = end
        return value
    }

    private mutating func number() throws(InputRejected) -> JSONValue {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        let whole = digits()
        guard whole == 1 || (whole > 1 && bytes[position - whole] != UInt8(ascii: "0")) else {
            throw fault(.number)
        }
        var isWhole = true
        if peek == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            guard digits() > 0 else { throw fault(.number) }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            guard digits() > 0 else { throw fault(.number) }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        guard text.utf8.count <= 1000, let number = Double(text), number.isFinite else {
            throw fault(.number)
        }
        return .number(number)
    }

    private mutating func digits() -> Int {
        let start = position
        while let next = peek, (0x30...0x39).contains(next) { position += 1 }
        return position - start
    }

    // MARK: - Texts

    private mutating func string() throws(InputRejected) -> String {
        position += 1
        var units: [UInt8] = []
        while true {
            guard let next = peek else { throw fault(.ends) }
            position += 1
            switch next {
            case UInt8(ascii: "\""):
                guard let text = String(validating: units, as: UTF8.self) else {
                    throw fault(.encoding)
                }
                return text
            case UInt8(ascii: "\\"):
                units.append(contentsOf: String(Character(try escaped())).utf8)
            case 0..<0x20: throw fault(.control)
            default: units.append(next)
            }
        }
    }

    private mutating func escaped() throws(InputRejected) -> Unicode.Scalar {
        guard let next = peek else { throw fault(.ends) }
        position += 1
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(next)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try hexadecimal()
            guard (0xD800..<0xDC00).contains(first) else {
                guard let scalar = Unicode.Scalar(first) else { throw fault(.encoding) }
                return scalar
            }
            guard bytes.dropFirst(position).starts(with: [0x5C, 0x75]) else {
                throw fault(.encoding)
            }
            position += 2
            let second = try hexadecimal()
            guard (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(
                    0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
            else { throw fault(.encoding) }
            return scalar
        default: throw fault(.escape)
        }
    }

    private mutating func hexadecimal() throws(InputRejected) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count,
            bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let number = UInt32(
                String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw fault(.escape) }
        position = end
        return number
    }

    // MARK: - Reading on

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let next = peek {
            switch next {
            case 0x0A: line += 1
            case 0x20, 0x09, 0x0D: break
            default: return
            }
            position += 1
        }
    }

    private func fault(_ fault: JSONFault) -> InputRejected {
        let end = min(bytes.count, position + 40)
        let rest = String(decoding: bytes[min(position, end)..<end], as: UTF8.self)
        return InputRejected(
            RequestMessage.notJSON.finding(
                at: "body", value: rest, line: line,
                ["line": Text(verbatim: String(line)), "problem": fault.text]))
    }

    private func refused(_ message: RequestMessage, limit: Int) -> InputRejected {
        InputRejected(
            message.finding(
                at: "body", value: "line \(line)", line: line,
                ["limit": Text(verbatim: String(limit))]))
    }
}
