import Foundation
import TestSupport
import Testing

/// The program under a limit on the size of files, as a shell's `ulimit -f` sets it.
@Suite("A file that grows to the limit of its owner")
struct FileSizeLimitTests {
    @Test("is a failed write with its exit code, not the end of the program; the old run stays")
    func isAFailedWrite() async throws {
        let program = try CaseProgram()
        let folder = "\(NSTemporaryDirectory())/greenalu-limit-\(UUID().uuidString)"
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(atPath: folder) }
        let first = try await program.run(["plan", "no-moves", "--out", "run"], in: folder)
        #expect(first.status == 0, "\(first.output)")
        let before = try #require(files.contents(atPath: "\(folder)/run/manifest.json"))
        // One block is 512 bytes; results.csv alone has hundreds.
        let script = "ulimit -f 20 && exec \"$0\" plan --out run"
        let limited = try await CaseProgram(path: "/bin/sh")
            .run(["-c", script, program.path], in: folder)
        #expect(!limited.isKilled && limited.status == 74, "\(limited.output)")
        #expect(limited.output.contains("larger than a file may be here"), "\(limited.output)")
        #expect(files.contents(atPath: "\(folder)/run/manifest.json") == before)
        let left = try files.contentsOfDirectory(atPath: folder).filter { $0 != "run" }
        #expect(left.isEmpty, "left behind: \(left)")
    }
}
