internal import Simulator

/// What a state lays over the scenario it opens, option by option in their order: levers that
/// stand for several keys, then settings, those for all places before those for one, and last the
/// lever that forbids moves whatever is set. What changes nothing is left out, so that states that
/// set the same lead to the same scenario, byte by byte.
struct StateSettings: Sendable {
    /// Where an option comes from.
    enum Origin: Sendable, Hashable {
        case lever(String)
        /// The parameter as the link writes it.
        case setting(String)
    }

    struct Option: Sendable {
        let origin: Origin
        /// Key and value in their one spelling.
        let key: String
        let value: String
        let layer: ScenarioLayer

        var text: String { "\(key)=\(value)" }
        /// How many coordinates are left open.
        var breadth: Int { layer.assignments.map(\.breadth).max() ?? 0 }
    }

    let opened: OpenedScenario
    private(set) var options: [Option] = []

    /// - Throws: ``InputRejected`` with every problem of every parameter.
    init(_ state: PageState, opened: OpenedScenario) throws(InputRejected) {
        self.opened = opened
        var findings = FindingList()
        var before: [(Origin, String)] = []
        var after: [(Origin, String)] = []
        for (name, text) in state.levers.sorted(by: { $0.key < $1.key }) {
            guard let lever = LeverCatalogue.byIdentifier[name], lever.isDerived else {
                findings.append(Self.unknown(name))
                continue
            }
            do {
                let lines = try lever.expansion(text, in: opened)
                let isLast = lever.action == .allows && Lever.flag(text) == false
                for line in lines {
                    if isLast {
                        after.append((.lever(name), line))
                    } else {
                        before.append((.lever(name), line))
                    }
                }
            } catch {
                findings.append(contentsOf: error.findings)
            }
        }
        var settings: [(Origin, String)] = []
        for (key, value) in state.settings.sorted(by: { $0.key < $1.key }) {
            if key.contains("-"), !key.contains(".") {
                findings.append(Self.unknown(key))
            } else {
                settings.append((.setting(key), "\(key)=\(value)"))
            }
        }
        let all = before + settings + after
        let layers = ScenarioLibrary.optionLayers(all.map(\.1), context: opened.context)
        var read: [Option] = []
        for (entry, result) in zip(all, layers) {
            for finding in result.findings where finding.severity == .error {
                findings.append(Self.placed(finding, entry.0))
            }
            if let layer = result.layer {
                read.append(Self.option(entry.0, entry.1, layer, opened.context))
            }
        }
        try findings.throwIfRejected()
        options = try Self.ordered(read, last: Set(after.map(\.0)))
        let idle = self.idle
        options = options.indices.filter { !idle.contains($0) }.map { options[$0] }
    }

    /// Puts settings in their order and refuses two that say different things of one place.
    private static func ordered(
        _ options: [Option], last: Set<Origin>
    ) throws(InputRejected) -> [Option] {
        var findings = FindingList()
        var before: [Option] = []
        var settings: [Option] = []
        var after: [Option] = []
        var spelt: [String: Option] = [:]
        for option in options {
            if case .lever = option.origin {
                if last.contains(option.origin) {
                    after.append(option)
                } else {
                    before.append(option)
                }
                continue
            }
            if let other = spelt[option.key] {
                if other.value != option.value, case .setting(let name) = option.origin {
                    findings.error(
                        Message(
                            PageMessage.givenTwice,
                            verbatim: ["name": option.key, "value": option.value]),
                        at: Location(keyPath: name))
                }
                continue
            }
            spelt[option.key] = option
            settings.append(option)
        }
        try findings.throwIfRejected()
        settings.sort { first, second in
            first.breadth != second.breadth
                ? first.breadth > second.breadth : first.key < second.key
        }
        return before + settings + after
    }

    // MARK: - Spelling

    private static func option(
        _ origin: Origin, _ text: String, _ layer: ScenarioLayer, _ context: ScenarioContext
    ) -> Option {
        let equals = text.firstIndex(of: "=") ?? text.endIndex
        let key = String(text[..<equals])
        let value = String(text[equals...].dropFirst())
        let isList = layer.assignments.contains { $0.appends || $0.replacesInWords }
        guard !isList, layer.uncertainty.isEmpty, let first = layer.assignments.first,
            layer.assignments.allSatisfy({ $0.value == first.value }),
            !key.hasSuffix(".milestones")
        else { return Option(origin: origin, key: key, value: value, layer: layer) }
        return Option(
            origin: origin, key: place(layer, context) ?? key,
            value: first.value?.written ?? "none", layer: layer)
    }

    /// The shortest way to name all places of a setting; nil where there is none.
    private static func place(_ layer: ScenarioLayer, _ context: ScenarioContext) -> String? {
        let addresses = layer.assignments.map(\.address)
        guard let first = addresses.first else { return nil }
        if addresses.count == 1, layer.assignments[0].breadth == 0 { return first.written }
        guard let key = ScenarioKey.byPath[first.path], first.item == nil else { return nil }
        let provinces = Set(addresses.map(\.province))
        let years = Set(addresses.map(\.year))
        guard addresses.count == provinces.count * years.count,
            let broadest = layer.assignments.map(\.breadth).max()
        else { return nil }
        var parts = [first.path]
        let isEveryProvince = provinces.count == context.provinces.count
        if key.axes.contains(.province), provinces.count == 1, let code = first.province {
            parts.append(code)
        } else if key.axes.contains(.province), !isEveryProvince {
            return nil
        }
        if key.hasYears, years.count == 1, broadest <= 1, let year = first.year {
            parts.append(String(year))
        }
        return parts.joined(separator: ".")
    }

    // MARK: - Findings

    private static func unknown(_ name: String) -> Finding {
        let known = LeverCatalogue.derivedIdentifiers.sorted()
        let shown = String(name.prefix(100))
        let message: Message
        if let nearest = Spelling.nearest(to: shown, among: known) {
            message = Message(
                LeverMessage.unknownNearest, verbatim: ["value": shown, "nearest": nearest])
        } else {
            message = Message(
                LeverMessage.unknown,
                verbatim: ["value": shown, "known": known.joined(separator: ", ")])
        }
        return Finding(.error, message, at: Location(keyPath: shown))
    }

    /// The finding at the parameter of the link that it is about.
    private static func placed(_ finding: Finding, _ origin: Origin) -> Finding {
        let name =
            switch origin {
            case .lever(let name), .setting(let name): name
            }
        return Finding(
            finding.severity, finding.message, at: Location(keyPath: String(name.prefix(120))))
    }
}
