internal import Yams

/// A value read from YAML, reduced to what scenarios need: no tags, no aliases, every key a
/// string, with the line each stands on.
public indirect enum YAMLValue: Sendable {
    /// `isPlain` tells `no` from `"no"`.
    case scalar(String, isPlain: Bool, line: Int)
    case mapping([(key: String, keyLine: Int, value: YAMLValue)], line: Int)
    case sequence([YAMLValue], line: Int)

    public var line: Int {
        switch self {
        case .scalar(_, _, let line), .mapping(_, let line), .sequence(_, let line): line
        }
    }
}

/// Reads one YAML document under limits that hold before anything recursive runs.
public enum YAMLDocument {
    /// Bytes of one file.
    public static let sizeLimit = 1 << 20
    static let depthLimit = 64
    static let flowOpenerLimit = 4000
    static let aliasLimit = 100
    static let nodeLimit = 100_000

    /// Parses text. Findings name `file` and the line.
    /// - Returns: the root, or an empty mapping for an empty document.
    public static func parse(_ text: String, file: String) throws(InputRejected) -> YAMLValue {
        try checkBeforeParsing(text, file: file)
        try checkLines(text, file: file)
        let root: Node?
        do {
            let parser = try Parser(yaml: text)
            root = try parser.nextRoot()
            if try parser.nextRoot() != nil {
                throw InputRejected(
                    Finding(
                        .error, Message(ScenarioMessage.severalDocuments),
                        at: Location(file: file)))
            }
        } catch let rejected as InputRejected {
            throw rejected
        } catch let error as YamlError {
            throw InputRejected(finding(for: error, file: file))
        } catch {
            throw InputRejected(
                Finding(
                    .error,
                    Message(ScenarioMessage.notYAML, verbatim: ["problem": "\(error)"]),
                    at: Location(file: file)))
        }
        guard let root else { return .mapping([], line: 1) }
        var budget = nodeLimit
        var findings = FindingList()
        let value = convert(root, file: file, budget: &budget, findings: &findings)
        try findings.throwIfRejected()
        return value
    }

    private static func finding(for error: YamlError, file: String) -> Finding {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Finding(
                .error, Message(ScenarioMessage.notYAML, verbatim: ["problem": problem]),
                at: Location(file: file, line: mark.line))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "\($0)" }.sorted().joined(separator: ", ")
            return Finding(
                .error, Message(ScenarioMessage.duplicateKey, verbatim: ["key": names]),
                at: Location(file: file, line: context.mark.line))
        default:
            return Finding(
                .error,
                Message(ScenarioMessage.notYAML, verbatim: ["problem": "\(error)"]),
                at: Location(file: file))
        }
    }

    /// Bounds on size, nesting and aliases, judged on the text itself: a parser that recurses
    /// must not see what breaks them.
    private static func checkBeforeParsing(_ text: String, file: String) throws(InputRejected) {
        var findings = FindingList()
        let bytes = text.utf8
        if bytes.count > sizeLimit {
            findings.error(
                Message(
                    ScenarioMessage.tooLarge,
                    verbatim: ["size": "\(bytes.count)", "limit": "\(sizeLimit)"]),
                at: Location(file: file))
            try findings.throwIfRejected()
        }
        var flowOpeners = 0
        var aliases = 0
        var hasCollectionKey = false
        var significant: UInt8 = 0x0A
        var line = 1
        var column = 0
        var isLeading = true
        var previous: UInt8 = 0x0A
        var deepestLead = 0
        var deepLine = 0
        for byte in bytes {
            switch byte {
            case 0x0A:
                line += 1
                column = 0
                isLeading = true
                previous = byte
                continue
            case 0x5B, 0x7B: flowOpeners += 1
            case 0x2A where isSeparator(previous): aliases += 1
            case 0x3F where isSeparator(previous): hasCollectionKey = true
            case 0x3A where significant == 0x5D || significant == 0x7D: hasCollectionKey = true
            default: break
            }
            if isLeading {
                if byte == 0x20 || byte == 0x2D || byte == 0x3F {
                    column += 1
                    if column > deepestLead { (deepestLead, deepLine) = (column, line) }
                } else {
                    isLeading = false
                }
            }
            if byte < 0x20 && byte != 0x09 && byte != 0x0D || byte == 0x7F {
                findings.error(
                    Message(ScenarioMessage.controlCharacter),
                    at: Location(file: file, line: line))
                try findings.throwIfRejected()
            }
            previous = byte
            if byte != 0x20, byte != 0x09 { significant = byte }
        }
        if deepestLead > 2 * depthLimit || flowOpeners > flowOpenerLimit {
            findings.error(
                Message(ScenarioMessage.tooDeep, verbatim: ["limit": "\(depthLimit)"]),
                at: Location(file: file, line: deepestLead > 2 * depthLimit ? deepLine : nil))
        }
        if aliases > aliasLimit {
            findings.error(
                Message(
                    ScenarioMessage.tooManyAliases,
                    verbatim: ["count": "\(aliases)", "limit": "\(aliasLimit)"]),
                at: Location(file: file))
        }
        // A key that is a collection is hashed whole while parsing; with aliases in it that can
        // take for ever. No key of a scenario is one.
        if aliases > 0, hasCollectionKey || hasAliasKey(bytes) {
            findings.error(Message(ScenarioMessage.keyIsNoName), at: Location(file: file))
        }
        try findings.throwIfRejected()
    }

    /// Refuses what makes a file look other than it is read: YAML ends a line, and with it a
    /// comment, at separators that an editor shows within the line, and marks of the writing
    /// direction show text in another order than it has.
    private static func checkLines(_ text: String, file: String) throws(InputRejected) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return }
        var findings = FindingList()
        var line = 1
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: line += 1
            case 0x85, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
                findings.error(
                    Message(
                        ScenarioMessage.hiddenCharacter,
                        verbatim: [
                            "character":
                                "U+\(String(scalar.value + 0x10000, radix: 16, uppercase: true).dropFirst())"
                        ]),
                    at: Location(file: file, line: line))
            default: break
            }
        }
        try findings.throwIfRejected()
    }

    /// Whether an alias stands where a key does: `*name :`.
    private static func hasAliasKey(_ bytes: String.UTF8View) -> Bool {
        var isInAlias = false
        var isBehindAlias = false
        var previous: UInt8 = 0x0A
        for byte in bytes {
            if byte == 0x2A, isSeparator(previous) {
                isInAlias = true
                isBehindAlias = false
            } else if byte == 0x20 || byte == 0x09 {
                isBehindAlias = isBehindAlias || isInAlias
                isInAlias = false
            } else if byte == 0x3A, isBehindAlias || isInAlias {
                return true
            } else if isBehindAlias || !isInAlias {
                isBehindAlias = false
                isInAlias = false
            }
            if byte == 0x0A || byte == 0x2C || byte == 0x5D || byte == 0x7D { isInAlias = false }
            previous = byte
        }
        return false
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D, 0x20, 0x2C, 0x2D, 0x3A, 0x3F, 0x5B, 0x7B: true
        default: false
        }
    }

    /// Tags that say no more than the text itself does.
    private static let knownTags: Set<String> = Set(
        ["", "!"]
            + ["bool", "float", "null", "int", "str", "seq", "map", "timestamp", "merge"].map {
                "tag:yaml.org,2002:\($0)"
            })

    private static func convert(
        _ node: Node, file: String, depth: Int = 0, budget: inout Int, findings: inout FindingList
    ) -> YAMLValue {
        let line = node.mark?.line ?? 1
        let location = Location(file: file, line: line)
        let empty = YAMLValue.scalar("", isPlain: true, line: line)
        budget -= 1
        if budget < 0 {
            if budget == -1 {
                findings.error(
                    Message(ScenarioMessage.tooManyNodes, verbatim: ["limit": "\(nodeLimit)"]),
                    at: location)
            }
            return empty
        }
        if depth > depthLimit {
            findings.error(
                Message(ScenarioMessage.tooDeep, verbatim: ["limit": "\(depthLimit)"]),
                at: location)
            return empty
        }
        if !knownTags.contains(node.tag.description) {
            findings.error(
                Message(ScenarioMessage.customTag, verbatim: ["tag": node.tag.description]),
                at: location)
            return empty
        }
        switch node {
        case .scalar(let scalar):
            return .scalar(
                scalar.string, isPlain: scalar.style == .plain || scalar.style == .any, line: line)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence {
                items.append(
                    convert(
                        item, file: file, depth: depth + 1, budget: &budget, findings: &findings))
            }
            return .sequence(items, line: line)
        case .mapping(let mapping):
            var entries: [(key: String, keyLine: Int, value: YAMLValue)] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    findings.error(Message(ScenarioMessage.keyIsNoName), at: location)
                    continue
                }
                let keyLine = key.mark?.line ?? line
                entries.append(
                    (
                        name.string, keyLine,
                        convert(
                            value, file: file, depth: depth + 1, budget: &budget,
                            findings: &findings)
                    ))
            }
            return .mapping(entries, line: line)
        case .alias:
            findings.error(Message(ScenarioMessage.unresolvedAlias), at: location)
            return empty
        }
    }
}
