/// A number of the scenario that may be changed to reach a target.
public struct SeekLever: Sendable {
    /// As it goes after `--set`; a parameter's bare name is replaced by its key.
    public let key: String
    public let declaration: ScenarioKey
    public let range: ClosedRange<Double>
    /// Whether the range was given, or is the one the key is declared with.
    public let isRangeGiven: Bool
    /// The least and the largest value the scenario has in the places of the lever; nil where it
    /// has none.
    public let current: ClosedRange<Double>?
    let layer: ScenarioLayer

    /// Where a search starts: the middle of the scenario's values, within the range. A limit that
    /// the scenario does without is as good as one at the far end of the range.
    public var start: Double {
        guard let current else {
            return declaration.path == Self.floor ? range.lowerBound : range.upperBound
        }
        let middle = current.lowerBound / 2 + current.upperBound / 2
        return min(max(middle, range.lowerBound), range.upperBound)
    }

    /// The only limit from below that a scenario can do without.
    private static let floor = "planning.national_clean_share"

    private var width: Double { range.upperBound - range.lowerBound }

    /// The change that counts as one where several levers are weighed: the width of a range that
    /// was given, else the size of the scenario's own value, else a tenth of the declared width.
    public var scale: Double {
        if isRangeGiven { return width }
        return abs(start) > 0 ? abs(start) : width / 10
    }

    /// Values at which the range is first looked at, ascending: 17 equal steps over a range that
    /// was given or is no wider than 16 times the scenario's value; else the distances to that
    /// value double, so that a wide range is looked at where it matters and to its ends. Where the
    /// scenario has no value, distances to the lower end double.
    public var grid: [Double] {
        var values = [range.lowerBound, range.upperBound, start]
        if current == nil, !isRangeGiven {
            for halving in 1..<Self.steps {
                values.append(range.lowerBound + width / Double(1 << halving))
            }
        } else if isRangeGiven || width <= Self.wide * abs(start) {
            for step in 1..<Self.steps {
                values.append(range.lowerBound + width * Double(step) / Double(Self.steps))
            }
        } else {
            var distance = (abs(start) > 0 ? abs(start) : width / 1024) / 4
            while distance < width {
                values += [start - distance, start + distance]
                distance *= 2
            }
        }
        let inside = values.map { DecimalText.significant($0, digits: 12) }
            .filter(range.contains)
        return Set(inside).sorted()
    }

    private static let wide = 16.0
    private static let steps = 16

    /// The layer that sets the lever.
    func layer(_ value: Double) -> ScenarioLayer {
        var result = ScenarioLayer(file: layer.file)
        result.assignments = layer.assignments.map {
            ScenarioAssignment(
                address: $0.address, value: .number(value), file: $0.file, line: $0.line,
                breadth: $0.breadth)
        }
        return result
    }
}

/// Reads what is sought: a target, and levers as `KEY` or `KEY=FROM:TO`.
public struct SeekReader {
    private let library: ScenarioLibrary
    private let context: ScenarioContext
    private var findings = FindingList()

    /// The most levers, each corner of whose ranges is looked at.
    public static let leverLimit = 5

    private static let source = "--vary"

    /// Reads the scenario, the target and every lever, all problems in one pass.
    /// - Throws: ``InputRejected``; ``FileFailure``.
    public static func read(
        _ nameOrPath: String, options: [String], target: String, varying: [String],
        isPlanned: Bool, data: DataSet, library: ScenarioLibrary
    ) throws -> (scenario: Scenario, target: SeekTarget, levers: [SeekLever]) {
        let context = data.scenarioContext
        var findings = FindingList()
        var scenario: Scenario?
        var inputs: ModelInputs?
        do {
            let loaded = try library.load(nameOrPath, options: options, context: context)
            scenario = loaded
            inputs = try Baseline(ModelInputs(data: data, scenario: loaded)).inputs
        } catch let rejected as InputRejected {
            findings.append(contentsOf: rejected.findings)
        }
        let whole = scenario?.context ?? context
        var targetReader = SeekTargetReader(context: whole, isPlanned: isPlanned)
        let sought = targetReader.read(target)
        findings.append(contentsOf: targetReader.findings.findings)
        var reader = SeekReader(library: library, context: whole)
        let levers = varying.compactMap { reader.lever($0, inputs: inputs) }
        reader.checkOverlaps(levers)
        findings.append(contentsOf: reader.findings.findings)
        try findings.throwIfRejected()
        guard let scenario, let sought else { throw InputRejected(findings.findings) }
        return (scenario, sought, levers)
    }

    private init(library: ScenarioLibrary, context: ScenarioContext) {
        self.library = library
        self.context = context
    }

    private mutating func lever(_ text: String, inputs: ModelInputs?) -> SeekLever? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let given = String(parts[0])
        let key = SweepReader.key(given)
        let location = Location(file: Self.source, keyPath: String(given.prefix(100)))
        guard !key.isEmpty else {
            report(.leverMalformed, ["value": text], at: Location(file: Self.source))
            return nil
        }
        if let nearest = SweepReader.nearest(key) {
            findings.error(
                Message(SweepMessage.unknownKey, verbatim: ["key": key, "nearest": nearest]),
                at: location)
            return nil
        }
        guard let declaration = Self.declaration(of: key) else {
            // The reader of options says what is wrong with the key.
            _ = layer(key, "0", at: location)
            if !findings.hasErrors { report(.leverNotANumber, ["key": key], at: location) }
            return nil
        }
        guard case .number(_, let declared) = declaration.kind else {
            if case .integer = declaration.kind {
                report(.leverWhole, ["key": key], at: location)
            } else {
                report(.leverNotANumber, ["key": key], at: location)
            }
            return nil
        }
        var range = declared
        if parts.count > 1 {
            guard let asked = self.range(String(parts[1]), declared, at: location) else {
                return nil
            }
            range = asked
        }
        guard
            let layer = layer(key, DecimalText.exact(declared.upperBound), at: location)
        else { return nil }
        if layer.assignments.contains(where: { $0.address.path == "horizon.last_year" }) {
            return nil
        }
        let values = inputs?.effectiveValues.byAddress ?? [:]
        let numbers = layer.assignments.compactMap { assignment -> Double? in
            guard case .number(let number)? = values[assignment.address]?.value else { return nil }
            return number
        }
        let current = numbers.min().flatMap { least in numbers.max().map { least...$0 } }
        return SeekLever(
            key: key, declaration: declaration, range: range, isRangeGiven: parts.count > 1,
            current: current, layer: layer)
    }

    private mutating func range(
        _ text: String, _ declared: ClosedRange<Double>, at location: Location
    ) -> ClosedRange<Double>? {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false).map {
            ProvinceDirectory.trimmed(String($0))
        }
        guard ends.count == 2 else {
            report(.rangeNeedsTwo, ["value": text], at: location)
            return nil
        }
        let numbers = ends.compactMap { end in
            ScenarioValueParser.isDecimal(end) ? Double(end) : nil
        }
        guard numbers.count == 2, numbers.allSatisfy(\.isFinite) else {
            report(.rangeNeedsTwo, ["value": text], at: location)
            return nil
        }
        guard numbers[0] < numbers[1] else {
            report(.rangeEmpty, ["value": text], at: location)
            return nil
        }
        guard declared.contains(numbers[0]), declared.contains(numbers[1]) else {
            report(
                .rangeOutside,
                [
                    "value": text, "low": DecimalText.exact(declared.lowerBound),
                    "high": DecimalText.exact(declared.upperBound),
                ], at: location)
            return nil
        }
        return numbers[0]...numbers[1]
    }

    /// The layer of `--set KEY=VALUE`; findings on it speak of `--vary`.
    private mutating func layer(
        _ key: String, _ value: String, at location: Location
    ) -> ScenarioLayer? {
        var list = FindingList()
        let layer = library.optionLayer("\(key)=\(value)", context: context, findings: &list)
        for finding in list.findings {
            var place = finding.location
            place.file = Self.source
            place.line = nil
            findings.append(Finding(finding.severity, finding.message, at: place))
        }
        return list.hasErrors ? nil : layer
    }

    /// The declaration that a key with its coordinates belongs to.
    private static func declaration(of key: String) -> ScenarioKey? {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for count in stride(from: parts.count, to: 0, by: -1) {
            let path = parts.prefix(count).joined(separator: ".")
            if let declaration = ScenarioKey.byPath[path] {
                return declaration.namesItems ? nil : declaration
            }
        }
        // The name of a smelter or transfer stands before the field.
        guard parts.count == 4 else { return nil }
        let declaration = ScenarioKey.byPath["\(parts[0]).\(parts[1]).\(parts[3])"]
        return declaration?.namesItems == true ? declaration : nil
    }

    private mutating func checkOverlaps(_ levers: [SeekLever]) {
        for (index, lever) in levers.enumerated() {
            let places = Set(lever.layer.assignments.map(\.address))
            for other in levers[(index + 1)...]
            where !places.isDisjoint(with: other.layer.assignments.map(\.address)) {
                report(
                    .leversOverlap, ["key": lever.key, "other": other.key],
                    at: Location(file: Self.source, keyPath: lever.key))
            }
        }
    }

    private mutating func report(
        _ message: SeekMessage, _ arguments: [String: String], at location: Location
    ) {
        findings.error(
            Message(message, verbatim: arguments.mapValues { String($0.prefix(200)) }),
            at: location)
    }
}
