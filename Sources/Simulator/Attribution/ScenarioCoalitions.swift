/// Two scenarios of the same years, and everything between them: the first with any of the groups
/// of differing inputs as the second has them.
///
/// A group takes all its values from one of the two. Where the scenario it is taken from says
/// nothing, the value of the tables holds, though the other sets one. So no group takes the
/// first, all groups the second, value by value.
public struct ScenarioCoalitions: Sendable {
    public let first: Scenario
    public let second: Scenario
    /// The groups in which the two differ, in the order of the subjects or the keys.
    public let groups: [InputGroup]
    /// Places that differ, by group, in their order.
    public let places: [[ScenarioAddress]]

    /// - Parameters:
    ///   - first: the scenario the change starts from, with its inputs.
    ///   - second: the one it leads to.
    ///   - grouping: by subject or key by key.
    public init(
        _ first: (scenario: Scenario, inputs: ModelInputs),
        _ second: (scenario: Scenario, inputs: ModelInputs), by grouping: InputGrouping
    ) {
        self.first = first.scenario
        self.second = second.scenario
        let differences = Self.differences(first, second)
        let isJoined = Self.changesFleet(differences.map(\.place))
        var names: [InputGroup] = []
        var members: [InputGroup: [ScenarioAddress]] = [:]
        for (place, hasEffect) in differences {
            let group = Self.group(of: place, by: grouping, joiningFleet: isJoined)
            if hasEffect, !names.contains(group) { names.append(group) }
            members[group, default: []].append(place)
        }
        groups = names
        places = names.map { members[$0] ?? [] }
    }

    /// The scenario in which the groups of a coalition are as in the second.
    /// - Parameter coalition: one bit per group.
    public func scenario(_ coalition: UInt64) -> Scenario {
        var assignments = first.assignments
        for (group, places) in places.enumerated() where coalition >> UInt64(group) & 1 == 1 {
            for place in places { assignments[place] = second.assignments[place] }
        }
        var layer = ScenarioLayer(file: Self.source)
        layer.assignments = assignments.values.sorted { $0.address < $1.address }
        var result = Scenario(
            identifier: first.identifier, layers: [layer], files: [], options: [], notices: [])
        result.context = first.context
        return result
    }

    public var groupCount: Int { groups.count }

    /// Every group as in the second scenario.
    public var whole: UInt64 { (UInt64(1) << UInt64(groups.count)) &- 1 }

    /// The most groups, the bits of a coalition.
    public static let groupLimit = 60

    /// The names of a coalition's groups as a list.
    public func names(_ coalition: UInt64) -> Text {
        let titles = groups.indices.filter { coalition >> UInt64($0) & 1 == 1 }
            .map { groups[$0].title }
        return Text(
            en: titles.map(\.english).joined(separator: ", "),
            zh: titles.map(\.chinese).joined(separator: "、"))
    }

    private static let source = "A, B"

    // MARK: - Differences

    /// Places that the two scenarios set differently, each with whether its value differs too. One
    /// that restates what holds anyway causes nothing; one that is used in neither run counts as
    /// different, since a run between the two may use it.
    private static func differences(
        _ first: (scenario: Scenario, inputs: ModelInputs),
        _ second: (scenario: Scenario, inputs: ModelInputs)
    ) -> [(place: ScenarioAddress, hasEffect: Bool)] {
        let (one, other) = (first.scenario.assignments, second.scenario.assignments)
        let addresses = Set(one.keys).union(other.keys).filter { address in
            one[address] == nil || other[address] == nil
                || one[address]?.value != other[address]?.value
        }
        let used = first.inputs.effectiveValues.byAddress
        let usedByOther = second.inputs.effectiveValues.byAddress
        let order = ScenarioKey.order
        return addresses.sorted { first, second in
            let (one, other) = (order[first.path] ?? 0, order[second.path] ?? 0)
            return one != other ? one < other : first < second
        }.map { address in
            let (value, otherValue) = (used[address]?.value, usedByOther[address]?.value)
            let isUnused = value == nil && otherValue == nil
            // A limit that is lifted and one that never was are the same.
            let none = ScenarioValue.choice("none")
            return (address, isUnused || (value ?? none) != (otherValue ?? none))
        }
    }

    /// Whether smelters and transfers both differ. A transfer needs what it takes from its smelter,
    /// so that neither makes a scenario without the other.
    private static func changesFleet(_ places: [ScenarioAddress]) -> Bool {
        places.contains { place in
            place.path.hasPrefix("smelters.") && !place.path.hasSuffix("movable_share")
        } && places.contains { $0.path.hasPrefix("transfers.") }
    }

    private static func group(
        of place: ScenarioAddress, by grouping: InputGrouping, joiningFleet: Bool
    ) -> InputGroup {
        let subject = InputSubject(path: place.path)
        if joiningFleet, subject == .transfers || subject == .smelters {
            return InputGroup(
                name: "smelters_and_transfers",
                title: Text(en: "smelters, transfers", zh: "铝厂与计划转移"))
        }
        switch grouping {
        case .group: return InputGroup(name: subject.rawValue, title: subject.title)
        case .key:
            // An item is one thing: its fields make no scenario one by one.
            var parts = place.path.split(separator: ".").map(String.init)
            if let item = place.item {
                parts.removeLast()
                parts.append(item)
            }
            let key = parts.joined(separator: ".")
            return InputGroup(name: key, title: Text(verbatim: key))
        }
    }
}
