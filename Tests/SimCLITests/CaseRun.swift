import Foundation

/// One run of a case in one language, compared with what the case expects.
struct CaseRun {
    let source: CaseFolder
    let program: CaseProgram
    /// Whether `--lang zh` is added and the Chinese messages are looked for.
    let isChinese: Bool

    /// Statuses of a refusal, after which nothing may have changed on disk.
    private static let refusals: Set<Int32> = [64, 65, 74]

    /// What is wrong with the run, and the output; nil where all is as expected.
    func complaint() async throws -> String? {
        let workspace = try await CaseWorkspace(source, program: program)
        defer { workspace.remove() }
        let arguments = try source.arguments() + (isChinese ? ["--lang", "zh"] : [])
        let before = try workspace.content()
        let ending = try await program.run(
            arguments, in: workspace.folder,
            standardOutput: source.lines(of: "standard-output").first,
            variables: source.environment())
        let after = try workspace.content()
        var problems = try judge(ending)
        if Self.refusals.contains(ending.status) {
            problems += Self.changes(from: before, to: after).map { "was refused, yet \($0)" }
        }
        problems += try judge(after)
        if problems.isEmpty { return nil }
        return """
            case \(source.name), run: greenalu \(arguments.joined(separator: " "))
            \(problems.map { "  - \($0)" }.joined(separator: "\n"))
            output:
            \(Self.shown(ending.output))
            """
    }

    private func judge(_ ending: CaseProgram.Ending) throws -> [String] {
        var problems: [String] = []
        if ending.isTooLate {
            problems.append("was still running after \(CaseProgram.timeLimit) s")
        } else if ending.isKilled {
            problems.append("was killed by signal \(ending.status)")
        }
        let expected = try source.expectedExit()
        if ending.isKilled || ending.status != expected {
            problems.append("ended with \(ending.status), not \(expected)")
        }
        let messages = isChinese ? "expected-messages.zh" : "expected-messages"
        for line in try source.lines(of: messages) where !ending.output.contains(line) {
            problems.append("does not say: \(Self.shown(line))")
        }
        for line in try source.lines(of: "expected-absent") where ending.output.contains(line) {
            problems.append("must not say: \(Self.shown(line))")
        }
        if ending.output.unicodeScalars.contains(where: Self.isControl) {
            problems.append("prints a raw control character")
        }
        return problems
    }

    private func judge(_ content: [String: Data?]) throws -> [String] {
        var problems: [String] = []
        for name in try source.lines(of: "expected-no-files") where content[name] != nil {
            problems.append("left the file \(name)")
        }
        for line in try source.lines(of: "expected-files") {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            let wanted = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
            guard let bytes = content[parts[0]] ?? nil else {
                problems.append("there is no file \(parts[0])")
                continue
            }
            if !wanted.isEmpty, !String(decoding: bytes, as: UTF8.self).contains(wanted) {
                problems.append("\(parts[0]) does not hold: \(wanted)")
            }
        }
        return problems
    }

    private static func changes(
        from before: [String: Data?], to after: [String: Data?]
    ) -> [String] {
        Set(before.keys).union(after.keys).sorted().compactMap { name in
            if before[name] == nil { return "made \(name)" }
            if after[name] == nil { return "removed \(name)" }
            return before[name] == after[name] ? nil : "changed \(name)"
        }
    }

    /// Control characters other than line ends and tabs, and overrides of the writing direction.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Text for the report: made harmless and cut to what can be read.
    private static func shown(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(4000) {
            if isControl(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return text.unicodeScalars.count > 4000 ? result + "…" : result
    }
}
