/// How a draw ended.
public enum DrawStatus: Int, Sendable, Hashable, CaseIterable {
    /// A plan, optimal and certified.
    case optimal = 0
    /// A projection; nothing was optimised.
    case projected = 1
    /// No plan meets all limits; proved.
    case infeasible = 2
    case notConverged = 3
    /// The inputs of the future contradict each other.
    case rejected = 4

    /// As in tables.
    public var word: String {
        switch self {
        case .optimal: "optimal"
        case .projected: "projected"
        case .infeasible: "infeasible"
        case .notConverged: "not_converged"
        case .rejected: "rejected"
        }
    }

    /// Whether the draw has results.
    public var hasResults: Bool { self == .optimal || self == .projected }
}

/// The numbers kept of every draw, in order: a few of its own, then what today's plan comes to in
/// it, then every result variable by region and year. NaN where there is no value.
struct DrawColumns: Sendable {
    let provinceCount: Int
    let yearCount: Int
    let variableCount: Int

    /// Numbers of the draw itself.
    enum Own: Int, CaseIterable {
        case status, cuts
        /// Million CNY at the base year over doing nothing.
        case objective
        /// Mt/yr moved in all years.
        case moved
        /// Million CNY at the base year, cost and shortfall charges, of the draw's own plan.
        case burden
        /// The same of today's plan in the draw's future.
        case todayBurden
    }

    /// National figures by year: a share (a fraction), TWh, MtCO2e, million CNY.
    enum Figure: Int, CaseIterable {
        case greenShare, shortfall, emissions, cost
    }

    /// Whose figures.
    enum Holder: Int, CaseIterable {
        case today, own
    }

    init(_ frame: EnsembleFrame) {
        provinceCount = frame.provinces.count
        yearCount = frame.lastYear - frame.baseYear + 1
        variableCount = frame.variables.count
    }

    private var figureStart: Int { Own.allCases.count }
    private var resultStart: Int {
        figureStart + Holder.allCases.count * Figure.allCases.count * yearCount
    }
    var regionCount: Int { provinceCount + 1 }

    var count: Int { resultStart + variableCount * regionCount * yearCount }

    func place(_ own: Own) -> Int { own.rawValue }

    func place(_ figure: Figure, of holder: Holder, year: Int) -> Int {
        figureStart + (holder.rawValue * Figure.allCases.count + figure.rawValue) * yearCount
            + year
    }

    /// - Parameter province: nil for China.
    func place(variable: Int, province: Int?, year: Int) -> Int {
        resultStart + (variable * regionCount + (province.map { $0 + 1 } ?? 0)) * yearCount + year
    }
}
