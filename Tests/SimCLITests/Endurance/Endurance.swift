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
        disturb: (@Sendable (Int32) -> Void)? = nil
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
        let found = try workspace.output
        for top in tops(found).union(tops(old)).sorted() {
            let now = below(top, found)
            if now == below(top, old) || Set(now.keys).isSubset(of: command.mayLeave) { continue }
            // Of two outputs the first may be there.
            if tops(new).count > 1, now == below(top, new) { continue }
            return "\(top) is not as it was: \(now.keys.sorted())"
        }
        return nil
    }

    private func tops(_ tree: FaultWorkspace.Tree) -> Set<Substring> {
        Set(tree.keys.map { $0.prefix { $0 != "/" } })
    }

    private func below(_ top: Substring, _ tree: FaultWorkspace.Tree) -> FaultWorkspace.Tree {
        tree.filter { $0.key.prefix { $0 != "/" } == top }
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
