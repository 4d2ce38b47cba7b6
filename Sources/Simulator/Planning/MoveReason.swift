internal import NumericalMethods

/// A chosen move taken apart at shadow prices, million CNY (PV) per Mt/yr closed. Costs are
/// positive, gains and relieved limits negative; at the optimum they add to zero.
public struct MoveReason: Sendable {
    /// What mainly makes the move pay.
    public enum Label: String, Sendable, CaseIterable {
        case cheaperPower = "cheaper_power"
        case greenerPower = "greener_power"
        case lowerQuota = "lower_quota"
        case otherCosts = "lower_other_costs"
    }

    public enum Component: String, Sendable, CaseIterable, Hashable {
        case capital, closing, permit, power, freight, carbon, premium
        case lostOutput = "lost_output"
        case adjustment
        case quotaRelieved = "quota_relieved"
        case quotaIncurred = "quota_incurred"
        case gridLost = "green_grid_lost"
        case gridGained = "green_grid_gained"
        case certificates
        case stock, pace, hosting, ceiling, caps, supply
    }

    public let components: [Component: Double]
    /// What the move gains by each difference of its two places; the largest gives the label.
    public let gains: MoveGains
    public var label: Label { gains.label }

    /// What the components add to; zero up to the solver's tolerance.
    public var remainder: Double {
        Component.allCases.reduce(0) { $0 + (components[$1] ?? 0) }
    }

    init(
        _ move: ChosenMove, route: MoveEffectTable.Route, reading: SolutionReading,
        columns: ProgramColumns
    ) {
        let problem = reading.problem
        let inputs = problem.inputs
        var parts: [Component: Double] = [:]
        func own(_ part: (MoveCost) -> Double) -> Double {
            problem.perceivedValue(route, from: move.year, part)
        }
        parts[.capital] = own { $0.capital }
        parts[.closing] = own { $0.closing }
        parts[.permit] = own { $0.permit }
        parts[.power] = own { $0.power }
        parts[.freight] = own { $0.freight }
        parts[.carbon] = own { $0.carbon }
        parts[.premium] = own { $0.premium }
        parts[.lostOutput] = own { $0.lostOutput }
        let home = inputs.smelters[move.smelter].province
        var caps = 0.0
        let variable = PlanningVariable.move(
            smelter: move.smelter, destination: move.destination, year: move.year)
        if let column = problem.indexOfVariable[variable] {
            parts[.adjustment] = columns.curvature(
                of: column, at: reading.solution.variables)
            for (row, value) in columns.entries(of: column) {
                let amount = -reading.solution.rowDuals[row] * value
                let component = Self.component(of: problem.limits[row], home: home)
                parts[component, default: 0] += amount
                switch problem.limits[row] {
                case .emissionCap, .nationalCleanShare: caps += amount
                default: break
                }
            }
        }
        components = parts
        gains = MoveGains(move, route: route, reading: reading, components: parts, caps: caps)
    }

    private static func component(of limit: PlanningLimit, home: Int) -> Component {
        switch limit {
        case .stock: .stock
        case .smelterPace, .nationalPace: .pace
        case .hosting: .hosting
        case .creditedGrid(let province, _): province == home ? .gridLost : .gridGained
        case .captiveCoalLeft, .gridLeft, .optionLimit: .supply
        case .quota(let province, _): province == home ? .quotaRelieved : .quotaIncurred
        case .certificateShare, .certificateBalance, .certificateLimit: .certificates
        case .capacityCeiling: .ceiling
        case .emissionCap, .capitalBudget, .nationalCleanShare, .burden, .total: .caps
        }
    }
}
