/// A front of a scenario with all it takes to write it down.
public struct ParetoRecord: Sendable {
    public let scenario: Scenario
    public let data: DataSet
    public let front: ParetoFront

    public init(scenario: Scenario, data: DataSet, front: ParetoFront) {
        self.scenario = scenario
        self.data = data
        self.front = front
    }

    private var inputs: ModelInputs { front.inputs }

    /// Million CNY over the cheapest plan.
    public func extraCost(_ point: ParetoPoint) -> Double {
        point.increment - (front.points.first?.increment ?? 0)
    }

    private static let header =
        "point,measure,unit,amount,increment_million_cny,extra_million_cny,marginal_cost,"
        + "marginal_cost_unit,moved_mt_per_yr,smelters,provinces,emission_change_mtco2e,"
        + "dry_year_lost_output_mt,largest_burden_percent,shortfall_twh,primal_residual,"
        + "dual_residual,gap"

    /// `pareto.csv`: a row per point, the cheapest first.
    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for (index, point) in front.points.enumerated() {
            let figures = point.figures
            func number(_ value: Double?) -> String { value.map(DecimalText.exported) ?? "" }
            text.append(
                [String(index + 1), front.measure.rawValue, front.measure.unit]
                    + [point.amount, point.increment, extraCost(point), point.marginalCost]
                    .map(DecimalText.exported) + [front.measure.priceUnit]
                    + [
                        figures.movedCapacity, Double(figures.smelterCount),
                        Double(figures.provinceCount), figures.emissions, figures.droughtLoss,
                        figures.largestBurden * 100, figures.shortfall,
                    ].map(DecimalText.exported)
                    + [
                        number(point.certificate.primalResidual),
                        number(point.certificate.dualResidual), number(point.certificate.gap),
                    ])
        }
        return text
    }

    /// The files of a folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        StudyManifest(
            command: "pareto", scenarios: [scenario], data: data,
            particulars: [
                ("scenario", .text(scenario.identifier)),
                ("options", .array(scenario.options.map(JSONValue.text))),
                ("status", .text(front.status.rawValue)),
                ("against", .text(front.measure.rawValue)),
                ("points", .integer(front.points.count)),
            ]
        ).complete([(name: "pareto.csv", bytes: csv.bytes)])
    }

    /// The front as one JSON document.
    public func document(language: Language) -> JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        return .object([
            ("schema", .integer(1)), ("command", .text("pareto")),
            ("scenario", .text(scenario.identifier)),
            ("title", .text(scenario.title[language])),
            ("status", .text(front.status.rawValue)),
            ("against", .text(front.measure.rawValue)), ("unit", .text(front.measure.unit)),
            ("marginal_cost_unit", .text(front.measure.priceUnit)),
            ("least_amount", number(front.leastAmount)),
            (
                "points",
                .array(
                    front.points.map { point in
                        .object([
                            ("amount", number(point.amount)),
                            ("increment", number(point.increment)),
                            ("extra", number(extraCost(point))),
                            ("marginal_cost", number(point.marginalCost)),
                            ("moved", number(point.figures.movedCapacity)),
                            ("smelters", .integer(point.figures.smelterCount)),
                            ("provinces", .integer(point.figures.provinceCount)),
                            ("emission_change", number(point.figures.emissions)),
                            ("dry_year_lost_output", number(point.figures.droughtLoss)),
                            ("largest_burden", number(point.figures.largestBurden)),
                            ("shortfall", number(point.figures.shortfall)),
                            ("primal_residual", number(point.certificate.primalResidual)),
                            ("dual_residual", number(point.certificate.dualResidual)),
                            ("gap", number(point.certificate.gap)),
                        ])
                    })
            ),
        ])
    }
}

extension PlanMeasure {
    /// The unit of an amount.
    public var unit: String {
        switch self {
        case .capacity: "Mt/yr"
        case .emissions: "MtCO2e"
        case .droughtLoss: "Mt"
        case .burden: "1"
        case .shortfall: "TWh"
        }
    }

    /// The unit of a million CNY per unit of amount.
    public var priceUnit: String {
        switch self {
        case .capacity: "CNY per t/yr"
        case .emissions: "CNY/tCO2e"
        case .droughtLoss: "CNY/t"
        case .burden: "million CNY"
        case .shortfall: "CNY/MWh"
        }
    }
}
