import Foundation
import TestSupport
import Testing

/// Every line of the guides that calls `greenalu` against the commands and options there are.
@Suite("Commands in the guides exist with the options they are given")
struct DocumentedCommandTests {
    private struct Call {
        let place: String
        let text: String
    }

    /// Lines of code that begin with `greenalu`, a prompt or settings of the environment apart, up to a
    /// comment, a pipe or a redirection, without what is explained behind two blanks.
    private static func calls(in text: String, file: String) -> [Call] {
        var isFenced = false
        var calls: [Call] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.hasPrefix("```") {
                isFenced.toggle()
                continue
            }
            guard isFenced || line.hasPrefix("    ") else {
                // Calls within a sentence stand in backticks.
                for span in line.matches(of: /`(greenalu [^`]+)`/) {
                    calls.append(Call(place: "\(file):\(number + 1)", text: String(span.1)))
                }
                continue
            }
            var words = line.drop { $0 == " " }
            if words.hasPrefix("$ ") { words = words.dropFirst(2) }
            while let setting = words.prefixMatch(of: /[A-Z_]+=[^ ]* +/) {
                words = words[setting.range.upperBound...]
            }
            guard words.hasPrefix("greenalu ") else { continue }
            var call = String(words)
            for end in [" | ", " > ", " >", " #", " && ", "   "] {
                if let range = call.range(of: end) { call = String(call[..<range.lowerBound]) }
            }
            calls.append(Call(place: "\(file):\(number + 1)", text: call))
        }
        return calls
    }

    /// Calls that a guide shows because they are refused.
    private static let refused: Set<String> = ["greenalu plan --colour --format json"]

    private static func pages() throws -> [(name: String, text: String)] {
        let guides = try FileManager.default.contentsOfDirectory(
            atPath: Repository.folder + "/docs"
        ).filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
        return try (guides + ["README.md", "README.zh.md"]).map { name in
            (name, try String(contentsOfFile: "\(Repository.folder)/\(name)", encoding: .utf8))
        }
    }

    /// Options of every command by its words; those of a group hold its default command's.
    private func commands() async throws -> [String: Set<String>] {
        let folder = "\(NSTemporaryDirectory())/greenalu-guides-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let ending = try await CaseProgram().run(["--experimental-dump-help"], in: folder)
        let document = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        let root = try #require((document as? [String: Any])?["command"] as? [String: Any])
        var found: [String: Set<String>] = [:]
        Self.collect(root, path: [], into: &found)
        return found
    }

    private static func collect(
        _ node: [String: Any], path: [String], into found: inout [String: Set<String>]
    ) {
        let arguments = node["arguments"] as? [[String: Any]] ?? []
        let names = arguments.flatMap { $0["names"] as? [[String: String]] ?? [] }
        var options = Set(
            names.filter { $0["kind"] == "long" }.map { "--" + ($0["name"] ?? "") })
        options.formUnion(["--help", "--version", "--lang"])
        let below = node["subcommands"] as? [[String: Any]] ?? []
        for child in below {
            let name = child["commandName"] as? String ?? ""
            collect(child, path: path + [name], into: &found)
            if node["defaultSubcommand"] as? String == name {
                options.formUnion(found[(path + [name]).joined(separator: " ")] ?? [])
            }
        }
        found[path.joined(separator: " ")] = options
    }

    /// What is wrong with a call; nil where nothing is.
    private static func fault(of call: String, among commands: [String: Set<String>]) -> String? {
        var path = ""
        for word in call.split(separator: " ").dropFirst() {
            let name = word.prefix { $0 != "," && $0 != "、" }
            let longer = path.isEmpty ? String(name) : "\(path) \(name)"
            if commands[longer] != nil {
                path = longer
                continue
            }
            let isCommandDue = path.isEmpty && word.first?.isLetter == true
            if isCommandDue, word.contains(where: \.isLowercase) { return "no command \(name)" }
            if !word.hasPrefix("-") { break }
        }
        let options = commands[path] ?? []
        for match in call.matches(of: /(?:^|[ \[(|])(--[a-z][a-z0-9-]*)/)
        where !options.contains(String(match.1)) {
            return "'\(path)' has no option \(match.1)"
        }
        return nil
    }

    @Test("each call parses as far as command and options go")
    func calls() async throws {
        let commands = try await commands()
        let calls = try Self.pages().flatMap { Self.calls(in: $0.text, file: $0.name) }
        #expect(calls.count > 120)
        for call in calls where !Self.refused.contains(call.text) {
            let fault = Self.fault(of: call.text, among: commands)
            #expect(fault == nil, "\(call.place): \(call.text)")
        }
    }

    @Test("a command or an option that does not exist is found")
    func faults() async throws {
        let commands = try await commands()
        #expect(Self.fault(of: "greenalu plan --set a=1 --out x", among: commands) == nil)
        #expect(Self.fault(of: "greenalu data show quotas --year 2025", among: commands) == nil)
        #expect(Self.fault(of: "greenalu plann", among: commands) != nil)
        #expect(Self.fault(of: "greenalu plan x --colour", among: commands) != nil)
        #expect(Self.fault(of: "greenalu data show quotas --set a=1", among: commands) != nil)
    }
}
