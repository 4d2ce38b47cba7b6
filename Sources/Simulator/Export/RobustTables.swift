/// The files and the document of a plan for many futures.
public struct RobustRecord: Sendable {
    public let scenario: Scenario
    public let data: DataSet
    public let plan: RobustPlan
    public let inputs: ModelInputs
    public let seed: UInt64
    public let sampling: EnsembleSampling
    /// Draws left out because their inputs contradict each other.
    public let rejected: [Int]

    public init(
        scenario: Scenario, data: DataSet, plan: RobustPlan, sample: FutureSample, seed: UInt64,
        sampling: EnsembleSampling
    ) {
        self.scenario = scenario
        self.data = data
        self.plan = plan
        inputs = sample.base.inputs
        self.seed = seed
        self.sampling = sampling
        rejected = sample.rejected
    }

    /// Numbers of draws of the futures, in their order.
    private var draws: [Int] {
        let left = Set(rejected)
        return (0..<(plan.futures.count + rejected.count)).filter { !left.contains($0) }
    }

    /// `robust_moves.csv`: the moves decided now, beside those of today's plan.
    public var movesCSV: CSVText {
        var text = CSVText(
            header: "smelter,origin,destination,year,capacity_mt,todays_plan_mt")
        for row in moveRows {
            let smelter = inputs.smelters[row.smelter]
            text.append([
                smelter.identifier, inputs.provinces[smelter.province].code,
                inputs.provinces[row.destination].code,
                String(inputs.horizon.year(at: row.year)), DecimalText.exported(row.capacity),
                DecimalText.exported(row.today),
            ])
        }
        return text
    }

    public struct MoveRow: Sendable {
        public let smelter: Int
        public let destination: Int
        public let year: Int
        /// Mt/yr of this plan and of today's.
        public let capacity: Double
        public let today: Double
    }

    /// Moves of either plan, by year, smelter and destination.
    public var moveRows: [MoveRow] {
        struct Place: Hashable {
            let year: Int
            let smelter: Int
            let destination: Int
        }
        var rows: [Place: (own: Double, today: Double)] = [:]
        for move in plan.moves {
            rows[
                Place(year: move.year, smelter: move.smelter, destination: move.destination),
                default: (0, 0)
            ].own += move.capacity
        }
        for move in plan.today?.moves ?? [] {
            rows[
                Place(year: move.year, smelter: move.smelter, destination: move.destination),
                default: (0, 0)
            ].today += move.capacity
        }
        return rows.map {
            MoveRow(
                smelter: $0.smelter, destination: $0.destination, year: $0.year,
                capacity: $1.own, today: $1.today)
        }.filter { max($0.capacity, $0.today) >= MoveDifference.noticed }
            .sorted {
                ($0.year, $0.smelter, $0.destination) < ($1.year, $1.smelter, $1.destination)
            }
    }

    /// `robust_futures.csv`: what each future comes to.
    public var futuresCSV: CSVText {
        var text = CSVText(
            header: "draw,probability,status,cost_million_cny,weight,known_cost_million_cny,"
                + "todays_plan_cost_million_cny")
        func number(_ value: Double?) -> String { value.map(DecimalText.exported) ?? "" }
        for (draw, future) in zip(draws, plan.futures) {
            text.append([
                String(draw), DecimalText.exported(future.probability), future.status.rawValue,
                number(future.cost), DecimalText.exported(future.weight),
                number(future.knownCost), number(future.todayCost),
            ])
        }
        return text
    }

    /// The files of the folder, the manifest last.
    public var files: [(name: String, bytes: [UInt8])] {
        StudyManifest(
            command: "plan", scenarios: [scenario], data: data, seed: seed,
            particulars: particulars
        ).complete([
            (name: "robust_moves.csv", bytes: movesCSV.bytes),
            (name: "robust_futures.csv", bytes: futuresCSV.bytes),
        ])
    }

    private var particulars: [(key: String, value: JSONValue)] {
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        var members: [(key: String, value: JSONValue)] = []
        members.append(("scenario", .text(scenario.identifier)))
        members.append(("options", .array(scenario.options.map(JSONValue.text))))
        members.append(("futures", .integer(plan.futures.count)))
        members.append(("rejected_draws", .array(rejected.map(JSONValue.integer))))
        members.append(("sampling", .text(sampling.rawValue)))
        members.append(("risk", .text(plan.risk.name)))
        members.append(("status", .text(plan.status.rawValue)))
        let isOptimal = plan.status == .optimal
        members.append(("objective", number(isOptimal ? plan.objective : nil)))
        members.append(("primal_residual", number(plan.certificate?.primalResidual)))
        members.append(("dual_residual", number(plan.certificate?.dualResidual)))
        members.append(("gap", number(plan.certificate?.gap)))
        members.append(("bound", number(plan.certificate?.bound)))
        members.append(("iterations", .integer(plan.iterations)))
        members.append(("value_of_stochastic_solution", number(plan.valueOfStochasticSolution)))
        members.append(("value_of_perfect_information", number(plan.valueOfPerfectInformation)))
        return members
    }

    /// The plan as one JSON document.
    public func document(language: Language) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        members.append(("schema", .integer(1)))
        members.append(("command", .text("plan")))
        members.append(("title", .text(scenario.title[language])))
        members.append(("seed", .text(String(seed))))
        members += particulars
        var moves: [JSONValue] = []
        for row in moveRows {
            let smelter = inputs.smelters[row.smelter]
            moves.append(
                .object([
                    ("smelter", .text(smelter.identifier)),
                    ("origin", .text(inputs.provinces[smelter.province].code)),
                    ("destination", .text(inputs.provinces[row.destination].code)),
                    ("year", .integer(inputs.horizon.year(at: row.year))),
                    ("capacity", .number(DecimalText.significant(row.capacity, digits: 12))),
                    ("todays_plan", .number(DecimalText.significant(row.today, digits: 12))),
                ]))
        }
        members.append(("moves", .array(moves)))
        return .object(members)
    }
}
