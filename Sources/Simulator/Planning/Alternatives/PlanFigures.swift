/// A plan in the few figures by which near-equal plans differ, all read off what follows from its
/// decisions and none off the program.
public struct PlanFigures: Sendable, Equatable {
    /// Million CNY over doing nothing, present value.
    public let increment: Double
    /// Mt/yr, all years together.
    public let movedCapacity: Double
    /// Smelters that give up capacity by chosen moves.
    public let smelterCount: Int
    /// Provinces that lose or receive capacity by chosen moves.
    public let provinceCount: Int
    /// Change of scope 1 and location-based scope 2 against doing nothing, sum of the decision
    /// years, MtCO2e.
    public let emissions: Double
    /// Output lost, were every decision year a dry year in every province, sum of these years, Mt.
    public let droughtLoss: Double
    /// The largest share of base-year capacity that a province loses by chosen moves, net, by the
    /// last year; 0 where none loses.
    public let largestBurden: Double
    /// The province that bears it.
    public let mostBurdened: Int?
    /// Power missing from quotas that bind, sum of the decision years, TWh.
    public let shortfall: Double
}

/// What plans of one scenario are measured against: doing nothing.
struct FigureReading: Sendable {
    private let baseline: Baseline
    private let dryYear: DryYear
    private let fixedCost: Double
    private let emissionsOfNothing: Double
    /// Output lost in dry years when nothing moves, Mt.
    let droughtLossOfNothing: Double

    init(_ problem: RelocationProblem, dryYear: DryYear) {
        baseline = problem.baseline
        self.dryYear = dryYear
        fixedCost = problem.fixedCost
        let nothing = Decisions(
            moves: [],
            purchases: Purchases(
                provinceCount: baseline.inputs.provinceCount,
                yearCount: baseline.inputs.yearCount))
        emissionsOfNothing = Outcome(baseline, decisions: nothing).emissionTotal
        droughtLossOfNothing =
            Outcome(dryYear.baseline, decisions: nothing).droughtLossTotal
    }

    func figures(_ outcome: Outcome) -> PlanFigures {
        let inputs = baseline.inputs
        let moves = outcome.decisions.moves
        let lastYear = inputs.yearCount - 1
        var net = [Double](repeating: 0, count: inputs.provinceCount)
        var touched = Set<Int>()
        for move in moves {
            let origin = inputs.smelters[move.smelter].province
            net[origin] += move.capacity
            net[move.destination] -=
                move.capacity / inputs.parameters[.replacementRatio, move.destination, lastYear]
            touched.formUnion([origin, move.destination])
        }
        let shares = zip(net, inputs.baseCapacity).map { $1 > 0 ? $0 / $1 : 0 }
        let largest = max(0, shares.max() ?? 0)
        var shortfall = 0.0
        for year in 1..<max(1, inputs.yearCount) {
            for place in 0..<inputs.provinceCount
            where inputs.policy.shortfallWeight[place, year] > 0 {
                shortfall += outcome.province[place, year].shortfall
            }
        }
        let dry = Outcome(
            dryYear.baseline,
            decisions: Decisions(moves: moves, purchases: outcome.decisions.purchases))
        return PlanFigures(
            increment: outcome.increment(over: fixedCost),
            movedCapacity: moves.reduce(0) { $0 + $1.capacity },
            smelterCount: Set(moves.map(\.smelter)).count, provinceCount: touched.count,
            emissions: outcome.emissionTotal - emissionsOfNothing,
            droughtLoss: dry.droughtLossTotal, largestBurden: largest,
            mostBurdened: largest > 0 ? shares.firstIndex(of: largest) : nil,
            shortfall: shortfall)
    }
}

extension Outcome {
    /// Scope 1 and location-based scope 2, sum of the decision years, MtCO2e.
    var emissionTotal: Double {
        total { $0.scope1 + $0.scope2Location }
    }

    /// Output lost to the cut of dry years, sum of the decision years, Mt.
    var droughtLossTotal: Double { total { $0.droughtLostOutput } }

    private func total(_ part: (ProvinceOutcome) -> Double) -> Double {
        var sum = 0.0
        for year in 1..<max(1, inputs.yearCount) {
            for place in 0..<inputs.provinceCount { sum += part(province[place, year]) }
        }
        return sum
    }
}
