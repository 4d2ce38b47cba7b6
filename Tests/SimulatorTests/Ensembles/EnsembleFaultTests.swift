import Glibc
import TestSupport
import Testing

@testable import Simulator

@Suite("An ensemble whose output fails leaves nothing half done")
struct EnsembleFaultTests {
    private let folder: TemporaryFolder
    private let study: EnsembleStudy
    private static let part = "part-0001-of-0002.draws"
    /// What a full or failing disk refuses.
    private static let writing: [FileOperation] = [
        .create, .write, .synchronise, .rename, .makeFolder,
    ]

    init() throws {
        folder = try TemporaryFolder()
        study = try SmallEnsemble.study(draws: 3, treatment: .none)
    }

    @Test("A shard leaves its part whole or no file at all, whichever call fails")
    func shard() throws {
        try SmallEnsemble.runShard(study, 1, of: 2, in: folder.path("good"))
        let expected = try folder.digests("good")
        try folder.makeFolder("parts")
        var call = 1
        while true {
            let faults = FaultInjector(call: call, errorNumber: EIO)
            var failed = false
            do {
                try SmallEnsemble.runShard(
                    study, 1, of: 2, in: folder.path("parts"), files: FileLayer(faults: faults))
            } catch is FileFailure {
                failed = true
            }
            let found = try folder.digests("parts")
            #expect(found == expected || (failed && found == [:]), "call \(call)")
            guard faults.hasFired else { break }
            if found == expected {
                try FileLayer().removeFile(at: folder.path("parts/\(Self.part)"))
            }
            call += 1
        }
        #expect(call > 15)
    }

    @Test(
        "On a full disk a shard says so and leaves no file",
        arguments: [FileOperation.create, .write, .synchronise, .rename])
    func fullDiskInShard(_ operation: FileOperation) throws {
        try folder.makeFolder("parts")
        var call = 1
        while true {
            let faults = FaultInjector(
                failing: operation, call: call, errorNumber: ENOSPC, extent: .onwards)
            do {
                try SmallEnsemble.runShard(
                    study, 1, of: 2, in: folder.path("parts"), files: FileLayer(faults: faults))
                #expect(!faults.hasFired || call > 1)
            } catch let failure as FileFailure {
                #expect(failure.message.identifier == "file.disk_full")
            }
            guard faults.hasFired else { break }
            // The folder's own sync comes last, when the part is there already.
            let names = try folder.digests("parts") ?? [:]
            #expect(names.isEmpty || (operation == .synchronise && names.count == 1))
            if !names.isEmpty {
                try FileLayer().removeFile(at: folder.path("parts/\(Self.part)"))
            }
            call += 1
        }
        #expect(call > 1)
    }

    @Test("A run to a folder leaves the tables whole or nothing", arguments: writing)
    func run(_ operation: FileOperation) throws {
        try SmallEnsemble.run(study, to: folder.path("good"), keepsDraws: false)
        let expected = try folder.digests("good")
        for extent in [FaultInjector.Extent.once, .onwards] {
            var call = 1
            while true {
                let faults = FaultInjector(
                    failing: operation, call: call, errorNumber: ENOSPC, extent: extent)
                var failed = false
                do {
                    try SmallEnsemble.run(
                        study, to: folder.path("run"), keepsDraws: false,
                        files: FileLayer(faults: faults))
                } catch is FileFailure {
                    failed = true
                }
                let found = try folder.digests("run")
                #expect(
                    found == expected || (failed && found == nil), "\(operation) call \(call)")
                #expect(
                    folder.names == (found == nil ? ["good"] : ["good", "run"]),
                    "\(operation) call \(call) left \(folder.names)")
                guard faults.hasFired else { break }
                if found != nil { try SmallEnsemble.clear(folder, "run") }
                call += 1
            }
            #expect(call > 1)
            try SmallEnsemble.clear(folder, "run")
        }
    }

    @Test(
        "A merge leaves the tables whole or nothing, and the parts as they are", arguments: writing)
    func merge(_ operation: FileOperation) throws {
        try SmallEnsemble.runShards(study, count: 2, in: folder.path("parts"))
        let parts = try folder.digests("parts")
        try SmallEnsemble.merge(folder.path("parts"), to: folder.path("good"))
        let expected = try folder.digests("good")
        var call = 1
        while true {
            let faults = FaultInjector(
                failing: operation, call: call, errorNumber: ENOSPC, extent: .onwards)
            var failed = false
            do {
                try SmallEnsemble.merge(
                    folder.path("parts"), to: folder.path("run"), keepsDraws: false,
                    files: FileLayer(faults: faults))
            } catch is FileFailure {
                failed = true
            }
            #expect(try folder.digests("parts") == parts)
            let found = try folder.digests("run")
            #expect(folder.names.count == (found == nil ? 2 : 3), "\(folder.names)")
            if failed { #expect(found == nil || operation == .synchronise, "call \(call)") }
            guard faults.hasFired else { break }
            if found != nil { try SmallEnsemble.clear(folder, "run") }
            call += 1
        }
        #expect(call > 1 && expected != nil)
    }
}
