import Simulator
import TestSupport
import Testing

@Suite("Golden results of every shipped scenario")
struct GoldenTests {
    /// Results under this share of a variable's largest value are rounding.
    static let absoluteShare = 1e-9
    /// Projections agree to this, relative.
    static let projectionTolerance = 1e-9
    /// What depends on the optimiser's moves agrees to this, relative to the variable's largest
    /// value: a plan is exact to 1e-8 in the objective, and moves lie on gentle slopes.
    static let planTolerance = 1e-5

    static var folder: String { Repository.folder + "/Tests/SimulatorTests/Fixtures/golden" }

    @Test("Projections", arguments: Repository.scenarioNames)
    func projections(_ name: String) throws {
        let outcome = Outcome.withoutPlan(try Repository.baseline(name))
        try compare(GoldenTable(outcome), with: "run-\(name).csv", Self.projectionTolerance)
    }

    @Test("Plans", arguments: Repository.scenarioNames)
    func plans(_ name: String) throws {
        let plan = try Repository.plan(name)
        var table = GoldenTable(plan.outcome)
        table.append("status \(plan.status.rawValue)", [plan.objective])
        try compare(table, with: "plan-\(name).csv", Self.planTolerance)
    }

    private func compare(_ table: GoldenTable, with file: String, _ tolerance: Double) throws {
        let path = "\(Self.folder)/\(file)"
        if GoldenTable.isRenewing {
            try FileLayer().replaceFile(at: path, with: Array(table.text.utf8))
            return
        }
        let bytes = try #require(
            try? FileLayer().readFile(at: path, limit: 1 << 24),
            "There is no \(file). Look at the results, then run Scripts/golden.")
        let expected = try #require(GoldenTable(parsing: String(decoding: bytes, as: UTF8.self)))
        let drifts = table.drifts(from: expected, tolerance: tolerance, floor: Self.absoluteShare)
        let report = drifts.prefix(12).joined(separator: "\n")
        // Named, so that a failure prints the report and not every drift.
        let isUnmoved = drifts.isEmpty
        #expect(
            isUnmoved,
            """
            \(drifts.count) values of \(file) have moved, largest first:
            \(report)
            If that is meant, run Scripts/golden and say why in CHANGELOG.md.
            """)
    }

    @Test("A drift is named with its variable, region, year and size")
    func driftIsNamed() throws {
        let outcome = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        let changed = Outcome.withoutPlan(
            try Repository.baseline("policies-as-issued", ["hydrology.CN-YN.2026=0.99"]))
        let drifts = GoldenTable(changed).drifts(
            from: GoldenTable(outcome), tolerance: 1e-9, floor: 1e-9)
        #expect(drifts.contains { $0.contains("China|Yunnan 2026:") })
        #expect(!drifts.contains { $0.contains(" 2025:") })
        #expect(
            GoldenTable(outcome).drifts(from: GoldenTable(outcome), tolerance: 0, floor: 0).isEmpty)
    }
}
