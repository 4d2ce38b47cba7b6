/// An ensemble as one JSON document, for `--format json`.
extension EnsembleResult {
    public func document(language: Language) -> JSONValue {
        .object([
            ("schema", .integer(1)),
            ("command", .text("ensemble")),
            ("scenario", .text(frame.scenario)),
            ("title", .text(frame.title[language == .chinese ? 1 : 0])),
            ("draws", .integer(frame.draws)),
            ("seed", .text(String(frame.seed))),
            ("sampling", .text(frame.sampling.rawValue)),
            ("plan", .text(frame.treatment.rawValue)),
            ("factors", .integer(frame.factors.count)),
            ("groups", .array(frame.groups.map(JSONValue.text))),
            ("statuses", statusObject),
            ("values_cut", .integer(cutCount)),
            ("objective", Self.object(objective)),
            ("moved", Self.object(moved)),
            ("figures", figuresArray),
            ("missed_quotas", missedArray),
            ("moves", .array(routes.map(object))),
            ("todays_plan", stress.map(object) ?? .null),
        ])
    }

    private static func number(_ value: Double?) -> JSONValue {
        value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
    }

    private static func object(_ statistics: ColumnStatistics?) -> JSONValue {
        guard let statistics else { return .null }
        var members: [(key: String, value: JSONValue)] = [
            ("draws", .integer(statistics.count)), ("mean", number(statistics.mean)),
            ("sd", number(statistics.standardDeviation)), ("min", number(statistics.minimum)),
        ]
        for (probability, quantile) in zip(ColumnStatistics.probabilities, statistics.quantiles) {
            members.append((percentile(probability), number(quantile)))
        }
        members.append(("max", number(statistics.maximum)))
        return .object(members)
    }

    private var figuresArray: JSONValue {
        var items: [JSONValue] = []
        for year in frame.horizon.years {
            var members: [(key: String, value: JSONValue)] = [("year", .integer(year))]
            for quantity in HeadlineQuantity.allCases {
                members.append((quantity.rawValue, Self.object(statistics(quantity, year: year))))
            }
            items.append(.object(members))
        }
        return .array(items)
    }

    private var missedArray: JSONValue {
        var items: [JSONValue] = []
        for place in frame.bindingQuotas {
            guard let share = shareMissed(place[0], year: place[1]) else { continue }
            items.append(
                .object([
                    ("province", .text(frame.provinces[place[0]].code)),
                    ("year", .integer(frame.horizon.year(at: place[1]))),
                    ("share_of_futures", Self.number(share)),
                ]))
        }
        return .array(items)
    }

    private func object(_ route: RouteRecord) -> JSONValue {
        let isChosen = route.share > 0
        return .object([
            ("smelter", .text(frame.smelters[route.smelter].identifier)),
            (
                "origin",
                .text(frame.provinces[frame.smelters[route.smelter].province].code)
            ),
            ("destination", .text(frame.provinces[route.destination].code)),
            ("share_of_futures", Self.number(route.share)),
            ("median_year", isChosen ? .integer(route.medianYear) : .null),
            ("p10_capacity", isChosen ? Self.number(route.lowCapacity) : .null),
            ("median_capacity", isChosen ? Self.number(route.medianCapacity) : .null),
            ("p90_capacity", isChosen ? Self.number(route.highCapacity) : .null),
            ("todays_plan", Self.number(route.today)),
        ])
    }

    private func object(_ figures: StressRecord.Figures, year: Int) -> JSONValue {
        .object([
            ("year", .integer(frame.horizon.year(at: year))),
            ("green_share", Self.number(figures.greenShare)),
            ("shortfall", Self.number(figures.shortfall)),
            ("emissions", Self.number(figures.emissions)),
            ("cost", Self.number(figures.cost)),
        ])
    }

    private func object(_ side: StressRecord.Side) -> JSONValue {
        var years: [JSONValue] = []
        for (year, figures) in side.years.enumerated() {
            years.append(object(figures, year: year))
        }
        return .object([("burden", Self.number(side.burden)), ("years", .array(years))])
    }

    private func object(_ futures: StressRecord.Futures) -> JSONValue {
        .object([
            ("count", .integer(futures.count)), ("regret", Self.number(futures.regret)),
            ("today", object(futures.today)), (frame.treatment.rawValue, object(futures.own)),
        ])
    }

    private func object(_ stress: StressRecord) -> JSONValue {
        .object([
            ("all", object(stress.all)), ("worst_tenth", object(stress.worst)),
        ])
    }
}
