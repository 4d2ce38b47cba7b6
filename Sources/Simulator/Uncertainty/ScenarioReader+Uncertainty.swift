/// The section `uncertainty` of a scenario: what is not known exactly, and how far off it may be.
extension ScenarioReader {
    static let uncertaintyKey = "uncertainty"
    private static let sections = UncertaintyPlace.Section.allCases.map(\.rawValue)

    mutating func readUncertainty(_ entry: Entry) {
        let path = Self.uncertaintyKey
        guard let entries = mapping(entry, path: path, known: Self.sections) else { return }
        for child in entries {
            let childPath = "\(path).\(child.key)"
            switch UncertaintyPlace.Section(rawValue: child.key) {
            case .standard: readStandard(child, path: childPath)
            case .inputs:
                readNamed(
                    child, section: .inputs, path: childPath,
                    fields: UncertainInputField.allCases.map { ($0.rawValue, $0.kind) })
            case .correlations:
                readNamed(
                    child, section: .correlations, path: childPath,
                    fields: CorrelationField.allCases.map { ($0.rawValue, $0.kind) })
            case nil:
                reportUnknown(
                    child.key, among: Self.sections, line: child.keyLine, keyPath: childPath)
            }
        }
    }

    private mutating func mapping(_ entry: Entry, path: String, known: [String]) -> [Entry]? {
        if case .mapping(let entries, _) = entry.value { return entries }
        report(
            .expectedMapping,
            ["known": known.joined(separator: ", "), "value": Self.shortText(entry.value)],
            line: entry.keyLine, keyPath: path)
        return nil
    }

    /// `standard: [hydrology, quotas]`, or `standard: none`.
    private mutating func readStandard(_ entry: Entry, path: String) {
        let known = StandardUncertainty.allCases.map(\.rawValue)
        let place = UncertaintyPlace(.standard)
        if case .scalar("none", true, _) = entry.value {
            add(place, .words([]), line: entry.keyLine)
            return
        }
        if case .scalar("all", true, _) = entry.value {
            add(place, .words(known.sorted()), line: entry.keyLine)
            return
        }
        guard case .sequence(let items, _) = entry.value else {
            report(.expectedList, [:], line: entry.keyLine, keyPath: path)
            return
        }
        var words = Set<String>()
        for item in items {
            guard case .scalar(let text, _, _) = item else {
                report(.expectedList, [:], line: item.line, keyPath: path)
                continue
            }
            guard known.contains(text) else {
                reportChoice(text, among: known, line: item.line, keyPath: path)
                continue
            }
            words.insert(text)
        }
        add(place, .words(words.sorted()), line: entry.keyLine)
    }

    private mutating func readNamed(
        _ entry: Entry, section: UncertaintyPlace.Section, path: String,
        fields: [(name: String, kind: UncertainInputField.Kind)]
    ) {
        let names = fields.map(\.name)
        guard let entries = mapping(entry, path: path, known: names) else { return }
        for item in entries {
            let itemPath = "\(path).\(item.key)"
            guard Self.isIdentifier(item.key) else {
                report(
                    .badIdentifier, ["value": item.key], line: item.keyLine, keyPath: itemPath)
                continue
            }
            guard let children = mapping(item, path: itemPath, known: names) else { continue }
            for child in children {
                let childPath = "\(itemPath).\(child.key)"
                guard let field = fields.first(where: { $0.name == child.key }) else {
                    reportUnknown(
                        child.key, among: names, line: child.keyLine, keyPath: childPath)
                    continue
                }
                let place = UncertaintyPlace(section, name: item.key, field: child.key)
                guard let value = uncertaintyValue(child.value, field.kind, path: childPath)
                else { continue }
                add(place, value, line: child.keyLine)
            }
        }
    }

    private mutating func uncertaintyValue(
        _ value: YAMLValue, _ kind: UncertainInputField.Kind, path: String
    ) -> UncertaintyValue? {
        if case .numbers = kind { return numbers(value, path: path) }
        guard case .scalar(let text, _, let line) = value, !text.isEmpty else {
            report(
                .notANumber, ["value": Self.shortText(value), "unit": "1"], line: value.line,
                keyPath: path)
            return nil
        }
        switch kind {
        case .word: return .word(text)
        case .choice(let words):
            guard words.contains(text) else {
                reportChoice(text, among: words, line: line, keyPath: path)
                return nil
            }
            return .word(text)
        case .number, .numbers:
            return number(text, line: line, path: path).map(UncertaintyValue.number)
        }
    }

    private mutating func numbers(_ value: YAMLValue, path: String) -> UncertaintyValue? {
        guard case .sequence(let items, _) = value else {
            report(.expectedList, [:], line: value.line, keyPath: path)
            return nil
        }
        var result: [Double] = []
        for item in items {
            guard case .scalar(let text, _, let line) = item else {
                report(.expectedList, [:], line: item.line, keyPath: path)
                return nil
            }
            guard let number = number(text, line: line, path: path) else { return nil }
            result.append(number)
        }
        return .numbers(result)
    }

    private mutating func number(_ text: String, line: Int, path: String) -> Double? {
        guard ScenarioValueParser.isDecimal(text), let number = Double(text) else {
            let names = [".nan", ".inf", "-.inf", "nan", "inf", "-inf"]
            report(
                names.contains(text.lowercased()) ? .notFinite : .notANumber,
                ["value": text, "unit": "1"], line: line, keyPath: path)
            return nil
        }
        guard number.isFinite else {
            report(.notFinite, ["value": text, "unit": "1"], line: line, keyPath: path)
            return nil
        }
        return number
    }

    private mutating func reportChoice(
        _ text: String, among words: [String], line: Int, keyPath: String
    ) {
        var listed = words.joined(separator: ", ")
        if let nearest = Spelling.nearest(to: text, among: words) { listed += " (→ \(nearest))" }
        report(.notAChoice, ["value": text, "choices": listed], line: line, keyPath: keyPath)
    }

    private mutating func add(
        _ place: UncertaintyPlace, _ value: UncertaintyValue, line: Int?
    ) {
        layer.uncertainty.append(
            UncertaintyAssignment(place: place, value: value, file: layer.file, line: line))
    }
}
