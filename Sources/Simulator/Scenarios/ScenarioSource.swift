/// One scenario file or `--set`, parsed but not yet read: what it holds is judged once it is known
/// which years and names the whole scenario has.
struct ScenarioSource {
    let file: String
    private let root: YAMLValue
    private let isOption: Bool

    /// A file. Nil where it cannot be parsed; the findings say why.
    init?(_ bytes: [UInt8], file: String, findings: inout FindingList) {
        var decodingFindings: [Finding] = []
        let decoded = TextDecoding.decode(bytes, file: file, into: &decodingFindings)
        findings.append(contentsOf: decodingFindings)
        guard let decoded else { return nil }
        do {
            // Lone carriage returns end lines too, as in tables.
            root = try YAMLDocument.parse(Self.withLineFeeds(decoded), file: file)
        } catch {
            findings.append(contentsOf: error.findings)
            return nil
        }
        self.file = file
        isOption = false
    }

    /// One `key=value`, parsed as a file that holds just that key.
    init?(option: String, findings: inout FindingList) {
        let location = Location(file: "--set", keyPath: option)
        let equals = option.firstIndex(of: "=")
        let path = option[..<(equals ?? option.startIndex)]
            .split(separator: ".", omittingEmptySubsequences: false)
        let text = equals.map { String(option[option.index(after: $0)...]) } ?? ""
        guard !text.isEmpty, path.count <= 16, path.allSatisfy({ !$0.isEmpty }) else {
            findings.error(
                Message(ScenarioMessage.optionNeedsValue, verbatim: ["value": option]),
                at: location)
            return nil
        }
        do {
            var value = try YAMLDocument.parse(text, file: "--set")
            for key in path.reversed() {
                value = .mapping([(key: String(key), keyLine: 1, value: value)], line: 1)
            }
            root = value
        } catch {
            findings.append(contentsOf: error.findings)
            return nil
        }
        file = "--set"
        isOption = true
    }

    /// The file this one extends, if it names one rightly; a wrong name is found when it is read.
    var parent: (name: String, line: Int)? {
        guard case .scalar(let name, _, let line)? = value(["extends"]), !name.isEmpty else {
            return nil
        }
        return (name, line)
    }

    /// The last year of the run, if this source sets it.
    var lastYear: Int? {
        guard case .scalar(let text, _, _)? = value(["horizon", "last_year"]),
            let year = Int(text), (2000...2100).contains(year)
        else { return nil }
        return year
    }

    /// Names below `smelters.add` or `transfers.add`.
    func namesAdded(to group: String) -> [String] {
        guard case .mapping(let entries, _)? = value([group, "add"]) else { return [] }
        return entries.map(\.key)
    }

    private func value(_ path: [String]) -> YAMLValue? {
        Self.value(path[...], in: root)
    }

    /// Keys may be joined by points, as `--set` writes them.
    private static func value(_ path: ArraySlice<String>, in root: YAMLValue) -> YAMLValue? {
        guard case .mapping(let entries, _) = root else { return path.isEmpty ? root : nil }
        if path.isEmpty { return root }
        for length in 1...path.count {
            let key = path.prefix(length).joined(separator: ".")
            for entry in entries where entry.key == key {
                if let found = value(path.dropFirst(length), in: entry.value) { return found }
            }
        }
        return nil
    }

    /// What the source says, checked against the context.
    func layer(context: ScenarioContext, findings: inout FindingList) -> ScenarioLayer {
        var reader = ScenarioReader(context: context, file: file)
        let layer = isOption ? reader.readOption(root) : reader.readFile(root)
        let inOrder = reader.findings.findings.enumerated().sorted { first, second in
            let (one, other) = (first.element.location.line, second.element.location.line)
            return one != other ? (one ?? 0) < (other ?? 0) : first.offset < second.offset
        }
        findings.append(contentsOf: inOrder.map(\.element))
        return layer
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                result.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                result.append(byte)
            }
            previous = byte
        }
        return String(decoding: result, as: UTF8.self)
    }
}
