import Simulator
import Testing

@testable import SimCLI

/// Failing calls are counted with the same stride in every run, so a run that fails can be had again
/// by its words and the number of the call.
@Suite("A command of which any call on files fails leaves the old result or the new one")
struct CommandFaultTests {
    @Test(
        "whole, with nothing beside it, and says what failed",
        arguments: WritingCommand.all)
    func command(_ command: WritingCommand) throws {
        let workspace = try FaultWorkspace()
        defer { workspace.remove() }
        let inputs = try workspace.input
        try workspace.succeed(command.words)
        let new = try workspace.output
        #expect(!new.isEmpty)
        let fresh = CommandFaultLoop(
            command: command, workspace: workspace, old: [:], new: new)
        var tried = [try fresh.run(.change), try fresh.run(.reading(stride: 7))]
        if let earlier = command.earlier {
            try workspace.restore([:])
            try workspace.succeed(earlier)
            let old = try workspace.output
            #expect(old != new)
            let replacing = CommandFaultLoop(
                command: command, workspace: workspace, old: old, new: new)
            tried.append(try replacing.run(.change))
            tried.append(try replacing.run(.reading(stride: 5)))
            tried.append(try replacing.run(.fullDisk))
        } else {
            tried.append(try fresh.run(.fullDisk))
        }
        #expect(tried.allSatisfy { $0 > 0 })
        #expect(try workspace.input == inputs, "an input was changed")
        print("fault points: \(tried.reduce(0, +)) \(tried): \(command.testDescription)")
    }

    /// Options and arguments that name a file or folder which is only read, of whatever command.
    private static let alwaysRead: Set<String> = [
        "--data", "--compare", "--ensemble", "--scenario", "--run", "<run>", "<manifest>",
    ]
    /// The same of one command.
    private static let read: Set<String> = [
        "merge <dir>", "solve <file>", "data check <folder>", "check --folder",
        // Written into scripts as they are.
        "generate-runs --program",
    ]
    /// What another program writes, which the command turns into; see the tests of the server's
    /// store and of single files.
    private static let ofTheServer: Set<String> = ["serve --store", "serve --token-file"]
    /// What a place is called in the help.
    private static let placeNames: Set<String> = [
        "dir", "file", "folder", "path", "run", "manifest",
    ]

    @Test("No command that writes is left out")
    func complete() throws {
        let tree = try #require(CommandTree.ofProgram())
        var found: Set<String> = []
        func look(_ command: CommandTree.Command, _ path: [String]) {
            for argument in command.shownArguments where argument.kind != .flag {
                guard Self.placeNames.contains(argument.valueName ?? "") else { continue }
                let name = argument.kind == .positional ? argument.label : argument.writtenNames
                if Self.alwaysRead.contains(name) { continue }
                found.insert((path + [name]).joined(separator: " "))
            }
            for child in command.shownSubcommands { look(child, path + [child.commandName]) }
        }
        look(tree.command, [])
        let known = Set(WritingCommand.all.map(\.name))
        #expect(found.subtracting(Self.read).subtracting(Self.ofTheServer) == known)
    }
}
