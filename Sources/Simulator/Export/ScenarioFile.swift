/// Writes what a scenario sets as a file for the command line.
package enum ScenarioFile {
    /// What a file says of itself.
    package struct Heading {
        /// Written where it may stand in a file; a file without it is known by the file's own name.
        package var name: String
        package var title: Text?
        package var question: Text?
        package var finding: Text?
        /// The scenario it builds on; nil for the tables alone.
        package var extends: String?

        package init(name: String, extends: String?) {
            self.name = name
            self.extends = extends
        }
    }

    /// A file that builds on another and sets what the scenario's layers from one on set. Read
    /// back it leads to the same values.
    /// - Parameter first: index of the lowest layer whose content the file takes over.
    package static func yaml(
        _ scenario: Scenario, layersFrom first: Int, heading: Heading
    ) -> String {
        var text = "schema: \(ScenarioReader.supportedSchema)\n"
        if isName(heading.name) { text += "name: \(heading.name)\n" }
        if let parent = heading.extends { text += "extends: \(JSONValue.quoted(parent))\n" }
        let words = [
            ("title", heading.title), ("question", heading.question),
            ("finding", heading.finding),
        ]
        for (name, content) in words {
            if let content, !content.english.isEmpty {
                text += EffectiveScenario.texts(name, content)
            }
        }
        let own = scenario.layers[min(first, scenario.layers.count)...]
        var values: [ScenarioAddress: ScenarioValue?] = [:]
        for assignment in own.flatMap(\.assignments) {
            guard let merged = scenario.assignments[assignment.address] else { continue }
            values.updateValue(merged.value, forKey: assignment.address)
        }
        let places = Set(own.flatMap(\.uncertainty).map(\.place))
        let uncertain = places.sorted().compactMap { scenario.uncertainty[$0] }
        return text
            + EffectiveScenario.nested(joined(values, context: scenario.context))
            + EffectiveScenario.uncertainty(uncertain)
    }

    /// Whether a text may stand as the name in a file: lower-case letters, digits and hyphens.
    package static func isName(_ text: String) -> Bool { ScenarioReader.isIdentifier(text) }

    /// Values with those that agree in all years, or in all provinces, said once. A file or an
    /// option that sets what is returned sets exactly the values given.
    package static func joined(
        _ values: [ScenarioAddress: ScenarioValue?], context: ScenarioContext?
    ) -> [(address: ScenarioAddress, value: ScenarioValue?)] {
        guard let context else {
            return values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
        let years = Array(context.horizon.years.dropFirst())
        var result: [(address: ScenarioAddress, value: ScenarioValue?)] = []
        for (path, group) in Dictionary(grouping: values, by: \.key.path) {
            guard let key = ScenarioKey.byPath[path], !key.namesItems, !key.axes.isEmpty else {
                result += group.map { ($0.key, $0.value) }
                continue
            }
            let hasProvinces = key.axes.contains(.province)
            let places: [String?] = hasProvinces ? context.provinces : [nil]
            var lines: [(address: ScenarioAddress, value: ScenarioValue?)] = []
            var isWhole = true
            for place in places {
                let here = group.filter { $0.key.province == place }
                let whole = key.hasYears ? allYears(here, years) : here.first?.value
                if let whole {
                    lines.append((ScenarioAddress(path, province: place), whole))
                } else {
                    isWhole = false
                    lines += here.map { ($0.key, $0.value) }
                }
            }
            if isWhole, let first = lines.first, lines.allSatisfy({ $0.value == first.value }) {
                lines = [(ScenarioAddress(path), first.value)]
            }
            result += lines
        }
        return result.sorted { $0.address < $1.address }
    }

    /// The one value of all years after the base year; nil where they differ, where one is
    /// missing, or where the base year has a value of its own.
    private static func allYears(
        _ values: [(key: ScenarioAddress, value: ScenarioValue?)], _ years: [Int]
    ) -> ScenarioValue?? {
        guard let first = values.first, values.count == years.count,
            Set(values.compactMap(\.key.year)) == Set(years),
            values.allSatisfy({ $0.value == first.value })
        else { return nil }
        return .some(first.value)
    }
}
