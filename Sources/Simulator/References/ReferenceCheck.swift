/// A reference held against the same run as it comes out now.
public struct ReferenceCheck: Sendable {
    public let reference: Reference
    public let record: RunRecord
    /// The largest first.
    public let drifts: [Drift]
    /// What may have brought the drifts about, inputs first; also what changed without a drift.
    public let causes: [DriftCause]
    public let source: ScenarioOrigin
    /// Whether all files of the run come out byte for byte.
    public let isSameBytes: Bool

    /// The objective of a plan, as a result to be compared.
    public static let objectiveName = "objective"

    public var recordedStatus: String? { reference.run.plan?.status }
    public var foundStatus: String? { record.plan?.status.rawValue }
    public var isSameStatus: Bool { recordedStatus == foundStatus }
    public var isPassed: Bool { drifts.isEmpty && isSameStatus }

    /// Computes the reference's run again with the tables at hand and compares.
    /// - Throws: ``InputRejected`` where the scenario or the tables do not do.
    public init(
        _ reference: Reference, from origin: ScenarioOrigin, data: DataSet,
        library: ScenarioLibrary
    ) throws {
        let rerun = try Rerun(reference.run, from: origin, data: data, library: library)
        try self.init(
            reference, record: rerun.record, source: origin, isSameBytes: rerun.agrees,
            library: library)
    }

    /// Compares a run that is there already.
    public init(
        _ reference: Reference, record: RunRecord, source: ScenarioOrigin,
        isSameBytes: Bool? = nil, library: ScenarioLibrary
    ) throws {
        let search = try DriftCauseSearch(reference, record: record, library: library)
        self.reference = reference
        self.record = record
        self.source = source
        self.isSameBytes =
            isSameBytes
            ?? (Dictionary(
                reference.run.files.map { ($0.name, $0.sha256) },
                uniquingKeysWith: { first, _ in first })
                == Dictionary(
                    record.files().dropLast().map { ($0.name, FileDigest.sha256($0.bytes)) },
                    uniquingKeysWith: { first, _ in first }))
        causes = search.causes
        drifts = search.attributed(search.drifts)
    }
}

extension RecordedResults {
    /// The results of a run, its objective among them.
    init(_ record: RunRecord) {
        self.init(record.results)
        if let objective = record.plan?.summaryObjective { add(objective: objective) }
    }
}
