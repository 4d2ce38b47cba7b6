import Glibc
import Simulator
import TestSupport
import Testing

@Suite("The scenarios and tables built into the program")
struct ShippedInputsTests {
    private let files = FileLayer()
    private let shipped = ScenarioLibrary(folder: ShippedInputs.folder, files: FileLayer())

    /// Files below a folder of the disk by their paths inside it.
    private func files(below folder: String, at prefix: String = "") throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for name in try files.names(inFolderAt: folder) where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if try files.kind(at: path) == .folder {
                found.merge(try files(below: path, at: "\(prefix)\(name)/")) { first, _ in first }
            } else {
                found["\(prefix)\(name)"] = try files.readFile(at: path, limit: 1 << 24)
            }
        }
        return found
    }

    @Test("are those of the folder, byte for byte; after a change there: Scripts/embed")
    func same() throws {
        let folder = try files(below: Repository.scenariosFolder)
        #expect(
            Set(folder.keys).symmetricDifference(ShippedInputs.names).sorted() == [],
            "these are in the folder or in the program alone; run Scripts/embed")
        for (name, bytes) in folder {
            #expect(ShippedInputs.bytes(of: name) == bytes, "\(name) differs; build again")
        }
    }

    @Test("are read as a folder is: the same tables, scenarios and digests")
    func read() throws {
        let data = try DataSetLoader(files: files).load(
            directory: "\(ShippedInputs.folder)/\(ShippedInputs.dataFolder)")
        let folder = try Repository.data()
        #expect(data.digests.map(\.file) == folder.digests.map(\.file))
        #expect(data.digests.map(\.sha256) == folder.digests.map(\.sha256))
        #expect(data.notices == folder.notices)
        let names = try shipped.names()
        #expect(names == Repository.scenarioNames)
        for name in names {
            let scenario = try shipped.load(name, context: data.scenarioContext)
            let other = try Repository.scenario(name)
            #expect(scenario.files == other.files)
            #expect(scenario.identifier == other.identifier)
            #expect(scenario.notices == other.notices)
        }
    }

    @Test(
        "have no way out, and no file that others name",
        arguments: [
            "/..", "/../etc/passwd", "/data/../../etc/passwd", "/data/china-2024/../x.yaml",
            "/none.yaml", "/data/china-2025", "/policies-as-issued.yaml/x", "/..//etc/passwd",
        ])
    func noWayOut(_ rest: String) throws {
        let path = ShippedInputs.folder + rest
        #expect(try files.kind(at: path) == .missing)
        #expect(throws: FileFailure.self) { try files.readFile(at: path, limit: 1 << 20) }
        #expect(throws: FileFailure.self) { try files.resolvedPath(of: path) }
        #expect(throws: FileFailure.self) { try files.names(inFolderAt: path) }
        let extending = Array("schema: 1\nextends: \(rest.dropFirst())\n".utf8)
        #expect(throws: InputRejected.self) {
            try shipped.load(
                document: extending, named: "own.yaml",
                context: Repository.data().scenarioContext)
        }
    }

    @Test("keep to the limits of size, and a folder among them is no file")
    func limits() throws {
        let path = "\(ShippedInputs.folder)/policies-as-issued.yaml"
        let failure = try #require(throws: FileFailure.self) {
            try files.readFile(at: path, limit: 10)
        }
        #expect(failure.cause == .tooLarge)
        let folder = try #require(throws: FileFailure.self) {
            try files.readFile(at: "\(ShippedInputs.folder)/data", limit: 10)
        }
        #expect(folder.cause == .notRegular)
    }

    @Test("are never written to")
    func readOnly() throws {
        let path = "\(ShippedInputs.folder)/new"
        #expect(throws: FileFailure.self) { try RunFolder.prepare(at: path, files: files) }
        #expect(throws: FileFailure.self) { try files.createNewFile(at: path, with: [1]) }
        #expect(throws: FileFailure.self) { try files.replaceFile(at: path, with: [1]) }
    }

    @Test("extend a scenario of one's own that lies anywhere")
    func extended() throws {
        let folder = try TemporaryFolder()
        try folder.write("own.yaml", "schema: 1\nextends: carbon-price-300\n")
        let scenario = try shipped.load(
            folder.path("own.yaml"), context: Repository.data().scenarioContext)
        #expect(
            scenario.files.map(\.file) == [
                "policies-as-issued.yaml", "carbon-price-300.yaml", "own.yaml",
            ])
    }

    // MARK: - Written out

    @Test("are written out whole, into a folder that is there or is made")
    func written() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("there")
        for name in ["there", "made", "made-too/"] {
            let path = try ShippedInputs.write(into: folder.path(name), files: files)
            #expect(try files(below: path) == files(below: Repository.scenariosFolder))
        }
        #expect(folder.names == ["made", "made-too", "there"])
        #expect(try files.names(inFolderAt: folder.path("there")) == ["scenarios"])
    }

    @Test("replace nothing: what stands there stays, be it a folder, a file or a link")
    func refused() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("scenarios")
        try folder.write("scenarios/own.yaml", "mine")
        #expect(throws: FileFailure.self) {
            try ShippedInputs.write(into: folder.path, files: files)
        }
        #expect(folder.contents("scenarios") == ["own.yaml": "mine"])
        try folder.makeFolder("other")
        try folder.makeLink("other/scenarios", to: folder.path("elsewhere"))
        #expect(throws: FileFailure.self) {
            try ShippedInputs.write(into: folder.path("other"), files: files)
        }
        try folder.write("file", "mine")
        #expect(throws: FileFailure.self) {
            try ShippedInputs.write(into: folder.path("file"), files: files)
        }
        #expect(throws: FileFailure.self) {
            try ShippedInputs.write(into: folder.path("none/below"), files: files)
        }
        #expect(folder.names == ["file", "other", "scenarios"])
        #expect(try files.names(inFolderAt: folder.path("other")) == ["scenarios"])
    }

    @Test("appear whole or not at all when any one call fails, and leave nothing beside")
    func faults() throws {
        let contents: [(name: String, bytes: [UInt8])] = [
            ("a.yaml", [1]), ("data/set/b.csv", [2]), ("data/set/c.csv", []),
        ]
        var call = 1
        while true {
            let folder = try TemporaryFolder()
            let faults = FaultInjector(call: call, errorNumber: EIO)
            var failed = false
            do {
                try RunFolder.createNew(
                    at: folder.path("new"), contents, files: FileLayer(faults: faults))
            } catch {
                failed = true
            }
            let isThere = folder.names == ["new"]
            #expect(isThere || folder.names == [], "call \(call) left \(folder.names)")
            if isThere {
                let found = try files(below: folder.path("new"))
                #expect(
                    found == ["a.yaml": [1], "data/set/b.csv": [2], "data/set/c.csv": []],
                    "call \(call)")
            } else {
                #expect(failed, "call \(call) wrote nothing and said nothing")
            }
            guard faults.hasFired else { break }
            call += 1
        }
        #expect(call > 30)
    }

    @Test("are written where a killed process left a part of them")
    func afterKill() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder(".scenarios.greenalu-staging")
        try folder.write(
            ".scenarios.greenalu-staging/.greenalu-journal", "a.yaml\ndata/china-2024/b.csv")
        try folder.write(".scenarios.greenalu-staging/a.yaml", "half")
        try ShippedInputs.write(into: folder.path, files: files)
        #expect(folder.names == ["scenarios"])
    }
}
