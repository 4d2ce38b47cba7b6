import TestSupport
import Testing

@testable import Simulator

@Suite("A stored run is computed again from what is at hand")
struct RerunTests {
    private static let name = "dry-yunnan"

    /// A manifest with as much as it takes.
    private static func manifest(
        inputs: [(name: String, sha256: String)], plan: String? = nil
    ) throws -> [UInt8] {
        let listed = inputs.map { #"{"name":"\#($0.name)","sha256":"\#($0.sha256)"}"# }
        let command = plan == nil ? "run" : "plan"
        let summary = plan.map { #","plan":\#($0)"# } ?? ""
        let text =
            #"{"program":"greenalu","version":"0.0.9","command":"\#(command)","#
            + #""scenario":"\#(name)","options":[],"files":[],"#
            + #""inputs":[\#(listed.joined(separator: ","))]\#(summary)}"#
        return Array(text.utf8)
    }

    private func stored(
        _ inputs: [(name: String, sha256: String)], plan: String? = nil
    ) throws -> StoredManifest {
        try #require(StoredManifest(Self.manifest(inputs: inputs, plan: plan)))
    }

    private func rerun(_ manifest: StoredManifest) throws -> Rerun {
        try Rerun(
            manifest,
            from: ScenarioOrigin(path: "\(Repository.scenariosFolder)/\(Self.name).yaml"),
            data: Repository.data(), library: Repository.library)
    }

    private func tables() throws -> [(name: String, sha256: String)] {
        try Repository.data().digests.map { ($0.file, $0.sha256) }
    }

    @Test("A search for whole potlines that the clock ended is not computed again")
    func endedByTheClock() throws {
        let lines = #"{"gap_asked":0,"time_limit":1,"repeatable":false}"#
        let manifest = try stored([], plan: #"{"status":"optimal","whole_lines":\#(lines)}"#)
        let refusal = try #require(throws: InputRejected.self) { try rerun(manifest) }
        #expect(refusal.findings.map(\.message.identifier) == ["reproduction.endedByTheClock"])
        let message = try #require(refusal.findings.first).message
        #expect(message.rendered(in: .english).contains("plan again with --node-limit"))
        #expect(message.rendered(in: .chinese).contains("请改用 --node-limit 重新规划"))
    }

    @Test("Inputs that changed, went or came since are named, the scenario's before the tables")
    func changedInputs() throws {
        let scenarios = try Repository.scenario(Self.name).files.map { ($0.file, $0.sha256) }
        var inputs = try scenarios + tables()
        #expect(try rerun(stored(inputs)).changedInputs == [])
        // Another text of the same scenario, a parent it had, and tables it did and did not read.
        inputs = [("parent.yaml", "0")] + inputs.map { ($0.0, $0.0 == "hosting.csv" ? "0" : $0.1) }
        inputs.removeAll { $0.0 == "quotas.csv" || $0.0 == scenarios[0].0 }
        inputs.append(("old.csv", "0"))
        let found = try rerun(stored(inputs)).changedInputs
        #expect(
            found == [
                ChangedInput(name: "parent.yaml", change: .removed),
                ChangedInput(name: scenarios[0].0, change: .added),
                ChangedInput(name: "hosting.csv", change: .changed),
                ChangedInput(name: "old.csv", change: .removed),
                ChangedInput(name: "quotas.csv", change: .added),
            ])
        // A scenario that was not found says nothing of its files.
        let tablesAlone = ChangedInput.all(
            try stored(inputs), scenario: nil, data: try Repository.data())
        #expect(tablesAlone == Array(found.suffix(3)))
    }

    // MARK: - Where the scenario lies

    /// Where the scenario of a run is found whose manifest lies in `run`.
    private func origin(
        _ folder: TemporaryFolder, _ inputs: [(name: String, sha256: String)]
    ) throws -> ScenarioOrigin {
        try folder.write("run/manifest.json", Self.manifest(inputs: inputs))
        let files = FileLayer()
        return try ScenarioOrigin(
            of: StoredRun(at: folder.path("run"), files: files),
            library: ScenarioLibrary(folder: folder.path("library"), files: files), files: files)
    }

    @Test("The file of the run's bytes is taken before one of its name alone")
    func nearest() throws {
        let folder = try TemporaryFolder()
        for name in ["run", "library"] { try folder.makeFolder(name) }
        let bytes = Array("schema: 1\n".utf8)
        let inputs = [("rerun-test.yaml", FileDigest.sha256(bytes))]
        try folder.write("library/rerun-test.yaml", bytes)
        #expect(
            try origin(folder, inputs)
                == ScenarioOrigin(path: folder.path("library/rerun-test.yaml")))
        try folder.write("run/rerun-test.yaml", "schema: 1\n# edited\n")
        #expect(
            try origin(folder, inputs)
                == ScenarioOrigin(path: folder.path("library/rerun-test.yaml")))
        // Where none has the bytes, the one beside the manifest.
        try folder.write("library/rerun-test.yaml", "schema: 1\n# edited too\n")
        #expect(
            try origin(folder, inputs) == ScenarioOrigin(path: folder.path("run/rerun-test.yaml")))
    }

    @Test("Without the file the effective scenario of the run does; without that it is refused")
    func lost() throws {
        let folder = try TemporaryFolder()
        for name in ["run", "library"] { try folder.makeFolder(name) }
        for (inputs, file) in [
            ([("rerun-test.yaml", "0")], "rerun-test.yaml"), ([], "effective_scenario.yaml"),
        ] {
            let refusal = try #require(throws: InputRejected.self) { try origin(folder, inputs) }
            let finding = try #require(refusal.findings.first)
            #expect(refusal.findings.count == 1 && finding.severity == .error)
            #expect(finding.message.identifier == "reproduction.scenarioMissing")
            #expect(finding.location == Location(file: folder.path("run/manifest.json")))
            #expect(
                finding.message.rendered(in: .english).hasPrefix("the scenario file \(file) is "))
            #expect(finding.message.rendered(in: .chinese).hasPrefix("情景文件 \(file) 不在"))
        }
        try folder.write("run/effective_scenario.yaml", "schema: 1\n")
        #expect(
            try origin(folder, [("rerun-test.yaml", "0")])
                == ScenarioOrigin(
                    path: folder.path("run/effective_scenario.yaml"), kind: .effective))
    }
}
