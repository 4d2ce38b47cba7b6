import FoundationEssentials

/// A run that later ones are held to: its results, the inputs they came from, and how far off they
/// may be. Lies in a folder of its own as text that can be compared line by line.
public struct Reference: Sendable {
    public let name: String
    /// Path of the scenario file as it was named, where it was not one of the shipped scenarios.
    public let scenarioPath: String?
    public let run: StoredManifest
    public let results: RecordedResults
    public let inputs: RecordedInputs
    public let tolerances: Tolerances
    /// Path of what the scenario's files set, as one scenario file.
    public let settingsPath: String

    static let resultsName = "results.csv"
    static let inputsName = "inputs.csv"
    static let settingsName = "scenario.yaml"
    static let tolerancesName = "tolerances.csv"

    init(
        name: String, scenarioPath: String? = nil, run: StoredManifest, results: RecordedResults,
        inputs: RecordedInputs, tolerances: Tolerances = .standard, settingsPath: String
    ) {
        self.name = name
        self.scenarioPath = scenarioPath
        self.run = run
        self.results = results
        self.inputs = inputs
        self.tolerances = tolerances
        self.settingsPath = settingsPath
    }

    // MARK: - Writing

    /// The files of a reference, the manifest last.
    /// - Parameter tolerances: those a person set before, to be kept.
    public static func files(
        name: String, record: RunRecord, scenarioPath: String?, tolerances: Tolerances = .standard
    ) -> [(name: String, bytes: [UInt8])] {
        let files: [(name: String, bytes: [UInt8])] = [
            (resultsName, RecordedResults(record.results).csv.bytes),
            (inputsName, RecordedInputs(record.data).csv.bytes),
            (settingsName, Array(settings(of: record.scenario).utf8)),
            (tolerancesName, tolerances.csv.bytes),
        ]
        return StudyManifest(
            command: "record", scenarios: [record.scenario], data: record.data,
            particulars: [
                ("reference", .text(name)),
                ("scenario_path", scenarioPath.map(JSONValue.text) ?? .null),
                ("run", record.manifest),
            ]
        ).complete(files)
    }

    /// What the files of a scenario set, without the options laid over them.
    static func settings(of scenario: Scenario) -> String {
        let layers = scenario.layers.filter { !$0.file.hasPrefix("--") }
        let own = Scenario(
            identifier: scenario.identifier, layers: layers, files: [], options: [], notices: [])
        return EffectiveScenario.yaml(own.assignments, name: scenario.identifier)
    }

    /// Whether a name can be that of a reference and of its folder.
    public static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
            } && name.first != "."
    }

    // MARK: - Reading

    private struct Manifest: Decodable {
        let program: String
        let command: String
        let reference: String
        let scenarioPath: String?
        let files: [StoredManifest.File]
        let run: StoredManifest

        enum CodingKeys: String, CodingKey {
            case program, command, reference, files, run
            case scenarioPath = "scenario_path"
        }
    }

    /// Names of the references of a folder, sorted; none where there is no such folder.
    public static func names(
        in folder: String, files: FileLayer
    ) throws(FileFailure) -> [String] {
        var names: [String] = []
        for name in try files.namesIfPresent(inFolderAt: folder) ?? []
        where try files.isRegularFile(at: "\(folder)/\(name)/\(RunManifest.fileName)") {
            names.append(name)
        }
        return names
    }

    /// - Parameter folder: the reference's own.
    /// - Throws: ``InputRejected`` where it is none, or was changed but for its tolerances;
    ///   ``FileFailure``.
    public init(at folder: String, files: FileLayer) throws {
        func read(_ name: String) throws -> [UInt8] {
            let path = "\(folder)/\(name)"
            do {
                return try files.readFile(at: path, limit: StoredRun.sizeLimit)
            } catch let failure {
                guard failure.isUnsuitableInput else { throw failure }
                throw InputRejected(
                    Finding(
                        .error,
                        Message(ReferenceMessage.unreadable, ["reason": failure.message.asText]),
                        at: Location(file: path)))
            }
        }
        func refused(_ message: ReferenceMessage, _ name: String) -> InputRejected {
            InputRejected(
                Finding(.error, Message(message), at: Location(file: "\(folder)/\(name)")))
        }
        let bytes = try read(RunManifest.fileName)
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)),
            manifest.program == "greenalu", manifest.command == "record",
            manifest.run.scenario != nil, manifest.run.options != nil
        else { throw refused(.notAReference, RunManifest.fileName) }
        func untouched(_ name: String) throws -> CSVDocument {
            let bytes = try read(name)
            guard let file = manifest.files.first(where: { $0.name == name }),
                file.sha256 == FileDigest.sha256(bytes)
            else { throw refused(.altered, name) }
            return CSVReader(file: name).read(bytes)
        }
        guard let results = RecordedResults(try untouched(Self.resultsName)) else {
            throw refused(.altered, Self.resultsName)
        }
        guard let inputs = RecordedInputs(try untouched(Self.inputsName)) else {
            throw refused(.altered, Self.inputsName)
        }
        _ = try untouched(Self.settingsName)
        self.init(
            name: manifest.reference, scenarioPath: manifest.scenarioPath, run: manifest.run,
            results: results, inputs: inputs,
            tolerances: try Tolerances(
                try read(Self.tolerancesName), file: "\(folder)/\(Self.tolerancesName)"),
            settingsPath: "\(folder)/\(Self.settingsName)")
    }

    /// The tolerances of a reference that is to be recorded anew, which a person may have set;
    /// nil where there is none yet.
    public static func tolerances(at folder: String, files: FileLayer) throws -> Tolerances? {
        let path = "\(folder)/\(tolerancesName)"
        guard try files.kind(at: path) != .missing else { return nil }
        return try Tolerances(
            try files.readFile(at: path, limit: YAMLDocument.sizeLimit), file: path)
    }

    /// Where the scenario is read for a check: where it was recorded from, else here, else among
    /// the shipped ones, else what was recorded of it.
    public func scenarioOrigin(
        library: ScenarioLibrary, files: FileLayer
    ) throws(FileFailure) -> ScenarioOrigin {
        let file = run.scenarioFiles.last
        var places = [scenarioPath].compactMap(\.self)
        if let file { places += [file.name, "\(library.folder)/\(file.name)"] }
        // A file that was recorded by its path is that path's, whatever others of its name say.
        for path in places where try files.isRegularFile(at: path) {
            return ScenarioOrigin(path: path)
        }
        return ScenarioOrigin(path: settingsPath, kind: .recorded)
    }
}
