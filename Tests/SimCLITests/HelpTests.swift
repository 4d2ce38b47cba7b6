import Foundation
import Testing

@Suite("Help and manual speak both languages")
final class HelpTests {
    /// A command of the program as the parser of the command line describes it.
    struct Command {
        let path: [String]
        /// Long and short names of options and flags, with their hyphens.
        let options: [String]
        let arguments: [String]
    }

    private let program: CaseProgram
    private let place = "\(NSTemporaryDirectory())/greenalu-help-\(UUID().uuidString)"

    init() throws {
        program = try CaseProgram()
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: place) }

    private func output(_ arguments: [String], locale: String = "C") async throws -> String {
        let ending = try await program.run(arguments, in: place, locale: locale)
        #expect(ending.status == 0, "\(arguments): \(ending.output)")
        return ending.output
    }

    /// Every command, the program itself first; the parser's own `help` is left out.
    private func commands() async throws -> [Command] {
        let text = try await output(["--experimental-dump-help"])
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let root = try #require((document as? [String: Any])?["command"] as? [String: Any])
        return try commands(root, below: [])
    }

    private func commands(_ node: [String: Any], below parents: [String]) throws -> [Command] {
        let name = try #require(node["commandName"] as? String)
        if name == "help" { return [] }
        let arguments = node["arguments"] as? [[String: Any]] ?? []
        let names = arguments.flatMap { $0["names"] as? [[String: String]] ?? [] }
        let path = parents + [name]
        let own = Command(
            path: path,
            options: names.map { ($0["kind"] == "long" ? "--" : "-") + ($0["name"] ?? "") },
            arguments: arguments.filter { $0["kind"] as? String == "positional" }
                .compactMap { $0["valueName"] as? String })
        let subcommands = node["subcommands"] as? [[String: Any]] ?? []
        return try [own] + subcommands.flatMap { try commands($0, below: path) }
    }

    private func width(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0x10000 ? 2 : 1) }
    }

    @Test("Every command has help in both languages, within 80 columns and with all its options")
    func pages() async throws {
        let commands = try await commands()
        #expect(commands.count >= 9)
        for command in commands {
            for (locale, heading) in [("C", "USAGE: "), ("zh_CN.UTF-8", "用法：")] {
                let words = Array(command.path.dropFirst())
                let page = try await output(words + ["--help"], locale: locale)
                #expect(page.contains(heading + command.path.joined(separator: " ")))
                for line in page.split(separator: "\n") {
                    #expect(width(line) <= 80, "\(command.path): \(line)")
                }
                for option in command.options {
                    #expect(page.contains(option), "\(command.path) \(locale): \(option)")
                }
                for argument in command.arguments { #expect(page.contains("  <\(argument)>")) }
                let other = try await output(["help"] + words, locale: locale)
                #expect(page == other, "\(command.path)")
            }
        }
    }

    @Test("Chinese help has no sentence of English")
    func chinese() async throws {
        for command in try await commands() {
            let page = try await output(
                Array(command.path.dropFirst()) + ["--help"], locale: "zh_CN.UTF-8")
            // Names, values and examples apart, two English words never follow each other.
            let prose = page.split(separator: "\n").filter { !$0.contains("greenalu ") }
                .joined(separator: "\n")
            let sentence = /[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}/
            #expect(prose.firstMatch(of: sentence) == nil, "\(command.path): \(prose)")
        }
    }

    @Test("The manual page names every command, option, argument, exit code and variable")
    func manual() async throws {
        let commands = try await commands()
        for language in ["en", "zh"] {
            let page = try await output(["manual", "--lang", language])
                .replacing("\\-", with: "-")
            let sections = page.split(separator: "\n.SS ").dropFirst()
            // A group that only holds other commands has its options with them.
            for command in commands.dropFirst() {
                let title = command.path.joined(separator: " ")
                let section = try #require(
                    sections.first { $0.hasPrefix("\(title)\n") }, "\(title)")
                let isGroup = commands.contains {
                    $0.path.count == command.path.count + 1
                        && $0.path.starts(with: command.path)
                }
                if isGroup { continue }
                for name in command.options + command.arguments.map({ "<\($0)>" }) {
                    #expect(section.contains(name), "\(title): \(name)")
                }
            }
            for code in [0, 3, 4, 5, 64, 65, 70, 74] {
                #expect(page.contains("\n.TP\n.B \(code)\n"), "\(code)")
            }
            for name in ["GREENALU_DATA", "LC_ALL", "LANG", "NO_COLOR"] {
                #expect(page.contains(name))
            }
            // No line may begin with a request that is not one of ours.
            let requests = Set(
                page.split(separator: "\n").filter { $0.hasPrefix(".") }
                    .compactMap { $0.split(separator: " ").first })
            #expect(
                requests.isSubset(of: [
                    ".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".RS", ".RE", ".nf", ".fi", ".br",
                    ".ad",
                ]), "\(requests)")
        }
    }

    @Test(
        "groff sets the manual page without a warning",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
    func groff() async throws {
        for language in ["en", "zh"] {
            let page = try await output(["manual", "--lang", language])
            try Data(page.utf8).write(to: URL(fileURLWithPath: "\(place)/page"))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
            process.arguments = ["-man", "-Tutf8", "-K", "utf8", "-ww", "\(place)/page"]
            let complaints = Pipe()
            process.standardOutput = FileHandle.nullDevice
            process.standardError = complaints
            try process.run()
            let said = complaints.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(said.isEmpty, "\(language): \(String(decoding: said, as: UTF8.self))")
        }
    }

    @Test("bash accepts the completion script and completes commands, options and values by it")
    func completion() async throws {
        let bash = "/bin/bash"
        guard FileManager.default.isExecutableFile(atPath: bash) else { return }
        let script = try await output(["completion", "bash"])
        try Data(script.utf8).write(to: URL(fileURLWithPath: "\(place)/script"))
        try Data("schema: 1\n".utf8).write(to: URL(fileURLWithPath: "\(place)/own.yaml"))
        // A name that a careless script would run.
        try Data("schema: 1\n".utf8).write(to: URL(fileURLWithPath: "\(place)/$(touch ran).yaml"))
        let bin = program.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        let steps = """
            PATH="\(bin):$PATH"; cd "\(place)"; source ./script
            try() {
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"
                COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMPREPLY=()
                _greenalu greenalu "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                echo "${COMPREPLY[*]}"
            }
            bash -n ./script && echo sound
            try greenalu vali
            try greenalu plan dry-yunnan-s
            try greenalu plan own
            try greenalu data show quo
            try greenalu plan --set carbon.pri
            try greenalu plan --mode ""
            try greenalu data show quotas --gra
            try greenalu plan "" > /dev/null
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: bash)
        process.arguments = ["--norc", "--noprofile", "-c", steps]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            Array(lines.dropLast()) == [
                "sound", "validate", "dry-yunnan-staying", "own.yaml", "quotas", "carbon.price",
                "soft hard", "--grade",
            ])
        #expect(!FileManager.default.fileExists(atPath: "\(place)/ran"))
    }
}
