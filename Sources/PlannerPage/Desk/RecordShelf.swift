public import Simulator
internal import Synchronization

/// A run with what every answer needs of it.
public struct ShelvedRecord: Sendable {
    public let record: RunRecord
    /// The long table, made once.
    public let results: ResultTable
    /// SHA-256 of `effective_scenario.yaml`, as `manifest.json` has it.
    public let digest: String

    public init(_ record: RunRecord) {
        self.record = record
        results = record.results
        digest = FileDigest.sha256(
            Array(EffectiveScenario.yaml(record.scenario, inputs: record.outcome.inputs).utf8))
    }

    /// Whether nothing would be added by seeking repairs, or what a first move would take.
    var isComplete: Bool {
        guard let plan = record.plan else { return true }
        return switch plan.status {
        case .infeasible: plan.areRepairsSought
        case .optimal: plan.isFirstMoveSought || !plan.moves.isEmpty
        case .notConverged: true
        }
    }
}

/// The runs that were planned last, so that a base, a scenario on the way back and a figure of what
/// is shown already are not planned again. Any number of threads may use it.
///
/// What a plan depends on is the scenario's files and options, besides the tables, which are those
/// of one ``PlanningDesk``.
public final class RecordShelf: Sendable {
    struct Key: Hashable {
        let files: [String]
        let options: [String]

        init(_ scenario: Scenario) {
            files = scenario.files.flatMap { [$0.file, $0.sha256] }
            options = scenario.options
        }
    }

    private struct Content {
        var records: [Key: (record: ShelvedRecord, used: Int)] = [:]
        var found = 0
        var missed = 0
        /// Counts uses, so that the record that was not used for longest can be told.
        var uses = 0
    }

    private let limit: Int
    private let content = Mutex(Content())

    /// - Parameter limit: how many records are kept; at least one is.
    public init(limit: Int = 64) {
        self.limit = max(1, limit)
    }

    /// How many records are kept now.
    public var count: Int { content.withLock { $0.records.count } }

    /// How often a record was found, and how often it had to be planned.
    public var uses: (found: Int, missed: Int) {
        content.withLock { ($0.found, $0.missed) }
    }

    func record(_ key: Key) -> ShelvedRecord? {
        content.withLock { content in
            guard let found = content.records[key]?.record else {
                content.missed += 1
                return nil
            }
            content.found += 1
            content.uses += 1
            content.records[key]?.used = content.uses
            return found
        }
    }

    func keep(_ record: ShelvedRecord, _ key: Key) {
        content.withLock { content in
            content.uses += 1
            content.records[key] = (record, content.uses)
            while content.records.count > limit,
                let oldest = content.records.min(by: { $0.value.used < $1.value.used })
            {
                content.records[oldest.key] = nil
            }
        }
    }
}
