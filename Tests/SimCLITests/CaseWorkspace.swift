import Foundation
import TestSupport

/// A temporary folder with the inputs of a case: the working folder of its command.
struct CaseWorkspace {
    let folder: String
    private let program: CaseProgram
    private var files: FileManager { .default }

    /// Makes the folder and puts the inputs of the case into it.
    init(_ source: CaseFolder, program: CaseProgram) async throws {
        self.program = program
        folder = "\(NSTemporaryDirectory())/greenalu-case-\(UUID().uuidString)"
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            for name in try source.inputs() {
                try files.copyItem(atPath: source.path(of: name), toPath: path(of: name))
            }
            if try source.readsOwnData() { try layData(of: source) }
            for line in try source.lines(of: "prepare") {
                try await prepare(try ShellWords.split(line))
            }
        } catch {
            remove()
            throw error
        }
    }

    func remove() {
        try? files.removeItem(atPath: folder)
    }

    func path(of name: String) -> String { "\(folder)/\(name)" }

    /// The shipped tables, with those of the case in their place.
    private func layData(of source: CaseFolder) throws {
        try files.copyItem(atPath: Repository.dataFolder, toPath: path(of: "data"))
        guard source.has("data") else { return }
        for name in try files.contentsOfDirectory(atPath: source.path(of: "data")) {
            let target = path(of: "data/\(name)")
            if files.fileExists(atPath: target) { try files.removeItem(atPath: target) }
            try files.copyItem(atPath: source.path(of: "data/\(name)"), toPath: target)
        }
    }

    // MARK: - Preparation

    /// Carries out one line of `prepare`.
    private func prepare(_ words: [String]) async throws {
        let verb = words.first ?? ""
        let operands = Array(words.dropFirst())
        switch (verb, operands.count) {
        case ("run", 1...):
            let ending = try await program.run(operands, in: folder)
            if ending.status != 0 || ending.isKilled {
                throw CaseFault("\(words) failed in prepare:\n\(ending.output)")
            }
        case ("file", 2): try append(Data("\(operands[1])\n".utf8), to: operands[0])
        case ("repeat", 3):
            guard let count = Int(operands[1]), count > 0 else { throw Self.fault(words) }
            try append(
                Data(String(repeating: operands[2], count: count).utf8), to: operands[0])
        case ("bytes", 2...):
            let bytes = operands.dropFirst().compactMap { UInt8($0, radix: 16) }
            guard bytes.count == operands.count - 1 else { throw Self.fault(words) }
            try append(Data(bytes), to: operands[0])
        case ("sparse", 2):
            guard let size = UInt64(operands[1]) else { throw Self.fault(words) }
            try append(Data(), to: operands[0])
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path(of: operands[0])))
            try file.truncate(atOffset: size)
            try file.close()
        case ("replace", 3): try replace(operands[1], with: operands[2], in: operands[0])
        case ("remove", 1): try files.removeItem(atPath: path(of: operands[0]))
        case ("folder", 1):
            try files.createDirectory(
                atPath: path(of: operands[0]), withIntermediateDirectories: true)
        case ("fifo", 1):
            guard mkfifo(path(of: operands[0]), 0o600) == 0 else { throw Self.fault(words) }
        case ("link", 2):
            try files.createSymbolicLink(
                atPath: path(of: operands[0]), withDestinationPath: operands[1])
        default: throw Self.fault(words)
        }
    }

    private static func fault(_ words: [String]) -> CaseFault {
        CaseFault("a line of prepare cannot be carried out: \(words)")
    }

    private func append(_ bytes: Data, to name: String) throws {
        var content = files.contents(atPath: path(of: name)) ?? Data()
        content.append(bytes)
        try content.write(to: URL(fileURLWithPath: path(of: name)))
    }

    /// Replaces the first place where `old` stands; it must stand there.
    private func replace(_ old: String, with new: String, in name: String) throws {
        guard let bytes = files.contents(atPath: path(of: name)),
            var text = String(bytes: bytes, encoding: .utf8), let place = text.range(of: old)
        else { throw CaseFault("\(name) does not hold: \(old)") }
        text.replaceSubrange(place, with: new)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(of: name)))
    }

    // MARK: - What stands in the folder

    /// Bytes of a file above which its size and time stand for its content: a case may have a
    /// gigabyte of nothing, which is not to be read twice.
    private static let wholeLimit = 16 << 20

    /// Every name below the folder with the bytes of regular files, nil for all else.
    func content() throws -> [String: Data?] {
        var result: [String: Data?] = [:]
        for name in try files.subpathsOfDirectory(atPath: folder) {
            let attributes = try files.attributesOfItem(atPath: path(of: name))
            let isRegular = attributes[.type] as? FileAttributeType == .typeRegular
            let size = attributes[.size] as? Int ?? 0
            if !isRegular {
                result[name] = .some(nil)
            } else if size > Self.wholeLimit {
                let changed = attributes[.modificationDate] as? Date ?? .distantPast
                result[name] = Data("\(size) bytes of \(changed.timeIntervalSince1970)".utf8)
            } else {
                result[name] = .some(files.contents(atPath: path(of: name)))
            }
        }
        return result
    }
}
