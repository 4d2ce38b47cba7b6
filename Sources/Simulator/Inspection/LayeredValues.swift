/// A value the model uses, with what lies beneath it.
public struct LayeredValue: Sendable, Hashable {
    public let address: ScenarioAddress
    public let value: ScenarioValue
    public let origin: ValueOrigin
    /// What the value replaces: the nearest one below that is another, or, where all layers say
    /// the same as the tables, that of the tables. Nil where nothing stands below, and where no
    /// layer sets the value.
    public let beneath: EffectiveValue?

    /// Whether a scenario file or an option sets the value.
    public var isSet: Bool { origin.isScenario }
}

/// A value that a layer gives and that held without it.
public struct RestatedValue: Sendable, Hashable {
    public let assignment: ScenarioAssignment
    public let value: ScenarioValue
    /// Where the same value stands beneath; nil where there is none and the layer says so.
    public let beneath: EffectiveValue?
}

/// Every value a scenario leads to, seen layer by layer: tables, files, options.
public struct LayeredValues: Sendable {
    public let scenario: Scenario
    public let inputs: ModelInputs
    /// In the order of the keys.
    public let values: [LayeredValue]
    /// What changes nothing, in the order of the layers. A value for all provinces or years is
    /// only here if it changes nothing in any of them.
    public let restated: [RestatedValue]

    /// Builds the inputs of the scenario and of every stack of layers below it.
    /// - Throws: ``InputRejected`` where the scenario as a whole is not accepted.
    public init(data: DataSet, scenario: Scenario) throws(InputRejected) {
        let inputs = try ModelInputs(data: data, scenario: scenario)
        self.scenario = scenario
        self.inputs = inputs
        let stacks = Self.stacks(data: data, scenario: scenario, whole: inputs)
        func beneath(_ address: ScenarioAddress, layer: Int) -> EffectiveValue? {
            stacks[layer][address] ?? Self.tableValue(address, data: data)
        }
        var setBy: [ScenarioAddress: [Int]] = [:]
        var restated: [RestatedValue] = []
        for (index, layer) in scenario.layers.enumerated() {
            for address in Set(layer.assignments.map(\.address)) {
                setBy[address, default: []].append(index)
            }
            restated += Self.restated(
                in: layer, above: { beneath($0, layer: index) },
                now: { stacks[index + 1][$0]?.value })
        }
        self.restated = restated
        values = inputs.effectiveValues.inKeyOrder.map { value in
            var replaced: EffectiveValue?
            for layer in (setBy[value.address] ?? []).reversed() {
                replaced = beneath(value.address, layer: layer)
                if replaced?.value != value.value { break }
            }
            return LayeredValue(
                address: value.address, value: value.value, origin: value.origin,
                beneath: replaced)
        }
    }

    /// Effective values by address: of the tables alone, then with one layer more each time. A
    /// stack that is not accepted on its own counts as the one below it.
    private static func stacks(
        data: DataSet, scenario: Scenario, whole: ModelInputs
    ) -> [[ScenarioAddress: EffectiveValue]] {
        var result: [[ScenarioAddress: EffectiveValue]] = []
        for count in 0...scenario.layers.count {
            if count == scenario.layers.count {
                result.append(whole.effectiveValues.byAddress)
                continue
            }
            let stack = Scenario(
                identifier: scenario.identifier, layers: Array(scenario.layers.prefix(count)),
                files: [], options: [], notices: [])
            let inputs = try? ModelInputs(data: data, scenario: stack)
            result.append(inputs?.effectiveValues.byAddress ?? result.last ?? [:])
        }
        return result
    }

    private static func restated(
        in layer: ScenarioLayer, above beneath: (ScenarioAddress) -> EffectiveValue?,
        now: (ScenarioAddress) -> ScenarioValue?
    ) -> [RestatedValue] {
        var narrowest: [ScenarioAddress: ScenarioAssignment] = [:]
        for assignment in layer.assignments {
            if let other = narrowest[assignment.address], other.breadth < assignment.breadth {
                continue
            }
            narrowest[assignment.address] = assignment
        }
        var result: [RestatedValue] = []
        // What changes something, as far as it was given for several places at once.
        var effective = Set<Statement>()
        for assignment in layer.assignments where narrowest[assignment.address] == assignment {
            let lower = beneath(assignment.address)
            // A list that is added to says less than what comes of it.
            guard now(assignment.address) != nil || assignment.value == nil else { continue }
            let value = now(assignment.address) ?? .choice("none")
            if (lower?.value ?? .choice("none")) == value {
                result.append(
                    RestatedValue(assignment: assignment, value: value, beneath: lower))
            } else if assignment.breadth > 0 {
                effective.insert(Statement(assignment))
            }
        }
        return result.filter {
            $0.assignment.breadth == 0 || !effective.contains(Statement($0.assignment))
        }
    }

    /// One line of a file that gives a value for several places.
    private struct Statement: Hashable {
        let path: String
        let line: Int?

        init(_ assignment: ScenarioAssignment) {
            path = assignment.address.path
            line = assignment.line
        }
    }

    /// What the tables say of a transfer's or smelter's field; the model reads them as whole rows.
    package static func tableValue(
        _ address: ScenarioAddress, data: DataSet
    ) -> EffectiveValue? {
        guard let item = address.item, let group = TableName.ofItems(changedBy: address.path) else {
            return nil
        }
        let column = address.path.split(separator: ".").last.map(String.init) ?? ""
        if let cell = data.cell(group, key: [item], column: column) {
            return EffectiveValue(
                address: address, value: .number(cell.number),
                origin: .table(file: cell.file, line: cell.line, column: column))
        }
        if let cell = data.textCell(group, key: [item], column: column) {
            return EffectiveValue(
                address: address, value: .choice(cell.text),
                origin: .table(file: cell.file, line: cell.line, column: column))
        }
        return nil
    }
}

extension ValueOrigin {
    public var isScenario: Bool {
        if case .scenario = self { return true }
        return false
    }

    /// `table`, `scenario`, `set` or `default`.
    public var kind: String {
        switch self {
        case .table: "table"
        case .scenario(let file, _): file.hasPrefix("--") ? "set" : "scenario"
        case .standard: "default"
        case .interpolated: "interpolated"
        case .held: "held"
        }
    }

    public var file: String? {
        switch self {
        case .table(let file, _, _): file
        case .scenario(let file, _): file
        case .standard, .interpolated, .held: nil
        }
    }

    public var line: Int? {
        switch self {
        case .table(_, let line, _): line
        case .scenario(let file, let line): file.hasPrefix("--") ? nil : line
        case .standard, .interpolated, .held: nil
        }
    }

    public var column: String? {
        if case .table(_, _, let column) = self { return column }
        return nil
    }
}

extension TableName {
    /// The table of the items that keys of a path change.
    static func ofItems(changedBy path: String) -> TableName? {
        if path.hasPrefix("transfers.change.") { return .transfers }
        return path.hasPrefix("smelters.change.") ? .smelters : nil
    }
}

extension ScenarioValue {
    /// As a file gives it: `12.5`, `hard`, `true`, `[a, b]`.
    public var written: String {
        switch self {
        case .number(let number): DecimalText.exact(number)
        case .choice(let choice): choice
        case .flag(let flag): flag ? "true" : "false"
        case .identifiers(let names): "[" + names.joined(separator: ", ") + "]"
        }
    }
}

extension [EffectiveValue] {
    var byAddress: [ScenarioAddress: EffectiveValue] {
        Dictionary(map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// In the order of the keys' declarations, then of the addresses.
    var inKeyOrder: [EffectiveValue] {
        let order = ScenarioKey.order
        return sorted {
            let (first, second) = (
                order[$0.address.path] ?? Int.max, order[$1.address.path] ?? Int.max
            )
            return first != second ? first < second : $0.address < $1.address
        }
    }
}

extension ScenarioKey {
    /// The place of each path in ``all``.
    static let order: [String: Int] = Dictionary(
        all.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
}
