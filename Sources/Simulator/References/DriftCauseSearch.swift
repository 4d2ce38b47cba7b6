/// Tells what made results drift, by computing the run again with changes undone.
///
/// With every changed input undone, what still drifts is due to the program. With all undone but
/// one, what drifts is due to that one. Where there are more changes than
/// ``separateLimit``, those of a table, or of the scenario, are held together.
struct DriftCauseSearch {
    /// Beyond this many changed inputs they are tried table by table.
    static let separateLimit = 16
    /// A change counts as a cause of a drift where, alone, it makes at least this part of it.
    private static let share = 0.1

    let causes: [DriftCause]
    let drifts: [Drift]
    private let reference: Reference
    private let record: RunRecord
    /// Indices into ``causes`` of inputs that are tried together.
    private let groups: [[Int]]
    private let recordedScenario: Scenario
    private let programCauses: [Int]

    init(_ reference: Reference, record: RunRecord, library: ScenarioLibrary) throws {
        self.reference = reference
        self.record = record
        recordedScenario = try library.load(
            reference.settingsPath, options: reference.run.options ?? [],
            context: record.data.scenarioContext)
        var causes = reference.inputs.changes(to: RecordedInputs(record.data))
            .map(DriftCause.cell)
        causes += KeyChange.all(from: recordedScenario, to: record.scenario)
            .map(DriftCause.key)
        groups = Self.groups(causes)
        let inputCount = causes.count
        let run = reference.run
        if run.version != ProgramVersion.current {
            causes.append(.version(recorded: run.version, found: ProgramVersion.current))
        }
        if let library = run.linearAlgebra, library != RunRecord.linearAlgebra {
            causes.append(.library(recorded: library, found: RunRecord.linearAlgebra))
        }
        let methods = [Self.method(run), record.method]
        if methods[0] != methods[1] {
            causes.append(.method(recorded: methods[0], found: methods[1]))
        }
        programCauses = Array(inputCount..<causes.count)
        self.causes = causes
        var recorded = reference.results
        if let objective = run.plan?.objective { recorded.add(objective: objective) }
        drifts = Drift.all(
            recorded: recorded, found: RecordedResults(record), tolerances: reference.tolerances)
    }

    private static func method(_ run: StoredManifest) -> String {
        [run.command, run.plan?.solver].compactMap(\.self).joined(separator: " ")
    }

    private static func groups(_ causes: [DriftCause]) -> [[Int]] {
        let inputs = causes.indices.filter { causes[$0].isInput }
        guard inputs.count > separateLimit else { return inputs.map { [$0] } }
        let byFile = Dictionary(grouping: inputs) { index -> String in
            if case .cell(let change) = causes[index] { change.table.fileName } else { "" }
        }
        return byFile.sorted { $0.key < $1.key }.map(\.value)
    }

    // MARK: - Which of them it was

    /// The drifts with their causes.
    func attributed(_ drifts: [Drift]) -> [Drift] {
        guard !drifts.isEmpty else { return drifts }
        let unknown = causes.count
        guard !groups.isEmpty else {
            return drifts.map { drift in
                var drift = drift
                drift.causes = programCauses.isEmpty ? [unknown] : programCauses
                return drift
            }
        }
        // What the recorded inputs give now, and what each change alone adds to it.
        let none = results(undoing: groups.flatMap(\.self))
        let alone = groups.indices.map { kept in
            groups.count == 1 && programCauses.isEmpty
                ? RecordedResults(record)
                : results(undoing: groups.indices.filter { $0 != kept }.flatMap { groups[$0] })
        }
        return drifts.map { drift in
            var drift = drift
            drift.causes = causes(of: drift, none: none, alone: alone)
            return drift
        }
    }

    private func causes(
        of drift: Drift, none: RecordedResults?, alone: [RecordedResults?]
    ) -> [Int] {
        func value(_ results: RecordedResults?) -> Double? { results?.values[drift.place] }
        guard let none else {
            // The recorded inputs are not accepted any more; all changes stand together.
            return groups.flatMap(\.self) + programCauses
        }
        var found: [Int] = []
        let allowed = reference.tolerances.allowance(
            drift.place.variable, recorded: drift.recorded ?? 0)
        let base = value(none)
        for (index, results) in alone.enumerated() {
            guard let results else {
                found += groups[index]
                continue
            }
            let now = value(results)
            guard let now, let base, let recorded = drift.recorded, let present = drift.found
            else {
                if (now == nil) != (base == nil) { found += groups[index] }
                continue
            }
            if abs(now - base) > max(allowed, Self.share * abs(present - recorded)) {
                found += groups[index]
            }
        }
        let remains =
            (base == nil) != (drift.recorded == nil)
            || abs((base ?? 0) - (drift.recorded ?? 0)) > allowed
        if remains { found += programCauses.isEmpty ? [causes.count] : programCauses }
        // Several small changes can do together what none does alone.
        return found.isEmpty ? groups.flatMap(\.self) : found
    }

    /// The results with some changes undone; nil where the inputs are then not accepted.
    private func results(undoing indices: [Int]) -> RecordedResults? {
        var cells: [CellChange] = []
        var keys: [KeyChange] = []
        for index in indices {
            switch causes[index] {
            case .cell(let change): cells.append(change)
            case .key(let change): keys.append(change)
            default: continue
            }
        }
        let scenario = keys.isEmpty ? record.scenario : undone(keys)
        let record = try? Rerun.record(
            reference.run, scenario: scenario, data: record.data.undoing(cells))
        return record.map(RecordedResults.init)
    }

    /// The scenario with some keys as recorded.
    private func undone(_ keys: [KeyChange]) -> Scenario {
        var assignments = record.scenario.assignments
        for key in keys {
            assignments[key.address] = recordedScenario.assignments[key.address]
        }
        var layer = ScenarioLayer(file: record.scenario.layers.last?.file ?? "")
        layer.assignments = assignments.keys.sorted().compactMap { assignments[$0] }
        let horizon = ScenarioAddress("horizon.last_year")
        var scenario = Scenario(
            identifier: record.scenario.identifier, layers: [layer], files: [], options: [],
            notices: [])
        scenario.context =
            keys.contains { $0.address == horizon }
            ? recordedScenario.context : record.scenario.context
        return scenario
    }
}

extension RunRecord {
    /// `run`, or `plan` and the solver asked for, as the manifest says it.
    fileprivate var method: String {
        let solver = plan.map { ($0.wholeLines == nil ? $0.method : .general).rawValue }
        return [command, solver].compactMap(\.self).joined(separator: " ")
    }
}
