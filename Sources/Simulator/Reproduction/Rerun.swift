/// A stored run computed again, and how what came out stands to what is stored.
public struct Rerun: Sendable {
    public let stored: StoredManifest
    public let record: RunRecord
    /// Where the scenario was read.
    public let source: ScenarioOrigin
    /// Inputs that are not those of the stored run.
    public let changedInputs: [ChangedInput]

    /// Computes the run of a manifest with the tables at hand.
    /// - Parameters:
    ///   - scenario: where the scenario lies.
    ///   - library: where scenarios extend to.
    /// - Throws: ``InputRejected`` where the scenario or the tables do not do, or where the run was
    ///   ended by the clock.
    public init(
        _ stored: StoredManifest, from scenario: ScenarioOrigin, data: DataSet,
        library: ScenarioLibrary
    ) throws {
        if let lines = stored.plan?.wholeLines, !lines.isRepeatable {
            throw InputRejected(
                Finding(.error, Message(ReproductionMessage.endedByTheClock)))
        }
        self.stored = stored
        source = scenario
        // The effective scenario holds what the options said.
        let options = scenario.kind == .effective ? [] : stored.options ?? []
        let loaded = try library.load(
            scenario.path, options: options, context: data.scenarioContext)
        record = try Self.record(stored, scenario: loaded, data: data)
        changedInputs = ChangedInput.all(
            stored, scenario: scenario.kind == .file ? loaded : nil, data: data)
    }

    /// Runs or plans as the manifest says.
    static func record(
        _ stored: StoredManifest, scenario: Scenario, data: DataSet
    ) throws -> RunRecord {
        let baseline = try Baseline(ModelInputs(data: data, scenario: scenario))
        guard stored.command == "plan" else {
            return RunRecord(
                scenario: scenario, data: data, outcome: Outcome.withoutPlan(baseline))
        }
        let isWhole = baseline.inputs.policy.lines == .whole
        let method = stored.plan?.solver.flatMap(PlanningSolver.init(rawValue:))
        // Whole potlines are always solved by the general method, and not asked for another.
        var planner = Planner(method: isWhole ? .structured : method ?? .structured)
        if let lines = stored.plan?.wholeLines {
            planner.wholeLines.gap = lines.askedGap
            planner.wholeLines.nodeLimit = lines.nodeLimit
            // Told, not kept: a search that the clock did not end ends the same without it.
            planner.wholeLines.timeLimit = lines.timeLimit
        }
        return RunRecord(scenario: scenario, data: data, plan: try planner.plan(baseline))
    }

    public var versionChanged: Bool { stored.version != ProgramVersion.current }

    /// Every file of the stored run, and whether it came out with the same bytes.
    public var files: [(name: String, agrees: Bool)] {
        let digests = Dictionary(
            record.files().map { ($0.name, FileDigest.sha256($0.bytes)) },
            uniquingKeysWith: { first, _ in first })
        return stored.files.map { ($0.name, digests[$0.name] == $0.sha256) }
    }

    public var agrees: Bool { files.allSatisfy(\.agrees) }
}

/// Where the scenario of a stored run is read again.
public struct ScenarioOrigin: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// The scenario's own file.
        case file
        /// The effective scenario that lies with the run, since the file was not found; holds what
        /// the options said.
        case effective
        /// What a reference recorded of the files, since they were not found; without options.
        case recorded
    }

    public let path: String
    public let kind: Kind

    public init(path: String, kind: Kind = .file) {
        self.path = path
        self.kind = kind
    }

    /// Looks for a run's scenario file by its name: beside the manifest, in the working folder,
    /// among the shipped ones. The file of the same bytes is taken, else the first of that name,
    /// else the effective scenario that lies with the run.
    /// - Throws: ``InputRejected`` where none of these is there.
    public init(of run: StoredRun, library: ScenarioLibrary, files: FileLayer) throws {
        let named = run.manifest.scenarioFiles.last
        if let named {
            let places = [
                "\(run.folder)/\(named.name)", named.name, "\(library.folder)/\(named.name)",
            ]
            if let path = try Self.best(of: places, sha256: named.sha256, files: files) {
                self.init(path: path)
                return
            }
        }
        if try run.bytes(of: Self.effectiveName) != nil {
            self.init(path: "\(run.folder)/\(Self.effectiveName)", kind: .effective)
            return
        }
        throw InputRejected(
            Finding(
                .error,
                Message(
                    ReproductionMessage.scenarioMissing,
                    verbatim: ["file": named?.name ?? Self.effectiveName]),
                at: Location(file: run.path)))
    }

    static let effectiveName = "effective_scenario.yaml"

    /// The place where a file of these bytes lies, else the first where one of the name does.
    static func best(
        of places: [String], sha256: String?, files: FileLayer
    ) throws(FileFailure) -> String? {
        var first: String?
        for place in places {
            guard
                let bytes = try files.bytesIfPresent(at: place, limit: YAMLDocument.sizeLimit)
            else { continue }
            if FileDigest.sha256(bytes) == sha256 { return place }
            if first == nil { first = place }
        }
        return first
    }
}

/// An input that is not as the stored run had it.
public struct ChangedInput: Sendable, Hashable {
    public enum Change: String, Sendable, Hashable {
        case changed, added, removed
    }

    public let name: String
    public let change: Change

    /// - Parameter scenario: nil where it was not found, so that its files are not compared.
    static func all(
        _ stored: StoredManifest, scenario: Scenario?, data: DataSet
    ) -> [ChangedInput] {
        var found: [ChangedInput] = []
        if let scenario {
            found += compare(stored.scenarioFiles, scenario.files.map { ($0.file, $0.sha256) })
        }
        found += compare(stored.tables, data.digests.map { ($0.file, $0.sha256) })
        return found
    }

    private static func compare(
        _ stored: [StoredManifest.File], _ present: [(name: String, sha256: String)]
    ) -> [ChangedInput] {
        let digests = Dictionary(present, uniquingKeysWith: { first, _ in first })
        let known = Set(stored.map(\.name))
        return stored.compactMap { file in
            guard let digest = digests[file.name] else {
                return ChangedInput(name: file.name, change: .removed)
            }
            return digest == file.sha256 ? nil : ChangedInput(name: file.name, change: .changed)
        }
            + present.filter { !known.contains($0.name) }
            .map { ChangedInput(name: $0.name, change: .added) }
    }
}
