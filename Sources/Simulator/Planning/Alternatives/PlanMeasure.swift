/// A quantity of a plan, besides its cost, that a planner may want little of. All are sums over
/// the decision years and linear in the decisions, but for the burden, which is a largest share.
public enum PlanMeasure: String, Sendable, Hashable, CaseIterable {
    /// Capacity moved in all years, Mt/yr.
    case capacity
    /// Change of scope 1 and location-based scope 2 against doing nothing, MtCO2e.
    case emissions
    /// Output lost, were every decision year a dry year in every province, against doing nothing,
    /// Mt. See ``DryYear``.
    case droughtLoss = "drought_loss"
    /// The largest share of its base-year capacity that a province loses by chosen moves, net of
    /// what chosen moves bring, by the last year.
    case burden
    /// Power missing from quotas that bind, TWh.
    case shortfall
}

/// What each variable adds to a measure.
struct MeasureCoefficients: Sendable {
    let measure: PlanMeasure
    private let baseline: Baseline
    /// Share of output cut in a dry year.
    private let dryCut: ProvinceYearTable<Double>
    private let effects: MoveEffectTable
    /// The place of a route in the table, by smelter and destination, -1 where there is none.
    private let places: [Int]

    init(
        _ measure: PlanMeasure, baseline: Baseline, effects: MoveEffectTable, dryYear: DryYear
    ) {
        self.measure = measure
        self.baseline = baseline
        self.effects = effects
        dryCut = dryYear.baseline.cut
        let width = baseline.inputs.provinceCount
        var places = [Int](repeating: -1, count: baseline.inputs.smelters.count * width)
        for (place, route) in effects.routes.enumerated() {
            places[route.smelter * width + route.destination] = place
        }
        self.places = places
    }

    private var inputs: ModelInputs { baseline.inputs }

    func values(of variables: [PlanningVariable]) -> [Double] { variables.map(value) }

    private func value(_ variable: PlanningVariable) -> Double {
        switch (measure, variable) {
        case (.capacity, .move): 1
        case (.emissions, .move(let smelter, let destination, let year)):
            emissions(smelter, destination, from: year)
        case (.emissions, .option(_, let province, let year)):
            -baseline.displacedEmissions(province, year)
        case (.droughtLoss, .move(let smelter, let destination, let year)):
            (year..<inputs.yearCount).reduce(0) { $0 + lost(smelter, destination, $1) }
        case (.burden, .largestBurden): 1
        case (.shortfall, .shortfall): 1
        default: 0
        }
    }

    /// MtCO2e per Mt/yr from a year to the last; 0 where there is no such route.
    private func emissions(_ smelter: Int, _ destination: Int, from year: Int) -> Double {
        let place = places[smelter * inputs.provinceCount + destination]
        guard place >= 0 else { return 0 }
        let yearly = effects.routes[place].effects
        return (year..<inputs.yearCount).reduce(0) { $0 + yearly[$1].emissions }
    }

    /// What a dry year takes at the destination less what it would have taken at the origin, Mt
    /// per Mt/yr closed.
    private func lost(_ smelter: Int, _ destination: Int, _ year: Int) -> Double {
        let home = inputs.smelters[smelter].province
        let ratio = inputs.parameters[.replacementRatio, destination, year]
        return inputs.relocation.utilisation[home, year]
            * (dryCut[destination, year] / ratio - dryCut[home, year])
    }
}

extension Baseline {
    /// MtCO2e that one TWh of an option displaces, captive coal and grid power together.
    func displacedEmissions(_ province: Int, _ year: Int) -> Double {
        let alpha = coalDisplacement[province, year]
        return alpha * inputs.parameters[.captiveCoalEmissionFactor, province, year]
            + (1 - alpha) * power.province[province, year].gridFactor
    }
}
