import Glibc
import Simulator
import Testing

@Suite("An output folder with folders in it")
struct NestedRunFolderTests {
    private let folder: TemporaryFolder
    private let files = FileLayer()

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let nested = run([
        ("a.csv", "1"), ("lists/region/region.yaml", "2"), ("lists/scenario.yaml", "3"),
        ("plots/map.json", "4"),
    ])
    private static let other = run([("a.csv", "5"), ("lists/region/region.yaml", "6")])

    private static func run(_ files: [(String, String)]) -> TestRun.Contents {
        let list = files.map { #"{"name":"\#($0.0)"}"# }.joined(separator: ",")
        let manifest = #"{"program":"greenalu","files":[\#(list)]}"#
        return (files + [("manifest.json", manifest)]).map { ($0.0, Array($0.1.utf8)) }
    }

    private func write(_ contents: TestRun.Contents, _ files: FileLayer = FileLayer()) throws {
        try RunFolder.prepare(at: folder.path("run"), files: files).commit(contents)
    }

    /// Every file below a folder with its text; empty folders end in a slash.
    private func tree(_ name: String) -> [String: String]? {
        guard let names = try? files.names(inFolderAt: folder.path(name)) else { return nil }
        var found: [String: String] = [:]
        for entry in names {
            let path = "\(name)/\(entry)"
            if let inner = tree(path) {
                if inner.isEmpty { found["\(entry)/"] = "" }
                for (key, text) in inner { found["\(entry)/\(key)"] = text }
            } else {
                let bytes = try? files.readFile(at: folder.path(path), limit: 1 << 20)
                found[entry] = bytes.map { String(decoding: $0, as: UTF8.self) } ?? "?"
            }
        }
        return found
    }

    @Test("holds just what was committed, and is replaced with its folders")
    func replaced() throws {
        for contents in [Self.nested, Self.other, TestRun.first, Self.nested] {
            try write(contents)
            #expect(tree("run") == TestRun.texts(contents))
            #expect(folder.names == ["run"])
        }
    }

    @Test("is refused where a folder in it holds something of another's, which stays")
    func foreign() throws {
        let intruders: [(name: String, make: (TemporaryFolder, String) throws -> Void)] = [
            ("run/lists/notes.txt", { try $0.write($1, "mine") }),
            ("run/lists/region/deeper", { try $0.makeFolder($1) }),
            ("run/mine", { try $0.makeFolder($1) }),
            ("run/plots/link", { try $0.makeLink($1, to: $0.path("elsewhere")) }),
        ]
        try folder.makeFolder("elsewhere")
        for intruder in intruders {
            try write(Self.nested)
            try intruder.make(folder, intruder.name)
            let before = tree("run")
            let failure = try #require(throws: FileFailure.self) {
                try RunFolder.prepare(at: folder.path("run"), files: files)
            }
            #expect(failure.cause == .notOurs, "\(intruder.name)")
            let named = intruder.name.dropFirst("run/".count)
            #expect(failure.message.rendered(in: .english).contains(named))
            #expect(tree("run") == before)
            if unlink(folder.path(intruder.name)) != 0 { rmdir(folder.path(intruder.name)) }
        }
    }

    @Test("is refused where a link stands for one of its folders; nothing behind it is touched")
    func linkedFolder() throws {
        try write(Self.other)
        try folder.makeFolder("elsewhere")
        #expect(rename(folder.path("run/lists"), folder.path("elsewhere/lists")) == 0)
        try folder.makeLink("run/lists", to: folder.path("elsewhere/lists"))
        let failure = try #require(throws: FileFailure.self) { try write(Self.nested) }
        #expect(failure.cause == .notOurs)
        #expect(tree("elsewhere") == ["lists/region/region.yaml": "6"])
    }

    @Test("takes no name that leads out of it, or stands for a file and a folder")
    func names() throws {
        for name in [
            "../a", "lists/../a", "/a", "lists//a", "lists/", "./a", "lists/./a", "a.csv/b",
            "a/b/c/d/e/f/g/h/i/j",
        ] {
            let run = try RunFolder.prepare(at: folder.path("run"), files: files)
            let contents = Self.run([("a.csv", "1"), (name, "2")])
            let failure = try #require(throws: FileFailure.self, "\(name)") {
                try run.commit(contents)
            }
            #expect(failure.message.identifier == "file.manifest_must_be_last")
            #expect(folder.names.isEmpty)
        }
    }

    @Test("A manifest that lists names outside the folder makes nothing ours")
    func hostileManifest() throws {
        try folder.makeFolder("run")
        try folder.write("outside", "mine")
        try folder.write(
            "run/manifest.json", #"{"program":"greenalu","files":[{"name":"lists/../../outside"}]}"#
        )
        let failure = try #require(throws: FileFailure.self) { try write(Self.nested) }
        #expect(failure.cause == .notOurs)
        #expect(folder.names == ["outside", "run"])
    }

    @Test("Any one call that fails leaves the old run whole or the new one, and nothing else")
    func anyCall() throws {
        let old = TestRun.texts(Self.nested)
        let new = TestRun.texts(Self.other)
        var call = 1
        while true {
            try write(Self.nested)
            let faults = FaultInjector(call: call, errorNumber: EIO)
            var failed = false
            do {
                try write(Self.other, FileLayer(faults: faults))
            } catch {
                failed = true
            }
            let found = tree("run")
            #expect(found == new || (failed && found == old), "call \(call) left \(found ?? [:])")
            #expect(folder.names == ["run"], "call \(call) left \(folder.names)")
            guard faults.hasFired else { break }
            call += 1
        }
        #expect(call > 50)
    }

    @Test("Killed at any moment, what is left is tidied up by the next run")
    func killed() throws {
        for call in 1...12 {
            try write(Self.nested)
            let faults = FaultInjector(
                failing: .removeFile, call: call, errorNumber: EIO, extent: .onwards)
            do {
                try write(Self.other, FileLayer(faults: faults))
            } catch {
                let found = tree("run")
                #expect(found == TestRun.texts(Self.nested) || found == TestRun.texts(Self.other))
            }
            try write(Self.nested)
            #expect(tree("run") == TestRun.texts(Self.nested))
            #expect(folder.names == ["run"])
        }
    }
}
