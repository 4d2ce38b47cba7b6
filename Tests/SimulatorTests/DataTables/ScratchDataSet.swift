import Glibc
import Simulator
import Testing

/// The shipped tables, copied to a folder of their own with changes.
struct ScratchDataSet {
    /// The shipped files by name.
    static let shipped: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for table in TableName.allCases {
            let path = "\(shippedFolder)/\(table.fileName)"
            files[table.fileName] = (try? FileLayer().readFile(at: path, limit: 1 << 24)) ?? []
        }
        return files
    }()

    static let shippedFolder: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(4).joined(separator: "/") + "/scenarios/data/china-2024"
    }()

    static let fixturesFolder: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(2).joined(separator: "/") + "/Fixtures"
    }()

    private(set) var files = Self.shipped

    mutating func setBytes(_ file: String, _ bytes: [UInt8]?) {
        files[file] = bytes
    }

    /// Changes the text of a file.
    mutating func edit(_ file: String, _ change: (inout String) throws -> Void) rethrows {
        var text = String(decoding: files[file] ?? [], as: UTF8.self)
        try change(&text)
        files[file] = Array(text.utf8)
    }

    /// Replaces the first occurrence of a text, which must be there.
    mutating func replace(in file: String, _ old: String, with new: String) throws {
        let text = files[file] ?? []
        let pattern = Array(old.utf8)
        let last = text.count - pattern.count
        let place = (0...max(0, last)).first { text[$0...].starts(with: pattern) }
        let start = try #require(place, "\(old) is not in \(file)")
        files[file] = text[..<start] + Array(new.utf8) + text[(start + pattern.count)...]
    }

    func write(to folder: TemporaryFolder) throws {
        for (name, bytes) in files { try folder.write(name, bytes) }
    }

    func load() throws -> DataSet {
        let folder = try TemporaryFolder()
        try write(to: folder)
        return try withExtendedLifetime(folder) {
            try DataSetLoader(files: FileLayer()).load(directory: folder.path)
        }
    }

    /// Every finding of loading, whether or not the data set is accepted.
    func findings() throws -> [Finding] {
        do {
            return try load().notices
        } catch let rejected as InputRejected {
            return rejected.findings
        }
    }

    /// The 1-based line on which a text first stands in a file.
    static func line(of text: String, in file: String) -> Int {
        let bytes = shipped[file] ?? []
        let pattern = Array(text.utf8)
        let end = bytes.indices.first { bytes[$0...].starts(with: pattern) } ?? 0
        return bytes[..<end].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    }

    /// Converts UTF-8 to GB18030.
    static func gb18030(_ bytes: [UInt8]) throws -> [UInt8] {
        guard let converter = iconv_open("GB18030", "UTF-8") else { throw TestFault.system(errno) }
        defer { iconv_close(converter) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
        var inputLeft = input.count
        var outputLeft = output.count
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.bindMemory(to: CChar.self).baseAddress
                var to = target.bindMemory(to: CChar.self).baseAddress
                _ = iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        guard inputLeft == 0 else { throw TestFault.unexpected("not converted") }
        return Array(output.dropLast(outputLeft))
    }
}

extension [Finding] {
    var errors: [Finding] { filter { $0.severity == .error } }

    /// All in English, one a line, for the comment of an expectation.
    var listing: String {
        prefix(12).map { "\($0.message.identifier) \($0.rendered(in: .english))" }
            .joined(separator: "\n")
    }
}
