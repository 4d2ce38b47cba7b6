/// A study as one JSON document, for `--format json` and as a file.
extension SensitivityResult {
    /// What was done.
    var particulars: [(key: String, value: JSONValue)] {
        let settings = study.settings
        var members: [(key: String, value: JSONValue)] = []
        members.append(("scenario", .text(study.ensemble.scenario.identifier)))
        members.append(("options", .array(study.ensemble.scenario.options.map(JSONValue.text))))
        members.append(("method", .text(settings.method.rawValue)))
        members.append(("draws", .integer(settings.draws)))
        members.append(("evaluations", .integer(study.evaluationCount)))
        members.append(("sampling", .text(study.sampling.rawValue)))
        members.append(("plan", .text(settings.treatment.rawValue)))
        members.append(("year", .integer(study.year)))
        members.append(("factors", .integer(study.ensemble.model.factors.count)))
        members.append(("statuses", statusObject))
        members.append(("draws_lost", .integer(lostDraws)))
        members.append(("values_cut", .integer(evaluations.cutCount)))
        return members
    }

    private var statusObject: JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        for status in DrawStatus.allCases {
            if let count = counts[status] { members.append((status.word, .integer(count))) }
        }
        return .object(members)
    }

    /// - Parameter language: of the title; nil leaves the title out.
    public func document(language: Language?) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        members.append(("schema", .integer(1)))
        members.append(("command", .text("sensitivity")))
        if let language {
            members.append(("title", .text(study.ensemble.scenario.title[language])))
        }
        members.append(("seed", .text(String(study.settings.seed))))
        members += particulars
        members.append(("groups", groupArray))
        members.append(("outputs", .array(outputs.map(object))))
        return .object(members)
    }

    private var groupArray: JSONValue {
        var items: [JSONValue] = []
        for (name, factors) in zip(study.groups, study.members) {
            items.append(
                .object([("name", .text(name)), ("factors", .integer(factors.count))]))
        }
        return .array(items)
    }

    private func number(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(DecimalText.significant(value, digits: 12))
    }

    private func object(_ answer: OutputSensitivity) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        members.append(("output", .text(answer.output.rawValue)))
        members.append(("unit", .text(answer.output.unit)))
        members.append(("year", answer.year.map(JSONValue.integer) ?? .null))
        members.append(("evaluations", .integer(answer.evaluations)))
        members.append(("constant", .flag(answer.isConstant)))
        members.append(("mean", number(answer.statistics?.mean)))
        members.append(("sd", number(answer.statistics?.standardDeviation)))
        members.append(("p05", number(answer.statistics?.quantile(0.05))))
        members.append(("p95", number(answer.statistics?.quantile(0.95))))
        if study.settings.method == .sobol {
            members.append(
                ("first_order_sum", number(answer.groups.isEmpty ? nil : answer.firstOrderSum)))
        } else {
            members.append(("chance", number(answer.chance)))
        }
        members.append(("groups", .array(answer.groups.map(object))))
        if study.settings.method == .pawn {
            members.append(("factors", .array(answer.factors.map(object))))
        }
        return .object(members)
    }

    private func object(_ entry: GroupSensitivity) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        if let factor = entry.factor { members.append(("factor", .text(factor))) }
        members.append(("group", .text(entry.group)))
        for index in entry.indices {
            var ends: [(key: String, value: JSONValue)] = []
            ends.append(("value", number(index.value)))
            ends.append(("low", number(index.low)))
            ends.append(("high", number(index.high)))
            members.append((index.kind.rawValue, .object(ends)))
        }
        return .object(members)
    }
}
