/// Turns YAML values into assignments, checking every key, name and number against the
/// declarations and the data. All problems are collected; none stops the reading.
struct ScenarioReader {
    static let supportedSchema = 1
    /// Stands for every province or every year.
    static let everything = "all"
    private static let ownKeys = [
        "schema", "name", "title", "question", "finding", "extends",
    ]

    let context: ScenarioContext
    var findings = FindingList()
    var layer: ScenarioLayer

    init(context: ScenarioContext, file: String) {
        self.context = context
        layer = ScenarioLayer(file: file)
    }

    /// Reads a whole file.
    mutating func readFile(_ root: YAMLValue) -> ScenarioLayer {
        guard case .mapping(let entries, _) = root else {
            let known = Self.topLevelKeys.joined(separator: ", ")
            report(
                .expectedMapping, ["known": known, "value": Self.shortText(root)],
                line: root.line, keyPath: nil)
            return layer
        }
        if !entries.contains(where: { $0.key == "schema" }) {
            report(
                .schemaMissing, ["supported": "\(Self.supportedSchema)"], line: nil,
                keyPath: "schema"
            )
        }
        for entry in entries {
            switch entry.key {
            case "schema": readSchema(entry.value)
            case "name": readName(entry.value)
            case "title": layer.title = readText(entry.value, key: "title")
            case "question": layer.question = readText(entry.value, key: "question")
            case "finding": layer.finding = readText(entry.value, key: "finding")
            case "extends": readExtends(entry.value)
            case Self.uncertaintyKey: readUncertainty(entry)
            default: readEntry(entry, below: "")
            }
        }
        reportContradictions()
        return layer
    }

    /// Reads the value of one `--set`, already nested under its key path.
    mutating func readOption(_ root: YAMLValue) -> ScenarioLayer {
        guard case .mapping(let entries, _) = root else { return layer }
        for entry in entries {
            if Self.ownKeys.contains(entry.key) {
                report(.extendsInOption, ["key": entry.key], line: nil, keyPath: entry.key)
            } else if entry.key == Self.uncertaintyKey {
                readUncertainty(entry)
            } else {
                readEntry(entry, below: "")
            }
        }
        reportContradictions()
        return layer
    }

    // MARK: - What a file says of itself

    private mutating func readSchema(_ value: YAMLValue) {
        guard case .scalar(let text, _, _) = value, text == "\(Self.supportedSchema)" else {
            report(
                .schemaUnsupported,
                ["value": Self.shortText(value), "supported": "\(Self.supportedSchema)"],
                line: value.line, keyPath: "schema")
            return
        }
    }

    private mutating func readText(_ value: YAMLValue, key: String) -> Text? {
        switch value {
        case .scalar(let text, let isPlain, let line) where Self.says(text, isPlain):
            guard acceptText(text, isPlain: isPlain, line: line, keyPath: key) else { return nil }
            return Text(verbatim: text)
        case .mapping(let entries, let line):
            var texts: [String: String] = [:]
            for entry in entries {
                guard case .scalar(let text, let isPlain, let line) = entry.value,
                    Language(rawValue: entry.key) != nil, Self.says(text, isPlain)
                else {
                    report(.titleMissing, ["key": key], line: entry.keyLine, keyPath: key)
                    return nil
                }
                let path = "\(key).\(entry.key)"
                guard acceptText(text, isPlain: isPlain, line: line, keyPath: path) else {
                    return nil
                }
                texts[entry.key] = text
            }
            if let english = texts["en"], let chinese = texts["zh"] {
                return Text(en: english, zh: chinese)
            }
            report(.titleMissing, ["key": key], line: line, keyPath: key)
            return nil
        default:
            report(.titleMissing, ["key": key], line: value.line, keyPath: key)
            return nil
        }
    }

    private mutating func acceptText(
        _ text: String, isPlain: Bool, line: Int, keyPath: String
    ) -> Bool {
        if isPlain, Self.booleanWords.contains(text.lowercased()) {
            report(.booleanWord, ["value": text], line: line, keyPath: keyPath)
            return false
        }
        // Spreadsheets pass over the spaces before a formula.
        let visible = text.drop { $0.isWhitespace && $0 != "\t" && !$0.isNewline }
        if let first = visible.first, "=+-@\t\r＝＋－＠".contains(first) {
            report(.formulaText, ["value": text], line: line, keyPath: keyPath)
            return false
        }
        if text.unicodeScalars.contains(where: PrintableText.isUnsafe) {
            report(.controlCharacter, [:], line: line, keyPath: keyPath)
            return false
        }
        return true
    }

    /// Whether a text is more than blanks and YAML's words for nothing.
    private static func says(_ text: String, _ isPlain: Bool) -> Bool {
        !text.allSatisfy(\.isWhitespace)
            && !(isPlain && ["~", "null", "Null", "NULL"].contains(text))
    }

    private mutating func readName(_ value: YAMLValue) {
        if case .scalar(let text, true, let line) = value,
            Self.booleanWords.contains(text.lowercased())
        {
            report(.booleanWord, ["value": text], line: line, keyPath: "name")
            return
        }
        guard case .scalar(let text, _, _) = value, Self.isIdentifier(text) else {
            report(
                .badIdentifier, ["value": Self.shortText(value)], line: value.line,
                keyPath: "name")
            return
        }
        layer.name = text
    }

    private mutating func readExtends(_ value: YAMLValue) {
        guard case .scalar(let text, _, let line) = value, !text.isEmpty else {
            report(
                .extendsForbidden, ["value": Self.shortText(value)], line: value.line,
                keyPath: "extends")
            return
        }
        layer.extends = text
        layer.extendsLine = line
    }

    // MARK: - Keys of the model

    mutating func readEntry(_ entry: Entry, below prefix: String) {
        let path = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
        if let fields = Self.itemFields(of: prefix) {
            readItem(entry, group: prefix, fields: fields)
            return
        }
        if let key = ScenarioKey.byPath[path] {
            readCoordinates(of: key, value: entry.value, line: entry.keyLine)
            return
        }
        let children = Self.children(of: path)
        guard !children.isEmpty else {
            reportUnknown(entry.key, below: prefix, line: entry.keyLine)
            return
        }
        guard case .mapping(let entries, _) = entry.value else {
            report(
                .expectedMapping,
                ["known": children.joined(separator: ", "), "value": Self.shortText(entry.value)],
                line: entry.keyLine, keyPath: path)
            return
        }
        for child in entries { readEntry(child, below: path) }
    }

    // MARK: - Problems

    mutating func reportContradictions() {
        var seen: [ScenarioAddress: [Int: ScenarioAssignment]] = [:]
        for assignment in layer.assignments {
            if let earlier = seen[assignment.address]?[assignment.breadth] {
                report(
                    .contradiction, ["line": earlier.line.map(String.init) ?? "-"],
                    line: assignment.line, keyPath: assignment.address.written)
            }
            seen[assignment.address, default: [:]][assignment.breadth] = assignment
        }
    }

    mutating func reportUnknown(_ name: String, below prefix: String, line: Int) {
        let known = prefix.isEmpty ? Self.topLevelKeys : Self.children(of: prefix)
        let path = prefix.isEmpty ? name : "\(prefix).\(name)"
        reportUnknown(name, among: known, line: line, keyPath: path)
    }

    mutating func reportUnknown(
        _ name: String, among known: [String], line: Int, keyPath: String
    ) {
        if let nearest = Spelling.nearest(to: name, among: known) {
            report(
                .unknownKeyNearest, ["key": name, "nearest": nearest], line: line,
                keyPath: keyPath)
            return
        }
        let elsewhere = ScenarioKey.all.first { key in
            key.segments.contains(name) && !key.namesItems
        }
        if let elsewhere {
            let segments = elsewhere.segments
            let end = segments.firstIndex(of: name) ?? segments.count - 1
            report(
                .misplacedKey,
                ["key": name, "place": segments[...end].joined(separator: ".")],
                line: line, keyPath: keyPath)
        } else {
            report(
                .unknownKey, ["key": name, "known": known.joined(separator: ", ")], line: line,
                keyPath: keyPath)
        }
    }

    mutating func report(
        _ message: ScenarioMessage, _ arguments: [String: String], line: Int?, keyPath: String?
    ) {
        let short = arguments.mapValues { $0.count > 400 ? String($0.prefix(100)) + "…" : $0 }
        let finding = Finding(
            .error, Message(message, verbatim: short), at: location(line, keyPath))
        // What is said once for all provinces is read once for each.
        if !findings.findings.suffix(64).contains(finding) { findings.append(finding) }
    }

    func location(_ line: Int?, _ keyPath: String?) -> Location {
        Location(
            file: layer.file, line: line,
            keyPath: keyPath.map { $0.count > 120 ? String($0.prefix(100)) + "…" : $0 })
    }
}

extension ScenarioReader {
    static let booleanWords: Set<String> = ["yes", "no", "on", "off", "true", "false", "y", "n"]

    /// Keys that may stand at the top of a file.
    static let topLevelKeys: [String] = ownKeys + children(of: "") + [uncertaintyKey]

    /// The key names directly below a path, in order of declaration.
    static func children(of prefix: String) -> [String] {
        let depth = prefix.isEmpty ? 0 : prefix.split(separator: ".").count
        var names: [String] = []
        for key in ScenarioKey.all where prefix.isEmpty || key.path.hasPrefix(prefix + ".") {
            let segments = key.segments
            if segments.count > depth, !names.contains(segments[depth]) {
                names.append(segments[depth])
            }
        }
        return names
    }

    static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func looksLikeYear(_ text: String) -> Bool {
        text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            } && text.utf8.first != 0x2D
    }

    static func shortText(_ value: YAMLValue) -> String {
        switch value {
        case .scalar(let text, _, _): String(text.prefix(60))
        case .mapping(let entries, _): "{\(entries.prefix(3).map(\.key).joined(separator: ", "))…}"
        case .sequence(let items, _): items.isEmpty ? "[]" : "[…]"
        }
    }
}
