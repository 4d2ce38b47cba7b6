public import Simulator

/// Where a lever stands: in the scenario that was opened, and in the state.
public struct LeverStanding: Sendable {
    public let lever: Lever
    /// The values of its keys in the opened scenario, of the years after the base year.
    public let values: [EffectiveValue]
    /// What the lever's field holds when nothing is changed: the value where all places have the
    /// same, the neutral number of a derived lever, blank where places differ or nothing is set.
    public let standard: String
    /// Where the slider starts: the value, or where places differ that of most of them, the later
    /// in case of doubt. Nil for a choice.
    public let start: Double?
    /// What the state gives; nil where it leaves the lever alone.
    public let given: String?
    /// Settings of single places of its keys, in the state.
    public let placesSet: Int

    /// The ends of the slider, wide enough for where it stands.
    public var ends: ClosedRange<Double>? {
        guard case .slider(let range, _) = lever.control else { return nil }
        let points = [range.lowerBound, range.upperBound, start].compactMap(\.self)
        return (points.min() ?? range.lowerBound)...(points.max() ?? range.upperBound)
    }

    init(_ lever: Lever, state: PageState, opened: OpenedScenario) {
        self.lever = lever
        values = lever.keys.flatMap(opened.changeable)
        switch lever.action {
        case .sets:
            let distinct = Set(values.map(\.value))
            let only = distinct.count == 1 ? distinct.first : nil
            let standing = values.isEmpty ? ScenarioValue.choice("none") : only
            let isSet = standing != .choice("none")
            if case .choice = lever.control {
                standard = standing?.written ?? ""
            } else {
                standard = isSet ? standing?.written ?? "" : ""
            }
            given = state.settings[lever.identifier]
        case .adds, .multiplies, .raises:
            standard = DecimalText.exact(lever.neutral ?? 0)
            given = state.levers[lever.identifier].map(lever.canonical)
        case .allows:
            standard = String(!values.contains { $0.value == .number(0) })
            given = state.levers[lever.identifier].map(lever.canonical)
        }
        if case .slider(let range, _) = lever.control {
            start = lever.neutral ?? Self.usual(values) ?? range.upperBound
        } else {
            start = nil
        }
        placesSet = state.settings.keys.count { name in
            lever.keys.contains { name.hasPrefix($0 + ".") }
        }
    }

    /// The number that most places have; of several such, the one that comes last.
    private static func usual(_ values: [EffectiveValue]) -> Double? {
        let numbers = values.sorted { ($0.address.year ?? 0) < ($1.address.year ?? 0) }
            .compactMap { value -> Double? in
                if case .number(let number) = value.value { return number }
                return nil
            }
        var counts: [Double: Int] = [:]
        for number in numbers { counts[number, default: 0] += 1 }
        let most = counts.values.max()
        return numbers.last { counts[$0] == most }
    }
}

extension PlanningDesk {
    /// Every lever with where it stands, in the order of the page.
    /// - Throws: where the scenario cannot be opened; what the state sets is not judged.
    public func standings(for state: PageState) throws -> [LeverStanding] {
        let opened = try opened(state.scenario)
        let state = (try? canonical(state)) ?? state
        return LeverCatalogue.all.map { LeverStanding($0, state: state, opened: opened) }
    }
}
