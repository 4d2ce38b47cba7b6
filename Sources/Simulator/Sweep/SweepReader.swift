/// Reads what varies: `KEY=FROM:TO:STEP` and `KEY=value,value`.
public struct SweepReader {
    private let library: ScenarioLibrary
    private let context: ScenarioContext
    private var findings = FindingList()

    public init(library: ScenarioLibrary, context: ScenarioContext) {
        self.library = library
        self.context = context
    }

    /// Reads the scenario and every specification, all problems in one pass.
    /// - Throws: ``InputRejected``; ``FileFailure``.
    public static func read(
        _ nameOrPath: String, options: [String], varying specifications: [String],
        library: ScenarioLibrary, context: ScenarioContext
    ) throws -> (sweep: Sweep, notices: [Finding]) {
        var reader = SweepReader(library: library, context: context)
        var base: Scenario?
        do {
            base = try library.load(nameOrPath, options: options, context: context)
        } catch let rejected as InputRejected {
            reader.findings.append(contentsOf: rejected.findings)
        }
        let whole = base?.context ?? context
        let axes = specifications.compactMap { reader.axis($0, in: whole) }
        reader.checkGrid(axes, given: specifications.count)
        try reader.findings.throwIfRejected()
        return (Sweep(base: base ?? .tablesOnly, axes: axes), reader.findings.findings)
    }

    // MARK: - One axis

    private mutating func axis(
        _ specification: String, in context: ScenarioContext
    ) -> SweepAxis? {
        let location = Self.location(specification)
        guard let equals = specification.firstIndex(of: "="),
            equals != specification.startIndex
        else {
            report(.notASpecification, ["value": specification], at: location)
            return nil
        }
        let given = String(specification[..<equals])
        let key = Self.key(given)
        let text = String(specification[specification.index(after: equals)...])
        guard let texts = values(text, key: key, at: Self.location(given)) else { return nil }
        if let nearest = Self.nearest(key) {
            report(.unknownKey, ["key": key, "nearest": nearest], at: Self.location(given))
            return nil
        }
        var values: [SweepValue] = []
        var seen = Set<Finding>()
        var problems = Set<String>()
        for text in texts {
            var list = FindingList()
            let layer = library.optionLayer("\(key)=\(text)", context: context, findings: &list)
            for finding in list.findings {
                // A range outside the limits is one problem, not one for each of its values.
                let isNew =
                    finding.severity == .error
                    ? problems.insert(finding.message.identifier).inserted
                    : seen.insert(finding).inserted
                if isNew { findings.append(moved(finding)) }
            }
            guard let layer, !list.hasErrors else { continue }
            values.append(
                SweepValue(
                    text: text, number: ExactDecimal(text).flatMap { _ in Double(text) },
                    layer: layer))
        }
        guard problems.isEmpty, values.count == texts.count else { return nil }
        if values.contains(where: \.setsLastYear) {
            report(.horizonFixed, [:], at: Self.location(given))
            return nil
        }
        checkRepeated(values, key: key, at: Self.location(given))
        let path = values.first?.layer.assignments.first?.address.path
        return SweepAxis(
            key: key, declaration: path.flatMap { ScenarioKey.byPath[$0] }, values: values)
    }

    /// The texts of all values, or nil where the specification is refused.
    private mutating func values(_ text: String, key: String, at location: Location) -> [String]? {
        let items = Self.split(text, at: ",")
        if items.contains(where: \.isEmpty) {
            report(.emptyValue, ["value": text], at: location)
            return nil
        }
        let parts = Self.split(text, at: ":")
        guard items.count == 1, parts.count > 1 else { return items }
        guard parts.count == 3 else {
            report(.rangeNeedsThree, ["value": text], at: location)
            return nil
        }
        let numbers = parts.map { ExactDecimal($0) }
        var isSound = true
        for (part, number) in zip(parts, numbers) where number == nil {
            report(.rangeNotANumber, ["value": part], at: location)
            isSound = false
        }
        if numbers[2]?.digits == 0 {
            report(.stepZero, ["value": text], at: location)
            isSound = false
        }
        guard isSound, let first = numbers[0], let last = numbers[1], let step = numbers[2] else {
            return nil
        }
        guard
            let range = ExactDecimal.range(
                from: first, to: last, by: step, limit: Sweep.pointLimit)
        else {
            report(.stepWrongSign, ["value": text, "from": parts[0], "to": parts[1]], at: location)
            return nil
        }
        guard !range.values.isEmpty else {
            report(
                .tooManyPoints, ["count": "\(range.count)", "limit": "\(Sweep.pointLimit)"],
                at: location)
            return nil
        }
        if !range.meetsEnd {
            findings.notice(
                Message(
                    SweepMessage.endNotMet,
                    verbatim: ["last": range.values.last ?? "", "to": parts[1]]),
                at: location)
        }
        return range.values
    }

    /// The same value twice would be one point twice.
    private mutating func checkRepeated(
        _ values: [SweepValue], key: String, at location: Location
    ) {
        var seen = Set<[ScenarioValue?]>()
        for value in values
        where !seen.insert(value.layer.assignments.map(\.value)).inserted {
            report(.repeatedValue, ["value": value.text], at: location)
        }
    }

    // MARK: - The grid

    private mutating func checkGrid(_ axes: [SweepAxis], given: Int) {
        for (index, axis) in axes.enumerated() {
            let places = Self.places(axis)
            for later in axes[(index + 1)...]
            where places.isSubset(of: Self.places(later)) {
                report(
                    axis.key == later.key ? .repeatedKey : .coveredKey,
                    ["key": axis.key, "other": later.key], at: Self.location(axis.key))
            }
        }
        var count = 1
        for axis in axes where count <= Sweep.pointLimit { count *= axis.values.count }
        if axes.count == given, count > Sweep.pointLimit {
            report(
                .tooManyPoints, ["count": "\(count)", "limit": "\(Sweep.pointLimit)"],
                at: Location(file: Self.source))
        }
    }

    private static func places(_ axis: SweepAxis) -> Set<ScenarioAddress> {
        Set(axis.values.flatMap { $0.layer.assignments.map(\.address) })
    }

    // MARK: - Words

    private static let source = "--vary"

    private static func location(_ key: String) -> Location {
        Location(file: source, keyPath: key.count > 100 ? String(key.prefix(100)) + "…" : key)
    }

    /// Findings on an option speak of `--vary` here.
    private func moved(_ finding: Finding) -> Finding {
        var location = finding.location
        location.file = Self.source
        location.line = nil
        return Finding(finding.severity, finding.message, at: location)
    }

    private mutating func report(
        _ message: SweepMessage, _ arguments: [String: String], at location: Location
    ) {
        findings.error(Message(message, verbatim: arguments), at: location)
    }

    /// A bare parameter of the table stands for the key that sets it.
    static func key(_ given: String) -> String {
        let parts = given.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let parameter = Parameter(rawValue: String(first)) else {
            return given
        }
        return parts.count > 1
            ? "\(parameter.scenarioPath).\(parts[1])" : parameter.scenarioPath
    }

    /// A word that is neither a key nor a parameter, with what it is near to.
    static func nearest(_ key: String) -> String? {
        let known = ScenarioReader.topLevelKeys
        guard !key.contains("."), !known.contains(key) else { return nil }
        return Spelling.nearest(
            to: key,
            among: known + Parameter.allCases.map(\.rawValue) + ScenarioKey.all.map(\.path))
    }

    /// Splits outside brackets and braces; blanks around the parts go.
    static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "[" || character == "{" { depth += 1 }
            if character == "]" || character == "}" { depth -= 1 }
            if character == separator, depth <= 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { part in
            var trimmed = Substring(part)
            while trimmed.first == " " { trimmed.removeFirst() }
            while trimmed.last == " " { trimmed.removeLast() }
            return String(trimmed)
        }
    }
}
