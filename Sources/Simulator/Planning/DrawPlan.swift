/// From where the solver came to a draw's optimum.
public enum DrawStart: String, Sendable, Hashable, CaseIterable {
    /// From the base solution's points.
    case base
    /// From a start of its own.
    case own
    /// By the general method.
    case general
    /// By the ordinary planner: years one by one, or whole potlines.
    case planner
}

/// What a draw's time goes into.
public enum DrawStage: Int, Sendable, Hashable, CaseIterable {
    /// Effects of moves, rows and columns.
    case problem
    /// The solver, with its form of the problem and the certificate of its answer.
    case solution
    /// Decisions with the solver's rounding cleared.
    case decisions
    case outcome
}

/// A plan of one draw: what is decided and what follows, without the reasons.
public struct DrawPlan: Sendable {
    public let status: PlanStatus
    /// Million CNY at the base year over doing nothing; nil without an optimal plan.
    public let objective: Double?
    public let certificate: PlanCertificate
    /// What follows from the plan; nil without an optimal plan.
    public let outcome: Outcome?
    /// By year, smelter and destination; none without an optimal plan.
    public let moves: [ChosenMove]
    /// Multipliers of the quotas, present value, CNY/MWh; 0 where there is no quota. Nil without an
    /// optimal plan, and where the ordinary planner was asked.
    public let quotaPrices: ProvinceYearTable<Double>?
    public let iterations: Int
    public let start: DrawStart
    /// Seconds by `DrawStage.rawValue`; empty unless the planner has a clock.
    public internal(set) var stageSeconds: [Double] = []

    /// Capacity that the plan moves in all years, Mt/yr.
    public var movedCapacity: Double { moves.reduce(0) { $0 + $1.capacity } }
}

extension DrawPlan {
    /// What the ordinary planner found.
    init(_ plan: Plan) {
        let isOptimal = plan.status == .optimal
        self.init(
            status: plan.status, objective: isOptimal ? plan.objective : nil,
            certificate: plan.certificate, outcome: isOptimal ? plan.outcome : nil,
            moves: isOptimal ? plan.outcome.decisions.moves : [], quotaPrices: nil,
            iterations: plan.iterations, start: .planner)
    }
}
