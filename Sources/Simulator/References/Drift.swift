/// A result that is further from what was recorded than its tolerance allows.
public struct Drift: Sendable, Hashable {
    public let place: RecordedResults.Place
    public let unit: String
    /// Nil where there was no such result.
    public let recorded: Double?
    /// Nil where there is none any more.
    public let found: Double?
    /// How many times the allowance the change is; infinite where none is allowed, and for results
    /// that came or went.
    public let excess: Double
    /// What brought it about; indices into the causes of the check.
    public internal(set) var causes: [Int] = []

    /// Whether a gain became a loss or the other way round.
    public var changesSign: Bool { (recorded ?? 0) * (found ?? 0) < 0 }

    /// Every drift, the largest first; those of one size in the order of the reference.
    static func all(
        recorded: RecordedResults, found: RecordedResults, tolerances: Tolerances
    ) -> [Drift] {
        var drifts: [Drift] = []
        for place in recorded.places {
            guard let before = recorded.values[place] else { continue }
            let unit = recorded.units[place.variable] ?? ""
            guard let now = found.values[place] else {
                drifts.append(
                    Drift(place: place, unit: unit, recorded: before, found: nil, excess: .infinity)
                )
                continue
            }
            guard
                let excess = excess(
                    before, now, allowed: tolerances.allowance(place.variable, recorded: before))
            else { continue }
            drifts.append(
                Drift(place: place, unit: unit, recorded: before, found: now, excess: excess))
        }
        for place in found.places where recorded.values[place] == nil {
            drifts.append(
                Drift(
                    place: place, unit: found.units[place.variable] ?? "", recorded: nil,
                    found: found.values[place], excess: .infinity))
        }
        return drifts.enumerated().sorted { first, second in
            first.element.excess != second.element.excess
                ? first.element.excess > second.element.excess : first.offset < second.offset
        }.map(\.element)
    }

    /// Nil where a change is within what is allowed.
    static func excess(_ before: Double, _ now: Double, allowed: Double) -> Double? {
        let change = abs(now - before)
        return change > allowed ? change / allowed : nil
    }
}
