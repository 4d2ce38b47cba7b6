/// Alternatives of a scenario with all it takes to write them down.
public struct AlternativesRecord: Sendable {
    public let scenario: Scenario
    public let data: DataSet
    public let found: AlternativeSet

    public init(scenario: Scenario, data: DataSet, found: AlternativeSet) {
        self.scenario = scenario
        self.data = data
        self.found = found
    }

    private var inputs: ModelInputs { found.inputs }

    /// The cheapest plan and its alternatives.
    public var plans: [AlternativePlan] { (found.cheapest.map { [$0] } ?? []) + found.alternatives }

    static func identifier(_ plan: AlternativePlan) -> String {
        plan.goal?.rawValue ?? "cheapest"
    }

    /// An earlier alternative with the same moves and purchases, by what is noticed.
    public func twin(of plan: AlternativePlan) -> AlternativePlan? {
        found.alternatives.prefix { $0.goal != plan.goal }.first {
            FirstDifference(plan.outcome.decisions, from: $0.outcome.decisions) == .none
        }
    }

    private static let header =
        "plan,increment_million_cny,extra_million_cny,extra_share_percent,moved_mt_per_yr,"
        + "smelters,provinces,emission_change_mtco2e,dry_year_lost_output_mt,"
        + "largest_burden_percent,shortfall_twh,goal_value,goal_bound,proof,"
        + "first_difference,first_difference_year,first_difference_smelter,"
        + "first_difference_province,first_difference_value,first_difference_cheapest"

    /// `alternatives.csv`: a row per plan, the cheapest first.
    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for plan in plans {
            let figures = plan.figures
            let goal = plan.goal.map { $0.value(figures) * Self.scale($0) }
            let bound = plan.goal.flatMap { goal in
                plan.bound.map { $0 * Self.scale(goal) }
            }
            let numbers: [Double] = [
                figures.increment, found.extraCost(plan), found.extraShare(plan) * 100,
                figures.movedCapacity, Double(figures.smelterCount),
                Double(figures.provinceCount), figures.emissions, figures.droughtLoss,
                figures.largestBurden * 100, figures.shortfall,
            ]
            text.append(
                [Self.identifier(plan)] + numbers.map(DecimalText.exported)
                    + [goal, bound].map { $0.map(DecimalText.exported) ?? "" }
                    + [plan.proof.rawValue] + difference(plan).map(\.value).map(Self.text))
        }
        return text
    }

    /// Shares as per cent, as the tables have them.
    private static func scale(_ goal: AlternativeGoal) -> Double {
        goal == .evenBurden ? 100 : 1
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): DecimalText.exported(number)
        default: ""
        }
    }

    private func difference(
        _ plan: AlternativePlan
    ) -> [(key: String, value: JSONValue)] {
        func members(
            _ kind: JSONValue, _ year: Int?, _ smelter: Int?, _ province: Int?, _ here: Double?,
            _ there: Double?
        ) -> [(key: String, value: JSONValue)] {
            func number(_ value: Double?) -> JSONValue {
                value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
            }
            return [
                ("kind", kind),
                ("year", year.map { .integer(inputs.horizon.year(at: $0)) } ?? .null),
                ("smelter", smelter.map { .text(inputs.smelters[$0].identifier) } ?? .null),
                ("province", province.map { .text(inputs.provinces[$0].code) } ?? .null),
                ("value", number(here)), ("cheapest", number(there)),
            ]
        }
        return switch plan.firstDifference {
        case .none: members(.null, nil, nil, nil, nil, nil)
        case .move(let smelter, let destination, let year, let here, let there):
            members(.text("move"), year, smelter, destination, here, there)
        case .purchase(let option, let province, let year, let here, let there):
            members(
                .text(option?.rawValue ?? "certificates"), year, nil, province, here, there)
        }
    }

    /// `alternatives_moves.csv`: every move of every plan, and what the cheapest plan moves there.
    public var movesCSV: CSVText {
        var text = CSVText(
            header: "plan,smelter,origin,destination,year,capacity_mt_per_yr,"
                + "cheapest_mt_per_yr")
        for plan in plans {
            for move in moves(plan) {
                text.append([
                    Self.identifier(plan), inputs.smelters[move.smelter].identifier,
                    inputs.provinces[inputs.smelters[move.smelter].province].code,
                    inputs.provinces[move.destination].code,
                    String(inputs.horizon.year(at: move.year)),
                    DecimalText.exported(move.capacity), DecimalText.exported(cheapest(move)),
                ])
            }
        }
        return text
    }

    /// The plan's moves, and with no capacity those that only the cheapest plan makes.
    private func moves(_ plan: AlternativePlan) -> [ChosenMove] {
        let dropped = (found.cheapest?.moves ?? []).filter { move in
            !plan.moves.contains { $0.isSamePlace(as: move) }
        }.map {
            ChosenMove(
                smelter: $0.smelter, destination: $0.destination, year: $0.year, capacity: 0)
        }
        return (plan.moves + dropped).sorted {
            ($0.year, $0.smelter, $0.destination) < ($1.year, $1.smelter, $1.destination)
        }
    }

    private func cheapest(_ move: ChosenMove) -> Double {
        (found.cheapest?.moves ?? []).filter { $0.isSamePlace(as: move) }
            .reduce(0) { $0 + $1.capacity }
    }

    /// The files of a folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        StudyManifest(
            command: "alternatives", scenarios: [scenario], data: data,
            particulars: [
                ("scenario", .text(scenario.identifier)),
                ("options", .array(scenario.options.map(JSONValue.text))),
                ("status", .text(found.status.rawValue)), ("margin", margin),
            ]
        ).complete([
            (name: "alternatives.csv", bytes: csv.bytes),
            (name: "alternatives_moves.csv", bytes: movesCSV.bytes),
        ])
    }

    private var margin: JSONValue {
        let asked: (key: String, value: JSONValue) =
            switch found.margin {
            case .fraction(let fraction): ("fraction", .number(fraction))
            case .amount(let amount): ("million_cny", .number(amount))
            }
        return .object([
            asked,
            (
                "allowance_million_cny",
                found.allowance.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
            ),
        ])
    }

    /// The set as one JSON document.
    public func document(language: Language) -> JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
        }
        return .object([
            ("schema", .integer(1)), ("command", .text("alternatives")),
            ("scenario", .text(scenario.identifier)),
            ("title", .text(scenario.title[language])),
            ("status", .text(found.status.rawValue)), ("margin", margin),
            (
                "plans",
                .array(
                    plans.map { plan in
                        let figures = plan.figures
                        return .object([
                            ("plan", .text(Self.identifier(plan))),
                            ("increment", number(figures.increment)),
                            ("extra", number(found.extraCost(plan))),
                            ("extra_share", number(found.extraShare(plan))),
                            ("moved", number(figures.movedCapacity)),
                            ("smelters", .integer(figures.smelterCount)),
                            ("provinces", .integer(figures.provinceCount)),
                            ("emission_change", number(figures.emissions)),
                            ("dry_year_lost_output", number(figures.droughtLoss)),
                            ("largest_burden", number(figures.largestBurden)),
                            ("shortfall", number(figures.shortfall)),
                            ("goal_value", number(plan.goal.map { $0.value(figures) })),
                            ("goal_bound", number(plan.goal == nil ? nil : plan.bound)),
                            ("proof", .text(plan.proof.rawValue)),
                            ("first_difference", .object(difference(plan))),
                            (
                                "moves",
                                .array(
                                    plan.moves.map { move in
                                        .object([
                                            (
                                                "smelter",
                                                .text(inputs.smelters[move.smelter].identifier)
                                            ),
                                            (
                                                "destination",
                                                .text(inputs.provinces[move.destination].code)
                                            ),
                                            (
                                                "year",
                                                .integer(inputs.horizon.year(at: move.year))
                                            ),
                                            ("capacity", number(move.capacity)),
                                            ("cheapest", number(cheapest(move))),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }
}

extension ChosenMove {
    /// Whether two moves are of the same smelter, destination and year.
    func isSamePlace(as other: ChosenMove) -> Bool {
        smelter == other.smelter && destination == other.destination && year == other.year
    }
}
