/// A search as files and as one JSON document.
extension SeekResult {
    /// `seek.csv`: a row per setting that was computed, in the order in which it came up.
    public var csv: CSVText {
        let keys = levers.map { CSVText.quoted($0.key) + "," }.joined()
        var text = CSVText(
            header: keys
                + "role,status,result,unit,residual,increment_million_cny,moved_mt")
        for point in rows {
            func number(_ value: Double?) -> String { value.map(DecimalText.exported) ?? "" }
            text.append(
                point.values.map { $0.map(DecimalText.exact) ?? "" } + [
                    point.role.rawValue, status(point), number(point.result), target.unit,
                    number(point.result.map { $0 - target.value }),
                    number(point.figures?.increment), number(point.figures?.moved),
                ])
        }
        return text
    }

    /// The settings, that of the answer marked as such.
    public var rows: [SeekPoint] {
        guard case .reached(let answer) = outcome else { return points }
        return points.map { $0.values == answer.values ? answer : $0 }
    }

    private func status(_ point: SeekPoint) -> String { point.status?.rawValue ?? "rejected" }

    /// The files of a folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        let manifest = StudyManifest(
            command: "seek", scenarios: [scenario], data: data,
            particulars: [
                ("scenario", .text(scenario.identifier)),
                ("options", .array(scenario.options.map(JSONValue.text))),
                ("planned", .flag(isPlanned)), ("target", targetJSON), ("levers", leversJSON),
                ("outcome", outcomeJSON),
            ])
        return manifest.complete([("seek.csv", csv.bytes)])
    }

    private static func number(_ value: Double?) -> JSONValue {
        value.map { .number(DecimalText.significant($0, digits: 12)) } ?? .null
    }

    private var targetJSON: JSONValue {
        .object([
            ("result", .text(target.name)),
            (
                "region",
                target.year == nil ? .null : .text(target.province ?? "China")
            ),
            ("year", target.year.map(JSONValue.integer) ?? .null),
            ("unit", .text(target.unit)), ("value", .number(target.value)),
            ("tolerance", .number(tolerance)),
        ])
    }

    private var leversJSON: JSONValue {
        .array(
            levers.map { lever in
                .object([
                    ("key", .text(lever.key)),
                    ("unit", lever.declaration.unit.map(JSONValue.text) ?? .null),
                    ("from", .number(lever.range.lowerBound)),
                    ("to", .number(lever.range.upperBound)),
                    ("now_least", lever.current.map { .number($0.lowerBound) } ?? .null),
                    ("now_most", lever.current.map { .number($0.upperBound) } ?? .null),
                    ("scale", .number(lever.scale)),
                ])
            })
    }

    private var outcomeJSON: JSONValue {
        func kind(_ name: String, _ points: [(String, SeekPoint?)]) -> JSONValue {
            .object(
                [(key: "kind", value: .text(name))]
                    + points.map { (key: $0.0, value: $0.1.map(json) ?? .null) })
        }
        switch outcome {
        case .alreadyThere(let point): return kind("already_there", [("answer", point)])
        case .reached(let point): return kind("reached", [("answer", point)])
        case .jump(let near, let far): return kind("jump", [("near", near), ("far", far)])
        case .notFound(let nearest): return kind("not_found", [("nearest", nearest)])
        }
    }

    private func json(_ point: SeekPoint) -> JSONValue {
        .object([
            (
                "values",
                .object(
                    zip(levers, point.values).map { lever, value in
                        (key: lever.key, value: value.map(JSONValue.number) ?? .null)
                    })
            ),
            ("role", .text(point.role.rawValue)), ("status", .text(status(point))),
            ("result", Self.number(point.result)),
            ("increment", Self.number(point.figures?.increment)),
            ("moved", Self.number(point.figures?.moved)),
        ])
    }

    /// The search as one JSON document.
    public func document(language: Language) -> JSONValue {
        .object([
            ("schema", .integer(1)), ("command", .text("seek")),
            ("scenario", .text(scenario.identifier)), ("title", .text(scenario.title[language])),
            ("planned", .flag(isPlanned)), ("target", targetJSON), ("levers", leversJSON),
            ("outcome", outcomeJSON),
            ("alone", .array(alone.map { $0.map(json) ?? .null })),
            ("points", .array(rows.map(json))),
            ("observations", .array(observations.map { .text($0.rendered(in: language)) })),
        ])
    }
}
