import Glibc
import Testing

@testable import Simulator

/// A process that ends itself, by a signal nobody can answer, before the n-th call that changes
/// something on disk; the same work with the same n dies at the same place every time.
@Suite("Work that is killed before any one of its changes")
struct KilledWriterTests {
    /// What is written. Each case is its name and what it does in the folder of the test.
    enum Work: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case newRun = "a run to a new folder"
        case oldRun = "a run over an older one"
        case newFile = "a file where none stands"
        case oldFile = "a file over an older one"
        case firstFile = "a file that must be the first"
        case newFolder = "a folder that is nobody's run"
        case ensemble = "an ensemble over an older run"
        case ensembleAgain = "an ensemble over draws of one that was killed"
        case part = "a part of an ensemble"

        var testDescription: String { rawValue }

        static let old = KilledWriterTests.run([
            ("a.csv", "1"), ("lists/region/region.yaml", "2"), ("plots/map.json", "4"),
        ])
        static let new = KilledWriterTests.run([
            ("a.csv", "5"), ("lists/region/region.yaml", "6"), ("b.csv", "7"),
        ])

        func prepare(in folder: String) throws {
            let files = FileLayer()
            switch self {
            case .newRun, .newFile, .firstFile, .newFolder, .part: break
            case .oldRun, .ensemble:
                try RunFolder.prepare(at: "\(folder)/target", files: files).commit(Self.old)
            case .oldFile:
                try files.createNewFile(at: "\(folder)/target", with: Array("old".utf8))
            case .ensembleAgain:
                // Stopped by a signal: its draws are kept to go on from.
                try SmallEnsemble.run(
                    Self.study(), to: "\(folder)/target", keepsDraws: false, stoppedAfter: 1)
            }
        }

        static func study() throws -> EnsembleStudy {
            try SmallEnsemble.study(draws: 2, treatment: .none)
        }

        func carryOut(in folder: String, _ files: FileLayer) throws {
            let target = "\(folder)/target"
            switch self {
            case .newRun, .oldRun:
                try RunFolder.prepare(at: target, files: files).commit(Self.new)
            case .newFile, .oldFile:
                try files.replaceFile(at: target, with: Array("new".utf8))
            case .firstFile:
                try files.createNewFile(at: target, with: Array("new".utf8))
            case .newFolder:
                // Without the manifest by which it would be known again.
                try RunFolder.createNew(at: target, Self.new.dropLast(), files: files)
            case .ensemble:
                try SmallEnsemble.run(
                    Self.study(), to: target, keepsDraws: false, files: files)
            case .ensembleAgain:
                try SmallEnsemble.run(
                    Self.study(), to: target, resumes: true, keepsDraws: false, files: files)
            case .part:
                try SmallEnsemble.runShard(Self.study(), 1, of: 2, in: target, files: files)
            }
        }
    }

    private static func run(_ files: [(String, String)]) -> TestRun.Contents {
        let list = files.map { #"{"name":"\#($0.0)"}"# }.joined(separator: ",")
        let manifest = #"{"program":"greenalu","files":[\#(list)]}"#
        return (files + [("manifest.json", manifest)]).map { ($0.0, Array($0.1.utf8)) }
    }

    /// Every file below a folder with its digest, hidden ones too; empty folders end in a slash.
    static func tree(_ path: String) throws -> [String: String] {
        let files = FileLayer()
        var found: [String: String] = [:]
        for name in try files.names(inFolderAt: path) {
            if try files.kind(at: "\(path)/\(name)") == .folder {
                let inner = try tree("\(path)/\(name)")
                if inner.isEmpty { found["\(name)/"] = "" }
                for (key, text) in inner { found["\(name)/\(key)"] = text }
            } else {
                let bytes = try files.readFile(at: "\(path)/\(name)", limit: 1 << 26)
                found[name] = FileDigest.sha256(bytes)
            }
        }
        return found
    }

    static func target(_ tree: [String: String]) -> [String: String] {
        tree.filter { $0.key == "target" || $0.key.hasPrefix("target/") }
    }

    @Test(
        "leaves the old result or the new one, and the next run leaves nothing else",
        arguments: Work.allCases)
    func killed(_ work: Work) async throws {
        let calm = try TemporaryFolder()
        try work.prepare(in: calm.path)
        let old = try Self.tree(calm.path)
        let counting = FaultInjector(beforeAnyOf: FileOperation.changing, call: 0) {}
        try work.carryOut(in: calm.path, FileLayer(faults: counting))
        let new = try Self.tree(calm.path)
        #expect(old != new && Self.target(new) == new)
        #expect(counting.matchingCount > 2)
        for call in 1...counting.matchingCount {
            let folder = try TemporaryFolder()
            try work.prepare(in: folder.path)
            #expect(try Self.tree(folder.path) == old)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [name = work.rawValue as String, path = folder.path as String, call = call as Int]
                in
                let work = try #require(Work(rawValue: name))
                let faults = FaultInjector(beforeAnyOf: FileOperation.changing, call: call) {
                    kill(getpid(), SIGKILL)
                }
                try work.carryOut(in: path, FileLayer(faults: faults))
            }
            let left = Self.target(try Self.tree(folder.path))
            let isWhole =
                left == Self.target(old) || left == new
                || (work == .part && left == ["target/": ""])
                || (work == .part && left.keys.allSatisfy { $0.hasPrefix("target/.part-") })
            #expect(isWhole, "call \(call) left \(left.keys.sorted())")
            do {
                try work.carryOut(in: folder.path, FileLayer())
            } catch let failure as FileFailure {
                // What must be the first is refused where it stands already.
                let mustBeFirst = work == .firstFile || work == .newFolder
                #expect(mustBeFirst && left == new, "\(failure)")
            }
            let after = try Self.tree(folder.path)
            #expect(after == new, "call \(call): \(Set(after.keys).symmetricDifference(new.keys))")
        }
        print("kills: \(counting.matchingCount): \(work.rawValue)")
    }
}
