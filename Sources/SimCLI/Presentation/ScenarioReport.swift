internal import Reporting
internal import Simulator

/// What a scenario sets, what stood there before, and where.
struct ScenarioReport {
    private let layered: LayeredValues
    private let showsAll: Bool
    private let prefix: KeyPrefix
    private let language: Language
    private let usesColour: Bool

    init(
        _ layered: LayeredValues, showsAll: Bool, prefix: KeyPrefix, language: Language,
        usesColour: Bool
    ) {
        self.layered = layered
        self.showsAll = showsAll
        self.prefix = prefix
        self.language = language
        self.usesColour = usesColour
    }

    private var scenario: Scenario { layered.scenario }

    // MARK: - For people

    var text: String {
        [heading, valueSection, restatedSection].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func say(_ message: InspectionMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(
            Message(message, verbatim: arguments).rendered(in: language), indent: "  ")
    }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private var heading: String {
        var text =
            emphasised(
                DisplayWidth.wrapped(PrintableText.escaped(scenario.title[language]))) + "\n"
        let question = PrintableText.escaped(scenario.question[language])
        if !question.isEmpty { text += DisplayWidth.wrapped(question) + "\n" }
        let finding = scenario.finding[language]
        if !finding.isEmpty { text += say(.cameOut, ["finding": finding]) + "\n" }
        let files = scenario.files.map(\.file).joined(separator: " → ")
        if !files.isEmpty { text += say(.filesHeading, ["files": files]) + "\n" }
        let options = scenario.options.map { "--set \($0)" }.joined(separator: " ")
        if !options.isEmpty { text += say(.optionsHeading, ["options": options]) + "\n" }
        return text
    }

    private var valueSection: String {
        let shown = layered.values.filter { value in
            guard prefix.includes(value.address.path) else { return false }
            if showsAll { return true }
            return value.isSet && !value.isRestated
        }
        let title = emphasised(say(showsAll ? .allHeading : .changedHeading)) + "\n"
        guard !shown.isEmpty else { return say(.nothingSet) + "\n" }
        let joined = JoinedPlaces.join(
            shown.map(\.address), signatures: shown.map(Signature.init),
            provinces: layered.inputs.provinces.map(\.code))
        var lines = ValueLines(language: language)
        for place in joined {
            let values = place.members.map { shown[$0] }
            lines.append(
                place.written(in: language), place.path, values[0].value,
                origins: values.map(\.origin),
                beneath: values.map(\.beneath), isSet: values[0].isSet)
        }
        let hint = showsAll ? "" : "\n" + say(.onlySet) + "\n"
        return title + lines.text + hint
    }

    private var restatedSection: String {
        let shown = layered.restated.filter { prefix.includes($0.assignment.address.path) }
        guard !shown.isEmpty else { return "" }
        let joined = JoinedPlaces.join(
            shown.map(\.assignment.address),
            signatures: shown.map { [$0.value.written, $0.assignment.file] },
            provinces: layered.inputs.provinces.map(\.code))
        var lines = ValueLines(language: language)
        for place in joined {
            let values = place.members.map { shown[$0] }
            lines.append(
                place.written(in: language), place.path, values[0].value,
                origins: values.map {
                    .scenario(file: $0.assignment.file, line: $0.assignment.line)
                }, sameAs: values.map(\.beneath))
        }
        return emphasised(say(.restatedHeading)) + "\n" + lines.text
    }

    /// What makes two values one line.
    private struct Signature: Hashable {
        let value: ScenarioValue
        let kind: String
        let file: String?
        let column: String?

        init(_ value: LayeredValue) {
            self.value = value.value
            kind = value.origin.kind
            file = value.origin.file
            column = value.origin.column
        }
    }

    // MARK: - For programs

    private var rows: [LayeredValue] {
        layered.values.filter { prefix.includes($0.address.path) }
    }

    var csv: CSVText {
        var text = CSVText(
            header: "address,key,province,year,value,unit,origin,file,line,column,previous,"
                + "previous_file,previous_line")
        for row in rows {
            text.append([
                row.address.written, row.address.path, row.address.province ?? "",
                row.address.year.map(String.init) ?? "", row.value.written,
                ScenarioKey.byPath[row.address.path]?.unit ?? "", row.origin.kind,
                row.origin.file ?? "", row.origin.line.map(String.init) ?? "",
                row.origin.column ?? "", row.beneath?.value.written ?? "",
                row.beneath?.origin.file ?? "", row.beneath?.origin.line.map(String.init) ?? "",
            ])
        }
        return text
    }

    var json: JSONValue {
        .object([
            ("schema", .integer(1)),
            ("scenario", .text(scenario.identifier)),
            ("title", .text(scenario.title[language])),
            ("question", .text(scenario.question[language])),
            ("files", .array(scenario.files.map { .text($0.file) })),
            ("options", .array(scenario.options.map(JSONValue.text))),
            (
                "values",
                .array(
                    rows.map { row in
                        .object(
                            Self.place(row.address) + [("value", row.value.json)]
                                + Self.unit(row.address) + Self.origin(row.origin)
                                + [
                                    ("previous", row.beneath?.value.json ?? .null),
                                    ("set", .flag(row.isSet)),
                                ])
                    })
            ),
            (
                "unchanged",
                .array(
                    layered.restated.filter { prefix.includes($0.assignment.address.path) }.map {
                        .object(
                            Self.place($0.assignment.address) + [("value", $0.value.json)]
                                + Self.origin(
                                    .scenario(
                                        file: $0.assignment.file, line: $0.assignment.line)))
                    })
            ),
        ])
    }

    private typealias Members = [(key: String, value: JSONValue)]

    private static func place(_ address: ScenarioAddress) -> Members {
        [
            ("address", .text(address.written)), ("key", .text(address.path)),
            ("province", address.province.map(JSONValue.text) ?? .null),
            ("year", address.year.map(JSONValue.integer) ?? .null),
        ]
    }

    private static func unit(_ address: ScenarioAddress) -> Members {
        [("unit", ScenarioKey.byPath[address.path]?.unit.map(JSONValue.text) ?? .null)]
    }

    private static func origin(_ origin: ValueOrigin) -> Members {
        [
            ("origin", .text(origin.kind)), ("file", origin.file.map(JSONValue.text) ?? .null),
            ("line", origin.line.map(JSONValue.integer) ?? .null),
            ("column", origin.column.map(JSONValue.text) ?? .null),
        ]
    }
}
