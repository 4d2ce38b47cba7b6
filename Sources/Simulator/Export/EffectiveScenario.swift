/// Writes the values a run really used as a scenario file that sets every one of them.
public enum EffectiveScenario {
    /// YAML in a fixed order; reading it back gives the same run.
    public static func yaml(_ scenario: Scenario, inputs: ModelInputs) -> String {
        var text = "schema: \(ScenarioReader.supportedSchema)\n"
        text += "name: \(scenario.identifier)\n"
        text += texts("title", scenario.title)
        if !scenario.question.english.isEmpty { text += texts("question", scenario.question) }
        return text + nested(inputs.effectiveValues) + uncertainty(inputs.uncertainty.assignments)
    }

    /// YAML of what a scenario sets, limits that it lifts included.
    static func yaml(
        _ assignments: [ScenarioAddress: ScenarioAssignment], name: String
    ) -> String {
        "schema: \(ScenarioReader.supportedSchema)\nname: \(name)\n"
            + nested(assignments.map { ($0.key, $0.value.value) })
    }

    /// Values as the keys of a file, in the order of their declarations.
    static func nested(_ effective: [EffectiveValue]) -> String {
        nested(effective.map { ($0.address, $0.value) })
    }

    typealias Setting = (address: ScenarioAddress, value: ScenarioValue?)

    static func nested(_ effective: [Setting]) -> String {
        let order = Dictionary(
            ScenarioKey.all.enumerated().map { ($1.path, $0) },
            uniquingKeysWith: { first, _ in first })
        let values = effective.filter { order[$0.address.path] != nil }.sorted {
            let (first, second) = (order[$0.address.path] ?? 0, order[$1.address.path] ?? 0)
            return first != second ? first < second : $0.address < $1.address
        }
        var text = ""
        var open: [String] = []
        for value in merged(values) {
            let parts = value.address.written.split(separator: ".").map(String.init)
            var shared = 0
            while shared < min(open.count, parts.count - 1), open[shared] == parts[shared] {
                shared += 1
            }
            for depth in shared..<(parts.count - 1) {
                text += String(repeating: "  ", count: depth) + key(parts[depth]) + ":\n"
            }
            open = Array(parts.dropLast())
            text +=
                String(repeating: "  ", count: parts.count - 1) + key(parts[parts.count - 1])
                + ": " + written(value.value) + "\n"
        }
        return text
    }

    /// What the scenario says is uncertain; nothing where it is silent.
    static func uncertainty(_ assignments: [UncertaintyAssignment]) -> String {
        guard !assignments.isEmpty else { return "" }
        var text = "uncertainty:\n"
        var open: [String] = []
        for assignment in assignments {
            let place = assignment.place
            let parts = [place.section.rawValue, place.name, place.field].filter { !$0.isEmpty }
            for depth in 0..<(parts.count - 1)
            where open.prefix(depth + 1) != parts.prefix(depth + 1) {
                text += String(repeating: "  ", count: depth + 1) + parts[depth] + ":\n"
                open = Array(parts.prefix(depth + 1))
            }
            text +=
                String(repeating: "  ", count: parts.count) + parts[parts.count - 1] + ": "
                + written(assignment.value) + "\n"
        }
        return text
    }

    private static func written(_ value: UncertaintyValue) -> String {
        switch value {
        case .word(let word): word
        case .number(let number): DecimalText.exact(number)
        case .words(let words): "[" + words.joined(separator: ", ") + "]"
        case .numbers(let numbers):
            "[" + numbers.map(DecimalText.exact).joined(separator: ", ") + "]"
        }
    }

    /// Smelters and transfers stand at the end, grouped by name, so that each opens once.
    private static func merged(_ values: [Setting]) -> [Setting] {
        func isGrouped(_ value: Setting) -> Bool {
            value.address.path.hasPrefix("transfers.") || value.address.path.hasPrefix("smelters.")
        }
        let grouped = values.filter(isGrouped).sorted { first, second in
            (first.address.item == nil ? 0 : 1, first.address.written)
                < (second.address.item == nil ? 0 : 1, second.address.written)
        }
        return values.filter { !isGrouped($0) }
            + grouped.filter { $0.address.path.hasPrefix("smelters.") }
            + grouped.filter { $0.address.path.hasPrefix("transfers.") }
    }

    static func texts(_ name: String, _ text: Text) -> String {
        "\(name):\n  en: \(JSONValue.quoted(text.english))\n"
            + "  zh: \(JSONValue.quoted(text.chinese))\n"
    }

    private static func key(_ name: String) -> String { name }

    /// - Parameter value: nil for an optional limit that is lifted.
    static func written(_ value: ScenarioValue?) -> String {
        guard let value else { return "none" }
        return switch value {
        case .number(let number): DecimalText.exact(number)
        case .choice(let choice): choice
        case .flag(let flag): flag ? "true" : "false"
        case .identifiers(let names): "[" + names.joined(separator: ", ") + "]"
        }
    }
}
