import Foundation

/// A command that writes, run as a process of its own while something goes wrong around it, with
/// what may be there afterwards.
struct Endurance {
    let command: WritingCommand
    let workspace: FaultWorkspace
    let program: CaseProgram
    /// What an earlier run wrote; empty where nothing can be replaced.
    let old: FaultWorkspace.Tree
    /// What the command leaves where nothing goes wrong.
    let new: FaultWorkspace.Tree

    init(_ command: WritingCommand, watching watched: String? = nil) async throws {
        self.command = command
        let program = try CaseProgram()
        let workspace = try FaultWorkspace(watching: watched)
        self.program = program
        self.workspace = workspace
        func tree(_ words: [String]?) async throws -> FaultWorkspace.Tree {
            guard let words else { return [:] }
            let ending = try await program.run(
                workspace.filled(words) + ["--quiet"], in: workspace.inputFolder)
            guard ending.status == 0, !ending.isKilled else {
                throw CaseFault("\(words): \(ending.output)")
            }
            let found = try workspace.output
            try workspace.restore([:])
            return found
        }
        new = try await tree(command.words)
        old = try await tree(command.earlier)
        try workspace.restore(old)
    }

    var words: [String] { workspace.filled(command.words) + ["--quiet"] }

    func run(
        disturb: (@Sendable (Int32) async -> Void)? = nil
    ) async throws -> CaseProgram.Ending {
        try await program.run(words, in: workspace.inputFolder, disturb: disturb)
    }

    /// Runs it through a shell.
    /// - Parameter script: the words of the command stand in `"$@"`.
    func run(script: String) async throws -> CaseProgram.Ending {
        try await CaseProgram(path: "/bin/sh").run(
            ["-c", script, "sh", program.path] + words, in: workspace.inputFolder)
    }

    /// What is wrong after it was refused or could not write; nil where nothing is.
    func faultAfterFailure(_ ending: CaseProgram.Ending) throws -> String? {
        if ending.isKilled { return "killed by signal \(ending.status): \(ending.output)" }
        if ending.status != 74 { return "ends with \(ending.status): \(ending.output)" }
        if ending.output.isEmpty { return "nothing is said" }
        let left = try workspace.output.filter { old[$0.key] != $0.value }.keys
        let unasked = left.filter { !command.mayLeave.contains($0) }.sorted()
        if !unasked.isEmpty { return "leaves \(unasked)" }
        let lost = try old.keys.filter { try workspace.output[$0] == nil }.sorted()
        return lost.isEmpty ? nil : "lost \(lost)"
    }

    /// What is there, without names that the next run removes.
    var visible: FaultWorkspace.Tree {
        get throws {
            try workspace.output.filter { path, _ in
                !path.split(separator: "/").contains { $0.hasPrefix(".") }
            }
        }
    }
}
