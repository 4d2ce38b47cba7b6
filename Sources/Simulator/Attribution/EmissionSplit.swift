internal import Glibc

/// A force behind emissions: one factor of the identity of ``EmissionSplit``.
public enum EmissionForce: String, CaseIterable, Sendable {
    /// Tonnes of aluminium of the nation.
    case output
    /// The province's share of the nation's output.
    case location
    /// Electricity per tonne.
    case intensity
    /// Captive coal and grid emissions per MWh: what the power is made of.
    case mix
    /// Anode and PFC emissions per tonne.
    case process
}

/// The change of emissions between two states, split into what drives it by the additive LMDI-I
/// (Ang 2004, 2015).
///
/// For province p: power-related emissions = Q (Qp / Q) (Ep / Qp) (Cp / Ep), and direct emissions =
/// Q (Qp / Q) (Dp / Qp), with output Q, electricity E, power-related emissions C (captive coal and
/// location-based scope 2) and direct emissions D. Each factor x of a term that goes from `a` to
/// `b` takes L(a, b) ln(x_b / x_a), L the logarithmic mean; the parts of a term add up to b - a.
/// Where a term is 0 on one side, the limit holds: the change belongs to the first factor of the
/// identity that is 0 there.
public struct EmissionSplit: Sendable, Hashable {
    /// MtCO2e by province and force.
    public let parts: [[Double]]
    /// Change of each province's emissions, MtCO2e.
    public let changes: [Double]

    /// What the split looks at, by province: Mt, TWh, MtCO2e.
    struct State: Sendable, Hashable {
        var output: [Double]
        var electricity: [Double]
        var powerEmissions: [Double]
        var directEmissions: [Double]
    }

    init(from first: State, to second: State) {
        let total = first.output.reduce(0, +)
        let newTotal = second.output.reduce(0, +)
        let count = first.output.count
        var parts = [[Double]](
            repeating: [Double](repeating: 0, count: EmissionForce.allCases.count), count: count)
        var changes = [Double](repeating: 0, count: count)
        for place in 0..<count {
            let power = Self.split(
                first.powerEmissions[place], second.powerEmissions[place],
                [
                    (total, newTotal),
                    (
                        Self.ratio(first.output[place], total),
                        Self.ratio(second.output[place], newTotal)
                    ),
                    (
                        Self.ratio(first.electricity[place], first.output[place]),
                        Self.ratio(second.electricity[place], second.output[place])
                    ),
                    (
                        Self.ratio(first.powerEmissions[place], first.electricity[place]),
                        Self.ratio(second.powerEmissions[place], second.electricity[place])
                    ),
                ])
            let direct = Self.split(
                first.directEmissions[place], second.directEmissions[place],
                [
                    (total, newTotal),
                    (
                        Self.ratio(first.output[place], total),
                        Self.ratio(second.output[place], newTotal)
                    ),
                    (
                        Self.ratio(first.directEmissions[place], first.output[place]),
                        Self.ratio(second.directEmissions[place], second.output[place])
                    ),
                ])
            parts[place] = [
                power[0] + direct[0], power[1] + direct[1], power[2], power[3], direct[2],
            ]
            changes[place] =
                second.powerEmissions[place] - first.powerEmissions[place]
                + second.directEmissions[place] - first.directEmissions[place]
        }
        self.parts = parts
        self.changes = changes
    }

    /// Of the nation, MtCO2e.
    public func part(_ force: EmissionForce) -> Double {
        let place = EmissionForce.allCases.firstIndex(of: force) ?? 0
        return parts.reduce(0) { $0 + $1[place] }
    }

    public var change: Double { changes.reduce(0, +) }

    private static func ratio(_ part: Double, _ whole: Double) -> Double {
        whole > 0 ? part / whole : 0
    }

    /// The change of a product from `a` to `b` among its factors.
    static func split(
        _ a: Double, _ b: Double, _ factors: [(first: Double, second: Double)]
    ) -> [Double] {
        var parts = [Double](repeating: 0, count: factors.count)
        if a > 0, b > 0 {
            let mean = logarithmicMean(a, b)
            for (index, factor) in factors.enumerated() {
                parts[index] = mean * log(factor.second / factor.first)
            }
        } else if a != b {
            let first = factors.firstIndex { a > 0 ? $0.second == 0 : $0.first == 0 }
            parts[first ?? factors.count - 1] = b - a
        }
        return parts
    }

    /// (b - a) / ln(b / a), and `a` where both are the same.
    static func logarithmicMean(_ a: Double, _ b: Double) -> Double {
        let excess = (b - a) / a
        return excess == 0 ? a : a * excess / log1p(excess)
    }
}

extension EmissionSplit.State {
    /// - Parameter year: index of the year.
    init(_ outcome: Outcome, year: Int) {
        let cells = (0..<outcome.inputs.provinceCount).map { outcome.province[$0, year] }
        output = cells.map(\.output)
        electricity = cells.map(\.electricity)
        powerEmissions = cells.map(\.powerEmissions)
        directEmissions = cells.map(\.directEmissions)
    }
}
