/// An attribution as files and as one JSON document.
extension Attribution {
    static let partsHeader =
        "quantity,unit,year,scenario_a,scenario_b,change,group,part,standard_error"

    /// `attribution.csv`: a row per quantity, year and group.
    public var csv: CSVText {
        var text = CSVText(header: Self.partsHeader)
        for change in changes {
            let head =
                [
                    change.quantity.name, change.quantity.unit,
                    change.year.map(String.init) ?? "",
                ] + [change.first, change.second, change.change].map(DecimalText.exported)
            for (group, input) in coalitions.groups.enumerated() {
                text.append(
                    head + [
                        input.name, DecimalText.exported(change.shares.shares[group]),
                        DecimalText.exported(change.shares.standardErrors[group]),
                    ])
            }
        }
        return text
    }

    static let splitHeader = "from,to,region,unit,change," + forceNames.joined(separator: ",")

    private static let forceNames = EmissionForce.allCases.map(\.rawValue)

    /// One split of the file: where it starts and ends.
    private var splits: [(from: String, to: String, split: EmissionSplit)] {
        var result: [(from: String, to: String, split: EmissionSplit)] = []
        for year in years {
            guard let split = emissionSplit(year: year) else { continue }
            result.append(("A \(year)", "B \(year)", split))
        }
        guard let start = years.first, let end = years.last else { return result }
        for (name, run) in [("A", first), ("B", second)] {
            result.append(
                ("\(name) \(start)", "\(name) \(end)", emissionSplit(within: run)))
        }
        return result
    }

    /// `emission_split.csv`: the nation and each province, between the two scenarios by year and
    /// between the first and the last year of each.
    public var emissionSplitCSV: CSVText {
        var text = CSVText(header: Self.splitHeader)
        let regions = first.results.regions
        for (from, to, split) in splits {
            let head = [from, to]
            func row(_ region: String, _ change: Double, _ parts: [Double]) {
                text.append(
                    head + [region, "MtCO2e", DecimalText.exported(change)]
                        + parts.map(DecimalText.exported))
            }
            row("China", split.change, EmissionForce.allCases.map(split.part))
            for (place, region) in regions.enumerated() {
                row(region, split.changes[place], split.parts[place])
            }
        }
        return text
    }

    /// The files of a folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        let manifest = StudyManifest(
            command: "compare --attribute", scenarios: [first.scenario, second.scenario],
            data: data,
            particulars: [("scenarios", scenarios)] + particulars)
        return manifest.complete([
            ("attribution.csv", csv.bytes), ("emission_split.csv", emissionSplitCSV.bytes),
            ("inputs.csv", ScenarioComparison([first, second]).inputsCSV.bytes),
        ])
    }

    private var scenarios: JSONValue {
        let names = ScenarioComparison.distinct(
            [first, second].map(\.scenario.identifier))
        return .array(
            zip(names, [first, second]).map { name, run in
                .object([
                    ("name", .text(name)),
                    ("title_en", .text(run.scenario.title.english)),
                    ("title_zh", .text(run.scenario.title.chinese)),
                    ("options", .array(run.scenario.options.map(JSONValue.text))),
                    ("plan", run.plan?.summary ?? .null),
                ])
            })
    }

    private var particulars: [(key: String, value: JSONValue)] {
        [
            ("planned", .flag(isPlanned)), ("by", .text(grouping.rawValue)),
            ("method", .text(orderCount == nil ? "exact" : "sampled")),
            ("orders", orderCount.map(JSONValue.integer) ?? .null),
            ("order_seed", orderCount == nil ? .null : .integer(Int(clamping: seed))),
            ("scenarios_computed", .integer(scenarioCount)),
            (
                "groups",
                .array(
                    coalitions.groups.indices.map { group in
                        .object([
                            ("name", .text(coalitions.groups[group].name)),
                            (
                                "keys",
                                .array(coalitions.places[group].map { .text($0.written) })
                            ),
                        ])
                    })
            ),
        ]
    }

    private static func number(_ value: Double) -> JSONValue {
        .number(DecimalText.significant(value, digits: 12))
    }

    /// The attribution as one JSON document.
    public var document: JSONValue {
        let head: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)), ("command", .text("compare --attribute")),
            ("scenarios", scenarios),
        ]
        let changes = JSONValue.array(
            changes.map { change in
                .object([
                    ("quantity", .text(change.quantity.name)),
                    ("unit", .text(change.quantity.unit)),
                    ("year", change.year.map(JSONValue.integer) ?? .null),
                    ("a", Self.number(change.first)), ("b", Self.number(change.second)),
                    ("change", Self.number(change.change)),
                    ("parts", .array(change.shares.shares.map(Self.number))),
                    (
                        "standard_errors",
                        .array(change.shares.standardErrors.map(Self.number))
                    ),
                ])
            })
        let split = JSONValue.array(
            splits.map { from, to, split in
                .object(
                    [
                        ("from", .text(from)), ("to", .text(to)),
                        ("change", Self.number(split.change)),
                    ]
                        + EmissionForce.allCases.map {
                            (key: $0.rawValue, value: Self.number(split.part($0)))
                        })
            })
        return .object(
            head + particulars + [("changes", changes), ("emission_split", split)])
    }
}
