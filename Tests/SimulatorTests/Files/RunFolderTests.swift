import Glibc
import Simulator
import Testing

@Suite("The output folder of a run")
struct RunFolderTests {
    private let folder: TemporaryFolder
    private let files = FileLayer()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func refusal() throws -> FileFailure {
        try #require(throws: FileFailure.self) {
            try RunFolder.prepare(at: folder.path("run"), files: files)
        }
    }

    @Test("is made where there was none, and holds just what was committed")
    func new() throws {
        let run = try RunFolder.prepare(at: folder.path("run"), files: files)
        #expect(folder.contents("run") == nil)
        try run.commit(TestRun.first)
        #expect(folder.contents("run") == TestRun.texts(TestRun.first))
        #expect(folder.names == ["run"])
    }

    @Test("can be checked beforehand, which refuses what the run would and changes nothing")
    func checked() throws {
        try RunFolder.check(folder.path("run"), files: files)
        #expect(folder.names == [])
        try folder.makeFolder("run")
        try RunFolder.check(folder.path("run"), files: files)
        #expect(folder.names == ["run"])
        try folder.write("run/notes.txt", Array("mine".utf8))
        let failure = try #require(throws: FileFailure.self) {
            try RunFolder.check(folder.path("run"), files: files)
        }
        #expect(failure.message == (try refusal()).message)
        #expect(throws: FileFailure.self) {
            try RunFolder.check(folder.path("missing/run"), files: files)
        }
        #expect(folder.names == ["run"])
    }

    @Test("may be there, empty; a slash at the end of its name does not matter")
    func empty() throws {
        try folder.makeFolder("run")
        try RunFolder.prepare(at: folder.path("run//"), files: files).commit(TestRun.first)
        #expect(folder.contents("run") == TestRun.texts(TestRun.first))
        #expect(folder.names == ["run"])
    }

    @Test("of an earlier run of ours is replaced whole")
    func replaced() throws {
        for contents in [TestRun.first, TestRun.second] {
            try RunFolder.prepare(at: folder.path("run"), files: files).commit(contents)
        }
        #expect(folder.contents("run") == TestRun.texts(TestRun.second))
        #expect(folder.names == ["run"])
    }

    @Test("that was prepared and abandoned leaves everything as it was")
    func abandoned() throws {
        try RunFolder.prepare(at: folder.path("run"), files: files).commit(TestRun.first)
        try RunFolder.prepare(at: folder.path("run"), files: files).abandon()
        #expect(folder.contents("run") == TestRun.texts(TestRun.first))
        #expect(folder.names == ["run"])
    }

    @Test("that holds a file or folder of another's is refused and left alone")
    func foreign() throws {
        let run = try RunFolder.prepare(at: folder.path("run"), files: files)
        try run.commit(TestRun.first)
        try folder.write("run/thesis.docx", "mine")
        let failure = try refusal()
        #expect(failure.cause == .notOurs)
        #expect(failure.message.identifier == "file.output_holds_foreign_files")
        #expect(failure.message.rendered(in: .english).contains("thesis.docx"))
        #expect(folder.contents("run")?["thesis.docx"] == "mine")
        #expect(folder.contents("run")?["a.csv"] == "1")
        #expect(folder.names == ["run"])
    }

    @Test("without a manifest, or with another program's, is foreign")
    func noManifest() throws {
        try folder.makeFolder("run")
        try folder.write("run/a.csv", "1")
        #expect(try refusal().cause == .notOurs)
        for manifest in [
            "{}", "[]", "not json", #"{"program":"other","files":[{"name":"a.csv"}]}"#,
            #"{"program":"greenalu","files":[{"name":"../a.csv"}]}"#,
            #"{"program":"greenalu","files":[]}"#,
        ] {
            try folder.write("run/manifest.json", manifest)
            #expect(try refusal().cause == .notOurs, "\(manifest)")
            #expect(folder.contents("run")?["a.csv"] == "1")
        }
    }

    @Test("that holds a folder or link under a listed name is foreign")
    func listedButNoFile() throws {
        try RunFolder.prepare(at: folder.path("run"), files: files).commit(TestRun.first)
        try files.removeFile(at: folder.path("run/a.csv"))
        try folder.makeLink("run/a.csv", to: "b.csv")
        #expect(try refusal().cause == .notOurs)
        try files.removeFile(at: folder.path("run/a.csv"))
        try folder.makeFolder("run/a.csv")
        #expect(try refusal().cause == .notOurs)
    }

    @Test("is not written through a symbolic link, nor over a file or pipe")
    func linkAndFile() throws {
        try folder.makeFolder("real")
        try folder.makeLink("run", to: "real")
        #expect(try refusal().message.identifier == "file.output_is_link")
        #expect(folder.contents("real") == [:])
        try files.removeFile(at: folder.path("run"))
        try folder.write("run", "text")
        #expect(try refusal().message.identifier == "file.output_is_no_folder")
        try files.removeFile(at: folder.path("run"))
        try folder.makePipe("run")
        #expect(try refusal().message.identifier == "file.output_is_no_folder")
        #expect(folder.names == ["real", "run"])
    }

    @Test("needs a folder to lie in and a name of its own")
    func parent() throws {
        let failure = try #require(throws: FileFailure.self) {
            try RunFolder.prepare(at: folder.path("absent/run"), files: files)
        }
        #expect(failure.message.identifier == "file.output_parent_missing")
        for path in ["", "/", ".", "..", "a\0b", String(repeating: "x", count: 240)] {
            #expect(throws: FileFailure.self) { try RunFolder.prepare(at: path, files: files) }
        }
    }

    @Test("without write permission is refused before the work, not after it")
    func permission() throws {
        for number in [EACCES, EROFS] {
            let denied = FileLayer(
                faults: FaultInjector(failing: .access, call: 1, errorNumber: number))
            let failure = try #require(throws: FileFailure.self) {
                try RunFolder.prepare(at: folder.path("run"), files: denied)
            }
            #expect(failure.message.identifier == "file.no_permission")
            #expect(folder.names.isEmpty)
        }
    }

    @Test("is for one process at a time, and free again afterwards")
    func lock() throws {
        let run = try RunFolder.prepare(at: folder.path("run"), files: files)
        #expect(try refusal().cause == .locked)
        #expect(try refusal().message.identifier == "file.output_locked")
        try run.commit(TestRun.first)
        try RunFolder.prepare(at: folder.path("run"), files: files).abandon()
        #expect(folder.names == ["run"])
    }

    @Test("is let go of once: who fails twice takes nothing from the process that came after it")
    func releasedOnce() throws {
        let first = try RunFolder.prepare(at: folder.path("run"), files: files)
        #expect(throws: FileFailure.self) { try first.commit([]) }
        let second = try RunFolder.prepare(at: folder.path("run"), files: files)
        let beside = folder.names
        first.abandon()
        #expect(folder.names == beside && beside.count == 2)
        #expect(try refusal().cause == .locked)
        try second.commit(TestRun.first)
        first.abandon()
        #expect(folder.contents("run") == TestRun.texts(TestRun.first))
        #expect(folder.names == ["run"])
    }

    @Test("takes only a manifest last that lists every other file")
    func manifest() throws {
        for contents in [
            [], [("a.csv", [])], Array(TestRun.first.reversed()), TestRun.first + TestRun.first,
            [("../a", [])] + TestRun.first, [("c.csv", [])] + TestRun.first,
        ] as [[(name: String, bytes: [UInt8])]] {
            let run = try RunFolder.prepare(at: folder.path("run"), files: files)
            let failure = try #require(throws: FileFailure.self) { try run.commit(contents) }
            #expect(failure.message.identifier == "file.manifest_must_be_last")
            #expect(folder.names.isEmpty)
        }
    }
}

/// Two small runs with different files.
enum TestRun {
    typealias Contents = [(name: String, bytes: [UInt8])]

    static let first = run([("a.csv", "1"), ("b.csv", "2")])
    static let second = run([("a.csv", "3"), ("c.csv", "4")])

    private static func run(_ files: [(String, String)]) -> Contents {
        let list = files.map { #"{"name":"\#($0.0)"}"# }.joined(separator: ",")
        let manifest = #"{"program":"greenalu","files":[\#(list)]}"#
        return (files + [("manifest.json", manifest)]).map { ($0.0, Array($0.1.utf8)) }
    }

    static func texts(_ contents: Contents) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: contents.map {
                ($0.name, String(decoding: $0.bytes, as: UTF8.self))
            })
    }
}
