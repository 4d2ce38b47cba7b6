import Foundation
import Glibc
import Testing

@testable import Simulator

/// "Not there" is an answer that a run acts on: it takes other inputs, begins anew, replaces a file.
/// So a call that fails must end the run instead.
@Suite("A machine that does not answer is not understood as 'not there'")
struct UnansweredTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Makes each reading call of a work fail, one at a time, until none is left.
    /// - Returns: how many there were.
    private func failEach(_ work: (FileLayer) throws -> Void) throws -> Int {
        let reading = Set(FileOperation.allCases).subtracting(FileOperation.changing)
        var call = 1
        while true {
            let faults = FaultInjector(failingAnyOf: reading, call: call, errorNumber: EIO)
            do {
                try work(FileLayer(faults: faults))
                #expect(!faults.hasFired, "call \(call) failed and nothing was said")
            } catch let failure as FileFailure {
                #expect(failure.errno == EIO && !failure.isUnsuitableInput)
            }
            guard faults.hasFired, call < 500 else { return call - 1 }
            call += 1
        }
    }

    @Test("Another folder of scenarios and tables is not taken for the one that is meant")
    func inputs() throws {
        let calls = try failEach { files in
            let folders = try InputFolders(files: files)
            let meant = try InputFolders(files: FileLayer())
            #expect(folders.scenarios == meant.scenarios)
        }
        #expect(calls > 0)
    }

    @Test("A file is not taken for another than itself, and so not written over")
    func same() throws {
        try folder.write("a", "text")
        try folder.makeLink("b", to: "a")
        let calls = try failEach { files in
            let areSame = try files.areSame(folder.path("a"), folder.path("b"))
            #expect(areSame)
        }
        #expect(calls == 2)
        #expect(try !FileLayer().areSame(folder.path("a"), folder.path("absent")))
    }

    @Test("A run folder is not taken for the name of a scenario, nor a reference for missing")
    func runFolders() throws {
        try RunFolder.prepare(at: folder.path("run"), files: FileLayer()).commit(TestRun.first)
        let calls = try failEach { files in
            let isRun = try StoredRun.isRunFolder(folder.path("run"), files: files)
            let names = try Reference.names(in: folder.path, files: files)
            #expect(isRun && names == ["run"])
        }
        #expect(calls > 5)
        #expect(try !StoredRun.isRunFolder(folder.path("absent"), files: FileLayer()))
        #expect(try !StoredRun.isRunFolder("a\0b", files: FileLayer()))
        #expect(
            try !StoredRun.isRunFolder(String(repeating: "x", count: 300), files: FileLayer()))
        #expect(try Reference.names(in: folder.path("absent"), files: FileLayer()).isEmpty)
    }

    @Test("Draws to go on from are still there after a run that failed to take them up")
    func draws() throws {
        let study = try SmallEnsemble.study(draws: 3, treatment: .none)
        try SmallEnsemble.run(study, to: folder.path("run"), stoppedAfter: 2)
        let name = ".run.greenalu-draws"
        let before = try #require(try folder.digests(name))
        #expect(before.count == 3)
        var call = 1
        while true {
            let faults = FaultInjector(call: call, errorNumber: EIO)
            var failed = false
            do {
                try SmallEnsemble.run(
                    study, to: folder.path("run"), resumes: true,
                    files: FileLayer(faults: faults))
            } catch is FileFailure {
                failed = true
            }
            if folder.contents("run") != nil {
                guard faults.hasFired else { break }
                for name in folder.names {
                    try FileManager.default.removeItem(atPath: folder.path(name))
                }
                try SmallEnsemble.run(study, to: folder.path("run"), stoppedAfter: 2)
            } else {
                #expect(failed, "call \(call)")
                let left = try #require(try folder.digests(name), "call \(call)")
                #expect(left["frame.json"] == before["frame.json"], "call \(call)")
                #expect(Set(left.keys) == Set(before.keys), "call \(call)")
                #expect(folder.names == [name], "call \(call) left \(folder.names)")
            }
            call += 1
        }
        #expect(folder.names == ["run"])
        #expect(call > 40)
    }
}
