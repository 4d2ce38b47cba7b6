internal import NumericalMethods

/// One dimension of the futures: a number between 0 and 1 from which values of the inputs follow.
/// All years of a series move together: one factor, the same quantile in each.
public struct UncertainFactor: Sendable {
    /// Fixed by the inputs, unique: `power_prices.CN-SD.grid`, `hydrology.CN-YN.2026`, or the name of
    /// a declared input with what is apart in it.
    public let name: String
    /// Under which the question which inputs decide is asked.
    public let group: String
    let targets: [Target]

    /// A value that follows from the factor.
    struct Target: Sendable {
        let address: ScenarioAddress
        let slot: InputSlot
        let distribution: Distribution
        let application: UncertainApplication
        /// Where the key's own range ends.
        let range: ClosedRange<Double>
    }
}

extension UncertainFactor.Target {
    /// The value at a quantile, and whether the key's range cut it.
    func value(at quantile: Double, from base: Double) -> (value: Double, isCut: Bool) {
        let drawn = distribution.quantile(quantile)
        let free =
            switch application {
            case .value: drawn
            case .factor: base * drawn
            case .shift: base + drawn
            }
        let value = min(max(free, range.lowerBound), range.upperBound)
        return (value, value != free)
    }
}
