/// A run as its files say it: what an export is made of. Nothing of it is computed again.
public struct PublishedRun: Sendable {
    /// How the run came to its results.
    public enum Status: String, Sendable, CaseIterable {
        /// A projection without a plan.
        case projected
        case optimal
        case infeasible
        case notConverged = "not_converged"

        public var title: Text {
            switch self {
            case .projected: Text(en: "projected, no plan", zh: "推演，未作规划")
            case .optimal: Text(en: "optimal plan", zh: "最优规划")
            case .infeasible: Text(en: "no plan meets every limit", zh: "没有满足全部限制的规划")
            case .notConverged: Text(en: "plan not solved to tolerance", zh: "规划未达求解精度")
            }
        }
    }

    /// What the run is called in the export.
    public let name: String
    /// Name of the scenario that was run.
    public let scenario: String
    public let title: Text
    public let question: Text
    /// `run` or `plan`.
    public let command: String
    public let status: Status
    /// Of the program that wrote the run.
    public let version: String
    /// What `--set` and its like said.
    public let options: [String]
    /// Million CNY over doing nothing; nil unless there is an optimum.
    public let objective: Double?
    /// Scenario files and tables that entered the run.
    public let inputs: [InputDigest]
    private let tables: [RunTableName: RunTable]

    public subscript(table: RunTableName) -> RunTable {
        tables[table] ?? RunTable(header: table.columns.map(\.name), rows: [])
    }

    /// Years of the results, ascending.
    public var years: [String] {
        Set(self[.results].rows.map { $0[5] }).sorted()
    }

    /// A run of this process.
    /// - Parameter name: what to call the run; without it, the name of its scenario.
    public init(_ record: RunRecord, named name: String? = nil) throws(InputRejected) {
        let contents = record.files()
        guard let manifest = contents.last.flatMap({ StoredManifest($0.bytes) }) else {
            throw InputRejected(Finding(.error, Message(ReproductionMessage.notAManifest)))
        }
        try self.init(
            manifest: manifest,
            contents: Dictionary(contents.map { ($0.name, $0.bytes) }) { first, _ in first },
            from: record.scenario.identifier, named: name)
    }

    /// A run from the files of its folder; the tables it was computed from need not be there.
    /// - Parameter name: what to call the run; without it, the name of its scenario.
    /// - Throws: ``InputRejected`` with all that is wrong: a file that is missing or not as it was
    ///   written, columns or variables of another version; ``FileFailure``.
    public init(_ stored: StoredRun, named name: String? = nil) throws {
        var contents: [String: [UInt8]] = [:]
        for file in stored.manifest.files { contents[file.name] = try stored.bytes(of: file.name) }
        try self.init(
            manifest: stored.manifest, contents: contents, from: stored.folder, named: name)
    }

    /// - Parameter place: the folder as the user named it, for refusals.
    private init(
        manifest: StoredManifest, contents: [String: [UInt8]], from place: String,
        named name: String?
    ) throws(InputRejected) {
        func refusal(_ message: Message, _ file: String) -> Finding {
            Finding(.error, message, at: Location(file: "\(place)/\(file)"))
        }
        let scenario = manifest.scenario ?? ""
        guard let status = Self.status(of: manifest) else {
            throw InputRejected(
                refusal(
                    Message(
                        ExportMessage.unknownStatus,
                        verbatim: [
                            "status": manifest.plan?.status ?? "", "version": manifest.version,
                        ]), RunManifest.fileName))
        }
        var findings: [Finding] = []
        let digests = Dictionary(manifest.files.map { ($0.name, $0.sha256) }) { first, _ in first }
        for file in manifest.files {
            guard let bytes = contents[file.name] else {
                findings.append(refusal(Message(ExportMessage.fileMissing), file.name))
                continue
            }
            if FileDigest.sha256(bytes) != file.sha256 {
                findings.append(refusal(Message(ExportMessage.fileChanged), file.name))
            }
        }
        var tables: [RunTableName: RunTable] = [:]
        for table in RunTableName.allCases {
            let file = "\(place)/\(table.fileName)"
            guard digests[table.fileName] != nil, let bytes = contents[table.fileName] else {
                if digests[table.fileName] == nil {
                    findings.append(
                        refusal(Message(ExportMessage.fileNotListed), table.fileName))
                }
                continue
            }
            do {
                tables[table] = try RunTable(bytes, name: table, file: file)
            } catch {
                findings += error.findings
            }
        }
        if let results = tables[.results] {
            findings += Self.strangers(
                in: results, of: manifest.version, file: "\(place)/results.csv")
        }
        let header = EffectiveHeader(contents["effective_scenario.yaml"] ?? [])
        if !findings.isEmpty { throw InputRejected(findings) }
        self.name = name ?? scenario
        self.scenario = scenario
        title = header?.title ?? Text(verbatim: scenario)
        question = header?.question ?? Text(verbatim: "")
        command = manifest.command
        self.status = status
        version = manifest.version
        options = manifest.options ?? []
        objective = manifest.plan?.objective
        inputs = manifest.inputs.map { InputDigest(file: $0.name, sha256: $0.sha256) }
        self.tables = tables
    }

    private static func status(of manifest: StoredManifest) -> Status? {
        guard manifest.command == "plan" else { return .projected }
        return manifest.plan.flatMap { Status(rawValue: $0.status) }
    }

    /// Variables and units that the code list of this version does not have, numbers that are
    /// none, and rows that stand twice.
    private static func strangers(
        in results: RunTable, of version: String, file: String
    ) -> [Finding] {
        let units = Dictionary(VariableDefinition.all.map { ($0.name, $0.unit) }) { first, _ in
            first
        }
        var findings: [Finding] = []
        var named = Set<String>()
        var keys = Set<[String]>()
        for (index, row) in results.rows.enumerated() {
            let (variable, unit) = (row[3], row[4])
            let location = Location(file: file, line: index + 2)
            if units[variable] != unit, named.insert(variable).inserted {
                findings.append(
                    Finding(
                        .error,
                        Message(
                            ExportMessage.otherVariable,
                            verbatim: [
                                "variable": variable, "unit": unit, "version": version,
                                "own": ProgramVersion.current,
                            ]), at: location))
            }
            if Int(row[5]) == nil || Double(row[6])?.isFinite != true {
                findings.append(
                    Finding(
                        .error,
                        Message(
                            ExportMessage.notANumber,
                            verbatim: ["year": row[5], "value": row[6]]), at: location))
            }
            if !keys.insert([row[2], variable, row[5]]).inserted {
                findings.append(
                    Finding(
                        .error,
                        Message(
                            ExportMessage.rowTwice,
                            verbatim: ["region": row[2], "variable": variable, "year": row[5]]),
                        at: location))
            }
        }
        return Array(findings.prefix(50))
    }
}

/// What an effective scenario says of itself.
private struct EffectiveHeader {
    let title: Text?
    let question: Text?

    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard
            case .mapping(let entries, _)? = try? YAMLDocument.parse(
                text, file: "effective_scenario.yaml")
        else { return nil }
        func pair(_ key: String) -> Text? {
            guard case .mapping(let texts, _)? = entries.first(where: { $0.key == key })?.value
            else { return nil }
            func one(_ language: String) -> String? {
                guard
                    case .scalar(let text, _, _)? = texts.first(where: { $0.key == language })?
                        .value
                else { return nil }
                return text
            }
            guard let english = one("en"), let chinese = one("zh") else { return nil }
            return Text(en: english, zh: chinese)
        }
        title = pair("title")
        question = pair("question")
    }
}
