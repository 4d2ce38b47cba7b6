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
        let order = ScenarioKey.order
        var values = effective.compactMap { setting in
            order[setting.address.path].map { (place: $0, setting: setting) }
        }
        values.sort { first, second in
            first.place != second.place
                ? first.place < second.place : first.setting.address < second.setting.address
        }
        var segments: [String: [String]] = [:]
        var text = ""
        var open: [String] = []
        for value in merged(values.map(\.setting)) {
            let parts = parts(of: value.address, &segments)
            let last = parts.count - 1
            var shared = 0
            while shared < min(open.count, last), open[shared] == parts[shared] {
                shared += 1
            }
            for depth in shared..<last {
                indent(depth, &text)
                text += parts[depth]
                text += ":\n"
            }
            open = Array(parts.dropLast())
            indent(last, &text)
            text += parts[last]
            text += ": "
            text += written(value.value)
            text += "\n"
        }
        return text
    }

    private static func indent(_ depth: Int, _ text: inout String) {
        for _ in 0..<depth { text += "  " }
    }

    /// The keys from the top down to an address: those of ``ScenarioAddress/written``.
    /// - Parameter segments: those of the paths met so far.
    private static func parts(
        of address: ScenarioAddress, _ segments: inout [String: [String]]
    ) -> [String] {
        var parts: [String]
        if let known = segments[address.path] {
            parts = known
        } else {
            parts = address.path.split(separator: ".").map(String.init)
            segments[address.path] = parts
        }
        if let item = address.item {
            parts.insert(item, at: parts.count - 1)
        }
        if let province = address.province { parts.append(province) }
        if let year = address.year { parts.append(String(year)) }
        return parts
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
        let grouped = values.filter(isGrouped).map { ($0, $0.address.written) }.sorted {
            ($0.0.address.item == nil ? 0 : 1, $0.1) < ($1.0.address.item == nil ? 0 : 1, $1.1)
        }.map(\.0)
        return values.filter { !isGrouped($0) }
            + grouped.filter { $0.address.path.hasPrefix("smelters.") }
            + grouped.filter { $0.address.path.hasPrefix("transfers.") }
    }

    static func texts(_ name: String, _ text: Text) -> String {
        "\(name):\n  en: \(JSONValue.quoted(text.english))\n"
            + "  zh: \(JSONValue.quoted(text.chinese))\n"
    }

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
