import Glibc
import Simulator
import Testing

@Suite("A run whose output fails")
struct RunFolderFaultTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ contents: TestRun.Contents, _ files: FileLayer) throws {
        try RunFolder.prepare(at: folder.path("run"), files: files).commit(contents)
    }

    /// Writes the second run again and again, failing one call more each time, and checks what
    /// is left; returns how many calls a run makes.
    private func failEachCall(
        overOldRun: Bool, errorNumber: Int32, failing operation: FileOperation? = nil
    ) throws -> Int {
        let old = overOldRun ? TestRun.texts(TestRun.first) : nil
        var call = 1
        while true {
            if overOldRun { try write(TestRun.first, FileLayer()) }
            let faults = FaultInjector(
                failing: operation, call: call, errorNumber: errorNumber)
            var failed = false
            do {
                try write(TestRun.second, FileLayer(faults: faults))
            } catch {
                failed = true
            }
            let found = folder.contents("run")
            let new = TestRun.texts(TestRun.second)
            #expect(found == new || (failed && found == old), "call \(call) left \(found ?? [:])")
            let expected = found == nil ? [] : ["run"]
            #expect(folder.names == expected, "call \(call) left \(folder.names)")
            guard faults.hasFired else { return call - 1 }
            if !overOldRun, found != nil { try removeRun() }
            call += 1
        }
    }

    private func removeRun() throws {
        for name in folder.contents("run")?.keys.sorted() ?? [] {
            try FileLayer().removeFile(at: folder.path("run/\(name)"))
        }
        rmdir(folder.path("run"))
    }

    @Test("at any one call leaves the old run whole or the new one, and nothing else")
    func anyCall() throws {
        let calls = try failEachCall(overOldRun: true, errorNumber: EIO)
        #expect(calls > 30)
        #expect(try failEachCall(overOldRun: false, errorNumber: ENOSPC) > 20)
    }

    @Test("where names cannot be exchanged replaces the old run by two renames")
    func noExchange() throws {
        try write(TestRun.first, FileLayer())
        let faults = FaultInjector(
            failing: .exchange, call: 1, errorNumber: EINVAL, extent: .onwards)
        try write(TestRun.second, FileLayer(faults: faults))
        #expect(faults.hasFired)
        #expect(folder.contents("run") == TestRun.texts(TestRun.second))
        #expect(folder.names == ["run"])
    }

    @Test("on a full disk leaves the old run and says so")
    func fullDisk() throws {
        try write(TestRun.first, FileLayer())
        for operation in [FileOperation.write, .create, .makeFolder, .synchronise] {
            let faults = FaultInjector(
                failing: operation, call: 1, errorNumber: ENOSPC, extent: .onwards)
            let failure = try #require(throws: FileFailure.self) {
                try write(TestRun.second, FileLayer(faults: faults))
            }
            #expect(failure.message.identifier == "file.disk_full")
            #expect(folder.contents("run") == TestRun.texts(TestRun.first))
            #expect(folder.names == ["run"])
        }
    }

    @Test("killed at any moment is tidied up by the next")
    func killed() throws {
        // Nothing can be removed or renamed back after the fault: what a kill leaves behind.
        for operation in [FileOperation.write, .synchronise, .exchange, .removeFile] {
            try write(TestRun.first, FileLayer())
            let faults = FaultInjector(
                failing: .removeFile, call: operation == .removeFile ? 2 : 1, errorNumber: EIO,
                extent: .onwards)
            #expect(throws: FileFailure.self) {
                try write(TestRun.second, FileLayer(faults: faults))
            }
            #expect(folder.names.count > 1)
            let found = folder.contents("run")
            #expect(
                found == TestRun.texts(TestRun.first) || found == TestRun.texts(TestRun.second))
            try write(TestRun.second, FileLayer())
            #expect(folder.contents("run") == TestRun.texts(TestRun.second))
            #expect(folder.names == ["run"])
        }
    }

    @Test("killed between the two renames is put back by the next")
    func restored() throws {
        try write(TestRun.first, FileLayer())
        #expect(rename(folder.path("run"), folder.path(".run.greenalu-old")) == 0)
        try RunFolder.prepare(at: folder.path("run"), files: FileLayer()).abandon()
        #expect(folder.contents("run") == TestRun.texts(TestRun.first))
        #expect(folder.names == ["run"])
    }

    @Test("never deletes a foreign file that got into the staging folder")
    func foreignInStaging() throws {
        let run = try RunFolder.prepare(at: folder.path("run"), files: FileLayer())
        try folder.write(".run.greenalu-staging/mine", "text")
        run.abandon()
        #expect(folder.contents(".run.greenalu-staging") == ["mine": "text"])
        let failure = try #require(throws: FileFailure.self) {
            try write(TestRun.first, FileLayer())
        }
        #expect(failure.cause == .notOurs)
        #expect(folder.contents(".run.greenalu-staging") == ["mine": "text"])
    }
}
