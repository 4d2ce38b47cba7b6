/// A comparison as files and as one JSON document.
extension ScenarioComparison {
    static let resultsHeader = ResultTable.header + ",difference"

    /// `comparison.csv`: the long tables of all runs, each value with its difference to the base.
    /// Without a selection the rows of a run are those of its `results.csv`.
    public func resultsCSV(_ selection: Selection = Selection()) -> CSVText {
        var text = CSVText(header: Self.resultsHeader)
        let rows = results(selection)
        for run in runs.indices {
            for row in rows {
                guard let value = row.values[run] else { continue }
                text.append([
                    "greenalu", names[run], row.region, row.definition.name, row.definition.unit,
                    String(row.year), DecimalText.exported(value),
                    row.difference(run).map(DecimalText.exported) ?? "",
                ])
            }
        }
        return text
    }

    static let inputsHeader =
        "address,key,province,year,unit,scenario,value,origin,file,line,column"

    /// `inputs.csv`: every value that is not the same in all runs, a row per run.
    public var inputsCSV: CSVText {
        var text = CSVText(header: Self.inputsHeader)
        for row in inputs {
            let address = row.address
            for (run, value) in row.values.enumerated() {
                text.append([
                    address.written, address.path, address.province ?? "",
                    address.year.map(String.init) ?? "",
                    ScenarioKey.byPath[address.path]?.unit ?? "", names[run],
                    value?.value.written ?? "", value?.origin.kind ?? "",
                    value?.origin.file ?? "", value?.origin.line.map(String.init) ?? "",
                    value?.origin.column ?? "",
                ])
            }
        }
        return text
    }

    /// The files of a folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        let manifest = StudyManifest(
            command: "compare", scenarios: runs.map(\.scenario), data: runs[0].data,
            particulars: [("scenarios", .array(runs.indices.map(summary)))])
        return manifest.complete([
            ("comparison.csv", resultsCSV().bytes), ("inputs.csv", inputsCSV.bytes),
        ])
    }

    private func summary(_ run: Int) -> JSONValue {
        let record = runs[run]
        return .object([
            ("name", .text(names[run])),
            ("title_en", .text(record.scenario.title.english)),
            ("title_zh", .text(record.scenario.title.chinese)),
            ("options", .array(record.scenario.options.map(JSONValue.text))),
            ("plan", record.plan?.summary ?? .null),
        ])
    }

    /// The comparison as one JSON document.
    public func document(_ selection: Selection = Selection()) -> JSONValue {
        .object([
            ("schema", .integer(1)),
            ("command", .text("compare")),
            ("scenarios", .array(runs.indices.map(summary))),
            ("inputs", .array(inputs.map(Self.json))),
            (
                "moves",
                .array(
                    moves.map { move in
                        .object([
                            ("kind", .text(move.isPlanned ? "planned" : "chosen")),
                            ("smelter", .text(move.smelter)), ("origin", .text(move.origin)),
                            ("destination", .text(move.destination)),
                            ("year", .integer(move.year)),
                            ("capacities", .array(move.capacities.map(Self.number))),
                        ])
                    })
            ),
            (
                "quotas",
                .array(
                    quotas.map { quota in
                        .object([
                            ("province", .text(quota.province)), ("year", .integer(quota.year)),
                            ("shortfalls", .array(quota.shortfalls.map(Self.number))),
                        ])
                    })
            ),
            (
                "results",
                .array(
                    results(selection).map { row in
                        .object([
                            ("region", .text(row.region)),
                            ("variable", .text(row.definition.name)),
                            ("unit", .text(row.definition.unit)), ("year", .integer(row.year)),
                            ("values", .array(row.values.map(Self.number))),
                            (
                                "differences",
                                .array(runs.indices.map { Self.number(row.difference($0)) })
                            ),
                        ])
                    })
            ),
        ])
    }

    private static func number(_ value: Double?) -> JSONValue {
        value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
    }

    private static func json(_ row: InputDifference) -> JSONValue {
        .object([
            ("address", .text(row.address.written)),
            ("unit", ScenarioKey.byPath[row.address.path]?.unit.map(JSONValue.text) ?? .null),
            (
                "values",
                .array(
                    row.values.map { value in
                        guard let value else { return .null }
                        return .object([
                            ("value", value.value.json), ("origin", .text(value.origin.kind)),
                            ("file", value.origin.file.map(JSONValue.text) ?? .null),
                            ("line", value.origin.line.map(JSONValue.integer) ?? .null),
                            ("column", value.origin.column.map(JSONValue.text) ?? .null),
                        ])
                    })
            ),
        ])
    }
}

extension ScenarioValue {
    /// The value as JSON has it.
    public var json: JSONValue {
        switch self {
        case .number(let number): .number(number)
        case .choice(let choice): .text(choice)
        case .flag(let flag): .flag(flag)
        case .identifiers(let names): .array(names.map(JSONValue.text))
        }
    }
}
