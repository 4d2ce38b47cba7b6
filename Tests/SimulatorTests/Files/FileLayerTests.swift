import Glibc
import Simulator
import Testing

@Suite("Single files")
struct FileLayerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("are read whole, up to a limit")
    func reading() throws {
        try folder.write("a", "text")
        #expect(try FileLayer().readFile(at: folder.path("a"), limit: 4) == Array("text".utf8))
        let failure = try #require(throws: FileFailure.self) {
            try FileLayer().readFile(at: folder.path("a"), limit: 3)
        }
        #expect(failure.cause == .tooLarge && failure.isUnsuitableInput)
    }

    @Test("are regular files: a folder, a pipe and a device are refused without waiting")
    func notRegular() throws {
        try folder.makePipe("pipe")
        for path in [folder.path("pipe"), folder.path, "/dev/zero", "/dev/null"] {
            let failure = try #require(throws: FileFailure.self) {
                try FileLayer().readFile(at: path, limit: 100)
            }
            #expect(failure.cause == .notRegular, "\(path)")
        }
    }

    @Test("with impossible names are refused: empty, or with a null character")
    func badNames() throws {
        for path in ["", "a\0b"] {
            let failure = try #require(throws: FileFailure.self) {
                try FileLayer().readFile(at: path, limit: 100)
            }
            #expect(failure.cause == .badName)
        }
        for path in ["", "/", ".", "..", folder.path(".."), "a\0b"] {
            #expect(throws: FileFailure.self) {
                try FileLayer().replaceFile(at: path, with: [])
            }
        }
    }

    @Test("are replaced whole, or stay as they were, whichever call fails")
    func replacing() throws {
        try folder.write("a", "old")
        var call = 1
        while true {
            let faults = FaultInjector(call: call, errorNumber: EIO)
            var expected: Set = ["new"]
            do {
                try FileLayer(faults: faults)
                    .replaceFile(at: folder.path("a"), with: Array("new".utf8))
            } catch {
                expected.insert("old")
            }
            let text = try FileLayer().readFile(at: folder.path("a"), limit: 10)
            #expect(expected.contains(String(decoding: text, as: UTF8.self)), "call \(call)")
            #expect(folder.names == ["a"], "call \(call)")
            guard faults.hasFired else { break }
            try folder.write("a", "old")
            call += 1
        }
        #expect(call > 5)
        #expect(folder.contents("") == ["a": "new"])
    }

    @Test("can be checked beforehand, which refuses what replacing would and changes nothing")
    func replaceable() throws {
        let files = FileLayer()
        try folder.write("a", "old")
        try folder.makePipe("pipe")
        try folder.makeLink("link", to: "a")
        try files.checkReplaceable(at: folder.path("a"))
        try files.checkReplaceable(at: folder.path("absent"))
        let refusals: [(path: String, identifier: String)] = [
            ("", "file.bad_path"), ("/", "file.bad_path"), (folder.path("."), "file.bad_path"),
            (folder.path("a\0b"), "file.bad_path"), (folder.path, "file.not_regular"),
            (folder.path("pipe"), "file.not_regular"), (folder.path("link"), "file.not_regular"),
            (folder.path("absent/b"), "file.missing"), (folder.path("a/b"), "file.missing"),
        ]
        for (path, identifier) in refusals {
            let failure = try #require(throws: FileFailure.self) {
                try files.checkReplaceable(at: path)
            }
            #expect(failure.message.identifier == identifier, "\(path)")
            let written = try #require(throws: FileFailure.self) {
                try files.replaceFile(at: path, with: [])
            }
            #expect(failure.message == written.message, "\(path)")
        }
        let denied = FileLayer(
            faults: FaultInjector(failing: .access, call: 1, errorNumber: EACCES))
        let failure = try #require(throws: FileFailure.self) {
            try denied.checkReplaceable(at: folder.path("absent"))
        }
        #expect(failure.message.identifier == "file.no_permission")
        #expect(folder.names == ["a", "link", "pipe"])
        #expect(folder.contents("")?["a"] == "old")
    }

    @Test("are told apart by what they are, links not followed")
    func kinds() throws {
        try folder.write("a", "")
        try folder.makeLink("link", to: "a")
        try folder.makePipe("pipe")
        #expect(try FileLayer().kind(at: folder.path("a")) == .regularFile)
        #expect(try FileLayer().kind(at: folder.path) == .folder)
        #expect(try FileLayer().kind(at: folder.path("link")) == .symbolicLink)
        #expect(try FileLayer().kind(at: folder.path("pipe")) == .other)
        #expect(try FileLayer().kind(at: folder.path("absent")) == .missing)
        #expect(try FileLayer().kind(at: folder.path("a/b")) == .missing)
        #expect(
            try FileLayer().resolvedPath(of: folder.path("link")).hasSuffix("/a"))
    }

    @Test("fail with operation, path, number and a message in both languages")
    func failures() throws {
        let failure = try #require(throws: FileFailure.self) {
            try FileLayer().readFile(at: folder.path("absent"), limit: 100)
        }
        #expect(failure.operation == .open)
        #expect(failure.errno == ENOENT && failure.cause == .missing)
        #expect(failure.message.rendered(in: .english).contains(folder.path("absent")))
        #expect(failure.message.rendered(in: .chinese).contains("打开"))
        let full = FileLayer(
            faults: FaultInjector(failing: .write, call: 1, errorNumber: ENOSPC))
        let noSpace = try #require(throws: FileFailure.self) {
            try full.replaceFile(at: folder.path("a"), with: [1])
        }
        #expect(noSpace.message.identifier == "file.disk_full")
        #expect(folder.names.isEmpty)
    }

    @Test("lie in a folder that is made where there is none; another's of the same moment will do")
    func folderIfMissing() throws {
        let path = folder.path("made")
        #expect(try FileLayer().makeFolderIfMissing(at: path))
        #expect(try FileLayer().makeFolderIfMissing(at: path) == false)
        let other = folder.path("other")
        let race = FaultInjector(beforeAnyOf: [.makeFolder], call: 1) { mkdir(other, 0o755) }
        #expect(try FileLayer(faults: race).makeFolderIfMissing(at: other) == false)
        #expect(race.hasFired && folder.names == ["made", "other"])
        let full = FaultInjector(failing: .makeFolder, call: 1, errorNumber: ENOSPC)
        let failure = try #require(throws: FileFailure.self) {
            try FileLayer(faults: full).makeFolderIfMissing(at: folder.path("third"))
        }
        #expect(failure.errno == ENOSPC && failure.operation == .makeFolder)
    }
}
