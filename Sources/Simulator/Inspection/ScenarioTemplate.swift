/// A scenario file to start from: every key with its meaning, unit and range, and an example line
/// that holds the value of today and only waits for its `#` to be taken away.
public struct ScenarioTemplate: Sendable {
    private let data: DataSet
    private let language: Language
    private let parent: String?
    private let wrap: @Sendable (String) -> [String]
    private let descriptions: [KeyDescription]
    private let values: [String: [EffectiveValue]]

    /// - Parameters:
    ///   - parent: what the file extends; nil leaves that line an example.
    ///   - wrap: breaks a text into the lines of a comment.
    public init(
        data: DataSet, language: Language, extending parent: String? = nil,
        wrap: @escaping @Sendable (String) -> [String] = { [$0] }
    ) throws(InputRejected) {
        self.data = data
        self.language = language
        self.parent = parent
        self.wrap = wrap
        descriptions = try KeyDescription.all(data)
        let inputs = try ModelInputs(data: data, scenario: .tablesOnly)
        values = Dictionary(grouping: inputs.effectiveValues, by: \.address.path)
    }

    /// What an example line begins with; a comment has a space behind it.
    public static let exampleMark: Character = "#"

    public var yaml: String {
        var lines = comment(say(.templateHead)) + comment(say(.templateExamples))
        lines += ["schema: \(ScenarioReader.supportedSchema)"]
        lines += comment(say(.templateExtends))
        lines.append(
            parent.map { "extends: \(Self.written($0))" }
                ?? "\(Self.exampleMark)extends: policies-as-issued")
        lines += texts("title", .templateTitle) + texts("question", .templateQuestion)
        var group = ""
        for description in descriptions where !description.key.namesItems {
            let first = description.key.segments.first ?? ""
            if first != group { lines.append("") }
            group = first
            lines += comment("\(KeySummary(description, language).text)")
            if let example = example(description.key) {
                lines.append("\(Self.exampleMark)\(example)")
            }
        }
        lines += itemLines
        return lines.joined(separator: "\n") + "\n"
    }

    /// A name as YAML takes it: in quotes where it is more than letters, digits and `._-/`.
    private static func written(_ name: String) -> String {
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || "._-/".unicodeScalars.contains($0)
        }
        return isPlain ? name : JSONValue.quoted(name)
    }

    // MARK: - Lines

    private func say(_ message: InspectionMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func comment(_ text: String) -> [String] { wrap(text).map { "# \($0)" } }

    private func texts(_ key: String, _ message: InspectionMessage) -> [String] {
        [
            "\(key):", "  en: \(JSONValue.quoted(message.text.english))",
            "  zh: \(JSONValue.quoted(message.text.chinese))",
        ]
    }

    /// `carbon.price: {2027: 85}`; nil for a key whose places cannot be guessed.
    private func example(_ key: ScenarioKey) -> String? {
        if case .identifiers(let vocabulary) = key.kind {
            return "\(key.path): [\(names(of: vocabulary).joined(separator: ", "))]"
        }
        let known = values[key.path] ?? []
        let chosen = known.last { $0.address.province == exampleProvince } ?? known.last
        if let chosen {
            return line(key.path, chosen.address, chosen.value.written)
        }
        guard key.axes.allSatisfy({ [.province, .year, .decisionYear].contains($0) }) else {
            return nil
        }
        let hasYear = key.axes.contains(.year) || key.axes.contains(.decisionYear)
        let address = ScenarioAddress(
            key.path, province: key.axes.contains(.province) ? exampleProvince : nil,
            year: hasYear ? data.horizon.lastYear : nil)
        return line(key.path, address, Self.middleValue(key))
    }

    /// Names that a list may hold, as an example.
    private func names(of vocabulary: ScenarioKey.Vocabulary) -> [String] {
        switch vocabulary {
        case .transfers, .rumouredTransfers:
            let isRumoured = vocabulary == .rumouredTransfers
            return transfers.filter { $0.isRumoured == isRumoured }.prefix(1).map(\.name)
        case .smelters: return resident.map { [$0] } ?? []
        case .provinces: return [exampleProvince]
        case .words(let words): return Array(words.prefix(2))
        }
    }

    /// A smelter of which no transfer takes anything.
    private var resident: String? {
        let moved = Set(data[.transfers].rows.compactMap { data[.transfers].text("smelter", $0) })
        return data[.smelters].rows.compactMap { data[.smelters].text("smelter", $0) }
            .first { !moved.contains($0) }
    }

    private var exampleProvince: String {
        let codes = data.modelProvinces
        return codes.contains("CN-YN") ? "CN-YN" : codes.first ?? ""
    }

    private func line(_ path: String, _ address: ScenarioAddress, _ value: String) -> String {
        let places = address.written.dropFirst(path.count).split(separator: ".")
        let opening = places.map { "{\($0): " }.joined()
        return "\(path): \(opening)\(value)" + String(repeating: "}", count: places.count)
    }

    private static func middleValue(_ key: ScenarioKey) -> String {
        if let lower = key.lowerBound, let upper = key.upperBound {
            let middle = (lower + upper) / 2
            if case .integer = key.kind { return DecimalText.exact(middle.rounded()) }
            return DecimalText.exact(middle)
        }
        return key.choices.first ?? "[]"
    }

    // MARK: - Transfers and smelters

    private var transfers: [(name: String, isRumoured: Bool)] {
        data.scenarioContext.transfers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private var itemLines: [String] {
        var lines: [String] = []
        let examples = [
            ("transfers.add", addedExample), ("transfers.change", changedExample),
            ("smelters.add", addedSmelterExample), ("smelters.change", changedSmelterExample),
        ]
        for (group, example) in examples {
            let fields = descriptions.filter { $0.key.path.hasPrefix(group + ".") }
            guard !fields.isEmpty else { continue }
            lines.append("")
            let words = fields.map { field in
                let name = field.key.segments.last ?? ""
                return "\(name) (\(KeySummary(field, language).short))"
            }
            let separator = language == .chinese ? "；" : "; "
            lines += comment(
                "\(group): "
                    + say(.templateFields, ["fields": words.joined(separator: separator)]))
            if let example { lines.append("\(Self.exampleMark)\(group): \(example)") }
        }
        return lines
    }

    private var addedExample: String? {
        let table = data[.smelters]
        let sources = table.rows.filter {
            table.text("province", $0) != exampleProvince
                // Not the one that the example of `remove` names.
                && table.text("smelter", $0) != resident
                && (table.number("capacity", $0) ?? 0) > 0.2
        }
        guard let smelter = sources.first.flatMap({ table.text("smelter", $0) }) else { return nil }
        return "{my-transfer: {smelter: \(smelter), to_province: \(exampleProvince), "
            + "capacity: 0.1, year: \(data.horizon.lastYear)}}"
    }

    private var addedSmelterExample: String? {
        "{my-smelter: {province: \(exampleProvince), capacity: 0.1, electricity: 13000}}"
    }

    private var changedSmelterExample: String? {
        let table = data[.smelters]
        // Not the one that the example of `remove` names.
        let row = table.rows.first { table.text("smelter", $0) != resident }
        guard let row, let name = table.text("smelter", row),
            let share = table.number("movable_share", row)
        else { return nil }
        return "{\(name): {movable_share: \(DecimalText.exact(share))}}"
    }

    private var changedExample: String? {
        // Not the one that the example of `drop` names.
        guard let name = transfers.filter({ !$0.isRumoured }).dropFirst().last?.name,
            let cell = data.cell(.transfers, key: [name], column: TransferField.capacity.rawValue)
        else { return nil }
        return "{\(name): {\(TransferField.capacity.rawValue): \(DecimalText.exact(cell.number))}}"
    }
}
