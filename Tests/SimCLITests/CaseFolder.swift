import Foundation
import TestSupport

/// A folder of `Tests/Cases`: a command with its inputs, and what must come of it.
struct CaseFolder: Sendable, CustomStringConvertible {
    /// Files that describe the case; all others are inputs.
    private static let ownFiles: Set<String> = [
        "command", "expected-exit", "expected-messages", "expected-messages.zh",
        "expected-absent", "expected-files", "expected-no-files", "prepare", "data",
        "standard-output", "environment",
    ]

    let name: String
    private let folder: String

    /// - Parameter folder: its path.
    init(folder: String) {
        self.folder = folder
        name = folder.split(separator: "/").last.map(String.init) ?? folder
    }

    var description: String { name }

    static var root: String { "\(Repository.folder)/Tests/Cases" }

    /// Paths of the cases to run in place of all, one a line; `Scripts/case` sets them.
    private static let chosen: [String] =
        (ProcessInfo.processInfo.environment["GREENALU_CASES"] ?? "")
        .split(separator: "\n").map(String.init)

    static var areChosen: Bool { !chosen.isEmpty }

    /// Every folder of cases, sorted; names that begin with a point are left out.
    static var all: [CaseFolder] {
        if areChosen { return chosen.map { CaseFolder(folder: $0) } }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
            .map { CaseFolder(folder: "\(root)/\($0)") }
    }

    func path(of file: String) -> String { "\(folder)/\(file)" }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path(of: file)) }

    /// The lines of a file of the case, blank ones left out; none where it is missing.
    func lines(of file: String) throws -> [String] {
        guard has(file) else { return [] }
        guard let bytes = FileManager.default.contents(atPath: path(of: file)),
            let text = String(bytes: bytes, encoding: .utf8)
        else { throw CaseFault("\(name)/\(file) is not UTF-8 text") }
        return text.split(separator: "\n").map(String.init)
    }

    /// The arguments given to the program; an empty file gives none.
    func arguments() throws -> [String] {
        let lines = try lines(of: "command")
        guard has("command"), lines.count <= 1 else {
            throw CaseFault("\(name)/command must be there and have one line")
        }
        return try ShellWords.split(lines.first ?? "")
    }

    /// Whether the command is given a folder of data named `data`, by an option, as what is to be
    /// checked, or by the environment.
    func readsOwnData() throws -> Bool {
        let arguments = try arguments()
        let isNamed = zip(arguments, arguments.dropFirst()).contains {
            $0 == ("--data", "data") || $0 == ("check", "data")
        }
        return try isNamed || environment()["GREENALU_DATA"] == "data"
    }

    /// The variables of `environment`: lines `NAME=VALUE`, where the value may be empty.
    func environment() throws -> [String: String] {
        var result: [String: String] = [:]
        for line in try lines(of: "environment") {
            guard let equals = line.firstIndex(of: "="), equals != line.startIndex else {
                throw CaseFault("\(name)/environment must have lines NAME=VALUE: \(line)")
            }
            result[String(line[..<equals])] = String(line[line.index(after: equals)...])
        }
        return result
    }

    func expectedExit() throws -> Int32 {
        let lines = try lines(of: "expected-exit")
        guard lines.count == 1, let status = Int32(lines[0]) else {
            throw CaseFault("\(name)/expected-exit must hold one number")
        }
        return status
    }

    /// Names of the inputs, sorted.
    func inputs() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(of: ""))
            .filter { !Self.ownFiles.contains($0) }.sorted()
    }
}

/// Something is wrong with a case itself, or with running it.
struct CaseFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
