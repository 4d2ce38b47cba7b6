import Foundation
import Testing

/// Work that would take hours, and what happens around it.
@Suite("Long work stops when it is told to", .serialized)
struct LongWorkTests {
    /// Words of commands that run for many times the moments until they begin to write. A sweep
    /// checks the inputs of every point before that.
    private static let sweep =
        "sweep no-moves --vary carbon.price=0:400:0.4 --threads 2 --data DATA --out OUT/result"
    private static let ensemble =
        "ensemble no-moves --plan none --draws 100000 --threads 2 --data DATA --out OUT/result"
    private static let shard =
        "ensemble no-moves --plan none --draws 100000 --threads 2 --shard 1/2 --data DATA --out OUT/parts"

    /// Waits until a file is there, then goes on.
    private static func wait(for path: String) {
        for _ in 0..<4000 where !FileManager.default.fileExists(atPath: path) { usleep(5000) }
    }

    private func run(
        _ words: String, in workspace: FaultWorkspace,
        disturb: @escaping @Sendable (Int32) -> Void
    ) async throws -> CaseProgram.Ending {
        try await CaseProgram().run(
            workspace.filled(words.split(separator: " ").map(String.init)) + ["--quiet"],
            in: workspace.inputFolder, disturb: disturb)
    }

    @Test(
        "by a signal, once or twice",
        arguments: [[SIGINT], [SIGINT, SIGINT], [SIGTERM], [SIGTERM, SIGTERM], [SIGHUP]])
    func stops(_ signals: [Int32]) async throws {
        let workspace = try FaultWorkspace()
        defer { workspace.remove() }
        let watched = workspace.watched
        let begun = [
            (Self.sweep, ".result.greenalu-staging"),
            (Self.ensemble, ".result.greenalu-draws/frame.json"), (Self.shard, "parts"),
        ]
        for (words, sign) in begun {
            let ending = try await run(words, in: workspace) { process in
                Self.wait(for: "\(watched)/\(sign)")
                for signal in signals { _ = kill(process, signal) }
            }
            #expect(!ending.isTooLate, "\(words)")
            #expect(!ending.isKilled && ending.status == 128 + signals[0], "\(ending)")
            // Draws of an ensemble stay, to go on from.
            let left = try workspace.output.keys.filter {
                !$0.hasPrefix(".result.greenalu-draws/") && $0 != "parts/"
            }
            #expect(left.isEmpty, "\(words): \(left.sorted())")
            try workspace.restore([:])
        }
    }

    @Test("without harm where the target has become a link to a folder of somebody's")
    func linkUnderWay() async throws {
        let workspace = try FaultWorkspace()
        defer { workspace.remove() }
        let watched = workspace.watched
        let theirs = "\(workspace.inputFolder)/theirs"
        try FileManager.default.createDirectory(
            atPath: theirs, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(theirs)/manifest.json"))
        let ending = try await run(
            "sweep no-moves --vary carbon.price=0:400:1 --threads 1 --data DATA --out OUT/result",
            in: workspace
        ) { process in
            Self.wait(for: "\(watched)/.result.greenalu-staging")
            try? FileManager.default.createSymbolicLink(
                atPath: "\(watched)/result", withDestinationPath: theirs)
        }
        #expect(ending.status == 74 && !ending.isKilled, "\(ending)")
        #expect(
            FileManager.default.contents(atPath: "\(theirs)/manifest.json") == Data("mine".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: theirs) == ["manifest.json"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: watched) == ["result"])
    }

    @Test("with a message where the folder around the target has gone")
    func folderRemoved() async throws {
        let workspace = try FaultWorkspace()
        defer { workspace.remove() }
        let around = "\(workspace.watched)/around"
        try FileManager.default.createDirectory(
            atPath: around, withIntermediateDirectories: true)
        let ending = try await run(
            "sweep no-moves --vary carbon.price=0:400:1 --threads 1 --data DATA --out OUT/around/result",
            in: workspace
        ) { process in
            Self.wait(for: "\(around)/.result.greenalu-staging")
            try? FileManager.default.removeItem(atPath: around)
        }
        #expect(ending.status == 74 && !ending.isKilled, "\(ending)")
        #expect(!ending.output.isEmpty)
        #expect(try workspace.output.isEmpty)
    }
}
