import Glibc
import Simulator
import Testing

@Suite("A file that must be the first under its name")
struct NewFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func create(_ faults: FaultInjector? = nil) throws {
        try FileLayer(faults: faults)
            .createNewFile(at: folder.path("a"), with: Array("new".utf8))
    }

    @Test("needs a name of its own")
    func badNames() throws {
        for path in ["", "/", ".", folder.path(".."), folder.path("a\0b")] {
            let failure = try #require(throws: FileFailure.self) {
                try FileLayer().createNewFile(at: path, with: [1])
            }
            #expect(failure.cause == .badName && failure.operation == .create)
            #expect(failure.message.identifier == "file.bad_path")
        }
        #expect(folder.names.isEmpty)
    }

    @Test("stands whole where the file system has no nameless files, and nothing beside it")
    func withoutNameless() throws {
        for number in [EOPNOTSUPP, EISDIR, EINVAL, ENOENT] {
            let faults = FaultInjector(failing: .create, call: 1, errorNumber: number)
            try create(faults)
            #expect(faults.hasFired)
            #expect(folder.contents("") == ["a": "new"])
            try FileLayer().removeFile(at: folder.path("a"))
        }
    }

    @Test("stands whole where a nameless file cannot be given a name")
    func withoutProc() throws {
        // The second thing made is the name.
        let faults = FaultInjector(failing: .create, call: 2, errorNumber: ENOENT)
        try create(faults)
        #expect(faults.matchingCount > 2)
        #expect(folder.contents("") == ["a": "new"])
    }

    @Test("is not there at all where any call fails for good")
    func failing() throws {
        var call = 1
        while true {
            let faults = FaultInjector(call: call, errorNumber: EIO, extent: .onwards)
            let failure: FileFailure?
            do {
                try create(faults)
                failure = nil
            } catch let caught as FileFailure {
                failure = caught
            }
            guard faults.hasFired else { break }
            #expect(failure?.errno == EIO, "call \(call)")
            // The last call brings the name to disk, and comes after it.
            let isWhole = failure?.operation == .synchronise && folder.names == ["a"]
            #expect(folder.names.isEmpty || isWhole, "call \(call)")
            if isWhole {
                #expect(folder.contents("") == ["a": "new"])
                try FileLayer().removeFile(at: folder.path("a"))
            }
            call += 1
        }
        #expect(call > 5)
    }

    @Test("gives way to one that came while it was being written")
    func overtaken() throws {
        let path = folder.path("a")
        let faults = FaultInjector(beforeAnyOf: [.create], call: 2) {
            try? FileLayer().replaceFile(at: path, with: Array("theirs".utf8))
        }
        let failure = try #require(throws: FileFailure.self) { try create(faults) }
        #expect(failure.message.identifier == "inspection.fileExists")
        #expect(failure.cause == .notOurs)
        #expect(folder.contents("") == ["a": "theirs"])
    }

    @Test("is refused where a folder, a pipe or a link stands")
    func inTheWay() throws {
        try folder.makeFolder("folder")
        try folder.makePipe("pipe")
        try folder.makeLink("link", to: "nowhere")
        for name in ["folder", "pipe", "link"] {
            let failure = try #require(throws: FileFailure.self) {
                try FileLayer().createNewFile(at: folder.path(name), with: [1])
            }
            #expect(failure.message.identifier == "inspection.fileExists", "\(name)")
            #expect(failure.path == folder.path(name))
        }
        #expect(folder.names == ["folder", "link", "pipe"])
    }
}
