import Foundation
import Testing

@Suite(
    "Where the disk is full or may not be written, the old result stays and the exit code is 74",
    .enabled(if: SmallDisk.isPossible, Comment(rawValue: SmallDisk.reason)))
struct FullDiskTests {
    /// Commands that are tried with every page of room from none to enough.
    static let pageCommands = WritingCommand.all.filter { command in
        ["plan no-moves --data DATA --out OUT/result", "report IN/run"].contains {
            command.testDescription.hasPrefix($0) && !command.testDescription.contains("export")
        }
    }

    @Test("with every page of room from none to enough", arguments: pageCommands)
    func everyPage(_ command: WritingCommand) async throws {
        let disk = try SmallDisk(kibibytes: 3072)
        let endurance = try await Endurance(command, watching: disk.watched)
        defer { endurance.workspace.remove() }
        var refused = 0
        for pages in 0..<700 {
            guard try disk.leave(kibibytes: 4 * pages) else { break }
            let ending = try await endurance.run()
            if ending.status == 0, !ending.isKilled {
                #expect(try endurance.workspace.output == endurance.new)
                #expect(refused > 0)
                print("room: \(refused) times too little: \(command)")
                return
            }
            let fault = try endurance.faultAfterFailure(ending)
            #expect(fault == nil, "\(command): \(4 * pages) KiB free: \(fault ?? "")")
            #expect(ending.output.contains("no space left"), "\(ending.output)")
            refused += 1
        }
        Issue.record("\(command) never succeeds")
    }

    @Test("for every command that writes, at five moments", arguments: WritingCommand.all)
    func everyCommand(_ command: WritingCommand) async throws {
        let disk = try SmallDisk(kibibytes: 8192)
        let endurance = try await Endurance(command, watching: disk.watched)
        defer { endurance.workspace.remove() }
        let need = endurance.new.values.map(\.count).reduce(0, +) / 1024
        for room in [0, 4, need / 4, need / 2, need * 9 / 10] {
            guard try disk.leave(kibibytes: room) else { break }
            let ending = try await endurance.run()
            // Two small files may find room where their sum would not.
            if ending.status == 0, try endurance.workspace.output == endurance.new { continue }
            let fault = try endurance.faultAfterFailure(ending)
            #expect(fault == nil, "\(command): \(room) KiB free: \(fault ?? "")")
        }
    }

    @Test("on a disk that may only be read", arguments: WritingCommand.all)
    func readOnly(_ command: WritingCommand) async throws {
        let disk = try SmallDisk(kibibytes: 8192)
        let endurance = try await Endurance(command, watching: disk.watched)
        defer { endurance.workspace.remove() }
        try disk.setReadOnly(true)
        let ending = try await endurance.run()
        let fault = try endurance.faultAfterFailure(ending)
        #expect(fault == nil, "\(command): \(fault ?? "")")
        #expect(ending.output.contains("read-only file system"), "\(command): \(ending.output)")
        try disk.setReadOnly(false)
    }

    @Test(
        "and a disk that may only be read is refused before the work, not after",
        arguments: [
            "ensemble no-moves --plan none --draws 100000 --out OUT/result",
            "ensemble no-moves --plan none --draws 100000 --shard 1/2 --out OUT/parts",
            "sensitivity no-moves --plan none --draws 50000 --out OUT/result",
        ])
    func refusedFirst(_ words: String) async throws {
        let disk = try SmallDisk(kibibytes: 64)
        let workspace = try FaultWorkspace(watching: disk.watched)
        defer { workspace.remove() }
        try disk.setReadOnly(true)
        let ending = try await CaseProgram().run(
            workspace.filled(words.split(separator: " ").map(String.init) + ["--data", "DATA"]),
            in: workspace.inputFolder)
        #expect(!ending.isTooLate)
        #expect(ending.status == 74, "\(ending.output)")
        try disk.setReadOnly(false)
    }
}
