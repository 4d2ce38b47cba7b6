import Foundation
import TestSupport
import Testing

/// The program with no folder of scenarios near it, as an installed one is, beside the same program
/// run in a folder that has them.
@Suite("In an empty folder the program works with what is built in")
struct EmptyFolderTests {
    private let installed: CaseProgram
    private let built: CaseProgram
    private let folder: String
    private var files: FileManager { .default }

    init() throws {
        built = try CaseProgram()
        folder = "\(NSTemporaryDirectory())/greenalu-empty-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: "\(folder)/bin", withIntermediateDirectories: true)
        for name in ["empty", "full"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        let program = "\(folder)/bin/greenalu"
        do {
            // A second name is as good as a copy of some hundred megabytes.
            try FileManager.default.linkItem(atPath: built.path, toPath: program)
        } catch {
            try FileManager.default.copyItem(atPath: built.path, toPath: program)
        }
        try FileManager.default.copyItem(
            atPath: Repository.scenariosFolder, toPath: "\(folder)/full/scenarios")
        installed = CaseProgram(path: program)
    }

    private func remove() { try? files.removeItem(atPath: folder) }

    /// Runs in both folders; returns what was printed, which must be the same.
    @discardableResult
    private func runBoth(_ words: [String], status: Int32 = 0) async throws -> String {
        let empty = try await installed.run(words, in: "\(folder)/empty")
        let full = try await installed.run(words, in: "\(folder)/full")
        #expect(empty.status == status, "\(words): \(empty.output)")
        #expect(empty.output == full.output, "\(words)")
        #expect(full.status == status, "\(words)")
        return empty.output
    }

    private func contents(_ name: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for path in try files.subpathsOfDirectory(atPath: "\(folder)/\(name)") {
            found[path] = files.contents(atPath: "\(folder)/\(name)/\(path)")
        }
        return found
    }

    @Test("and every result is that of the folder, byte for byte")
    func results() async throws {
        defer { remove() }
        for words in [
            ["plan", "--out", "planned"], ["run", "dry-yunnan", "--out", "run"],
            ["scenario", "list"], ["scenario", "show", "weiqiao-dropped"],
            ["scenario", "new", "--from", "no-moves", "own.yaml"],
            ["run", "own.yaml", "--out", "own"], ["data", "tables"],
            ["data", "show", "smelters", "--format", "csv"], ["data", "inputs"],
            ["compare", "policies-as-issued", "no-moves", "--without-plan"],
            ["reproduce", "planned"], ["export", "run", "--out", "exported"],
            ["record", "run", "--name", "kept"], ["check", "kept"],
        ] {
            try await runBoth(words)
        }
        let completed = try await installed.run(
            ["---completion", "plan", "--", "positional@0", "2", "2", "greenalu", "plan", "no-"],
            in: "\(folder)/empty")
        #expect(completed.status == 0 && completed.output.contains("no-moves\n"))
        #expect(try contents("empty/planned") == contents("full/planned"))
        #expect(try contents("empty/exported") == contents("full/exported"))
        #expect(try contents("empty/references") == contents("full/references"))
        #expect(try contents("empty/planned").count > 5)
    }

    @Test("and says where it reads, when asked")
    func said() async throws {
        defer { remove() }
        let words = ["run", "--verbose"]
        let empty = try await installed.run(words, in: "\(folder)/empty")
        #expect(empty.output.contains("Scenarios built into the program (greenalu:scenarios)"))
        #expect(
            empty.output.contains(
                "Data built into the program (greenalu:scenarios/data/china-2024): 21 tables"))
        let full = try await installed.run(words, in: "\(folder)/full")
        #expect(full.output.contains("Scenarios in the folder scenarios\n"))
        #expect(full.output.contains("Data folder scenarios/data/china-2024: 21 tables"))
        let above = try await built.run(words, in: "\(folder)/empty")
        #expect(above.output.contains("Scenarios in the folder \(Repository.scenariosFolder)\n"))
        let chinese = try await installed.run(words + ["--lang", "zh"], in: "\(folder)/empty")
        #expect(chinese.output.contains("程序内置情景（greenalu:scenarios）"))
    }

    @Test("and what it writes out is used from then on, edited or broken")
    func writtenOut() async throws {
        defer { remove() }
        let work = "\(folder)/empty/work"
        let written = try await installed.run(
            ["scenario", "new", "--all", "work"], in: "\(folder)/empty")
        #expect(written.status == 0)
        #expect(written.output.contains("files written to work/scenarios"), "\(written.output)")
        #expect(try contents("empty/work/scenarios") == contents("full/scenarios"))
        let used = try await installed.run(["run", "--verbose"], in: work)
        #expect(used.output.contains("Data folder scenarios/data/china-2024"))
        let again = try await installed.run(["scenario", "new", "--all", "."], in: work)
        #expect(again.status == 74)
        #expect(again.output.contains("./scenarios exists and is not overwritten"))
        // A table that is gone is missed; the one built in does not take its place.
        try files.removeItem(atPath: "\(work)/scenarios/data/china-2024/smelters.csv")
        let broken = try await installed.run(["run"], in: work)
        #expect(broken.status == 65)
        #expect(broken.output.contains("smelters.csv"))
        // Nor where a link leads nowhere.
        let data = "\(work)/scenarios/data/china-2024"
        try files.removeItem(atPath: data)
        try files.createSymbolicLink(atPath: data, withDestinationPath: "gone")
        #expect(try await installed.run(["run"], in: work).status == 65)
    }

    @Test("and refuses paths that lead out of it")
    func refused() async throws {
        defer { remove() }
        for name in [
            "../../etc/passwd", "greenalu:scenarios/../../etc/passwd",
            "greenalu:scenarios/none.yaml",
        ] {
            let shown = try await runBoth(["scenario", "show", name], status: 65)
            #expect(!shown.contains("root:"))
        }
        try await runBoth(["run", "--out", "greenalu:scenarios/run"], status: 74)
        let both = try await runBoth(
            ["scenario", "new", "own.yaml", "--all", "work", "--lang", "zh"], status: 64)
        #expect(both.contains("请勿同时给出文件"))
        #expect(try files.contentsOfDirectory(atPath: "\(folder)/empty") == [])
    }
}
