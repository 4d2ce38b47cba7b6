/// Plans draws anew.
struct DrawPlanner: Sendable {
    init(base: Baseline) throws {}

    func plan(_ baseline: Baseline) throws -> Plan {
        try Planner(seeksRepairs: false).plan(baseline)
    }
}
