internal import PlannerPage
internal import Simulator

/// How much there is to plan. A plan takes time with the third power of the years, so what would
/// keep everybody else waiting is refused before it is begun.
struct PlanSize: Sendable, Hashable {
    /// The shipped tables to 2050, with a tenth more smelters: about 4 seconds and 200 MB on one
    /// core.
    static let limit = 50_000

    let provinces: Int
    let years: Int
    let smelters: Int

    init(provinces: Int, years: Int, smelters: Int) {
        self.provinces = provinces
        self.years = years
        self.smelters = smelters
    }

    init(_ scenario: Scenario, desk: PlanningDesk) {
        let context = scenario.context ?? desk.data.scenarioContext
        provinces = context.provinces.count
        years = context.horizon.yearCount
        smelters = context.smelters.count + context.addedSmelters.count
    }

    /// Saturates.
    var cells: Int {
        let (first, overflows) = provinces.multipliedReportingOverflow(by: years)
        let (second, overflowsToo) = first.multipliedReportingOverflow(by: smelters)
        return overflows || overflowsToo ? .max : second
    }

    /// - Throws: ``InputRejected`` for a scenario that is too large to plan while somebody waits.
    func check() throws(InputRejected) {
        guard cells > Self.limit else { return }
        throw InputRejected(
            Finding(
                .error,
                Message(
                    ServerRefusal.tooLarge,
                    verbatim: [
                        "value": String(cells), "provinces": String(provinces),
                        "years": String(years), "smelters": String(smelters),
                        "limit": String(Self.limit),
                    ]),
                at: Location(keyPath: "horizon.last_year")))
    }

    /// Checks every scenario that an answer to a state plans.
    /// - Throws: ``InputRejected``; what the store throws.
    static func check(_ state: PageState, desk: PlanningDesk) throws {
        try PlanSize(try desk.scenario(for: state), desk: desk).check()
        var others = state.compared
        switch state.base {
        case .opened: if !state.isUnchanged { others.append(state.scenario) }
        case .nothing: break
        case .scenario(let reference): others.append(reference)
        }
        for reference in others {
            try PlanSize(try desk.scenario(reference), desk: desk).check()
        }
    }
}
