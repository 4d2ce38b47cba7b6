/// A robust plan with all it needs to be written down.
public struct RobustRecord: Sendable {
    public let scenario: Scenario
    public let data: DataSet
    public let inputs: ModelInputs
    public let plan: RobustPlan
    /// How the futures were drawn, for the manifest: name and value.
    public let sampling: [(key: String, value: String)]

    public init(
        scenario: Scenario, data: DataSet, inputs: ModelInputs, plan: RobustPlan,
        sampling: [(key: String, value: String)]
    ) {
        self.scenario = scenario
        self.data = data
        self.inputs = inputs
        self.plan = plan
        self.sampling = sampling
    }

    static let movesHeader = "smelter,from,to,year,capacity_mt,today_mt"
    static let futuresHeader =
        "future,probability,status,cost_million_cny,weight,today_cost_million_cny,"
        + "known_cost_million_cny"

    private struct Route: Hashable {
        let smelter: Int
        let destination: Int
        let year: Int
    }

    /// Moves of the plan and of today's, by year, smelter and destination.
    private var rows: [(route: ChosenMove, capacity: Double, today: Double?)] {
        var chosen: [Route: Double] = [:]
        var today: [Route: Double] = [:]
        func key(_ move: ChosenMove) -> Route {
            Route(smelter: move.smelter, destination: move.destination, year: move.year)
        }
        for move in plan.moves { chosen[key(move), default: 0] += move.capacity }
        for move in plan.today?.moves ?? [] { today[key(move), default: 0] += move.capacity }
        return Set(chosen.keys).union(today.keys).sorted {
            ($0.year, $0.smelter, $0.destination) < ($1.year, $1.smelter, $1.destination)
        }.map { route in
            (
                ChosenMove(
                    smelter: route.smelter, destination: route.destination, year: route.year,
                    capacity: chosen[route] ?? 0),
                chosen[route] ?? 0, plan.today == nil ? nil : today[route] ?? 0
            )
        }
    }

    /// `robust_moves.csv`: every move of this plan or of today's.
    public var movesCSV: CSVText {
        var text = CSVText(header: Self.movesHeader)
        for (route, capacity, today) in rows {
            let smelter = inputs.smelters[route.smelter]
            text.append([
                smelter.identifier, inputs.provinces[smelter.province].code,
                inputs.provinces[route.destination].code,
                String(inputs.horizon.year(at: route.year)), DecimalText.exported(capacity),
                today.map(DecimalText.exported) ?? "",
            ])
        }
        return text
    }

    /// `robust_futures.csv`: a row per future, numbered from 1.
    public var futuresCSV: CSVText {
        var text = CSVText(header: Self.futuresHeader)
        func number(_ value: Double?) -> String { value.map(DecimalText.exported) ?? "" }
        for (index, future) in plan.futures.enumerated() {
            text.append([
                String(index + 1), DecimalText.exported(future.probability),
                future.status.rawValue, number(future.cost), number(future.weight),
                number(future.todayCost), number(future.knownCost),
            ])
        }
        return text
    }

    /// The files of a folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        StudyManifest(
            command: "plan", scenarios: [scenario], data: data,
            particulars: [
                ("scenario", .text(scenario.identifier)),
                ("options", .array(scenario.options.map(JSONValue.text))),
                ("sampling", .object(sampling.map { ($0.key, .text($0.value)) })),
                ("plan", summary),
            ]
        ).complete([
            ("robust_moves.csv", movesCSV.bytes), ("robust_futures.csv", futuresCSV.bytes),
        ])
    }

    private var summary: JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        func costs(_ costs: RobustCosts?) -> JSONValue {
            guard let costs else { return .null }
            return .object([
                ("mean", number(costs.mean)), ("worst_tenth", number(costs.worstTenth)),
                ("worst", number(costs.worst)),
            ])
        }
        return .object([
            ("status", .text(plan.status.rawValue)),
            ("risk", .text(plan.risk.name)),
            ("futures", .integer(plan.futures.count)),
            ("objective", plan.status == .infeasible ? .null : number(plan.objective)),
            ("bound", number(plan.certificate?.bound)),
            ("gap", plan.certificate.map { .number($0.gap) } ?? .null),
            (
                "primal_residual",
                plan.certificate.map { .number($0.primalResidual) } ?? .null
            ),
            ("dual_residual", plan.certificate.map { .number($0.dualResidual) } ?? .null),
            ("iterations", .integer(plan.iterations)),
            ("costs", costs(plan.costs)),
            ("today_costs", costs(plan.todayCosts)),
            ("known_costs", costs(plan.knownCosts)),
            ("value_of_stochastic_solution", number(plan.valueOfStochasticSolution)),
            ("value_of_perfect_information", number(plan.valueOfPerfectInformation)),
            ("today_was_clipped", plan.today.map { .flag($0.wasClipped) } ?? .null),
            (
                "infeasible_futures",
                .array(plan.infeasibleFutures.map { .integer($0 + 1) })
            ),
        ])
    }

    /// The plan as one JSON document.
    public func document(language: Language) -> JSONValue {
        .object([
            ("schema", .integer(1)),
            ("command", .text("plan")),
            ("scenario", .text(scenario.identifier)),
            ("title", .text(scenario.title[language])),
            ("sampling", .object(sampling.map { ($0.key, .text($0.value)) })),
            ("plan", summary),
            (
                "moves",
                .array(
                    plan.moves.map { move in
                        let smelter = inputs.smelters[move.smelter]
                        return .object([
                            ("smelter", .text(smelter.identifier)),
                            ("from", .text(inputs.provinces[smelter.province].code)),
                            ("to", .text(inputs.provinces[move.destination].code)),
                            ("year", .integer(inputs.horizon.year(at: move.year))),
                            ("capacity_mt", .number(move.capacity)),
                        ])
                    })
            ),
        ])
    }
}
