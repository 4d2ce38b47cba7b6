import Foundation
import Testing

@Suite("Closed streams and limits of the process end no run in a way of their own")
struct StreamTests {
    /// Commands that print and write nothing.
    static let printing: [String] = [
        "--help", "--version", "plan --help", "plan no-moves --data DATA",
        "plan no-moves --data DATA --format json", "plan no-moves --data DATA --dry-run",
        "run no-moves --data DATA --format csv", "scenario list --data DATA",
        "scenario show no-moves --data DATA", "scenario keys", "data show generation --data DATA",
        "explain IN/run --data DATA", "validate --data DATA", "manual", "completion bash",
        "solve IN/model.mps", "compare no-moves dry-yunnan --data DATA",
        "ensemble no-moves --plan none --draws 2 --data DATA",
    ]

    @Test("a command that prints ends as if somebody had read", arguments: printing)
    func prints(_ words: String) async throws {
        let workspace = try FaultWorkspace()
        defer { workspace.remove() }
        let program = try CaseProgram()
        let filled = workspace.filled(words.split(separator: " ").map(String.init))
        let undisturbed = try await program.run(filled, in: workspace.inputFolder)
        #expect(!undisturbed.output.isEmpty)
        let scripts = [
            "\"$@\" >&-", "\"$@\" 2>&-", "\"$@\" <&- >&- 2>&-",
            "{ \"$@\"; echo $? >status; } | head -c 1 >first; exit $(cat status)",
            "{ \"$@\"; echo $? >status; } | true; exit $(cat status)",
        ]
        for script in scripts {
            let ending = try await CaseProgram(path: "/bin/sh").run(
                ["-c", script, "sh", program.path] + filled, in: workspace.inputFolder)
            #expect(ending.status == undisturbed.status && !ending.isKilled, "\(script): \(ending)")
            for sign in ["cannot write", "Bad file", "Broken pipe"] {
                #expect(!ending.output.contains(sign), "\(script): \(ending.output)")
            }
        }
    }

    @Test("a command that writes files writes the same", arguments: WritingCommand.all)
    func writes(_ command: WritingCommand) async throws {
        let endurance = try await Endurance(command)
        defer { endurance.workspace.remove() }
        for script in ["\"$@\" >&-", "\"$@\" <&- >&- 2>&-", "\"$@\" | true"] {
            let ending = try await endurance.run(script: script)
            #expect(ending.status == 0 && !ending.isKilled, "\(script): \(ending)")
            #expect(try endurance.workspace.output == endurance.new, "\(script): \(command)")
            try endurance.workspace.restore(endurance.old)
        }
    }

    @Test("a limit on the size of files is a full disk", arguments: WritingCommand.all)
    func sizeLimit(_ command: WritingCommand) async throws {
        let endurance = try await Endurance(command)
        defer { endurance.workspace.remove() }
        guard let longest = endurance.new.values.map(\.count).max(), longest > 1024 else { return }
        // The shell takes the limit for the command alone; what it says goes to a pipe.
        let ending = try await endurance.run(script: "(ulimit -f 1; exec \"$@\") 2>&1 | cat >&2; :")
        #expect(ending.output.contains("larger than a file may be"), "\(command): \(ending)")
        let status = try await endurance.run(
            script: "(ulimit -f 1; exec \"$@\" >/dev/null 2>&1)")
        #expect(status.status == 74 && !status.isKilled, "\(command): \(status)")
        let left = try endurance.workspace.output.filter { !command.mayLeave.contains($0.key) }
        #expect(left == endurance.old, "\(command)")
    }

    @Test("too few open files are refused", arguments: [3, 4, 5, 6, 7, 8, 10, 12, 16])
    func fewFiles(_ limit: Int) async throws {
        let command = try #require(WritingCommand.all.first)
        let endurance = try await Endurance(command)
        defer { endurance.workspace.remove() }
        let ending = try await endurance.run(script: "ulimit -n \(limit); exec \"$@\"")
        // With three the system cannot even load the program.
        if limit > 3 {
            #expect(!ending.isKilled && [0, 74].contains(ending.status), "\(ending)")
        }
        let found = try endurance.workspace.output
        #expect(found == (ending.status == 0 ? endurance.new : endurance.old), "\(ending)")
    }
}
