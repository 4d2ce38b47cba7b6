import Foundation
import Testing

@Suite("Two writers on one place never mix their results")
struct WriterTests {
    static let commands = WritingCommand.all.filter { command in
        [
            "plan no-moves --data DATA --out OUT/result", "plot",
            "ensemble no-moves --data DATA --draws 2 --threads 1 --all-draws", "record",
        ].contains { command.testDescription.hasPrefix($0) }
            && !command.testDescription.contains("export") && command.earlier != nil
    }

    @Test("one succeeds, the other after it or is refused for the lock", arguments: commands)
    func together(_ command: WritingCommand) async throws {
        let endurance = try await Endurance(command)
        defer { endurance.workspace.remove() }
        let workspace = endurance.workspace
        let program = endurance.program
        let other = workspace.filled(command.earlier ?? []) + ["--quiet"]
        let own = endurance.words
        let folders = ["first", "second"].map { "\(workspace.inputFolder)/\($0)" }
        for folder in folders {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        }
        var refused = 0
        for round in 0..<8 {
            try workspace.restore([:])
            async let first = program.run(own, in: folders[0])
            async let second = program.run(other, in: folders[1])
            let endings = try await [first, second]
            #expect(endings.contains { $0.status == 0 && !$0.isKilled }, "\(endings)")
            for ending in endings where ending.status != 0 || ending.isKilled {
                refused += 1
                #expect(!ending.isKilled && ending.status == 74, "\(ending)")
                #expect(ending.output.contains("Another run is writing"), "\(ending)")
            }
            let found = try workspace.output
            let isNew = found == endurance.new
            #expect(isNew || found == endurance.old, "round \(round): \(found.keys.sorted())")
            if endings[1].status != 0 { #expect(isNew) }
            if endings[0].status != 0 { #expect(!isNew) }
        }
        print("two writers: \(refused) of 8 rounds refused one: \(command)")
    }
}
