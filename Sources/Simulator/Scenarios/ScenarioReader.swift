/// Turns YAML values into assignments, checking every key, name and number against the
/// declarations and the data. All problems are collected; none stops the reading.
struct ScenarioReader {
    static let supportedSchema = 1
    /// Stands for every province or every year.
    static let everything = "all"
    private static let ownKeys = ["schema", "name", "title", "question", "extends"]

    let context: ScenarioContext
    private(set) var findings = FindingList()
    private var layer: ScenarioLayer

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
                .schemaMissing, ["supported": "\(Self.supportedSchema)"], line: nil, keyPath: "schema"
            )
        }
        for entry in entries {
            switch entry.key {
            case "schema": readSchema(entry.value)
            case "name": readName(entry.value)
            case "title": layer.title = readText(entry.value, key: "title")
            case "question": layer.question = readText(entry.value, key: "question")
            case "extends": readExtends(entry.value)
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
        case .scalar(let text, let isPlain, let line) where !text.isEmpty:
            guard acceptText(text, isPlain: isPlain, line: line, keyPath: key) else { return nil }
            return Text(verbatim: text)
        case .mapping(let entries, let line):
            var texts: [String: String] = [:]
            for entry in entries {
                guard case .scalar(let text, let isPlain, let line) = entry.value,
                    Language(rawValue: entry.key) != nil, !text.isEmpty
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
        if let first = text.first, "=+-@\t\r＝＋－＠".contains(first) {
            report(.formulaText, ["value": text], line: line, keyPath: keyPath)
            return false
        }
        if text.unicodeScalars.contains(where: PrintableText.isUnsafe) {
            report(.controlCharacter, [:], line: line, keyPath: keyPath)
            return false
        }
        return true
    }

    private mutating func readName(_ value: YAMLValue) {
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

    private typealias Entry = (key: String, keyLine: Int, value: YAMLValue)

    private mutating func readEntry(_ entry: Entry, below prefix: String) {
        let path = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
        if prefix == "transfers.add" || prefix == "transfers.change" {
            readTransfer(entry, group: prefix)
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

    private mutating func readTransfer(_ entry: Entry, group: String) {
        let path = "\(group).\(entry.key)"
        let isKnown = context.transfers[entry.key] != nil
        if group == "transfers.change", !isKnown {
            reportUnknownTransfer(entry.key, line: entry.keyLine, keyPath: path)
            return
        }
        if group == "transfers.add" {
            if isKnown {
                report(.transferExists, ["value": entry.key], line: entry.keyLine, keyPath: path)
                return
            }
            guard Self.isIdentifier(entry.key) else {
                report(.badIdentifier, ["value": entry.key], line: entry.keyLine, keyPath: path)
                return
            }
        }
        let fields = TransferField.allCases.map(\.rawValue)
        guard case .mapping(let entries, _) = entry.value else {
            report(
                .expectedMapping,
                ["known": fields.joined(separator: ", "), "value": Self.shortText(entry.value)],
                line: entry.keyLine, keyPath: path)
            return
        }
        for child in entries {
            guard let key = ScenarioKey.byPath["\(group).\(child.key)"], child.key != "include"
            else {
                reportUnknown(child.key, among: fields, line: child.keyLine, keyPath: path)
                continue
            }
            let address = ScenarioAddress(key.path, transfer: entry.key)
            readValue(of: key, child.value, at: address, breadth: 0)
        }
    }

    private mutating func readCoordinates(of key: ScenarioKey, value: YAMLValue, line: Int) {
        let hasProvince = key.axes.contains(.province)
        if hasProvince {
            for (provinces, inner, breadth) in split(value, byProvinceFor: key) {
                for province in provinces {
                    readYears(of: key, value: inner, province: province, breadth: breadth)
                }
            }
        } else {
            readYears(of: key, value: value, province: nil, breadth: 0)
        }
    }

    /// The provinces a value is for, each with what stands below it.
    private mutating func split(
        _ value: YAMLValue, byProvinceFor key: ScenarioKey
    ) -> [(provinces: [String], value: YAMLValue, breadth: Int)] {
        guard case .mapping(let entries, _) = value,
            !entries.allSatisfy({ Self.looksLikeYear($0.key) })
        else {
            return [(context.provinces, value, 1)]
        }
        var result: [(provinces: [String], value: YAMLValue, breadth: Int)] = []
        for entry in entries {
            if entry.key == Self.everything {
                result.append((context.provinces, entry.value, 1))
            } else if let code = province(
                entry.key, line: entry.keyLine, keyPath: "\(key.path).\(entry.key)")
            {
                result.append(([code], entry.value, 0))
            }
        }
        return result
    }

    private mutating func readYears(
        of key: ScenarioKey, value: YAMLValue, province: String?, breadth: Int
    ) {
        guard key.axes.contains(.year) || key.axes.contains(.decisionYear) else {
            readValue(
                of: key, value, at: ScenarioAddress(key.path, province: province),
                breadth: breadth)
            return
        }
        let decisionYears = Array(context.horizon.years.dropFirst())
        let allowed = key.axes.contains(.year) ? Array(context.horizon.years) : decisionYears
        guard case .mapping(let entries, _) = value else {
            for year in decisionYears {
                readValue(
                    of: key, value,
                    at: ScenarioAddress(key.path, province: province, year: year),
                    breadth: breadth + 1)
            }
            return
        }
        for entry in entries {
            let written = ScenarioAddress(key.path, province: province).written + ".\(entry.key)"
            let isAll = entry.key == Self.everything
            var years = decisionYears
            if !isAll {
                guard Self.looksLikeYear(entry.key), let year = Int(entry.key) else {
                    report(.notAYear, ["value": entry.key], line: entry.keyLine, keyPath: written)
                    continue
                }
                guard allowed.contains(year) else {
                    report(
                        .yearOutside,
                        [
                            "value": entry.key, "first": "\(allowed.first ?? 0)",
                            "last": "\(allowed.last ?? 0)",
                        ],
                        line: entry.keyLine, keyPath: written)
                    continue
                }
                years = [year]
            }
            for year in years {
                readValue(
                    of: key, entry.value,
                    at: ScenarioAddress(key.path, province: province, year: year),
                    breadth: isAll ? breadth + 1 : breadth)
            }
        }
    }

    private mutating func readValue(
        of key: ScenarioKey, _ value: YAMLValue, at address: ScenarioAddress, breadth: Int
    ) {
        var parsed: ScenarioValue?
        if case .scalar("none", true, _) = value, key.isOptional {
            parsed = nil
        } else {
            let parser = ScenarioValueParser(key: key, address: address, context: context)
            switch parser.parse(value) {
            case .success(let result): parsed = result
            case .failure(let rejected):
                for message in rejected.messages {
                    findings.error(message, at: location(value.line, address.written))
                }
                return
            }
        }
        layer.assignments.append(
            ScenarioAssignment(
                address: address, value: parsed, file: layer.file, line: value.line,
                breadth: breadth))
    }

    // MARK: - Names

    private mutating func province(_ name: String, line: Int, keyPath: String) -> String? {
        guard let code = context.provinceDirectory.code(for: name),
            context.provinces.contains(code)
        else {
            findings.error(
                context.provinceDirectory.rejection(of: name, among: context.provinces),
                at: location(line, keyPath))
            return nil
        }
        if code != name {
            findings.notice(
                Message(
                    ScenarioMessage.provinceMapped, verbatim: ["value": name, "code": code]),
                at: location(line, keyPath))
        }
        return code
    }

    private mutating func reportContradictions() {
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

    private mutating func reportUnknownTransfer(_ name: String, line: Int, keyPath: String) {
        let known = context.transfers.keys.sorted()
        report(
            .unknownTransfer,
            [
                "value": name, "nearest": Spelling.nearest(to: name, among: known) ?? "-",
                "known": known.joined(separator: ", "),
            ],
            line: line, keyPath: keyPath)
    }

    private mutating func reportUnknown(_ name: String, below prefix: String, line: Int) {
        let known = prefix.isEmpty ? Self.topLevelKeys : Self.children(of: prefix)
        let path = prefix.isEmpty ? name : "\(prefix).\(name)"
        reportUnknown(name, among: known, line: line, keyPath: path)
    }

    private mutating func reportUnknown(
        _ name: String, among known: [String], line: Int, keyPath: String
    ) {
        if let nearest = Spelling.nearest(to: name, among: known) {
            report(
                .unknownKeyNearest, ["key": name, "nearest": nearest], line: line,
                keyPath: keyPath)
            return
        }
        let elsewhere = ScenarioKey.all.first { key in
            key.segments.contains(name) && key.axes != [.transfer]
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

    private mutating func report(
        _ message: ScenarioMessage, _ arguments: [String: String], line: Int?, keyPath: String?
    ) {
        findings.error(Message(message, verbatim: arguments), at: location(line, keyPath))
    }

    private func location(_ line: Int?, _ keyPath: String?) -> Location {
        Location(file: layer.file, line: line, keyPath: keyPath)
    }
}

extension ScenarioReader {
    static let booleanWords: Set<String> = ["yes", "no", "on", "off", "true", "false", "y", "n"]

    /// Keys that may stand at the top of a file.
    static let topLevelKeys: [String] = ownKeys + children(of: "")

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
        case .sequence(let items, _): "[\(items.count)]"
        }
    }
}
